import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.edits import Edit, apply_edits
from model.extraction import extract_changes, split_words

NATURAL = [
    ("He has a apple.", "He has an apple.", ["a>an"]),
    ("However I think so.", "However, I think so.", [">,"]),
    ("He goes school.", "He goes to school.", [">to "]),
    ("He goes to the the shop.", "He goes to the shop.", ["the >"]),
    ("He goes home again.", "He goes home.", [" again>"]),
    ("The dog", "The dog.", [">."]),
    ("I have alot of time.", "I have a lot of time.", ["alot>a lot"]),
    ("a every day life", "an everyday life", ["a>an", "every day>everyday"]),
    ("a well known man", "a well-known man", ["well known>well-known"]),
    ("She is going home every day.", "She goes home every day.", ["is going>goes"]),
    ("It is more big.", "It is bigger.", ["more big>bigger"]),
    ("I want going.", "I want to go.", ["going>to go"]),
    ("I know what is it .", "I know what it is.", ["is it>it is", " >"]),
    ("I like very much it.", "I like it very much.", ["very much it>it very much"]),
    ("I like it. but not him.", "I like it, but not him.", [".>,"]),
    ("I like it. But not him.", "I like it, but not him.", [". But>, but"]),
    ("I like it, But not him.", "I like it, but not him.", ["But>but"]),
    ("i dont know", "I don't know", ["i>I", "dont>don't"]),
    ("She go home and buyed two apple .", "She went home and bought two apples.",
     ["go>went", "buyed>bought", "apple>apples", " >"]),
    ("I go school.", "I went to school.", ["go>went", ">to "]),
    ("a informations are", "information is", ["a >", "informations>information", "are>is"]),
    ("He was go home.", "He had gone home.", ["was go>had gone"]),
    ("He suggested me to go.", "He suggested that I go.", ["> that", "me>I", "to >"]),
    ("The life is hard.", "Life is hard.", ["The life>Life"]),
    ("At last, we go.", "Finally, we go.", ["At last>Finally"]),
    ("We go at last.", "We go last.", ["at >"]),
    ("the dogs tail", "the dog's tail", ["dogs>dog's"]),
    ("so a b c d e f g h i j", "so h i j", ["a b c d e f g >"]),
    ("in front of 3.5 cm", "in front of 3.5 cm", []),
]  # fmt: skip

texts = st.one_of(
    st.text(alphabet="ab .,'-\n", max_size=20),
    st.text(max_size=20),
    st.lists(
        st.sampled_from(["the", "a", "is", "it", ",", ".", "go", "goes", "😀"]), max_size=8
    ).map(" ".join),
)


@given(texts, texts)
@settings(max_examples=300)
def test_applying_the_edits_gives_the_hypothesis_for_any_two_strings(source, hypothesis):
    changes = extract_changes(source, hypothesis)
    edits = [Edit(change.span, change.original, change.replacement, 1.0) for change in changes]
    assert apply_edits(source, edits) == hypothesis
    for change in changes:
        new = change.new_span
        assert hypothesis[new.start : new.end] == change.replacement != change.original


@pytest.mark.parametrize(("source", "hypothesis", "expected"), NATURAL)
def test_edits_are_those_a_reader_would_mark(source, hypothesis, expected):
    found = [f"{c.original}>{c.replacement}" for c in extract_changes(source, hypothesis)]
    assert found == expected


@given(texts)
def test_words_stand_where_they_say(text):
    for word in split_words(text):
        assert text[word.start : word.end] == word.text
    covered = "".join(word.text for word in split_words(text))
    assert covered == "".join(text.split())


def test_two_long_texts_that_share_nothing_are_compared_in_no_time():
    source = " ".join(f"word{i}" for i in range(500))
    hypothesis = " ".join(f"other{i}" for i in range(500))
    assert len(extract_changes(source, hypothesis)) == 1
