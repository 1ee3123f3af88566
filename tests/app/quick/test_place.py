import pytest
from PySide6.QtCore import QPoint, QRect

from app.quick.place import place_near

SCREEN = QRect(0, 0, 1280, 800)
CARD = QRect(0, 0, 480, 300)


@pytest.mark.parametrize(
    "pointer", [QPoint(0, 0), QPoint(1279, 0), QPoint(0, 799), QPoint(1279, 799), QPoint(640, 400)]
)
def test_the_card_is_near_the_pointer_wholly_on_its_screen_and_not_under_it(pointer):
    placed = QRect(place_near(pointer, CARD, SCREEN), CARD.size())
    assert SCREEN.contains(placed)
    assert not placed.contains(pointer)
