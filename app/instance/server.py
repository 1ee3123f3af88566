"""Listen for later starts of the program.

Holds the lock of the address as long as it lives, so that of several starts at
once exactly one listens, and what a crash left behind is cleared by the next.
What comes in is never trusted: other users, long, slow and senseless messages are
turned away, and nothing here waits.

In ``app.application.run``, before windows are built::

    server = InstanceServer()
    server.listen()  # AlreadyRunningError passes through run() to app.__main__, which hands over
    server.received.connect(...)

An ``InstanceError`` that is no ``AlreadyRunningError`` is no reason not to start: log it.
"""

from __future__ import annotations

import logging
import os
import socket
import sys

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.instance.address import Address
from app.instance.client import REFUSED, TAKEN, peer_user
from app.instance.requests import MAX_BYTES, MalformedRequest, Request

LOGGER = logging.getLogger(__name__)

PATIENCE_MS = 2_000
"""A second start writes its message at once; who takes longer is none."""

MOST_VISITORS = 16
"""Connections served at a time; further ones wait in the system's queue."""


class InstanceError(Exception):
    """The program cannot be found by later starts; the message says why."""


class AlreadyRunningError(InstanceError):
    """Another instance has the address: hand over to it."""


class InstanceServer(QObject):
    """Takes requests of later starts.

    Signals:
        received: a Request. Emitted from the event loop after the other side has its
            answer, so that whoever takes it may show dialogs.
    """

    received = Signal(object)
    _heard = Signal(object)

    def __init__(self, address: Address | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address or Address.usual()
        self._lock = FileLock(self._address.lock, thread_local=False)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        self._visitors: set[_Visitor] = set()
        self._heard.connect(self.received, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Take the address; needs a QCoreApplication.

        Raises:
            AlreadyRunningError: if another instance has it.
            InstanceError: if the system does not let anybody listen there.
        """
        try:
            self._address.prepare()
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise AlreadyRunningError("Copyedge is running already.") from error
        except (OSError, NotImplementedError) as error:
            raise InstanceError(f"Other starts cannot find this one: {error}.") from error
        # We have the lock: whoever made the socket is dead.
        QLocalServer.removeServer(self._address.server_name)
        if not self._server.listen(self._address.server_name):
            self._lock.release()
            raise InstanceError(f"Other starts cannot find this one: {self._server.errorString()}.")

    def close(self) -> None:
        """Listen no more; safe to call twice."""
        self._server.close()
        for visitor in tuple(self._visitors):
            visitor.dismiss()
        self._lock.release()

    @Slot()
    def _on_new_connection(self) -> None:
        while len(self._visitors) < MOST_VISITORS and self._server.hasPendingConnections():
            visitor = _Visitor(self._server.nextPendingConnection(), self)
            self._visitors.add(visitor)
            visitor.heard.connect(self._heard)
            visitor.left.connect(self._on_left, Qt.ConnectionType.QueuedConnection)
            visitor.listen()

    @Slot(object)
    def _on_left(self, visitor: _Visitor) -> None:
        self._visitors.discard(visitor)
        visitor.deleteLater()
        if self._server.isListening():
            self._on_new_connection()


class _Visitor(QObject):
    """One connection: one line in, one word out.

    Signals:
        heard: the Request, once and only if it is one.
        left: this object, when the connection is over.
    """

    heard = Signal(object)
    left = Signal(object)

    def __init__(self, connection: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        self._message = bytearray()
        self._answered = False
        self._gone = False
        connection.setParent(self)
        connection.setReadBufferSize(MAX_BYTES)
        connection.readyRead.connect(self._on_ready_read)
        connection.disconnected.connect(self._leave)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self.dismiss)

    def listen(self) -> None:
        """Begin; bytes may have come before."""
        if not _is_same_user(self._connection):
            LOGGER.warning("another user's program was turned away")
            self.dismiss()
            return
        self._timer.start()
        self._on_ready_read()

    @Slot()
    def dismiss(self) -> None:
        """Close the connection, whatever is still to come."""
        self._connection.abort()
        self._leave()

    @Slot()
    def _on_ready_read(self) -> None:
        if self._answered or self._gone:
            return
        # One byte more than allowed tells that a message is too long.
        self._message += self._connection.read(MAX_BYTES + 1 - len(self._message)).data()
        if self._message.find(b"\n") >= 0 or len(self._message) > MAX_BYTES:
            self._answer()

    def _answer(self) -> None:
        self._answered = True
        try:
            request = Request.from_bytes(bytes(self._message))
        except MalformedRequest as error:
            LOGGER.warning("a malformed message was turned away: %s", error)
            self._say(REFUSED)
            return
        self._say(TAKEN)
        self.heard.emit(request)

    def _say(self, word: bytes) -> None:
        self._connection.write(word)
        self._connection.flush()
        self._connection.disconnectFromServer()

    @Slot()
    def _leave(self) -> None:
        if not self._gone:
            self._gone = True
            self._timer.stop()
            self.left.emit(self)


def _is_same_user(connection: QLocalSocket) -> bool:
    """Ask the system who is at the other end; the folder's rights are the first guard."""
    if sys.platform == "win32":
        return True  # the pipe's access list lets in nobody else
    try:
        with socket.socket(fileno=os.dup(int(connection.socketDescriptor()))) as same:
            return peer_user(same) in (os.geteuid(), None)
    except OSError:
        return False  # it has gone already
