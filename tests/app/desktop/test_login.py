import os
import plistlib
import shlex
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desktop.login import (
    RUN_KEY,
    VALUE,
    DesktopAutostart,
    LaunchAgent,
    LoginError,
    WindowsRun,
    desktop_entry,
    start_at_login,
)

COMMAND = ["/opt/My Programs/copyedge", "--background"]


class Registry:
    """The part of the module winreg that is used, over a dictionary."""

    HKEY_CURRENT_USER = "HKCU"
    REG_SZ = 1
    KEY_SET_VALUE = 2

    def __init__(self):
        self.values = {}
        self.refuses = None

    def OpenKey(self, root, path, reserved=0, access=0):
        assert (root, path) == ("HKCU", RUN_KEY)
        return self

    CreateKey = OpenKey

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def QueryValueEx(self, key, name):
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name]

    def SetValueEx(self, key, name, reserved, kind, value):
        if self.refuses:
            raise self.refuses
        self.values[name] = (value, kind)

    def DeleteValue(self, key, name):
        if self.refuses:
            raise self.refuses
        if name not in self.values:
            raise FileNotFoundError(name)
        del self.values[name]


@pytest.fixture(params=["linux", "darwin", "win32"])
def switch(request, tmp_path):
    if request.param == "win32":
        return WindowsRun(Registry())
    return start_at_login(request.param, tmp_path, {})


def test_it_is_off_until_asked_for(switch, tmp_path):
    assert not switch.is_on()
    assert list(tmp_path.rglob("*")) == []


def test_it_is_on_after_switching_on_and_off_after_switching_off(switch, tmp_path):
    switch.switch_on(COMMAND)
    assert switch.is_on()
    switch.switch_off()
    assert not switch.is_on()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_switching_twice_is_as_once(switch):
    switch.switch_on(COMMAND)
    switch.switch_on(COMMAND)
    assert switch.is_on()
    switch.switch_off()
    switch.switch_off()
    assert not switch.is_on()


def test_the_configuration_folder_is_the_one_of_the_environment(tmp_path):
    switch = start_at_login("linux", tmp_path / "home", {"XDG_CONFIG_HOME": str(tmp_path / "c")})
    switch.switch_on(COMMAND)
    assert (tmp_path / "c" / "autostart" / "copyedge.desktop").is_file()


def test_a_relative_configuration_folder_is_ignored(tmp_path):
    switch = start_at_login("linux", tmp_path, {"XDG_CONFIG_HOME": "relative"})
    switch.switch_on(COMMAND)
    assert (tmp_path / ".config" / "autostart" / "copyedge.desktop").is_file()


def test_a_file_that_the_desktop_has_switched_off_is_off(tmp_path):
    """GNOME and KDE leave the file and add a line."""
    switch = DesktopAutostart(tmp_path)
    for line in ("Hidden=true\n", "X-GNOME-Autostart-enabled = false\n"):
        switch.switch_on(COMMAND)
        path = tmp_path / "copyedge.desktop"
        path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
        assert not switch.is_on()


def test_a_file_that_is_no_text_is_off(tmp_path):
    (tmp_path / "copyedge.desktop").write_bytes(b"\xff\xfe\x00")
    assert not DesktopAutostart(tmp_path).is_on()


def test_the_desktop_file_starts_a_program_whose_path_has_spaces(tmp_path):
    entry = desktop_entry(COMMAND)
    assert 'Exec="/opt/My Programs/copyedge" --background\n' in entry
    assert entry.startswith("[Desktop Entry]\nType=Application\n")


@pytest.mark.skipif(
    shutil.which("gio") is None and not os.environ.get("CI"), reason="not installed: gio"
)
def test_a_desktop_starts_what_the_file_says(tmp_path):
    """With the launcher of GNOME's libraries: every odd sign of a path survives.

    (But for a percent sign in the program's own path, which that launcher refuses.)
    """
    folder = tmp_path / "odd $HOME `x` \"q\" 'a' \\back & <x> naïve"
    folder.mkdir()
    program = folder / "pro gram"
    result = tmp_path / "result"
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$0" "$@" > {shlex.quote(str(result))}.new\n'
        f"mv {shlex.quote(str(result))}.new {shlex.quote(str(result))}\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    DesktopAutostart(tmp_path).switch_on([str(program), "--background", "a b", "50%"])
    subprocess.run(["gio", "launch", str(tmp_path / "copyedge.desktop")], check=True, timeout=60)
    from tests.app.desktop.test_foreign_programs import wait_until

    wait_until(result.exists)
    assert result.read_text(encoding="utf-8").splitlines() == [
        str(program),
        "--background",
        "a b",
        "50%",
    ]


def unquoted(line):
    """Return the arguments of an Exec line, by the words of the specification."""
    line = line.replace("\\\\", "\\")  # a string value's own escaping
    arguments, argument, quoted, escaped, begun = [], "", False, False, False
    for character in line:
        if escaped:
            argument, escaped = argument + character, False
        elif quoted and character == "\\":
            escaped = True
        elif character == '"':
            quoted, begun = not quoted, True
        elif character == " " and not quoted:
            if begun or argument:
                arguments.append(argument)
            argument, begun = "", False
        else:
            argument += character
    if begun or argument:
        arguments.append(argument)
    return [argument.replace("%%", "%") for argument in arguments]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1))
def test_any_command_survives_the_quoting(command):
    entry = desktop_entry(command)
    (line,) = [line.removeprefix("Exec=") for line in entry.split("\n") if line.startswith("Exec=")]
    assert unquoted(line) == command


def test_a_path_with_a_line_break_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(LoginError, match="line break"):
        DesktopAutostart(tmp_path).switch_on(["/opt/a\nExec=evil"])
    assert list(tmp_path.iterdir()) == []


def test_the_agent_has_the_command_word_by_word(tmp_path):
    LaunchAgent(tmp_path / "LaunchAgents").switch_on(COMMAND)
    (path,) = (tmp_path / "LaunchAgents").iterdir()
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"] == COMMAND
    assert agent["RunAtLoad"] is True
    assert path.name == f"{agent['Label']}.plist"


def test_the_registry_value_is_quoted_as_windows_reads_it():
    registry = Registry()
    WindowsRun(registry).switch_on([r"C:\Program Files\Copyedge\copyedge.exe", "--background"])
    assert registry.values[VALUE] == (
        r'"C:\Program Files\Copyedge\copyedge.exe" --background',
        registry.REG_SZ,
    )


def test_what_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(LoginError, match="could not be switched on"):
        DesktopAutostart(tmp_path / "file").switch_on(COMMAND)


def test_what_cannot_be_removed_is_said(tmp_path):
    (tmp_path / "copyedge.desktop").mkdir()
    with pytest.raises(LoginError, match="could not be switched off"):
        DesktopAutostart(tmp_path).switch_off()


def test_a_registry_that_refuses_is_said():
    registry = Registry()
    switch = WindowsRun(registry)
    switch.switch_on(COMMAND)
    registry.refuses = PermissionError("Access is denied")
    with pytest.raises(LoginError, match=r"Access is denied\. Check"):
        switch.switch_on(COMMAND)
    with pytest.raises(LoginError, match=r"Access is denied\. Check"):
        switch.switch_off()
