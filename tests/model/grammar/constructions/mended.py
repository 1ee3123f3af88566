"""What a sentence becomes by the constructions alone."""

from model.grammar.constructions.matching import construction_proposals
from model.grammar.inflection import Inflection
from model.grammar.proposals import Clause
from tests.model.grammar.shipped_words import shipped_words

FORMS = Inflection(shipped_words())


def mended(text):
    """Return the text with all proposals carried out; they must not overlap."""
    found = sorted(construction_proposals(Clause.of(text), FORMS), key=lambda item: item.span.start)
    for item in reversed(found):
        text = text[: item.span.start] + item.replacement + text[item.span.end :]
    return text
