"""Build numpy without OpenBLAS (31 MB with its Fortran library), by a switch of its own build.

The engine multiplies matrices in ONNX Runtime, never in numpy. The wheel is
kept in ``build/wheels`` from build to build: compiling takes minutes.
"""

from __future__ import annotations

import shutil
import sys
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
    context.say(f"compiling numpy {version('numpy')} without BLAS; this takes some minutes, once")
    context.wheels.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-binary", "numpy"]
    switches = [word for switch in SWITCHES for word in ("-C", switch)]
    # Without debugging symbols: those would name pip's temporary folder.
    flags = "-g0 -O2"
    run(
        [*pip, *switches, "--wheel-dir", context.wheels, f"numpy=={version('numpy')}"],
        environment={**context.environment(), "CFLAGS": flags, "CXXFLAGS": flags},
    )
    wheel = find_wheel(context.wheels)
    if wheel is None:
        raise BuildError(f"numpy was built, but its wheel is not in {context.wheels}.")
    return wheel
