import os
import stat
import sys

import pytest

from assets.packaging import smoke
from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.smoke import (
    SENTENCES,
    check_contents,
    environment_at,
    try_correcting,
    wrong_assets,
)
from tests.packaging.contexts import make_context

SHIPPED = ("model/manifest.json", "model/words.npz", "icons/a.svg", "translations/copyedge_de.qm")
NOT_SHIPPED = ("packaging/freeze.py", "__init__.py", "translations/copyedge_de.ts")


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


@pytest.fixture
def frozen(tmp_path):
    context = make_context(tmp_path, root=tmp_path / "checkout")
    write(context.assets, *SHIPPED, *NOT_SHIPPED)
    write(context.contents / "assets", *SHIPPED)
    (context.frozen / "copyedge").touch()
    return context


def hold(monkeypatch, *modules):
    monkeypatch.setattr(smoke, "archived_modules", lambda context: frozenset(modules))


def test_training_code_in_the_program_is_noticed(frozen, monkeypatch):
    hold(monkeypatch, "app.application", "training.loop", "torch")
    with pytest.raises(BuildError, match="contains torch, training"):
        check_contents(frozen)


def test_build_modules_in_the_program_are_noticed(frozen, monkeypatch):
    hold(monkeypatch, "assets", "assets.packaging.debian")
    with pytest.raises(BuildError, match=r"contains assets\.packaging\.debian"):
        check_contents(frozen)


@pytest.mark.parametrize("name", SHIPPED)
def test_an_asset_that_was_left_out_is_noticed(frozen, monkeypatch, name):
    hold(monkeypatch, "app")
    check_contents(frozen)
    (frozen.contents / "assets" / name).unlink()
    with pytest.raises(BuildError, match=f"lacks {name}"):
        check_contents(frozen)


def test_weights_of_an_earlier_build_are_noticed(frozen):
    (frozen.assets / "model" / "words.npz").write_text("newer", encoding="utf-8")
    assert wrong_assets(frozen.assets, frozen.contents / "assets") == ["model/words.npz"]


def program(folder, body):
    path = folder / "program"
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


posix_only = pytest.mark.skipif(os.name != "posix", reason="a script with #! is a program there")


@posix_only
@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("sys.stdout.write(sys.stdin.read())", "changes none"),
        ("sys.stdout.write(sys.stdin.read()[:50])", "came back"),
        ("sys.stdout.write(sys.stdin.read().replace('The weather were nice.', ''))", "came back"),
        ("sys.exit('no model')", "no model"),
    ],
)
def test_a_program_that_does_not_correct_is_refused(tmp_path, body, complaint):
    with pytest.raises(BuildError, match=complaint):
        try_correcting(program(tmp_path, body), environment_at(tmp_path, Target.LINUX))


@posix_only
def test_one_changed_sentence_is_enough(tmp_path):
    body = "sys.stdout.write(sys.stdin.read().replace('childs', 'children'))"
    environment = environment_at(tmp_path, Target.LINUX)
    assert try_correcting(program(tmp_path, body), environment) == 1
    assert len(set(SENTENCES)) == 10


def test_the_program_that_is_tried_touches_no_home_but_its_own(tmp_path):
    environment = environment_at(tmp_path, Target.LINUX)
    assert environment["HOME"] == environment["XDG_RUNTIME_DIR"] == str(tmp_path)
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert environment["DISPLAY"] == ""
