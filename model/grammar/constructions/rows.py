"""What a row of the tables is, and the parts that patterns are made of.

Patterns see small letters and straight apostrophes. What they replace stands between « and ».
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Row:
    """One construction."""

    rule: str
    words: str
    """One of them has to be in the sentence, so that most rows need not be tried."""
    written: str
    made: Made
    """What replaces the marked part."""
    pattern: re.Pattern[str] = field(init=False)
    """As ``written``, the marked part as group "old"."""

    def __post_init__(self) -> None:
        pattern = self.written.replace("«", "(?P<old>").replace("»", ")")
        object.__setattr__(self, "pattern", re.compile(pattern))


def either(words: str) -> str:
    """Return a pattern for one of some words."""
    return f"(?:{'|'.join(words.split())})"
