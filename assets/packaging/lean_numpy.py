"""Build numpy without OpenBLAS (31 MB with its Fortran library), by a switch of its own build.

The engine multiplies matrices in ONNX Runtime, never in numpy. The wheel is
kept in ``build/wheels`` from build to build: compiling takes minutes.
"""

from __future__ import annotations

import shutil
import sys
import tarfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.tools import Tool, debian, run

TOOLS: tuple[Tool, ...] = (debian("gcc"), debian("g++"))
SWITCHES = (
    "setup-args=-Dallow-noblas=true",
    "setup-args=-Dblas=none",
    "setup-args=-Dlapack=none",
    # Without variants for newer processors: nothing that this program asks of numpy gains by them.
    "setup-args=-Dcpu-dispatch=none",
)


def install_lean_numpy(context: BuildContext) -> Path:
    """Return a folder that holds only numpy without BLAS, to be put first on the import path.

    Raises:
        BuildError: if numpy cannot be fetched or compiled.
    """
    wheel = find_wheel(context.wheels) or _build_wheel(context)
    folder = context.work / "lean-numpy"
    shutil.rmtree(folder, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    run([*pip, "--target", folder, wheel], environment=context.environment())
    return folder


def find_wheel(folder: Path) -> Path | None:
    """Return the wheel of the installed numpy's version that an earlier build left."""
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    found = sorted(folder.glob(f"numpy-{version('numpy')}-{tag}-*.whl"))
    return found[0] if found else None


def _build_wheel(context: BuildContext) -> Path:
    """Compile in a folder of a fixed name: no temporary name must get into the result."""
    context.say(f"compiling numpy {version('numpy')} without BLAS; this takes some minutes, once")
    sources = context.wheels / "source"
    shutil.rmtree(sources, ignore_errors=True)
    sources.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip"]
    fetch = ["download", "--quiet", "--no-deps", "--no-binary", "numpy", "--dest", str(sources)]
    environment = context.environment()
    # pip configures a source package to read its name, so the switches are needed here already.
    run([*pip, *fetch, *words_of(SWITCHES), f"numpy=={version('numpy')}"], environment=environment)
    (archive,) = sources.glob("numpy-*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(sources, filter="data")
    tree = sources / archive.name.removesuffix(".tar.gz")
    flags = f"-g0 -O2 -ffile-prefix-map={tree}=numpy"
    switches = words_of((*SWITCHES, f"build-dir={tree / 'out'}"))
    run(
        [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", context.wheels, *switches, tree],
        environment={**environment, "CFLAGS": flags, "CXXFLAGS": flags},
    )
    shutil.rmtree(sources)
    wheel = find_wheel(context.wheels)
    if wheel is None:
        raise BuildError(f"numpy was built, but its wheel is not in {context.wheels}.")
    return wheel


def words_of(switches: Iterable[str]) -> list[str]:
    """Return switches of numpy's build as pip wants them."""
    return [word for switch in switches for word in ("-C", switch)]
