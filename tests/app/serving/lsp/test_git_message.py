from app.serving.lsp.kinds import DocumentKind, passages_of


def readings(text):
    return [placed.passage.reading for placed in passages_of(text, DocumentKind.GIT)]


def test_comments_are_not_read():
    assert readings("Mend it\n# teh comment\nBody.\n") == ["Mend it\n", "Body.\n"]


def test_everything_below_the_scissors_is_not_read():
    message = "Mend it\n# ------------------------ >8 ------------------------\nteh diff\n"
    assert readings(message) == ["Mend it\n"]


def test_another_comment_character_is_told_by_the_scissors():
    message = "Mend #12\n; teh comment\n; ------------------------ >8 ------------------------\nx"
    assert readings(message) == ["Mend #12\n"]


def test_the_subject_stands_for_itself_even_without_a_blank_line():
    assert readings("Mend the subject\nand the body\nof two lines\n") == [
        "Mend the subject\n",
        "and the body\nof two lines\n",
    ]


def test_trailers_and_code_are_not_read():
    message = (
        "Mend\n\nBody.\n\n    git teh --code\n\n"
        "Signed-off-by: A <a@b.c>\nFixes: #12\nNote: a thing.\n"
    )
    assert readings(message) == ["Mend\n", "Body.\n", "Note: a thing.\n"]


def test_items_are_read_one_by_one():
    assert readings("Mend\n\n- one thing\n* another\n2. third\n") == [
        "Mend\n",
        "one thing\n",
        "another\n",
        "third\n",
    ]


def test_places_lie_in_the_message():
    message = "😀 Mend\r\n# x\r\nBody teh.\r\n"
    for placed in passages_of(message, DocumentKind.GIT):
        (piece,) = placed.passage.pieces
        assert message[placed.origin : placed.end] == placed.passage.reading
        assert piece.source == 0
