"""Wrap the Linux tree as a ``.tar.xz`` for any distribution, with scripts that install it.

Brings along a few small libraries that a Debian package would depend on and that
other distributions name or number differently. Such large ones as the C library,
fonts, OpenGL and the X and Wayland clients are the system's here as well.
"""

from __future__ import annotations

import lzma
import platform
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path

from assets.packaging.context import NAME, TEMPLATES, BuildContext
from assets.packaging.elf import elf_files, read_links
from assets.packaging.errors import BuildError
from assets.packaging.linux_tree import place_program, place_share, settle, write
from assets.packaging.tools import Tool, debian, run

TOOLS: tuple[Tool, ...] = (debian("ldconfig", "libc-bin"),)
CHECK_TOOLS: tuple[Tool, ...] = (debian("shellcheck"),)
BROUGHT_ALONG = (
    "libbz2.so.1.0",
    "libffi.so.8",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-util.so.1",
    "libxkbcommon-x11.so.0",
)
SCRIPTS = ("install.sh", "uninstall.sh")
README = """\
Copyedge {version}

./install.sh              installs it for you alone, into ~/.local
sudo ./install.sh --system   installs it for everybody, into /usr/local
~/.local/lib/copyedge/uninstall.sh   removes it again; your texts and settings stay

It also runs from here without being installed: lib/copyedge/copyedge
It needs a Linux with glibc {glibc} or newer.
"""


def build_archive(context: BuildContext) -> None:
    """Write ``copyedge-VERSION-linux-MACHINE.tar.xz``.

    Raises:
        BuildError: if an earlier stage is missing, or a library to bring along is not here.
    """
    name = archive_name(context)
    top = context.work / "archive" / name
    shutil.rmtree(top.parent, ignore_errors=True)
    program = top / "lib" / NAME
    place_program(context, program)
    bring_along(program / "_internal")
    place_share(context, top / "share")
    for script in SCRIPTS:
        write(top / script, (TEMPLATES / "linux" / script).read_bytes())
    write(top / "LICENSE", (context.root / "LICENSE").read_bytes())
    glibc = ".".join(map(str, newest_glibc(elf_files(program))))
    write(top / "README", README.format(version=context.version, glibc=glibc))
    settle(top, context.epoch)
    result = archive_path(context)
    pack(top, result, context)
    context.say(f"{result.name}: {result.stat().st_size / 1_000_000:.1f} MB, glibc {glibc} on")


def archive_name(context: BuildContext) -> str:
    """Return the name of the archive, which is that of its one folder too."""
    return f"{NAME}-{context.version}-linux-{platform.machine()}"


def archive_path(context: BuildContext) -> Path:
    """Return where the archive goes."""
    return context.out / f"{archive_name(context)}.tar.xz"


def bring_along(contents: Path) -> None:
    """Copy the small libraries that the program links to, each with its copyright text.

    Raises:
        BuildError: if one of them is not on this machine.
    """
    wanted = {name for path in elf_files(contents) for name in read_links(path).needed}
    for name in sorted(wanted & set(BROUGHT_ALONG)):
        source = find_library(name)
        shutil.copyfile(source, contents / name)
        owner = owning_package(source)
        text = Path("/usr/share/doc") / owner / "copyright"
        if not text.is_file():
            raise BuildError(f"{source} has no copyright text at {text}. Install {owner} again.")
        write(contents / "assets" / "licences" / f"debian-{owner}.txt", text.read_bytes())


def find_library(name: str) -> Path:
    """Return where the loader finds a library.

    Raises:
        BuildError: if it is not installed.
    """
    for line in run(["ldconfig", "-p"]).splitlines():
        word, _, path = line.strip().partition(" => ")
        if word.split(" ")[0] == name and platform.machine().replace("_", "-") in word:
            return Path(path).resolve()
    raise BuildError(f"{name} is not installed here. Find its package with: apt-file search {name}")


def owning_package(path: Path) -> str:
    """Return the Debian package that a file is from.

    Raises:
        BuildError: if dpkg does not know it.
    """
    # Since /usr was merged, dpkg may know the file by the path without it.
    for known in (
        path,
        Path("/") / path.relative_to("/usr") if path.is_relative_to("/usr") else path,
    ):
        done = subprocess.run(
            ["dpkg", "-S", str(known)], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    raise BuildError(f"dpkg knows no package of {path}. Build on Debian or Ubuntu.")


def newest_glibc(files: Iterable[Path]) -> tuple[int, ...]:
    """Return the newest version of the C library that any of the files asks for."""
    from elftools.elf.elffile import ELFFile
    from elftools.elf.gnuversions import GNUVerNeedSection

    newest: tuple[int, ...] = (0,)
    for path in files:
        with path.open("rb") as stream:
            section = ELFFile(stream).get_section_by_name(".gnu.version_r")
            if not isinstance(section, GNUVerNeedSection):
                continue
            for _, versions in section.iter_versions():
                for version in versions:
                    family, _, number = version.name.partition("_")
                    if family == "GLIBC" and number[0].isdigit():
                        newest = max(newest, tuple(int(part) for part in number.split(".")))
    return newest


def pack(top: Path, result: Path, context: BuildContext) -> None:
    """Write an archive that only depends on what is in the folder: sorted, with no owner."""
    preset = 0 if context.quick else 6
    with (
        lzma.open(result, "wb", preset=preset) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in (top, *sorted(top.rglob("*"))):
            member = archive.gettarinfo(path, arcname=str(path.relative_to(top.parent)))
            member.uid = member.gid = 0
            member.uname = member.gname = "root"
            if member.isreg():
                with path.open("rb") as stream:
                    archive.addfile(member, stream)
            else:
                archive.addfile(member)


def check_scripts(context: BuildContext) -> None:
    """Have the scripts looked at by shellcheck, then install, run, and remove the program once.

    Raises:
        BuildError: if shellcheck complains, or something is left after the removal.
    """
    run(["shellcheck", *(TEMPLATES / "linux" / script for script in SCRIPTS)])
    top = context.work / "archive" / archive_name(context)
    prefix = context.work / "prefix"
    shutil.rmtree(prefix, ignore_errors=True)
    run([top / "install.sh", "--prefix", prefix])
    version = run([prefix / "bin" / NAME, "--version"]).strip()
    if version != f"{NAME} {context.version}":
        raise BuildError(f"Installed from the archive it says {version!r}.")
    run([prefix / "lib" / NAME / "uninstall.sh"])
    left = sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*"))
    if left:
        raise BuildError(f"uninstall.sh left {', '.join(left)}")
    context.say("install.sh and uninstall.sh work, and nothing is left")
