from dataclasses import replace

import pytest

from assets.packaging.bundled import read_bundled
from assets.packaging.components import Component, LicenceText
from assets.packaging.errors import BuildError
from assets.packaging.licences import check, collect_licences, folder_name, is_spdx, write_texts
from assets.packaging.origins import Inventory, take_inventory
from tests.packaging.frozen_program import (
    LONG,
    make_context,
    make_distribution,
    make_frozen,
    make_sources,
)

GOOD = Component(
    name="Some library", version="1.0", licence="MIT", texts=(LicenceText("LICENSE", LONG),)
)
PROGRAM = (
    "base_library.zip",
    "assets/model/weights.bin",
    "lxml/etree.so",
    "PySide6/Qt/lib/libQt6Core.so.6",
)


def take(context, tmp_path):
    distributions = [
        make_distribution(tmp_path / "site", name, f"{name}/etree.so")
        for name in ("lxml", "pyinstaller")
    ]
    bundled = read_bundled(context.frozen, context.contents, lambda path: {"app.paths", "json"})
    return lambda _: take_inventory(bundled, make_sources(*distributions))


def test_the_texts_of_everything_bundled_are_written_with_an_index(tmp_path):
    context = make_context(tmp_path)
    make_frozen(context, *PROGRAM)
    collect_licences(context, take(context, tmp_path))
    index = (context.licences / "INDEX.txt").read_text(encoding="utf-8")
    for name in ("Copyedge 1.2.3", "Copyedge weights", "CPython", "lxml", "PyInstaller", "Qt"):
        assert f"\n{name}" in index
    assert (context.licences / "qt" / "LGPL-3.0.txt").is_file()
    assert "put your own" in (context.licences / "qt" / "qt-notice.txt").read_text(encoding="utf-8")
    card = (context.licences / "copyedge-weights" / "README.md").read_text(encoding="utf-8")
    assert "Trained on" in card


def test_a_planted_library_stops_the_build_and_nothing_is_written(tmp_path):
    context = make_context(tmp_path)
    make_frozen(context, *PROGRAM, "libplanted.so.1")
    with pytest.raises(BuildError, match=r"libplanted\.so\.1"):
        collect_licences(context, take(context, tmp_path))
    assert not context.licences.exists()


def test_a_component_without_a_text_is_refused():
    bare = replace(GOOD, texts=(LicenceText("LICENSE", "see the web"),))
    with pytest.raises(BuildError, match="Some library brings no licence text"):
        check(Inventory((bare,), ()))


def test_a_component_without_a_named_licence_is_refused():
    with pytest.raises(BuildError, match="Some library does not name its licence"):
        check(Inventory((replace(GOOD, licence=""),), ()))


def test_many_unknown_files_do_not_hide_the_sentence():
    with pytest.raises(BuildError, match=r"and 80 more\. Name them"):
        check(Inventory((GOOD,), tuple(f"lib{number}.so" for number in range(100))))


def test_a_second_run_leaves_nothing_of_the_first(tmp_path):
    write_texts([GOOD], tmp_path / "licences", "1.0")
    write_texts([replace(GOOD, name="Another")], tmp_path / "licences", "1.0")
    assert sorted(path.name for path in (tmp_path / "licences").iterdir()) == [
        "INDEX.txt",
        "another",
    ]


def test_folder_names_suit_every_file_system():
    assert folder_name(replace(GOOD, name="GCC: runtime / libraries?")) == "gcc-runtime-libraries"


def test_references_count_as_expressions_and_prose_does_not():
    assert is_spdx("LicenseRef-Copyedge-Weights")
    assert is_spdx("MIT AND LicenseRef-Own-1.0")
    assert not is_spdx("GPL-2+, Expat, public-domain")
    assert not is_spdx("")
