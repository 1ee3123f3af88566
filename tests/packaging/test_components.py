import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.packaging.components import (
    TEXTS_FOLDER,
    LicenceText,
    distinct,
    matches,
    normalised,
    read_rules,
)


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/**", True),
        ("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/*", False),
        ("PySide6/QtCore.abi3.so", "PySide6/Qt/**", False),
        ("numpy.libs/libgfortran-0.so.5", "*.libs/libgfortran*", True),
        ("deep/numpy.libs/libgfortran-0.so.5", "*.libs/libgfortran*", False),
        ("VCRUNTIME140_1.dll", "**/vcruntime140*.dll", True),
        ("PySide6/MSVCP140.dll", "**/msvcp140*.dll", True),
        ("base_library.zip", "base_library.zip", True),
    ],
)
def test_only_two_stars_cross_folders_and_case_does_not_count(path, pattern, expected):
    assert matches(path, pattern) is expected


@given(st.lists(st.text("abc.", min_size=1), min_size=1, max_size=4))
def test_every_path_fits_itself_and_the_pattern_for_all(parts):
    path = "/".join(part.strip(".") or "a" for part in parts)
    assert matches(path, path)
    assert matches(path, "**")


def test_every_text_that_a_rule_names_is_there():
    rules = read_rules()
    references = {name for rule in rules.rules for name in rule.texts}
    references |= {name for addition in rules.additions.values() for name in addition.texts}
    named = {name.removeprefix("text:") for name in references if name.startswith("text:")}
    assert named == {path.name for path in TEXTS_FOLDER.iterdir()}


def test_each_component_has_one_rule():
    names = [rule.name for rule in read_rules().rules]
    assert len(names) == len(set(names))


def test_a_distribution_is_found_however_it_is_spelt():
    assert normalised("PySide6_Essentials") == normalised("pyside6-essentials")
    assert read_rules().addition("pyside6_essentials").licence == "LGPL-3.0-only"


def test_the_same_text_is_kept_once_and_different_ones_under_different_names():
    texts = distinct(
        [
            LicenceText("LICENSE", "one"),
            LicenceText("LICENSE", "two"),
            LicenceText("licence-of-a-part", "one"),
            LicenceText("license", "three"),
        ]
    )
    assert sorted(text.content for text in texts) == ["one", "three", "two"]
    assert {text.name: text.content for text in texts} == {
        "LICENSE": "one",
        "LICENSE-2": "two",
        "license-3": "three",
    }
