import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.formats import format_of
from assets.packaging.errors import BuildError
from assets.packaging.product import document_types, dotted, version_numbers


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("0.1.0", (0, 1, 0, 0)),
        ("2", (2, 0, 0, 0)),
        ("1.2.3rc1", (1, 2, 3, 0)),
        ("1.2.dev4", (1, 2, 0, 0)),
        ("1.2.3.4.5", (1, 2, 3, 4)),
    ],
)
def test_four_numbers_begin_every_version(version, numbers):
    assert version_numbers(version) == numbers


@given(st.tuples(*[st.integers(0, 65535)] * 4))
def test_four_numbers_come_back(numbers):
    assert version_numbers(dotted(numbers)) == numbers


def test_a_version_without_a_number_is_refused():
    with pytest.raises(BuildError, match="'soon' does not begin with a number"):
        version_numbers("soon")


def test_the_editor_opens_everything_that_the_installers_announce(tmp_path):
    suffixes = [suffix for kind in document_types() for suffix in kind.suffixes]
    assert {".txt", ".md", ".docx", ".odt"} <= set(suffixes)
    assert len(suffixes) == len(set(suffixes))
    for suffix in suffixes:
        assert format_of(tmp_path / f"letter{suffix}")
