from PySide6.QtWidgets import QWidget

from app import paths
from app.actions import MENUS, TOOL_BAR, TOOL_BAR_END, Actions
from app.icons import Icons
from app.theme import LIGHT


def names():
    return [spec.name for _, specs in MENUS for spec in specs]


def test_every_action_is_declared_once():
    assert len(names()) == len(set(names()))


def test_no_two_actions_share_a_shortcut(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = Actions(parent)
    keys = [key.toString() for name in names() for key in actions[name].shortcuts()]
    assert len(keys) == len(set(keys))


def test_no_two_entries_of_a_menu_share_an_access_key():
    for _, specs in MENUS:
        keys = [spec.text[spec.text.index("&") + 1].lower() for spec in specs]
        assert len(keys) == len(set(keys)), specs


def test_everything_in_the_tool_bar_has_an_icon(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = Actions(parent)
    actions.set_icons(Icons(paths.assets_folder() / "icons", LIGHT))
    for name in (*(name for group in TOOL_BAR for name in group), *TOOL_BAR_END):
        assert not actions[name].icon().isNull(), name
        assert actions[name].toolTip(), name
