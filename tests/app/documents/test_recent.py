from app.documents.recent import RecentFiles


def test_the_newest_file_comes_first_and_only_once(tmp_path):
    recent = RecentFiles(tmp_path / "recent.json")
    for name in ("a", "b", "a"):
        recent.add(tmp_path / name)
    assert recent.paths == (tmp_path / "a", tmp_path / "b")


def test_the_list_is_there_at_the_next_start(tmp_path):
    RecentFiles(tmp_path / "state" / "recent.json").add(tmp_path / "ä.txt")
    assert RecentFiles(tmp_path / "state" / "recent.json").paths == (tmp_path / "ä.txt",)


def test_the_list_does_not_grow_for_ever(tmp_path):
    recent = RecentFiles(tmp_path / "recent.json", kept=2)
    for name in ("a", "b", "c"):
        recent.add(tmp_path / name)
    assert recent.paths == (tmp_path / "c", tmp_path / "b")


def test_missing_files_are_remembered_but_not_offered(tmp_path):
    (tmp_path / "here").write_bytes(b"")
    recent = RecentFiles(tmp_path / "recent.json")
    recent.add(tmp_path / "here")
    recent.add(tmp_path / "gone")
    assert recent.existing() == (tmp_path / "here",)
    assert len(recent.paths) == 2


def test_files_can_be_forgotten(tmp_path):
    recent = RecentFiles(tmp_path / "recent.json")
    for name in ("a", "b"):
        recent.add(tmp_path / name)
    recent.remove(tmp_path / "a")
    assert recent.paths == (tmp_path / "b",)
    recent.clear()
    assert RecentFiles(tmp_path / "recent.json").paths == ()


def test_a_damaged_list_is_forgotten(tmp_path):
    for content in (b"{", b'{"a": 1}', b"[1, 2]", b"\xff"):
        (tmp_path / "recent.json").write_bytes(content)
        assert RecentFiles(tmp_path / "recent.json").paths == ()


def test_a_list_that_cannot_be_written_still_works(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    recent = RecentFiles(tmp_path / "file" / "recent.json")
    recent.add(tmp_path / "a")
    assert recent.paths == (tmp_path / "a",)
