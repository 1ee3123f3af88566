import io
import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.packaging import servers
from assets.packaging.errors import BuildError
from assets.packaging.servers import ask_lsp, ask_serve, framed, read_message

TEXT = "I has a small dog."
SERVE = """
import http.server, json, signal, sys, threading, urllib.parse

class Answer(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        asked = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(200)
        self.end_headers()
        found = [{}] * asked["text"][0].count("has")
        self.wfile.write(json.dumps({"matches": found}).encode())

server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[3])), Answer)
signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
server.serve_forever()
sys.exit(ENDING)
"""
LSP = """
import sys
from assets.packaging.servers import framed, read_message

def say(**message):
    sys.stdout.buffer.write(framed(message))
    sys.stdout.buffer.flush()

while (message := read_message(sys.stdin.buffer)).get("method") != "exit":
    if message.get("method") == "initialize":
        say(id=1, result={})
    elif message.get("method") == "textDocument/didOpen":
        say(method="window/logMessage", params={})
        say(method="client/registerCapability", id=1, params={})
        assert read_message(sys.stdin.buffer)["result"] is None
        say(method="textDocument/publishDiagnostics", params={"diagnostics": [{}, {}]})
    elif message.get("method") == "shutdown":
        say(id=2, result=None)
sys.exit(ENDING)
"""


@pytest.fixture
def command(tmp_path):
    def write(source, ending=0):
        path = tmp_path / "program.py"
        path.write_text(source.replace("ENDING", str(ending)), encoding="utf-8")
        return [sys.executable, str(path)]

    return write


@pytest.fixture
def environment():
    return {**os.environ, "PYTHONPATH": os.getcwd()}


def test_the_matches_of_the_http_server_are_counted(command, environment):
    assert ask_serve(command(SERVE), environment, TEXT) == 1


@pytest.mark.skipif(os.name == "nt", reason="no program ends politely there")
def test_a_server_that_ends_with_an_error_is_refused(command, environment):
    with pytest.raises(BuildError, match="ended with code 3"):
        ask_serve(command(SERVE, ending=3), environment, TEXT)


def test_a_server_that_never_starts_is_not_waited_for(command, environment):
    with pytest.raises(BuildError, match="does not answer"):
        ask_serve(command("raise SystemExit(1)"), environment, TEXT)


def test_the_diagnostics_of_the_language_server_are_counted(command, environment):
    assert ask_lsp(command(LSP), environment, TEXT) == 2


def test_a_language_server_that_ends_with_an_error_is_refused(command, environment):
    with pytest.raises(BuildError, match="ended with code 3"):
        ask_lsp(command(LSP, ending=3), environment, TEXT)


def test_a_language_server_that_breaks_off_is_refused(command, environment):
    broken = (
        "import sys; sys.stdin.buffer.readline(); print('Content-Length: 9\\r\\n\\r\\n{', end='')"
    )
    with pytest.raises(BuildError, match="in the middle"):
        ask_lsp(command(broken), environment, TEXT)


def test_a_language_server_that_is_silent_is_not_waited_for_ever(command, environment, monkeypatch):
    monkeypatch.setattr(servers, "PATIENCE", 0.5)
    with pytest.raises(BuildError, match="in the middle"):
        ask_lsp(command("import sys; sys.stdin.read()"), environment, TEXT)


@given(st.lists(st.dictionaries(st.text(), st.text()), max_size=4))
def test_messages_come_out_as_they_went_in(messages):
    stream = io.BytesIO(b"".join(map(framed, messages)))
    assert [read_message(stream) for _ in messages] == json.loads(json.dumps(messages))
