"""Debian packages: which one a library on this machine is from, and its copyright text.

PyInstaller copies libraries of the system into the program; on Debian and its
kin dpkg knows whose they are. On other systems there is nothing to ask, and
every answer is empty.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from assets.packaging.components import LicenceText

DOCUMENTATION = Path("/usr/share/doc")
COMMON_LICENCES = Path("/usr/share/common-licenses")
_COMMON = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9][A-Za-z0-9.\-]*[A-Za-z0-9])")
_OWNER = re.compile(r"(?P<package>[^:,\s]+)(?::\w+)?: (?P<path>/.*)")


@dataclass(frozen=True, slots=True)
class DebianPackage:
    """An installed package."""

    name: str
    version: str
    licence: str
    """The short names in its copyright file; empty if that has another form."""
    texts: tuple[LicenceText, ...]


Run = Callable[[Sequence[str]], str]


def owners(libraries: Sequence[str], run: Run | None = None) -> dict[str, DebianPackage]:
    """Return the package of each library that is found, by the library's name.

    Only libraries in the folders that the loader searches count: a copy that
    some other program keeps for itself is somebody else's.

    Args:
        libraries: file names such as ``libX11.so.6``.
        run: runs a command and returns what it prints; None for a real one.
    """
    ask = run or _run
    if not libraries or (run is None and shutil.which("dpkg-query") is None):
        return {}
    # Whole paths: with a pattern, dpkg-query looks at every file that it knows, each time.
    paths = [f"{folder}/{name}" for name in libraries for folder in _folders()]
    names = package_names(ask(["dpkg-query", "--search", *paths]))
    if not names:
        return {}
    wanted = sorted(set(names.values()))
    shown = ask(["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *wanted])
    versions = dict(line.split(" ", 1) for line in shown.splitlines() if " " in line)
    packages = {name: _package(name, versions.get(name, "")) for name in wanted}
    return {library: packages[name] for library, name in names.items()}


def _folders() -> tuple[str, ...]:
    """Return the folders of libraries, as packages spell them."""
    triplet = sysconfig.get_config_var("MULTIARCH") or "x86_64-linux-gnu"
    return (f"/usr/lib/{triplet}", f"/lib/{triplet}", "/usr/lib", "/lib")


def package_names(printed: str) -> dict[str, str]:
    """Return the package of each library from what ``dpkg-query --search`` printed."""
    found: dict[str, str] = {}
    for line in printed.splitlines():
        if match := _OWNER.fullmatch(line.strip()):
            found.setdefault(PurePosixPath(match["path"]).name, match["package"])
    return found


def _package(name: str, version: str) -> DebianPackage:
    copyright_file = DOCUMENTATION / name / "copyright"
    if not copyright_file.is_file():
        return DebianPackage(name, version, "", ())
    content = copyright_file.read_text(encoding="utf-8", errors="replace")
    texts = (LicenceText("copyright.txt", content), *common_licences(content))
    return DebianPackage(name, version, short_names(content), texts)


def common_licences(content: str, folder: Path = COMMON_LICENCES) -> tuple[LicenceText, ...]:
    """Return the texts that a copyright file only points to, because Debian has them anyway."""
    names = sorted({match[1] for match in _COMMON.finditer(content)})
    return tuple(
        LicenceText(f"{name}.txt", (folder / name).read_text(encoding="utf-8", errors="replace"))
        for name in names
        if (folder / name).is_file()
    )


def short_names(content: str) -> str:
    """Return the licences that a machine-readable copyright file names."""
    if not content.startswith("Format:"):
        return ""
    named = {
        line.removeprefix("License:").strip()
        for line in content.splitlines()
        if line.startswith("License:")
    }
    return ", ".join(sorted(named - {""}))


def _run(command: Sequence[str]) -> str:
    """Run dpkg-query, which ends with 1 if any of many names is unknown."""
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    return done.stdout
