import codecs
import json

import pytest

from tests.app.command_line.fakes import FakeCorrector

UTF16_MARK = codecs.BOM_UTF16_LE


def test_standard_input_is_corrected_to_standard_output(correct):
    code, screen = correct("-", stdin=b"She go home.\n")
    assert (code, screen.output, screen.messages) == (0, b"She goes home.\n", "")


def test_no_file_means_standard_input(correct):
    assert correct(stdin=b"teh end")[1].output == b"the end"


def test_empty_input_gives_empty_output(correct):
    assert correct(stdin=b"")[1].output == b""


def test_several_files_are_printed_one_after_the_other(correct, tmp_path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(b"teh one\n")
    second.write_bytes(b"teh two\n")
    code, screen = correct(first, second)
    assert (code, screen.output) == (0, b"the one\nthe two\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept(correct, line_end):
    source = f"She go.{line_end}{line_end}teh end.{line_end}"
    expected = f"She goes.{line_end}{line_end}the end.{line_end}"
    assert correct(stdin=source.encode())[1].output == expected.encode()


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_encoding_and_byte_order_mark_are_kept(correct, mark, codec):
    source = mark + "Zoë 😀 go.".encode(codec)
    assert correct(stdin=source)[1].output == mark + "Zoë 😀 goes.".encode(codec)


def test_named_encoding_is_used_for_reading_and_writing(correct, tmp_path):
    file = tmp_path / "old.txt"
    file.write_bytes("Zoë go – home".encode("cp1252"))
    code, screen = correct("--encoding", "windows-1252", file)
    assert (code, screen.output) == (0, "Zoë goes – home".encode("cp1252"))


def test_replacement_that_the_encoding_lacks_is_left_out(correct):
    code, screen = correct("--encoding", "latin-1", stdin=b"dots and naive go")
    assert (code, screen.output) == (0, "dots and naïve goes".encode("latin-1"))


def test_latin_1_is_refused_with_the_option_that_helps_and_nothing_is_printed(correct, tmp_path):
    file = tmp_path / "old.txt"
    file.write_bytes(b"x" * 200_000 + "Zoë go".encode("latin-1"))
    code, screen = correct(file)
    assert (code, screen.output) == (2, b"")
    assert "byte 0xEB at position 200002" in screen.messages
    assert "--encoding cp1252" in screen.messages


def test_bad_file_does_not_stop_the_others(correct, tmp_path):
    good = tmp_path / "good.txt"
    good.write_bytes(b"teh end")
    code, screen = correct(tmp_path / "none.txt", tmp_path, good)
    assert (code, screen.output) == (2, b"the end")
    assert "There is no file" in screen.messages
    assert "is a folder" in screen.messages


def test_sentence_that_the_engine_fails_on_is_left_as_it_is(correct):
    code, screen = correct(stdin=b"unspeakable go\nteh end\n")
    assert (code, screen.output) == (0, b"unspeakable go\nthe end\n")
    assert "1 sentence could not be checked" in screen.messages


def test_quiet_says_nothing_but_errors(correct):
    assert correct("--quiet", stdin=b"unspeakable")[1].messages == ""


def test_check_names_texts_with_corrections_and_returns_1(correct, tmp_path):
    wrong, right = tmp_path / "wrong.txt", tmp_path / "right.txt"
    wrong.write_text("teh apple", encoding="utf-8")
    right.write_text("the end", encoding="utf-8")
    code, screen = correct("--check", wrong, right)
    assert (code, screen.output.decode()) == (1, f"{wrong}: 2 corrections\n")
    assert correct("--check", right)[0] == 0


def test_check_goes_with_a_diff(correct):
    code, screen = correct("--check", "--diff", stdin=b"teh end\n")
    assert code == 1
    assert b"+the end\n" in screen.output


def test_problem_outweighs_what_check_found(correct, tmp_path):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("teh", encoding="utf-8")
    assert correct("--check", wrong, tmp_path / "none.txt")[0] == 2


def test_terminal_gets_its_own_encoding(correct):
    source = UTF16_MARK + "Zoë go 😀".encode("utf-16-le")
    _, screen = correct(stdin=source, stdout_is_terminal=True, terminal_codec="latin-1")
    assert screen.output == "Zoë goes ?".encode("latin-1")


def test_person_at_the_keyboard_is_told_how_to_end(correct):
    _, screen = correct(stdin=b"teh", stdin_is_terminal=True)
    assert "Ctrl-D" in screen.messages


def test_progress_is_shown_on_a_terminal_only(correct, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("teh end. " * 1000, encoding="utf-8")
    assert "a.txt" in correct(file, stderr_is_terminal=True)[1].messages
    assert correct(file)[1].messages == ""
    assert correct("-q", file, stderr_is_terminal=True)[1].messages == ""
    both = correct(file, stderr_is_terminal=True, stdout_is_terminal=True)[1]
    assert both.messages == ""


def test_json_counts_code_points_of_the_file(correct):
    source = "Hi 😀.\n\n" * 20_000 + "Zoë 😀 go.\n"
    code, screen = correct("--json", stdin=codecs.BOM_UTF8 + source.encode())
    document = json.loads(screen.output)
    assert code == 0
    assert (document["version"], document["model"]) == (1, "fake-1")
    [file] = document["files"]
    assert (file["name"], file["encoding"], file["problem"]) == ("-", "utf-8", None)
    assert "".join(sentence["text"] for sentence in file["sentences"]) == source
    last = file["sentences"][-1]
    assert source[last["start"] : last["end"]] == last["text"] == "Zoë 😀 go.\n"
    assert last["corrected"] == "Zoë 😀 goes.\n"
    [edit] = last["edits"]
    assert source[edit["start"] : edit["end"]] == edit["original"] == "go"
    assert (edit["replacement"], edit["confidence"]) == ("goes", 0.9)
    assert (edit["category"], edit["error_type"]) == ("grammar", "R:VERB:SVA")


def test_json_stays_valid_when_a_text_breaks_off(correct, tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("teh end", encoding="utf-8")
    broken = b"teh start\n\n" + b"x" * 100_000 + b"\xff"
    code, screen = correct("--json", "-", good, stdin=broken)
    first, second = json.loads(screen.output)["files"]
    assert code == 2
    assert "not valid UTF-8" in first["problem"]
    assert second["problem"] is None
    assert second["sentences"][0]["corrected"] == "the end"


def test_every_sentence_is_checked_once(correct):
    corrector = FakeCorrector()
    lines = [f"Line {number}.\n" for number in range(20_000)]
    correct(stdin="".join(lines).encode(), corrector=corrector)
    assert corrector.seen == lines
