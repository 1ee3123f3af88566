import pytest

from app.checking.cache import SentenceCache
from model.edits import Correction, Edit, Sentence, Span

EDIT = Edit(Span(0, 1), "a", "an", 0.9)


def correction(text, *edits, start=0, expected=0.0):
    return Correction(Sentence(text, start), edits, expected)


def put(cache, text, *edits):
    cache.put(text, correction(text, *edits))


def get(cache, text):
    return cache.get(text, Sentence(text, 0))


def test_a_sentence_without_edits_is_known_too():
    cache = SentenceCache()
    assert get(cache, "Fine.") is None
    put(cache, "Fine.")
    assert get(cache, "Fine.") == correction("Fine.")


def test_a_sentence_is_known_in_another_place_and_with_all_that_was_learnt_of_it():
    cache = SentenceCache()
    cache.put("a apple", correction("a apple", EDIT, start=3, expected=0.9))
    moved = cache.get("a apple", Sentence("a apple", 40))
    assert moved == correction("a apple", EDIT, start=40, expected=0.9)


def test_the_least_recently_used_sentence_goes_first():
    cache = SentenceCache(capacity=2)
    put(cache, "one")
    put(cache, "two", EDIT)
    get(cache, "one")
    put(cache, "three")
    assert get(cache, "two") is None
    assert get(cache, "one") == correction("one")
    assert len(cache) == 2


def test_clear_forgets_everything():
    cache = SentenceCache()
    put(cache, "one", EDIT)
    cache.clear()
    assert get(cache, "one") is None


def test_a_cache_without_room_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        SentenceCache(capacity=0)
