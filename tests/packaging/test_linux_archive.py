import hashlib
import os
import shutil
import subprocess
import sys
import tarfile

import pytest

from assets.packaging.context import TEMPLATES
from assets.packaging.linux_archive import pack
from tests.packaging.contexts import make_context

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an archive for Linux")

PROGRAM = "#!/bin/sh\necho copyedge 1.2.3\n"
ENTRY = "[Desktop Entry]\nTryExec=copyedge\nExec=copyedge %F\nName=copyedge\n"


@pytest.fixture
def unpacked(tmp_path):
    """A stand-in for the unpacked archive, with the real scripts."""
    top = tmp_path / "unpacked"
    program = top / "lib" / "copyedge" / "copyedge"
    program.parent.mkdir(parents=True)
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    for name in ("install.sh", "uninstall.sh"):
        shutil.copy(TEMPLATES / "linux" / name, top / name)
    entry = top / "share" / "applications" / "copyedge.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text(ENTRY, encoding="utf-8")
    return top


def sh(script, *arguments, **environment):
    return subprocess.run(
        ["sh", script, *map(str, arguments)],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_installing_for_oneself_needs_no_rights_and_leaves_nothing_when_removed(unpacked, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    done = sh(unpacked / "install.sh", HOME=str(home))
    assert done.returncode == 0, done.stderr
    command = home / ".local" / "bin" / "copyedge"
    assert subprocess.run([command], capture_output=True, check=True).stdout == b"copyedge 1.2.3\n"
    assert sh(home / ".local/lib/copyedge/uninstall.sh").returncode == 0
    assert files(home) == [".local"]


def test_the_menu_entry_names_the_program_in_full(unpacked, tmp_path):
    assert sh(unpacked / "install.sh", "--prefix", tmp_path / "here").returncode == 0
    entry = tmp_path / "here" / "share" / "applications" / "copyedge.desktop"
    lines = entry.read_text(encoding="utf-8").splitlines()
    assert lines[1:] == [
        f"TryExec={tmp_path}/here/bin/copyedge",
        f"Exec={tmp_path}/here/bin/copyedge %F",
        "Name=copyedge",
    ]


def test_a_new_version_takes_the_files_of_the_old_one_away(unpacked, tmp_path):
    prefix = tmp_path / "here"
    sh(unpacked / "install.sh", "--prefix", prefix)
    (unpacked / "lib" / "copyedge" / "new.so").touch()
    (prefix / "lib" / "copyedge" / "old.so").touch()
    assert sh(unpacked / "install.sh", "--prefix", prefix).returncode == 0
    names = {path.name for path in (prefix / "lib" / "copyedge").iterdir()}
    assert "new.so" in names
    assert "old.so" not in names


def test_what_others_installed_stays(unpacked, tmp_path):
    prefix = tmp_path / "here"
    theirs = prefix / "share" / "applications" / "other.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.touch()
    sh(unpacked / "install.sh", "--prefix", prefix)
    sh(prefix / "lib" / "copyedge" / "uninstall.sh")
    assert theirs.is_file()
    assert not [name for name in files(prefix) if "copyedge" in name]


@pytest.mark.parametrize("taken", ["bin/copyedge", "lib/copyedge/something"])
def test_another_program_of_that_name_is_not_overwritten(unpacked, tmp_path, taken):
    prefix = tmp_path / "here"
    (prefix / taken).parent.mkdir(parents=True)
    (prefix / taken).write_text("mine", encoding="utf-8")
    done = sh(unpacked / "install.sh", "--prefix", prefix)
    assert done.returncode == 1
    assert "Move it away first" in done.stderr
    assert (prefix / taken).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_menus_cannot_name_is_refused(unpacked, tmp_path):
    done = sh(unpacked / "install.sh", "--prefix", tmp_path / "with space")
    assert done.returncode == 1
    assert "spaces" in done.stderr


def test_the_uninstaller_in_the_archive_removes_nothing(unpacked):
    before = files(unpacked)
    done = sh(unpacked / "uninstall.sh")
    assert done.returncode == 1
    assert "PREFIX/lib/copyedge" in done.stderr
    assert files(unpacked) == before


def test_packing_twice_gives_the_same_bytes_whoever_owns_the_files(unpacked, tmp_path):
    context = make_context(tmp_path, quick=True)
    sums = []
    for name in ("one", "two"):
        top = tmp_path / name / "copyedge"
        shutil.copytree(unpacked, top)
        for path in (top, *top.rglob("*")):
            os.utime(path, (context.epoch, context.epoch))
        result = tmp_path / f"{name}.tar.xz"
        pack(top, result, context)
        sums.append(hashlib.sha256(result.read_bytes()).hexdigest())
    assert sums[0] == sums[1]
    with tarfile.open(tmp_path / "one.tar.xz") as archive:
        assert {(member.uid, member.uname) for member in archive} == {(0, "root")}
        assert archive.getnames() == sorted(archive.getnames())
