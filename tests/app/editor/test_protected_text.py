from concurrent.futures import ThreadPoolExecutor

import pytest

from app.editor.protected_text import ProtectedText, ranges_by_block
from model.edits import Span


def test_ranges_are_cut_at_paragraphs():
    text = "one `two\nthree` four\n😀 five"
    assert ranges_by_block(text, (Span(4, 15), Span(21, 23))) == {
        0: ((4, 8),),
        1: ((0, 6),),
        2: ((0, 3),),
    }


def test_several_ranges_in_one_paragraph():
    assert ranges_by_block("a b c\nd", (Span(0, 1), Span(2, 3), Span(6, 7))) == {
        0: ((0, 1), (2, 3)),
        1: ((0, 1),),
    }


def test_ranges_over_blank_paragraphs():
    assert ranges_by_block("a\n\n\nb", (Span(0, 5),)) == {0: ((0, 1),), 3: ((0, 1),)}


@pytest.fixture
def guarded(bench):
    with ThreadPoolExecutor(1) as executor:
        bench.guard = ProtectedText(bench.editor, bench.blocks, executor)
        yield bench


def quoted(text):
    """Protect what stands between bars."""
    import re

    return tuple(Span(*match.span()) for match in re.finditer(r"\|[^|]*\|", text))


def test_protected_text_has_no_issues(guarded, qtbot):
    guarded.write("I recieve |teh code| and teh rest.")
    guarded.check()
    guarded.guard.set_rule(quoted)
    qtbot.waitUntil(lambda: guarded.shown == ["recieve", "teh"])
    assert guarded.issues[1].start > 20


def test_text_that_is_no_longer_protected_shows_its_issues(guarded, qtbot):
    guarded.write("Read |teh code|.")
    guarded.check()
    guarded.guard.set_rule(quoted)
    qtbot.waitUntil(lambda: guarded.shown == [])
    guarded.guard.set_rule(None)
    assert guarded.shown == ["teh"]


def test_typing_looks_again(guarded, qtbot):
    guarded.write("Read teh code.")
    guarded.check()
    guarded.guard.set_rule(quoted)
    guarded.caret(9)
    guarded.editor.insertPlainText("code|")
    guarded.caret(5)
    guarded.editor.insertPlainText("|")
    guarded.check()
    qtbot.waitUntil(lambda: guarded.shown == [])
