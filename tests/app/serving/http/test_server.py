import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest

from app.serving import engine
from app.serving.errors import PortError
from app.serving.http import connection as connection_module
from app.serving.http.server import listen
from tests.app.serving.stand_ins import WordCorrector, running_server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def server(tmp_path):
    with running_server(tmp_path) as running:
        yield running


def ask(port, method="POST", path="/v2/check", host="127.0.0.1", headers=FORM, **parameters):
    connection = http.client.HTTPConnection(host, port, timeout=60)
    try:
        connection.request(method, path, urlencode(parameters), headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_both_loopback_addresses_answer(server, host):
    if host == "::1" and len(addresses(server.port)) == 1:
        pytest.skip("this machine has no IPv6")
    status, body = ask(server.port, host=host, text="I go.", language="en")
    assert status == 200
    assert [match["offset"] for match in json.loads(body)["matches"]] == [2]


def addresses(port):
    """Return the loopback addresses of this machine on which nothing else could listen."""
    found = []
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family) as probe:
                probe.bind((host, 0))
                found.append(host)
        except OSError:
            continue
    return found


def test_nothing_listens_beyond_the_loopback_addresses():
    sockets = listen(0)
    try:
        assert {each.getsockname()[0] for each in sockets} <= {"127.0.0.1", "::1"}
        assert len({each.getsockname()[1] for each in sockets}) == 1
    finally:
        for each in sockets:
            each.close()


def test_a_taken_port_is_named_together_with_a_way_out():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortError, match=f"Port {port} is taken.*--port"):
            listen(port)


def test_a_request_under_another_name_is_refused(server):
    status, body = ask(server.port, "GET", "/v2/info", headers={"Host": "evil.example"})
    assert (status, body[:7]) == (403, "Error: ")


def test_a_page_cannot_add_words(server):
    headers = FORM | {"Origin": "https://evil.example"}
    status, _ = ask(server.port, path="/v2/words/add", headers=headers, word="evil")
    assert status == 403
    assert not server.dictionary.exists()


def test_a_large_body_is_refused_in_the_form_of_the_protocol(server):
    status, body = ask(server.port, text="x" * 200_001, language="en")
    assert (status, body[:7]) == (413, "Error: ")


@pytest.mark.parametrize("chunked", [False, True])
def test_a_client_that_sends_far_too_much_gets_to_read_why(server, chunked):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    piece = b"x" * 65_536
    connection.request(
        "POST",
        "/v2/check",
        iter([piece] * 48),
        FORM if chunked else FORM | {"Content-Length": str(48 * len(piece))},
        encode_chunked=chunked,
    )
    answer = connection.getresponse()
    assert (answer.status, answer.read()[:7]) == (413, b"Error: ")
    connection.close()


