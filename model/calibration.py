"""How often an edit is right that looks like this one: confidence, learnt from people.

What the search calls its probability is of tokens, from a model that was
taught with made-up mistakes. A logistic regression over what is known of an
edit, fitted to edits that annotators made or did not make, turns it into how
likely a person would agree (calibration after Platt 1999, with more than one
feature). Features have names and a bundle may lack any of them. Knows edits
and frequencies of words and runs of words; no model, no thresholds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from model.alignment import similarity
from model.confidence import TokenEvidence
from model.edits import Span
from model.lexicon import stem, word_class
from model.ngrams import Ngrams, in_context
from model.phrases.table import Counts
from model.spelling.words import WordList

_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
_SUREST = 9.0  # nats of log-odds; what is beyond says nothing more
_FREQUENT = 12.0  # bits; stands for "no word here", as of a comma
_MOST_GAIN = 12.0  # nats between two scores of a run of words
_UNKNOWN = -1.0  # bits of a word on no list
# Words and marks frequent enough in edits to be judged by name.
_NAMED = frozenset(
    """
    a an the to of in on at for with by from as and but or so that which who what this these
    those it its they them their there he she his her i my me you your we our is are was were be
    been being am has have had do does did can could will would should not no more most much many
    some any all other very also just then than when if because up out about into s ' - " . , ; :
    ? ! it's i'm don't
    """.split()  # noqa: SIM905 - a list of 100 words in a column each would hide the rest
)


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """What is the same for all edits of a sentence."""

    text: str
    words: int
    unknown: int
    """Words in small letters that are on no list."""
    rarity: float
    """Mean bits of its words."""
    changes: int
    """That the search makes."""

    @classmethod
    def of(cls, text: str, changes: int, words: WordList) -> SentenceFacts:
        """Return the facts of one sentence."""
        found = _WORD.findall(text)
        bits = [_bits(word, words) for word in found]
        unknown = sum(
            value == _UNKNOWN and word.islower() for word, value in zip(found, bits, strict=True)
        )
        mean = sum(bits) / len(bits) if bits else _FREQUENT
        return cls(text, len(found), unknown, mean, changes)


@dataclass(frozen=True, slots=True)
class EditFacts:
    """What is known of one edit."""

    span: Span
    """In the sentence."""
    original: str
    replacement: str
    error_type: str
    evidence: TokenEvidence
    precedent: Counts | None = None
    """What the phrase table knows of it."""
    rule: str = ""
    """The pattern of :mod:`model.grammar` that proposes it."""
    is_certain: bool = False
    """Whether that pattern needs no judge."""
    is_searched: bool = True
    """Whether the search made it; else only table or pattern propose it."""


def features(
    edit: EditFacts, sentence: SentenceFacts, words: WordList, ngrams: Ngrams | None = None
) -> dict[str, float]:
    """Return the features of an edit by name; those that are 0 may be missing."""
    first = _log_odds(edit.evidence.first)
    margin = max(-_SUREST, min(_SUREST, edit.evidence.first - edit.evidence.source))
    found = {
        "always": 1.0,
        "first": first,
        "first_squared": first * abs(first) / _SUREST,
        "rest": max(-_SUREST, edit.evidence.rest),
        "margin": margin,
        "sentence_unknown": min(3, sentence.unknown) / 3,
        "sentence_length": math.log1p(sentence.words),
        "sentence_rarity": sentence.rarity / 10,
        "sentence_changes": math.log(max(1, sentence.changes)),
        "at_start": float(not _letters(sentence.text[: edit.span.start])),
        "at_end": float(not _letters(sentence.text[edit.span.end :])),
        f"type={edit.error_type}": 1.0,
        f"first:type={edit.error_type}": first,
    }
    found.update(_word_features(edit, words))
    found.update(_context_features(edit, sentence.text))
    found.update(_repetition(edit, sentence.text))
    found.update(_precedent(edit))
    if edit.rule:
        found[f"rule={edit.rule}"] = found[f"rule={edit.rule.split(':')[0]}"] = 1.0
    if not edit.is_searched:
        found.update(listed=1.0, listed_first=first, listed_margin=margin)
    if ngrams is not None:
        found.update(_run_features(edit, sentence.text, ngrams))
    return found


def _word_features(edit: EditFacts, words: WordList) -> dict[str, float]:
    old, new = edit.original.strip(), edit.replacement.strip()
    found: dict[str, float] = {}
    for name, text in (("old", old), ("new", new)):
        lowered = text.lower()
        if not text:
            continue
        if lowered in _NAMED:
            found[f"{name}={lowered}"] = 1.0
        found[f"{name}_bits"] = _rarest(text, words) / 10
        found[f"{name}_words"] = float(len(_WORD.findall(text)) > 1)
        found[f"{name}_capital"] = float(text[0].isupper() and edit.span.start > 0)
    if old and new:
        alike = similarity(old, new)
        found["alike"] = alike
        found["unlike_rare"] = (1 - alike) * found["old_bits"]
        found["rarer"] = found["new_bits"] - found["old_bits"]
        found["same_stem"] = float(stem(old) == stem(new))
        found["same_class"] = float(word_class(old) == word_class(new) != "")
        found["only_case"] = float(old.lower() == new.lower())
        found["longer"] = float(len(new) > len(old)) - float(len(new) < len(old))
    return found


def _precedent(edit: EditFacts) -> dict[str, float]:
    """Return what people made of these words before."""
    if edit.precedent is None:
        return {}
    share = edit.precedent.share
    return {
        "phrase": 1.0,
        "listed_share": 0.0 if edit.is_searched else share,
        "phrase_share": share,
        "phrase_share_squared": share * share,
        "phrase_changed": math.log(max(1, edit.precedent.changed)) / 4,
        "phrase_clean": math.log1p(edit.precedent.clean) / 5,
        f"phrase:type={edit.error_type}": share,
    }


def _repetition(edit: EditFacts, text: str) -> dict[str, float]:
    """Return whether a word goes or comes that stands beside the edit already."""
    word = (edit.original.strip() or edit.replacement.strip()).lower()
    if not word.isalpha() or (edit.original.strip() and edit.replacement.strip()):
        return {}
    beside = (
        *_WORD.findall(text[: edit.span.start])[-1:],
        *_WORD.findall(text[edit.span.end :])[:1],
    )
    return {"repeated": 1.0} if word in map(str.lower, beside) else {}


def _context_features(edit: EditFacts, text: str) -> dict[str, float]:
    before = _WORD.findall(text[: edit.span.start])[-1:]
    after = _WORD.findall(text[edit.span.end :])[:1]
    found: dict[str, float] = {}
    for name, words in (("before", before), ("after", after)):
        if words and words[0].lower() in _NAMED:
            found[f"{name}={words[0].lower()}"] = 1.0
        if words and words[0][0].isupper():
            found[f"{name}_capital"] = 1.0
    beside = text[max(0, edit.span.start - 1) : edit.span.start]
    found["after_mark"] = float(beside in ('"', "'", "(", "-") and beside != "")
    return found


def _run_features(edit: EditFacts, text: str, ngrams: Ngrams) -> dict[str, float]:
    """Return how much more familiar the words around an edit are with it than without."""
    old, new = in_context(text, edit.span, (edit.original, edit.replacement))
    old_score, new_score = ngrams.log_score(old), ngrams.log_score(new)
    gain = max(-_MOST_GAIN, min(_MOST_GAIN, new_score - old_score))
    links = max(-_MOST_GAIN, min(_MOST_GAIN, ngrams.log_links(new) - ngrams.log_links(old)))
    longer = len(new) - len(old)
    return {
        "runs": gain / 4,
        "runs_squared": gain * abs(gain) / 40,
        "runs_longer": gain * longer / 4,
        f"runs:type={edit.error_type}": gain / 4,
        "runs_old": old_score / len(old) / 4,
        "runs_new": new_score / len(new) / 4,
        "runs_worse": float(gain < -2),
        "runs_better": float(gain > 3),
        "links": links / 4,
        "words_more": float(longer),
    }


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """Turns what is known of an edit into a probability.

    Args:
        weights: by feature; none at all leaves the search's own probability as it is.
        words: known words and their frequencies.
        ngrams: runs of words and their frequencies, if the weights know features of them.
    """

    weights: Mapping[str, float]
    words: WordList
    ngrams: Ngrams | None = None

    def facts(self, text: str, changes: int) -> SentenceFacts:
        """Return what is the same for all edits of a sentence."""
        return SentenceFacts.of(text, changes, self.words)

    def confidence(self, edit: EditFacts, sentence: SentenceFacts) -> float:
        """Return how likely a person would make this edit, 0..1."""
        if not self.weights:
            return edit.evidence.confidence
        known = features(edit, sentence, self.words, self.ngrams)
        score = sum(self.weights.get(name, 0.0) * value for name, value in known.items())
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, score))))


def _log_odds(log_prob: float) -> float:
    beside = math.log(max(1e-9, -math.expm1(min(log_prob, -1e-9))))
    return max(-_SUREST, min(_SUREST, log_prob - beside))


def _letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _bits(word: str, words: WordList) -> float:
    bits = words.bits(word)
    return _UNKNOWN if bits is None else min(bits, _FREQUENT)


def _rarest(text: str, words: WordList) -> float:
    return min((_bits(word, words) for word in _WORD.findall(text)), default=_FREQUENT)
