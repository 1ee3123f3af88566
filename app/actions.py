"""Every action of the program, once: name, text, shortcut, icon.

Menus, tool bar and the page of shortcuts are built from this table; what an
action does is connected where it is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from app.icons import Icons
from app.translations import QT_TRANSLATE_NOOP

Key = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What an action is called and how it is reached."""

    name: str
    text: str
    """Translated in the context "Actions"; with an ampersand before its access key."""
    keys: tuple[Key, ...] = ()
    icon: str = ""
    checkable: bool = False


Standard = QKeySequence.StandardKey

FILE = (
    ActionSpec("new", QT_TRANSLATE_NOOP("Actions", "&New"), (Standard.New,), "new"),
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), (Standard.Open,), "open"),
    ActionSpec("save", QT_TRANSLATE_NOOP("Actions", "&Save"), (Standard.Save,), "save"),
    ActionSpec("save_as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), ("Ctrl+Shift+S",)),
    ActionSpec("reload", QT_TRANSLATE_NOOP("Actions", "&Reload from disk")),
    ActionSpec("versions", QT_TRANSLATE_NOOP("Actions", "Earlier &versions…")),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
)
EDIT = (
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), (Standard.Undo,), "undo"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), (Standard.Redo,), "redo"),
    ActionSpec("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), (Standard.Cut,)),
    ActionSpec("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), (Standard.Copy,)),
    ActionSpec("paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), (Standard.Paste,)),
    ActionSpec("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), (Standard.SelectAll,)),
    ActionSpec(
        "find", QT_TRANSLATE_NOOP("Actions", "&Find and replace"), (Standard.Find,), "search"
    ),
)
SUGGESTIONS = (
    ActionSpec("next_issue", QT_TRANSLATE_NOOP("Actions", "&Next suggestion"), ("F8",), "next"),
    ActionSpec(
        "previous_issue",
        QT_TRANSLATE_NOOP("Actions", "&Previous suggestion"),
        ("Shift+F8",),
        "previous",
    ),
    ActionSpec(
        "show_suggestion",
        QT_TRANSLATE_NOOP("Actions", "&Show suggestion"),
        ("Ctrl+.", "Alt+Return"),
    ),
    ActionSpec(
        "accept", QT_TRANSLATE_NOOP("Actions", "&Accept"), ("Ctrl+Return", "Ctrl+Enter"), "accept"
    ),
    ActionSpec("dismiss", QT_TRANSLATE_NOOP("Actions", "&Dismiss"), ("Ctrl+Shift+D",), "dismiss"),
    ActionSpec(
        "accept_sentence",
        QT_TRANSLATE_NOOP("Actions", "Accept all in s&entence"),
        ("Ctrl+Shift+Return",),
    ),
    ActionSpec(
        "accept_all",
        QT_TRANSLATE_NOOP("Actions", "Accept all in d&ocument"),
        ("Ctrl+Alt+Return",),
        "accept_all",
    ),
    ActionSpec("check_now", QT_TRANSLATE_NOOP("Actions", "&Check now"), ("F7",), "check"),
    ActionSpec(
        "check_while_typing",
        QT_TRANSLATE_NOOP("Actions", "Check &while typing"),
        (),
        checkable=True,
    ),
)
VIEW = (
    ActionSpec(
        "panel",
        QT_TRANSLATE_NOOP("Actions", "&Suggestions panel"),
        ("F9",),
        "panel",
        checkable=True,
    ),
    ActionSpec(
        "changes", QT_TRANSLATE_NOOP("Actions", "&Changes view"), ("F6",), "changes", checkable=True
    ),
    ActionSpec(
        "zoom_in", QT_TRANSLATE_NOOP("Actions", "&Larger text"), (Standard.ZoomIn, "Ctrl+=")
    ),
    ActionSpec("zoom_out", QT_TRANSLATE_NOOP("Actions", "S&maller text"), (Standard.ZoomOut,)),
    ActionSpec("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), ("Ctrl+0",)),
    ActionSpec(
        "full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), ("F11",), checkable=True
    ),
)
TOOLS = (
    ActionSpec("correct_clipboard", QT_TRANSLATE_NOOP("Actions", "Correct &clipboard")),
    ActionSpec(
        "correct_selection", QT_TRANSLATE_NOOP("Actions", "Correct s&election of another program")
    ),
    ActionSpec("pause", QT_TRANSLATE_NOOP("Actions", "&Pause Copyedge"), (), checkable=True),
    ActionSpec("dictionary", QT_TRANSLATE_NOOP("Actions", "Personal &dictionary…"), (), "book"),
    ActionSpec("ignored", QT_TRANSLATE_NOOP("Actions", "&Ignored rules…")),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), ("Ctrl+,",), "settings"),
)
HELP = (
    ActionSpec("sample", QT_TRANSLATE_NOOP("Actions", "&Try the sample text")),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), ("F1",)),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About Copyedge")),
)

MENUS = (
    (QT_TRANSLATE_NOOP("Actions", "&File"), FILE),
    (QT_TRANSLATE_NOOP("Actions", "&Edit"), EDIT),
    (QT_TRANSLATE_NOOP("Actions", "&Suggestions"), SUGGESTIONS),
    (QT_TRANSLATE_NOOP("Actions", "&View"), VIEW),
    (QT_TRANSLATE_NOOP("Actions", "&Tools"), TOOLS),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), HELP),
)
TOOL_BAR = (
    ("new", "open", "save"),
    ("undo", "redo"),
    ("previous_issue", "next_issue", "accept", "dismiss"),
    ("find",),
)
TOOL_BAR_END = ("changes", "panel", "settings")


def translated(text: str) -> str:
    """Return a text of this module in the language of the program."""
    return QCoreApplication.translate("Actions", text)


class Actions:
    """All actions as Qt objects, by name.

    Args:
        parent: the window in which the shortcuts work.
    """

    def __init__(self, parent: QObject) -> None:
        self._specs = {spec.name: spec for _, specs in MENUS for spec in specs}
        self._actions = {name: _build(spec, parent) for name, spec in self._specs.items()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons in the colours of a theme."""
        for name, spec in self._specs.items():
            if spec.icon:
                self._actions[name].setIcon(icons.icon(spec.icon))


def _build(spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(translated(spec.text), parent)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    sequences = [QKeySequence(key) for key in spec.keys]
    if sequences:
        action.setShortcuts(sequences)
    plain = translated(spec.text).replace("&", "").rstrip("…")
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{plain} ({shown})" if shown else plain)
    if spec.name == "quit":
        action.setMenuRole(QAction.MenuRole.QuitRole)
    elif spec.name == "settings":
        action.setMenuRole(QAction.MenuRole.PreferencesRole)
    elif spec.name == "about":
        action.setMenuRole(QAction.MenuRole.AboutRole)
    else:
        action.setMenuRole(QAction.MenuRole.NoRole)
    return action
