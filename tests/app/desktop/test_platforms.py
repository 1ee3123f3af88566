import pytest

from app.desktop.platforms import DesktopPlatform, desktop_platform


@pytest.mark.parametrize(
    ("qt", "environment", "system", "expected"),
    [
        ("xcb", {}, "linux", DesktopPlatform.X11),
        ("xcb", {"WAYLAND_DISPLAY": "wayland-0"}, "linux", DesktopPlatform.WAYLAND),
        ("wayland", {}, "linux", DesktopPlatform.WAYLAND),
        ("wayland-egl", {}, "linux", DesktopPlatform.WAYLAND),
        ("windows", {}, "win32", DesktopPlatform.WINDOWS),
        ("cocoa", {}, "darwin", DesktopPlatform.MACOS),
        ("offscreen", {}, "linux", DesktopPlatform.OTHER),
    ],
)
def test_the_desktop_is_told_by_qt_system_and_environment(qt, environment, system, expected):
    assert desktop_platform(qt, environment, system) is expected


def test_of_the_running_program_it_is_known(qapp):
    assert desktop_platform(system="linux") is DesktopPlatform.OTHER
