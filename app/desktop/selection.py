"""Take the text selected in another program, and put another one in its place.

One small interface; each platform has an implementation of its own. Everything
answers through a function that is called exactly once, from the event loop of
the GUI thread, and nothing waits in between. What the writer had selected or
copied is never lost: where a text cannot be pasted safely it is put on the
clipboard and the outcome says so. Knows neither windows nor corrections.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QClipboard

from app.desktop.outcomes import PutBackOutcome, TakeFailure, TakenSelection
from app.desktop.platforms import DesktopPlatform

OnTaken = Callable[[TakenSelection | TakeFailure], None]
OnPutBack = Callable[[PutBackOutcome], None]


class SelectionAccess(Protocol):
    """Reaches into the program that has the keyboard focus."""

    def take(self, on_text: OnTaken) -> None:
        """Take the selected text; call it while the other program has the focus.

        A second call before the first has answered ends the first with
        ``TakeProblem.OVERTAKEN``.
        """
        ...

    def put_back(self, taken: TakenSelection, text: str, on_done: OnPutBack) -> None:
        """Replace the selection that was taken by a text.

        Hide your own window first: the other one has to have the focus again, and is given
        it where the desktop left it with nobody. If yet another window has it, nothing is
        pasted. The clipboard's former content is back once the other program has read the
        text; if it was not pasted, the text is on the clipboard instead.
        """
        ...

    def close(self) -> None:
        """Let go of everything; what is under way is not answered any more."""
        ...


def selection_access(platform: DesktopPlatform, clipboard: QClipboard) -> SelectionAccess:
    """Return the way to other programs' selections on a platform.

    Where there is none (Wayland, an X server that cannot be reached), selections
    cannot be taken, and texts go on the clipboard.
    """
    if platform is DesktopPlatform.X11:
        from app.desktop.x11.connection import X11Connection, XUnavailableError
        from app.desktop.x11.selection import X11Selection

        try:
            return X11Selection(X11Connection(), clipboard)
        except XUnavailableError:
            pass
    if platform is DesktopPlatform.WINDOWS:
        from app.desktop.windows.selection import windows_selection

        return windows_selection(clipboard)
    if platform is DesktopPlatform.MACOS:
        from app.desktop.macos.selection import macos_selection

        return macos_selection(clipboard)
    from app.desktop.clipboard_only import ClipboardOnly

    return ClipboardOnly(clipboard)
