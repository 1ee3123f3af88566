import io
import re
import subprocess

from hypothesis import given
from hypothesis import strategies as st

from app.command_line import unified_diff
from app.command_line.changed_lines import group_lines
from app.command_line.checking import CheckedChunk
from app.command_line.chunks import Chunk
from app.command_line.encoding import TextFormat
from app.command_line.unified_diff import UnifiedDiff
from model.edits import Correction, Edit, Sentence, Span, apply_edits

UTF_8 = TextFormat("utf-8")
WORDS = {"x": "y", "a\n": "a ", "\n": "", "b": "b\nc", " ": ""}


def checked(text, edits, start=0):
    return CheckedChunk(Chunk(text, start), (Correction(Sentence(text, 0), tuple(edits)),))


def some_edits(text, chosen):
    """Edit the chosen occurrences of what ``WORDS`` replaces."""
    found = [m for m in re.finditer(r"x|a\n|\n|b| ", text)]
    return [
        Edit(Span(m.start(), m.end()), m.group(), WORDS[m.group()], 1.0)
        for number, m in enumerate(found)
        if number in chosen
    ]


def diff_of(*pairs, text_format=UTF_8):
    out = io.BytesIO()
    report = UnifiedDiff(out)
    report.begin("t", text_format)
    start = 0
    for text, edits in pairs:
        report.add(checked(text, edits, start))
        start += len(text)
    report.finish(None)
    report.close()
    return out.getvalue()


def patched(source, diff):
    """Apply a diff by hand: a strict reader, which wants every line to fit."""
    if not diff:
        return source
    old = re.findall(r"[^\n]*\n|[^\n]+", source)
    new, position = [], 0
    lines = re.findall(r"[^\n]*\n", diff)[2:]
    for number, line in enumerate(lines):
        if line.startswith("@@"):
            [(start, count)] = re.findall(r"@@ -(\d+)(?:,(\d+))? \+", line)
            first = int(start) - (count != "0")
            new += old[position:first]
            position = first
            continue
        if line.startswith("\\"):
            continue
        content = line[1:]
        if number + 1 < len(lines) and lines[number + 1].startswith("\\"):
            content = content[:-1]
        if line[0] in " -":
            assert old[position] == content
            position += 1
        if line[0] in " +":
            new.append(content)
    return "".join(new + old[position:])


TEXT = st.text(st.sampled_from("xab \nq\r"), max_size=80)


@given(TEXT, st.sets(st.integers(0, 40)))
def test_groups_hold_every_edit_and_join_to_the_text(text, chosen):
    edits = some_edits(text, chosen)
    groups = list(group_lines(text, edits))
    assert "".join(group.text for group in groups) == text
    assert "".join(group.corrected for group in groups) == apply_edits(text, edits)
    assert all(group.corrected.endswith("\n") for group in groups[:-1])


@given(TEXT, st.sets(st.integers(0, 40)))
def test_applying_the_diff_gives_the_corrected_text(text, chosen):
    edits = some_edits(text, chosen)
    assert patched(text, diff_of((text, edits)).decode()) == apply_edits(text, edits)


@given(st.lists(st.tuples(TEXT.map(lambda t: t + "\n\n"), st.sets(st.integers(0, 40)))))
def test_diff_does_not_depend_on_where_chunks_are_cut(parts):
    pairs = [(text, some_edits(text[:-1], chosen)) for text, chosen in parts]
    whole = "".join(text for text, _ in parts)
    shifted, start = [], 0
    for text, edits in pairs:
        shifted += [edit.shifted(start) for edit in edits]
        start += len(text)
    assert diff_of(*pairs) == diff_of((whole, shifted))


def test_hunk_has_three_lines_of_context_and_the_numbers_of_diff():
    lines = [f"{number}\n" for number in range(1, 21)]
    lines[9] = "x\n"
    text = "".join(lines)
    edit = Edit(Span(text.index("x"), text.index("x") + 1), "x", "y", 1.0)
    assert diff_of((text, [edit])).decode() == (
        "--- t\n+++ t\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-x\n+y\n 11\n 12\n 13\n"
    )


def changes_at(lines, *numbers):
    """Return a text of numbered lines and edits that double the number in some of them."""
    text = "".join(f"{number}\n" for number in range(1, lines + 1))
    edits = []
    for number in numbers:
        at = text.index(f"\n{number}\n") + 1
        edits.append(Edit(Span(at, at + len(str(number))), str(number), str(2 * number), 1.0))
    return text, edits


def test_changes_with_six_lines_between_share_a_hunk():
    assert diff_of(changes_at(30, 10, 17)).decode().count("@@ -") == 1


def test_changes_with_seven_lines_between_have_hunks_with_full_context():
    diff = diff_of(changes_at(30, 10, 18)).decode()
    assert "@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+20\n 11\n 12\n 13\n@@" in diff
    assert diff.endswith("@@ -15,7 +15,7 @@\n 15\n 16\n 17\n-18\n+36\n 19\n 20\n 21\n")


def test_text_that_vanishes_is_a_range_of_no_lines():
    assert diff_of(("x", [Edit(Span(0, 1), "x", "", 1.0)])).decode() == (
        "--- t\n+++ t\n@@ -1 +0,0 @@\n-x\n\\ No newline at end of file\n"
    )


def test_line_in_several_chunks_is_one_line():
    edit = Edit(Span(1, 2), "x", "y", 1.0)
    assert diff_of(("a ", []), ("bx\n", [edit])).decode().endswith("@@\n-a bx\n+a by\n")


def test_text_without_corrections_gives_no_diff():
    assert diff_of(("one\ntwo\n", [])) == b""


def test_byte_order_mark_stays_in_the_first_line():
    edit = Edit(Span(0, 1), "x", "y", 1.0)
    diff = diff_of(("x\nz\n", [edit]), text_format=TextFormat("utf-8", b"\xef\xbb\xbf"))
    assert diff.decode().endswith("-\ufeffx\n+\ufeffy\n z\n")


def test_utf_16_is_shown_in_utf_8():
    edit = Edit(Span(0, 1), "x", "y", 1.0)
    diff = diff_of(("x\n", [edit]), text_format=TextFormat("utf-16-le", b"\xff\xfe"))
    assert diff.endswith(b"-x\n+y\n")


def test_endless_change_is_split_into_hunks(monkeypatch):
    monkeypatch.setattr(unified_diff, "HUNK_LIMIT", 1000)
    text = "x\n" * 5000
    edits = [Edit(Span(2 * n, 2 * n + 1), "x", "y", 1.0) for n in range(5000)]
    diff = diff_of((text, edits)).decode()
    assert diff.count("@@ -") > 1
    assert patched(text, diff) == "y\n" * 5000


def test_git_applies_the_diff(correct, tmp_path):
    source = "Zoë go.\r\n" + "line\r\n" * 20 + "teh apple\r\n\r\nlast very"
    file = tmp_path / "t.txt"
    file.write_bytes(source.encode())
    diff = correct("--diff", file)[1].output.replace(str(file).encode(), b"t.txt")
    subprocess.run(
        ["git", "apply", "-p0", "-"], input=diff, cwd=tmp_path, check=True, capture_output=True
    )
    assert file.read_bytes() == correct(stdin=source.encode())[1].output
