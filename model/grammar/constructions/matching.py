"""Find the constructions of all tables in a sentence.

"I have twenty years", "tell me what time is it", "although ..., but", "do a mistake": each is one
row of a table. Knows words in a row; asks no model.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from model.edits import Span
from model.grammar.constructions.agreement import AGREEMENT
from model.grammar.constructions.asking import ASKING
from model.grammar.constructions.clauses import CLAUSES
from model.grammar.constructions.complements import COMPLEMENTS
from model.grammar.constructions.degrees import DEGREES
from model.grammar.constructions.nouns import NOUNS
from model.grammar.constructions.order import ORDER
from model.grammar.constructions.phrases import PHRASES
from model.grammar.constructions.prepositions import PREPOSITIONS
from model.grammar.constructions.rows import Row
from model.grammar.constructions.tenses import TENSES
from model.grammar.constructions.uncounted import UNCOUNTED
from model.grammar.constructions.verbs import VERBS
from model.grammar.inflection import Inflection
from model.grammar.proposals import Clause, Proposal

ROWS: tuple[Row, ...] = (
    *VERBS,
    *TENSES,
    *AGREEMENT,
    *COMPLEMENTS,
    *NOUNS,
    *UNCOUNTED,
    *DEGREES,
    *PHRASES,
    *PREPOSITIONS,
    *CLAUSES,
    *ORDER,
    *ASKING,
)


def _by_word() -> Mapping[str, Sequence[int]]:
    """Return the places of the rows that a word calls for."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(ROWS):
        for word in row.words.split():
            found[word].append(place)
    return found


_PLACES = _by_word()
_WORD = re.compile(r"[a-z]+", re.I)
# A capital within a sentence: "networks like Fastly".
_NAME = re.compile(r"(?!I\b)[A-Z]")
_WITHIN = re.compile(r"[\w,] $")
_PRONOUN_I = re.compile(r"I\b")


def construction_proposals(clause: Clause, forms: Inflection) -> Iterator[Proposal]:
    """Yield a proposal for each construction in a sentence, all of them certain (decision 0147)."""
    places = {place for word in clause.words if word in _PLACES for place in _PLACES[word]}
    if not places:
        return
    text = clause.text.lower().replace("\u2019", "'")
    if len(text) != len(clause.text):
        return  # some letter is two in small, and places would not fit
    for place in sorted(places):
        row = ROWS[place]
        for match in row.matches(text):
            made = row.made(match, forms)
            if made is not None and made != match["old"]:
                start, end = match.span("old")
                if _NAME.match(clause.text, start) and _WITHIN.search(clause.text[:start]):
                    continue
                if made[:1] == " " == match["old"][:1]:  # marked along with "'m", which has none
                    start, made = start + 1, made[1:]
                span = Span(start, end)
                yield Proposal(span, _cased(made, clause, span), row.rule, is_certain=True)


def _cased(made: str, clause: Clause, span: Span) -> str:
    """Return what is made with the capitals and the apostrophes that go there."""
    written = clause.text[span.start : span.end]
    # What is moved keeps its capitals ("well English"), but for one that begins the sentence.
    inner = written if span.start else written.partition(" ")[2]
    names = {word.lower(): word for word in _WORD.findall(inner)}
    made = _WORD.sub(lambda match: names.get(match[0], match[0]), made)
    if written[:1].isupper() and (span.start == 0 or not _PRONOUN_I.match(written)):
        made = made[:1].upper() + made[1:]
    if "\u2019" in clause.text:
        made = made.replace("'", "\u2019")
    return re.sub(r"\bi\b", "I", made)
