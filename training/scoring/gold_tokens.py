"""From natural text to the tokens of the gold: the one way hypotheses take.

Systems correct natural text, M2 files hold tokens. A ``SourceAlignment`` knows which
tokens each word of the natural source became. A hypothesis keeps these tokens wherever
it keeps the word, so unchanged text can never count as an edit; only changed text is
cut by rule (word_rules.py). Scores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from training.corpora.compressed import CorpusError
from training.scoring.typography import Folding
from training.scoring.word_rules import TokenStyle, tokenize

LEAST_AGREEMENT = 0.7
"""Share of characters that a natural source and its tokens must have in common."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more white-space words of the natural source that share their tokens."""

    words: tuple[str, ...]
    """Folded."""
    tokens: tuple[str, ...]
    """As in the gold."""


@dataclass(frozen=True, slots=True)
class SourceAlignment:
    """A natural source cut into units, in order."""

    natural: str
    units: tuple[Unit, ...]
    folding: Folding

    @property
    def tokens(self) -> list[str]:
        """The tokens of the gold source."""
        return [token for unit in self.units for token in unit.tokens]

    def tokenize(self, hypothesis: str, style: TokenStyle) -> list[str]:
        """Return the tokens of a natural hypothesis; the source's own where it is unchanged."""
        if hypothesis == self.natural:
            return self.tokens
        words = self.folding(hypothesis).split()
        tokens: list[str] = []
        first_unit = first_word = 0
        for unit, word in (*_kept_units(self.units, words), (len(self.units), len(words))):
            changed = [token for unit in self.units[first_unit:unit] for token in unit.tokens]
            tokens += retokenize(changed, words[first_word:word], self.folding, style)
            if unit < len(self.units):
                tokens += self.units[unit].tokens
                first_unit, first_word = unit + 1, word + len(self.units[unit].words)
        return tokens


def align_source(natural: str, tokens: Sequence[str], folding: Folding) -> SourceAlignment:
    """Find the natural words behind the tokens of a gold source.

    Raises:
        CorpusError: if the text and the tokens are not the same sentence.
    """
    words = folding(natural).split()
    ends = _token_ends(words, [folding(token) for token in tokens])
    units: list[Unit] = []
    start = first_word = 0
    for word, end in enumerate(ends, start=1):
        if end is None:
            continue
        units.append(Unit(tuple(words[first_word:word]), tuple(tokens[start:end])))
        start, first_word = end, word
    return SourceAlignment(natural, tuple(units), folding)


def _token_ends(words: Sequence[str], tokens: Sequence[str]) -> list[int | None]:
    """Return, for every word, how many tokens are complete at its end; None inside a token."""
    owners = _owners("".join(words), tokens)
    ends: list[int | None] = []
    position = 0
    for word in words:
        position += len(word)
        if position >= len(owners):
            ends.append(len(tokens))
        else:
            cut = owners[position] != owners[position - 1]
            ends.append(owners[position] if cut else None)
    if ends:
        ends[-1] = len(tokens)
    return ends


def _owners(text: str, tokens: Sequence[str]) -> list[int]:
    """Return, for every character of the text, the index of the token it belongs to."""
    joined = "".join(tokens)
    owners = [index for index, token in enumerate(tokens) for _ in token]
    if len(text) == len(joined) and _agreement(text, joined) >= LEAST_AGREEMENT:
        return owners
    matcher = SequenceMatcher(None, text, joined, autojunk=False)
    if matcher.ratio() < LEAST_AGREEMENT:
        raise CorpusError(
            f"The text {text[:40]!r} and the tokens {joined[:40]!r} are different sentences. "
            "Check that the natural text has one line for each sentence of the M2 file."
        )
    found: list[int] = []
    for _, a0, a1, b0, b1 in matcher.get_opcodes():
        last = max(b1 - 1, b0)
        found += (owners[min(b0 + k, last, len(owners) - 1)] for k in range(a1 - a0))
    return found


def _agreement(text: str, other: str) -> float:
    if not text:
        return 1.0
    return sum(a == b for a, b in zip(text, other, strict=True)) / len(text)


def _kept_units(units: Sequence[Unit], words: Sequence[str]) -> list[tuple[int, int]]:
    """Return (unit, first word of the hypothesis) of every unit that the hypothesis keeps."""
    source = [word for unit in units for word in unit.words]
    place: dict[int, int] = {}
    matcher = SequenceMatcher(None, source, words, autojunk=False)
    for block in matcher.get_matching_blocks():
        place.update((block.a + k, block.b + k) for k in range(block.size))
    kept: list[tuple[int, int]] = []
    position = 0
    for index, unit in enumerate(units):
        first = place.get(position)
        size = len(unit.words)
        if first is not None and all(place.get(position + k) == first + k for k in range(size)):
            kept.append((index, first))
        position += size
    return kept


def retokenize(
    source: Sequence[str], words: Sequence[str], folding: Folding, style: TokenStyle
) -> list[str]:
    """Cut changed words by rule, but keep source tokens at either end that they still hold.

    Args:
        source: gold tokens of the changed stretch.
        words: what the hypothesis has there, folded, without white space.
        folding: as used for ``words``.
        style: the habits of the corpus.
    """
    if not words:
        return []
    by_rule = [token for word in words for token in tokenize(word, style)]
    text = "".join(words)
    gaps = _offsets(words)
    cuts = _offsets(by_rule)
    plain = [folding(token) for token in source]
    head, start = _matching_head(plain, text, gaps, cuts)
    rest = plain[head:]
    mirrored = [token[::-1] for token in reversed(rest)]
    length = len(text)
    back_gaps, back_cuts = ({length - offset for offset in side} for side in (gaps, cuts))
    tail, back = _matching_head(mirrored, text[::-1][: length - start], back_gaps, back_cuts)
    middle: list[str] = []
    offset = 0
    for token in by_rule:
        if start <= offset and offset + len(token) <= length - back:
            middle.append(token)
        offset += len(token)
    return [*source[:head], *middle, *source[len(source) - tail :]]


def _offsets(parts: Sequence[str]) -> set[int]:
    """Return the offsets at which the parts begin and end when joined."""
    offsets = {0}
    position = 0
    for part in parts:
        position += len(part)
        offsets.add(position)
    return offsets


def _matching_head(
    tokens: Sequence[str], text: str, gaps: set[int], cuts: set[int]
) -> tuple[int, int]:
    """Return how many tokens the text begins with, and their length.

    A token may not run across a gap between words, and the last one must end at a cut,
    so that "do" is not found in "does".
    """
    count = length = position = 0
    for index, token in enumerate(tokens, start=1):
        end = position + len(token)
        if text[position:end] != token or any(position < gap < end for gap in gaps):
            break
        position = end
        if position in cuts:
            count, length = index, position
    return count, length
