import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QWidget,
)

import app
from app import paths, settings
from app.checking.dialects import Dialect
from app.settings import Theme
from app.windows.about_dialog import LIBRARIES, licences_html, model_card
from app.windows.settings_dialog import SettingsDialog
from app.windows.word_list_dialog import WordListDialog


@pytest.fixture
def program(start):
    return start()


@pytest.fixture
def opened(program):
    """Open a dialog by its menu entry; what the test does to it happens before it closes."""

    def open_dialog(action, act):
        program.app.dialogs.show_dialog = act
        program.window.actions_by_name[action].trigger()

    return open_dialog


def test_settings_hold_at_once(program, opened):
    def act(dialog):
        dialog._theme.setCurrentIndex(dialog._theme.findData(Theme.DARK))
        dialog._dialect.setCurrentIndex(dialog._dialect.findData(Dialect.BRITISH))
        dialog._size.setValue(20)
        dialog._typing.click()

    opened("settings", act)
    stored = program.app.settings
    assert stored.get(settings.THEME) is Theme.DARK
    assert stored.get(settings.DIALECT) is Dialect.BRITISH
    assert program.editor.font().pointSizeF() == 20
    assert not program.window.actions_by_name["check_while_typing"].isChecked()


def test_opening_the_settings_changes_nothing(program, opened):
    changed = []
    program.app.settings.changed.connect(changed.append)
    opened("settings", lambda dialog: None)
    assert changed == []


@pytest.mark.parametrize("action", ["settings", "dictionary", "ignored", "shortcuts", "about"])
def test_a_dialog_holds_up_its_window_only_and_not_the_quick_correct_card(program, opened, action):
    card = program.app.reach.card

    def act(dialog):
        dialog.show()
        card.show_message("Nothing to correct.")
        assert QApplication.activeModalWidget() is dialog
        assert not card.isModal()
        QTest.keyClick(card.windowHandle(), Qt.Key.Key_Return)
        assert not card.isVisible()
        dialog.close()

    opened(action, act)


def test_a_category_can_be_switched_off(program, opened):
    opened("settings", lambda dialog: next(iter(dialog._categories.values())).click())
    assert "spelling" not in program.app.settings.get(settings.CATEGORIES)


def test_reset_gives_all_defaults_back(program, opened):
    program.app.settings.set(settings.LEVEL, 0.9)

    def act(dialog):
        dialog._on_reset()
        assert dialog._level.value() == 5

    opened("settings", act)
    assert program.app.settings.get(settings.LEVEL) == 0.5


def test_words_can_be_added_and_removed(program, opened):
    def act(dialog):
        for word in ("Copyedge", "zeugma", "   "):
            dialog._entry.setText(word)
            dialog._add.click()
        dialog._list.item(0).setSelected(True)
        dialog._remove.click()

    opened("dictionary", act)
    assert program.app.dictionary.words == {"zeugma"}
    assert "zeugma" in program.window.desk.preferences.dictionary


def test_ignored_rules_are_listed_by_name_and_can_be_brought_back(program, opened):
    program.app.settings.set(settings.IGNORED_RULES, frozenset({"R:PREP", "M:DET"}))
    program.app.settings.set(settings.IGNORED_REPLACEMENTS, frozenset({"kilo → kilos"}))

    def act(dialog):
        texts = [dialog._list.item(row).text() for row in range(dialog._list.count())]
        assert texts == ["kilo → kilos", "Rule: Article (M:DET)", "Rule: Preposition (R:PREP)"]
        dialog._list.item(0).setSelected(True)
        dialog._list.item(2).setSelected(True)
        dialog._remove.click()

    opened("ignored", act)
    assert program.app.settings.get(settings.IGNORED_RULES) == {"M:DET"}
    assert program.app.settings.get(settings.IGNORED_REPLACEMENTS) == frozenset()


def test_the_page_of_shortcuts_names_them(program, opened):
    pages = []
    opened("shortcuts", lambda dialog: pages.append(dialog.findChild(QTextBrowser).toPlainText()))
    assert "F8" in pages[0]
    assert "Accept all in sentence" in pages[0]


def test_about_names_versions_and_licences(program, opened):
    pages = []
    opened(
        "about",
        lambda dialog: pages.extend(
            page.toPlainText() for page in dialog.findChildren(QTextBrowser)
        ),
    )
    assert any("onnxruntime" in page for page in pages)
    assert "LGPL" in licences_html()


def test_about_names_every_library_that_the_program_requires():
    project = tomllib.loads((Path(app.__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    required = [re.match(r"[\w.-]+", line).group() for line in project["project"]["dependencies"]]
    assert sorted(LIBRARIES) == sorted(required)


def test_about_shows_the_card_of_the_shipped_model_and_the_licence_of_its_weights(opened):
    pages = {}
    opened(
        "about",
        lambda dialog: pages.update(
            (page.accessibleName(), page.toPlainText())
            for page in dialog.findChildren(QTextBrowser)
        ),
    )
    written = paths.model_folder().joinpath("README.md").read_text("utf-8")
    assert pages["Model"].splitlines()[0] == written.splitlines()[0].lstrip("# ")
    assert "non-commercial" in pages["Model"]
    assert "non-commercial" in pages["Licences"]


def test_the_model_card_is_shown_as_it_is(tmp_path):
    assert model_card(tmp_path) == ""
    (tmp_path / "manifest.json").write_text('{"format": 1, "scores": {"f": 0.5}}', encoding="utf-8")
    assert "- format: 1" in model_card(tmp_path)
    (tmp_path / "README.md").write_text("# Card", encoding="utf-8")
    assert model_card(tmp_path) == "# Card"


CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QAbstractSlider, QTextBrowser)


def nameless(widget):
    """Return the controls that a screen reader could not name."""
    found = []
    for control in widget.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or control.objectName().startswith("qt_"):
            continue
        name = control.accessibleName() or (
            control.text() if isinstance(control, QAbstractButton) else ""
        )
        inner = (
            isinstance(control.parent(), QComboBox | QLineEdit)
            or "Scroll" in type(control).__name__
        )
        if not name and not inner:
            found.append(control)
    return found


@pytest.mark.parametrize("action", ["settings", "dictionary", "ignored", "shortcuts", "about"])
def test_every_control_of_a_dialog_has_a_name(opened, action):
    found = []
    opened(action, lambda dialog: found.extend(nameless(dialog)))
    assert [
        type(control).__name__ for control in found if "Tab" not in type(control).__name__
    ] == []


def test_every_control_of_the_window_has_a_name(program):
    window = program.window
    parts = (window.panel, window.find_bar, window.card)
    assert [control for part in parts for control in nameless(part)] == []
    assert window.editor.accessibleName()


def test_everything_in_the_window_can_be_reached_by_tab(program):
    window = program.window
    for button in (window.card._accept, window.card._dismiss, window.card._more):
        assert button.focusPolicy().value & 1
    assert window.issues.parent() is window
    assert window.panel._list.focusPolicy().value & 1


def test_dialog_classes_can_stand_alone(qtbot, program):
    dialog = SettingsDialog(program.app.settings, ("en", "de"), program.window)
    assert dialog._language.count() == 3
    words = WordListDialog("Title", "Hint", program.window, adding=False, exchange=False)
    words.show_entries(["b", "A"])
    assert [words._list.item(row).text() for row in range(2)] == ["A", "b"]
