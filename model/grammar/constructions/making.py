"""What becomes of the marked part of a construction: a text, a form, another order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from model.grammar.inflection import Inflection, past_participle_of_past
from model.lexicon import HAVE

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
        verb = match["verb"]
        form = "being" if verb == "be" else forms.ing(verb) if forms.has_forms(verb) else None
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
    elif form and match["support"] == "does":
        form = forms.third(verb)
    return f"{subject} {form}" if form else None


def asked(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "did you come" for "you came"."""
    subject, verb = match["subject"], match["verb"]
    if base := forms.base_of_past(verb):
        return f"did {subject} {base}"
    if subject in ("he", "she", "it") and (base := forms.base_of_third(verb)):
        return f"does {subject} {base}"
    return None


def article(match: re.Match[str], forms: Inflection) -> str:
    """Return "a " or "an ", as the group "noun" wants it."""
    del forms
    return "an " if match["noun"][0] in "aeiou" else "a "


def acting(replacement: str) -> Made:
    """Return what makes the same of matches whose group "verb" is the base form of a verb."""
    return lambda match, forms: replacement if forms.has_forms(match["verb"]) else None


def wanting(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "her to help" for "that she helps"."""
    verb = match["verb"]
    base = forms.base_of_third(verb) or forms.base_of_past(verb)
    base = base or (verb if forms.is_base(verb) else None)
    objects = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
    return f"{objects.get(match['subject'], match['subject'])} to {base}" if base else None


def moved(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "always plays" for "plays always"."""
    verb = match["verb"]
    acts = forms.is_base(verb) or forms.base_of_third(verb) or forms.base_of_past(verb)
    return f"{match['adverb']} {verb}" if acts and verb not in HAVE else None


def demonstrative(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "these" before a plural that is no verb."""
    noun = match["noun"]
    is_plural = forms.singular(noun) and not noun.endswith(("ics", "as", "ens"))
    return "these" if is_plural and not forms.base_of_third(noun) else None


def owned(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "whose" before what is a noun."""
    noun = match["noun"]
    return "whose" if forms.plural(noun) or forms.singular(noun) else None


def ing_at(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "at cooking" for "in cooking", and for what is learnt at school."""
    noun = match["noun"]
    if noun in ("maths", "math", "english", "football", "sports", "tennis", "physics"):
        return f"at {noun}"
    return f"at {noun}" if forms.base_of_ing(noun) else None


def past_now(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "went" for the "go" of "yesterday I go"."""
    verb = match["verb"]
    if verb in ("have", "has", "do", "does", "need", "dare", "used"):
        return None  # may belong to another verb
    base = forms.base_of_third(verb) or (verb if forms.is_base(verb) else None)
    return forms.past(base) if base else None


def finished(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "stolen" for "stole"."""
    del forms
    return past_participle_of_past(match["old"])


def simple(match: re.Match[str], forms: Inflection) -> str | None:
    """Return " know" for " am knowing", and " don't know" for " am not knowing"."""
    base = forms.base_of_ing(match["verb"])
    is_third = match["subject"] in ("he", "she", "it")
    if base is None:
        return None
    if match["not"]:
        return f" {'doesn' if is_third else 'don'}'t {base}"
    return f" {forms.third(base) if is_third else base}"


def being(match: re.Match[str], forms: Inflection) -> str:
    """Return " am" for the " have" of "I have hungry"."""
    del forms
    subject = match["subject"]
    is_past = match["old"] == " had"
    if subject in ("i", "he", "she"):
        return " was" if is_past else " am" if subject == "i" else " is"
    return " were" if is_past else " are"


def to_base(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "to ask" for "for asking"."""
    base = forms.base_of_ing(match["verb"])
    return f"to {base}" if base else None


def supported(match: re.Match[str], forms: Inflection) -> str:
    """Return "does he" for the "is he" of "is he work here"."""
    del forms
    return f"{'does' if match['be'] == 'is' else 'do'} {match['subject']}"


def told(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "told" for the "did told" of "who did told you", and "happened" for "did happen"."""
    verb = match["verb"]
    return verb if forms.base_of_past(verb) else "happened" if verb == "happen" else None


def been_doing(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "have you been living" for "are you living"."""
    have = "has" if match["be"] == "is" else "have"
    if match["verb"] == "knowing":
        return f"{have} {match['subject']} known"
    del forms
    return f"{have} {match['subject']} been {match['verb']}"


def adjective_first(match: re.Match[str], forms: Inflection) -> str:
    """Return "a very nice girl" for "a girl very nice"."""
    del forms
    adjective = match["adjective"]
    return f"{'an' if adjective[0] in 'aeiou' else 'a'} {adjective} {match['noun']}"


def uncounted(singulars: Mapping[str, str]) -> Made:
    """Return what makes "much evidence" of "many evidences"."""
    kinds = {"many": "much", "these": "this", "those": "that", "several": "some", "few": "little"}

    def made(match: re.Match[str], forms: Inflection) -> str:
        del forms
        if match["few"]:
            return f"{match['few']} studies"
        many, noun = match["many"], match["noun"]
        return f"{kinds.get(many, many)} {singulars[noun]}"

    return made


def kept_up(match: re.Match[str], forms: Inflection) -> str | None:
    """Return " have lived" for the " live" of "I live here since 2010"."""
    verb = match["verb"]
    if base := forms.base_of_third(verb):
        form = forms.participle(base)
        return f" has {form}" if form and match["subject"] in ("he", "she", "it") else None
    form = forms.participle(verb) if forms.is_base(verb) else None
    return f" have {form}" if form and match["subject"] in ("i", "you", "we", "they") else None


def wished(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "had" for the "would have" of "if I would have more time"."""
    verb = match["verb"]
    if verb == "be":
        return "were" if match["subject"] in ("you", "we", "they") else "was"
    base = verb if forms.is_base(verb) else None
    return forms.past(base) if base and verb not in ("like", "prefer", "love") else None


def answered(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "answered" for the "didn't answer" of "nobody didn't answer"."""
    verb = match["verb"]
    if not forms.has_forms(verb):
        return None
    return forms.past(verb) if match["do"] == "didn't" else forms.third(verb)


def third(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "proposes" for the "propose" of "the paper propose a method"."""
    verb = match["verb"]
    return forms.third(verb) if forms.is_base(verb) and forms.past(verb) != verb else None


def singular_verb(match: re.Match[str], forms: Inflection) -> str | None:
    """Return "has" for the "have" of "neither he nor she have"."""
    if forms.singular(match["noun"]):
        return None
    return {"are": "is", "were": "was", "have": "has"}[match["old"]]


def being_who(match: re.Match[str], forms: Inflection) -> str | None:
    """Return the " is" that "a girl who dancing" lacks."""
    if not forms.base_of_ing(match["verb"]):
        return None
    return " are" if match["many"] else " is"


def said_once(match: re.Match[str], forms: Inflection) -> str | None:
    """Return nothing for the "he" of "my father he works"."""
    third = match["third"]
    return "" if third is None or forms.base_of_third(third) else None
