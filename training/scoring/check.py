"""Hold our scorers against known figures: ``python -m training.scoring.check``.

The figures are those of the official scorers. Reads the hypotheses of ``scorer-check`` and
the sets of ``gec/dev`` below ``--data``, prints expected, found and difference, and ends
with 1 if one is off. Two of the files do not hold the characters that the known figures
were measured with (decision 0020); they are read accordingly, and the figures of the files
as they stand are printed beside.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora.compressed import CorpusError, iterate_lines
from training.corpora.m2 import AnnotatedSentence
from training.evaluation.sets import NAMED_SETS, load_named
from training.scoring.counts import Counts
from training.scoring.errant_score import score_errant
from training.scoring.gleu import score_gleu
from training.scoring.gold import read_gold
from training.scoring.maxmatch import score_corpus
from training.scoring.typography import ACCENTS, Folding

BEA = "wi+locness.ABCN.dev.gold.bea19.m2"
JFLEG = "jfleg.dev.m2"
JFLEG_REFERENCES = "jfleg.dev.tok.tsv"

EXACT = 0.005
"""Equal to the second digit, figures in percent."""
SAMPLED = 0.1
"""GLEU draws its references at random."""
OTHER_TAGGER = 0.3
"""ERRANT-style figures hang on the tagger; the known ones come from another substitute."""

Reading = Callable[[Sequence[str], Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """Official figures of one hypothesis file, in percent."""

    hypotheses: str
    m2: str
    maxmatch: tuple[float, float, float] | None
    """Precision, recall, F0.5."""
    errant: tuple[float, float, float] | None = None
    gleu: float | None = None
    reading: str = "as it is"


KNOWN = (
    Known("bea_dev.hyp", BEA, (60.36, 27.03, 48.42), (55.2, 26.1, 45.1), reading="as ASCII"),
    Known("bea_dev.harper.hyp", BEA, (27.34, 5.50, 15.24), (24.1, 5.5, 14.3), reading="restored"),
    Known("conll13.hyp", "conll13.original.official-preprocessed.m2", (50.92, 18.37, 37.60)),
    Known("jfleg_dev.hyp", JFLEG, (76.87, 51.06, 69.82), gleu=56.04),
    Known("", BEA, (100.0, 0.0, 0.0)),
    Known("", JFLEG, (100.0, 0.0, 0.0), gleu=38.20),
)
"""The table of the corpus folder; no file: the source unchanged."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what it should be and what it is."""

    name: str
    expected: float | None
    """None: only for comparison."""
    found: float
    tolerance: float

    @property
    def is_right(self) -> bool:
        """Return True if nothing is expected, or the figure is near enough."""
        return self.expected is None or abs(self.expected - self.found) <= self.tolerance


def as_ascii(_source: Sequence[str], hypothesis: Sequence[str]) -> list[str]:
    """Return the hypothesis with a question mark for every character beyond ASCII."""
    return [token.encode("ascii", "replace").decode() for token in hypothesis]


def restored(source: Sequence[str], hypothesis: Sequence[str]) -> list[str]:
    """Undo that question marks were written for characters of the source beyond ASCII."""
    lost = {as_ascii((), [token])[0]: token for token in source if not token.isascii()}
    return [lost.get(token, token) for token in hypothesis]


def as_it_is(_source: Sequence[str], hypothesis: Sequence[str]) -> list[str]:
    """Return the hypothesis."""
    return list(hypothesis)


READINGS: dict[str, Reading] = {
    "as it is": as_it_is,
    "as ASCII": as_ascii,
    "restored": restored,
}


def check_natural_sources(data: Path) -> list[Row]:
    """Return, for every named set, the edits that its natural sources count as: must be none.

    The sources are read with plain quotes and dashes, as a system may write them back.

    Raises:
        CorpusError: if a file is missing.
    """
    rows = []
    for name in NAMED_SETS:
        dev = load_named(name, data).dev
        plain = Folding(kept=ACCENTS)
        score = dev.score([f" {plain(source)} " for source in dev.sources])
        needless = float(score.counts.proposed + score.false_alarms + score.erroneous_changed)
        rows.append(Row(f"natural sources of {name}: edits and changed", 0.0, needless, 0.0))
    return rows


