import os
import stat

import pytest

from app.command_line import replacing
from model.error_density import EVEN
from tests.app.command_line.fakes import FakeCorrector


@pytest.fixture
def letter(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_bytes(b"\xef\xbb\xbfShe go.\r\n")
    return file


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_file_is_corrected_and_the_old_text_kept(correct, letter):
    old = letter.read_bytes()
    code, screen = correct("--in-place", letter)
    assert (code, screen.output) == (0, b"")
    assert letter.read_bytes() == b"\xef\xbb\xbfShe goes.\r\n"
    assert letter.with_name("letter.txt.bak").read_bytes() == old
    assert "1 correction; old text in" in screen.messages
    assert names(letter.parent) == ["letter.txt", "letter.txt.bak"]


def test_older_backup_is_never_overwritten(correct, letter):
    for text in (b"go 1", b"go 2", b"go 3"):
        letter.write_bytes(text)
        correct("-i", letter)
    backups = [letter.with_name(f"letter.txt.bak{end}") for end in ("", ".1", ".2")]
    assert [backup.read_bytes() for backup in backups] == [b"go 1", b"go 2", b"go 3"]


def test_file_without_corrections_is_not_touched(correct, letter):
    letter.write_bytes(b"Fine.\n")
    before = letter.stat()
    correct("-i", letter)
    after = letter.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert names(letter.parent) == ["letter.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
def test_mode_bits_are_kept(correct, letter):
    letter.chmod(0o640)
    correct("-i", letter)
    assert stat.S_IMODE(letter.stat().st_mode) == 0o640
    assert stat.S_IMODE(letter.with_name("letter.txt.bak").stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_link_stays_a_link_and_its_target_is_corrected(correct, letter, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(letter)
    correct("-i", link)
    assert link.is_symlink()
    assert letter.read_bytes().endswith(b"She goes.\r\n")


def test_file_changed_meanwhile_is_left_alone(correct, letter):
    class Meddler(FakeCorrector):
        def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
            letter.write_bytes(b"Something else entirely.\n")
            return super().correct_sentence(sentence, cancelled, odds)

    code, screen = correct("-i", letter, corrector=Meddler())
    assert code == 2
    assert letter.read_bytes() == b"Something else entirely.\n"
    assert "changed by another program" in screen.messages
    assert names(letter.parent) == ["letter.txt"]


@pytest.mark.parametrize("step", ["_back_up", "_copy_attributes"])
def test_full_disk_leaves_the_file_as_it_was(correct, letter, monkeypatch, step):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing, step, fail)
    old = letter.read_bytes()
    code, screen = correct("-i", letter)
    assert (code, letter.read_bytes()) == (2, old)
    assert "No space left on device" in screen.messages
    assert not [name for name in names(letter.parent) if name.startswith(".")]


def test_interruption_leaves_nothing_behind(correct, letter):
    class Impatient(FakeCorrector):
        def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
            raise KeyboardInterrupt

    old = letter.read_bytes()
    code, screen = correct("-i", letter, corrector=Impatient())
    assert (code, screen.messages) == (130, "Stopped.\n")
    assert letter.read_bytes() == old
    assert names(letter.parent) == ["letter.txt"]


def test_unreadable_file_is_left_alone_and_the_next_one_done(correct, letter, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"go \xff")
    code, _ = correct("-i", bad, letter)
    assert (code, bad.read_bytes()) == (2, b"go \xff")
    assert letter.read_bytes().endswith(b"goes.\r\n")


def test_write_protected_file_is_refused(correct, letter, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    code, screen = correct("-i", letter)
    assert code == 2
    assert "write-protected" in screen.messages
