"""Verbs that do not go with their subject, where that stands right before them.

"She go", "they was", "my parents lives", "there is many": each is proposed in the form that
agrees. Clauses between subject and verb are the model's business. Knows tokens
and forms; asks no model.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.grammar.inflection import Inflection, is_function_word
from model.grammar.proposals import Clause, Proposal
from model.lexicon import DO, MODALS

_TO_SINGULAR = {
    **{"are": "is", "were": "was", "have": "has", "do": "does", "don't": "doesn't", "am": "is"},
    **{"aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't"},
}
_TO_PLURAL = {
    **{"is": "are", "was": "were", "has": "have", "does": "do", "doesn't": "don't", "am": "are"},
    **{"isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't"},
}
_TO_FIRST = {"is": "am", "are": "am", "were": "was", "has": "have", "does": "do"}
_CERTAIN_AFTER_I = frozenset({"is", "are", "has", "does", "doesn't", "hasn't"})
_TO_FIRST |= {"doesn't": "don't", "hasn't": "haven't", "weren't": "wasn't"}
_SINGULAR_NOMINATIVES = frozenset({"he", "she"})
_PLURAL_NOMINATIVES = frozenset({"we", "they"})
_DEMONSTRATIVES = frozenset({"these", "those"})
_INDEFINITE = frozenset(
    """
    everyone everybody everything someone somebody something anyone anybody nobody nothing
    it
    """.split()  # noqa: SIM905
)
_EVERYBODY = frozenset({"everybody", "everyone", "nobody", "somebody", "someone"})
_PLURAL_WORDS = frozenset({"you", "people", "children", "men", "women"})
_PRONOUNS = (
    _SINGULAR_NOMINATIVES
    | _PLURAL_NOMINATIVES
    | _DEMONSTRATIVES
    | _INDEFINITE
    | _PLURAL_WORDS
    | {"i"}
)
# Of these a bare infinitive may follow, whatever stands between.
_GOVERNORS = (
    DO | MODALS | frozenset("let lets make makes made help helps helped see saw hear heard".split())  # noqa: SIM905
)
_ADVERBS = frozenset(
    "also always often never really usually still just only sometimes already even".split()  # noqa: SIM905
)
# Before a clause that states something, in the form of the person.
_BEFORE_FACTS = frozenset({"because", "when", "but", "while"})
_AFTER_NO_VERB = frozenset({"", "-", ",", ".", "not"})
# Bases of verbs that stand there as something else: adverbs, pasts.
_SELDOM_VERBS = frozenset(
    """
    need dare double quiet rather further forward firm third own secret total like wound bound
    ground shed cast broadcast forecast thrust fit knit wet
    """.split()  # noqa: SIM905
)
_UNREAL = frozenset({"if", "wish", "as", "though", "suppose", "rather", "than", "unless"})
_DETERMINERS = frozenset(
    "my your his her our their the these those many some most several all both few".split()  # noqa: SIM905
)
_SINGULAR_DETERMINERS = frozenset("this that each every a an my your his her our their the".split())  # noqa: SIM905
_RELATIVES = frozenset(
    "father mother brother sister husband wife uncle aunt cousin son daughter friend".split()  # noqa: SIM905
)
# One of these may be many.
_GROUPS = frozenset(
    """
    lot number couple majority minority variety range series few pair team family group staff
    police government public company crowd class dozen percent half rest audience band committee
    crew party press population media data youth people
    """.split()  # noqa: SIM905
)
_TIMES = frozenset({"days", "times", "years", "weeks", "months", "nights", "mornings"})
_MANY = frozenset(
    """
    many several some two three four five six seven eight nine ten various few
    """.split()  # noqa: SIM905
)


def agreement_proposals(clause: Clause, forms: Inflection) -> Iterator[Proposal]:
    """Yield a proposal for each verb that does not go with the word before it."""
    for place, word in enumerate(clause.words):
        if word in _PRONOUNS:
            yield from _after_pronoun(clause, place, word, forms)
        if word == "there":
            yield from _after_there(clause, place)
        elif word in _DETERMINERS or word in _SINGULAR_DETERMINERS:
            yield from _after_noun(clause, place, word, forms)


def _after_pronoun(clause: Clause, place: int, word: str, forms: Inflection) -> Iterator[Proposal]:
    before = clause.word(place - 1)
    if before in _GOVERNORS or (before in ("and", "or") and clause.word(place - 2) != ","):
        return
    verb_place = place + 1
    while clause.word(verb_place) in _ADVERBS:
        verb_place += 1
    verb = clause.word(verb_place)
    if word == "i" and not clause.has_before(place, _UNREAL):
        wanted = _TO_FIRST.get(verb) or forms.base_of_third(verb)
        # Where no clause begins it may be a number: "phase I has ended".
        is_certain = verb in _CERTAIN_AFTER_I and clause.opens_at(place) and before != "and"
        yield from clause.instead(verb_place, wanted, "agreement:i", is_certain=is_certain)
    elif word in _SINGULAR_NOMINATIVES or (word in _INDEFINITE and clause.opens_at(place)):
        if clause.has_before(place, _UNREAL):
            return
        name = "agreement:he" if word in _SINGULAR_NOMINATIVES else "agreement:it"
        if verb in _TO_SINGULAR:
            # What is wished for or unreal takes the bare form: "demand that he have".
            is_certain = verb not in ("were", "weren't") and before != "that"
            is_certain = is_certain and not before.endswith(("'s", "'d", "'ll"))  # "what's he do"
            yield from clause.instead(verb_place, _TO_SINGULAR[verb], name, is_certain=is_certain)
        elif forms.is_base(verb):
            is_plain = _is_plainly_bare(clause, place, verb_place, forms)
            is_past = clause.is_of_the_past()
            third, past = forms.third(verb), forms.past(verb)
            now = is_plain and not is_past
            yield from clause.instead(verb_place, third, f"{name}:verb", is_certain=now)
            if word in _SINGULAR_NOMINATIVES:
                then = is_plain and is_past
                yield from clause.instead(verb_place, past, f"{name}:past", is_certain=then)
    elif word in _PLURAL_NOMINATIVES or (word in _PLURAL_WORDS and clause.opens_at(place)):
        name = "agreement:they" if word in _PLURAL_NOMINATIVES else "agreement:people"
        wanted = _TO_PLURAL.get(verb)
        if wanted or verb_place == place + 1:
            # "We parents" and "people figures" are nouns.
            is_certain = clause.is_small(verb_place) and (wanted is not None or word == "they")
            wanted = wanted or forms.base_of_third(verb)
            yield from clause.instead(verb_place, wanted, name, is_certain=is_certain)
    elif word in _DEMONSTRATIVES:
        yield from clause.instead(verb_place, _TO_PLURAL.get(verb), "agreement:these")


def _is_plainly_bare(clause: Clause, place: int, verb_place: int, forms: Inflection) -> bool:
    """Return True where "he" or "she" begins a clause and a bare verb follows: "She go"."""
    verb = clause.word(verb_place)
    return (
        (clause.word(place) in _SINGULAR_NOMINATIVES or clause.word(place) in _EVERYBODY)
        and (place == 0 or clause.word(place - 1) in _BEFORE_FACTS)
        and clause.is_small(verb_place)
        and clause.word(verb_place + 1) not in _AFTER_NO_VERB
        and (verb not in _SELDOM_VERBS or _is_needed(clause, verb_place))
        and forms.past(verb) != verb
        and not (forms.base_of_past(verb) or forms.base_of_third(verb))
    )


def _is_needed(clause: Clause, place: int) -> bool:
    """Return True for the "need" of "he need a"; that of "he need not" has no other form."""
    return clause.word(place) == "need" and clause.word(place + 1) in _DETERMINERS | {
        *("a", "an", "the", "to", "more", "help"),
    }


def _after_there(clause: Clause, place: int) -> Iterator[Proposal]:
    verb, following = clause.word(place + 1), clause.word(place + 2)
    if following in _MANY and verb in ("is", "was"):
        is_certain = following in ("many", "several") and clause.word(place + 3) not in ("a", "an")
        wanted = _TO_PLURAL[verb]
        yield from clause.instead(place + 1, wanted, "agreement:there", is_certain=is_certain)
    elif (
        following in ("a", "an", "one")
        and verb in ("are", "were")
        and clause.word(place + 3) not in _GROUPS
    ):
        yield from clause.instead(place + 1, _TO_SINGULAR[verb], "agreement:there")


def _after_noun(clause: Clause, place: int, word: str, forms: Inflection) -> Iterator[Proposal]:
    if not clause.opens_at(place):
        return
    for noun_place in (place + 1, place + 2):
        noun, verb = clause.word(noun_place), clause.word(noun_place + 1)
        if is_function_word(noun) or not noun.isalpha():
            return
        if forms.singular(noun) and word not in ("this", "that", "each", "every", "a", "an"):
            is_certain = word in _DEMONSTRATIVES and verb in _TO_PLURAL and noun not in _TIMES
            wanted = _TO_PLURAL.get(verb) or forms.base_of_third(verb)
            place = noun_place + 1
            yield from clause.instead(place, wanted, "agreement:plural", is_certain=is_certain)
        elif (
            word in _SINGULAR_DETERMINERS
            and verb in _TO_SINGULAR
            and noun not in _GROUPS
            and forms.plural(noun)
        ):
            before = clause.word(place - 1)
            is_certain = (place == 0 or before in _BEFORE_FACTS) and (
                verb == "don't" or (noun in _RELATIVES and noun_place == place + 1)
            )
            wanted = _TO_SINGULAR[verb]
            yield from clause.instead(
                noun_place + 1, wanted, "agreement:singular", is_certain=is_certain
            )
