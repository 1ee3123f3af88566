"""What other programs are told about a finding: the rule, its category, a sentence.

The editor has its own, longer explanations in the writer's language; programs
that speak LanguageTool's protocol are answered in English. Knows error types
and words only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.rule_explanations import rule_sentence
from app.serving.findings import Finding
from model.classification import category_of
from model.edits import Category


@dataclass(frozen=True, slots=True)
class RuleCategory:
    """A group of rules, by the names that LanguageTool gives them."""

    id: str
    name: str
    issue_type: str
    """One of the types of the Internationalization Tag Set, which clients colour by."""


CATEGORIES = {
    Category.SPELLING: RuleCategory("TYPOS", "Possible Typo", "misspelling"),
    Category.GRAMMAR: RuleCategory("GRAMMAR", "Grammar", "grammar"),
    Category.PUNCTUATION: RuleCategory("PUNCTUATION", "Punctuation", "typographical"),
    Category.STYLE: RuleCategory("STYLE", "Style", "style"),
}

TITLES = {
    "SPELL": "Spelling",
    "ORTH": "Capitals and spaces",
    "PUNCT": "Punctuation",
    "VERB:SVA": "Verb agreement",
    "VERB:TENSE": "Verb tense",
    "VERB:FORM": "Verb form",
    "VERB:INFL": "Irregular verb",
    "VERB": "Verb",
    "NOUN:NUM": "Singular or plural",
    "NOUN:POSS": "Possessive",
    "NOUN:INFL": "Plural form",
    "NOUN": "Noun",
    "DET": "Article",
    "PREP": "Preposition",
    "PRON": "Pronoun",
    "ADJ:FORM": "Comparison",
    "ADJ": "Adjective",
    "ADV": "Adverb",
    "CONJ": "Conjunction",
    "CONTR": "Contraction",
    "PART": "Particle",
    "MORPH": "Word form",
    "WO": "Word order",
    "DIALECT": "British or American",
    "OTHER": "Wording",
}
"""By error type without its operation."""

_DIALECT = "DIALECT"
_LONE = frozenset(("PUNCT", "VERB:TENSE", "VERB", "DET", "PREP", "PRON", "CONJ", "OTHER"))
"""What can be missing or unnecessary as a whole; the others are only written wrongly."""
_OPERATIONS = {"M": "missing", "U": "unnecessary", "R": "wrong"}
_LONGEST_QUOTE = 60  # characters; tooltips are narrow


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something is marked."""

    id: str
    """What clients switch rules off by: R_VERB_SVA for the error type R:VERB:SVA."""
    title: str
    description: str
    category: RuleCategory


def rule_of(finding: Finding) -> Rule:
    """Return the rule that a finding falls under."""
    return _rule(finding.edit.error_type, finding.edit.category)


def all_rules() -> Iterator[Rule]:
    """Yield the rules that findings may fall under, each once."""
    for kind in TITLES:
        for operation in _OPERATIONS if kind in _LONE else ("R",):
            error_type = f"{operation}:{kind}"
            # Where a finding's category hangs on its words, this is the usual one.
            usual = category_of(error_type, "a", "b")
            yield _rule(error_type, Category.SPELLING if kind == _DIALECT else usual)


def _rule(error_type: str, category: Category) -> Rule:
    operation, _, kind = error_type.partition(":")
    title = TITLES.get(kind) or TITLES.get(kind.partition(":")[0]) or TITLES["OTHER"]
    return Rule(
        error_type.replace(":", "_"),
        title,
        f"{title}: {_OPERATIONS.get(operation, 'wrong')}",
        CATEGORIES[category],
    )


def message_of(finding: Finding) -> str:
    """Return a sentence that says what to change, and one that says why where that is known."""
    original, replacement = finding.edit.original.strip(), finding.edit.replacement.strip()
    what, why = _what_to_change(finding, original, replacement), rule_sentence(finding.edit.rule)
    return f"{what} {why.format(original, replacement)}" if why else what


def _what_to_change(finding: Finding, original: str, replacement: str) -> str:
    title = rule_of(finding).title
    if not original and not replacement:
        blank = "A space is missing here" if finding.edit.replacement else "No space belongs here"
        return f"{title}: {blank}."
    if _quotable(original) and _quotable(replacement):
        return f"{title}: write \u201c{replacement}\u201d instead of \u201c{original}\u201d."
    if not original and _quotable(replacement):
        return f"{title}: \u201c{replacement}\u201d is missing here."
    if not replacement and _quotable(original):
        return f"{title}: \u201c{original}\u201d is not needed here."
    return f"{title}: this is better written \u201c{finding.replacement.strip()}\u201d."


def _quotable(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_QUOTE
