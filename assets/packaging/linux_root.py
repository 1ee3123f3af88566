"""A clean Debian in a folder: made by debootstrap once, copied for each test, entered by chroot.

Needs root. What is mounted for a command is mounted in a namespace of its own
and gone when it ends.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.tools import Tool, debian, last_lines, run

TOOLS: tuple[Tool, ...] = (
    debian("debootstrap"),
    debian("unshare", "util-linux"),
    debian("chroot", "coreutils"),
)
SUITE = "bookworm"
MIRROR_VARIABLE = "COPYEDGE_DEBIAN_MIRROR"
MIRROR = "http://deb.debian.org/debian"
USER, USER_ID = "writer", 1000
APT_SECONDS = 1200  # a mirror may be slow; without a limit a build would wait for ever
X_SOCKETS = "/tmp/.X11-unix"

_ENTER = """\
set -e
root=$1; user=$2; shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/var/cache/apt/archives"
mount --bind "$COPYEDGE_ARCHIVES" "$root/var/cache/apt/archives"
mkdir -p "$root/tmp/.X11-unix"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; fi
exec chroot --userspec="$user" "$root" "$@"
"""


@dataclass(frozen=True, slots=True)
class CleanRoot:
    """A Debian system in a folder."""

    folder: Path
    archives: Path
    """Packages that apt fetched, kept from test to test."""

    def command(self, words: Sequence[str], user: str = "root") -> list[str]:
        """Return the command that runs a command inside."""
        enter = ["unshare", "--mount", "sh", "-c", _ENTER, "enter", str(self.folder), user]
        return [*enter, *words]

    def environment(self, user: str = "root", **more: str) -> Mapping[str, str]:
        """Return the environment for a command inside: nothing of this machine's."""
        home = "/root" if user == "root" else f"/home/{user}"
        return {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": home,
            "USER": user,
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            "COPYEDGE_ARCHIVES": str(self.archives),
            **more,
        }

    def run(self, *words: str, user: str = "root", text: str = "") -> str:
        """Run a command inside and return what it printed on either stream.

        Raises:
            BuildError: if it ends with another code than 0.
        """
        done = subprocess.run(
            self.command(words, user),
            env=self.environment(user),
            input=text,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=APT_SECONDS,
            check=False,
        )
        if done.returncode:
            raise BuildError(
                f"In the clean root, {' '.join(words)} ended with {done.returncode}:\n"
                f"{last_lines(done.stdout)}"
            )
        return done.stdout

    def path(self, inside: str) -> Path:
        """Return where a path of the inside lies."""
        return self.folder / inside.lstrip("/")


def make_root(context: BuildContext) -> CleanRoot:
    """Return a fresh copy of a clean Debian, with a user who writes.

    Raises:
        BuildError: if this is not root, or debootstrap fails.
    """
    if os.geteuid() != 0:
        raise BuildError("A clean root needs root's rights. Run the same command with sudo.")
    kept = context.root / "build" / "clean-root"
    base, archives = kept / SUITE, kept / "archives"
    archives.mkdir(parents=True, exist_ok=True)
    (archives / "partial").mkdir(exist_ok=True)
    if not (base / "etc" / "debian_version").is_file():
        context.say(f"making a Debian {SUITE}; this takes some minutes, once")
        making = kept / "making"
        shutil.rmtree(making, ignore_errors=True)
        mirror = os.environ.get(MIRROR_VARIABLE, MIRROR)
        run(["debootstrap", "--variant=minbase", SUITE, making, mirror], seconds=APT_SECONDS)
        making.rename(base)
    folder = kept / "test"
    shutil.rmtree(folder, ignore_errors=True)
    run(["cp", "-a", "--reflink=auto", base, folder])
    root = CleanRoot(folder, archives)
    root.run("useradd", "--create-home", "--uid", str(USER_ID), USER)
    root.run("apt-get", "update", "-qq")
    return root
