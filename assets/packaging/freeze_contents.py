"""What goes into the frozen program and what stays out: the rules, as values and pure functions.

PyInstaller's spec file asks here. Knows names only; looks at no file and runs nothing.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

OWN_PACKAGES = ("app", "model", "assets")
"""Taken whole, with what is only imported on demand (`import_module`, imports in functions)."""

LOADING_BY_NAME = (
    "uvicorn",
    "h11",
    "pygls",
    "lsprotocol",
    "cattrs",
    "xcffib",
    "quickmachotkey",
)
"""Libraries that import their parts by name, which no analysis sees; taken whole if installed."""

EXCLUDED_MODULES = (
    # Libraries that the program does not ask for are found out by `requirements`.
    # Ours, but not the program: training, and what makes the installers.
    "training",
    "tests",
    "assets.packaging",
    # Parts of libraries, and libraries of theirs, that the program never reaches.
    "sympy",
    "setuptools",
    "pkg_resources",
    "onnxruntime.quantization",
    "onnxruntime.transformers",
    "onnxruntime.tools",
    "onnxruntime.training",
    "google",
    "numpy.f2py",
    "numpy.testing",
    "numpy.distutils",
    "lxml.objectify",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.sax",
    # Qt beyond windows, the instance socket and D-Bus.
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtPdf",
    "PySide6.QtTest",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtXml",
    "PySide6.scripts",
    # Of the standard library.
    "ftplib",
    "xmlrpc",
    "cgi",
    "sqlite3",
    "tkinter",
    "turtle",
    "curses",
    "readline",
    "pdb",
    "bdb",
    "doctest",
    "pydoc_data",
    "lib2to3",
    "ensurepip",
    "idlelib",
    "distutils",
)

KEPT_QT_PLUGINS = {
    "platforms": ("qxcb", "qwayland*", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "wayland-shell-integration": ("xdg-shell", "qt-shell"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "imageformats": ("qsvg", "qico"),
    "iconengines": ("qsvgicon",),
}
"""By folder of plugins. What is left out: GTK (25 MB of libraries), other screens, encryption,
the state of the network, pictures that the program does not show."""

BUNDLED_SYSTEM_LIBRARIES = ("libpython*",)
"""Where Python itself is the distribution's, its library still comes along."""

_QT_PLUGIN = re.compile(r"(?:^|/)PySide6/(?:Qt/)?plugins/([^/]+)/([^/]+)$")
_QT_TRANSLATION = re.compile(r"(?:^|/)PySide6/(?:Qt/)?translations/([^/]+)$")
_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")
_NOT_SHIPPED_ASSETS = ("packaging/*", "*.py", "*.ts", "*__pycache__*")


def keeps_file(destination: str, languages: tuple[str, ...]) -> bool:
    """Return whether a file that PyInstaller found belongs into the program.

    Args:
        destination: its path in the frozen program, with either kind of slash.
        languages: codes of the languages that the program speaks, such as ``de``.
    """
    path = destination.replace("\\", "/")
    if plugin := _QT_PLUGIN.search(path):
        folder, name = plugin.groups()
        stem = name.split(".")[0].removeprefix("lib")
        return any(fnmatchcase(stem, kept) for kept in KEPT_QT_PLUGINS.get(folder, ()))
    if translation := _QT_TRANSLATION.search(path):
        return translation[1] in {f"qtbase_{code}.qm" for code in languages}
    return not path.endswith((".pyi", ".pyx", ".pxd", ".h"))


def is_system_library(source: str) -> bool:
    """Return whether a library is the distribution's, which the package depends on instead."""
    name = PurePosixPath(source).name
    if any(fnmatchcase(name, kept) for kept in BUNDLED_SYSTEM_LIBRARIES):
        return False
    return (
        source.startswith(_SYSTEM_FOLDERS)
        and name.startswith("lib")
        and ".so" in name
        and "/site-packages/" not in source
        and "/dist-packages/" not in source
    )


def is_metadata(destination: str) -> bool:
    """Return whether a file is about how a library was installed, not a part of it.

    Args:
        destination: its path in the frozen program, with either kind of slash.
    """
    return ".dist-info" in destination or ".egg-info" in destination


def ships_asset(relative: str) -> bool:
    """Return whether a file in ``assets/`` is for the user.

    Args:
        relative: its path in that folder, with forward slashes.
    """
    return not any(fnmatchcase(relative, pattern) for pattern in _NOT_SHIPPED_ASSETS)
