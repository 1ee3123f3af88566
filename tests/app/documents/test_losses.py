from app.documents.formats import DocumentFormat
from app.documents.losses import list_things, lost_things

NAMES = {"tables": ("table", "tables"), "notes": ("footnote", "footnotes")}


def lost(counts, unstorable=0, **what):
    return lost_things(counts, NAMES, unstorable, DocumentFormat.WORD, **what)


def test_one_and_several_things_are_called_by_their_names():
    (sentence,) = list_things([(1, "table", "tables"), (0, "x", "x"), (3, "field", "fields")])
    assert sentence.startswith("This document has 1 table and 3 fields.")


def test_three_kinds_are_listed_with_commas():
    (sentence,) = list_things([(1, "a", "as"), (2, "b", "bs"), (1, "c", "cs")])
    assert "has 1 a, 2 bs and 1 c." in sentence


def test_nothing_lost_is_nothing_said():
    assert lost({"tables": 0, "notes": -1}) == ()
    assert list_things([(0, "table", "tables")]) == ()


def test_every_kind_of_loss_is_a_sentence_of_its_own():
    sentences = lost({"tables": 1, "notes": 2}, unstorable=1, moved=True, signed=True)
    assert "1 table and 2 footnotes will be removed" in sentences[0]
    assert "Word file cannot hold 1 control character" in sentences[1]
    assert "line of its own" in sentences[2]
    assert "signature" in sentences[3]
