import shutil
from datetime import UTC, datetime

from app.documents.backups import BackupFolder


def day(number):
    return datetime(2026, 3, number, 12, tzinfo=UTC)


def test_the_first_version_of_a_day_is_kept_and_later_ones_are_not(tmp_path):
    path = tmp_path / "a.txt"
    backups = BackupFolder(tmp_path / "backups")
    path.write_bytes(b"morning")
    assert backups.keep(path, day(1)) is not None
    path.write_bytes(b"noon")
    assert backups.keep(path, day(1)) is None
    assert [copy.read_bytes() for copy in backups.versions(path)] == [b"morning"]


def test_only_the_newest_few_days_are_kept(tmp_path):
    path = tmp_path / "a.txt"
    backups = BackupFolder(tmp_path / "backups", kept=2)
    for number in range(1, 5):
        path.write_bytes(b"%d" % number)
        backups.keep(path, day(number))
    assert [copy.read_bytes() for copy in backups.versions(path)] == [b"4", b"3"]


def test_files_of_the_same_name_do_not_meet(tmp_path):
    backups = BackupFolder(tmp_path / "backups")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "a.txt"
        path.write_text(name, encoding="utf-8")
        backups.keep(path, day(1))
    versions = backups.versions(tmp_path / "one" / "a.txt")
    assert [copy.read_text(encoding="utf-8") for copy in versions] == ["one"]


def test_nothing_to_keep_is_no_error(tmp_path):
    assert BackupFolder(tmp_path / "backups").keep(tmp_path / "new.txt", day(1)) is None


def test_a_folder_that_cannot_be_made_does_not_stop_a_save(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"text")
    assert BackupFolder(path / "backups").keep(path, day(1)) is None


def test_the_oldest_copies_of_all_files_make_room_for_new_ones(tmp_path):
    backups = BackupFolder(tmp_path / "backups", all_bytes=250)
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for number, path in enumerate(paths, 1):
        path.write_bytes(bytes(100))
        backups.keep(path, day(number))
    assert [len(backups.versions(path)) for path in paths] == [0, 1, 1]


def test_a_copy_that_failed_half_way_is_not_taken_for_one(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"whole text")
    backups = BackupFolder(tmp_path / "backups")

    def fail_half_way(source, target):
        target.write_bytes(source.read_bytes()[:5])
        raise OSError("no space")

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copy2", fail_half_way)
        assert backups.keep(path, day(1)) is None
    assert backups.versions(path) == ()
    backups.keep(path, day(1))
    assert [copy.read_bytes() for copy in backups.versions(path)] == [b"whole text"]


def test_a_file_with_a_name_as_long_as_can_be_has_copies_too(tmp_path):
    path = tmp_path / f"{'n' * 251}.txt"
    path.write_bytes(b"text")
    copy = BackupFolder(tmp_path / "backups").keep(path, day(1))
    assert copy is not None
    assert copy.suffix == ".txt"
