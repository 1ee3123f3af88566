import pytest

from app.serving.lsp import kinds
from app.serving.lsp.kinds import DocumentKind, kind_of, passages_of


@pytest.mark.parametrize(
    ("language", "uri", "kind"),
    [
        ("plaintext", "untitled:1", DocumentKind.PLAIN),
        ("markdown", "file:///a", DocumentKind.MARKDOWN),
        ("Latex", "file:///a.tex", DocumentKind.LATEX),
        ("gitcommit", "file:///a", DocumentKind.GIT),
        ("plaintext", "file:///r/.git/COMMIT_EDITMSG", DocumentKind.GIT),
        ("", "file:///c%3A/a%20b.MD", DocumentKind.MARKDOWN),
        ("", "file:///notes.txt", DocumentKind.PLAIN),
        ("python", "file:///a.txt", None),
        ("", "file:///a.py", None),
        ("", "http://[", None),
    ],
)
def test_the_language_decides_and_the_name_helps(language, uri, kind):
    assert kind_of(language, uri) is kind


def test_paragraphs_of_plain_text_are_passages_of_their_own():
    placed = passages_of("One\ntwo.\n\n \n\nThree.\r\n\r\nFour.", DocumentKind.PLAIN)
    assert [(each.origin, each.passage.reading) for each in placed] == [
        (0, "One\ntwo."),
        (13, "Three."),
        (23, "Four."),
    ]


def test_a_passage_that_only_moves_stays_the_same():
    before = passages_of("One.\n\nTwo.", DocumentKind.PLAIN)
    after = passages_of("Something longer.\n\nTwo.", DocumentKind.PLAIN)
    assert before[1].passage == after[1].passage


def test_markup_of_markdown_is_never_in_a_piece():
    text = (
        "# Title\n\n- teh *item*\n\n```\nteh code\n```\n\nA `teh` [link](http://teh.x) 😀 here.\n"
    )
    pieces = [
        text[placed.origin + piece.source : placed.origin + piece.source + piece.length]
        for placed in passages_of(text, DocumentKind.MARKDOWN)
        for piece in placed.passage.pieces
    ]
    assert "".join(pieces) == "Titleteh itemA  link 😀 here."


def test_a_wrapped_line_of_markdown_goes_on():
    (placed,) = passages_of("> A sentence that\r\n> goes on.", DocumentKind.MARKDOWN)
    assert "that" in placed.passage.reading
    assert "goes on." in placed.passage.reading


def test_places_without_words_are_no_passages():
    assert passages_of("123\n\n***\n\n😀", DocumentKind.PLAIN) == ()


def test_dumps_are_left_alone(monkeypatch):
    monkeypatch.setattr(kinds, "MAX_LENGTH", 10)
    assert passages_of("word " * 3, DocumentKind.PLAIN) == ()
