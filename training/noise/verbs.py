"""Errors of verbs: agreement, tense, form after another word, made-up pasts."""

from __future__ import annotations

import random
from collections.abc import Mapping

from training.noise.choices import Choices
from training.noise.confusions import AUXILIARIES, DETERMINERS, PREPOSITIONS
from training.noise.draft import Draft
from training.noise.lexicon import Lexicon
from training.noise.morphology import add_ed
from training.noise.rules import Operation
from training.noise.words import word_set

_TO_BASE = word_set("he she it who that which this there everyone someone nobody")
_MODALS = word_set(
    "to will would can could shall should may might must don't doesn't didn't won't can't "
    "couldn't wouldn't shouldn't did do does not"
)
_SPOKEN = word_set("could should would might must couldn't shouldn't wouldn't")
_PERFECT = word_set("have has had having is are was were be been being am i've we've")
_PREPOSITIONS_ING = PREPOSITIONS - {"to", "as", "than", "like"}


def disagreeing(lexicon: Lexicon, written: Mapping[str, Choices]) -> Operation:
    """Let verb and subject disagree: *he go*, *they is*."""
    bases = {form.base: form.third for form in lexicon.forms.values()}
    thirds = {third: base for base, third in bases.items()}

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word, previous = draft.lowered[place], draft.word_before(place)
        own = written.get(word)
        if own is not None:
            wrong = own.draw(rng)
            return wrong != "am" and draft.replace_word(place, wrong, "R:VERB:SVA")
        if previous in DETERMINERS or previous in PREPOSITIONS or not previous:
            return False
        if word in thirds:
            subject = previous in _TO_BASE or previous in lexicon.plurals
            return subject and draft.replace_word(place, thirds[word], "R:VERB:SVA")
        subject = previous in ("i", "you", "we", "they") or previous.endswith("s")
        return subject and draft.replace_word(place, bases[word], "R:VERB:SVA")

    return Operation("R:VERB:SVA", {*bases, *thirds, *written}, damage)


_PAST_SIGNS = word_set(
    "yesterday ago last when since already was were had did didn't wasn't weren't until "
    "before after once then earlier never"
)


def changing_tense(lexicon: Lexicon, learnt: Mapping[str, Choices]) -> Operation:
    """Put another tense where the rest of the sentence tells the right one."""
    pasts = {form.past: form for form in lexicon.forms.values() if form.past != form.base}

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word, previous = draft.lowered[place], draft.word_before(place)
        form = pasts.get(word)
        human = learnt.get(word)
        if word in AUXILIARIES or form is None:
            if human is None or not _tells_past(draft, place):
                return False
            return draft.replace_word(place, human.draw(rng), "R:VERB:TENSE")
        if previous in _PERFECT or previous in DETERMINERS or previous in PREPOSITIONS:
            return False
        singular = previous in ("he", "she", "it", "who", "that")
        if not singular and not _tells_past(draft, place):
            return False
        wrong = form.base if rng.random() < 0.7 or singular else form.third
        if human is not None and rng.random() < 0.35:
            wrong = human.draw(rng)
        return draft.replace_word(place, wrong, "R:VERB:TENSE")

    return Operation("R:VERB:TENSE", {*pasts, *learnt}, damage)


def _tells_past(draft: Draft, place: int) -> bool:
    words = draft.lowered
    return any(word in _PAST_SIGNS and index != place for index, word in enumerate(words))


def changing_form(lexicon: Lexicon, learnt: Mapping[str, Choices]) -> Operation:
    """Put another form after a word that asks for one: *to went*, *have ate*, *enjoy to do*."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word, previous = draft.lowered[place], draft.word_before(place)
        form = lexicon.forms[word]
        if previous in DETERMINERS or not previous:
            return False
        if word == "have" and previous in _SPOKEN and rng.random() < 0.5:
            wrong = "of"  # as heard: could of
        elif word == form.base and previous in _MODALS:
            wrong = rng.choice((form.gerund, form.past, form.third, form.past))
            if previous == "to" and rng.random() < 0.3 and draft.is_free(place - 2):
                return draft.remove_word(place - 2, "M:PREP") and draft.replace_word(
                    place, form.gerund, "R:VERB:FORM"
                )
        elif word == form.participle and previous in _PERFECT:
            wrong = rng.choice((form.base, form.past, form.gerund, form.base))
        elif word == form.gerund:
            wrong = form.base if rng.random() < 0.55 else "to " + form.base
            if previous not in _PERFECT and previous not in lexicon.forms:
                if previous not in _PREPOSITIONS_ING:
                    return False
                wrong = form.base
        elif word in learnt:
            wrong = learnt[word].draw(rng)
        else:
            return False
        return wrong != word and draft.replace_word(place, wrong, "R:VERB:FORM")

    return Operation("R:VERB:FORM", lexicon.forms.keys(), damage)


def regularising(lexicon: Lexicon) -> Operation:
    """Treat an irregular verb as a regular one: *buyed*, *goed*."""
    pasts: dict[str, str] = {}
    for form in lexicon.forms.values():
        for past in (form.past, form.participle):
            if past != add_ed(form.base) and past != form.base:
                pasts[past] = form.base

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.lowered[place]
        if draft.word_before(place) in DETERMINERS:
            return False
        base = pasts[word]
        wrong = add_ed(base) if rng.random() < 0.8 else word + "ed"
        return wrong not in lexicon.counts and draft.replace_word(place, wrong, "R:VERB:INFL")

    return Operation("R:VERB:INFL", pasts.keys(), damage)
