import pytest

from app import __version__
from assets.packaging.errors import BuildError
from assets.packaging.source import read_commit, read_epoch, read_homepage, read_version
from tests.packaging.contexts import ROOT


def project(folder, text):
    (folder / "app").mkdir()
    (folder / "app" / "__init__.py").write_text(text, encoding="utf-8")
    return folder


def test_the_version_is_the_programs_own():
    assert read_version(ROOT) == __version__


def test_a_version_that_is_computed_is_refused(tmp_path):
    with pytest.raises(BuildError, match="has no line __version__"):
        read_version(project(tmp_path, "__version__ = '.'.join('12')\n"))


def test_two_readings_of_the_moment_agree(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert read_epoch(ROOT) == read_epoch(ROOT)


def test_the_environment_decides_on_the_moment(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert read_epoch(ROOT) == 1234567890


def test_a_moment_that_is_no_number_is_refused(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BuildError, match="set it to seconds since 1970"):
        read_epoch(ROOT)


def test_without_a_repository_there_is_a_moment_but_no_commit(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    folder = project(tmp_path, "__version__ = '1'\n")
    assert read_commit(folder) == ""
    assert read_epoch(folder) == int((folder / "app" / "__init__.py").stat().st_mtime)


def test_a_homepage_is_only_what_the_project_names(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert read_homepage(tmp_path) == ""
    file.write_text('[project.urls]\nHomepage = "https://example.org"\n', encoding="utf-8")
    assert read_homepage(tmp_path) == "https://example.org"
