"""All patterns for mistakes of form, asked at once."""

from __future__ import annotations

import itertools

from model.grammar.agreement import agreement_proposals
from model.grammar.commas import comma_proposals
from model.grammar.confusables import confusable_proposals
from model.grammar.constructions.matching import construction_proposals
from model.grammar.inflection import Inflection
from model.grammar.number import number_proposals
from model.grammar.proposals import Clause, Proposal
from model.grammar.questions import question_proposals
from model.grammar.verb_forms import verb_form_proposals
from model.ngrams import Ngrams
from model.spelling.words import WordList

# What a replacement is about is seen by its pattern better than by its words: "lives" and "live"
# may be nouns.
_ERROR_TYPES = {
    "agreement": "R:VERB:SVA",
    "bare": "R:VERB:FORM",
    "ing": "R:VERB:FORM",
    "participle": "R:VERB:FORM",
    "past": "R:VERB:TENSE",
    "plural": "R:NOUN:NUM",
    "singular": "R:NOUN:NUM",
}


def error_type_by(rule: str, error_type: str) -> str:
    """Return the error type of a change, given its pattern, if any, and a guess from its words."""
    if not error_type.startswith("R:"):
        return error_type
    return _ERROR_TYPES.get(rule.partition(":")[0], error_type)


class GrammarPatterns:
    """Finds mistakes of form by the words beside.

    Args:
        words: a form is proposed only if it is on this list.
        ngrams: runs of words, by which confusable words are told; without them they are not.
    """

    def __init__(self, words: WordList, ngrams: Ngrams | None = None) -> None:
        self._forms = Inflection(words)
        self._ngrams = ngrams

    def find(self, text: str) -> list[Proposal]:
        """Return what the patterns propose for a sentence; each may be wrong."""
        clause = Clause.of(text)
        return list(
            itertools.chain(
                comma_proposals(clause),
                agreement_proposals(clause, self._forms),
                verb_form_proposals(clause, self._forms),
                number_proposals(clause, self._forms),
                question_proposals(clause),
                construction_proposals(clause, self._forms),
                confusable_proposals(clause, self._ngrams) if self._ngrams else (),
            )
        )
