import errno
import os
import stat
from pathlib import Path

import pytest

from app.documents.atomic import write_atomically
from app.documents.errors import CannotSaveError


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "new", b"text")
    assert (tmp_path / "new").read_bytes() == b"text"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_are_kept(tmp_path, mode):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_symbolic_links_are_followed_and_stay(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "real.txt").write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(folder / "real.txt")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (folder / "real.txt").read_bytes() == b"new"


def test_a_write_protected_file_is_refused_and_untouched(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(CannotSaveError, match=r"not allowed to write a\.txt"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EROFS, "cannot be written"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, code, words):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def refuse(descriptor):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(CannotSaveError, match=words):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_folder_is_told_with_a_way_out(tmp_path):
    with pytest.raises(CannotSaveError, match="Save to another folder"):
        write_atomically(tmp_path / "gone" / "a.txt", b"")


def test_a_folder_is_not_overwritten(tmp_path):
    with pytest.raises(CannotSaveError, match="is a folder"):
        write_atomically(tmp_path, b"")


def test_the_file_holds_the_old_text_until_the_new_one_is_complete(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    seen = []
    replace = Path.replace

    def watch(temporary, target):
        seen.append((path.read_bytes(), temporary.read_bytes(), temporary.parent))
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", watch)
    write_atomically(path, b"new")
    assert seen == [(b"old", b"new", tmp_path)]
    assert path.read_bytes() == b"new"
