import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.packaging.elf import Links, elf_files, read_links, unreached
from assets.packaging.linux_slimming import is_library

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="ELF is Linux's format")


def links(**needed):
    return {Path(name): Links(tuple(wanted), False) for name, wanted in needed.items()}


def test_a_library_reached_through_another_stays():
    found = links(program=["a"], a=["b", "libc"], b=[], c=["a"], d=["c"])
    libraries = [Path(name) for name in "abcd"]
    assert set(unreached(found, libraries)) == {Path("c"), Path("d")}


def test_libraries_that_only_link_to_each_other_go():
    found = links(program=[], a=["b"], b=["a"])
    assert set(unreached(found, [Path("a"), Path("b")])) == {Path("a"), Path("b")}


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef")), min_size=1))
def test_nothing_that_stays_needs_anything_that_goes(needed):
    found = links(program=["a", "b"], **needed)
    libraries = [path for path in found if path.name != "program"]
    gone = set(unreached(found, libraries))
    for path in set(found) - gone:
        assert not {Path(name) for name in found[path].needed} & gone


@linux_only
def test_an_extension_module_names_the_c_library(tmp_path):
    import _ctypes

    copy = tmp_path / "module.so"
    copy.write_bytes(Path(_ctypes.__file__).read_bytes())
    (tmp_path / "text.so").write_text("not one", encoding="utf-8")
    (tmp_path / "link.so").symlink_to(copy)
    assert list(elf_files(tmp_path)) == [copy]
    assert any(name.startswith("libc.so") for name in read_links(copy).needed)


@pytest.mark.parametrize(
    ("path", "linked_only"),
    [
        ("_internal/PySide6/Qt/lib/libQt6Core.so.6", True),
        ("_internal/libpython3.11.so.1.0", False),
        ("_internal/PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("_internal/numpy/_core/_multiarray_umath.so", False),
        ("copyedge", False),
    ],
)
def test_what_is_loaded_by_name_never_counts_as_unreached(path, linked_only):
    assert is_library(Path(path)) is linked_only
