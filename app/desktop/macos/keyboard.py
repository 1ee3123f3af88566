"""Press keys on macOS with events of Quartz.

The library is handed in (``import Quartz`` of pyobjc), so that what is posted
can be looked at on any system. Knows no clipboard.
"""

from __future__ import annotations

from typing import Any

KEY_C = 8  # kVK_ANSI_C: the place on the keyboard, as macOS itself takes it for Command+C
KEY_V = 9  # kVK_ANSI_V


class MacKeyboard:
    """A Keyboard for macOS."""

    def __init__(self, quartz: Any) -> None:  # noqa: ANN401 - a module of pyobjc, without types
        self._quartz = quartz

    def copy(self) -> bool:
        """Press Command+C."""
        return self._press(KEY_C)

    def paste(self) -> bool:
        """Press Command+V."""
        return self._press(KEY_V)

    def _press(self, key: int) -> bool:
        """Press a key with Command; what a person holds does not mix in.

        Without the person's leave (Privacy & Security, Accessibility) macOS would drop the
        events silently; the first time it is asked for, and False returned.
        """
        quartz = self._quartz
        if not quartz.CGPreflightPostEventAccess():
            quartz.CGRequestPostEventAccess()
            return False
        source = quartz.CGEventSourceCreate(quartz.kCGEventSourceStatePrivate)
        for down in (True, False):
            event = quartz.CGEventCreateKeyboardEvent(source, key, down)
            quartz.CGEventSetFlags(event, quartz.kCGEventFlagMaskCommand)
            quartz.CGEventPost(quartz.kCGHIDEventTap, event)
        return True
