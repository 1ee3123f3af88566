"""Nouns whose number does not go with the words before them.

"Two apple", "many thing", "one of my friend", "every days", "much people". Knows
tokens and forms; asks no model.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.grammar.inflection import Inflection, is_function_word
from model.grammar.proposals import Clause, Proposal

_TAKE_PLURAL = frozenset(
    """
    many several few these those both various numerous two three four five six seven eight nine
    ten twelve twenty thirty fifty hundred
    """.split()  # noqa: SIM905
)
_TAKE_SINGULAR = frozenset({"every", "each", "another", "a", "an"})
_AFTER_ONE_OF = frozenset("the my your his her our their these those".split())  # noqa: SIM905
_POSSESSIVES = _AFTER_ONE_OF - {"the", "these", "those"}
_SUPERLATIVES = frozenset({"most", "best", "biggest", "main"})
_MAY_BE_MANY = frozenset({*_TAKE_PLURAL, "own", "family", "team", "staff", "kind", "number"})
_ADJECTIVES = frozenset(
    """
    different new good big small important other old great beautiful interesting difficult young
    bad nice best most biggest main more little long short high popular common famous favourite
    favorite special main social international
    """.split()  # noqa: SIM905
)
_BOUNDARIES = frozenset({"", ".", ",", "!", "?", ";", ":", ")", '"', "that", "who", "which"})


def number_proposals(clause: Clause, forms: Inflection) -> Iterator[Proposal]:
    """Yield proposals for nouns in the wrong number."""
    for place, word in enumerate(clause.words):
        if word in _TAKE_PLURAL:
            yield from _plural_after(clause, place, forms, "plural:many")
        elif word == "of" and clause.word(place - 1) == "one":
            if clause.word(place + 1) in _AFTER_ONE_OF:
                yield from _plural_after(clause, place + 1, forms, "plural:one_of")
        elif word in _TAKE_SINGULAR:
            noun, following = clause.word(place + 1), clause.word(place + 2)
            ends = following in _BOUNDARIES or is_function_word(following)
            ends = ends or forms.base_of_past(following) is not None
            is_certain = word == "every" and ends and clause.is_small(place + 1)
            is_certain = is_certain and (place == 0 or clause.is_small(place))  # "George Every"
            singular = forms.singular(noun)
            yield from clause.instead(
                place + 1, singular, f"singular:{word}", is_certain=is_certain
            )
        elif word == "much" and forms.singular(clause.word(place + 1)):
            yield from clause.instead(place, "many", "many:much")


def _plural_after(clause: Clause, place: int, forms: Inflection, rule: str) -> Iterator[Proposal]:
    owner = clause.word(place)
    is_owned = owner in _POSSESSIVES and clause.word(place - 3) != "only"
    place += 1
    is_superlative = clause.word(place) in _SUPERLATIVES
    while clause.word(place) in _ADJECTIVES:
        place += 1
    noun, following = clause.word(place), clause.word(place + 1)
    if not noun.isalpha() or is_function_word(noun):
        return
    if following in _BOUNDARIES or is_function_word(following):
        is_certain = (
            rule == "plural:one_of"
            and (is_superlative or is_owned)
            and clause.word(place - 1) != "most"  # "one of the most vital in history"
            and noun not in _MAY_BE_MANY
            and following not in ("and", "or")
            and clause.is_small(place)
        )
        yield from clause.instead(place, forms.plural(noun), rule, is_certain=is_certain)
