"""Which words are known, which are verbs, which are nouns: learnt from clean text.

Word classes come from the company that words keep (after *the* or after *to*) and
from the presence of their other forms. Knows no grammar beyond that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from training.noise.morphology import (
    UNCHANGED_PLURALS,
    UNCOUNTABLE,
    VerbForms,
    add_s,
    irregular_plurals,
    irregular_verbs,
    verb_forms,
)
from training.noise.words import is_word, split_words, word_set

NOUN_SIGNS = word_set(
    "a an the this that these those my your his her its our their some any no every each"
)
VERB_SIGNS = word_set(
    "to will would can could shall should may might must don't doesn't didn't won't can't "
    "couldn't wouldn't shouldn't i you we they"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known about words; all in lower case."""

    counts: dict[str, int]
    """Known words and how often they were seen."""
    verbs: tuple[str, ...]
    """Base forms."""
    plurals: dict[str, str]
    """Singular -> plural of countable nouns."""
    forms: dict[str, VerbForms] = field(default_factory=dict)
    """Any form -> the forms of its verb (not for *be*)."""

    @classmethod
    def of(cls, counts: dict[str, int], verbs: Iterable[str], plurals: dict[str, str]) -> Lexicon:
        """Build the lexicon and its table of verb forms."""
        irregular = irregular_verbs()
        forms: dict[str, VerbForms] = {}
        names = tuple(verbs)
        for base in names:
            entry = verb_forms(base, irregular)
            for form in entry.all():
                forms.setdefault(form, entry)
        return cls(counts, names, plurals, forms)


def learn_lexicon(sentences: Iterable[str], least: int = 3) -> Lexicon:
    """Learn words and word classes from clean sentences.

    Args:
        sentences: Clean text; some ten thousand sentences or more.
        least: A word seen less often is not known (it may be a misspelling).
    """
    counts: Counter[str] = Counter()
    openers: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for sentence in sentences:
        before = ""
        first = True
        for word in split_words(sentence):
            if word == " ":
                continue
            if not is_word(word):
                before = ""
                continue
            if first:
                openers[word.lower()] += 1
            elif word.islower() or word == "I":
                counts[word.lower()] += 1
                if before in NOUN_SIGNS:
                    nouns[word] += 1
                elif before in VERB_SIGNS:
                    verbs[word] += 1
            first = False
            before = word.lower()
    # A first word has a capital anyway: it counts only if it is written small elsewhere.
    sums = {word: count + openers[word] for word, count in counts.items()}
    known = {word: count for word, count in sums.items() if count >= least}
    return Lexicon.of(known, _find_verbs(known, verbs), _find_plurals(known, nouns))


def _find_verbs(counts: dict[str, int], signs: Counter[str]) -> list[str]:
    irregular = irregular_verbs()
    found = []
    for word, count in counts.items():
        if word in ("be", "not", "never", "always", "also") or not word.isascii() or len(word) < 2:
            continue
        forms = verb_forms(word, irregular)
        seen = sum(form in counts for form in (forms.third, forms.past, forms.gerund))
        if signs[word] >= max(2, 0.08 * count) and (seen == 3 or (seen == 2 and word in irregular)):
            found.append(word)
    return found


def _find_plurals(counts: dict[str, int], signs: Counter[str]) -> dict[str, str]:
    irregular = irregular_plurals()
    found = {}
    for word, count in counts.items():
        plural = irregular.get(word) or add_s(word)
        if word in UNCOUNTABLE or word in UNCHANGED_PLURALS or len(word) < 3:
            continue
        if plural in counts and signs[word] >= max(2, 0.12 * count):
            found[word] = plural
    return found
