"""The ASGI application: let in, read within limits, answer, never fall over.

Stands between the HTTP library and the API. Knows neither texts nor engines.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from app.serving.errors import RequestError
from app.serving.http.api import Answer, Api, Request
from app.serving.http.gate import Gate

LOGGER = logging.getLogger(__name__)

# The longest text may take nine bytes for one UTF-16 unit in a form.
MAX_BODY = 2 * 1024 * 1024
MOST_UNWANTED = 16 * 1024 * 1024
"""Bytes of a too large body that are read and dropped: a client that is still sending when
the connection ends never gets to read why."""
BODY_TIMEOUT_S = 20.0  # programs on the same machine take milliseconds
MAX_REQUESTS = 64  # at the same time; each may hold a body

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_TOO_LARGE = f"The request is larger than {MAX_BODY} bytes. Please submit a shorter text."


class _ClientGoneError(Exception):
    """Nobody waits for the answer."""


class Application:
    """Answers HTTP requests by way of an API.

    Args:
        api: knows the answers.
        gate: knows who may ask.
        max_requests: at the same time; more are refused.
    """

    def __init__(self, api: Api, gate: Gate, max_requests: int = MAX_REQUESTS) -> None:
        self._api = api
        self._gate = gate
        self._max_requests = max_requests
        self._active = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http":
            return
        headers = _headers(scope)
        origin: str | None = None
        self._active += 1
        try:
            origin = self._gate.check(headers)
            answer = await self._answer(scope, headers, receive)
        except RequestError as error:
            answer = Answer.of_error(error)
        except _ClientGoneError:
            return
        except Exception:
            LOGGER.exception("a request could not be answered")
            answer = Answer.of_error(RequestError("Something went wrong in Copyedge.", 500))
        finally:
            self._active -= 1
        await send_answer(answer, origin, send)

    async def _answer(self, scope: Message, headers: dict[str, str], receive: Receive) -> Answer:
        if self._active > self._max_requests:
            raise RequestError("Too many requests at the same time. Try again in a moment.", 503)
        method: str = scope["method"]
        if method == "OPTIONS" and "access-control-request-method" in headers:
            return Answer(204, b"")
        request = Request(
            method,
            scope["path"],
            scope["query_string"],
            await _body(headers, receive),
            headers.get("content-type", ""),
        )
        return await _unless_gone(self._api.answer(request), receive)


def _headers(scope: Message) -> dict[str, str]:
    """Return the headers; of several with one name, joined as HTTP allows."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


async def _body(headers: dict[str, str], receive: Receive) -> bytes:
    """Read the body.

    Raises:
        RequestError: if it is too large or does not come.
    """
    length = headers.get("content-length", "0")
    announced = int(length) if length.isdigit() and len(length) <= 15 else MOST_UNWANTED + 1
    waits = "expect" in headers  # the client sends nothing before it is told to
    if announced > (MAX_BODY if waits else MOST_UNWANTED):
        raise RequestError(_TOO_LARGE, 413)
    try:
        async with asyncio.timeout(BODY_TIMEOUT_S):
            return await _read(receive)
    except TimeoutError as error:
        raise RequestError("The request did not arrive completely.", 408) from error


async def _read(receive: Receive) -> bytes:
    body = bytearray()
    length = 0
    while length <= MOST_UNWANTED:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _ClientGoneError
        piece = message.get("body", b"")
        length += len(piece)
        if length <= MAX_BODY:
            body += piece
        else:
            body.clear()
        if not message.get("more_body", False):
            break
    if length > MAX_BODY:
        raise RequestError(_TOO_LARGE, 413)
    return bytes(body)


async def _unless_gone(answering: Awaitable[Answer], receive: Receive) -> Answer:
    """Return the answer, or stop the work when the client goes away.

    Raises:
        RequestError: as the work does.
    """
    work = asyncio.ensure_future(answering)
    gone = asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait((work, gone), return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            return work.result()
        raise _ClientGoneError
    finally:
        for task in (work, gone):
            task.cancel()
        await asyncio.gather(work, gone, return_exceptions=True)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def send_answer(answer: Answer, origin: str | None, send: Send) -> None:
    """Send an answer.

    Args:
        answer: what to send.
        origin: who may read it besides programs that have none.
        send: as ASGI gives it.
    """
    headers = [
        (b"content-type", answer.content_type.encode("latin-1")),
        (b"content-length", str(len(answer.body)).encode("latin-1")),
        (b"x-content-type-options", b"nosniff"),
        (b"cache-control", b"no-store"),
    ]
    if answer.status in (408, 413):
        headers.append((b"connection", b"close"))  # the rest of the body is not read
    if origin is not None:
        headers += [
            (b"access-control-allow-origin", origin.encode("latin-1")),
            (b"access-control-allow-methods", b"GET, POST, OPTIONS"),
            (b"access-control-allow-headers", b"Content-Type, Accept"),
            (b"access-control-allow-private-network", b"true"),
            (b"vary", b"Origin"),
        ]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
