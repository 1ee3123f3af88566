"""Wrap the Linux tree as a Debian package, and have it looked at by lintian and appstreamcli.

Dependencies are what dpkg-shlibdeps reads off the files. There are no
maintainer scripts: menus, icons and the manual are refreshed by the triggers of
the packages that keep them, and the program writes nothing outside the user's
own folders, so that removing the package removes everything.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import re
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from assets.packaging.context import IDENTIFIER, NAME, TEMPLATES, BuildContext
from assets.packaging.elf import elf_files
from assets.packaging.errors import BuildError
from assets.packaging.linux_slimming import folder_size
from assets.packaging.linux_tree import fill, place_program, place_share, settle, write
from assets.packaging.tools import Tool, debian, run

TOOLS: tuple[Tool, ...] = (
    debian("dpkg-deb", "dpkg"),
    debian("dpkg-shlibdeps", "dpkg-dev"),
    debian("objdump", "binutils"),
)
CHECK_TOOLS: tuple[Tool, ...] = (
    debian("lintian"),
    debian("appstreamcli", "appstream"),
    debian("desktop-file-validate", "desktop-file-utils"),
    debian("man", "man-db"),
)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
MAINTAINER_VARIABLE = "COPYEDGE_MAINTAINER"
MAINTAINER = "Copyedge contributors <copyedge@users.noreply.github.com>"
"""Whoever publishes the package says with the variable who they are."""
RECOMMENDS = ("fonts-dejavu-core | fonts-liberation | fonts-noto-core", "xkb-data")
SUGGESTS = ("xdg-desktop-portal",)
DESCRIPTION = """\
Copyedge marks mistakes in spelling, grammar, punctuation and word choice
while you write, and says why. It is an editor for plain text, Markdown,
Word and OpenDocument files and a command for files and pipes.

Nothing you write leaves your computer: the model, fewer than ten million
parameters in eight bits, runs on one processor thread. The weights are for
non-commercial use only."""


def build_deb(context: BuildContext) -> None:
    """Write ``copyedge_VERSION_ARCHITECTURE.deb``.

    Raises:
        BuildError: if an earlier stage is missing or a tool fails.
    """
    tree = context.work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / "usr" / "lib" / NAME
    place_program(context, program)
    command = tree / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    place_share(context, tree / "usr" / "share")
    place_documents(context, tree / "usr" / "share")
    depends = library_dependencies(program, context)
    write(tree / "DEBIAN" / "control", control(context, depends, folder_size(tree / "usr")))
    write(tree / "DEBIAN" / "md5sums", checksums(tree))
    settle(tree, context.epoch)
    result = deb_path(context)
    result.unlink(missing_ok=True)
    # One thread: with more, xz's output depends on how many there are.
    packing = ("-Zgzip", "-z1") if context.quick else ("-Zxz", "-z6")
    pack = ["dpkg-deb", "--root-owner-group", "--threads-max=1", *packing, "--build"]
    run([*pack, tree, result], environment=context.environment())
    context.say(f"{result.name}: {result.stat().st_size / 1_000_000:.1f} MB")


def deb_path(context: BuildContext) -> Path:
    """Return where the package goes, named as Debian's tools expect."""
    return context.out / f"{NAME}_{context.version}_{architecture()}.deb"


def architecture() -> str:
    """Return Debian's name of this machine's architecture."""
    machine = platform.machine()
    return ARCHITECTURES.get(machine, machine)


def place_documents(context: BuildContext, share: Path) -> None:
    """Write the copyright file, the changelog and what lintian may leave unsaid."""
    licence = (context.root / "LICENSE").read_text(encoding="utf-8").strip()
    indented = "\n".join(f" {line}" if line.strip() else " ." for line in licence.splitlines())
    inside = f"usr/lib/{NAME}/_internal/assets"
    words = {"LICENCES": f"/{inside}/licences", "MODEL": f"{inside}/model/*"}
    documents = share / "doc" / NAME
    write(documents / "copyright", fill("copyright", context, LICENCE_TEXT=indented, **words))
    changes = (context.root / "CHANGELOG.md").read_bytes()
    for name, content in (
        ("CHANGELOG.md.gz", changes),
        ("changelog.gz", changelog(context).encode()),
    ):
        write(documents / name, gzip.compress(content, compresslevel=9, mtime=0))
    overrides = (TEMPLATES / "linux" / "lintian-overrides").read_bytes()
    write(share / "lintian" / "overrides" / NAME, overrides)


