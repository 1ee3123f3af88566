"""Selections of other programs on Windows.

Brings together the keys, the window in front and the notices of the clipboard.
Not run by us so far: no Windows machine was at hand.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QClipboard

from app.desktop.native_selection import NativeDesktop, NativeSelection
from app.desktop.selection import SelectionAccess
from app.desktop.windows.keyboard import WindowsKeyboard

CONFIDENTIAL = (
    (
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        b"\0\0\0\0",
    ),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
)
"""What keeps a content out of the clipboard history (Win+V), by Qt's names for own formats."""


class WindowsFront:
    """The window in front, by its handle."""

    def __init__(self, user32: Any) -> None:  # noqa: ANN401 - a library loaded by ctypes
        self._user32 = user32

    def current(self) -> object:
        """Return the handle of the window in front; None if there is none."""
        return self._user32.GetForegroundWindow() or None

    def is_ours(self, window: object) -> bool:
        """Tell whether a window belongs to this program."""
        owner = wintypes.DWORD()
        self._user32.GetWindowThreadProcessId(window, ctypes.byref(owner))
        return owner.value == os.getpid()

    def exists(self, window: object) -> bool:
        """Tell whether a window is still there."""
        return bool(self._user32.IsWindow(window))

    def bring(self, window: object) -> None:
        """Bring a window to the front, which Windows allows the program that is there."""
        self._user32.SetForegroundWindow(window)


class QtClipboardChanges(QObject):
    """Changes of the clipboard as Qt tells of them."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._on_change: Callable[[], None] | None = None

    def watch(self, on_change: Callable[[], None]) -> None:
        """Call a function at the next change made by another program."""
        self.stop()
        self._on_change = on_change
        self._clipboard.dataChanged.connect(self._on_data_changed)

    def stop(self) -> None:
        """Watch no longer."""
        if self._on_change is not None:
            self._on_change = None
            self._clipboard.dataChanged.disconnect(self._on_data_changed)

    @Slot()
    def _on_data_changed(self) -> None:
        if self._on_change is not None and not self._clipboard.ownsClipboard():
            self._on_change()


def windows_selection(clipboard: QClipboard) -> SelectionAccess:
    """Return the way to other programs' selections on this system."""
    if sys.platform != "win32":
        raise OSError("this is not Windows")
    user32 = ctypes.WinDLL("user32", use_last_error=True)
    user32.GetForegroundWindow.restype = wintypes.HWND
    for function in (user32.IsWindow, user32.SetForegroundWindow):
        function.argtypes = (wintypes.HWND,)
    user32.GetWindowThreadProcessId.argtypes = (wintypes.HWND, ctypes.c_void_p)
    desktop = NativeDesktop(
        WindowsKeyboard(user32),
        WindowsFront(user32),
        QtClipboardChanges(clipboard),
        CONFIDENTIAL,
    )
    return NativeSelection(desktop, clipboard)
