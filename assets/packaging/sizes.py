"""Report how big the result is: download, installed, and which ten parts of it are the largest.

Raises if a budget is exceeded, so that a release cannot grow unnoticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from assets.packaging.context import BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.linux_slimming import folder_size

MEGABYTE = 1_000_000
DOWNLOAD_BUDGET = 60 * MEGABYTE
INSTALLED_BUDGET = 170 * MEGABYTE
LARGEST = 10
DOWNLOADS = (".deb", ".tar.xz", ".exe", ".dmg")


@dataclass(frozen=True, slots=True)
class SizeReport:
    """What a user downloads and what it takes on the disk, in bytes."""

    downloads: tuple[tuple[str, int], ...]
    installed: int
    largest: tuple[tuple[str, int], ...]
    """Files, or folders of small ones, and their bytes."""

    def lines(self) -> list[str]:
        """Return the report as text."""
        return [
            *(f"download  {size / MEGABYTE:7.1f} MB  {name}" for name, size in self.downloads),
            f"installed {self.installed / MEGABYTE:7.1f} MB",
            "largest parts:",
            *(f"          {size / MEGABYTE:7.1f} MB  {name}" for name, size in self.largest),
        ]

    def excess(self) -> list[str]:
        """Return a sentence for each budget that is exceeded."""
        over = [
            f"{name} has {size / MEGABYTE:.1f} MB of {DOWNLOAD_BUDGET / MEGABYTE:.0f} allowed."
            for name, size in self.downloads
            if size > DOWNLOAD_BUDGET
        ]
        if self.installed > INSTALLED_BUDGET:
            over.append(
                f"Installed it takes {self.installed / MEGABYTE:.1f} MB "
                f"of {INSTALLED_BUDGET / MEGABYTE:.0f} allowed."
            )
        return over


def report_sizes(context: BuildContext) -> None:
    """Write ``sizes.txt`` beside the products and say it.

    Raises:
        BuildError: if a budget is exceeded; a quick build, which is not for users, has none.
    """
    report = measure(context)
    text = "\n".join(report.lines())
    context.product("-sizes.txt").write_text(f"{text}\n", encoding="utf-8")
    for line in report.lines():
        context.say(line)
    if not context.quick and (excess := report.excess()):
        raise BuildError(" ".join((*excess, "See the largest parts above.")))


def measure(context: BuildContext) -> SizeReport:
    """Measure the products and the frozen program."""
    downloads = tuple(
        (path.name, path.stat().st_size)
        for path in sorted(context.out.iterdir())
        if path.name.endswith(DOWNLOADS) and context.version in path.name
    )
    files = (
        (PurePosixPath(path.relative_to(context.frozen).as_posix()), path.lstat().st_size)
        for path in context.frozen.rglob("*")
        if not path.is_dir()
    )
    return SizeReport(downloads, folder_size(context.frozen), largest_parts(files))


def largest_parts(files: Iterable[tuple[PurePosixPath, int]]) -> tuple[tuple[str, int], ...]:
    """Return the largest parts, one a line: libraries by themselves, the rest by its folder.

    Args:
        files: paths in the frozen program and their bytes.
    """
    sizes: Counter[str] = Counter()
    for path, size in files:
        alone = size >= MEGABYTE or len(path.parts) < 2
        sizes[str(path if alone else path.parent) + ("" if alone else "/")] += size
    return tuple(sizes.most_common(LARGEST))
