import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from app import paths
from app.icons import Icons
from app.theme import DARK, LIGHT

FOLDER = paths.assets_folder() / "icons"


def colours_in(pixmap):
    picture = pixmap.toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_icons_take_the_colour_of_the_text(qapp, colours):
    pixmap = Icons(FOLDER, colours).icon("save").pixmap(QSize(48, 48))
    assert QColor(colours.text).name() in colours_in(pixmap)


def test_icons_of_what_cannot_be_done_are_paler(qapp):
    icon = Icons(FOLDER, LIGHT).icon("undo")
    normal = icon.pixmap(QSize(48, 48)).toImage()
    disabled = icon.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_every_shipped_icon_can_be_drawn(qapp):
    icons = Icons(FOLDER, LIGHT)
    for path in FOLDER.glob("*.svg"):
        picture = icons.icon(path.stem).pixmap(QSize(24, 24)).toImage()
        alphas = {picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24)}
        assert max(alphas) > 128, path.stem


def test_the_programs_icon_comes_in_every_size(qapp):
    sizes = {size.width() for size in Icons(FOLDER, LIGHT).program().availableSizes()}
    assert {16, 32, 256} <= sizes


def test_a_missing_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        Icons(FOLDER, LIGHT).icon("no such icon")
