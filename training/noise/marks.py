"""Errors of punctuation and apostrophes, one operation each."""

from __future__ import annotations

import random
from collections.abc import Mapping

from training.noise.choices import Choices
from training.noise.confusions import DETERMINERS, PREPOSITIONS
from training.noise.draft import Draft
from training.noise.rules import Operation
from training.noise.words import CURLY, word_set


def omitting_marks() -> Operation:
    """Leave out a comma or the mark at the end."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        mark, last = draft.target[place], place == len(draft) - 1
        if mark == ",":
            # Between digits or before a quotation mark a comma is no matter of grammar.
            return draft.is_space(place + 1) and draft.replace(place, "", "M:PUNCT")
        # Every sentence has a last mark, yet people forget it an eighth as often as commas.
        return last and rng.random() < 0.12 and draft.replace(place, "", "M:PUNCT")

    return Operation("M:PUNCT", {",", ".", "?"}, damage)


def adding_commas(before: Mapping[str, Choices], after: Mapping[str, Choices]) -> Operation:
    """Put a comma where people put one too many."""
    usual = word_set("that because which who if and but when to")

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.lowered[place]
        if word in usual or (word in before and rng.random() < 0.5):
            space, neighbour = place - 1, draft.word_before(place)
        else:
            space, neighbour = place + 1, draft.word_after(place)
        if not neighbour or not neighbour[0].isalpha() or not draft.is_space(space):
            return False
        if draft.lowered[space - 1] in DETERMINERS or draft.lowered[space - 1] in PREPOSITIONS:
            return False  # nobody pauses there
        return draft.replace(space, ", ", "U:PUNCT")

    return Operation("U:PUNCT", {*usual, *before, *after}, damage)


def replacing_marks() -> Operation:
    """Put one mark for another: a full stop for a question mark, a comma for a semicolon."""
    wrong = {"?": (".",), ";": (",",), ":": (",", ";"), "!": (".",)}

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        choices = wrong[draft.target[place]]
        return draft.replace(place, rng.choice(choices), "R:PUNCT")

    return Operation("R:PUNCT", {"?", ";", ":"}, damage)


def losing_apostrophes(contractions: frozenset[str]) -> Operation:
    """Lose or misplace the apostrophe of a contraction: *dont*, *do'nt*, *Im*."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.target[place]
        mark = "'" if "'" in word else CURLY
        at = word.find(mark)
        draw = rng.random()
        if draw < 0.7:
            wrong = word.replace(mark, "")
        elif draw < 0.85 and word.lower().endswith(f"n{mark}t"):
            wrong = f"{word[: at - 1]}{mark}{word[at - 1]}{word[at + 1 :]}"
        else:
            wrong = word.replace(mark, " " + (mark if draw < 0.93 else ""))
        if wrong.lower() in ("were", "well", "shell", "hell", "ill", "wed", "shed", "id") and (
            rng.random() < 0.7
        ):
            return False
        return draft.replace(place, wrong, "R:CONTR")

    return Operation("R:CONTR", contractions, damage)


def losing_possessives(words: frozenset[str]) -> Operation:
    """Lose the possessive: *my fathers car*, *my father car*."""

    def damage(draft: Draft, place: int, rng: random.Random) -> bool:
        word = draft.target[place]
        if not word[:-2].islower() or word[-2] not in ("'", CURLY) or not draft.word_after(place):
            return False
        wrong = word[:-2] + "s" if rng.random() < 0.75 else word[:-2]
        return draft.replace(place, wrong, "R:NOUN:POSS")

    return Operation("R:NOUN:POSS", words, damage)


CONTRACTIONS = word_set(
    """i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll
    we're we've we'll we'd they're they've they'll they'd that's there's here's what's who's
    where's let's don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't
    wouldn't can't couldn't shouldn't mustn't needn't"""
)
