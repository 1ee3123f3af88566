import pytest

from assets.packaging.errors import BuildError
from assets.packaging.reproducing import compare_builds, differences, file_list
from tests.packaging.contexts import make_context


@pytest.fixture
def built(tmp_path):
    folder = tmp_path / "built"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "file").write_bytes(b"content")
    (folder / "link").symlink_to("sub/file")
    return folder


def test_a_build_is_the_same_as_itself(built):
    assert differences(file_list(built), file_list(built)) == []


def test_content_permissions_and_links_all_count(built):
    before = file_list(built)
    (built / "sub" / "file").write_bytes(b"contend")
    assert [line.split(":")[0] for line in differences(before, file_list(built))] == ["sub/file"]
    (built / "sub" / "file").write_bytes(b"content")
    (built / "sub" / "file").chmod(0o700)
    assert len(differences(before, file_list(built))) == 1
    (built / "link").unlink()
    (built / "link").symlink_to("elsewhere")
    assert len(differences(before, file_list(built))) == 2


def test_a_file_of_one_build_alone_is_named_with_its_side():
    assert differences({"a": "1"}, {"b": "1"}) == ["only in the first: a", "only in the second: b"]


def test_without_a_first_build_it_says_how_to_make_one(tmp_path):
    with pytest.raises(BuildError, match=r"Run: python build_installer\.py"):
        compare_builds(make_context(tmp_path))
