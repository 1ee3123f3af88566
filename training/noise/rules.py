"""One operation for each error type: damage a word of a draft, or refuse.

An operation has a set of right words where it may act (``words``), and ``damage``,
which looks at the company of the word. It returns False where the error would
leave good English or could not be mended by a reader. Knows nothing of how often
an error is made.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from training.noise.choices import Choices
from training.noise.confusions import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SPLIT,
)
from training.noise.draft import Draft
from training.noise.lexicon import Lexicon
from training.noise.morphology import UNCOUNTABLE, add_s
from training.noise.spelling import Typist
from training.noise.words import CURLY

COMMA_RATE = 0.15
"""Commas are many: how often one that was chosen loses its space."""
Damage = Callable[[Draft, int, random.Random], bool]


@dataclass(frozen=True, slots=True)
class Operation:
    """A way to make one type of error."""

    error_type: str
    words: Collection[str]
    """Lower-case words and marks where it may act."""
    damage: Damage
    """(draft, place of such a word, rng) -> whether an error was made."""


def replacing(
    error_type: str,
    learnt: Mapping[str, Choices],
    written: Mapping[str, Choices],
    share: float,
    singulars: Collection[str] = (),
) -> Operation:
    """Put a wrong word for a right one: from the human table, else from our own sets.

    Args:
        error_type: Its code.
        learnt: Right word -> wrong words as people wrote them.
        written: Right word -> wrong words of our own sets.
        share: Probability of the human table where both know the word.
        singulars: Nouns before which *that* is a determiner.
    """
    code = _code(error_type)

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.lowered[place]
        human, own = learnt.get(word), written.get(word)
        source = human if human is not None and (own is None or rng.random() < share) else own
        if source is None:
            return False
        wrong = source.draw(rng)
        if word == "that" and code == "R:DET" and draft.word_after(place) not in singulars:
            return False
        if wrong in ("a", "an") and word not in ("a", "an") and draft.is_space(place + 1):
            wrong = "an" if draft.word_after(place)[:1] in "aeio" else "a"
        return draft.replace_word(place, wrong, code)

    return Operation(error_type, {*learnt, *written}, damage)


def omitting(error_type: str, rates: Mapping[str, float]) -> Operation:
    """Leave a word out.

    Args:
        error_type: Its code.
        rates: Word -> probability 0..1 of going through with it, once it was chosen.
    """
    code = _code(error_type)

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        if rng.random() >= rates[draft.lowered[place]]:
            return False
        if draft.lowered[place] == "that" and draft.word_before(place) in PREPOSITIONS:
            return False
        return draft.remove_word(place, code)

    return Operation(error_type, rates.keys(), damage)


def adding(
    error_type: str, before: Mapping[str, Choices], after: Mapping[str, Choices]
) -> Operation:
    """Put an unneeded word where people put it: known from the words on both sides."""
    code = _code(error_type)

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word, previous = draft.lowered[place], draft.word_before(place)
        left, right = before[word], after.get(previous)
        if right is None or not draft.is_free(place):
            return False
        extra = (left if rng.random() < 0.5 else right).draw(rng)
        if extra not in left or extra not in right or extra in (previous, word):
            return False
        return draft.insert_before(place, extra, code)

    return Operation(error_type, before.keys(), damage)


def adding_article(
    lexicon: Lexicon, before: Mapping[str, Choices], after: Mapping[str, Choices]
) -> Operation:
    """Put an article before a plural or uncountable noun, or where people put one."""
    nouns = set(lexicon.plurals.values()) | UNCOUNTABLE
    singulars = set(lexicon.plurals) - set(lexicon.forms)
    opening = PREPOSITIONS | {"and", "or"}

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        previous, word = draft.word_before(place), draft.lowered[place]
        if not previous or previous in DETERMINERS or not draft.is_free(place):
            return False
        left, right = before.get(word), after.get(previous)
        if left is not None and right is not None:
            extra = left.draw(rng)
            if extra in right:
                return draft.insert_before(place, extra, "U:DET")
        opens = previous in opening or previous in lexicon.forms
        return word in nouns and opens and draft.insert_before(place, "the", "U:DET")

    return Operation("U:DET", {*nouns, *(singulars & before.keys())}, damage)


def changing_number(lexicon: Lexicon, learnt: Mapping[str, Choices]) -> Operation:
    """Put the singular for the plural, the plural for the singular, or a made-up plural."""
    singulars = {plural: singular for singular, plural in lexicon.plurals.items()}

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word, previous = draft.lowered[place], draft.word_before(place)
        if previous in PRONOUNS and previous in ("i", "you", "we", "they", "he", "she", "it"):
            return False
        if word in singulars:
            wrong = singulars[word]
            if add_s(wrong) != word and rng.random() < 0.3:
                wrong = add_s(wrong) if rng.random() < 0.5 else add_s(word)
            return draft.replace_word(place, wrong, "R:NOUN:NUM")
        if word in UNCOUNTABLE:
            return draft.replace_word(place, add_s(word), "R:NOUN:NUM")
        plural = lexicon.plurals.get(word)
        if plural is None:
            human = learnt.get(word)
            return human is not None and draft.replace_word(place, human.draw(rng), "R:NOUN:NUM")
        marked = previous in ("a", "an", "this", "that", "one", "each", "every", "another")
        return (marked or rng.random() < 0.25) and draft.replace_word(place, plural, "R:NOUN:NUM")

    return Operation("R:NOUN:NUM", {*lexicon.plurals, *singulars, *UNCOUNTABLE, *learnt}, damage)


def misspelling(
    words: Collection[str], lists: Mapping[str, Choices], typist: Typist, share: float
) -> Operation:
    """Misspell a known word, from the real lists or by a slip."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.lowered[place]
        known = lists.get(word)
        if known is not None and rng.random() < share:
            wrong = known.draw(rng)
        elif len(word) >= 4 and "'" not in word and CURLY not in word:
            wrong = typist.misspell(word, rng)
        else:
            return False
        return draft.replace_word(place, wrong, "R:SPELL")

    return Operation("R:SPELL", words, damage)


