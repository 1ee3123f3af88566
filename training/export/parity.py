"""Compare a checkpoint in torch with its exports: ``python -m training.export.parity``.

Three systems correct the same sentences: torch in 32-bit floats, the same
weights as float graphs, and the shipped bundle. Reported are the differences
of log-probabilities on torch's own hypotheses and how often the corrected
texts agree.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from model.bundle import TOKENIZER, Bundle
from model.decoding.aggressive import aggressive
from model.decoding.common import DecodingOptions, Hypothesis, StateT, Stepper
from model.decoding.greedy import greedy
from model.errors import BundleError
from model.session import Session
from model.state import FloatArray
from model.tokenizer import BOS_ID, EOS_ID
from training.checkpoints import CheckpointError, load_model
from training.edgeformer.model import EdgeFormer
from training.export.bundling import ExportOptions, write_bundle
from training.export.checkpoint import from_state_dict
from training.export.sentences import SENTENCES
from training.export.torch_stepper import TorchStepper


@dataclass(frozen=True, slots=True)
class LogProbDifference:
    """How far one system's log-probabilities are from torch's, over all target positions."""

    largest: float
    mean: float
    divergence: float
    """Mean Kullback-Leibler divergence from torch, in nats per token."""
    same_choice: float
    """Share of positions where both prefer the same token."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Share of sentences on which two ways of correcting give the same text."""

    float_with_torch: float
    bundle_with_torch: float
    bundle_aggressive_with_greedy: float


@dataclass(frozen=True, slots=True)
class ParityReport:
    """What the comparison found."""

    sentences: int
    float_log_probs: LogProbDifference
    bundle_log_probs: LogProbDifference
    agreement: Agreement
    differing: tuple[tuple[str, str], ...]
    """Torch's text and the bundle's, where they differ."""


def compare(network: EdgeFormer, bundle: Bundle, texts: Sequence[str]) -> ParityReport:
    """Correct ``texts`` with all three systems and compare.

    Args:
        network: the checkpoint's weights, in evaluation mode.
        bundle: the exported model.
        texts: one sentence each; empty ones are left out.
    """
    tokenizer = bundle.tokenizer()
    sources = [tokenizer.encode(text) for text in texts if text.strip()]
    trained = TorchStepper(network)
    with tempfile.TemporaryDirectory() as folder:
        as_float = Session(_float_bundle(network, bundle, Path(folder)))
    shipped = Session(bundle)
    options = DecodingOptions(max_positions=bundle.manifest.shape.max_positions)
    expected = [greedy(trained, source, options) for source in sources]
    in_float = [greedy(as_float, source, options) for source in sources]
    in_bundle = [greedy(shipped, source, options) for source in sources]
    guided = [aggressive(shipped, source, options) for source in sources]
    targets = [list(hypothesis.tokens) for hypothesis in expected]
    reference = _score_all(trained, sources, targets)
    decoded = [[tokenizer.decode(h.tokens) for h in found] for found in (expected, in_bundle)]
    return ParityReport(
        sentences=len(sources),
        float_log_probs=_difference(reference, _score_all(as_float, sources, targets)),
        bundle_log_probs=_difference(reference, _score_all(shipped, sources, targets)),
        agreement=Agreement(
            float_with_torch=_share_equal(expected, in_float),
            bundle_with_torch=_share_equal(expected, in_bundle),
            bundle_aggressive_with_greedy=_share_equal(in_bundle, guided),
        ),
        differing=tuple(pair for pair in zip(*decoded, strict=True) if pair[0] != pair[1]),
    )


def _float_bundle(network: EdgeFormer, bundle: Bundle, folder: Path) -> Bundle:
    model = from_state_dict(network.config, network.state_dict())
    options = ExportOptions(program_version="parity", weight_bits=None)
    return write_bundle(model, (bundle.folder / TOKENIZER).read_bytes(), folder, options)


def _score_all(
    stepper: Stepper[StateT], sources: Sequence[list[int]], targets: Sequence[list[int]]
) -> FloatArray:
    """Return log-probabilities of all target positions, (positions, vocabulary)."""
    scored = [
        stepper.step(np.array([[BOS_ID, *target]]), stepper.start([[*source, EOS_ID]]))[0]
        for source, target in zip(sources, targets, strict=True)
    ]
    return np.concatenate(scored)


def _difference(expected: FloatArray, actual: FloatArray) -> LogProbDifference:
    apart = np.abs(expected - actual)
    divergence = (np.exp(expected) * (expected - actual)).sum(-1)
    return LogProbDifference(
        largest=float(apart.max()),
        mean=float(apart.mean()),
        divergence=float(divergence.mean()),
        same_choice=float((expected.argmax(-1) == actual.argmax(-1)).mean()),
    )


def _share_equal(first: Sequence[Hypothesis], second: Sequence[Hypothesis]) -> float:
    equal = [one.tokens == other.tokens for one, other in zip(first, second, strict=True)]
    return sum(equal) / len(equal)


def print_report(report: ParityReport) -> None:
    """Print the comparison as a table."""
    print(f"{report.sentences} sentences; log-probabilities on torch's own hypotheses:")
    print(f"{'':14}{'largest':>10}{'mean':>10}{'KL':>10}{'same choice':>13}")
    for name, row in (
        ("float graphs", report.float_log_probs),
        ("bundle", report.bundle_log_probs),
    ):
        print(
            f"{name:14}{row.largest:10.2g}{row.mean:10.2g}{row.divergence:10.2g}"
            f"{row.same_choice:13.2%}"
        )
    print("corrected texts that agree:")
    for name, share in asdict(report.agreement).items():
        print(f"  {name.replace('_', ' '):32}{share:8.2%}")
    for trained, shipped in report.differing:
        print(f"  torch:  {trained}\n  bundle: {shipped}")


def main(argv: Sequence[str] | None = None) -> int:
    """Compare a checkpoint with a bundle made from it."""
    parser = argparse.ArgumentParser(
        prog="python -m training.export.parity", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--bundle", type=Path, default=Path("assets/model"))
    parser.add_argument("--texts", type=Path, help="UTF-8 file with a sentence per line")
    parser.add_argument("--json", type=Path, help="write the report here too")
    options = parser.parse_args(argv)
    try:
        network, _ = load_model(options.checkpoint)
        texts = _read_texts(options.texts) if options.texts else SENTENCES
        report = compare(network, Bundle.open(options.bundle), texts)
    except (CheckpointError, BundleError, OSError, ValueError) as error:
        print(f"parity: {error}", file=sys.stderr)
        return 1
    print_report(report)
    if options.json:
        options.json.write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")
    return 0


def _read_texts(path: Path) -> list[str]:
    texts = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if not texts:
        raise ValueError(f"{path} holds no sentences; put one on each line")
    return texts


if __name__ == "__main__":
    raise SystemExit(main())
