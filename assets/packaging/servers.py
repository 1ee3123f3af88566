"""Ask the two servers of an installed program one question each, as other programs would.

Over a loopback port (``copyedge serve``) and over standard streams (``copyedge
lsp``). Which mistakes the weights find is not looked at; that answers come, is.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from typing import IO, Any

from assets.packaging.errors import BuildError

PATIENCE = 120.0
"""Seconds for an answer on a loaded machine."""
BETWEEN_TRIES = 0.1
"""Seconds between two tries to connect to a server that is still loading."""


def ask_serve(command: Sequence[str], environment: Mapping[str, str], text: str) -> int:
    """Start ``copyedge serve``, have a text checked, end it; return how many matches it found.

    Args:
        command: what starts the program, without the verb.
        environment: for it.
        text: to be checked.

    Raises:
        BuildError: if it does not answer, or does not end well.
    """
    port = free_port()
    server = subprocess.Popen(
        [*command, "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    try:
        found = _check(server, port, text)
        server.terminate()
        code = server.wait(PATIENCE)
    finally:
        if server.poll() is None:
            server.kill()
        printed = server.communicate()[1]
    # Windows has no polite way to end a program without a window.
    if code and os.name != "nt":
        raise BuildError(f"copyedge serve ended with code {code}:\n{printed}")
    return found


def free_port() -> int:
    """Return a port of this computer that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _check(server: subprocess.Popen[str], port: int, text: str) -> int:
    asked = urllib.parse.urlencode({"language": "en-US", "text": text}).encode("ascii")
    # Without the proxy that the environment may name: the server is on this computer.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    stop = time.monotonic() + PATIENCE
    while True:
        try:
            with opener.open(f"http://127.0.0.1:{port}/v2/check", asked, PATIENCE) as answer:
                return len(json.load(answer)["matches"])
        except (urllib.error.URLError, ConnectionError) as error:
            if server.poll() is not None or time.monotonic() > stop:
                raise BuildError(f"copyedge serve does not answer: {error}") from error
            time.sleep(BETWEEN_TRIES)


def ask_lsp(command: Sequence[str], environment: Mapping[str, str], text: str) -> int:
    """Start ``copyedge lsp``, show it a text, end it; return how many mistakes it reported.

    Args:
        command: what starts the program, without the verb.
        environment: for it.
        text: to be checked.

    Raises:
        BuildError: if it does not answer, or does not end well.
    """
    server = subprocess.Popen(
        [*command, "lsp"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    # Reading waits for ever; a server that is killed ends it.
    watchdog = threading.Timer(PATIENCE, server.kill)
    watchdog.start()
    try:
        assert server.stdin is not None
        assert server.stdout is not None
        found = _converse(server.stdin, server.stdout, text)
        server.stdin.close()
        code = server.wait(PATIENCE)
    finally:
        watchdog.cancel()
        if server.poll() is None:
            server.kill()
            server.wait()
        for stream in (server.stdin, server.stdout):
            if stream is not None:
                stream.close()
    if code:
        raise BuildError(f"copyedge lsp ended with code {code}.")
    return found


def _converse(to_server: IO[bytes], from_server: IO[bytes], text: str) -> int:
    """Say what an editor says that opens one document; return how many mistakes it is told."""

    def say(method: str, parameters: Mapping[str, Any] | None, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": parameters}
        to_server.write(framed(message if number is None else {**message, "id": number}))
        to_server.flush()

    def hear(number: int | None = None, method: str | None = None) -> dict[str, Any]:
        while True:
            message = read_message(from_server)
            if "method" in message and "id" in message:  # it asks; an editor has to answer
                answer = {"jsonrpc": "2.0", "id": message["id"], "result": None}
                to_server.write(framed(answer))
                to_server.flush()
            elif message.get("method") == method and message.get("id") == number:
                return message

    say("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    hear(1)
    say("initialized", {})
    document = {"uri": "file:///letter.txt", "languageId": "plaintext", "version": 1, "text": text}
    say("textDocument/didOpen", {"textDocument": document})
    found = len(hear(method="textDocument/publishDiagnostics")["params"]["diagnostics"])
    say("shutdown", None, 2)
    hear(2)
    say("exit", None)
    return found


def framed(message: Mapping[str, Any]) -> bytes:
    """Return a message as it goes over a stream: its length, an empty line, itself."""
    content = json.dumps(message).encode("utf-8")
    return b"Content-Length: %d\r\n\r\n" % len(content) + content


def read_message(stream: IO[bytes]) -> dict[str, Any]:
    """Return the next message of a stream.

    Raises:
        BuildError: if the stream ends before or in it.
    """
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    content = stream.read(length)
    if not length or len(content) < length:
        raise BuildError("copyedge lsp ended in the middle of the conversation.")
    message: dict[str, Any] = json.loads(content)
    return message
