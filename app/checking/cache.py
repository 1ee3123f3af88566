"""Remember what was proposed for each sentence.

Knows sentences and edits, nothing of blocks or threads. Edits count from the
start of their sentence, so text that merely moves costs nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from model.edits import Correction, Sentence

CAPACITY = 20_000
"""Sentences. A 200,000-word document has some 12,000; an entry takes about 600 bytes."""


class SentenceCache:
    """Least recently used sentences go first.

    Belongs to one thread and one configuration of the engine: whoever changes
    the model or its options clears it.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        if capacity < 1:
            raise ValueError(f"a cache needs room for at least one sentence, not {capacity}")
        self._capacity = capacity
        self._entries: OrderedDict[str, Correction] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: str, sentence: Sentence) -> Correction | None:
        """Return what was proposed for a sentence, in its present place; None if it is not known.

        Args:
            key: the text of the sentence, with whatever else the answer hangs on.
            sentence: where it stands now.
        """
        known = self._entries.get(key)
        if known is None:
            return None
        self._entries.move_to_end(key)
        return replace(known, sentence=sentence)

    def put(self, key: str, correction: Correction) -> None:
        """Remember what was proposed for a sentence."""
        self._entries[key] = correction
        self._entries.move_to_end(key)
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
