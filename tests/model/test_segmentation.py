import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.segmentation import iter_sentences, segment


def texts(text):
    return [sentence.text for sentence in segment(text)]


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u3000"])
def test_wide_spaces_are_spaces(space):
    text = f"B{space}.B{space}He goes.{space}She stays."
    assert "".join(sentence.text for sentence in segment(text)) == text
    assert segment(text)[-1].text == "She stays."


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="aB.!? \r\n\t\"'\u2028\u2029\x85\u00a0😀\ud800", max_size=60),
        st.lists(
            st.sampled_from(["Mr.", "He goes.", "e.g.", "\r\n", "\n\n", " ", "- item", "1."])
        ).map("".join),
    )
)
@settings(max_examples=300)
def test_the_sentences_join_to_the_text(text):
    sentences = segment(text)
    assert "".join(sentence.text for sentence in sentences) == text
    start = 0
    for sentence in sentences:
        assert sentence.start == start
        assert sentence.text
        start += len(sentence.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She came.", ["He left. ", "She came."]),
        ("i think so. it rains.", ["i think so. ", "it rains."]),
        ("Mr. Smith paid 3.5 dollars.", ["Mr. Smith paid 3.5 dollars."]),
        ("Fruit, e.g. apples, etc. are good.", ["Fruit, e.g. apples, etc. are good."]),
        ('"Go home." Then he left.', ['"Go home." ', "Then he left."]),
        ("“Go home.” Then he left.", ["“Go home.” ", "Then he left."]),
        ("Really?! Yes... well.", ["Really?! ", "Yes... well."]),
        ("It was 5 a.m. in May.", ["It was 5 a.m. in May."]),
        ("I like it.But no.", ["I like it.But no."]),
        ("Yes. I do.", ["Yes. ", "I do."]),
        ("1. First one. 2. Second one.", ["1. First one. ", "2. Second one."]),
        ("  He left.  \tShe came.  ", ["  He left.  \t", "She came.  "]),
    ],
)
def test_sentences_end_where_a_reader_says(text, expected):
    assert texts(text) == expected


def test_every_line_of_unwrapped_text_is_on_its_own():
    assert texts("A heading\r\nThe text\r\n\r\nMore") == [
        "A heading\r\n",
        "The text\r\n",
        "\r\n",
        "More",
    ]


def test_a_sentence_goes_on_over_the_line_ends_of_hard_wrapped_text():
    text = (
        "This paragraph was wrapped by an editor, so that one of its\n"
        "sentences goes on in the next line. This is the second one.\n"
        "\n"
        "A new paragraph\n"
    )
    assert texts(text) == [
        "This paragraph was wrapped by an editor, so that one of its\n"
        "sentences goes on in the next line. ",
        "This is the second one.\n",
        "\n",
        "A new paragraph\n",
    ]


def test_list_items_and_headings_do_not_run_together_in_wrapped_text():
    text = (
        "- this is the first item of a list and it is rather long\n"
        "- this is the second item of a list and it is rather long\n"
        "# A heading that is about as long as a line of wrapped text\n"
        "The text below it\n"
    )
    assert texts(text) == text.splitlines(keepends=True)


def test_markdown_lines_are_kept_whole():
    assert texts("> He said it.\n* one\n* two\n") == ["> He said it.\n", "* one\n", "* two\n"]


@pytest.mark.parametrize("run", ["x" * 100_000, "a. " * 20_000, "\n" * 50_000, "." * 50_000])
def test_over_long_runs_lose_nothing(run):
    assert "".join(texts(run)) == run


@given(st.lists(st.text(alphabet="aB. \n", max_size=30)), st.integers(1, 40))
def test_a_stream_gives_sentences_that_join_to_it(chunks, size):
    sentences = list(iter_sentences(chunks, size))
    assert "".join(sentence.text for sentence in sentences) == "".join(chunks)
    assert all(s.start == sum(len(b.text) for b in sentences[:i]) for i, s in enumerate(sentences))
