"""List all modules with the first line of their docstrings: ``python -m tests.module_tree``.

The list is ``docs/modules.md``; ``test_architecture`` compares it with the tree.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "docs" / "modules.md"
PACKAGES = ("app", "assets", "model", "training")
HEAD = """# What is where

Every module with the first line of its docstring, made by `python -m tests.module_tree`; a test
holds it to the tree. Imports run `app -> model <- training`; `model` knows neither Qt nor torch.
`tests/` mirrors these folders.
"""
FOLDERS = {
    "assets/icons": "Drawings of the editor, one SVG each",
    "assets/model": "The shipped model: graphs, weights, vocabulary, counts, manifest, card",
    "assets/packaging/templates": "Scripts, menu entry and manual page with places to fill in",
    "assets/packaging/texts": "Licence texts of what is bundled",
    "assets/translations": "The editor in other languages (Qt's .ts and .qm)",
    "training/evaluation/own": "Small sets of our own sentences: common mistakes, dialects, names",
    "training/recipes": "What a run trains on and how, as TOML",
}
"""What folders without modules hold."""


def module_tree() -> str:
    """Return the contents of the list."""
    rows = [row for name in PACKAGES for row in _rows(ROOT / name, 0)]
    width = max(len(name) for name, _ in rows) + 2
    lines = [f"{name:<{width}}{purpose}".rstrip() for name, purpose in rows]
    return "\n".join([HEAD, "```", *lines, "```", ""])


def _rows(folder: Path, depth: int) -> Iterator[tuple[str, str]]:
    yield "  " * depth + folder.name, _purpose(folder)
    inner = sorted(path for path in folder.iterdir() if path.name != "__pycache__")
    if folder.relative_to(ROOT).as_posix() in FOLDERS:
        return
    for path in inner:
        if path.is_dir():
            yield from _rows(path, depth + 1)
    for path in inner:
        if path.suffix == ".py" and path.name != "__init__.py":
            yield "  " * (depth + 1) + path.name, _first_line(path)


def _purpose(folder: Path) -> str:
    package = folder / "__init__.py"
    return FOLDERS.get(folder.relative_to(ROOT).as_posix()) or _first_line(package)


def _first_line(path: Path) -> str:
    """Return the first sentence line of a module's docstring, without reST's marks.

    Raises:
        ValueError: if the module has none.
    """
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not docstring:
        raise ValueError(f"{path} has no docstring; say in its first line what it is for")
    return docstring.splitlines()[0].replace("``", "").rstrip(".")


if __name__ == "__main__":
    LIST.write_text(module_tree(), encoding="utf-8")