def test_one_connection_carries_several_requests(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for _ in range(3):
        connection.request("GET", "/v2/check?text=I+go.&language=en")
        assert len(json.loads(connection.getresponse().read())["matches"]) == 1
    connection.close()


def test_what_is_no_http_is_refused(server):
    with socket.create_connection(("127.0.0.1", server.port), 60) as plain:
        plain.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        answer = all_of(plain)
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"\r\n\r\nError: This is no HTTP request" in answer


def all_of(plain):
    """Return all that comes before the server ends the connection."""
    return b"".join(iter(lambda: plain.recv(4096), b""))


CHUNKED = b"POST /v2/check HTTP/1.1\r\nHost: %s\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(("host", "status"), [(b"localhost", b"400"), (b"evil.example", b"403")])
def test_a_body_that_breaks_off_into_nonsense_ends_the_connection(server, caplog, host, status):
    with socket.create_connection(("127.0.0.1", server.port), 60) as plain:
        plain.sendall(CHUNKED % host)
        answer = plain.recv(4096) if status == b"403" else b""  # refused before its body comes
        plain.sendall(b"no chunk\r\n\r\n")
        answer += all_of(plain)
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert b"Error: " in answer
    assert caplog.text == ""


@pytest.mark.parametrize("host", [b"localhost", b"evil.example"])
def test_a_request_that_comes_together_with_its_nonsense_is_refused_once(server, caplog, host):
    with socket.create_connection(("127.0.0.1", server.port), 60) as plain:
        plain.sendall(CHUNKED % host + b"no chunk\r\n\r\n")
        answer = all_of(plain)
    assert answer.startswith(b"HTTP/1.1 400")
    assert answer.count(b"Error: ") == 1
    assert ask(server.port, "GET", "/v2/healthcheck")[0] == 200
    assert caplog.text == ""


@pytest.mark.parametrize(
    "sent", [b"", b"GET /v2/in", b"GET /v2/info HTTP/1.1\r\nHost: localhost\r\n"]
)
def test_a_connection_that_never_finishes_its_request_is_ended(tmp_path, monkeypatch, sent):
    monkeypatch.setattr(connection_module, "PATIENCE_S", 0.01)
    with (
        running_server(tmp_path) as server,
        socket.create_connection(("127.0.0.1", server.port), 60) as plain,
    ):
        plain.sendall(sent)
        assert all_of(plain) == b""


def test_a_long_check_outlasts_the_patience_for_headers(tmp_path, monkeypatch):
    monkeypatch.setattr(connection_module, "PATIENCE_S", 0.01)
    slow = WordCorrector(record=lambda sentence: time.sleep(0.1))
    with running_server(tmp_path, slow) as server:
        status, body = ask(server.port, text="I go.", language="en")
    assert status == 200
    assert len(json.loads(body)["matches"]) == 1


def test_too_many_connections_are_refused_in_the_form_of_the_protocol(server, monkeypatch):
    monkeypatch.setattr(connection_module, "MOST_CONNECTIONS", 1)
    with socket.create_connection(("127.0.0.1", server.port), 60) as idle:
        idle.sendall(b"GET /v2/healthcheck HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert idle.recv(4096).startswith(b"HTTP/1.1 200")
        status, body = ask(server.port, "GET", "/v2/healthcheck")
    assert (status, body[:7]) == (503, "Error: ")


def test_a_check_that_takes_too_long_is_cut_short(tmp_path, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(engine, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def read(sentence):
        now[0] += 99.0 if "forever" in sentence else 0.1

    with running_server(tmp_path, WordCorrector(record=read), time_limit_s=30.0) as server:
        status, body = ask(server.port, text="I go. This takes forever.", language="en")
    answer = json.loads(body)
    assert status == 200
    assert answer["warnings"]["incompleteResults"]
    assert len(answer["matches"]) == 1


def test_a_check_nobody_waits_for_is_stopped(tmp_path):
    begun = threading.Event()
    corrector = WordCorrector(record=lambda sentence: begun.set())
    with running_server(tmp_path, corrector, time_limit_s=600.0) as server:
        with socket.create_connection(("127.0.0.1", server.port), 60) as hasty:
            hasty.sendall(
                b"GET /v2/check?text=This+takes+forever.&language=en HTTP/1.1\r\n"
                b"Host: localhost\r\n\r\n"
            )
            assert begun.wait(60)
        status, _ = ask(server.port, text="I go.", language="en")
    assert status == 200


def test_a_full_queue_answers_503_in_the_form_of_the_protocol(tmp_path):
    with running_server(tmp_path, WordCorrector(), queue_limit=0) as server:
        status, body = ask(server.port, text="I go.", language="en")
    assert (status, body[:7]) == (503, "Error: ")


def free_port():
    sockets = listen(0)
    port = sockets[0].getsockname()[1]
    for each in sockets:
        each.close()
    return port


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_serves_with_the_shipped_model_and_ends_cleanly(tmp_path, number):
    port = free_port()
    command = [sys.executable, "-m", "tests.app.serving.serve_program", "serve"]
    options = ["--port", str(port), "--dictionary", str(tmp_path / "words.txt")]
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as program:
        assert f"http://127.0.0.1:{port}/v2" in program.stdout.readline().decode()
        status, body = ask(port, text="I like it. 😀 I recieve a letter.", language="en-US")
        program.send_signal(number)
        _, errors = program.communicate(timeout=60)
    assert status == 200
    assert "matches" in json.loads(body)
    assert program.returncode == 0
    assert errors.decode() == "Copyedge has stopped serving.\n"
