"""Show that the program opens no connection: without a network interface, and watched by strace.

The tracer sees every attempt, whether it could succeed or not. Sockets of this
computer are allowed by name: the screen's, D-Bus, and the one over which a
second start finds the first.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assets.packaging.context import NAME, BuildContext
from assets.packaging.debian import deb_path
from assets.packaging.errors import BuildError
from assets.packaging.linux_journey import (
    Traveller,
    correct_in_the_window,
    correct_the_selection,
    correct_with_the_command,
)
from assets.packaging.linux_screen import TOOLS as SCREEN_TOOLS
from assets.packaging.linux_screen import Screen
from assets.packaging.tools import Tool, debian, run
from assets.packaging.transcript import Transcript

TOOLS: tuple[Tool, ...] = (debian("strace"), debian("unshare", "util-linux"), *SCREEN_TOOLS)
ALLOWED = (
    r"@?/tmp/\.X11-unix/X\d+",
    r".*/copyedge(-[^/]*)?/instance-[^/]*",
    r".*/copyedge(-[^/]*)?/\.\w+/s",  # Qt binds under such a name first, and then renames
    r".*/(session-)?bus",
    r"/(var/)?run/dbus/system_bus_socket",
    r"@?/tmp/dbus-\w+",
    r".*/at-spi/bus.*",
    r"/(var/)?run/nscd/socket",
    r".*/systemd/(userdb|resolve)/.*",
    r".*/ibus/.*",
)
"""Paths of local sockets that a desktop program may talk to; @ begins an abstract one."""

_CALL = re.compile(r"\b(socket|connect|bind|sendto|sendmsg|socketpair)\((.*)$")
_FAMILY = re.compile(r"\b(?:AF|PF)_([A-Z0-9]+)\b")
_PATH = re.compile(r'sun_path=(@?)"([^"]*)"')


@dataclass(frozen=True, slots=True)
class SocketCall:
    """A system call with a socket."""

    name: str
    family: str
    """Such as UNIX, INET, INET6, NETLINK."""
    path: str
    """Of a local socket, with @ before an abstract one; empty if the call names none."""


def read_trace(lines: Iterable[str]) -> list[SocketCall]:
    """Return the calls in strace's output that name a family of addresses."""
    calls = []
    for line in lines:
        if (call := _CALL.search(line)) and (family := _FAMILY.search(call[2])):
            path = _PATH.search(call[2])
            calls.append(SocketCall(call[1], family[1], f"{path[1]}{path[2]}" if path else ""))
    return calls


def forbidden(calls: Iterable[SocketCall], allowed: Sequence[str] = ALLOWED) -> list[SocketCall]:
    """Return the calls that reach beyond this computer, or to a local socket nobody knows."""
    return [
        call
        for call in calls
        if call.family != "UNIX"
        or (call.path and not any(re.fullmatch(known, call.path) for known in allowed))
    ]


def prove_offline(
    traveller: Traveller, told: Transcript, screen: Screen, wrong: str, trace: Path
) -> None:
    """Use the program as before, without any network interface, and read what it asked for.

    Raises:
        BuildError: if it does not work so, or asked for a connection.
    """
    check_tracer(trace, told)
    trace.unlink(missing_ok=True)
    watch = watcher(trace)
    watched = replace(traveller, command=lambda words: [*watch, *traveller.command(words)])
    told.command("cat /proc/net/dev", "\n".join(watched_interfaces(watch)))
    letter = watched.run([NAME, "correct", "-"], wrong)
    told.check(letter.strip() != wrong, "the command corrects without a network")
    correct_in_the_window(watched, told, screen, wrong)
    correct_the_selection(watched, told, screen, wrong)
    calls = read_trace(trace.read_text(encoding="utf-8", errors="replace").splitlines())
    families = sorted({call.family for call in calls})
    places = sorted({call.path for call in calls if call.path})
    told.command(f"sockets in {len(calls)} calls", "\n".join((", ".join(families), *places)))
    reached = any("X11-unix" in place for place in places)
    told.check(reached, "the tracer saw the connection to the screen")
    bad = forbidden(calls)
    told.check(not bad, "it opened local sockets only, all of them known", str(bad[:5]))


def watcher(trace: Path) -> list[str]:
    """Return what stands before a command that is traced, and without network interfaces."""
    calls = "trace=socket,connect,bind,sendto,sendmsg,socketpair"
    return ["strace", "-f", "-qq", "-A", "-o", str(trace), "-e", calls, "unshare", "--net"]


def watched_interfaces(watch: Sequence[str]) -> list[str]:
    """Return the network interfaces that such a command has and their state: lo, down."""
    return run([*watch, "cat", "/proc/net/dev"]).splitlines()[2:]


def check_tracer(trace: Path, told: Transcript) -> None:
    """See that an attempt to reach another computer would be noticed.

    Raises:
        BuildError: if it is not.
    """
    trace.unlink(missing_ok=True)
    attempt = "import socket; socket.socket(socket.AF_INET).connect_ex(('192.0.2.1', 80))"
    run([*watcher(trace), sys.executable, "-c", attempt])
    seen = forbidden(read_trace(trace.read_text(encoding="utf-8").splitlines()))
    told.check(bool(seen), "an attempt to connect, made on purpose, is seen by the tracer")


def prove_offline_here(context: BuildContext) -> None:
    """The stage: the proof on this machine, with the package unpacked; needs no clean root.

    Raises:
        BuildError: if something does not hold.
    """
    deb = deb_path(context)
    if not deb.is_file():
        raise BuildError(f"{deb} is not there. Build it first: python build_installer.py")
    place = context.work / "unpacked"
    run(["rm", "-rf", place])
    run(["dpkg-deb", "-x", deb, place])
    home = place / "home"
    home.mkdir()
    traveller = Traveller(
        command=lambda words: [str(place / "usr" / "bin" / words[0]), *words[1:]],
        environment={"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        home=home,
        inside=str(home),
    )
    told = Transcript(context.say)
    try:
        wrong = correct_with_the_command(traveller, told, context.version)
        with Screen() as screen:
            prove_offline(traveller, told, screen, wrong, context.work / "offline-trace.txt")
    finally:
        told.save(context.product("-offline-proof.txt"))
