import contextlib
import errno
import os
import socket
import threading

import pytest

from app.instance import client
from app.instance.address import Address
from app.instance.client import Delivery, deliver, hand_over, peer_user
from app.instance.requests import Request, Verb

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the servers here are Unix sockets")

SHOW = Request(Verb.SHOW)


@pytest.fixture
def address(tmp_path):
    address = Address(tmp_path / "run", "test")
    address.prepare()
    return address


@pytest.fixture
def listener(address):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address.socket))
        listener.listen(1)
        yield listener


def answer(listener, word):
    """Take one message and answer it, in another thread."""

    def take():
        connection, _ = listener.accept()
        with connection:
            connection.recv(10_000)
            with contextlib.suppress(
                ConnectionError
            ):  # one that asked may hang up on too long a word
                connection.sendall(word)

    thread = threading.Thread(target=take)
    thread.start()
    return thread


@pytest.mark.parametrize(
    ("word", "delivery"),
    [
        (b"taken\n", Delivery.TAKEN),
        (b"refused\n", Delivery.REFUSED),
        (b"what?\n", Delivery.REFUSED),
        (b"x" * 100_000, Delivery.REFUSED),
        (b"", Delivery.NOBODY),
    ],
)
def test_the_answer_tells_what_became_of_it(address, listener, word, delivery):
    thread = answer(listener, word)
    assert deliver(SHOW, 60_000, address) is delivery
    listener.close()
    thread.join()


def test_nothing_there_is_nobody(address):
    assert deliver(SHOW, 60_000, address) is Delivery.NOBODY
    assert not hand_over(SHOW, 60_000, address)


def test_a_socket_without_a_listener_is_nobody(address):
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(address.socket))
    assert deliver(SHOW, 60_000, address) is Delivery.NOBODY


def test_one_that_does_not_answer_is_silent(address, listener):
    assert deliver(SHOW, 30, address) is Delivery.SILENT


def test_a_full_queue_is_silence_and_not_absence(address, listener):
    waiting = []
    full = 0
    while full != errno.EAGAIN:
        visitor = socket.socket(socket.AF_UNIX)
        waiting.append(visitor)
        visitor.setblocking(False)
        full = visitor.connect_ex(str(address.socket))
    assert deliver(SHOW, 30, address) is Delivery.SILENT
    for visitor in waiting:
        visitor.close()


def test_a_folder_that_others_may_enter_is_not_trusted(address, listener):
    address.folder.chmod(0o755)
    assert deliver(SHOW, 60_000, address) is Delivery.NOBODY


def test_another_users_program_gets_nothing(address, listener, monkeypatch):
    monkeypatch.setattr(client, "peer_user", lambda connection: os.geteuid() + 1)
    assert deliver(SHOW, 60_000, address) is Delivery.NOBODY
    connection, _ = listener.accept()
    with connection:
        assert connection.recv(100) == b""


def test_the_system_tells_who_is_at_the_other_end():
    left, right = socket.socketpair(socket.AF_UNIX)
    with left, right:
        assert peer_user(left) == os.geteuid()


@pytest.mark.parametrize(
    ("word", "delivery"),
    [(b"taken\n", Delivery.TAKEN), (b"refused\n", Delivery.REFUSED), (b"", Delivery.NOBODY)],
)
def test_a_pipe_is_talked_to_as_a_file(tmp_path, word, delivery):
    # A file answers like a pipe here: what is read stands behind what is written.
    pipe = tmp_path / "pipe"
    pipe.write_bytes(b" " * len(SHOW.to_bytes()) + word)
    assert (
        client._through_pipe(str(pipe), SHOW.to_bytes(), client.time.monotonic() + 10) is delivery
    )


def test_no_pipe_is_nobody(tmp_path):
    missing = str(tmp_path / "pipe")
    assert client._through_pipe(missing, b"x\n", client.time.monotonic() + 10) is Delivery.NOBODY


def test_a_pipe_that_does_not_answer_is_silent(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # Opened for reading and writing at once, the pipe hands back what was written, then waits.
    assert client._through_pipe(str(pipe), b"", client.time.monotonic() + 0.05) is Delivery.SILENT
    with pipe.open("wb") as end:
        end.write(b"x\n")
