import pytest

from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.freeze import check_machine, normalise_modes
from tests.packaging.contexts import make_context


@pytest.fixture
def frozen(tmp_path):
    context = make_context(tmp_path)
    context.contents.mkdir(parents=True)
    (context.frozen / "copyedge").touch()
    return context


def test_freezing_for_another_system_is_refused_with_a_way_out():
    with pytest.raises(BuildError, match="--target windows --dry-run"):
        check_machine(Target.WINDOWS, "linux")
    check_machine(Target.MACOS, "darwin")


def test_permissions_do_not_depend_on_who_builds(frozen):
    library = frozen.contents / "libx.so"
    library.touch(0o777)
    (frozen.frozen / "copyedge").chmod(0o700)
    normalise_modes(frozen.frozen)
    assert library.stat().st_mode & 0o777 == 0o644
    assert (frozen.frozen / "copyedge").stat().st_mode & 0o777 == 0o755
    assert frozen.contents.stat().st_mode & 0o777 == 0o755
