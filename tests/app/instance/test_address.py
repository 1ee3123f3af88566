import os
import stat
from pathlib import Path

import pytest

from app.instance.address import Address, runtime_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="named pipes have no folder")


def name(**environment):
    return Address.usual(environment).name


def test_each_screen_has_its_own_instance():
    assert len({name(DISPLAY=":0"), name(DISPLAY=":1"), name(WAYLAND_DISPLAY="wayland-0")}) == 3


def test_a_display_and_its_screen_number_are_one():
    assert name(DISPLAY=":0") == name(DISPLAY=":0.0")
    assert name(DISPLAY="host:10.0") == name(DISPLAY="host:10")
    assert name(DISPLAY="10.0.0.1:0") != name(DISPLAY="10.0.0.2:0")


def test_under_wayland_the_x_display_does_not_matter():
    assert name(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") == name(WAYLAND_DISPLAY="wayland-0")


def test_the_folder_is_the_one_that_the_system_names(tmp_path):
    assert runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)}) == tmp_path / "copyedge"


@pytest.mark.parametrize("stated", ["", "relative/folder", "/no/such/folder"])
def test_a_useless_system_folder_is_passed_over(stated):
    folder = runtime_folder({"XDG_RUNTIME_DIR": stated})
    assert folder.is_absolute()
    assert "no/such" not in str(folder)
    assert str(os.getuid()) in str(folder)


def test_the_folder_is_made_for_the_user_alone(tmp_path):
    address = Address(tmp_path / "deep" / "copyedge", "x")
    assert not address.is_ours_alone()
    address.prepare()
    assert stat.S_IMODE(address.folder.stat().st_mode) == 0o700
    assert address.is_ours_alone()


def test_a_folder_open_to_others_is_closed_and_not_trusted_before(tmp_path):
    address = Address(tmp_path / "copyedge", "x")
    address.folder.mkdir()
    address.folder.chmod(0o777)
    assert not address.is_ours_alone()
    address.prepare()
    assert stat.S_IMODE(address.folder.stat().st_mode) == 0o700


def test_a_link_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    address = Address(tmp_path / "copyedge", "x")
    address.folder.symlink_to(tmp_path / "elsewhere")
    assert not address.is_ours_alone()
    with pytest.raises(OSError, match="belongs to another user"):
        address.prepare()


def test_another_users_folder_is_refused(tmp_path, monkeypatch):
    address = Address(tmp_path / "copyedge", "x")
    address.prepare()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert not address.is_ours_alone()
    with pytest.raises(OSError, match="belongs to another user"):
        address.prepare()


def test_a_path_too_long_for_a_socket_is_said_before_it_is_tried():
    with pytest.raises(OSError, match="too long"):
        Address(Path("/" + "a" * 120), "x").prepare()
