import pytest
from PySide6.QtCore import QPoint, QRect

from app.quick.place import kept_on, place_near

SCREEN = QRect(0, 0, 1280, 800)
CARD = QRect(0, 0, 480, 300)


@pytest.mark.parametrize(
    "pointer", [QPoint(0, 0), QPoint(1279, 0), QPoint(0, 799), QPoint(1279, 799), QPoint(640, 400)]
)
def test_the_card_is_near_the_pointer_wholly_on_its_screen_and_not_under_it(pointer):
    placed = QRect(place_near(pointer, CARD, SCREEN), CARD.size())
    assert SCREEN.contains(placed)
    assert not placed.contains(pointer)


@pytest.mark.parametrize(("y", "kept"), [(100, 100), (500, 500), (501, 500), (790, 500), (-5, -5)])
def test_a_card_that_has_grown_goes_up_only_as_far_as_it_must(y, kept):
    assert kept_on(SCREEN, CARD.translated(30, y)) == QPoint(30, kept)


def test_a_card_higher_than_its_screen_shows_its_top():
    assert kept_on(SCREEN, QRect(0, 400, 480, 900)) == QPoint(0, 0)
