import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.spelling import candidates
from model.spelling.candidates import (
    CandidateFinder,
    edit_distances,
    packed_letters,
    skeleton,
)
from tests.model.spelling.small_words import small_word_list

LETTERS = st.text("abcd", min_size=1, max_size=7)


def plain_distance(left: str, right: str) -> int:
    """Return the same distance by the textbook's recursion, cell by cell."""
    cells = {(i, 0): i for i in range(len(left) + 1)}
    cells |= {(0, j): j for j in range(len(right) + 1)}
    for i in range(1, len(left) + 1):
        for j in range(1, len(right) + 1):
            cost = min(
                cells[i - 1, j] + 1,
                cells[i, j - 1] + 1,
                cells[i - 1, j - 1] + (left[i - 1] != right[j - 1]),
            )
            if i > 1 and j > 1 and left[i - 2 : i] == right[j - 1] + right[j - 2]:
                cost = min(cost, cells[i - 2, j - 2] + 1)
            cells[i, j] = cost
    return cells[len(left), len(right)]


@given(LETTERS, st.lists(LETTERS, min_size=1, max_size=6))
def test_distances_to_many_words_are_those_of_the_textbook(written, others):
    codes = np.zeros((len(others), 7), dtype=np.uint8)
    for row, other in enumerate(others):
        codes[row, : len(other)] = list(other.encode())
    lengths = np.array([len(other) for other in others])
    found = edit_distances(np.frombuffer(written.encode(), dtype=np.uint8), codes, lengths)
    assert found.tolist() == [plain_distance(written, other) for other in others]


def letters_of(word):
    return int(packed_letters(np.frombuffer(word.encode(), dtype=np.uint8)[None])[0])


@given(LETTERS, LETTERS)
def test_packed_letters_never_differ_by_more_than_the_letters(left, right):
    differing = sum(abs(left.count(letter) - right.count(letter)) for letter in "abcd")
    assert (letters_of(left) ^ letters_of(right)).bit_count() <= differing


def test_packed_letters_tell_one_from_two_and_an_apostrophe_from_a_letter():
    packed = [letters_of(word) for word in ("bot", "boot", "bo't")]
    assert len(set(packed)) == 3
    assert letters_of("tob") == packed[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("recieve", "receive"),
        ("freinds", "friends"),
        ("wrold", "world"),
        ("dont", "don't"),
        ("wensday", "Wednesday"),
        ("buyed", "bought"),
        ("childs", "children"),
        ("alot", "a lot"),
        ("WICH", "which"),
    ],
)
def test_what_was_meant_is_among_the_candidates(written, meant):
    finder = CandidateFinder(small_word_list())
    assert meant in [candidate.text for candidate in finder.near(written)]


def test_the_nearest_word_comes_first():
    finder = CandidateFinder(small_word_list())
    assert finder.near("recieve")[0].text == "receive"


def test_rare_words_and_acronyms_are_never_proposed():
    finder = CandidateFinder(small_word_list())
    assert "rarely" not in [candidate.text for candidate in finder.near("raerly")]
    assert not [item for item in finder.near("natoo") if item.text.lower() == "nato"]


@pytest.mark.parametrize("written", ["hte", "frend", "wrold", "recieve"])
def test_only_the_best_of_all_candidates_are_given(written, monkeypatch):
    monkeypatch.setattr(candidates, "_MOST", 1000)
    everything = CandidateFinder(small_word_list()).near(written)
    monkeypatch.setattr(candidates, "_MOST", 1)
    assert len(everything) > 1
    assert CandidateFinder(small_word_list()).near(written) == everything[:1]


@pytest.mark.parametrize("written", ["x", "", "a" * 40])
def test_words_too_short_or_too_long_have_no_candidates(written):
    assert CandidateFinder(small_word_list()).near(written) == ()


@pytest.mark.parametrize(
    ("left", "right"), [("fotograf", "photograph"), ("neccesary", "neccessary"), ("wich", "which")]
)
def test_words_that_sound_alike_share_a_skeleton(left, right):
    assert skeleton(left) == skeleton(right)


def test_other_words_do_not():
    assert skeleton("table") != skeleton("cable")
