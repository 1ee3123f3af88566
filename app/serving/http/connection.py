"""One connection to the server, before and beside the requests that the application gets.

What is no HTTP, too many connections, and clients that never finish a sentence:
refused here, in the form of the protocol. Knows uvicorn's inside as far as it has
names for these things; no parameters, no texts.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from app.serving.errors import RequestError
from app.serving.http.api import Answer
from app.serving.http.application import Message, Receive, Send, send_answer

MOST_CONNECTIONS = 512  # idle ones included; the application itself takes far fewer requests
PATIENCE_S = (
    20.0  # for a request's line and headers; programs on the same machine take milliseconds
)

_NO_HTTP = "Error: This is no HTTP request that can be understood."
_TOO_MANY = "Too many connections at the same time. Try again in a moment."


class Connection(H11Protocol):
    """Uvicorn's connection with answers of ours and limits of ours."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            self.app = _refuse
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        if self._patience is not None:
            self._patience.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        super().on_response_complete()
        self._wait()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP; in the middle of another answer only end the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            super().send_400_response(_NO_HTTP)
        else:
            self.transport.close()
        # The request that it followed on gets no answer any more; its task may not have begun.
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None:
            cycle.disconnected = True
            cycle.message_event.set()

    def _wait(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
        self._patience = self.loop.call_later(PATIENCE_S, self._lose_patience)

    def _lose_patience(self) -> None:
        """End a connection that has sent no whole request; one that is answered may go on."""
        # Uvicorn declares a cycle from the start, but has none before the first request.
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete:
            self.transport.close()


async def _refuse(scope: Message, receive: Receive, send: Send) -> None:
    """Answer in the place of the application."""
    await send_answer(Answer.of_error(RequestError(_TOO_MANY, 503)), None, send)
