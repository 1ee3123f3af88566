"""What a row of the tables is, and the parts that patterns are made of.

Patterns see small letters and straight apostrophes. What they replace stands between « and ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from model.grammar.constructions.making import Made

STOP = r"[.,;!?]|$"
VERB = r"(?P<verb>[a-z]+)"
TO_VERB = rf"to {VERB}"
PERSON = r"(?P<subject>i|you|he|she|we|they)"
MY = r"(?:my|your|his|her|our|their)"
RELATIVE = r"(?:father|mother|brother|sister|husband|wife|uncle|aunt|cousin|son|daughter|friend)"
PERIOD = r"(?:years|months|weeks|days|hours|minutes)"
NUMBER = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)

ANYONE = r"(?P<subject>i|you|he|she|it|we|they)"
SOMEBODY = r"(?:me|you|him|her|us|them|people|everyone|everybody)"
UNCOUNTED_NOUNS = (
    "information advice furniture homework equipment luggage software knowledge evidence feedback"
    " traffic hardware machinery scenery research"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One construction."""

    rule: str
    words: str
    """One of them has to be in the sentence, so that most rows need not be tried."""
    written: str
    made: Made
    """What replaces the marked part."""

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where a text has the construction; the marked part is the group "old"."""
        return _compiled(self.written).finditer(text)


@cache
def _compiled(written: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: all at once would take 40 ms of every start."""
    return re.compile(written.replace("«", "(?P<old>").replace("»", ")"))


def either(words: str) -> str:
    """Return a pattern for one of some words."""
    return f"(?:{'|'.join(words.split())})"


def verb_of(words: str) -> str:
    """Return a pattern for one of some verbs, as the group "verb"."""
    return rf"(?P<verb>{'|'.join(words.split())})\b"
