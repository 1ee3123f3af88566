"""Choose how many errors a sentence gets, of which types and where.

Counts and types follow the human table; the inverse edits come with the pair.
About half the cost of a sentence is splitting it and looking up its words.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path

from training.noise.choices import Choices
from training.noise.draft import Draft, NoisyPair
from training.noise.marks import CONTRACTIONS
from training.noise.operations import build_operations
from training.noise.table import NoiseTable, length_class
from training.noise.words import CURLY

Corrupt = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseOptions:
    """How dense the errors are, and how the human type mix is shifted."""

    clean_share: float = 0.2
    """Share of sentences left as they are."""
    dense_share: float = 2 / 3
    """Share of the damaged sentences with a learner's density; the rest follow the table."""
    density: tuple[float, float] = (0.10, 0.20)
    """Errors per word in dense sentences, drawn evenly between the two."""
    emphasis: Mapping[str, float] = field(
        default_factory=lambda: {
            "R:SPELL": 1.8,
            "R:WORD": 0.25,
            "R:VERB:TENSE": 0.8,
            "R:VERB:SVA": 1.8,
            "R:VERB:INFL": 3.0,
            "R:WO": 1.5,
            "R:CONTR": 3.0,
            "R:NOUN:POSS": 1.3,
            "M:PRON": 0.6,
            "U:OTHER": 0.12,
            "M:VERB": 0.8,
        }
    )
    """Type -> factor on its human share: what a lone sentence can and cannot teach."""

    def __post_init__(self) -> None:
        shares = (self.clean_share, self.dense_share, *self.density)
        if not all(0.0 <= share <= 1.0 for share in shares) or self.density[0] > self.density[1]:
            raise ValueError("shares and densities must be within 0..1, the lower density first")


class ErrorMaker:
    """Puts errors into clean sentences; the same rng state gives the same pair."""

    def __init__(self, table: NoiseTable, options: NoiseOptions | None = None) -> None:
        """Compile the table; takes a second or two."""
        self.options = options or NoiseOptions()
        self._operations = build_operations(table)
        self._weights = [
            (table.weights or table.types).get(operation.error_type, 0.0)
            * self.options.emphasis.get(operation.error_type, 1.0)
            for operation in self._operations
        ]
        self._counts = [
            Choices({str(n): float(c) for n, c in enumerate(row, 1) if c} or {"1": 1.0})
            for row in table.errors_by_length
        ]
        self._kinds = self._kinds_by_word()
        self._spelling = self._index_of("R:SPELL")
        self._casing = self._index_of("R:ORTH:CASE")
        self._possessive = self._index_of("R:NOUN:POSS")
        proper = self._operations[self._casing[0]].words if self._casing else ()
        self._proper = frozenset(proper) - frozenset(self._kinds_of_common())

    @classmethod
    def from_file(cls, path: Path, options: NoiseOptions | None = None) -> ErrorMaker:
        """Read a table made by :mod:`training.noise.estimate`.

        Raises:
            NoiseTableError: if there is no usable table.
        """
        return cls(NoiseTable.from_file(path), options)

    @property
    def error_types(self) -> tuple[str, ...]:
        """The types that this maker can make, in the order of its operations."""
        return tuple(operation.error_type for operation in self._operations)

    def corrupt(self, text: str, rng: random.Random) -> NoisyPair:
        """Return the sentence with errors, and the edits that mend them.

        Args:
            text: A clean sentence in natural (untokenised) text.
            rng: The only source of chance.
        """
        if rng.random() < self.options.clean_share:
            return NoisyPair(text, text, ())
        draft = Draft(text)
        self.damage(draft, rng)
        return draft.pair()

    def corrupt_text(self, text: str, rng: random.Random) -> str:
        """Return what :meth:`corrupt` gives as source, without the cost of the edits."""
        if rng.random() < self.options.clean_share:
            return text
        draft = Draft(text)
        self.damage(draft, rng)
        return draft.damaged()

    def damage(self, draft: Draft, rng: random.Random) -> list[str]:
        """Put errors into a draft and return their types."""
        places = self._places(draft)
        kinds = [kind for kind, found in enumerate(places) if found]
        if not kinds:
            return []
        cumulative = list(accumulate(self._weights[kind] for kind in kinds))
        wanted = self._how_many(len(draft) // 2 + 1, rng)
        made: list[str] = []
        for _ in range(4 * wanted + 6):
            kind = rng.choices(kinds, cum_weights=cumulative)[0]
            found = places[kind]
            place = found[int(rng.random() * len(found))]
            operation = self._operations[kind]
            if draft.is_free(place) and operation.damage(draft, place, rng):
                made.append(operation.error_type)
                if len(made) == wanted:
                    break
        return made

    def _how_many(self, words: int, rng: random.Random) -> int:
        if rng.random() < self.options.dense_share:
            low, high = self.options.density
            return max(1, int(words * (low + rng.random() * (high - low)) + rng.random()))
        return int(self._counts[length_class(words)].draw(rng))

    def _places(self, draft: Draft) -> list[list[int]]:
        """Return, for each operation, the places where it may act."""
        places: list[list[int]] = [[] for _ in self._operations]
        kinds_by_word, target = self._kinds, draft.target
        for place, word in enumerate(draft.lowered):
            if word == " ":
                continue
            kinds = kinds_by_word.get(word)
            if kinds is None:
                if word.endswith("'s") and word not in CONTRACTIONS and self._possessive:
                    places[self._possessive[0]].append(place)
                continue
            if target[place] != word and place and word[0] != "i" and CURLY not in target[place]:
                # A name, or a word that stands in capitals: leave it, or lose the capital.
                if word not in self._proper or target[place].isupper():
                    continue
                kinds = self._casing
            elif place and target[place - 1] == "-":
                kinds = self._spelling if self._spelling and self._spelling[0] in kinds else ()
            for kind in kinds:
                places[kind].append(place)
        if self._casing and target and target[0][0].isupper() and draft.lowered[0] in kinds_by_word:
            places[self._casing[0]].append(0)
        return places

    def _kinds_by_word(self) -> dict[str, tuple[int, ...]]:
        kinds: dict[str, list[int]] = {}
        for kind, operation in enumerate(self._operations):
            for word in operation.words:
                kinds.setdefault(word, []).append(kind)
        return {word: tuple(found) for word, found in kinds.items()}

    def _index_of(self, error_type: str) -> tuple[int, ...]:
        return tuple(
            kind
            for kind, operation in enumerate(self._operations)
            if operation.error_type == error_type
        )

    def _kinds_of_common(self) -> list[str]:
        """Return words that may also be written small, so that their capital proves a name."""
        from training.noise.confusions import PROPER_WORDS

        if not self._casing:
            return []
        words = self._operations[self._casing[0]].words
        return [word for word in words if word not in PROPER_WORDS]


def load_corruption(
    path: Path, clean_share: float = 0.2, emphasis: Mapping[str, float] | None = None
) -> Corrupt:
    """Return a function (sentence, rng) -> sentence with errors, for a training source.

    Args:
        path: The noise table.
        clean_share: Share of sentences left as they are.
        emphasis: Type -> factor on its share, in place of the default's.

    Raises:
        NoiseTableError: if there is no usable table.
    """
    options = NoiseOptions(clean_share=clean_share)
    if emphasis:
        options = replace(options, emphasis={**options.emphasis, **emphasis})
    return ErrorMaker.from_file(path, options).corrupt_text
