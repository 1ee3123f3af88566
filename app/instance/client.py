"""Hand over to the program that runs already.

Needs no Qt: a second start has to be over before one notices it. Refuses to talk
to anybody but the same user. Knows how a request travels, not what it means.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import sys
import threading
import time
from enum import Enum, auto

from app.instance.address import Address
from app.instance.requests import Request

TAKEN = b"taken\n"
REFUSED = b"refused\n"

ANSWER_MS = 10_000
"""How long to wait for the running program, which may still begin, or open a long document."""

AGAIN_SECONDS = 0.02
"""Between two tries to get into a full queue."""


class Delivery(Enum):
    """What became of a request."""

    TAKEN = auto()
    REFUSED = auto()
    """Something listens that does not understand: another version of the program."""
    NOBODY = auto()
    """Nothing listens."""
    SILENT = auto()
    """Something listens and did not answer in time."""


def hand_over(
    request: Request, timeout_ms: int = ANSWER_MS, address: Address | None = None
) -> bool:
    """Give a request to another instance; True if it took it.

    Raises:
        MalformedRequest: if the request is too long for a message.
    """
    return deliver(request, timeout_ms, address) is Delivery.TAKEN


def deliver(
    request: Request, timeout_ms: int = ANSWER_MS, address: Address | None = None
) -> Delivery:
    """Give a request to another instance and tell what became of it.

    Raises:
        MalformedRequest: if the request is too long for a message.
    """
    message = request.to_bytes()
    address = address or Address.usual()
    if not address.is_ours_alone():
        return Delivery.NOBODY
    deadline = time.monotonic() + timeout_ms / 1000
    if sys.platform == "win32":
        _let_come_to_front()
        return _through_pipe(address.pipe, message, deadline)
    return _through_socket(address, message, deadline)


def peer_user(connection: socket.socket) -> int | None:
    """Return the user id at the other end of a socket; None where the system does not tell."""
    if sys.platform == "linux":
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        _, user, _ = struct.unpack("iII", credentials)
        return int(user)
    if sys.platform == "darwin":
        # struct xucred of <sys/ucred.h>: version, user id, groups; SOL_LOCAL 0, LOCAL_PEERCRED 1.
        _, user = struct.unpack("II", connection.getsockopt(0, 1, 76)[:8])
        return int(user)
    return None


def _through_socket(address: Address, message: bytes, deadline: float) -> Delivery:
    if sys.platform == "win32":
        raise NotImplementedError("Windows has named pipes")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            _connect(connection, address, deadline)
            if peer_user(connection) not in (os.geteuid(), None):
                return Delivery.NOBODY
            connection.sendall(message)
            return _verdict(_read_answer(connection, deadline))
        except TimeoutError:
            return Delivery.SILENT
        except OSError:
            return Delivery.NOBODY  # nothing there, a socket left by a crash, or just ending


def _connect(connection: socket.socket, address: Address, deadline: float) -> None:
    """Connect; wait for a place in the queue if it is full."""
    while True:
        try:
            connection.settimeout(_left(deadline))
            return connection.connect(str(address.socket))
        except BlockingIOError as error:  # what Linux says of a full queue
            if time.monotonic() > deadline:
                raise TimeoutError("its queue stays full") from error
            time.sleep(AGAIN_SECONDS)


def _read_answer(connection: socket.socket, deadline: float) -> bytes:
    answer = b""
    while not answer.endswith(b"\n") and len(answer) < len(REFUSED):
        connection.settimeout(_left(deadline))
        piece = connection.recv(len(REFUSED))
        if not piece:
            break
        answer += piece
    return answer


def _verdict(answer: bytes) -> Delivery:
    if answer == TAKEN:
        return Delivery.TAKEN
    # A program that ends closes its connections without a word.
    return Delivery.REFUSED if answer else Delivery.NOBODY


def _left(deadline: float) -> float:
    """Return the seconds left; never 0, which would mean not to wait at all."""
    return max(0.001, deadline - time.monotonic())


def _let_come_to_front() -> None:
    """Pass on this start's right to show a window in front, which Windows gives to few."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1  # ASFW_ANY; nothing tells who listens
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


def _through_pipe(path: str, message: bytes, deadline: float) -> Delivery:
    """Talk to a named pipe as to a file, in a thread, because files know no time limit."""
    answers: list[Delivery] = []
    talk = threading.Thread(target=_talk, args=(path, message, answers), daemon=True)
    talk.start()
    talk.join(_left(deadline))
    return answers[0] if answers else Delivery.SILENT


def _talk(path: str, message: bytes, answers: list[Delivery]) -> None:
    try:
        with open(path, "r+b", buffering=0) as pipe:
            pipe.write(message)
            answer = b""
            with contextlib.suppress(OSError):  # the other end may close before we read the end
                while not answer.endswith(b"\n") and (piece := pipe.read(len(REFUSED))):
                    answer += piece
            answers.append(_verdict(answer))
    except OSError:
        answers.append(Delivery.NOBODY)
