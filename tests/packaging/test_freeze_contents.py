import pytest

from assets.packaging.freeze_contents import (
    is_metadata,
    is_system_library,
    keeps_file,
    ships_asset,
)

PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "path",
    [
        f"{PLUGINS}/platforms/libqxcb.so",
        f"{PLUGINS}/platforms/libqwayland.so",
        f"{PLUGINS}/platforms/libqwayland-generic.so",
        f"{PLUGINS}/imageformats/libqsvg.so",
        r"PySide6\plugins\platforms\qwindows.dll",
        f"{PLUGINS}/platforms/libqcocoa.dylib",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "assets/model/weights.bin",
    ],
)
def test_what_the_program_needs_is_kept(path):
    assert keeps_file(path, ("de",))


@pytest.mark.parametrize(
    "path",
    [
        f"{PLUGINS}/platformthemes/libqgtk3.so",
        f"{PLUGINS}/platforms/libqvnc.so",
        f"{PLUGINS}/tls/libqopensslbackend.so",
        f"{PLUGINS}/sqldrivers/libqsqlite.so",
        r"PySide6\plugins\networkinformation\qnetworklistmanager.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qt_de.qm",
        "numpy/random/_common.pxd",
    ],
)
def test_what_the_program_never_reaches_is_left_out(path):
    assert not keeps_file(path, ("de",))


@pytest.mark.parametrize(
    ("path", "theirs"),
    [
        ("/lib/x86_64-linux-gnu/libxcb.so.1", True),
        ("/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", True),
        ("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", False),
        ("/usr/lib/python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so", False),
        ("/usr/lib/python3/dist-packages/numpy.libs/libgomp.so.1", False),
        ("/home/x/.venv/lib/python3.11/site-packages/PySide6/Qt/lib/libQt6Core.so.6", False),
    ],
)
def test_only_libraries_of_the_distribution_are_left_to_it(path, theirs):
    assert is_system_library(path) is theirs


def test_assets_for_makers_stay_out():
    shipped = ["model/manifest.json", "icons/copyedge.svg", "translations/copyedge_de.qm"]
    kept = ["packaging/debian.py", "packaging/templates/linux/install.sh", "__init__.py"]
    kept += ["translations/copyedge_de.ts", "__pycache__/x.pyc"]
    assert [name for name in (*shipped, *kept) if ships_asset(name)] == shipped


def test_how_a_library_was_installed_is_told_from_the_library():
    assert is_metadata("tqdm-4.70.1.dist-info/RECORD")
    assert is_metadata(r"copyedge.egg-info\PKG-INFO")
    assert not is_metadata("tqdm/std.py")
