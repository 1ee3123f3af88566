import json

import pytest

from app import settings
from app.checking.dialects import Dialect
from app.settings import ALL, Settings, Theme


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "settings.json"


def test_without_a_file_everything_has_its_default(path):
    stored = Settings(path)
    assert all(stored.get(setting) == setting.default for setting in ALL)
    assert stored.problem == ""


def test_every_setting_survives_a_restart(path):
    stored = Settings(path)
    stored.set(settings.THEME, Theme.DARK)
    stored.set(settings.DIALECT, Dialect.BRITISH)
    stored.set(settings.LEVEL, 0.8)
    stored.set(settings.CHECK_WHILE_TYPING, False)
    stored.set(settings.IGNORED_RULES, frozenset({"R:PREP"}))
    again = Settings(path)
    assert again.get(settings.THEME) is Theme.DARK
    assert again.get(settings.DIALECT) is Dialect.BRITISH
    assert again.get(settings.LEVEL) == 0.8
    assert again.get(settings.CHECK_WHILE_TYPING) is False
    assert again.get(settings.IGNORED_RULES) == {"R:PREP"}


def test_a_change_is_told_once(path):
    stored = Settings(path)
    changed = []
    stored.changed.connect(changed.append)
    stored.set(settings.LEVEL, 0.8)
    stored.set(settings.LEVEL, 0.8)
    assert changed == [settings.LEVEL]


def test_reset_gives_the_defaults_back(path):
    stored = Settings(path)
    stored.set(settings.THEME, Theme.DARK)
    stored.reset()
    assert stored.get(settings.THEME) is Theme.SYSTEM
    assert Settings(path).get(settings.THEME) is Theme.SYSTEM


@pytest.mark.parametrize("content", ["{broken", "[1, 2]", "\ud83d", ""])
def test_a_damaged_file_is_set_aside_and_told_of(path, content):
    path.parent.mkdir()
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    stored = Settings(path)
    assert "damaged" in stored.problem
    assert stored.get(settings.LEVEL) == settings.LEVEL.default
    aside = path.with_name("settings.json.damaged")
    assert aside.read_bytes() == content.encode("utf-8", "surrogatepass")
    stored.set(settings.LEVEL, 0.7)
    assert Settings(path).get(settings.LEVEL) == 0.7


@pytest.mark.parametrize(
    ("key", "nonsense"),
    [
        ("checking/level", "much"),
        ("checking/level", 7),
        ("checking/level", True),
        ("checking/while_typing", "yes"),
        ("look/theme", "pink"),
        ("checking/categories", "all"),
        ("look/font_family", 3),
    ],
)
def test_one_nonsensical_value_falls_back_to_its_default_alone(path, key, nonsense):
    path.parent.mkdir()
    path.write_text(json.dumps({key: nonsense, "look/font_size": 20}), encoding="utf-8")
    stored = Settings(path)
    setting = next(setting for setting in ALL if setting.key == key)
    assert stored.get(setting) == setting.default
    assert stored.get(settings.FONT_SIZE) == 20


def test_settings_of_a_newer_version_are_kept(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"future/thing": [1, 2]}), encoding="utf-8")
    Settings(path).set(settings.LEVEL, 0.7)
    assert json.loads(path.read_text(encoding="utf-8"))["future/thing"] == [1, 2]


def test_a_value_out_of_bounds_is_refused(path):
    with pytest.raises(ValueError, match="between"):
        Settings(path).set(settings.LEVEL, 2.0)


def test_settings_that_cannot_be_written_still_hold(path):
    path.mkdir(parents=True)
    stored = Settings(path)
    stored.set(settings.LEVEL, 0.7)
    assert stored.get(settings.LEVEL) == 0.7
    assert stored.problem
