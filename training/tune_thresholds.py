"""Choose the confidence thresholds of a bundle: ``python -m training.tune_thresholds``.

Runs the engine once over the tuning sets without thresholds, searches those that make
F0.5 best within a cap on false alarms, and checks them by scoring the tuning sets and
the report sets, which took no part. The thresholds are written as JSON, to be put into
the manifest by ``python -m training.export --update --thresholds FILE``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from model.composition import compose
from model.corrector import Corrector, CorrectorOptions
from model.edits import Correction, Sentence
from model.error_density import ErrorDensity
from model.errors import ModelError
from model.filtering import Sensitivity
from model.parts import CorrectorParts
from model.spelling.speller import PROPOSAL
from training.corpora.compressed import CorpusError
from training.evaluation.errors import EvaluationError
from training.evaluation.outcomes import Correct, SetOutcomes, collect
from training.evaluation.sets import NAMED_SETS, load_named
from training.evaluation.tuning import JudgedEdits, TuningOptions, tune

TUNING_SETS = ("bea-dev", "fce-dev")
REPORT_SETS = ("conll13", "jfleg-dev", "cweb-g-dev", "cweb-s-dev")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 2 if a file, the bundle or a combination of options cannot be used."""
    options = parser().parse_args(argv)
    try:
        tuning = TuningOptions(
            max_false_alarms=options.max_false_alarms,
            caps=dict(options.cap),
            least_edits=options.least_edits,
            least_threshold=options.least_threshold,
        )
        if shared := set(options.tune) & set(options.report):
            raise EvaluationError(
                f"{', '.join(sorted(shared))} cannot both tune and report: take it out of one."
            )
        found = {name: _collect(name, options) for name in dict.fromkeys(options.tune)}
        tuned = [found[name] for name in options.tune]
        thresholds = {**tune(JudgedEdits.of(tuned), tuning), PROPOSAL: options.proposals}
        write_thresholds(options.out, thresholds)
        print(json.dumps(thresholds, indent=1))
        print_scores(list(found.values()), thresholds, "tuned on")
        reported = [_collect(name, options) for name in options.report]
        print_scores(reported, thresholds, "report")
    except (CorpusError, EvaluationError, ModelError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the options of the command."""
    result = argparse.ArgumentParser(
        prog="python -m training.tune_thresholds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("--bundle", type=Path, required=True, metavar="FOLDER")
    result.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    result.add_argument("--out", type=Path, required=True, metavar="FILE", help="JSON to write")
    result.add_argument(
        "--tune",
        nargs="+",
        choices=tuple(NAMED_SETS),
        default=list(TUNING_SETS),
        help="a set that is named twice counts twice",
    )
    result.add_argument("--report", nargs="*", choices=tuple(NAMED_SETS), default=list(REPORT_SETS))
    result.add_argument(
        "--max-false-alarms",
        type=float,
        default=0.08,
        help="most error-free sentences that may be changed, as a share (default 0.08)",
    )
    result.add_argument(
        "--cap",
        type=_set_and_share,
        action="append",
        default=[],
        metavar="SET=SHARE",
        help="another cap for one of the tuning sets; may be given again",
    )
    result.add_argument(
        "--least-edits",
        type=int,
        default=40,
        help="edits that an error type needs for a threshold of its own (default 40)",
    )
    result.add_argument("--edit-bias", type=float, metavar="NATS", help="instead of the bundle's")
    result.add_argument(
        "--least-threshold", type=float, default=0.0, help="no threshold is lower (default 0)"
    )
    result.add_argument(
        "--proposals",
        type=float,
        default=0.5,
        help="threshold of what the word list proposes, written unchanged (default 0.5);"
        " proposals themselves take no part in the tuning",
    )
    result.add_argument("--limit", type=int, metavar="N", help="N sentences, taken evenly")
    return result


def _set_and_share(text: str) -> tuple[str, float]:
    name, _, share = text.partition("=")
    if name not in NAMED_SETS:
        raise argparse.ArgumentTypeError(
            f"{name!r} is no set; write SET=SHARE with one of {', '.join(NAMED_SETS)}"
        )
    try:
        return name, float(share)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{share!r} is no share; write it as {name}=0.12"
        ) from None


def searched_alone(bundle: Path, proposals: float, edit_bias: float | None = None) -> Correct:
    """Return an engine that gives all edits of the model's first reading and no others.

    The model reads what the list of words has mended, and how sure it is depends on how many
    mistakes the sentences before had, as for a writer: give it the sentences of one set in order.

    Args:
        bundle: folder of the bundle.
        proposals: threshold of what the list of words proposes.
        edit_bias: instead of the bundle's.

    Raises:
        BundleError: if the bundle cannot be used.
    """
    parts = CorrectorParts.load(bundle, threads=1)
    speller = Corrector.of(replace(parts, thresholds={PROPOSAL: proposals}))
    reader = Corrector.of(
        parts, CorrectorOptions(min_confidence=0.0, edit_bias=edit_bias, spelling=False, passes=1)
    )

    density = ErrorDensity()

    def correct(sentence: Sentence) -> Correction:
        spelled = speller.spelled(sentence, density.odds)
        found = reader.correct_sentence(Sentence(spelled.text, sentence.start), odds=density.odds)
        density.follow(found)
        edits = compose(sentence.text, spelled.edits, found.edits)
        return Correction(sentence, tuple(edit for edit in edits if edit not in spelled.edits))

    return correct


def _collect(name: str, options: argparse.Namespace) -> SetOutcomes:
    print(f"correcting {name} ...", file=sys.stderr)
    correct = searched_alone(options.bundle, options.proposals, options.edit_bias)
    chosen = load_named(name, options.data)
    if options.limit:
        chosen = replace(chosen, dev=chosen.dev.sample(options.limit), references=())
    return collect(chosen, correct)


def write_thresholds(path: Path, thresholds: dict[str, float]) -> None:
    """Write the thresholds as the exporter reads them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(thresholds, indent=1) + "\n", encoding="utf-8")


def print_scores(sets: Sequence[SetOutcomes], thresholds: dict[str, float], purpose: str) -> None:
    """Print MaxMatch and false alarms: all edits, at 0.5, and with the thresholds."""
    for outcomes in sets:
        for label, sensitivity in (
            ("all edits", Sensitivity({"default": 0.0})),
            ("0.5", Sensitivity({"default": 0.5})),
            ("tuned", Sensitivity(thresholds)),
        ):
            score = outcomes.score(sensitivity)
            print(
                f"{purpose} {outcomes.chosen.name:<11} {label:<10}"
                f" P {100 * score.precision:6.2f}  R {100 * score.recall:6.2f}"
                f"  F0.5 {100 * score.f_half:6.2f}"
                f"  false alarms {100 * score.false_alarm_rate:5.1f} %"
            )


if __name__ == "__main__":
    sys.exit(main())
