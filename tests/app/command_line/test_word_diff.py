def show(correct, text, **flags):
    screen = correct("--diff", stdin=text.encode(), stdout_is_terminal=True, **flags)[1]
    return screen.output.decode()


def test_only_changed_lines_are_shown_with_their_numbers(correct):
    text = "Fine.\n\nShe go to teh shop.\nFine.\n"
    assert show(correct, text) == "-\n3: She [-go-]{+goes+} to [-teh-]{+the+} shop.\n"


def test_insertions_and_deletions_have_one_mark(correct):
    assert show(correct, "a very day") == "-\n1: a [-very-] day\n"


def test_colours_come_with_shapes(correct):
    output = show(correct, "teh end", colour=True)
    assert "\x1b[9;31mteh\x1b[0m\x1b[4;32mthe\x1b[0m end" in output


def test_line_numbers_go_on_over_chunks(correct):
    assert "40001: [-teh-]{+the+}" in show(correct, "ok.\n\n" * 20_000 + "teh")


def test_text_without_corrections_shows_nothing(correct):
    assert show(correct, "Fine.\n") == ""
