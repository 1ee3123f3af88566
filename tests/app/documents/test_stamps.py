import os

from app.documents.stamps import DiskState, disk_state, stamp_of


def written(path, content, modified_s=1_000_000):
    path.write_bytes(content)
    os.utime(path, (modified_s, modified_s))
    return stamp_of(path, content)


def test_a_file_left_alone_is_unchanged(tmp_path):
    path = tmp_path / "a"
    assert disk_state(path, written(path, b"one")) is DiskState.UNCHANGED


def test_a_touched_file_with_the_same_bytes_is_unchanged(tmp_path):
    path = tmp_path / "a"
    stamp = written(path, b"one")
    os.utime(path, (2_000_000, 2_000_000))
    assert disk_state(path, stamp) is DiskState.UNCHANGED


def test_other_bytes_of_the_same_length_are_a_change(tmp_path):
    path = tmp_path / "a"
    stamp = written(path, b"one")
    written(path, b"two", modified_s=2_000_000)
    assert disk_state(path, stamp) is DiskState.CHANGED


def test_another_length_at_the_same_time_is_a_change(tmp_path):
    path = tmp_path / "a"
    stamp = written(path, b"one")
    written(path, b"three")
    assert disk_state(path, stamp) is DiskState.CHANGED


def test_a_removed_file_is_removed(tmp_path):
    path = tmp_path / "a"
    stamp = written(path, b"one")
    path.unlink()
    assert disk_state(path, stamp) is DiskState.REMOVED
