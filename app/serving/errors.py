"""Errors of serving other programs; each message is a sentence for whoever reads it there.

ServingError
├─ PortError          the address cannot be listened on
├─ EngineClosedError  the program is ending
├─ ServerBusyError    more is asked than can be queued
└─ RequestError       the request is wrong; carries the HTTP status
"""

from __future__ import annotations


class ServingError(Exception):
    """Base of everything that serving raises on purpose."""


class PortError(ServingError):
    """The address cannot be listened on; the message says what to do."""


class EngineClosedError(ServingError):
    """The program is ending; nothing is checked any more."""


class ServerBusyError(ServingError):
    """The queue is full, or the time was over before the work began."""


class RequestError(ServingError):
    """A request that cannot be answered as it stands.

    Args:
        message: a sentence for the person whose program asked.
        status: of HTTP.
    """

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
