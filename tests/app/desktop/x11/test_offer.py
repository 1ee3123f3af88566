import pytest
import xcffib.xproto

from app.desktop.x11.offer import CONFIDENTIAL, TextOffer


@pytest.fixture
def offer(x):
    offer = TextOffer(x)
    yield offer
    offer.release()


@pytest.fixture
def ask(program, qtbot):
    """Ask for one target as another program does."""
    from app.desktop.x11.reader import SelectionReader

    def run(*wanted):
        answers = []
        reader = SelectionReader(program.x, "CLIPBOARD", answers.append, wanted or None)
        reader.start()
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return run


def test_every_name_of_a_text_gives_the_text(offer, ask):
    assert offer.hold("naïve")
    found = dict(ask().targets)
    for name in ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT"):
        assert found[name] == "naïve".encode()
    assert found["STRING"] == "naïve".encode("latin-1")
    assert found[CONFIDENTIAL] == b"secret"


def test_a_text_beyond_latin_1_is_not_given_as_such(offer, ask):
    offer.hold("Ω")
    content = ask()
    assert content.refused == ("STRING",)
    assert content.text == "Ω"


def test_what_is_not_offered_is_refused(offer, ask):
    offer.hold("text")
    assert ask("image/png").targets == ()


def test_a_reading_is_told_with_the_readers_window(offer, ask, program, qtbot):
    offer.hold("text")
    read = []
    offer.read.connect(read.append)
    ask("UTF8_STRING")
    qtbot.waitUntil(lambda: bool(read))
    assert len(read) == 1
    assert offer._x.client_of(read[0]) == offer._x.client_of(program.window)


def test_asking_what_is_offered_is_not_reading(offer, ask, program):
    offer.hold("text")
    read = []
    offer.read.connect(read.append)
    atom = program.x.atom
    program.x.core.ConvertSelection(
        program.window, atom("CLIPBOARD"), atom("TARGETS"), atom("PLACE"), 0
    )
    ask(CONFIDENTIAL)
    assert program.x.property_of(program.window, "PLACE", delete=True) is not None
    ask(CONFIDENTIAL)
    assert read == []


def test_another_owner_is_told_of(offer, program, qtbot):
    offer.hold("text")
    with qtbot.waitSignal(offer.lost):
        program.own("CLIPBOARD", {"UTF8_STRING": b"newer"})


def test_a_reader_that_vanishes_does_no_harm(offer, program, ask, connect, qtbot):
    """Its window is gone when the answer is written."""
    offer.hold("text")
    gone = connect()
    window = gone.new_window(0)
    gone.core.ConvertSelection(
        window, gone.atom("CLIPBOARD"), gone.atom("UTF8_STRING"), gone.atom("P"), 0
    )
    gone.core.DestroyWindow(window)
    gone.ask(gone.core.GetInputFocus())
    assert ask().text == "text"


def test_after_the_release_there_is_no_owner(offer, x):
    offer.hold("text")
    offer.release()
    assert x.ask(x.core.GetSelectionOwner(x.atom("CLIPBOARD"))).owner == xcffib.xproto.Atom._None
