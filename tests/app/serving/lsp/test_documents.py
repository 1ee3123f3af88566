import asyncio

from hypothesis import given
from hypothesis import strategies as st

from app.serving.lsp import documents
from app.serving.lsp.documents import OpenDocument, first_difference
from app.serving.lsp.kinds import DocumentKind
from tests.app.serving.stand_ins import WordCorrector


def opened(text):
    document = OpenDocument("file:///a", DocumentKind.PLAIN, 1, text)
    asyncio.run(document.divide())
    return document


def check(document):
    corrector = WordCorrector()
    for batch in tuple(document.unknown()):
        found = [
            tuple(map(corrector.correct_sentence, corrector.segment(passage.reading)))
            for passage in batch
        ]
        document.learn(batch, found)
    return [finding.span.start for finding in document.findings(frozenset())]


def test_the_same_paragraph_is_checked_once_and_found_everywhere():
    document = opened("I go.\n\nFine.\n\nI go.")
    assert [len(batch) for batch in document.unknown()] == [2]
    assert check(document) == [2, 16]


def test_after_a_change_nothing_is_known_to_be_wrong_until_it_is_divided():
    document = opened("I go.")
    check(document)
    document.replace("Well, I go.", 2)
    assert document.findings(frozenset()) == ()


def test_what_is_gone_is_forgotten():
    document = opened("I go.\n\nHe buyed.")
    check(document)
    document.replace("I go.", 2)
    asyncio.run(document.divide())
    assert len(document.known) == 1
    assert list(document.unknown()) == []


def test_a_long_document_is_checked_in_batches(monkeypatch):
    monkeypatch.setattr(documents, "_FIRST_BATCH", 5)
    monkeypatch.setattr(documents, "_BATCH", 25)
    document = opened("\n\n".join(f"Number {n}." for n in range(9)))
    assert [len(batch) for batch in document.unknown()] == [1, 2, 3, 3]


def test_the_paragraph_that_the_writer_changes_goes_ahead_of_the_book_before_it(monkeypatch):
    monkeypatch.setattr(documents, "_FIRST_BATCH", 1)
    book = "".join(f"Number {n}.\n\n" for n in range(9))
    document = opened(f"{book}The end.\n\nThanks.")
    document.replace(f"{book}The very end.\n\nThanks.", 2)
    asyncio.run(document.divide())
    batches = list(document.unknown())
    assert [passage.reading for passage in batches[0]] == ["The very end."]
    readings = [passage.reading for batch in batches for passage in batch]
    assert readings[1:3] == ["Thanks.", "Number 0."]
    assert len(readings) == 11


@given(st.text("ab", max_size=9), st.text("ab", max_size=9))
def test_the_first_difference_is_where_two_texts_part(old, new):
    place = first_difference(old, new)
    assert old[:place] == new[:place]
    assert old[place : place + 1] != new[place : place + 1] or old == new


def test_words_of_the_dictionary_are_right():
    document = opened("I go to teh sea.")
    check(document)
    assert [each.original for each in document.findings(frozenset({"teh"}))] == ["go"]
