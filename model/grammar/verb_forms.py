"""Verbs in a form that the word before them does not take.

"Didn't went", "can plays", "must to go", "want to went", "have went", "enjoy to
swim", "without say a". Knows tokens and forms; asks no model.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.edits import Span
from model.grammar.inflection import (
    Inflection,
    is_function_word,
    past_of_participle,
    past_participle_of_past,
)
from model.grammar.proposals import Clause, Proposal
from model.lexicon import DO, HAVE, MODALS

_BETWEEN = frozenset("not n't never always also just really ever already only still even".split())  # noqa: SIM905
_SUBJECTS = frozenset("i you he she it we they people this that everyone".split())  # noqa: SIM905
_SUPPORT = DO - {"done", "doing"}
_TO_GOVERNORS = frozenset(
    """
    want wants wanted need needs needed have has had like liked decide decided going try tried
    trying able hope hoped learn learned learnt start started begin began continue how where what
    order allowed plan planned ready easy hard difficult important possible best used time way
    chance opportunity ask asks asked told invited expect expected forced supposed advised
    encouraged refuse refused agreed promised managed forgot remember
    """.split()  # noqa: SIM905
)
_TAKE_ING = frozenset(
    """
    enjoy enjoys enjoyed avoid avoids avoided dislike finish finished suggest suggested imagine
    consider considered recommend recommended mind practise practised
    """.split()  # noqa: SIM905
)
_TAKE_NO_TO = frozenset("enjoy enjoys enjoyed avoid avoids avoided dislike".split())  # noqa: SIM905
_MAKE = frozenset("make makes made let lets".split())  # noqa: SIM905
_PRONOUN_OBJECTS = frozenset({"me", "him", "us", "them"})
_BEFORE_ING = frozenset("without by after before of".split())  # noqa: SIM905
_OBJECTS = frozenset("the a an my your his her our their it them us me him this that to".split())  # noqa: SIM905
_NOMINATIVES = frozenset({"i", "he", "she", "we", "they"})
_ONLY_MODALS = frozenset({"could", "would", "should", "must"})
_OWNERS = frozenset({"my", "your", "his", "her", "our", "their", "this", "these"})
_LOOK = frozenset({"look", "looks", "looked", "looking"})
# After these and "to" no participle describes a noun ("going to organised events" is no mistake).
_WILL_ACT = frozenset(
    """
    want wants wanted need needs needed decide decided try trying tried able hope hoped learn
    learned learnt plan planned
    """.split()  # noqa: SIM905
)
# Nothing but pasts: "had rose petals" and "have fell" may be meant.
_NOTHING_BUT_PAST = frozenset(
    """
    went came became began did drove ate gave grew knew ran sang spoke swam took threw wrote broke
    chose flew forgave froze saw
    """.split()  # noqa: SIM905
)


def verb_form_proposals(clause: Clause, forms: Inflection) -> Iterator[Proposal]:
    """Yield proposals for verbs in a form that does not go with what governs them."""
    is_past = clause.is_of_the_past()
    for place, word in enumerate(clause.words):
        if word in _SUPPORT or word in MODALS:
            yield from _after_auxiliary(clause, place, word, forms)
        elif word == "to":
            yield from _after_to(clause, place, forms)
        if word in HAVE:
            yield from _after_have(clause, place)
        elif word in _BEFORE_ING and clause.word(place + 2) in _OBJECTS:
            verb = clause.word(place + 1)
            if forms.is_base(verb):
                yield from clause.instead(place + 1, forms.ing(verb), f"ing:{word}")
        elif word in _NOMINATIVES:
            yield from _after_nominative(clause, place, forms, is_past=is_past)


def _after_auxiliary(
    clause: Clause, place: int, word: str, forms: Inflection
) -> Iterator[Proposal]:
    following = place + 1
    asks = clause.word(following) in _SUBJECTS
    following += asks
    while clause.word(following) in _BETWEEN:
        following += 1
    verb = clause.word(following)
    kind = "do" if word in _SUPPORT else "modal"
    # "Does she ...", "didn't ...": but "he does his ..." and "I did ..." stand alone.
    if kind == "do" and following == place + 1 and not word.endswith("n't"):
        return
    base = forms.base_of_past(verb) or forms.base_of_third(verb)
    if kind == "do":
        is_governed = clause.word(place + 1) in (*_NOMINATIVES, "you", "not", "n't")
        is_governed = is_governed or word.endswith("n't")
    else:
        is_governed = not asks and _is_subject(clause, place - 1, word)
    is_certain = is_governed and _is_finite(clause, following, forms) and verb != "needs"
    yield from clause.instead(following, base, f"bare:{kind}", is_certain=is_certain)
    if kind == "modal":
        yield from clause.instead(following, forms.base_of_ing(verb), "bare:modal:ing")
        if verb == "to" and following == place + 1 and forms.is_base(clause.word(following + 1)):
            yield from clause.without(following, "bare:modal:to")


def _is_subject(clause: Clause, place: int, modal: str) -> bool:
    """Return True if what stands before a modal is its subject: "our method can detects".

    "Can" and "will" may be nouns themselves ("the tin can opens").
    """
    word = clause.word(place)
    if word in _NOMINATIVES or word in ("you", "it"):
        return True
    is_noun = word.isalpha() and not is_function_word(word) and clause.is_small(place)
    return is_noun and (modal in _ONLY_MODALS or clause.word(place - 1) in _OWNERS)


def _after_to(clause: Clause, place: int, forms: Inflection) -> Iterator[Proposal]:
    before, verb = clause.word(place - 1), clause.word(place + 1)
    if before in _TO_GOVERNORS:
        base = forms.base_of_past(verb) or forms.base_of_third(verb)
        is_certain = before in _WILL_ACT or verb in _NOTHING_BUT_PAST
        is_certain = is_certain and _is_finite(clause, place + 1, forms)
        is_certain = is_certain and not verb.endswith("s")  # "need to works" may lack a verb
        yield from clause.instead(place + 1, base, "bare:to", is_certain=is_certain)
    if before == "forward" and clause.word(place - 2) in _LOOK and forms.is_base(verb):
        is_certain = clause.word(place + 2) in (*_OBJECTS, "you", "from")
        ing = forms.ing(verb)
        yield from clause.instead(place + 1, ing, "ing:forward", is_certain=is_certain)
    is_certain = before in _TAKE_NO_TO and forms.has_forms(verb)
    if before in _TAKE_ING and (is_certain or forms.is_base(verb)) and (ing := forms.ing(verb)):
        first, last = clause.tokens[place], clause.tokens[place + 1]
        yield Proposal(Span(first.start, last.end), ing, "ing:verb", is_certain)
    if before in _PRONOUN_OBJECTS and clause.word(place - 2) in _MAKE and forms.has_forms(verb):
        yield from clause.without(place, "bare:make", is_certain=True)


def _after_have(clause: Clause, place: int) -> Iterator[Proposal]:
    following = place + 1
    while clause.word(following) in _BETWEEN:
        following += 1
    past = clause.word(following)
    participle, is_certain = past_participle_of_past(past), past in _NOTHING_BUT_PAST
    yield from clause.instead(following, participle, "participle:have", is_certain=is_certain)


def _after_nominative(
    clause: Clause, place: int, forms: Inflection, *, is_past: bool
) -> Iterator[Proposal]:
    following = place + 1
    while clause.word(following) in _BETWEEN:
        following += 1
    verb = clause.word(following)
    yield from clause.instead(following, past_of_participle(verb), "past:participle")
    if is_past and clause.word(place - 1) not in _SUPPORT:
        base = verb if forms.is_base(verb) else forms.base_of_third(verb)
        yield from clause.instead(following, forms.past(base) if base else None, "past:time")


def _is_finite(clause: Clause, place: int, forms: Inflection) -> bool:
    """Return True for a verb in a form that is no base form, too: "went", not "lay"."""
    return clause.is_small(place) and not forms.is_base(clause.word(place))
