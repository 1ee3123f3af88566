import pytest

from app.checking.dialects import Dialect
from app.serving.errors import RequestError
from app.serving.languages import language_of


@pytest.mark.parametrize(
    ("code", "dialect"),
    [
        ("en", Dialect.NONE),
        ("en-US", Dialect.AMERICAN),
        ("en_us", Dialect.AMERICAN),
        ("EN-GB", Dialect.BRITISH),
        ("en-AU", Dialect.NONE),
        ("auto", Dialect.NONE),
        ("en-", Dialect.NONE),
        ("en-IE", Dialect.NONE),
        ("en-001", Dialect.NONE),
    ],
)
def test_a_code_says_which_spelling_is_wanted(code, dialect):
    assert language_of(code).dialect is dialect


def test_the_preferred_variant_counts_when_the_language_is_left_open():
    assert language_of("auto", ["de-DE", "en-GB"]).dialect is Dialect.BRITISH
    assert language_of("en-US", ["en-GB"]).dialect is Dialect.AMERICAN


@pytest.mark.parametrize("code", ["de-DE", "fr", "english", "en-USA", "-", "x" * 500])
def test_another_language_is_refused_with_the_codes_that_are_known(code):
    with pytest.raises(RequestError, match=r"English only.*auto, en, .*en-US") as caught:
        language_of(code)
    assert caught.value.status == 400
    assert len(str(caught.value)) < 300
