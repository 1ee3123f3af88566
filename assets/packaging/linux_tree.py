"""Lay out what belongs on a Linux system: the program, its menu entry, icons, manual page.

Both Linux packages are made of this tree; how it is wrapped is theirs.
"""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from assets.packaging.context import IDENTIFIER, NAME, TEMPLATES, BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.source import read_homepage

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LICENCE = "MIT AND LicenseRef-Copyedge-Weights"
"""As SPDX expressions go: the code's, and the weights' (non-commercial use)."""
SELECTION_VERB = "--quick"
CLIPBOARD_VERB = "--correct-clipboard"


def place_program(context: BuildContext, folder: Path) -> None:
    """Copy the frozen program to a folder that is not there yet.

    Raises:
        BuildError: if it was not frozen before.
    """
    if not (context.frozen / NAME).is_file():
        raise BuildError(
            "The program is not frozen yet. Run: python build_installer.py --stage icons "
            "--stage freeze --stage slim"
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(context.frozen, folder, symlinks=True)


def place_share(context: BuildContext, share: Path) -> None:
    """Write menu entry, AppStream metainfo, icons and manual page below a ``share`` folder.

    Raises:
        BuildError: if the icons were not drawn before.
    """
    write(share / "applications" / f"{NAME}.desktop", fill("copyedge.desktop", context))
    write(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", fill("metainfo.xml", context))
    manual = fill("copyedge.1", context).encode()
    # Without a name and with a fixed time inside, so that the file is the same every time.
    packed = gzip.compress(manual, compresslevel=9, mtime=0)
    write(share / "man" / "man1" / f"{NAME}.1.gz", packed)
    hicolor = share / "icons" / "hicolor"
    for size in ICON_SIZES:
        drawn = context.icons / f"{NAME}-{size}.png"
        if not drawn.is_file():
            raise BuildError("The icons are not drawn yet. Add --stage icons.")
        write(hicolor / f"{size}x{size}" / "apps" / f"{NAME}.png", drawn.read_bytes())
    svg = context.assets / "icons" / f"{NAME}.svg"
    write(hicolor / "scalable" / "apps" / f"{NAME}.svg", svg.read_bytes())


def fill(template: str, context: BuildContext, **words: str) -> str:
    """Return a Linux template with its @MARKS@ filled in.

    Args:
        template: its name in the templates' folder.
        context: of this build.
        words: further marks and what stands for them.
    """
    homepage = read_homepage(context.root)
    filled = {
        "PROGRAM": NAME,
        "SELECTION_VERB": SELECTION_VERB,
        "CLIPBOARD_VERB": CLIPBOARD_VERB,
        "IDENTIFIER": IDENTIFIER,
        "LICENCE": LICENCE,
        "VERSION": context.version,
        "DATE": datetime.fromtimestamp(context.epoch, UTC).date().isoformat(),
        "HOMEPAGE": f'  <url type="homepage">{escape(homepage)}</url>' if homepage else "",
        **words,
    }
    text = (TEMPLATES / "linux" / template).read_text(encoding="utf-8")
    for mark, value in filled.items():
        text = text.replace(f"@{mark}@", value)
    return "\n".join(
        line for line in text.split("\n") if line.strip() or template != "metainfo.xml"
    )


def write(path: Path, content: str | bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def settle(tree: Path, epoch: int) -> None:
    """Give everything in a tree that is to be packed fixed permissions and times.

    Args:
        tree: whose executables are those of the frozen program and shell scripts.
        epoch: seconds since 1970 for all of it.
    """
    for path in (tree, *sorted(tree.rglob("*"))):
        if not path.is_symlink():
            program = path.name == path.parent.name == NAME
            runs = path.is_dir() or path.suffix == ".sh" or (program and path.suffix == "")
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
