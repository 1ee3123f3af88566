from app.serving.lsp.parts import Part, PartKind, passages

TEXT, MARKUP, BREAK = PartKind.TEXT, PartKind.MARKUP, PartKind.BREAK


def read(text, *parts):
    return [
        (placed.origin, placed.end, placed.passage.reading)
        for placed in passages(text, (Part(*part) for part in parts))
    ]


def test_a_break_ends_a_passage():
    assert read("one|two", (TEXT, 0, 3), (BREAK, 3, 4), (TEXT, 4, 7)) == [
        (0, 3, "one"),
        (4, 7, "two"),
    ]


def test_what_parts_leave_out_is_not_read():
    assert read("one two", (TEXT, 0, 3)) == [(0, 3, "one")]


def test_a_stand_in_is_read_but_has_no_place():
    assert read("a*b", (TEXT, 0, 1), (MARKUP, 1, 2, " x "), (TEXT, 2, 3)) == [(0, 3, "a x b")]


def test_blanks_before_the_first_word_belong_to_nobody():
    assert read("\n  one", (TEXT, 0, 6)) == [(3, 6, "one")]


def test_an_aside_is_read_by_itself():
    found = read(
        "a(note)b",
        (TEXT, 0, 1),
        (PartKind.OPEN, 1, 2),
        (TEXT, 2, 6),
        (PartKind.CLOSE, 6, 7),
        (TEXT, 7, 8),
    )
    assert found == [(2, 6, "note"), (0, 8, "ab")]


def test_closing_what_was_never_opened_does_no_harm():
    found = read("a)b", (TEXT, 0, 1), (PartKind.CLOSE, 1, 2), (TEXT, 2, 3))
    assert [reading for *_, reading in found] == ["a", "b"]


def test_a_blank_line_ends_what_somebody_forgot_to_close():
    found = read("a(b\n\nc", (TEXT, 0, 1), (PartKind.OPEN, 1, 2), (TEXT, 2, 6))
    assert [reading for *_, reading in found] == ["b", "a", "c"]
