import os

from assets.packaging.linux_clean_root import BOOKS, MOVING, files_of, tree_of


def test_a_tree_is_listed_without_following_links(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").touch()
    (tmp_path / "circle").symlink_to(tmp_path)
    assert sorted(tree_of(tmp_path)) == ["circle", "folder", "folder/file"]


def test_the_skeleton_of_a_home_is_no_work_of_the_user(tmp_path):
    for name in (".bashrc", "letter.txt"):
        (tmp_path / name).touch()
    assert files_of(tmp_path, os.getuid()) == ["letter.txt"]
    assert files_of(tmp_path, os.getuid() + 1) == []


def test_no_place_where_a_package_installs_files_is_passed_over():
    for folder in ("usr/lib/copyedge", "usr/share/applications", "etc/xdg", "opt", "var/lib/x"):
        assert not folder.startswith((*MOVING, *BOOKS))
