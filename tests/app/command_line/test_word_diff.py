import io

from app.command_line.checking import CheckedChunk
from app.command_line.chunks import Chunk
from app.command_line.encoding import TextFormat
from app.command_line.word_diff import WordDiff
from model.edits import Correction, Edit, Sentence, Span


def show(correct, text, **flags):
    screen = correct("--diff", stdin=text.encode(), stdout_is_terminal=True, **flags)[1]
    return screen.output.decode()


def test_only_changed_lines_are_shown_with_their_numbers(correct):
    text = "Fine.\n\nShe go to teh shop.\nFine.\n"
    assert show(correct, text) == "-\n3: She [-go-]{+goes+} to [-teh-]{+the+} shop.\n"


def test_deletion_has_one_mark(correct):
    assert show(correct, "a very day") == "-\n1: a [-very-] day\n"


def show_edits(text, *edits):
    out = io.BytesIO()
    report = WordDiff(out, "utf-8", colour=False)
    report.begin("t", TextFormat("utf-8"))
    report.add(CheckedChunk(Chunk(text, 0), (Correction(Sentence(text, 0), edits),)))
    report.finish(None)
    return out.getvalue().decode()


def test_insertion_has_one_mark():
    assert show_edits("a day", Edit(Span(5, 5), "", ".", 1.0)) == "t\n1: a day{+.+}\n"


def test_line_numbers_count_lines_that_an_edit_joins():
    joined = Edit(Span(1, 2), "\n", " ", 1.0)
    last = Edit(Span(4, 5), "c", "d", 1.0)
    assert show_edits("a\nb\nc\n", joined, last) == "t\n1: a[-\n-]{+ +}b\n3: [-c-]{+d+}\n"


def test_colours_come_with_shapes(correct):
    output = show(correct, "teh end", colour=True)
    assert "\x1b[9;31mteh\x1b[0m\x1b[4;32mthe\x1b[0m end" in output


def test_line_numbers_go_on_over_chunks(correct):
    assert "40001: [-teh-]{+the+}" in show(correct, "ok.\n\n" * 20_000 + "teh")


def test_text_without_corrections_shows_nothing(correct):
    assert show(correct, "Fine.\n") == ""
