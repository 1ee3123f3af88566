"""Apply one operation to one word and see the sentence."""

from __future__ import annotations

import random

from training.noise.draft import Draft
from training.noise.rules import Operation


def outcomes(operation: Operation, text: str, word: str, tries: int = 60) -> set[str]:
    """Return the sentences that come out; the clean one where the operation refused."""
    found = set()
    for seed in range(tries):
        draft = Draft(text)
        operation.damage(draft, draft.lowered.index(word), random.Random(seed))
        found.add(draft.damaged())
    return found
