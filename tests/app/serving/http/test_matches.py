from app.checking.offsets import Utf16Offsets
from app.serving.findings import find
from app.serving.http.matches import check_answer, match_of
from app.serving.http.query import read_query
from app.serving.passages import Passage
from tests.app.serving.stand_ins import WordCorrector

JAVASCRIPT = "utf-16-le"


def corrections_of(text):
    corrector = WordCorrector()
    return [corrector.correct_sentence(sentence) for sentence in corrector.segment(text)]


def matches_of(text):
    passage = Passage.of_plain(text)
    return [
        match_of(finding, text, Utf16Offsets(text))
        for finding in find(text, passage, corrections_of(text))
    ]


def utf16_slice(text, offset, length):
    return text.encode(JAVASCRIPT)[2 * offset : 2 * (offset + length)].decode(JAVASCRIPT)


def test_a_match_carries_all_that_clients_read():
    (match,) = matches_of("We like teh sea.")
    assert match == {
        "message": "Spelling: write “the” instead of “teh”.",
        "shortMessage": "Spelling",
        "replacements": [{"value": "the"}],
        "offset": 8,
        "length": 3,
        "context": {"text": "We like teh sea.", "offset": 8, "length": 3},
        "sentence": "We like teh sea.",
        "type": {"typeName": "UnknownWord"},
        "rule": {
            "id": "R_SPELL",
            "description": "Spelling: wrong",
            "issueType": "misspelling",
            "category": {"id": "TYPOS", "name": "Possible Typo"},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def test_offsets_count_utf_16_units_behind_emoji():
    text = "😀😀 teh 👩‍👩‍👧 go."
    first, second = matches_of(text)
    assert utf16_slice(text, first["offset"], first["length"]) == "teh"
    assert utf16_slice(text, second["offset"], second["length"]) == "go"


def test_the_context_is_cut_to_one_line_and_marks_the_words():
    text = "😀 " * 40 + "\nthen teh end\t" + "x" * 60
    (match,) = matches_of(text)
    context = match["context"]
    assert context["text"].startswith("...")
    assert context["text"].endswith("x...")
    assert "\n" not in context["text"]
    assert "\t" not in context["text"]
    assert utf16_slice(context["text"], context["offset"], context["length"]) == "teh"


def test_an_insertion_has_a_length():
    (match,) = matches_of("I am student.")
    assert (match["offset"], match["length"]) == (5, 7)
    assert match["replacements"] == [{"value": "a student"}]


def test_sentences_are_told_without_the_blanks_around_them():
    text = "😀 One. \n Two"
    query = read_query({"text": text, "language": "en"})
    answer = check_answer(query, (), corrections_of(text), "")
    assert [utf16_slice(text, low, high - low) for low, high in answer["sentenceRanges"]] == [
        "😀 One.",
        "Two",
    ]


def test_an_answer_that_is_not_whole_says_why():
    query = read_query({"text": "a", "language": "en"})
    assert check_answer(query, (), (), "")["warnings"] == {"incompleteResults": False}
    assert check_answer(query, (), (), "Too slow.")["warnings"] == {
        "incompleteResults": True,
        "incompleteResultsReason": "Too slow.",
    }
