"""Remember what was proposed for each sentence.

Knows sentences and edits, nothing of blocks or threads. Edits count from the
start of their sentence, so text that merely moves costs nothing.
"""

from __future__ import annotations

from collections import OrderedDict

from model.edits import Edit

CAPACITY = 20_000
"""Sentences. A 200,000-word document has some 12,000; an entry takes about 400 bytes."""


class SentenceCache:
    """Least recently used sentences go first.

    Belongs to one thread and one configuration of the engine: whoever changes
    the model or its options clears it.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        if capacity < 1:
            raise ValueError(f"a cache needs room for at least one sentence, not {capacity}")
        self._capacity = capacity
        self._entries: OrderedDict[str, tuple[Edit, ...]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, sentence: str) -> tuple[Edit, ...] | None:
        """Return the edits of a sentence, or None if it is not known."""
        edits = self._entries.get(sentence)
        if edits is not None:
            self._entries.move_to_end(sentence)
        return edits

    def put(self, sentence: str, edits: tuple[Edit, ...]) -> None:
        """Remember the edits of a sentence."""
        self._entries[sentence] = edits
        self._entries.move_to_end(sentence)
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
