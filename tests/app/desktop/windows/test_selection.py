import ctypes
import os
import sys
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QApplication

from app.desktop.windows.selection import QtClipboardChanges, WindowsFront, windows_selection


class User32:
    def __init__(self):
        self.front = 17
        self.windows = {17: 4711, 18: os.getpid()}
        self.brought = []

    def GetForegroundWindow(self):
        return self.front

    def GetWindowThreadProcessId(self, window, owner):
        pointer = ctypes.cast(owner, ctypes.POINTER(wintypes.DWORD))
        pointer.contents.value = self.windows[window]

    def IsWindow(self, window):
        return int(window in self.windows)

    def SetForegroundWindow(self, window):
        self.brought.append(window)


def test_the_window_in_front_is_known_by_its_handle():
    user32 = User32()
    front = WindowsFront(user32)
    assert front.current() == 17
    assert front.exists(17)
    assert not front.exists(99)
    front.bring(17)
    assert user32.brought == [17]
    user32.front = 0
    assert front.current() is None


def test_our_own_window_is_known_by_its_process():
    front = WindowsFront(User32())
    assert front.is_ours(18)
    assert not front.is_ours(17)


def test_a_change_of_the_clipboard_is_told_once_it_is_watched(qapp):
    clipboard = QApplication.clipboard()
    changes = QtClipboardChanges(clipboard)
    told = []
    clipboard.setText("before")
    changes.watch(lambda: told.append(True))
    clipboard.setText("a")
    assert told == [True]
    changes.stop()
    changes.stop()
    clipboard.setText("b")
    assert told == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="here it is Windows")
def test_elsewhere_it_is_refused(qapp):
    with pytest.raises(OSError, match="not Windows"):
        windows_selection(QApplication.clipboard())
