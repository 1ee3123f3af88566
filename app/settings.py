"""Every setting of the program, declared once, kept in one JSON file.

A setting states its key, type, default and a sentence for the writer; the
settings dialog is built from these. A damaged file is set aside and told of,
never fatal. Knows no window.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.checking.dialects import Dialect
from app.documents.atomic import write_atomically
from app.documents.errors import CannotSaveError
from app.translations import QT_TRANSLATE_NOOP, spoken
from model.edits import Category

LOGGER = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One thing the writer may choose."""

    key: str
    default: T
    read: Callable[[object], T]
    """Turns what the file holds into a value; raises ValueError if it is none."""
    write: Callable[[T], object]
    """Turns a value into what the file holds."""
    help: str = ""
    """A phrase for the settings dialog, translated in the context "Settings"."""


class Theme(Enum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _same(value: T) -> T:
    return value


def _boolean(key: str, default: bool, text: str = "") -> Setting[bool]:
    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError(f"{key} is true or false, not {value!r}")
        return value

    return Setting(key, default, read, _same, text)


def _number(key: str, default: float, low: float, high: float, text: str = "") -> Setting[float]:
    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{key} is a number, not {value!r}")
        if not low <= value <= high:
            raise ValueError(f"{key} lies between {low} and {high}, not at {value}")
        return float(value)

    return Setting(key, default, read, _same, text)


def _string(key: str, default: str, text: str = "") -> Setting[str]:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError(f"{key} is a text, not {value!r}")
        return value

    return Setting(key, default, read, _same, text)


E = TypeVar("E", bound=Enum)


def _choice(key: str, default: E, text: str = "") -> Setting[E]:
    def read(value: object) -> E:
        return type(default)(value)

    return Setting(key, default, read, lambda value: value.value, text)


def _names(key: str, default: frozenset[str] = frozenset(), text: str = "") -> Setting[Any]:
    def read(value: object) -> frozenset[str]:
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise ValueError(f"{key} is a list of texts, not {value!r}")
        return frozenset(value)

    return Setting(key, default, read, sorted, text)


CHECK_WHILE_TYPING = _boolean(
    "checking/while_typing", True, QT_TRANSLATE_NOOP("Settings", "Check text as it is typed")
)
LEVEL = _number(
    "checking/level", 0.5, 0.0, 1.0, QT_TRANSLATE_NOOP("Settings", "Fewer or more suggestions")
)
CATEGORIES: Setting[frozenset[str]] = _names(
    "checking/categories",
    frozenset(category.value for category in Category),
    QT_TRANSLATE_NOOP("Settings", "Kinds of suggestions"),
)
DIALECT = _choice(
    "checking/dialect", Dialect.NONE, QT_TRANSLATE_NOOP("Settings", "English spelling")
)
IGNORED_RULES: Setting[frozenset[str]] = _names(
    "checking/ignored_rules", text=QT_TRANSLATE_NOOP("Settings", "Ignored rules")
)
IGNORED_REPLACEMENTS: Setting[frozenset[str]] = _names(
    "checking/ignored_replacements", text=QT_TRANSLATE_NOOP("Settings", "Ignored suggestions")
)
THEME = _choice("look/theme", Theme.SYSTEM, QT_TRANSLATE_NOOP("Settings", "Theme"))
FONT_FAMILY = _string("look/font_family", "", QT_TRANSLATE_NOOP("Settings", "Font"))
FONT_SIZE = _number(
    "look/font_size", 13.0, 6.0, 72.0, QT_TRANSLATE_NOOP("Settings", "Font size in points")
)
LANGUAGE = _string("look/language", "", QT_TRANSLATE_NOOP("Settings", "Language of the program"))
TRAY_SHOWN = _boolean(
    "desktop/tray_shown", True, QT_TRANSLATE_NOOP("Settings", "Show an icon in the tray")
)
KEEP_RUNNING = _boolean(
    "desktop/keep_running",
    False,
    QT_TRANSLATE_NOOP("Settings", "Keep running when the window is closed"),
)
START_AT_LOGIN = _boolean(
    "desktop/start_at_login", False, QT_TRANSLATE_NOOP("Settings", "Start when I log in")
)
HOTKEY = _string("desktop/hotkey", "", QT_TRANSLATE_NOOP("Settings", "Shortcut in all programs"))
IDLE_MINUTES = _number(
    "engine/idle_minutes", 10.0, 0.0, 240.0, QT_TRANSLATE_NOOP("Settings", "Free memory after")
)
WELCOMED = _boolean("window/welcomed", False)
GEOMETRY = _string("window/geometry", "")
PANEL_SHOWN = _boolean("window/panel_shown", True)

ALL: tuple[Setting[Any], ...] = (
    CHECK_WHILE_TYPING,
    LEVEL,
    CATEGORIES,
    DIALECT,
    IGNORED_RULES,
    IGNORED_REPLACEMENTS,
    THEME,
    FONT_FAMILY,
    FONT_SIZE,
    LANGUAGE,
    TRAY_SHOWN,
    KEEP_RUNNING,
    START_AT_LOGIN,
    HOTKEY,
    IDLE_MINUTES,
    WELCOMED,
    GEOMETRY,
    PANEL_SHOWN,
)


class Settings(QObject):
    """The writer's choices.

    Attributes:
        problem: a sentence about a file that had to be set aside or could not
            be written, or an empty string.

    Signals:
        changed: the Setting that has another value now.
        noted: the Setting of which there is something else to tell now.
    """

    changed = Signal(object)
    noted = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._values: dict[str, object] = {}
        self._notes: dict[str, str] = {}
        self.problem = ""
        self._load()

    def get(self, setting: Setting[T]) -> T:
        """Return the value of a setting; its default if none or nonsense was stored."""
        if setting.key not in self._values:
            return setting.default
        try:
            return setting.read(self._values[setting.key])
        except ValueError as error:
            LOGGER.warning("a stored setting is not usable: %s", error)
            return setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting and keep it.

        Raises:
            ValueError: if the value is not allowed.
        """
        stored = setting.write(value)
        setting.read(stored)
        if value == self.get(setting):
            return
        self._values[setting.key] = stored
        self._save()
        self.changed.emit(setting)

    def reset(self) -> None:
        """Give every setting its default again."""
        changed = [setting for setting in ALL if self.get(setting) != setting.default]
        for setting in ALL:
            self._values.pop(setting.key, None)
        self._save()
        for setting in changed:
            self.changed.emit(setting)

    def note(self, setting: Setting[Any]) -> str:
        """Return what there is to tell of a setting; empty if it simply holds."""
        return self._notes.get(setting.key, "")

    def set_note(self, setting: Setting[Any], sentence: str) -> None:
        """Tell, beside the setting, why it does not hold or what else is to be done."""
        if sentence != self.note(setting):
            self._notes[setting.key] = sentence
            self.noted.emit(setting)

    def _load(self) -> None:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
            if not isinstance(values, dict):
                raise ValueError("not a table of settings")
        except FileNotFoundError:
            return
        except OSError as error:
            self.problem = self.tr("Your settings could not be read ({0}).").format(error.strerror)
        except ValueError:
            self._set_aside()
        else:
            self._values = values

    def _set_aside(self) -> None:
        """Keep a damaged file under another name and begin with defaults."""
        aside = self._path.with_name(self._path.name + ".damaged")
        try:
            self._path.replace(aside)
        except OSError as error:
            LOGGER.warning("a damaged settings file could not be set aside: %s", error)
            self.problem = self.tr("Your settings file is damaged. Copyedge uses its defaults.")
            return
        self.problem = self.tr(
            "Your settings file was damaged. Copyedge uses its defaults and has kept the "
            "damaged file as {0}."
        ).format(str(aside))

    def _save(self) -> None:
        """Write the file; settings unknown to this version are kept."""
        content = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, content.encode("utf-8"))
        except (OSError, CannotSaveError) as error:
            LOGGER.warning("settings could not be written: %s", error)
            self.problem = self.tr("Your settings could not be saved. {0}").format(spoken(error))