def changelog(context: BuildContext) -> str:
    """Return a changelog in Debian's form, which points to the real one."""
    moment = format_datetime(datetime.fromtimestamp(context.epoch, UTC))
    return (
        f"{NAME} ({context.version}) unstable; urgency=medium\n\n"
        f"  * What changed is told in /usr/share/doc/{NAME}/CHANGELOG.md.gz.\n\n"
        f" -- {maintainer()}  {moment}\n"
    )


def maintainer() -> str:
    """Return who answers for the package."""
    return os.environ.get(MAINTAINER_VARIABLE, MAINTAINER)


def library_dependencies(program: Path, context: BuildContext) -> str:
    """Return the packages, with their least versions, whose libraries the program links to."""
    work = context.work / "shlibdeps"
    shutil.rmtree(work, ignore_errors=True)
    write(work / "debian" / "control", f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
    files = [path.resolve() for path in elf_files(program)]
    folders = sorted({path.parent for path in files})
    # Where a package's libraries lie, dpkg finds by itself; the bundled ones it has to be shown.
    shown = [f"-l{folder}" for folder in folders]
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *shown]
    printed = run(
        [*command, *(f"-e{path}" for path in files)],
        folder=work,
        environment=context.environment(),
    )
    return parse_dependencies(printed)


def parse_dependencies(printed: str) -> str:
    """Return the value of ``shlibs:Depends`` in what dpkg-shlibdeps printed, sorted.

    Raises:
        BuildError: if there is none.
    """
    found = re.search(r"^shlibs:Depends=(.+)$", printed, re.MULTILINE)
    if found is None:
        raise BuildError("dpkg-shlibdeps named no packages. Is dpkg-dev installed completely?")
    return ", ".join(sorted(word.strip() for word in found[1].split(",")))


def control(context: BuildContext, depends: str, installed: int) -> str:
    """Return the control file.

    Args:
        context: of this build.
        depends: as in the field of that name.
        installed: bytes on the disk.
    """
    fields = {
        "Package": NAME,
        "Version": context.version,
        "Architecture": architecture(),
        "Maintainer": maintainer(),
        "Installed-Size": str(-(-installed // 1024)),
        "Depends": depends,
        "Recommends": ", ".join(RECOMMENDS),
        "Suggests": ", ".join(SUGGESTS),
        "Section": "editors",
        "Priority": "optional",
        "Description": f"offline English grammar correction\n{_folded(DESCRIPTION)}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _folded(text: str) -> str:
    """Return paragraphs as a control file wants them: indented, a dot between them."""
    return "\n".join(f" {line or '.'}" for line in text.splitlines())


def checksums(tree: Path) -> str:
    """Return the lines of ``md5sums``, with which dpkg finds changed files."""
    lines = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(tree).as_posix()}\n"
        for path in sorted((tree / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    )
    return "".join(lines)


def check_deb(context: BuildContext) -> None:
    """Have the package looked at: menu entry, metainfo, manual page, and all of it by lintian.

    Raises:
        BuildError: with what they complain about.
    """
    share = context.work / "deb" / "usr" / "share"
    run(["desktop-file-validate", share / "applications" / f"{NAME}.desktop"])
    metainfo = share / "metainfo" / f"{IDENTIFIER}.metainfo.xml"
    context.say(last_word(run(["appstreamcli", "validate", "--no-net", "--explain", metainfo])))
    warnings = run(
        ["man", "--warnings", "-l", "-Tutf8", "-Z", share / "man" / "man1" / f"{NAME}.1.gz"],
        environment={**context.environment(), "MANWIDTH": "80"},
    )
    if "warning" in warnings:
        raise BuildError(f"The manual page is not clean:\n{warnings}")
    found = complaints(
        run(
            [
                "lintian",
                "--allow-root",
                "--fail-on",
                "none",
                "--tag-display-limit",
                "0",
                deb_path(context),
            ]
        )
    )
    write(context.work / "lintian.txt", "\n".join(found) + "\n")
    if found:
        raise BuildError("lintian complains:\n" + "\n".join(found))
    context.say("lintian, appstreamcli, desktop-file-validate and man have no complaint")


def complaints(printed: str) -> list[str]:
    """Return lintian's errors and warnings."""
    return [line for line in printed.splitlines() if line.startswith(("E: ", "W: "))]


def last_word(printed: str) -> str:
    """Return the last line that says something."""
    return next((line for line in reversed(printed.splitlines()) if line.strip()), "")
