"""Corrected sentences of learners, for fitting what works beside the network.

Only training sets are read. What is fitted to the network's own answers needs
sentences that it was not taught with.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.parts import CorrectorParts
from training.corpora import cleaning
from training.corpora.compressed import find_text
from training.corpora.parallel import iterate_pairs

PAIRS = ("wi.A.train", "wi.B.train", "wi.C.train", "fce.train")
"""Sets of corrected learner text, from the folder ``gec/train``."""


def corrected_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield sources and references of the training sets.

    Raises:
        CorpusError: if one is missing.
    """
    for name in PAIRS:
        for pair in iterate_pairs(find_text(folder, f"{name}.tsv")):
            yield pair.source, pair.target


def add_seen_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be told what :func:`unseen_pairs` leaves out."""
    parser.add_argument(
        "--seen",
        type=Path,
        nargs="*",
        default=[],
        help="pairs that the network was trained on; left out, but for those too long for it",
    )


def unseen_pairs(
    folder: Path, seen: Sequence[Path], parts: CorrectorParts
) -> list[tuple[str, str]]:
    """Return the pairs of the training sets that the network was not taught with.

    Of what it was taught it is surer than it has reason to be, so that nothing
    fitted to it there holds elsewhere.

    Args:
        folder: of the training sets.
        seen: files of pairs of its recipes (``training.corpora.prepare_pairs``); of none, all pairs
            are returned.
        parts: the network, whose recipe left out longer sentences than it is familiar with.

    Raises:
        CorpusError: if a file is missing.
    """
    taught = {pair.source for path in seen for pair in iterate_pairs(path)}

    def is_seen(source: str, target: str) -> bool:
        # The files of pairs hold them as they were cleaned.
        clean = [cleaning.normalise(text, cleaning.LEARNER) for text in (source, target)]
        return clean[0] in taught and not is_too_long(parts, *clean)

    return [pair for pair in corrected_pairs(folder) if not is_seen(*pair)]


def is_too_long(parts: CorrectorParts, source: str, target: str) -> bool:
    """Return True if a network's recipe left out a pair for its length."""
    longest = parts.familiar_tokens - 2  # without the marks of begin and end
    return max(len(parts.tokenizer.encode(text)) for text in (source, target)) > longest
