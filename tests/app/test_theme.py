import pytest
from PySide6.QtGui import QPalette

from app.settings import Theme
from app.theme import DARK, LIGHT, blend, colours_for, contrast, palette
from model.edits import Category

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
def test_text_can_be_read(colours):
    for ground in (colours.page, colours.window, colours.raised, colours.selection, colours.hover):
        assert contrast(colours.text, ground) >= 4.5
    for ground in (colours.page, colours.window, colours.raised):
        assert contrast(colours.muted, ground) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@THEMES
@pytest.mark.parametrize("category", list(Category))
def test_marks_and_counts_can_be_seen(colours, category):
    mark = colours.categories[category]
    assert contrast(mark, colours.page) >= 4.5
    assert contrast(mark, colours.raised) >= 4.5


@THEMES
def test_changes_can_be_read(colours):
    assert contrast(colours.inserted, colours.inserted_ground) >= 4.5
    assert contrast(colours.deleted, colours.deleted_ground) >= 4.5


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_theme_can_be_forced(qapp):
    assert colours_for(Theme.LIGHT) is LIGHT
    assert colours_for(Theme.DARK) is DARK
    assert colours_for(Theme.SYSTEM) in (LIGHT, DARK)


def test_palette_and_blend_use_the_colours(qapp):
    assert palette(DARK).color(QPalette.ColorRole.Base).name() == DARK.page
    assert blend("#000000", "#ffffff", 0.5).name() == "#808080"
