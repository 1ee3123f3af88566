import pytest

from assets.packaging import freeze
from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.freeze import check_contents, check_machine, normalise_modes
from tests.packaging.contexts import make_context

SHIPPED = ("model/manifest.json", "model/weights.bin", "translations/copyedge_de.qm")


@pytest.fixture
def frozen(tmp_path):
    context = make_context(tmp_path)
    for name in (*SHIPPED, "icons/copyedge.svg"):
        path = context.contents / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (context.frozen / "copyedge").touch()
    return context


def test_freezing_for_another_system_is_refused_with_a_way_out():
    with pytest.raises(BuildError, match="--target windows --dry-run"):
        check_machine(Target.WINDOWS, "linux")
    check_machine(Target.MACOS, "darwin")


def test_training_code_in_the_program_is_noticed(frozen, monkeypatch):
    modules = frozenset({"app.application", "training.loop", "torch"})
    monkeypatch.setattr(freeze, "archived_modules", lambda context: modules)
    with pytest.raises(BuildError, match="contains torch, training"):
        check_contents(frozen)


def test_build_modules_in_the_program_are_noticed(frozen, monkeypatch):
    modules = frozenset({"assets", "assets.packaging.debian"})
    monkeypatch.setattr(freeze, "archived_modules", lambda context: modules)
    with pytest.raises(BuildError, match=r"contains assets\.packaging\.debian"):
        check_contents(frozen)


def test_a_program_without_its_model_is_noticed(frozen, monkeypatch):
    monkeypatch.setattr(freeze, "archived_modules", lambda context: frozenset({"app"}))
    check_contents(frozen)
    (frozen.contents / "assets" / "model" / "weights.bin").unlink()
    with pytest.raises(BuildError, match=r"lacks model/weights\.bin"):
        check_contents(frozen)


def test_permissions_do_not_depend_on_who_builds(frozen):
    library = frozen.contents / "libx.so"
    library.touch(0o777)
    (frozen.frozen / "copyedge").chmod(0o700)
    normalise_modes(frozen.frozen)
    assert library.stat().st_mode & 0o777 == 0o644
    assert (frozen.frozen / "copyedge").stat().st_mode & 0o777 == 0o755
    assert frozen.contents.stat().st_mode & 0o777 == 0o755
