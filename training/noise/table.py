"""Statistics of human errors, as the noise generator uses them.

A value that is counted by :mod:`training.noise.estimate` and kept as JSON outside
the repository, since it holds words of the corpora. Counts nothing itself.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FORMAT = 1
MOST_ERRORS = 12
"""Sentences with more errors are counted as having so many."""
BUCKETS = (4, 8, 12, 16, 20, 25, 30, 40)
"""Upper limits, in words, of the length classes; longer sentences form one more."""

Counts = dict[str, int]


class NoiseTableError(Exception):
    """The table of error statistics is missing or unusable."""


@dataclass(slots=True, kw_only=True)
class NoiseTable:
    """Counts over the human pairs, and word lists learnt from clean text."""

    types: dict[str, float]
    """Error type -> its count among human errors."""
    weights: dict[str, float] = field(default_factory=dict)
    """Error type -> weight of drawing it, so that the made types come out like ``types``."""
    errors_by_length: list[list[int]]
    """Length class -> how many erroneous sentences had 1, 2, ... errors."""
    clean_share: float
    """Share of human sentences without an error."""
    replacements: dict[str, dict[str, Counts]]
    """Type -> right word -> wrong words."""
    missing: dict[str, Counts]
    """Type -> word that was left out."""
    unneeded_before: dict[str, dict[str, Counts]]
    """Type -> next word -> words put in before it."""
    unneeded_after: dict[str, dict[str, Counts]]
    """Type -> word before -> words put in after it."""
    swaps: Counts
    """Two right words, joined by a space, that were exchanged."""
    misspellings: dict[str, Counts]
    """Right word -> misspellings, from the human pairs and the lists."""
    words: Counts
    """Known words and how often clean text holds them."""
    verbs: list[str]
    plurals: dict[str, str]

    @classmethod
    def from_file(cls, path: Path) -> NoiseTable:
        """Read a table.

        Raises:
            NoiseTableError: if it is missing, damaged, or of another format.
        """
        advice = "Make it with: python -m training.noise.estimate --data DIR --out FILE"
        if not path.is_file():
            raise NoiseTableError(f"There is no noise table {path}. {advice}")
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if content.pop("format") != FORMAT:
                raise NoiseTableError(f"{path} has another format. {advice}")
            return cls(**content)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NoiseTableError(f"{path} is not a noise table ({error}). {advice}") from error

    def save(self, path: Path) -> None:
        """Write the table as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"format": FORMAT, **asdict(self)}
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        path.write_text(text, encoding="utf-8")


def length_class(words: int) -> int:
    """Return the index of the length class of a sentence."""
    return next((index for index, most in enumerate(BUCKETS) if words <= most), len(BUCKETS))
