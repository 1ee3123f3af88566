from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from app.editor.card_place import EDGE, place_beside

CARD = QSize(360, 150)


@given(
    st.integers(400, 2000),
    st.integers(360, 1400),
    st.integers(0, 1999),
    st.integers(0, 1399),
    st.integers(10, 90),
)
def test_the_card_lies_inside_the_window_and_never_on_its_word(width, height, x, y, line):
    ground = QRect(0, 0, width, height)
    word = QRect(min(x, width - 60), min(y, height - line), 50, line)
    home = QRect(0, 80, max(100, width - 330), height - 110)
    card = QRect(place_beside(word, CARD, home, ground), CARD)
    assert ground.adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(card)
    if height >= 2 * CARD.height() + line + 40:
        assert not card.intersects(word)


def test_the_card_stays_in_the_text_if_it_fits_there():
    home = QRect(0, 80, 700, 600)
    spot = place_beside(QRect(650, 300, 40, 20), CARD, home, QRect(0, 0, 1100, 760))
    assert home.contains(QRect(spot, CARD))


def test_the_card_leaves_a_text_that_is_narrower_than_it_is():
    home = QRect(0, 80, 150, 200)
    spot = place_beside(QRect(40, 100, 40, 20), CARD, home, QRect(0, 0, 480, 320))
    card = QRect(spot, CARD)
    assert card.right() > home.right()
    assert card.top() > 120


def test_the_card_goes_above_a_word_at_the_bottom():
    spot = place_beside(
        QRect(40, 640, 40, 20), CARD, QRect(0, 80, 700, 600), QRect(0, 0, 1100, 760)
    )
    assert spot.y() + CARD.height() < 640


def test_a_window_too_low_for_both_keeps_the_word_in_sight():
    ground = QRect(0, 0, 480, 220)
    high = QRect(place_beside(QRect(40, 20, 40, 30), CARD, ground, ground), CARD)
    low = QRect(place_beside(QRect(40, 180, 40, 20), CARD, ground, ground), CARD)
    assert high.top() > 50
    assert low.bottom() < 180
