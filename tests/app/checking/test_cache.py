import pytest

from app.checking.cache import SentenceCache
from model.edits import Edit, Span

EDIT = Edit(Span(0, 1), "a", "an", 0.9)


def test_a_sentence_without_edits_is_known_too():
    cache = SentenceCache()
    assert cache.get("Fine.") is None
    cache.put("Fine.", ())
    assert cache.get("Fine.") == ()


def test_the_least_recently_used_sentence_goes_first():
    cache = SentenceCache(capacity=2)
    cache.put("one", ())
    cache.put("two", (EDIT,))
    cache.get("one")
    cache.put("three", ())
    assert cache.get("two") is None
    assert cache.get("one") == ()
    assert len(cache) == 2


def test_clear_forgets_everything():
    cache = SentenceCache()
    cache.put("one", (EDIT,))
    cache.clear()
    assert cache.get("one") is None


def test_a_cache_without_room_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        SentenceCache(capacity=0)
