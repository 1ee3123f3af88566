from pathlib import Path

import pytest

from app import paths


def test_assets_are_those_of_this_checkout():
    assert paths.assets_folder() == Path(__file__).parents[2] / "assets"
    assert paths.model_folder().parent == paths.assets_folder()


def test_missing_assets_are_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "files", lambda package: tmp_path / package)
    with pytest.raises(FileNotFoundError, match="Install Copyedge again"):
        paths.assets_folder()


@pytest.mark.parametrize(
    "folder",
    [paths.settings_folder, paths.storage_folder, paths.state_folder, paths.cache_folder],
)
def test_asking_for_a_folder_does_not_make_it(folder, monkeypatch, tmp_path):
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert folder().name == "copyedge"
    assert not folder().exists()