def splitting(lexicon: Lexicon, joined: Collection[tuple[str, str]]) -> Operation:
    """Write one word as two, or two as one."""
    first_parts = {first for first, _ in joined}
    pairs = set(joined)
    apart = dict(SPLIT)
    for word, count in lexicon.counts.items():
        if count < 8 or len(word) < 7 or word in apart:
            continue
        cuts = [
            at
            for at in range(3, len(word) - 2)
            if lexicon.counts.get(word[:at], 0) > count and lexicon.counts.get(word[at:], 0) > count
        ]
        if len(cuts) == 1 and _looks_compound(word, cuts[0], lexicon):
            apart[word] = f"{word[: cuts[0]]} {word[cuts[0] :]}"

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.lowered[place]
        if word == ",":
            fits = draft.is_space(place + 1) and rng.random() < COMMA_RATE
            return fits and draft.replace(place + 1, "", "R:ORTH")
        if word in first_parts and (word, draft.word_after(place)) in pairs:
            return draft.is_free(place + 2) and draft.replace(place + 1, "", "R:ORTH")
        if word == "-":
            inside = 0 < place < len(draft) - 1 and draft.target[place - 1].isalpha()
            inside = inside and draft.target[place + 1].islower()
            return inside and draft.replace(place, " ", "R:ORTH")
        return word in apart and draft.replace_word(place, apart[word], "R:ORTH")

    return Operation("R:ORTH:SPACE", {*apart, *first_parts, "-", ","}, damage)


def doubling(words: Collection[str]) -> Operation:
    """Write a function word twice."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        del rng
        word = draft.lowered[place]
        fits = draft.is_free(place) and word != draft.word_before(place)
        return fits and draft.insert_before(place, word, "U:OTHER")

    return Operation("U:OTHER", words, damage)


def _looks_compound(word: str, cut: int, lexicon: Lexicon) -> bool:
    nouns = lexicon.plurals
    return word[:cut] in nouns and (word[cut:] in nouns or word[cut:] in nouns.values())


def miscasing(proper: Collection[str], common: Collection[str]) -> Operation:
    """Lose a capital (*i*, *monday*, at the start) or put one where none belongs."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.target[place]
        if word[0].isupper():
            lowered = word.lower()
            fits = place == 0 or lowered in proper or lowered.split("'")[0] == "i"
            return fits and draft.replace(place, lowered, "R:ORTH")
        if place == 0 or rng.random() < 0.6:
            return False
        return draft.replace(place, word[:1].upper() + word[1:], "R:ORTH")

    return Operation("R:ORTH:CASE", {*proper, *common, "i", "i'm", "i've", "i'll", "i'd"}, damage)


def reordering(swaps: Collection[str]) -> Operation:
    """Exchange two words that people exchange, or an adverb and its verb."""
    learnt = set(swaps)

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word, following = draft.lowered[place], draft.word_after(place)
        if not following or not following[0].isalpha() or word == following:
            return False
        known = f"{word} {following}" in learnt
        moves = (word in AUXILIARIES and following in ADVERBS) or (
            word in ADVERBS and following in AUXILIARIES
        )
        asks = word in AUXILIARIES and following in ("i", "you", "he", "she", "it", "we", "they")
        adverb = following in ADVERBS and following.endswith("ly")
        if not (known or moves or asks or (adverb and rng.random() < 0.3)):
            return False
        return draft.swap_words(place, "R:WO")

    starts = {pair.split(" ")[0] for pair in learnt}
    return Operation("R:WO", {*starts, *AUXILIARIES, *ADVERBS}, damage)


def _code(error_type: str) -> str:
    """Return the code that edits carry: the parts of spelling rules are one type there."""
    return "R:ORTH" if error_type.startswith("R:ORTH") else error_type
