import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.phrases.keys import key_of
from model.phrases.table import Counts, PhraseTable

OFTEN = Counts(changed=9, seen=11, clean=0)
SELDOM = Counts(changed=2, seen=5, clean=1)


def table_of(**entries):
    return PhraseTable.of({key_of(key): entry for key, entry in entries.items()})


TABLE = table_of(
    **{
        "listen [] music": ("to", OFTEN),
        "[informations]": ("information", OFTEN),
        "in [the other] hand": ("on the other", SELDOM),
        "discuss [about]": ("", OFTEN),
        "however [] i": (",", SELDOM),
        "[in] july": ("on", SELDOM),
        "came [in] July": ("on", OFTEN),
        "<s> [in] july": ("on", OFTEN),
    }
)


def made(text, table=TABLE):
    """Return what the text becomes by each proposal alone."""
    return [
        text[: found.span.start] + found.replacement + text[found.span.end :]
        for found in table.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They listen music.", "They listen to music."),
        ("Too many informations!", "Too many information!"),
        ("Informations are needed.", "Information are needed."),
        ("We discuss about it.", "We discuss it."),
        ("We came in July.", "We came on July."),
        ("it is however i think so", "it is however, i think so"),
    ],
)
def test_what_people_made_of_the_words_is_proposed(text, expected):
    assert made(text) == [expected]


@pytest.mark.parametrize(
    "text", ["", "They listen to music.", "Listen, music!", "About it.", "He saw a bird."]
)
def test_other_words_are_left_alone(text):
    assert made(text) == []


def test_of_entries_for_one_change_the_surest_speaks():
    table = table_of(**{"[in]": ("on", SELDOM), "came [in]": ("on", OFTEN)})
    (found,) = table.find("He came in July.")
    assert found.counts == OFTEN


def test_the_first_word_is_looked_up_in_small_letters_and_keeps_its_capital():
    assert made("This are mine.", table_of(**{"<s> [this]": ("these", OFTEN)})) == [
        "These are mine."
    ]
    names = table_of(**{"[McDonald]": ("Macdonald", OFTEN), "[I]": ("we", OFTEN)})
    assert made("McDonald came.", names) == ["Macdonald came."]
    assert made("I came.", names) == ["We came."]


def test_numbers_are_all_alike():
    table = table_of(**{"in [the] <n>": ("", OFTEN)})
    assert made("It was in the 1999 report.", table) == ["It was in 1999 report."]


def test_a_sentence_is_never_begun_by_a_deletion_or_an_insertion():
    table = table_of(**{"[the]": ("", OFTEN), "<s> [] dog": ("the", OFTEN)})
    assert made("The dog barks.", table) == []
    assert made("Dog barks.", table) == []


def test_the_share_of_rare_entries_and_of_words_in_clean_text_is_smaller():
    assert Counts(20, 20, 0).share > Counts(2, 2, 0).share > Counts(2, 2, 9).share > 0


def test_an_entry_of_stems_serves_other_forms():
    table = table_of(**{"*listen [] DET~": ("to", OFTEN)})
    assert made("She listened a song.", table) == ["She listened to a song."]
    assert made("She listens loudly.", table) == []


WORDS = st.sampled_from(["we", "listen", "music", "the", "discuss", "about", "it", ",", "12", "É"])
SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)


@given(SENTENCES | st.text(max_size=40))
def test_a_proposal_lies_within_any_text_and_changes_it(text):
    for found in TABLE.find(text):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert text[found.span.start : found.span.end] != found.replacement


KEYS = st.dictionaries(
    st.integers(0, 2**64 - 1),
    st.tuples(
        st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=5),
        st.just(SELDOM),
    ),
    max_size=9,
)


@given(KEYS)
def test_a_table_is_read_as_it_was_written(entries):
    table = PhraseTable.of(entries)
    again = PhraseTable.from_bytes(table.to_bytes())
    assert len(again) == len(table)
    assert (again.hashes == table.hashes).all()
    assert (again.counts == table.counts).all()
    assert [again.replacements[text] for text in again.texts] == [
        table.replacements[text] for text in table.texts
    ]


@pytest.mark.parametrize("contents", [b"", b"PK\x03\x04cut", TABLE.to_bytes()[:-30]])
def test_what_is_no_table_is_refused(contents):
    with pytest.raises(ValueError, match="no phrase table"):
        PhraseTable.from_bytes(contents)


def test_a_table_with_columns_that_do_not_fit_is_refused():
    with pytest.raises(ValueError, match="length"):
        PhraseTable(TABLE.hashes, TABLE.checks[1:], TABLE.texts, TABLE.counts, TABLE.replacements)
    with pytest.raises(ValueError, match="sorted"):
        PhraseTable(TABLE.hashes[::-1], TABLE.checks, TABLE.texts, TABLE.counts, TABLE.replacements)
    with pytest.raises(ValueError, match="not there"):
        PhraseTable(TABLE.hashes, TABLE.checks, TABLE.texts, TABLE.counts, ())
