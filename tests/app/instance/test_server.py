"""The server in the test's own event loop; whoever comes is a plain socket."""

import json
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.instance import server as server_module
from app.instance.address import Address
from app.instance.client import REFUSED, TAKEN, Delivery, deliver, hand_over
from app.instance.requests import MAX_BYTES, VERSION, Request, Verb
from app.instance.server import AlreadyRunningError, InstanceError, InstanceServer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the visitors here are Unix sockets")

QUICK = Request(Verb.QUICK)
PATIENCE_MS = 60_000  # a loaded machine takes its time


@pytest.fixture
def address(tmp_path):
    return Address(tmp_path / "run", "test")


@pytest.fixture
def server(qapp, address):
    server = InstanceServer(address)
    server.requests = []
    server.received.connect(server.requests.append)
    server.listen()
    yield server
    server.close()


@pytest.fixture
def visit(server, address, qtbot):
    """Send bytes from a socket and return what came back before the connection ended."""

    def send(message, end=True):
        visitor = socket.socket(socket.AF_UNIX)
        visitor.connect(str(address.socket))
        visitor.setblocking(False)
        rest, answer = memoryview(message), b""

        def exchange():
            nonlocal rest, answer
            try:
                if rest:
                    rest = rest[visitor.send(rest[:65536]) :]
                if not rest and end:
                    visitor.shutdown(socket.SHUT_WR)
                piece = visitor.recv(100)
                answer += piece
                return not piece
            except BlockingIOError:
                return False
            except OSError:  # turned away in the middle of the message
                return True

        qtbot.waitUntil(exchange, timeout=PATIENCE_MS)
        visitor.close()
        return answer

    return send


@pytest.fixture
def elsewhere(qtbot):
    """Do something in another thread while events are served here."""
    with ThreadPoolExecutor(4) as threads:

        def run(task, *arguments):
            future = threads.submit(task, *arguments)
            qtbot.waitUntil(future.done, timeout=PATIENCE_MS)
            return future.result()

        yield run


def test_a_request_arrives(server, address, elsewhere, qtbot):
    request = Request(Verb.OPEN, (Path("/a/letter.txt"), Path("/b/é.md")), "token")
    assert elsewhere(hand_over, request, PATIENCE_MS, address)
    qtbot.waitUntil(lambda: server.requests == [request], timeout=PATIENCE_MS)


def test_the_answer_comes_before_what_the_request_sets_off(server, address, elsewhere, qtbot):
    answered = []

    def check(request):
        answered.append(task.done())

    server.received.connect(check)
    with ThreadPoolExecutor(1) as threads:
        task = threads.submit(deliver, QUICK, PATIENCE_MS, address)
        qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: server.requests == [QUICK], timeout=PATIENCE_MS)
        assert task.result() is Delivery.TAKEN


def test_many_visitors_at_once_are_all_served(server, address, qtbot):
    with ThreadPoolExecutor(100) as threads:
        futures = [threads.submit(deliver, QUICK, PATIENCE_MS, address) for _ in range(100)]
        qtbot.waitUntil(lambda: all(future.done() for future in futures), timeout=PATIENCE_MS)
    assert {future.result() for future in futures} == {Delivery.TAKEN}
    qtbot.waitUntil(lambda: len(server.requests) == 100, timeout=PATIENCE_MS)


def test_a_second_server_at_the_address_is_refused(server, address):
    with pytest.raises(AlreadyRunningError):
        InstanceServer(address).listen()


def test_after_an_end_the_address_is_free(server, address):
    server.close()
    server.close()
    assert deliver(QUICK, 1_000, address) is Delivery.NOBODY
    later = InstanceServer(address)
    later.listen()
    later.close()


def test_a_socket_left_by_a_crash_is_cleared(qapp, address, elsewhere):
    address.prepare()
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(address.socket))
    left.close()
    server = InstanceServer(address)
    server.listen()
    assert elsewhere(deliver, QUICK, PATIENCE_MS, address) is Delivery.TAKEN
    server.close()


def test_a_folder_that_cannot_be_made_is_an_error_with_a_sentence(qapp, tmp_path):
    (tmp_path / "run").write_text("in the way", encoding="utf-8")
    with pytest.raises(InstanceError, match="cannot find this one") as raised:
        InstanceServer(Address(tmp_path / "run", "test")).listen()
    assert not isinstance(raised.value, AlreadyRunningError)


def test_a_path_that_cannot_be_listened_at_gives_the_lock_back(qapp, address):
    address.prepare()
    (address.socket / "in the way").mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(InstanceError) as raised:
            InstanceServer(address).listen()
        assert not isinstance(raised.value, AlreadyRunningError)


def test_another_user_is_turned_away(server, visit, monkeypatch):
    monkeypatch.setattr(server_module, "peer_user", lambda connection: os.geteuid() + 1)
    assert visit(QUICK.to_bytes()) == b""
    assert server.requests == []


def test_a_slow_visitor_is_dismissed_and_holds_up_nobody(server, address, visit, elsewhere, qtbot):
    slow = [socket.socket(socket.AF_UNIX) for _ in range(server_module.MOST_VISITORS - 1)]
    for visitor in slow:
        visitor.connect(str(address.socket))
        visitor.send(b'{"version"')
    assert elsewhere(deliver, QUICK, PATIENCE_MS, address) is Delivery.TAKEN
    qtbot.waitUntil(lambda: not server._visitors, timeout=PATIENCE_MS)
    assert [visitor.recv(10) for visitor in slow] == [b""] * len(slow)
    for visitor in slow:
        visitor.close()


def test_a_message_in_small_pieces_is_understood(server, address, qtbot):
    visitor = socket.socket(socket.AF_UNIX)
    visitor.connect(str(address.socket))
    for byte in QUICK.to_bytes():
        visitor.send(bytes([byte]))
        qtbot.wait(0)
    visitor.setblocking(False)
    qtbot.waitUntil(lambda: server.requests == [QUICK], timeout=PATIENCE_MS)
    assert visitor.recv(10) == TAKEN
    visitor.close()


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"[" * 100_000 + b"\n",
        b"x" * (2 * MAX_BYTES),
        QUICK.to_bytes() + b"more",
        json.dumps({"version": VERSION + 1, "verb": "open"}).encode() + b"\n",
    ],
    ids=["empty", "http", "deep", "long", "more", "version"],
)
def test_what_is_no_request_is_refused(server, visit, message):
    assert visit(message, end=False) in (REFUSED, b"")
    assert server.requests == []


def test_an_older_program_is_told_apart_from_none(server, address, elsewhere, monkeypatch):
    monkeypatch.setattr(Request, "to_bytes", lambda request: b'{"version":99}\n')
    assert elsewhere(deliver, QUICK, PATIENCE_MS, address) is Delivery.REFUSED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=2_000) | st.binary(max_size=200).map(lambda start: start + b"\n"))
def test_no_message_breaks_the_server(server, visit, message):
    server.requests.clear()
    assert visit(message) in (REFUSED, b"")
    assert visit(QUICK.to_bytes(), end=False) == TAKEN
