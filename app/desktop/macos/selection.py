"""Selections of other programs on macOS.

Brings together the keys, the window in front and the changes of the pasteboard.
Not run by us so far: no Mac was at hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

from app.desktop.macos.keyboard import MacKeyboard
from app.desktop.native_selection import NativeDesktop, NativeSelection
from app.desktop.selection import SelectionAccess

LOOK_MS = 25
"""macOS tells no program of changes of its pasteboard; while a copy is awaited, and only then,
its counter is looked at so often."""


class MacFront:
    """The window in front: its program and its number."""

    def __init__(self, quartz: Any, appkit: Any) -> None:  # noqa: ANN401 - modules of pyobjc
        self._quartz = quartz
        self._appkit = appkit

    def current(self) -> object:
        """Return process and number of the window in front; None if there is none."""
        program = self._appkit.NSWorkspace.sharedWorkspace().frontmostApplication()
        if program is None:
            return None
        process = int(program.processIdentifier())
        return process, next((number for owner, number in self._windows() if owner == process), 0)

    def is_ours(self, window: object) -> bool:
        """Tell whether a window belongs to this program."""
        return isinstance(window, tuple) and window[0] == os.getpid()

    def exists(self, window: object) -> bool:
        """Tell whether a window is still there; its program, if it has no window."""
        if not isinstance(window, tuple):
            return False
        if window[1]:
            return window in self._windows()
        return self._program(window[0]) is not None

    def bring(self, window: object) -> None:
        """Bring the window's program to the front."""
        if isinstance(window, tuple) and (program := self._program(window[0])) is not None:
            program.activateWithOptions_(self._appkit.NSApplicationActivateIgnoringOtherApps)

    def _program(self, process: int) -> Any:  # noqa: ANN401
        running = self._appkit.NSRunningApplication
        return running.runningApplicationWithProcessIdentifier_(process)

    def _windows(self) -> list[tuple[int, int]]:
        """Return process and number of the usual windows, from front to back."""
        quartz = self._quartz
        shown = quartz.CGWindowListCopyWindowInfo(
            quartz.kCGWindowListOptionOnScreenOnly | quartz.kCGWindowListExcludeDesktopElements,
            quartz.kCGNullWindowID,
        )
        return [
            (int(window["kCGWindowOwnerPID"]), int(window["kCGWindowNumber"]))
            for window in shown or ()
            if window.get("kCGWindowLayer", 0) == 0
        ]


class PasteboardChanges(QObject):
    """Changes of the pasteboard, by its counter."""

    def __init__(self, pasteboard: Any) -> None:  # noqa: ANN401 - an NSPasteboard
        super().__init__()
        self._pasteboard = pasteboard
        self._count = 0
        self._on_change: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def watch(self, on_change: Callable[[], None]) -> None:
        """Call a function at the next change."""
        self._on_change = on_change
        self._count = self._pasteboard.changeCount()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._on_change = None

    @Slot()
    def _look(self) -> None:
        if self._pasteboard.changeCount() != self._count and self._on_change is not None:
            self._on_change()


def macos_selection(clipboard: QClipboard) -> SelectionAccess:
    """Return the way to other programs' selections on this system."""
    import AppKit
    import Quartz

    desktop = NativeDesktop(
        MacKeyboard(Quartz),
        MacFront(Quartz, AppKit),
        PasteboardChanges(AppKit.NSPasteboard.generalPasteboard()),
    )
    return NativeSelection(desktop, clipboard)
