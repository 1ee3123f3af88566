"""Which window has the keyboard, and what is known of it.

Reads what window managers tell (EWMH) and falls back on the server's own word
where there is none. Moves the focus only when asked, and knows no keys.
"""

from __future__ import annotations

import os
import struct

import xcffib.xproto

from app.desktop.x11.connection import X11Connection

PARENTS = 32  # a window that deep in others is a loop


class X11Focus:
    """The focus of one X server."""

    def __init__(self, connection: X11Connection) -> None:
        self._x = connection
        self.active_atom = connection.atom("_NET_ACTIVE_WINDOW")
        """The property of the root window that changes with the active window."""
        connection.watch(connection.root, xcffib.xproto.EventMask.PropertyChange)
        connection.flush()

    def active_window(self) -> int:
        """Return the top-level window that has the keyboard; 0 if there is none."""
        found = self._x.property_of(self._x.root, self.active_atom)
        if found is not None and found.format == 32 and len(found.content) >= 4:
            return int(struct.unpack_from("=I", found.content)[0])
        reply = self._x.ask(self._x.core.GetInputFocus())
        focus = 0 if reply is None else int(reply.focus)
        return 0 if focus in {0, 1, self._x.root} else self._top_level(focus)

    def is_ours(self, window: int) -> bool:
        """Tell whether a window belongs to this program."""
        found = self._x.property_of(window, "_NET_WM_PID")
        if found is None or len(found.content) < 4:
            return False
        return bool(struct.unpack_from("=I", found.content)[0] == os.getpid())

    def class_of(self, window: int) -> tuple[str, ...]:
        """Return a window's instance and class name, in lower case; empty if it has none."""
        found = self._x.property_of(window, "WM_CLASS")
        if found is None:
            return ()
        names = found.content.decode("latin-1").lower().split("\0")
        return tuple(name for name in names if name)

    def client_of(self, window: int) -> int:
        """Return a number that all windows of one program's connection share."""
        return self._x.client_of(window)

    def ask_for(self, window: int) -> None:
        """Ask the window manager to give a window the keyboard."""
        content = struct.pack(
            "=BB2xII5I",
            33,  # ClientMessage
            32,
            window,
            self.active_atom,
            2,  # as a pager does: on the wish of the person
            xcffib.xproto.Time.CurrentTime,
            0,
            0,
            0,
        )
        masks = (
            xcffib.xproto.EventMask.SubstructureRedirect
            | xcffib.xproto.EventMask.SubstructureNotify
        )
        self._x.core.SendEvent(False, self._x.root, masks, content, is_checked=False)
        self._x.flush()

    def _top_level(self, window: int) -> int:
        """Return the ancestor that is a program's window: the last one below the root."""
        for _ in range(PARENTS):
            reply = self._x.ask(self._x.core.QueryTree(window))
            if reply is None:
                return 0
            if reply.parent in {0, self._x.root}:
                break
            window = int(reply.parent)
        return window
