"""What becomes of the marked part of a construction: a text, a form, another order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from model.grammar.inflection import Inflection

Made = Callable[[re.Match[str], Inflection], str | None]
"""Return what replaces the marked part of a match; None if it is nothing after all."""


def text(replacement: str) -> Made:
    """Return what makes the same of every match."""
    return lambda match, _: replacement


def by_word(words: Mapping[str, str], group: str = "old") -> Made:
    """Return what looks up a group of the match."""
    return lambda match, _: words.get(match[group])


def template(replacement: str) -> Made:
    r"""Return what fills in groups: ``\g<size> enough``."""
    return lambda match, _: match.expand(replacement)


def ing(before: str = "") -> Made:
    """Return what makes "of doing" of the group "verb", "do"."""

    def made(match: re.Match[str], forms: Inflection) -> str | None:
        form = forms.ing(match["verb"]) if forms.has_forms(match["verb"]) else None
        return f"{before}{form}" if form else None

    return made


def compared(ending: str) -> Made:
    """Return what makes "bigger" of the group "size", "big"."""

    def made(match: re.Match[str], forms: Inflection) -> str:
        del forms
        size = match["size"]
        if size.endswith("y"):
            return f"{size[:-1]}i{ending}"
        if size in ("big", "hot"):
            return f"{size}{size[-1]}{ending}"
        return f"{size}{ending[1:] if size.endswith('e') else ending}"

    return made


def aged(match: re.Match[str], forms: Inflection) -> str:
    """Return the form of "be" for the "have" of "they have 20 years old"."""
    del forms
    is_plural = match["subject"] in ("you", "we", "they")
    if match["old"] == "had":
        return "were" if is_plural else "was"
    return "are" if is_plural else "is"


def able(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "be able to" for the "can" of "will can swim"; one can can fruit, too."""
    return "be able to" if forms.is_base(match["verb"]) else None


def bare(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "go" for "going"."""
    return forms.base_of_ing(match["old"])


def plural_verb(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "are" for the "is" of "is there any books"."""
    return "are" if forms.singular(match["noun"]) else None


def agreeing(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "comes" for the "will come" of "she will come"."""
    verb = match["verb"]
    if match["subject"] in ("he", "she", "it"):
        return "is" if verb == "be" else forms.third(verb)
    if verb == "be":
        return "am" if match["subject"] == "i" else "are"
    return verb if forms.has_forms(verb) else None


def past(match: re.Match[str], forms: Inflection) -> str | None:
    """Return " saw" for " have seen"."""
    if match["verb"] == "been":
        return " was" if match["subject"] in ("i", "he", "she") else " were"
    base = forms.base_of_participle(match["verb"])
    form = forms.past(base) if base else None
    return f" {form}" if form else None


def stated(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "he lives" for "does he live"."""
    subject, verb = match["subject"], match["verb"]
    form: str | None = verb if forms.has_forms(verb) else None
    if form and match["support"] == "did":
        form = forms.past(verb)
    elif form and subject in ("he", "she", "it"):
        form = forms.third(verb)
    return f"{subject} {form}" if form else None


def asked(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "did you come" for "you came"."""
    subject, verb = match["subject"], match["verb"]
    if base := forms.base_of_past(verb):
        return f"did {subject} {base}"
    if subject in ("he", "she") and (base := forms.base_of_third(verb)):
        return f"does {subject} {base}"
    return None


def article(match: re.Match[str], forms: Inflection) -> str:
    """Return "a " or "an ", as the group "noun" wants it."""
    del forms
    return "an " if match["noun"][0] in "aeiou" else "a "
