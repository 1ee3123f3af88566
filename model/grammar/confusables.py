"""Words taken for others that are known, too: "its" and "it's", "loose" and "lose".

A list of words does not tell such a slip, but the words beside often do: where
the other one of a pair stands among them far more often, it is proposed. Knows
words and how often runs of them occur; asks no model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.grammar.proposals import Clause, Proposal
from model.ngrams import ORDER, Ngrams, as_counted, bounded

# Nats by which the runs of words around must be more familiar with the other word. In 30,000
# learners' sentences 168 of 414 proposals are right; a lower bar adds mostly wrong ones.
_LEAST_GAIN = 3.0
# What is written, and what may have been meant.
_MEANT = """
    its it's | it's its | there their they're | their they're | they're their there | then than |
    than then | to too | too to | weather whether | whether weather | advise advice |
    advice advise | quiet quite | quite quiet | passed past | loose lose | who's whose |
    whose who's | your you're | you're your | affect effect | effect affect | hole whole |
    peace piece | piece peace | brake break | weak week | where were | were where | by buy |
    knew new | now know | hear here | here hear | write right | right write | off of |
    threw through | through thought | though thought | thought though | form from |
    except accept | live life | leave live | chose choose | fell feel | breath breathe |
    desert dessert | aloud allowed | believe belief | wether whether
"""


def _table(rows: str) -> Mapping[str, tuple[str, ...]]:
    words = map(str.split, rows.split("|"))
    return {written: tuple(meant) for written, *meant in words}


MEANT = _table(_MEANT)


def confusable_proposals(clause: Clause, ngrams: Ngrams) -> Iterator[Proposal]:
    """Yield a proposal for each word beside which another one is far more familiar."""
    words: Sequence[str] = ()
    for place, word in enumerate(clause.words):
        if word not in MEANT or not (place == 0 or clause.is_small(place)):
            continue
        words = words or bounded(list(map(as_counted, clause.words)))
        score, *scores = map(ngrams.log_score, _around(words, place, (word, *MEANT[word])))
        best, meant = max(zip(scores, MEANT[word], strict=True))
        if best - score >= _LEAST_GAIN:
            yield from clause.instead(place, meant, f"confusable:{word}")


def _around(words: Sequence[str], place: int, choices: Sequence[str]) -> Iterator[list[str]]:
    """Yield each choice between the two words before and the two after a place.

    Args:
        words: bounded, as runs of words are counted.
        place: of the word, the marks at the beginning not counted.
        choices: of one word, or of two that an apostrophe joins.
    """
    at = place + ORDER - 1
    for choice in choices:
        yield [*words[at - ORDER + 1 : at], choice, *words[at + 1 : at + ORDER]]
