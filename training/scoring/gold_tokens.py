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
            changed = self.units[first_unit:unit]
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
    units: Sequence[Unit], words: Sequence[str], folding: Folding, style: TokenStyle
) -> list[str]:
    """Cut changed words by rule, but keep source tokens at either end that they still hold.

    Args:
        units: the changed stretch of the source.
        words: what the hypothesis has there, folded, without white space.
        folding: as used for ``words``.
        style: the habits of the corpus.
    """
    if not words:
        return []
    by_rule = [token for word in words for token in tokenize(word, style)]
    ours = [token for unit in units for token in unit.tokens]
    spaced = [index == 0 for unit in units for index in range(len(unit.tokens))]
    plain = [folding(token) for token in ours]
    there = _Hypothesis("".join(words), frozenset(_offsets(words)), frozenset(_offsets(by_rule)))
    head, start = _matching_head(plain, spaced, there)
    # The same from the other end: what stood before a token now stands after it.
    tail, back = _matching_head(
        [token[::-1] for token in reversed(plain[head:])],
        [True, *reversed(spaced[head + 1 :])],
        there.mirrored(keeping=len(there.text) - start),
    )
    middle: list[str] = []
    offset = 0
    for token in by_rule:
        if start <= offset and offset + len(token) <= len(there.text) - back:
            middle.append(token)
        offset += len(token)
    return [*ours[:head], *middle, *ours[len(ours) - tail :]]


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    """A changed stretch of the hypothesis, without its white space."""

    text: str
    gaps: frozenset[int]
    """Offsets where white space was."""
    cuts: frozenset[int]
    """Offsets where the rules cut; all gaps are cuts."""

    def mirrored(self, keeping: int) -> _Hypothesis:
        """Return it from right to left, only the last ``keeping`` characters."""
        length = len(self.text)
        return _Hypothesis(
            self.text[::-1][:keeping],
            frozenset(length - offset for offset in self.gaps),
            frozenset(length - offset for offset in self.cuts),
        )


def _offsets(parts: Sequence[str]) -> set[int]:
    """Return the offsets at which the parts begin and end when joined."""
    offsets = {0}
    position = 0
    for part in parts:
        position += len(part)
        offsets.add(position)
    return offsets


def _matching_head(
    tokens: Sequence[str], spaced: Sequence[bool], there: _Hypothesis
) -> tuple[int, int]:
    """Return how many tokens the hypothesis begins with, and their length.

    A token may not run across a gap, a space of the source may not have vanished within a
    word ("every where" is not in "everywhere"), and the last token must end at a cut, so
    that "do" is not found in "does".

    Args:
        tokens: of the source, folded.
        spaced: whether the source has white space before each of them.
        there: the hypothesis.
    """
    count = length = position = 0
    for index, token in enumerate(tokens):
        end = position + len(token)
        lost_space = spaced[index] and position not in there.cuts
        crossed = any(position < gap < end for gap in there.gaps)
        if lost_space or crossed or there.text[position:end] != token:
            break
        position = end
        if position in there.cuts:
            count, length = index + 1, position
    return count, length
