from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.noise.alignment import differences, edit_distance

WORDS = st.lists(st.sampled_from(["a", "the", "dog", "dogs", "is", ",", "."]), max_size=8)


def found(source: str, target: str) -> list[tuple[str, str]]:
    return [
        (" ".join(item.source), " ".join(item.target))
        for item in differences(source.split(), target.split())
    ]


def test_single_changes_are_kept_apart() -> None:
    assert found("She go to school yesterday", "She went to the school yesterday") == [
        ("go", "went"),
        ("", "the"),
    ]


def test_joined_and_moved_words_stay_together() -> None:
    assert found("I like it alot", "I like it a lot") == [("alot", "a lot")]
    assert found("I also can swim", "I can also swim") == [("also can", "can also")]


def test_a_transposition_costs_one() -> None:
    assert edit_distance("freind", "friend") == 1
    assert edit_distance("kitten", "sitting") == 3


@given(WORDS, WORDS)
def test_differences_account_for_every_changed_word(source: list[str], target: list[str]) -> None:
    items = differences(source, target)
    removed = sum(len(item.source) for item in items)
    added = sum(len(item.target) for item in items)
    assert len(source) - removed == len(target) - added
    assert (source == target) == (not items)
