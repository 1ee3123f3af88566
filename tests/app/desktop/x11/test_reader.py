import pytest

from app.desktop.x11.reader import Ending, SelectionReader
from tests.app.desktop.x11.conftest import Program

RICH = {
    "UTF8_STRING": "Grüße 🙂".encode(),
    "text/html": b"<b>Gr\xc3\xbc\xc3\x9fe</b>",
    "image/png": bytes(range(256)) * 40,
    "x-special/gnome-copied-files": b"copy\nfile:///tmp/a%20b",
    "application/x-own": b"\0\xff\0",
}


def test_every_target_of_the_owner_is_read_in_its_order(program, read):
    program.own("CLIPBOARD", RICH)
    content = read()
    assert content.ending is Ending.WHOLE
    assert content.targets == tuple(RICH.items())
    assert content.refused == ()


def test_questions_and_commands_among_the_targets_are_not_asked(program, read):
    owner = program.own("CLIPBOARD", RICH)
    read()
    assert owner.asked == ["TARGETS", *RICH]


def test_a_large_content_comes_in_pieces(program, read):
    big = bytes(range(256)) * 4000
    program.own("CLIPBOARD", {"image/bmp": big, "text/x-after": b"last"}, piece=60_000)
    assert dict(read().targets) == {"image/bmp": big, "text/x-after": b"last"}


def test_an_empty_content_is_a_content(program, read):
    program.own("CLIPBOARD", {"application/x-marker": b""})
    assert read().targets == (("application/x-marker", b""),)


def test_a_target_that_is_refused_leaves_the_others(program, read):
    program.own("CLIPBOARD", RICH, lists=("image/tiff",))
    content = read()
    assert content.refused == ("image/tiff",)
    assert content.targets == tuple(RICH.items())


def test_an_owner_without_targets_is_asked_for_its_text(program, read):
    program.own("CLIPBOARD", {"STRING": b"caf\xe9"}, targets=False)
    content = read()
    assert content.ending is Ending.WHOLE
    assert content.text == "café"


def test_without_an_owner_there_is_nothing(x, read):
    assert read("SECONDARY").ending is Ending.NO_OWNER


@pytest.mark.parametrize("silent_at", ["TARGETS", "text/html"])
def test_a_silent_owner_ends_the_reading(program, read, silent_at):
    program.own("CLIPBOARD", RICH, silent_at=silent_at)
    assert read(silence_ms=50).ending is Ending.SILENT


def test_of_an_owner_that_dies_in_the_middle_stays_what_it_gave(program, read, qtbot):
    owner = program.own("CLIPBOARD", RICH, silent_at="image/png")
    program.x.event_came.connect(
        lambda _: program.x.close() if "image/png" in owner.asked else None
    )
    content = read(silence_ms=300)
    assert content.ending is Ending.WHOLE
    assert [name for name, _ in content.targets] == ["UTF8_STRING", "text/html"]
    assert content.refused == ("image/png", "x-special/gnome-copied-files", "application/x-own")


def test_an_owner_that_dies_before_it_gave_anything_leaves_nothing(program, read):
    owner = program.own("CLIPBOARD", RICH, silent_at="TARGETS")
    program.x.event_came.connect(lambda _: program.x.close() if owner.asked else None)
    assert read(silence_ms=300).ending is Ending.NO_OWNER


def test_slow_pieces_are_not_silence(program, read):
    """The limit is for each sign of life, not for the whole."""
    program.own("CLIPBOARD", {"image/bmp": bytes(20_000)}, piece=1000, every_ms=30)
    content = read(silence_ms=300)
    assert content.ending is Ending.WHOLE
    assert len(dict(content.targets)["image/bmp"]) == 20_000


@pytest.mark.parametrize("piece", [None, 1000])
def test_too_much_ends_the_reading(program, read, piece):
    program.own("CLIPBOARD", {"image/bmp": bytes(5000)}, piece=piece)
    assert read(largest=4999).ending is Ending.TOO_LARGE


def test_the_best_of_several_texts_is_taken(program, read):
    program.own("PRIMARY", {"STRING": b"caf?", "UTF8_STRING": "café".encode()})
    content = read("PRIMARY", wanted=("UTF8_STRING", "STRING"))
    assert content.targets == (("UTF8_STRING", "café".encode()),)


def test_the_next_best_is_taken_where_the_best_is_refused(program, read):
    program.own("PRIMARY", {"STRING": b"caf\xe9"})
    assert read("PRIMARY", wanted=("UTF8_STRING", "STRING")).text == "café"


def test_a_stopped_reading_does_not_answer(program, x, qtbot):
    from app.desktop.x11.reader import SelectionReader

    program.own("CLIPBOARD", RICH)
    answers = []
    stopped = SelectionReader(x, "CLIPBOARD", lambda _: answers.append("stopped"))
    stopped.start()
    stopped.stop()
    second = SelectionReader(x, "CLIPBOARD", lambda _: answers.append("second"))
    second.start()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["second"]


def test_contents_of_two_owners_are_not_taken_for_one(program, x, connect, qtbot):
    first = program.own("CLIPBOARD", {"image/bmp": b"x" * 50, "UTF8_STRING": b"a"})
    other = Program(connect())
    answers = []
    reader = SelectionReader(x, "CLIPBOARD", answers.append)
    answer = first._answer

    def answer_and_lose(event):
        answer(event)
        if first.asked[-1] == "image/bmp" and not other.owners:
            other.own("CLIPBOARD", {"UTF8_STRING": b"another"})

    first._answer = answer_and_lose
    reader.start()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].ending is Ending.SILENT
