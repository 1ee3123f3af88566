"""The session bus, whose messages come through Qt's loop.

Qt's own D-Bus module cannot send what the portals want from Python (arrays of
structures), so the messages are made by jeepney. A notifier on the socket wakes
the loop; calls answer through a function. Knows no portal.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

LOGGER = logging.getLogger(__name__)

OnReply = Callable[[tuple[Any, ...] | None], None]
"""Called with what a call returned; None if it failed."""


class BusUnavailableError(Exception):
    """There is no session bus."""


class SessionBus(QObject):
    """A connection to the session bus.

    Signals:
        signalled: a Message that is a signal which was asked for.
        called: a Message that is a call of one of our methods.
        lost: the bus is gone.
    """

    signalled = Signal(object)
    called = Signal(object)
    lost = Signal()

    def __init__(self, address: str = "SESSION") -> None:
        """Connect.

        Args:
            address: of the bus; that of the session by default.

        Raises:
            BusUnavailableError: if it cannot be reached.
        """
        super().__init__()
        try:
            self._bus: DBusConnection = open_dbus_connection(address)
        except (OSError, KeyError, ValueError, RuntimeError, AuthenticationError) as error:
            raise BusUnavailableError(f"no session bus: {error}") from error
        self.unique_name = str(self._bus.unique_name)
        self._waiting: dict[int, OnReply] = {}
        self._open = True
        self._notifier = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def call(
        self,
        address: DBusAddress,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        on_reply: OnReply,
    ) -> None:
        """Call a method; the answer comes later, from the event loop."""
        serial = next(self._bus.outgoing_serial)
        self._waiting[serial] = on_reply
        self.send(new_method_call(address, method, signature or None, body), serial)

    def listen(self, interface: str, member: str, path: str) -> None:
        """Ask for the signals of one name and object."""
        rule = MatchRule(type="signal", interface=interface, member=member, path=path)
        self.send(message_bus.AddMatch(rule))

    def send(self, message: Message, serial: int | None = None) -> None:
        """Send a message."""
        if not self._open:
            return
        try:
            self._bus.send(message, serial=serial)
        except OSError as error:
            self._lose(error)

    def close(self) -> None:
        """Disconnect."""
        if self._open:
            self._open = False
            self._notifier.setEnabled(False)
            self._bus.close()

    @Slot()
    def _on_readable(self) -> None:
        while self._open:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, RuntimeError) as error:
                self._lose(error)
                return
            self._hand_on(message)

    def _hand_on(self, message: Message) -> None:
        kind = message.header.message_type
        if kind is MessageType.signal:
            self.signalled.emit(message)
        elif kind is MessageType.method_call:
            self.called.emit(message)
        else:
            serial = message.header.fields.get(HeaderFields.reply_serial, 0)
            on_reply = self._waiting.pop(serial, None)
            if kind is MessageType.error:
                LOGGER.debug("a call failed: %s", message.body)
            if on_reply is not None:
                on_reply(None if kind is MessageType.error else message.body)

    def _lose(self, error: Exception) -> None:
        LOGGER.warning("the session bus is lost: %s", error)
        self.close()
        self.lost.emit()
