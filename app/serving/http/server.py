"""Listen on this machine, run the application, end when asked to.

Knows uvicorn (besides :mod:`connection`) and sockets. There is no way to listen on
another address than 127.0.0.1 and ::1.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from app.serving.engine import EnginePool
from app.serving.errors import PortError
from app.serving.http.api import Api
from app.serving.http.application import Application
from app.serving.http.connection import Connection
from app.serving.http.gate import Gate, normalised
from app.serving.words import LiveDictionary

if TYPE_CHECKING:
    from app.command_line.console import Console

_BACKLOG = 128
_LONGEST_ADDRESS = 128 * 1024  # bytes of a request's line and headers: GET puts the text there
_END_S = 3  # time that requests get to finish once the program is asked to end
_NOT_HERE = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT)

_READY = """\
Copyedge serves programs on this machine at http://127.0.0.1:{port}/v2 (stop with Ctrl-C).

LibreOffice   Tools > Options > Languages and Locales > LanguageTool Server:
              Enable LanguageTool; Base URL http://127.0.0.1:{port}/v2; no user name, no key
Firefox       the LanguageTool extension: Settings > Advanced settings >
and Chrome    LanguageTool server > {choice}
              {extensions}
Others        LanguageTool server http://127.0.0.1:{port}
"""
_OWN_PORT = "Local server (localhost)"
_OTHER_PORT = "Other server: http://localhost:{port}/v2"
_EXTENSIONS_ON = "Browser extensions may connect."
_EXTENSIONS_OFF = "Browser extensions are refused: start 'copyedge serve --allow-extensions'."
_PORT_OF_CLIENTS = 8081  # what "Local server" means to the extensions


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How to serve."""

    port: int
    origins: frozenset[str] = frozenset()
    """Origins that may ask, besides programs that have none."""
    extensions: bool = False
    """Whether any browser extension may ask."""
    time_limit_s: float = 30.0
    level: float = 0.5


class Server(uvicorn.Server):
    """Ends at the first signal without passing it on; a second one does not wait."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ask the server to end."""
        self.force_exit = self.should_exit
        self.should_exit = True


def listen(port: int) -> list[socket.socket]:
    """Return sockets that listen on the loopback addresses.

    Args:
        port: 0 for one that is free.

    Raises:
        PortError: if the port cannot be had.
    """
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    assert first is not None
    try:
        second = _bound(socket.AF_INET6, "::1", first.getsockname()[1])
    except PortError:
        first.close()
        raise
    return [first] if second is None else [first, second]


def create_server(
    sockets: Sequence[socket.socket], pool: EnginePool, dictionary: Path, options: ServeOptions
) -> Server:
    """Return a server that is not running yet.

    Args:
        sockets: as :func:`listen` returns them.
        pool: checks the texts; the caller closes it.
        dictionary: file of the writer's words.
        options: the port is that of ``sockets``.
    """
    port: int = sockets[0].getsockname()[1]
    gate = Gate(port, normalised(options.origins), options.extensions)
    api = Api(pool, LiveDictionary(dictionary), options.level, options.time_limit_s)
    config = uvicorn.Config(
        Application(api, gate),
        http=Connection,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=_BACKLOG,
        h11_max_incomplete_event_size=_LONGEST_ADDRESS,
        timeout_graceful_shutdown=_END_S,
    )
    return Server(config)


def serve(
    sockets: list[socket.socket],
    pool: EnginePool,
    dictionary: Path,
    options: ServeOptions,
    console: Console,
) -> None:
    """Serve until SIGINT or SIGTERM."""
    server = create_server(sockets, pool, dictionary, options)
    console.stdout.write(_greeting(options).encode("utf-8"))
    console.stdout.flush()
    asyncio.run(server.serve(sockets=sockets))
    console.stderr.write("Copyedge has stopped serving.\n")


def _greeting(options: ServeOptions) -> str:
    own = options.port == _PORT_OF_CLIENTS
    return _READY.format(
        port=options.port,
        choice=_OWN_PORT if own else _OTHER_PORT.format(port=options.port),
        extensions=_EXTENSIONS_ON if options.extensions else _EXTENSIONS_OFF,
    )


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket | None:
    """Return a bound socket; None if this machine does not know the address.

    Raises:
        PortError: if the port cannot be had.
    """
    try:
        bound = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return None
    try:
        _make_exclusive(bound)
        if family is socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind((host, port))
        bound.listen(_BACKLOG)
    except OSError as error:
        bound.close()
        if family is socket.AF_INET6 and error.errno in _NOT_HERE:
            return None
        raise PortError(_refused(port, error)) from error
    bound.setblocking(False)
    return bound


def _make_exclusive(bound: socket.socket) -> None:
    """Let no other program share the port; on Unix take it again right after a stop."""
    if sys.platform == "win32":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def _refused(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else port - 1
        return (
            f"Port {port} is taken by another program, perhaps a LanguageTool server or another "
            "'copyedge serve'. Stop that one, or choose another port: "
            f"copyedge serve --port {other}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is not for ordinary programs. Choose one from 1024 up: --port 8081"
    return f"Port {port} cannot be listened on ({error.strerror}). Choose another: --port 8082"
