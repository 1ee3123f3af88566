"""A connection of our own to the X server, whose events come through Qt's loop.

A notifier on the connection's socket wakes the loop when something has come, so
that nothing polls. Requests that fail are noted and never fatal: windows of
other programs may vanish at any time. Knows atoms, properties and events, and
nothing of what they are for.
"""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import xcffib
import xcffib.xfixes
import xcffib.xproto
import xcffib.xtest
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

LOGGER = logging.getLogger(__name__)

CHANGE_PROPERTY = 18  # the number of the request
ANY_TYPE = 0  # AnyPropertyType of the protocol
WHOLE = 0x1FFFFFFF  # in units of four bytes; more than the server gives at once

R = TypeVar("R")


class XUnavailableError(Exception):
    """There is no X server, or it lacks an extension that we need."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a window."""

    type: int
    """The atom of its type."""
    format: int
    """Bits per unit: 8, 16 or 32."""
    content: bytes


class X11Connection(QObject):
    """A connection to the X server.

    Attributes:
        core: the requests of the core protocol.
        xfixes: those of XFIXES.
        xtest: those of XTEST.
        root: the root window of the default screen.

    Signals:
        event_came: an event, as xcffib's object of it.

    When the server goes, Qt ends the program; so that nothing here has to live on without it.
    """

    event_came = Signal(object)

    def __init__(self, display: str | None = None) -> None:
        """Connect.

        Args:
            display: as the variable DISPLAY, which is used if this is None.

        Raises:
            XUnavailableError: if it cannot be reached or lacks XFIXES or XTEST.
        """
        super().__init__()
        try:
            self._x = xcffib.Connection(display)
            setup = self._x.get_setup()
            self.xfixes = self._x(xcffib.xfixes.key)
            self.xtest = self._x(xcffib.xtest.key)
            self.xfixes.QueryVersion(4, 0).reply()
            self.xtest.GetVersion(2, 2).reply()
        except (xcffib.XcffibException, OSError) as error:
            raise XUnavailableError(f"no usable X server: {error}") from error
        self.core: Any = self._x.core
        self.root = int(setup.roots[self._x.pref_screen].root)
        self._client_mask = ~int(setup.resource_id_mask) & 0xFFFFFFFF
        self.key_codes = (int(setup.min_keycode), int(setup.max_keycode))
        self._atoms: dict[str, int] = {}
        self._drain_is_due = False
        self._open = True
        self._notifier = QSocketNotifier(
            self._x.get_file_descriptor(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._drain)

    @property
    def is_open(self) -> bool:
        """Whether the server can still be talked to."""
        return self._open

    def close(self) -> None:
        """Disconnect; windows and selections of this connection end."""
        if self._open:
            self._open = False
            self._notifier.setEnabled(False)
            self._x.disconnect()

    def atom(self, name: str) -> int:
        """Return the atom of a name."""
        if name not in self._atoms:
            raw = name.encode("latin-1", errors="replace")
            reply = self.ask(self.core.InternAtom(False, len(raw), raw))
            if reply is None:
                return 0
            self._atoms[name] = int(reply.atom)
        return self._atoms[name]

    def atom_name(self, atom: int) -> str:
        """Return the name of an atom; empty if there is none."""
        reply = self.ask(self.core.GetAtomName(atom))
        return "" if reply is None else bytes(reply.name.buf()).decode("latin-1")

    def client_of(self, resource: int) -> int:
        """Return a number that all windows of one client of the server share."""
        return resource & self._client_mask

    def new_window(self, event_mask: int) -> int:
        """Return a window that is never shown."""
        window = int(self._x.generate_id())
        self.core.CreateWindow(
            0,  # depth as the parent's
            window,
            self.root,
            -10,
            -10,
            1,
            1,
            0,
            xcffib.xproto.WindowClass.InputOnly,
            0,
            xcffib.xproto.CW.EventMask,
            [event_mask],
            is_checked=False,
        )
        return window

    def watch(self, window: int, event_mask: int) -> None:
        """Ask for events of a window, in place of what was asked for before."""
        self.core.ChangeWindowAttributes(
            window, xcffib.xproto.CW.EventMask, [event_mask], is_checked=False
        )

    def window_exists(self, window: int) -> bool:
        """Tell whether there is such a window."""
        return self.ask(self.core.GetWindowAttributes(window)) is not None

    def property_of(self, window: int, name: int | str, delete: bool = False) -> Property | None:
        """Return a window's property; None if it or the window does not exist."""
        atom = self.atom(name) if isinstance(name, str) else name
        cookie = self.core.GetProperty(delete, window, atom, ANY_TYPE, 0, WHOLE)
        found: Property | None = self._answer(lambda: self._unpack_property(cookie.sequence))
        return None if found is None or found.type == 0 else found

    def set_property(
        self, window: int, name: int | str, kind: str, bits: int, content: bytes
    ) -> bool:
        """Write a window's property; False if the window does not exist.

        Packed here, since xcffib handles every byte by itself: seconds for a picture.
        """
        atom = self.atom(name) if isinstance(name, str) else name
        head = struct.pack(
            "=xB2xIIIB3xI",
            xcffib.xproto.PropMode.Replace,
            window,
            atom,
            self.atom(kind),
            bits,
            len(content) * 8 // bits,
        )
        return self.succeeds(
            self.core.send_request(CHANGE_PROPERTY, io.BytesIO(head + content), is_checked=True)
        )

    def _unpack_property(self, sequence: int) -> Property:
        """Wait for a reply to GetProperty and unpack it; by hand for the same reason."""
        reply = self._x.wait_for_reply(sequence)
        bits, kind, _, count = reply.unpack("=xB2x4xIII12x")
        (content,) = reply.unpack(f"={count * bits // 8}s")
        return Property(kind, bits, content)

    def ask(self, cookie: Any) -> Any:  # noqa: ANN401 - replies are xcffib's, which has no types
        """Return the reply to a request; None if it failed, which is noted."""
        return self._answer(cookie.reply)

    def _answer(self, wait: Callable[[], R]) -> R | None:
        try:
            return wait()
        except xcffib.ConnectionException as error:
            self._lose(error)
        except xcffib.XcffibException as error:
            LOGGER.debug("a request failed: %r", error)
        finally:
            # While it waited for the reply, events may have come in that will wake nobody.
            self._drain_later()
        return None

    def succeeds(self, cookie: Any) -> bool:  # noqa: ANN401
        """Tell whether a checked request without a reply went well."""
        try:
            cookie.check()
        except xcffib.ConnectionException as error:
            self._lose(error)
            return False
        except xcffib.XcffibException as error:
            LOGGER.debug("a request failed: %r", error)
            return False
        finally:
            self._drain_later()
        return True

    def flush(self) -> None:
        """Send what has been asked for."""
        if self._open:
            self._x.flush()
            self._drain_later()

    def _drain_later(self) -> None:
        if self._open and not self._drain_is_due:
            self._drain_is_due = True
            QTimer.singleShot(0, self, self._drain)

    @Slot()
    def _drain(self) -> None:
        """Hand on every event that has come."""
        self._drain_is_due = False
        while self._open:
            try:
                event = self._x.poll_for_event()
            except xcffib.ConnectionException as error:
                self._lose(error)
                return
            except xcffib.XcffibException as error:
                LOGGER.debug("a request failed: %r", error)
                continue
            if event is None:
                break
            self.event_came.emit(event)
        if self._open:
            if self._x.has_error():
                self._lose(None)
            else:
                self._x.flush()

    def _lose(self, error: Exception | None) -> None:
        LOGGER.warning("the connection to the X server is lost: %s", error)
        self.close()
