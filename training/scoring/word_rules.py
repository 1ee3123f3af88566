"""Cut English text into words the way the corpora of the field are cut.

Two habits exist: Penn Treebank (CoNLL, JFLEG) keeps "well-known" and "and/or" whole,
spaCy (W&I, FCE, CWEB) cuts them. A ``TokenStyle`` says which; it is learnt from the
sources of a set. The rules only cut, they never change a character. Knows no sets
and no gold edits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = "([{<\"',«\u201c\u2018$£€#*"
CLOSING = ")]}>\"'»\u201d\u2019,;:!?…*"

CLITICS = re.compile(r"(?i)(?<=.)(n't|'s|'m|'re|'ve|'ll|'d)$")
"""Endings that are words of their own: "do n't", "Kim 's"."""

ABBREVIATION = re.compile(
    r"(?i)^(?:[a-z]\.)+$|^(?:mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|corp|co|vs|gen|gov|sen|rep|"
    r"jan|feb|aug|sept|oct|nov|dec|e\.g|i\.e|a\.m|p\.m|ph\.d|no)\.$"
)
"""Words that keep their full stop."""

WHOLE = re.compile(r"(?i)^(?:https?://|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$|^[:;=]-?[()DPp]$")
"""Web and mail addresses and faces are never cut."""

LETTER = r"[^\W\d_]"
INFIXES = re.compile(rf"(?<={LETTER})(,|\.{{2,}})(?={LETTER})")
SLASHES = re.compile(rf"(?<={LETTER})(/)(?={LETTER})")
HYPHENS = re.compile(rf"(?<={LETTER})(-+)(?={LETTER})|(?<=\d)(-+)(?=\d)")
"""Signs that are words inside of words; "35-year", "mid-80s" and "1/2" stay whole."""

FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
"""Words that are two words to some tokenisers, and where they are cut."""


@dataclass(frozen=True, slots=True)
class TokenStyle:
    """What a corpus cuts and what it keeps whole."""

    cut_hyphens: bool = True
    """"well-known" is three words."""
    cut_slashes: bool = True
    """"and/or" is three words."""
    cut_percent: bool = False
    """"20%" is two words."""
    cut_cannot: bool = True
    """"cannot" is two words, as are "gonna" and its like."""
    whole: frozenset[str] = frozenset()
    """Words in lower case that this corpus does not cut although the rules would
    (early spaCy left "haven't" whole)."""


def tokenize(text: str, style: TokenStyle) -> list[str]:
    """Return the words of a text; joined, they are the text without its white space."""
    words: list[str] = []
    for chunk in text.split():
        words += cut_chunk(chunk, style)
    return words


def cut_chunk(chunk: str, style: TokenStyle) -> list[str]:
    """Return the words of one stretch of text without white space."""
    head: list[str] = []
    tail: list[str] = []
    while chunk and not _stays_whole(chunk, style):
        closing = _closing_length(chunk, style)
        opening = _opening_length(chunk)
        if 0 < opening < len(chunk):
            head.append(chunk[:opening])
            chunk = chunk[opening:]
        elif 0 < closing < len(chunk):
            tail.append(chunk[-closing:])
            chunk = chunk[:-closing]
        else:
            break
    core = [chunk] if _stays_whole(chunk, style) else _cut_core(chunk, style)
    return [word for word in (*head, *core, *reversed(tail)) if word]


def _stays_whole(chunk: str, style: TokenStyle) -> bool:
    return bool(WHOLE.match(chunk)) or chunk.lower() in style.whole


def _opening_length(chunk: str) -> int:
    """Return how many characters at the beginning are a word of punctuation; 0 if none."""
    if CLITICS.fullmatch(chunk):
        return 0
    if chunk.startswith("''"):
        return 2
    return 1 if chunk[0] in OPENING else 0


def _closing_length(chunk: str, style: TokenStyle) -> int:
    """Return how many characters at the end are a word of punctuation; 0 if none."""
    dots = len(chunk) - len(chunk.rstrip("."))
    if dots > 1 or (dots == 1 and not ABBREVIATION.match(chunk)):
        return dots
    if chunk.endswith("''"):
        return 2
    last = chunk[-1]
    if last == "%" and style.cut_percent:
        return 1
    return 1 if last in CLOSING else 0


def _cut_core(chunk: str, style: TokenStyle) -> list[str]:
    """Cut contractions, possessives and, where the style says so, hyphens and slashes."""
    cut_at = FUSED.get(chunk.lower())
    if cut_at and style.cut_cannot:
        return [chunk[:cut_at], chunk[cut_at:]]
    clitic = CLITICS.search(chunk)
    if clitic:
        return [*_cut_core(chunk[: clitic.start()], style), clitic.group()]
    words = re.split(INFIXES, chunk)
    if style.cut_slashes:
        words = [part for word in words for part in re.split(SLASHES, word)]
    if style.cut_hyphens:
        words = [part for word in words for part in re.split(HYPHENS, word)]
    return [word for word in words if word]
