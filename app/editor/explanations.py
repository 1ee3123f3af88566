"""Say in words what an edit mends.

Turns error types (ERRANT's codes) and the words involved into a short title
and a sentence in the language of the program. Knows no widget.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.rule_explanations import rule_sentence
from app.translations import QT_TRANSLATE_NOOP
from model.edits import Category, Edit
from model.lexicon import regularised_forms

CONTEXT = "Explanations"

TITLES = {
    "SPELL": QT_TRANSLATE_NOOP("Explanations", "Spelling"),
    "ORTH": QT_TRANSLATE_NOOP("Explanations", "Capitals and spaces"),
    "PUNCT": QT_TRANSLATE_NOOP("Explanations", "Punctuation"),
    "VERB:SVA": QT_TRANSLATE_NOOP("Explanations", "Verb agreement"),
    "VERB:TENSE": QT_TRANSLATE_NOOP("Explanations", "Verb tense"),
    "VERB:FORM": QT_TRANSLATE_NOOP("Explanations", "Verb form"),
    "VERB:INFL": QT_TRANSLATE_NOOP("Explanations", "Verb form"),
    "VERB": QT_TRANSLATE_NOOP("Explanations", "Verb"),
    "NOUN:NUM": QT_TRANSLATE_NOOP("Explanations", "Singular or plural"),
    "NOUN:POSS": QT_TRANSLATE_NOOP("Explanations", "Possessive"),
    "NOUN:INFL": QT_TRANSLATE_NOOP("Explanations", "Plural form"),
    "NOUN": QT_TRANSLATE_NOOP("Explanations", "Noun"),
    "DET": QT_TRANSLATE_NOOP("Explanations", "Article"),
    "PREP": QT_TRANSLATE_NOOP("Explanations", "Preposition"),
    "PRON": QT_TRANSLATE_NOOP("Explanations", "Pronoun"),
    "ADJ:FORM": QT_TRANSLATE_NOOP("Explanations", "Comparison"),
    "ADJ": QT_TRANSLATE_NOOP("Explanations", "Adjective"),
    "ADV": QT_TRANSLATE_NOOP("Explanations", "Adverb"),
    "CONJ": QT_TRANSLATE_NOOP("Explanations", "Conjunction"),
    "CONTR": QT_TRANSLATE_NOOP("Explanations", "Contraction"),
    "PART": QT_TRANSLATE_NOOP("Explanations", "Particle"),
    "MORPH": QT_TRANSLATE_NOOP("Explanations", "Word form"),
    "WO": QT_TRANSLATE_NOOP("Explanations", "Word order"),
    "DIALECT": QT_TRANSLATE_NOOP("Explanations", "British or American"),
    "OTHER": QT_TRANSLATE_NOOP("Explanations", "Wording"),
}
"""Titles by error type without its operation."""

CATEGORY_TITLES = {
    Category.SPELLING: QT_TRANSLATE_NOOP("Explanations", "Spelling"),
    Category.GRAMMAR: QT_TRANSLATE_NOOP("Explanations", "Grammar"),
    Category.PUNCTUATION: QT_TRANSLATE_NOOP("Explanations", "Punctuation"),
    Category.STYLE: QT_TRANSLATE_NOOP("Explanations", "Word choice"),
}

SENTENCES = {
    "SPELL": QT_TRANSLATE_NOOP("Explanations", "The right spelling here is “{1}”."),
    "R:ORTH": QT_TRANSLATE_NOOP("Explanations", "Write “{1}”: capitals or spaces differ."),
    "M:PUNCT": QT_TRANSLATE_NOOP("Explanations", "A punctuation mark is missing here."),
    "U:PUNCT": QT_TRANSLATE_NOOP("Explanations", "No punctuation mark belongs here."),
    "R:PUNCT": QT_TRANSLATE_NOOP("Explanations", "Another punctuation mark belongs here."),
    "VERB:SVA": QT_TRANSLATE_NOOP("Explanations", "The verb must agree with its subject: “{1}”."),
    "VERB:TENSE": QT_TRANSLATE_NOOP("Explanations", "Another tense fits better here: “{1}”."),
    "VERB:FORM": QT_TRANSLATE_NOOP("Explanations", "Another form of the verb belongs here: “{1}”."),
    "VERB:INFL": QT_TRANSLATE_NOOP("Explanations", "“{0}” is no form of this verb; write “{1}”."),
    "M:VERB": QT_TRANSLATE_NOOP("Explanations", "The sentence lacks a verb: “{1}”."),
    "U:VERB": QT_TRANSLATE_NOOP("Explanations", "The verb “{0}” is one too many."),
    "R:VERB": QT_TRANSLATE_NOOP("Explanations", "The verb “{1}” goes better with these words."),
    "NOUN:NUM": QT_TRANSLATE_NOOP("Explanations", "The noun should be “{1}”, to fit in number."),
    "NOUN:POSS": QT_TRANSLATE_NOOP("Explanations", "To say whose it is, write “{1}”."),
    "NOUN:INFL": QT_TRANSLATE_NOOP("Explanations", "The form of this noun is “{1}”."),
    "R:NOUN": QT_TRANSLATE_NOOP("Explanations", "The noun “{1}” fits better here."),
    "M:DET": QT_TRANSLATE_NOOP(
        "Explanations", "An article or another determiner is missing: “{1}”."
    ),
    "U:DET": QT_TRANSLATE_NOOP("Explanations", "No article is needed here."),
    "R:DET": QT_TRANSLATE_NOOP("Explanations", "“{1}” is the right determiner here."),
    "M:PREP": QT_TRANSLATE_NOOP("Explanations", "A preposition is missing: “{1}”."),
    "U:PREP": QT_TRANSLATE_NOOP("Explanations", "No preposition is needed here."),
    "R:PREP": QT_TRANSLATE_NOOP(
        "Explanations", "The preposition that goes with these words is “{1}”."
    ),
    "M:PRON": QT_TRANSLATE_NOOP("Explanations", "A pronoun is missing: “{1}”."),
    "U:PRON": QT_TRANSLATE_NOOP("Explanations", "The pronoun “{0}” is one too many."),
    "R:PRON": QT_TRANSLATE_NOOP("Explanations", "The pronoun should be “{1}”."),
    "ADJ:FORM": QT_TRANSLATE_NOOP("Explanations", "The comparison is formed like this: “{1}”."),
    "R:ADJ": QT_TRANSLATE_NOOP("Explanations", "The adjective “{1}” fits better here."),
    "R:ADV": QT_TRANSLATE_NOOP("Explanations", "The adverb “{1}” fits better here."),
    "M:CONJ": QT_TRANSLATE_NOOP("Explanations", "A conjunction is missing: “{1}”."),
    "R:CONJ": QT_TRANSLATE_NOOP("Explanations", "The conjunction “{1}” fits better here."),
    "CONTR": QT_TRANSLATE_NOOP("Explanations", "The short form is written “{1}”."),
    "PART": QT_TRANSLATE_NOOP("Explanations", "The verb goes with the particle “{1}”."),
    "DIALECT": QT_TRANSLATE_NOOP(
        "Explanations", "“{1}” is the spelling in the English that you chose."
    ),
    "MORPH": QT_TRANSLATE_NOOP("Explanations", "Another form of the word belongs here: “{1}”."),
    "WO": QT_TRANSLATE_NOOP("Explanations", "The words belong in this order: “{1}”."),
    "M": QT_TRANSLATE_NOOP("Explanations", "Something is missing: “{1}”."),
    "U": QT_TRANSLATE_NOOP("Explanations", "“{0}” is not needed."),
    "R": QT_TRANSLATE_NOOP("Explanations", "“{1}” fits better here."),
}
"""The most exact entry wins. {0} is what stands in the text, {1} what should."""

QUOTES_AND_MARKS = "\"'\u2018\u2019\u201c\u201d()[].,;:!?*_"
"""What may cling to a word and is no part of it."""

PAST_TIME = re.compile(
    r"\byesterday\b|\blast (?:night|week|month|year|summer|winter)\b|\bago\b", re.IGNORECASE
)
"""Words that put a sentence in the past."""

IRREGULAR = QT_TRANSLATE_NOOP("Explanations", "This word is irregular: write “{1}”.")
SEPARATE = QT_TRANSLATE_NOOP("Explanations", "Write this as separate words: “{1}”.")
TOGETHER = QT_TRANSLATE_NOOP("Explanations", "Write this as one word: “{1}”.")
APOSTROPHE = QT_TRANSLATE_NOOP("Explanations", "An apostrophe is missing: “{1}”.")
AN_BEFORE_WORD = QT_TRANSLATE_NOOP("Explanations", "“{2}” begins with a vowel sound: use “an”.")
A_BEFORE_WORD = QT_TRANSLATE_NOOP("Explanations", "“{2}” begins with a consonant sound: use “a”.")
AN_BEFORE_VOWEL = QT_TRANSLATE_NOOP("Explanations", "Use “an” before a vowel sound.")
A_BEFORE_CONSONANT = QT_TRANSLATE_NOOP("Explanations", "Use “a” before a consonant sound.")
CAPITAL = QT_TRANSLATE_NOOP("Explanations", "“{1}” is written with a capital letter.")
SMALL = QT_TRANSLATE_NOOP("Explanations", "“{1}” is not written with a capital letter.")
COMMA = QT_TRANSLATE_NOOP("Explanations", "A comma is missing here.")
NO_COMMA = QT_TRANSLATE_NOOP("Explanations", "No comma belongs here.")
FULL_STOP = QT_TRANSLATE_NOOP("Explanations", "The sentence lacks its final mark.")
PAST = QT_TRANSLATE_NOOP("Explanations", "Use the past tense with “{0}”.")
SPACE = QT_TRANSLATE_NOOP("Explanations", "A space is missing here.")
NO_SPACE = QT_TRANSLATE_NOOP("Explanations", "No space belongs here.")
TWICE = QT_TRANSLATE_NOOP("Explanations", "“{1}” is written twice.")


def _translate(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def category_title(category: Category) -> str:
    """Return the name of a category."""
    return _translate(CATEGORY_TITLES[category])


def rule_title(error_type: str) -> str:
    """Return the name of an error type such as ``R:VERB:SVA``."""
    kind = error_type.partition(":")[2] or error_type
    for name in (kind, kind.partition(":")[0]):
        if name in TITLES:
            return _translate(TITLES[name])
    return _translate(TITLES["OTHER"])


def explain(edit: Edit, sentence: str = "") -> str:
    """Return a sentence that says what is wrong and what is right.

    Args:
        edit: what is proposed.
        sentence: where it stands; lets the explanation name the word that decides.
    """
    by_rule = rule_sentence(edit.rule)
    is_tense = by_rule is None and edit.error_type == "R:VERB:TENSE"
    if is_tense and (time := PAST_TIME.search(sentence)):
        return _translate(PAST).format(time.group())
    following = _word_after_article(edit, sentence)
    text = _about_article(edit, following) or by_rule or _special(edit) or _general(edit.error_type)
    if not edit.replacement.strip() and "{1}" in text:
        text = SENTENCES["U"]  # there is nothing to quote
    return _translate(text).format(edit.original.strip(), edit.replacement.strip(), following)


def _general(error_type: str) -> str:
    operation, _, kind = error_type.partition(":")
    family = kind.partition(":")[0]
    for name in (error_type, kind, f"{operation}:{family}", family, operation):
        if name in SENTENCES:
            return SENTENCES[name]
    return SENTENCES["R"]


def _word_after_article(edit: Edit, sentence: str) -> str:
    """Return the word that decides between "a" and "an", or nothing if it is not known."""
    rest = edit.replacement.split()[1:] or sentence[edit.span.end :].split()
    return rest[0].strip(QUOTES_AND_MARKS) if rest else ""


def _about_article(edit: Edit, following: str) -> str | None:
    """Return the sentence of "a" that should be "an" or the other way round, or None."""
    articles = tuple(side.casefold().split()[:1] for side in (edit.original, edit.replacement))
    if articles == (["a"], ["an"]):
        return AN_BEFORE_WORD if following else AN_BEFORE_VOWEL
    if articles == (["an"], ["a"]):
        return A_BEFORE_WORD if following else A_BEFORE_CONSONANT
    return None


def _special(edit: Edit) -> str | None:
    """Return the sentence of a case that can be said more exactly than its type, or None."""
    original, replacement = edit.original.strip(), edit.replacement.strip()
    if not original and not replacement:
        return SPACE if edit.replacement else NO_SPACE
    if original != replacement and original.casefold() == replacement.casefold() and original:
        return CAPITAL if replacement[0].isupper() else SMALL
    if original.casefold().split() == replacement.casefold().split() * 2 and replacement:
        return TWICE
    if replacement.casefold() in regularised_forms(original):
        return IRREGULAR
    return _special_mark(original, replacement) or _special_gap(original, replacement)


def _special_gap(original: str, replacement: str) -> str | None:
    """Say that a space or an apostrophe is missing or one too many, or None."""
    before, after = original.casefold(), replacement.casefold()
    if before and before != after and "".join(before.split()) == "".join(after.split()):
        return SEPARATE if len(after.split()) > len(before.split()) else TOGETHER
    if before and before != after and before == re.sub("['\u2019]", "", after):
        return APOSTROPHE
    return None


def _special_mark(original: str, replacement: str) -> str | None:
    """Say which punctuation mark it is about, or None."""
    if replacement.count(",") > original.count(",") and _letters(original) == _letters(replacement):
        return COMMA
    if original.count(",") > replacement.count(",") and _letters(original) == _letters(replacement):
        return NO_COMMA
    if not original and replacement in {".", "!", "?"}:
        return FULL_STOP
    return None


def _letters(text: str) -> str:
    return "".join(character for character in text if character not in ",.;:!?")
