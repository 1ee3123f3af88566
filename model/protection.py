"""Text that corrections must leave alone.

Two questions are answered: is this sentence worth showing to the model at
all, and which parts of it must stay as they are. Knows patterns of text and
the writer's own words; knows no model and no thresholds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from model.edits import Edit, Span
from model.opaque import Opaque
from model.source_view import SourceView

# What the model can read, but must not change.
_FIXED = re.compile(
    r"""
    \b(?:[a-z]+|[A-Z][a-z]+)(?:[A-Z]+[a-z0-9]*)+\b            # camelCase, iPhone
  | \b[vV]?\d+(?:\.\d+){2,}[\w.\-]*(?<![.\-]) | \bv\d+(?:\.\d+)*\b  # version
  | [$\u00a3\u20ac]?\d+(?:[.,:/\-\u2013]\d+)*(?:%|\b)         # number, date, time
  | \b\w*\d\w*\b                                              # code with digits
  | \b[A-Z]{2,}s?\b                                           # acronym
    """,
    re.VERBOSE,
)
_RUN = re.compile(r"\S{1,200}")  # bounded, and so the time to search one
_WORD = re.compile(r"\w+(?:['\u2019\-]\w+)*")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH_LETTER = re.compile(r"[A-Za-z]")
_CODE_MARK = re.compile(r"[{}\[\]<>=;|\\^~]|\(\)|//|::|->")
# Text set in columns with spaces or tabs is a table or listing.
_COLUMNS = re.compile(r"\S {4,}\S|\t[^\t\n]*\S\t")
# Below this share of English letters the model sees mostly byte pieces and guesses.
_LEAST_ENGLISH = 0.6
# Prose has one such mark in fifty characters at most.
_MOST_CODE = 0.08


@dataclass(frozen=True, slots=True)
class PersonalDictionary:
    """Words that the writer wants left alone.

    A word written in small letters is known in every case ("foo", "Foo",
    "FOO"); one with capitals ("iPhone", "McCoy") as written, and all in
    capitals. A possessive "'s" may follow either.
    """

    words: frozenset[str] = frozenset()
    _phrases: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        phrases = sorted(word for word in self.words if word and not _WORD.fullmatch(word))
        pattern = "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases)
        object.__setattr__(self, "_phrases", re.compile(pattern) if phrases else None)

    def __contains__(self, word: str) -> bool:
        """Return True if the word, as written, is one of the writer's."""
        if not self.words:
            return False
        word = word.removesuffix("'s").removesuffix("\u2019s")
        if word in self.words or word.lower() in self.words:
            return True
        return word.isupper() and any(word == known.upper() for known in self.words)

    def spans(self, text: str) -> list[Span]:
        """Return where the writer's words stand in ``text``."""
        if not self.words:
            return []
        found = [Span(*match.span()) for match in _WORD.finditer(text) if match[0] in self]
        if self._phrases is not None:
            found += (Span(*match.span()) for match in self._phrases.finditer(text))
        return found


def protected_spans(
    text: str, dictionary: PersonalDictionary, opaque: Iterable[Opaque]
) -> list[Span]:
    """Return the parts of ``text`` that must stay as they are, in order, perhaps overlapping.

    Args:
        text: a sentence.
        dictionary: the writer's words.
        opaque: what the model did not see of it.
    """
    spans = [part.span for part in opaque] + dictionary.spans(text)
    for run in _RUN.finditer(text):
        if not run[0].islower() or not run[0].isalpha():
            spans += (Span(*match.span()).shifted(run.start()) for match in _FIXED.finditer(run[0]))
    return sorted(spans)


def touches(edit: Edit, protected: Iterable[Span], text: str) -> bool:
    """Return True if an edit would alter protected parts of ``text``.

    A word or mark may be put right before or after such a part, as long as it
    does not grow together with it, and an edit may reach over it if the
    replacement holds it unchanged ("10 year old" to "10-year-old").
    """
    return any(_alters(edit, part, text[part.start : part.end]) for part in protected)


def _alters(edit: Edit, part: Span, protected: str) -> bool:
    span, replacement = edit.span, edit.replacement
    if span.start <= part.start and part.end <= span.end and len(span) > 0:
        return not re.search(rf"(?<!\w){re.escape(protected)}(?!\w)", replacement)
    if span.start < part.end and part.start < span.end:
        return True
    if len(span) > 0:
        return False
    if span.start == part.start:
        return replacement[-1:].isalnum()
    return span.start == part.end and replacement[:1].isalnum()


def is_correctable(view: SourceView) -> bool:
    """Return True for English prose rather than code, a table or another language."""
    if _COLUMNS.search(view.sentence.strip()):
        return False
    prose = view.prose
    english = len(_ENGLISH_LETTER.findall(prose))
    if english < 2 or english < _LEAST_ENGLISH * len(_LETTER.findall(prose)):
        return False
    hidden = sum(bool(part.stand_in) for part in view.opaque)
    if hidden and hidden > len(_WORD.findall(prose)):
        return False
    return len(_CODE_MARK.findall(prose)) <= max(2, _MOST_CODE * len(prose))
