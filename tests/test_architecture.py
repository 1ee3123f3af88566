"""The shape of the project: who may import whom, and where the code under test lies."""

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.module_tree import LIST, module_tree

ROOT = Path(__file__).parents[1]
PACKAGES = ("app", "assets", "model", "training")
SOURCES = sorted(path for name in (*PACKAGES, "tests") for path in (ROOT / name).rglob("*.py"))


def imports(path):
    """Yield (module, whole statement is ``import module``) for every import in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, True) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ".", False


@pytest.mark.parametrize("name", PACKAGES)
def test_package_under_test_lies_in_this_checkout(name):
    assert Path(import_module(name).__file__ or "").parent == ROOT / name


def test_import_contracts_are_kept():
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    result = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_engine_imports_neither_qt_nor_torch():
    """Not even through a library: what counts is what a process ends up with."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "model").rglob("*.py")
    ]
    script = (
        f"import sys; [__import__(name) for name in {modules!r}]\n"
        "print([name for name in ('PySide6', 'torch', 'onnx') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_nobody_imports_a_bare_package():
    """``import model`` would bind the name of every second local variable in training code."""
    found = [
        f"{path.relative_to(ROOT)}: import {module}"
        for path in SOURCES
        for module, whole in imports(path)
        if whole and module.split(".")[0] == "model"
    ]
    assert found == []


def test_every_test_folder_is_a_package():
    """Without ``__init__.py``, ``tests/model`` would hide the package ``model``."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_module_is_named_like_one_of_the_standard_library():
    top_level = {path.stem for name in PACKAGES for path in (ROOT / name).glob("*.py")}
    allowed = {"__init__", "__main__"}
    # Only a script's own folder comes first on the path, but "python training/x.py" must not break.
    assert (top_level - allowed) & sys.stdlib_module_names == set()


def readme_paths():
    """Yield the folders that the map in the README names, and the modules in the text below it."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## What is where\n")[1]
    section = section.split("\n## ")[0]
    tree, below = section.split("```")[1:3]
    parent = Path()
    for line in tree.strip().splitlines():
        names = [Path(name) for name in re.findall(r"^ *(\w+(?:, \w+)*)", line)[0].split(", ")]
        if not line.startswith(" "):
            (parent,) = names
            yield parent
        else:
            yield from (parent / name for name in names)
    yield from map(Path, re.findall(r"`([a-z_/]+\.py)`", below))


def test_readme_names_only_what_is_there():
    named = list(readme_paths())
    assert len(named) > 30
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_list_of_modules_is_that_of_the_tree():
    """If this fails, run ``python -m tests.module_tree``."""
    assert LIST.read_text(encoding="utf-8") == module_tree()
