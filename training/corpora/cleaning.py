"""Make human pairs fit for training, or say why they are not.

Normalises both sides alike (entities, quotes, spaces), then drops free rewrites,
one-sided lengths and targets with faults of their own. Each corpus has a
:class:`Standard`, since learners' teachers and commit histories need different
care. Corrects nothing itself.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from model.dialects import is_dialect_swap
from training.noise.words import is_word, split_words

_QUOTES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)
_SUFFIX = re.compile(r"(\w) ?' ?(s|re|ve|ll|d|m)\b(?!')")
_NOT = re.compile(r"\b(\w+) ?n ?' ?t\b")
_FAULTS = re.compile(
    r" [,.;:!?](?:\s|$)"  # a space before a mark
    r"|[a-z][.!?][A-Z][a-z]"  # no space after the end of a sentence
    r"|[,;:]{2}|\(\s*\)|\s'\s|''"
    r"|NOT CLEAR|\[[A-Z]+\]|[<>{}|\\]|\ufffd"
)
_REPEATED = re.compile(r"\b(?!(?:had|that|very|so|ha|no|bye|really|many|much)\b)(\w+) \1\b", re.I)

_DISAGREEING = re.compile(
    r"\b(?:i (?:are|is|has|were)|(?:we|they|you) (?:is|was|has|does)"
    r"|(?:he|she|it) (?:are|have|do))\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What is asked of the pairs of one corpus."""

    least_shared: float = 0.5
    """Share of the longer side's words that both sides have: less is a rewrite."""
    length_ratio: float = 2.0
    """Longer over shorter side, in words."""
    most_added: int = 8
    """Words more in the target than in the source: more is new content."""
    keep_numbers: bool = False
    """Refuse pairs in which a figure changes (a change of fact)."""
    known_words: bool = False
    """Refuse targets with a small word that the lexicon does not know (left misspelt)."""
    agreement: bool = False
    """Refuse targets in which a pronoun disagrees with its verb (made by a rule gone wrong)."""
    rejoin: bool = False
    """Rejoin clitics that a tokeniser cut off (``Young 's``)."""
    end_sentence: bool = False
    """The corpus lost its final full stops: give both sides one back."""
    most_words: int = 60
    """Longer rows are several sentences, or none."""


LEARNER = Standard(least_shared=0.34, length_ratio=2.5, most_added=20, most_words=90)
"""Careful annotators: nearly everything is meant."""
NOISY = Standard(least_shared=0.6, length_ratio=1.5, most_added=5, known_words=True)
"""Volunteers' corrections on the web."""
STRIPPED = Standard(
    least_shared=0.6, length_ratio=1.5, most_added=5, known_words=True, end_sentence=True
)
EDITED = Standard(least_shared=0.75, length_ratio=1.3, most_added=3, keep_numbers=True)
"""Commits and revisions, where small edits are corrections and large ones are content."""
DERIVED = Standard(
    least_shared=0.8, length_ratio=1.2, most_added=1, keep_numbers=True, agreement=True, rejoin=True
)
EXAMPLE = Standard(least_shared=0.5, length_ratio=1.8)
"""Sentences written or chosen to show one error."""
SAMPLED = Standard(least_shared=0.65, length_ratio=1.4, most_added=4, keep_numbers=True)
"""Mistakes that a network made: now and then it loses the sentence altogether."""


def normalise(text: str, standard: Standard) -> str:
    """Return the text with plain quotes, plain spaces and no entities."""
    text = html.unescape(html.unescape(text)).translate(_QUOTES)
    if standard.rejoin:
        text = _SUFFIX.sub(r"\1'\2", text)
        text = _NOT.sub(r"\1n't", text)
    text = " ".join(text.split())
    if standard.end_sentence and text and text[-1].isalnum():
        text += "."
    return text


def objection(
    source: str, target: str, standard: Standard, known: Container[str] | None = None
) -> str | None:
    """Return why a normalised pair is unfit, in a word or two, or None if it is fit.

    Args:
        source: The text with errors.
        target: The corrected text.
        standard: What is asked of its corpus.
        known: Known words; needed where the standard asks for them.
    """
    old, new = _words(source), _words(target)
    if not old or not new or not any(map(is_word, new)):
        return "empty"
    if len(new) > standard.most_words or len(old) > standard.most_words:
        return "too long"
    if source != target:
        unlike = _unlike(old, new, standard)
        if unlike is not None:
            return unlike
    elif standard.known_words:
        return "unchanged"  # volunteers often leave errors alone
    return _fault(target, source, new, standard, known)


def _unlike(old: list[str], new: list[str], standard: Standard) -> str | None:
    longer, shorter = max(len(old), len(new)), min(len(old), len(new))
    if longer > 4 and longer > standard.length_ratio * shorter + 1:
        return "lengths"
    if len(new) - len(old) > standard.most_added:
        return "additions"
    shared = sum((Counter(_folded(old)) & Counter(_folded(new))).values())
    if longer > 3 and shared < standard.least_shared * longer - 1:
        return "rewrite"
    if standard.keep_numbers and _figures(old) != _figures(new):
        return "figures"
    changed = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    if changed and len(old) == len(new) and all(is_dialect_swap(a, b) for a, b in changed):
        return "dialect"
    return None


def _fault(
    target: str, source: str, new: list[str], standard: Standard, known: Container[str] | None
) -> str | None:
    found = _FAULTS.search(target)
    if found and (found.group() not in source or not standard.most_words > 60):
        return "faulty target"
    repeated = _REPEATED.search(target)
    if repeated:
        return "repeated word"
    if _imbalance(target) > _imbalance(source):
        return "unbalanced"
    if standard.agreement and _DISAGREEING.search(target):
        return "disagreement"
    if standard.known_words and known is not None:
        for place, word in enumerate(new):
            if place and word.isalpha() and word.islower() and len(word) > 3 and word not in known:
                return "unknown word"
    return None


def _imbalance(text: str) -> int:
    """Return how many quotation marks and brackets lack a partner."""
    return text.count('"') % 2 + abs(text.count("(") - text.count(")"))


def _words(text: str) -> list[str]:
    return [segment for segment in split_words(text) if not segment.isspace()]


def _folded(words: list[str]) -> list[str]:
    """Fold words so that small repairs still count as shared: capitals and endings."""
    return [word.lower()[:4] for word in words]


def _figures(words: list[str]) -> list[str]:
    return sorted(word for word in words if any(letter.isdigit() for letter in word))
