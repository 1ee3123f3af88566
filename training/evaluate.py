"""Score correction systems on sets with known corrections: ``python -m training.evaluate``.

Takes any number of systems and sets and prints one row for each pair. Example::

    python -m training.evaluate --data DIR --bundle assets/model --identity
    python -m training.evaluate --m2 my.m2 --natural my.txt --bundle assets/model
    python -m training.evaluate --sets own-names own-dialects own-common --bundle assets/model
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from model.corrector import CorrectorOptions
from model.errors import ModelError
from training.corpora.compressed import CorpusError
from training.evaluation.errant_package import load_extractor
from training.evaluation.errors import EvaluationError
from training.evaluation.report import table, type_table, write_json
from training.evaluation.scores import ScoreOptions, SetScores, evaluate
from training.evaluation.sets import (
    NAMED_SETS,
    OWN_SETS,
    EvaluationSet,
    load_m2,
    load_named,
    load_own,
    load_tsv,
)
from training.evaluation.systems import (
    HARPER_DIALECTS,
    BundleSystem,
    CheckpointSystem,
    HarperSystem,
    HypothesisFile,
    Identity,
    System,
)
from training.scoring.errant_score import extract_edits


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 2 if a file, a system or a combination of options cannot be used."""
    options = parser().parse_args(argv)
    try:
        sets = load_sets(options)
        systems = load_systems(options)
        scores = score_all(systems, sets, options)
    except (CorpusError, EvaluationError, ModelError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(table(scores))
    if options.by_type:
        print()
        print(type_table(scores))
    if options.json:
        write_json(options.json, scores)
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the options of the command."""
    result = argparse.ArgumentParser(
        prog="python -m training.evaluate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_system_options(result.add_argument_group("systems"))
    _add_set_options(result.add_argument_group("sets"))
    output = result.add_argument_group("output")
    output.add_argument("--json", type=Path, metavar="FILE", help="write exact counts there, too")
    output.add_argument("--by-type", action="store_true", help="also gold edits found by type")
    output.add_argument("--no-errant", action="store_true", help="leave ERRANT-style figures out")
    output.add_argument(
        "--errant-package", action="store_true", help="use the package errant and its spaCy model"
    )
    return result


def _add_system_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--bundle", type=Path, action="append", default=[], metavar="FOLDER")
    group.add_argument("--checkpoint", type=Path, action="append", default=[], metavar="FILE")
    group.add_argument("--vocabulary", type=Path, metavar="FILE", help="of the checkpoints")
    group.add_argument(
        "--hypotheses",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="output of any system, one line for each sentence of one set",
    )
    group.add_argument(
        "--hypotheses-are",
        choices=("auto", "tokens", "natural"),
        default="auto",
        help="tokenised as the M2 file is, or natural text (default: look at the lines)",
    )
    group.add_argument("--identity", action="store_true", help="the source unchanged")
    group.add_argument("--harper", choices=HARPER_DIALECTS, action="append", default=[])
    group.add_argument("--strategy", default="aggressive", help="of the bundles' search")
    group.add_argument("--min-confidence", type=float, help="instead of the bundles' thresholds")
    group.add_argument("--level", type=float, default=0.5, help="0 fewer .. 1 more corrections")
    group.add_argument(
        "--apart",
        action="store_true",
        help="each sentence as a text of its own (default: a set is one text, in its order)",
    )


def _add_set_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--data", type=Path, help="folder of the corpora, for the named sets")
    group.add_argument(
        "--sets",
        nargs="+",
        choices=(*NAMED_SETS, *OWN_SETS),
        metavar="NAME",
        help=f"default: all of {', '.join(NAMED_SETS)}; without --data: {', '.join(OWN_SETS)}",
    )
    group.add_argument("--m2", type=Path, action="append", default=[], metavar="FILE")
    group.add_argument(
        "--natural",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="natural text of each --m2, in the same order (else made of its tokens)",
    )
    group.add_argument("--tsv", type=Path, action="append", default=[], metavar="FILE")
    group.add_argument("--limit", type=int, metavar="N", help="first N sentences of each set")


def load_sets(options: argparse.Namespace) -> list[EvaluationSet]:
    """Return the sets that the options name.

    Raises:
        EvaluationError: if none is named, or there are natural texts without M2 files.
        CorpusError: if a file is missing or damaged.
    """
    if options.natural and len(options.natural) != len(options.m2):
        raise EvaluationError("Give --natural once for each --m2, in the same order, or never.")
    own = [name for name in options.sets or () if name in OWN_SETS]
    if options.sets and len(own) < len(options.sets) and not options.data:
        raise EvaluationError("Named sets need the folder of the corpora: give it with --data.")
    if options.limit is not None and options.limit < 1:
        raise EvaluationError(f"--limit must be at least 1, not {options.limit}.")
    natural: list[Path | None] = options.natural or [None] * len(options.m2)
    sets = [load_m2(*pair, options.limit) for pair in zip(options.m2, natural, strict=True)]
    sets += [load_tsv(path, options.limit) for path in options.tsv]
    if options.data and (options.sets or not sets):
        names = [name for name in options.sets or NAMED_SETS if name not in OWN_SETS]
        sets += [load_named(name, options.data, options.limit) for name in names]
    sets += [load_own(name, options.limit) for name in own]
    if not sets:
        raise EvaluationError("No set was named: give --sets, --data, --m2 or --tsv.")
    return sets


def load_systems(options: argparse.Namespace) -> list[System]:
    """Return the systems that the options name.

    Raises:
        EvaluationError: if none is named or one cannot be loaded.
        BundleError: if a bundle cannot be used.
        CorpusError: if a hypothesis file cannot be read.
    """
    if options.checkpoint and not options.vocabulary:
        raise EvaluationError("A checkpoint needs its vocabulary: give it with --vocabulary.")
    try:
        engine = CorrectorOptions(
            strategy=options.strategy, min_confidence=options.min_confidence, level=options.level
        )
    except ValueError as error:
        raise EvaluationError(f"{error}.") from error
    systems: list[System] = [Identity()] if options.identity else []
    systems += [HarperSystem.load(dialect) for dialect in options.harper]
    systems += [BundleSystem.load(folder, engine, apart=options.apart) for folder in options.bundle]
    systems += [CheckpointSystem.load(path, options.vocabulary) for path in options.checkpoint]
    systems += [HypothesisFile.load(path) for path in options.hypotheses]
    if not systems:
        raise EvaluationError(
            "No system was named: give --bundle, --checkpoint, --hypotheses, --harper or --identity"
            " (the source unchanged)."
        )
    return systems


def score_all(
    systems: Sequence[System], sets: Sequence[EvaluationSet], options: argparse.Namespace
) -> list[SetScores]:
    """Score every system on every set; a line on the error stream tells how far it is.

    Raises:
        EvaluationError: if a system cannot correct a set.
    """
    scoring = ScoreOptions(
        errant=not options.no_errant,
        extract=load_extractor() if options.errant_package else extract_edits,
        form=options.hypotheses_are,
    )
    scores = []
    for chosen in sets:
        for system in systems:
            print(f"{system.name} on {chosen.name} ...", file=sys.stderr)
            scores.append(evaluate(system, chosen, scoring))
    return scores


if __name__ == "__main__":
    sys.exit(main())
