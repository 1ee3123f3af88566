import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line import markup
from app.command_line.markup import ProtectedSpans, is_markdown, read_markdown
from model.edits import Span
from tests.app.command_line.fakes import FakeCorrector

SOURCE = "# go\n\nShe go to [teh shop](teh/go) with `go`.\n\n```\ngo teh\n```\n\nvery\n"
CORRECTED = "# goes\n\nShe goes to [the shop](teh/go) with `go`.\n\n```\ngo teh\n```\n\n\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_markup_and_code_are_left_alone(correct, tmp_path, line_end):
    file = tmp_path / "notes.MD"
    file.write_bytes(SOURCE.replace("\n", line_end).encode())
    code, screen = correct(file)
    assert code == 0
    assert screen.output.decode() == CORRECTED.replace("\n", line_end)


def test_plain_corrects_everything(correct, tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("`go`", encoding="utf-8")
    assert correct("--plain", file)[1].output == b"`goes`"


def test_engine_is_not_asked_about_code(correct, tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("Fine.\n\n```\nint x;\n```\n", encoding="utf-8")
    corrector = FakeCorrector()
    correct(file, corrector=corrector)
    assert corrector.seen == ["Fine.\n"]


def test_too_large_markdown_is_refused_with_a_way_out(correct, tmp_path, monkeypatch):
    monkeypatch.setattr(markup, "MARKDOWN_LIMIT", 10)
    file = tmp_path / "notes.md"
    file.write_text("Eleven char", encoding="utf-8")
    code, screen = correct(file)
    assert code == 2
    assert "use --plain" in screen.messages


def test_suffix_tells_markdown():
    assert is_markdown("a/b/README.md")
    assert not is_markdown("-")
    assert not is_markdown("md")


def test_positions_count_in_the_text_as_it_is():
    text, protected = read_markdown(["a\r", "\na\r\na\r\n`b` c"], "x")
    assert protected.touches(Span(text.index("b"), text.index("b") + 1))
    assert not protected.touches(Span(text.index("c"), text.index("c") + 1))


BORDERS = st.lists(st.integers(0, 30), unique=True, max_size=12).map(sorted)


@given(BORDERS, st.integers(0, 30), st.integers(0, 10))
def test_looking_up_is_the_same_as_looking_everywhere(borders, start, length):
    spans = [Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False)]
    span, protected = Span(start, start + length), ProtectedSpans(spans)
    assert protected.touches(span) == any(s.start < span.end and span.start < s.end for s in spans)
    assert protected.covers(span) == any(s.start <= span.start and span.end <= s.end for s in spans)


def test_insertion_at_the_border_of_markup_is_allowed():
    protected = ProtectedSpans([Span(2, 5)])
    assert not protected.touches(Span(2, 2))
    assert not protected.touches(Span(5, 5))
    assert protected.touches(Span(3, 3))
