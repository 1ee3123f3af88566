import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import Correction, Sentence
from model.error_density import ErrorDensity
from model.habits import Habits

TYPES = ("U:DET", "R:SPELL", "R:NOUN:NUM", "R:UNHEARD:OF")


def read(habits, sentences, words=15, **expected):
    """Let habits follow some sentences alike, of so many expected mistakes: ``U_DET=0.5``."""
    by_type = {name.replace("_", ":"): value for name, value in expected.items()}
    for _ in range(sentences):
        sentence = Sentence(" ".join(["word"] * words), 0)
        habits.follow(Correction(sentence, (), by_type))
    return habits.odds()


def test_a_writer_counts_as_typical_before_anything_is_read():
    assert list(Habits().odds().values()) == pytest.approx([1.0] * len(Habits().odds()))


def test_what_a_writer_often_does_becomes_likelier_and_the_rest_less_likely():
    odds = read(Habits(), 200, U_DET=0.1)
    assert odds["U:DET"] > 1.5 > 1.0 > odds["R:SPELL"]


def test_one_sentence_tells_little():
    assert 1.0 < read(Habits(), 1, U_DET=0.5)["U:DET"] < 1.4


def test_a_sentence_in_which_one_mistake_comes_again_and_again_does_not_decide():
    assert read(Habits(), 1, U_DET=9.0) == read(Habits(), 1, U_DET=1.0)


def test_a_type_that_is_too_rare_to_tell_is_left_at_even_odds():
    density = ErrorDensity()
    read(density._habits, 100, R_UNHEARD_OF=0.5)
    assert density.odds.of("R:UNHEARD:OF") == density.odds.overall


def test_habits_fade_when_a_writer_has_others():
    habits = Habits()
    before = read(habits, 200, U_DET=0.1)
    assert read(habits, 2000, R_SPELL=0.02)["U:DET"] < before["U:DET"]


def test_habits_go_on_in_the_next_text_while_the_density_begins_anew():
    habits = Habits()
    first = ErrorDensity(habits)
    for _ in range(200):
        first.follow(Correction(Sentence("word " * 15, 0), (), {"U:DET": 0.1}))
    second = ErrorDensity(habits)
    assert second.odds.overall == 1.0
    assert second.odds.by_type == first.odds.by_type
    assert second.odds.of("U:DET") > 1.5


def test_a_sentence_that_is_read_again_is_no_new_habit():
    habits = Habits()
    density = ErrorDensity(habits)
    before = habits.odds()
    density.follow(Correction(Sentence("word " * 15, 0), (), {"U:DET": 1.0}), is_new=False)
    assert habits.odds() == before
    assert density.odds.overall > 1.0


@given(
    st.lists(
        st.tuples(st.dictionaries(st.sampled_from(TYPES), st.floats(0.0, 9.0)), st.integers(0, 99)),
        max_size=40,
    )
)
def test_odds_stay_within_bounds_whatever_is_read(sentences):
    habits = Habits()
    for expected, words in sentences:
        habits.follow(Correction(Sentence("word " * words, 0), (), expected))
    assert all(0.7 <= value <= 4.0 for value in habits.odds().values())
