import io
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.spelling.words import Article, Case, WordList
from tests.model.spelling.small_words import small_word_list

WORDS = st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=12)


@given(st.dictionaries(WORDS, st.integers(1, 2**31 - 1), min_size=1), WORDS)
def test_a_list_holds_just_the_words_it_was_made_of(counts, other):
    words = WordList.of([(word, count, Case.SMALL) for word, count in counts.items()])
    for word, count in counts.items():
        assert words.bits(word) == pytest.approx(np.log2(count), abs=0.07)
    known = other in counts or (other.endswith("'s") and other[:-2] in counts)
    assert (other in words) == known


def test_words_are_known_in_any_case_and_with_a_possessive():
    words = small_word_list()
    assert all(word in words for word in ("Friend", "FRIEND", "friend's", "Nato"))
    assert "freind" not in words
    assert "façade" not in words


def test_a_long_text_is_looked_up_without_a_copy_of_the_list():
    forms = [f"w{number}" for number in range(50_000)]
    spelt = [form.translate(str.maketrans("0123456789", "abcdefghij")) for form in forms]
    words = WordList.of([(form, 9, Case.SMALL) for form in spelt])
    assert spelt[7] in words
    tracemalloc.start()
    assert words.bits("a text of several words, longer than any of the list") is None
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000


def test_a_list_survives_being_written_and_read():
    words = small_word_list()
    again = WordList.from_bytes(words.to_bytes())
    assert np.array_equal(words.forms, again.forms)
    assert np.array_equal(words.frequencies, again.frequencies)
    assert np.array_equal(words.cases, again.cases)
    assert np.array_equal(words.articles, again.articles)
    assert again.article("Hour") is Article.AN


@pytest.mark.parametrize("contents", [b"", b"PK\x03\x04 not a zip", b"\x93NUMPY"])
def test_what_is_no_word_list_is_refused(contents):
    with pytest.raises(ValueError, match="word list"):
        WordList.from_bytes(contents)


def test_a_cut_list_is_refused():
    contents = small_word_list().to_bytes()
    with pytest.raises(ValueError, match="word list"):
        WordList.from_bytes(contents[: len(contents) // 2])


def test_words_out_of_order_are_refused():
    forms = np.array([b"b", b"a"])
    with pytest.raises(ValueError, match="sorted"):
        WordList(forms, *(np.zeros(2, np.uint8) for _ in range(3)))


def packed(**changes):
    words = small_word_list()
    names = ("forms", "frequencies", "cases", "articles")
    columns = {name: getattr(words, name) for name in names}
    file = io.BytesIO()
    np.savez_compressed(
        file, **{**columns, **{n: change(columns[n]) for n, change in changes.items()}}
    )
    return file.getvalue()


@pytest.mark.parametrize(
    "changes",
    [
        {"forms": lambda forms: forms.astype("U")},
        {"forms": lambda forms: np.arange(len(forms))},
        {"forms": lambda forms: forms[0]},
        {"frequencies": lambda column: column.astype(float)},
        {"frequencies": lambda column: np.stack([column, column], axis=1)},
        {"cases": lambda column: column + 9},
        {"articles": lambda column: column + 9},
        {"articles": lambda column: column[1:]},
    ],
)
def test_an_archive_with_other_columns_is_refused(changes):
    assert len(WordList.from_bytes(packed())) > 0
    with pytest.raises(ValueError, match="no word list"):
        WordList.from_bytes(packed(**changes))
