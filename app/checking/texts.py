"""Whole texts that wait to be corrected ahead of the paragraphs of the editor.

Filled in the GUI thread, emptied in the inference thread. Knows neither.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class TextRequest:
    """Correct one text, whole."""

    text: str
    token: Hashable
    """The asker's own name for it; comes back with the answer."""
    cancel: threading.Event = field(default_factory=threading.Event)
    """Set by the asker who no longer wants the answer."""


class TextQueue:
    """First come, first served; any thread may put, one thread may take."""

    def __init__(self) -> None:
        self._waiting: deque[TextRequest] = deque()

    def put(self, request: TextRequest) -> None:
        """Let a text wait."""
        self._waiting.append(request)

    def take(self) -> TextRequest | None:
        """Return the next text that is still wanted, or None."""
        while self._waiting:
            request = self._waiting.popleft()
            if not request.cancel.is_set():
                return request
        return None
