"""Build the operations from a table of human errors and our own word sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model.dialects import is_dialect_swap
from training.noise import marks, rules, verbs
from training.noise.alignment import similarity
from training.noise.choices import Choices, compile_choices, uniform
from training.noise.confusions import (
    AGREEMENT_SETS,
    AUXILIARIES,
    CONJUNCTIONS,
    DERIVATIONS,
    DETERMINER_GROUPS,
    DETERMINER_SETS,
    DETERMINERS,
    HOMOPHONES,
    JOINED,
    PREPOSITION_SETS,
    PREPOSITIONS,
    PRONOUN_GROUPS,
    PRONOUN_SETS,
    PRONOUNS,
    PROPER_WORDS,
    WordSets,
    confusion_table,
)
from training.noise.lexicon import Lexicon
from training.noise.rules import Operation
from training.noise.spelling import Typist
from training.noise.table import NoiseTable
from training.noise.words import word_set

HUMAN_SHARE = 0.7
"""Where people's errors and our own sets both know a word, people's win so often."""
LEAST_CONTENT = 2
"""A content word confused only once by one person says little."""


LEAST_UNLIKE = 5
"""Words that do not look alike are only taken from the table after so many sightings."""
LOWEST_RATE = 0.1
"""Every word of a class is left out at least so readily, against the readiest."""
CLOSED_CLASS = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES

_DOUBLED = word_set("the a to of in is and that it on for with at as be i you we have")


def build_operations(table: NoiseTable) -> list[Operation]:
    """Return one operation a type, for the types that the table gives a count."""
    lexicon = Lexicon.of(table.words, table.verbs, table.plurals)
    operations = [
        *_closed_class_operations(table, lexicon),
        *_verb_operations(table, lexicon),
        *_word_operations(table, lexicon),
        *_mark_operations(table),
    ]
    return [operation for operation in operations if table.types.get(operation.error_type)]


def _closed_class_operations(table: NoiseTable, lexicon: Lexicon) -> list[Operation]:
    own = {
        "R:DET": uniform(confusion_table(DETERMINER_SETS)),
        "R:PREP": uniform(confusion_table(PREPOSITION_SETS)),
        "R:PRON": uniform(confusion_table(PRONOUN_SETS)),
    }
    members = {
        "DET": frozenset(("the", "a", "an")),
        "PREP": (PREPOSITIONS | {"to"}) - {"outside", "over", "past", "above", "below", "near"},
        "PRON": PRONOUNS & {"it", "i", "that", "which", "who", "there"},
        "CONJ": CONJUNCTIONS & {"and", "as", "than", "if", "because"},
        "VERB": AUXILIARIES - {"can", "could", "may", "might", "must", "should", "shall", "would"},
    }
    learnt = {
        "R:DET": _within_groups(_learnt(table, "R:DET"), DETERMINER_GROUPS),
        "R:PREP": _learnt(table, "R:PREP"),
        "R:PRON": _within_groups(_learnt(table, "R:PRON"), PRONOUN_GROUPS),
    }
    built = [
        rules.replacing(kind, learnt[kind], sets, HUMAN_SHARE, lexicon.plurals)
        for kind, sets in own.items()
    ]
    for name, words in members.items():
        built.append(rules.omitting(f"M:{name}", _omission_rates(table, f"M:{name}", words)))
    for name in ("PREP", "PRON", "CONJ", "VERB"):
        kind = f"U:{name}"
        before = compile_choices(table.unneeded_before.get(kind, {}))
        after = compile_choices(table.unneeded_after.get(kind, {}), LEAST_CONTENT)
        built.append(rules.adding(kind, before, after))
    before = compile_choices(table.unneeded_before.get("U:DET", {}))
    after = compile_choices(table.unneeded_after.get("U:DET", {}))
    return [*built, rules.adding_article(lexicon, before, after)]


def _verb_operations(table: NoiseTable, lexicon: Lexicon) -> list[Operation]:
    return [
        verbs.disagreeing(lexicon, uniform(confusion_table(AGREEMENT_SETS))),
        verbs.changing_tense(lexicon, _learnt(table, "R:VERB:TENSE")),
        verbs.changing_form(lexicon, _learnt(table, "R:VERB:FORM")),
        verbs.regularising(lexicon),
    ]


def _word_operations(table: NoiseTable, lexicon: Lexicon) -> list[Operation]:
    spelled = {
        word
        for word in {*lexicon.counts, *table.misspellings}
        if len(word) >= 3 and word.isalpha() and word.isascii()
    }
    lists = compile_choices(table.misspellings)
    common = [
        word
        for word, wrongs in table.replacements.get("R:ORTH:CASE", {}).items()
        if word.islower() and sum(wrongs.values()) >= LEAST_CONTENT
        if len(word) > 3 and word not in CLOSED_CLASS
    ]
    derived = _open_class(_learnt(table, "R:MORPH", LEAST_CONTENT))
    homophones = uniform(confusion_table(HOMOPHONES))
    derivations = uniform(confusion_table(DERIVATIONS))
    learnt_joins = {
        (pair[0], pair[1])
        for right in table.replacements.get("R:ORTH:SPACE", {})
        if len(pair := right.split(" ")) == 2 and all(word.isalpha() for word in pair)
    }
    return [
        rules.changing_number(lexicon, _open_class(_learnt(table, "R:NOUN:NUM", 4))),
        rules.misspelling(spelled, lists, Typist(lexicon.counts), 0.8),
        rules.splitting(lexicon, {*((first, second) for first, second in JOINED), *learnt_joins}),
        rules.miscasing(PROPER_WORDS, common),
        rules.doubling(_DOUBLED),
        rules.reordering([pair for pair, count in table.swaps.items() if count >= LEAST_CONTENT]),
        rules.replacing("R:MORPH", derived, derivations, HUMAN_SHARE),
        rules.replacing("R:WORD", _word_choices(table), homophones, HUMAN_SHARE),
    ]


def _mark_operations(table: NoiseTable) -> list[Operation]:
    def commas(counts: Mapping[str, Mapping[str, int]]) -> dict[str, Choices]:
        return compile_choices({w: {",": c.get(",", 0)} for w, c in counts.items()}, 3)

    return [
        marks.omitting_marks(),
        marks.adding_commas(
            commas(table.unneeded_before.get("U:PUNCT", {})),
            commas(table.unneeded_after.get("U:PUNCT", {})),
        ),
        marks.replacing_marks(),
        marks.losing_apostrophes(marks.CONTRACTIONS),
        marks.losing_possessives(frozenset(("'s",))),
    ]


def _omission_rates(table: NoiseTable, kind: str, words: Iterable[str]) -> dict[str, float]:
    """Return how readily each word is left out: people drop *to* more often than *within*."""
    counts = table.missing.get(kind, {})
    rates = {word: (counts.get(word, 0) + 1) / (table.words.get(word, 0) + 500) for word in words}
    highest = max(rates.values())
    return {word: max(LOWEST_RATE, rate / highest) for word, rate in rates.items()}


def _within_groups(learnt: Mapping[str, Choices], groups: WordSets) -> dict[str, Choices]:
    """Keep the confusions a reader can mend: *he* for *she* leaves no trace, *him* does."""
    table = confusion_table(groups)
    return compile_choices(
        {
            word: {wrong: n for wrong, n in choices.items() if wrong in table.get(word, ())}
            for word, choices in learnt.items()
        },
        0,
    )


def _open_class(learnt: Mapping[str, Choices]) -> dict[str, Choices]:
    """Leave out function words and contractions, whose likeness to other words is chance."""
    return {
        word: choices
        for word, choices in learnt.items()
        if word not in CLOSED_CLASS
        and not any("'" in wrong or wrong in CLOSED_CLASS for wrong in choices.words)
    }


def _word_choices(table: NoiseTable) -> dict[str, Choices]:
    """Return the confusions of words a reader can mend.

    Words that look alike count from two sightings on. Others need more, and must not
    be exchanged about as often the other way round: then it is taste, not error.
    """
    counts = table.replacements.get("R:WORD", {})
    kept: dict[str, dict[str, float]] = {}
    for right, wrongs in counts.items():
        for wrong, count in wrongs.items():
            back = counts.get(wrong, {}).get(right, 0)
            alike = similarity(right, wrong) >= 0.6
            enough = LEAST_CONTENT if alike else LEAST_UNLIKE
            small = right in CLOSED_CLASS or wrong in CLOSED_CLASS or len(wrong) < 3
            if (
                {" ", "'"} & {*wrong, *right}
                or is_dialect_swap(right, wrong)
                or (small and not alike)
            ):
                continue
            if count >= enough and (alike or count > 3 * back):
                kept.setdefault(right, {})[wrong] = count * (1.0 if alike else 0.3)
    return compile_choices(kept, 0)


def _learnt(table: NoiseTable, kind: str, least: int = 1) -> dict[str, Choices]:
    kept = {
        word: {wrong: n for wrong, n in wrongs.items() if not is_dialect_swap(word, wrong)}
        for word, wrongs in table.replacements.get(kind, {}).items()
    }
    return compile_choices(kept, least)
