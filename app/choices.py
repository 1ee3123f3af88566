"""Make the writer's choices hold: look, font, what is shown, words and rules to ignore.

Stands between the settings, the personal dictionary and the window. The
engine's own options are only told of, by a signal.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app import settings
from app.checking.messages import Issue
from app.checking.preferences import replacement_key, words_to_learn
from app.checking.worker import EngineOptions
from app.dictionary import PersonalDictionary
from app.documents.errors import StoreError
from app.icons import Icons
from app.settings import Setting, Settings
from app.style_sheet import style_sheet
from app.theme import Colours, colours_for, palette
from app.translations import spoken
from app.windows.main_window import MainWindow
from model.edits import Category

SMALLEST, LARGEST = 6.0, 72.0  # points


class Choices(QObject):
    """Applies settings when they change, and keeps what is chosen in the window.

    Signals:
        engine_changed: other EngineOptions hold.
        automatic_changed: whether text is checked as it is typed.
        look_changed: Colours and Icons of another theme.
        font_changed: the font of the text.
    """

    engine_changed = Signal()
    automatic_changed = Signal(bool)
    look_changed = Signal(object, object)
    font_changed = Signal(QFont)

    def __init__(
        self,
        qt: QApplication,
        window: MainWindow,
        stored: Settings,
        dictionary: PersonalDictionary,
        icons: Path,
    ) -> None:
        super().__init__(window)
        self._qt = qt
        self._window = window
        self._stored = stored
        self._dictionary = dictionary
        self._icons = icons
        self._connect()

    def apply(self) -> None:
        """Make everything hold, once at the start."""
        self._apply_theme()
        self._apply_font()
        self.apply_preferences()
        act = self._window.actions_by_name
        act["panel"].setChecked(self._stored.get(settings.PANEL_SHOWN))
        act["check_while_typing"].setChecked(self._stored.get(settings.CHECK_WHILE_TYPING))

    @property
    def colours(self) -> Colours:
        """The colours of the present theme."""
        return colours_for(self._stored.get(settings.THEME))

    def engine_options(self) -> EngineOptions:
        """Return what is chosen about the engine."""
        return EngineOptions(
            level=self._stored.get(settings.LEVEL), dialect=self._stored.get(settings.DIALECT)
        )

    def forget_dismissed(self) -> None:
        """Another document is here: what was dismissed belonged to the old one."""
        desk = self._window.desk
        desk.set_preferences(replace(desk.preferences, dismissed=frozenset()))

    def apply_preferences(self) -> None:
        """Show what the writer wants to see."""
        stored, desk = self._stored, self._window.desk
        names = stored.get(settings.CATEGORIES)
        desk.set_preferences(
            replace(
                desk.preferences,
                categories=frozenset(category for category in Category if category.value in names),
                ignored_rules=stored.get(settings.IGNORED_RULES),
                ignored_replacements=stored.get(settings.IGNORED_REPLACEMENTS),
                dictionary=self._dictionary.folded,
            )
        )

    def _connect(self) -> None:
        window, act = self._window, self._window.actions_by_name
        self._stored.changed.connect(self._on_setting_changed)
        self._qt.styleHints().colorSchemeChanged.connect(self._apply_theme)
        window.keeper.rule_ignored.connect(self._on_rule_ignored)
        window.keeper.replacement_ignored.connect(self._on_replacement_ignored)
        window.keeper.word_added.connect(self._on_word_added)
        window.zoomed.connect(self._zoom)
        act["zoom_in"].triggered.connect(partial(self._zoom, 1))
        act["zoom_out"].triggered.connect(partial(self._zoom, -1))
        act["zoom_reset"].triggered.connect(partial(self._zoom, 0))
        act["check_while_typing"].toggled.connect(
            partial(self._stored.set, settings.CHECK_WHILE_TYPING)
        )
        window.panel_toggled.connect(partial(self._stored.set, settings.PANEL_SHOWN))

    @Slot(object)
    def _on_setting_changed(self, setting: Setting[object]) -> None:
        if setting is settings.THEME:
            self._apply_theme()
        elif setting in {settings.FONT_FAMILY, settings.FONT_SIZE}:
            self._apply_font()
        elif setting is settings.CHECK_WHILE_TYPING:
            automatic = self._stored.get(settings.CHECK_WHILE_TYPING)
            self._window.actions_by_name["check_while_typing"].setChecked(automatic)
            self.automatic_changed.emit(automatic)
        elif setting in {settings.LEVEL, settings.DIALECT}:
            self.engine_changed.emit()
        else:
            self.apply_preferences()

    @Slot()
    def _apply_theme(self, _scheme: object = None) -> None:
        colours = self.colours
        icons = Icons(self._icons, colours)
        self._qt.setPalette(palette(colours))
        self._qt.setStyleSheet(style_sheet(colours, self._icons))
        self._qt.setWindowIcon(icons.program())
        self._window.set_look(colours, icons)
        self.look_changed.emit(colours, icons)
        self._apply_font()

    def _apply_font(self) -> None:
        family = self._stored.get(settings.FONT_FAMILY)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if family:
            font.setFamily(family)
        font.setPointSizeF(self._stored.get(settings.FONT_SIZE))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._window.set_writing_font(font)
        self.font_changed.emit(font)

    @Slot(object)
    def _on_rule_ignored(self, issue: Issue) -> None:
        rules = self._stored.get(settings.IGNORED_RULES)
        self._stored.set(settings.IGNORED_RULES, rules | {issue.edit.error_type})

    @Slot(object)
    def _on_replacement_ignored(self, issue: Issue) -> None:
        ignored = self._stored.get(settings.IGNORED_REPLACEMENTS)
        self._stored.set(settings.IGNORED_REPLACEMENTS, ignored | {replacement_key(issue.edit)})

    @Slot(object)
    def _on_word_added(self, issue: Issue) -> None:
        try:
            self._dictionary.add(*words_to_learn(issue.edit))
        except StoreError as error:
            self._window.status.tell(spoken(error))
        self.apply_preferences()

    @Slot(int)
    def _zoom(self, step: int, _checked: bool = False) -> None:
        size = settings.FONT_SIZE.default
        if step:
            size = self._stored.get(settings.FONT_SIZE) + step
        self._stored.set(settings.FONT_SIZE, min(LARGEST, max(SMALLEST, size)))
