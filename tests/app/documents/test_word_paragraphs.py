from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.rich_text import read_blocks, write_blocks
from tests.app.documents.texts import ALPHABET, common_ends, edited
from tests.app.documents.word_files import blocks_of, body_of, formatted_text

RUN = st.tuples(st.text(alphabet=ALPHABET, min_size=1, max_size=8), st.booleans(), st.booleans())
BODIES = st.lists(st.lists(RUN, max_size=4), min_size=1, max_size=5)


@settings(max_examples=300, deadline=None)
@given(BODIES, st.data())
def test_untouched_characters_keep_their_formatting(paragraphs, data):
    body = body_of(paragraphs)
    before = formatted_text(body)
    old, _ = read_blocks(blocks_of(body))
    text = data.draw(edited(old))
    write_blocks(blocks_of(body), text)
    after = formatted_text(body)
    assert "".join(character for character, _, _ in after) == text
    assert read_blocks(blocks_of(body))[0] == text
    head, tail = common_ends(old, text)
    assert after[:head] == before[:head]
    assert after[len(after) - tail :] == before[len(before) - tail :]


@settings(max_examples=300, deadline=None)
@given(BODIES, st.text(alphabet=ALPHABET + "\n\n", max_size=60))
def test_any_text_can_replace_any_other(paragraphs, text):
    body = body_of(paragraphs)
    write_blocks(blocks_of(body), text)
    assert read_blocks(blocks_of(body))[0] == text
