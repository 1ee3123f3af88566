"""A frozen program made of empty files, for tests of what is found in it."""

from pathlib import Path
from typing import Any

from assets.packaging.components import LicenceText, Rules, read_rules
from assets.packaging.context import BuildContext, Target
from assets.packaging.debian_packages import DebianPackage
from assets.packaging.distributions import Distribution, Installed
from assets.packaging.origins import Sources

ROOT = Path(__file__).parents[2]
LONG = "Permission is granted to use this for the purposes of a test. " * 6


def make_context(tmp_path: Path, **changes: Any) -> BuildContext:
    values: dict[str, Any] = {
        "root": ROOT,
        "out": tmp_path / "dist",
        "work": tmp_path / "work",
        "target": Target.LINUX,
        "version": "1.2.3",
        "commit": "0" * 40,
        "epoch": 1_700_000_000,
        "say": lambda line: None,
    }
    context = BuildContext(**(values | changes))
    context.out.mkdir(exist_ok=True)
    context.work.mkdir(exist_ok=True)
    return context


def make_frozen(context: BuildContext, *files: str) -> None:
    """Write a program with these files in its contents, each holding its own name."""
    for name in files:
        path = context.contents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    context.frozen.mkdir(parents=True, exist_ok=True)
    (context.frozen / "copyedge").write_text("program", encoding="utf-8")


def make_distribution(folder: Path, name: str, *files: str, text: str = LONG) -> Distribution:
    """Return an installed distribution with a licence text."""
    licence = f"{name}-1.0.dist-info/licenses/LICENSE"
    (folder / licence).parent.mkdir(parents=True)
    (folder / licence).write_text(text, encoding="utf-8")
    return Distribution(name, "1.0", "MIT", "https://example.org", (licence, *files), folder)


def make_sources(*distributions: Distribution, rules: Rules | None = None) -> Sources:
    """Return sources that know these distributions and one package of the system."""
    package = DebianPackage("libx11-6", "1.8", "MIT", (LicenceText("copyright.txt", LONG),))
    return Sources(
        root=ROOT,
        program_version="1.2.3",
        rules=rules or read_rules(),
        installed=Installed(
            {distribution.name: distribution for distribution in distributions},
            {
                path: distribution.name
                for distribution in distributions
                for path in distribution.files
            },
        ),
        owners=lambda names: {name: package for name in names if name == "libX11.so.6"},
    )