def check_known(known: Known, data: Path, with_errant: bool) -> list[Row]:
    """Return the rows of one hypothesis file.

    Raises:
        CorpusError: if a file is missing.
    """
    gold = read_gold(data / "gec/dev/m2" / known.m2)
    given = _hypotheses(known, data, gold)
    read = READINGS[known.reading]
    hypotheses = [read(s.tokens, tokens) for s, tokens in zip(gold, given, strict=True)]
    name = known.hypotheses or f"unchanged {known.m2.split('.')[0]}"
    rows = []
    if known.maxmatch:
        rows += _ratios(f"{name} MaxMatch", known.maxmatch, score_corpus(gold, hypotheses), EXACT)
        if hypotheses != given:
            rows += _ratios(f"{name} MaxMatch, file as it is", None, score_corpus(gold, given), 0)
    if known.gleu is not None:
        found = 100 * _gleu(data / "gec/dev" / JFLEG_REFERENCES, hypotheses)
        rows.append(Row(f"{name} GLEU", known.gleu, found, SAMPLED))
    if known.errant and with_errant:
        counts = score_errant(gold, hypotheses)
        rows += _ratios(f"{name} ERRANT-style", known.errant, counts, OTHER_TAGGER)
    return rows


def _hypotheses(known: Known, data: Path, gold: Sequence[AnnotatedSentence]) -> list[list[str]]:
    if not known.hypotheses:
        return [list(sentence.tokens) for sentence in gold]
    lines = [line.split() for line in iterate_lines(data / "scorer-check" / known.hypotheses)]
    if len(lines) != len(gold):
        raise CorpusError(
            f"{known.hypotheses} has {len(lines)} lines for {len(gold)} sentences of {known.m2}."
        )
    return lines


def _gleu(references: Path, hypotheses: Sequence[Sequence[str]]) -> float:
    columns = [[text.split() for text in line.split("\t")] for line in iterate_lines(references)]
    return score_gleu([row[0] for row in columns], hypotheses, [row[1:] for row in columns])


def _ratios(
    name: str, expected: tuple[float, float, float] | None, counts: Counts, tolerance: float
) -> list[Row]:
    found = (counts.precision, counts.recall, counts.f_half)
    wanted: tuple[float | None, ...] = expected or (None, None, None)
    return [
        Row(f"{name} {ratio}", target, 100 * value, tolerance)
        for ratio, target, value in zip(("P", "R", "F0.5"), wanted, found, strict=True)
    ]


def print_rows(rows: Sequence[Row]) -> None:
    """Print expected, found and difference of every figure."""
    width = max(len(row.name) for row in rows)
    print(f"{'figure':{width}}  expected   found  difference")
    for row in rows:
        if row.expected is None:
            print(f"{row.name:{width}}         -  {row.found:6.2f}")
            continue
        verdict = "" if row.is_right else f"  MORE THAN {row.tolerance:g} OFF"
        difference = row.found - row.expected
        figures = f"{row.expected:6.2f}  {row.found:6.2f}  {difference:+10.3f}"
        print(f"{row.name:{width}}    {figures}{verdict}")


def main(argv: Sequence[str] | None = None) -> int:
    """Score the known hypotheses; 1 if a figure is off, 2 if a file is missing."""
    parser = argparse.ArgumentParser(prog="python -m training.scoring.check", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--no-errant", action="store_true", help="leave the slow figures out")
    options = parser.parse_args(argv)
    try:
        rows = [
            row
            for known in KNOWN
            for row in check_known(known, options.data, not options.no_errant)
        ]
        rows += check_natural_sources(options.data)
    except CorpusError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print_rows(rows)
    wrong = sum(not row.is_right for row in rows)
    print(f"{wrong} of {len(rows)} figures are off." if wrong else "All figures agree.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
