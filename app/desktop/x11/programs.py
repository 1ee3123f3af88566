"""What is known of other programs' manners, by the class of their windows.

A table and nothing else.
"""

from __future__ import annotations

# fmt: off
TERMINALS = frozenset([
    "alacritty", "aterm", "blackbox", "com.mitchellh.ghostty", "cool-retro-term",
    "deepin-terminal", "eterm", "foot", "footclient", "ghostty", "gnome-terminal",
    "gnome-terminal-server", "guake", "hyper", "io.elementary.terminal", "kgx", "kitty",
    "konsole", "lxterminal", "mate-terminal", "mlterm", "org.gnome.console", "org.gnome.ptyxis",
    "org.gnome.terminal", "org.wezfurlong.wezterm", "ptyxis", "qterminal", "rio", "roxterm",
    "rxvt", "sakura", "st", "st-256color", "tabby", "terminator", "terminology", "termite",
    "tilda", "tilix", "urxvt", "uxterm", "warp", "wezterm", "wezterm-gui", "xfce4-terminal",
    "xterm", "yakuake",
])
# fmt: on
"""In a terminal a paste does not replace what is selected: it is typed at the prompt, and a line
end in it runs a command. Ctrl+C would stop the running program, Ctrl+V types a ^V."""

OTHER_MEANINGS = frozenset(["emacs", "gvim", "nvim-qt", "neovide", "xedit"])
"""Editors in which Ctrl+V does something else, such as scrolling."""


def is_terminal(names: tuple[str, ...]) -> bool:
    """Tell whether a window of this class is a terminal."""
    return not TERMINALS.isdisjoint(names)


def pastes_in_place(names: tuple[str, ...]) -> bool:
    """Tell whether Ctrl+V in a window of this class puts a text in place of the selected one."""
    return not is_terminal(names) and OTHER_MEANINGS.isdisjoint(names)
