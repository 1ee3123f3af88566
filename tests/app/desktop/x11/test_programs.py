import pytest

from app.desktop.x11.programs import is_terminal, pastes_in_place


@pytest.mark.parametrize(
    ("names", "terminal", "pastes"),
    [
        (("xterm", "xterm"), True, False),
        (("gnome-terminal-server", "gnome-terminal"), True, False),
        (("emacs", "emacs"), False, False),
        (("mousepad", "mousepad"), False, True),
        (("navigator", "firefox"), False, True),
        ((), False, True),
    ],
)
def test_terminals_and_editors_of_another_mind_are_known(names, terminal, pastes):
    assert is_terminal(names) is terminal
    assert pastes_in_place(names) is pastes
