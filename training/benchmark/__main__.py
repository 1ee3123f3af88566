"""Measure speed, memory and size: ``python -m training.benchmark``.

Times of sentences and throughput are in processor time on one thread, so that
other work on the machine distorts them less; load time is by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from model.bundle import Bundle
from model.errors import BundleError
from model.session import Session
from training.benchmark.comparison import (
    ENGINE,
    HARPER,
    SystemCosts,
    compare_systems,
    harper_is_installed,
)
from training.benchmark.latency import EDITS, LatencyRow, measure
from training.export.sentences import SENTENCES

DEV_SOURCES = Path("gec/dev/natural/wi_locness.ABCN.dev.m2-aligned.natural.txt")
"""Below the data folder: natural text, one sentence per line."""


@dataclass(frozen=True, slots=True)
class BenchmarkReport:
    """Everything measured in one run."""

    machine: str
    load_average: float | None
    """Processes waiting for a processor when it began: more than 0 makes times longer."""
    bundle: str
    bundle_bytes: int
    parameters: int
    latency: tuple[LatencyRow, ...]
    sentences: int
    systems: dict[str, SystemCosts]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure a bundle and print tables."""
    options = parse_arguments(argv)
    try:
        report = run(options)
    except (BundleError, OSError, RuntimeError, ValueError) as error:
        print(f"benchmark: {error}", file=sys.stderr)
        return 1
    print_report(report)
    if options.json:
        options.json.write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")
    return 0


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m training.benchmark", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--bundle", type=Path, default=Path("assets/model"))
    parser.add_argument("--data", type=Path, help="take sentences of the dev set in this folder")
    parser.add_argument("--sentences", type=int, default=500, help="how many of them")
    parser.add_argument("--rounds", type=int, default=31, help="repetitions of each time")
    parser.add_argument("--runs", type=int, default=3, help="processes per system")
    parser.add_argument("--no-harper", action="store_true", help="leave the peer out")
    parser.add_argument("--json", type=Path, help="write the report here too")
    return parser.parse_args(argv)


def run(options: argparse.Namespace) -> BenchmarkReport:
    """Measure what the command line asks for.

    Raises:
        BundleError: if the bundle cannot be used.
        OSError: if the data folder has no dev set.
        RuntimeError: if one of the systems fails.
    """
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    bundle = Bundle.open(options.bundle)
    sentences = choose_sentences(options.data, options.sentences)
    rows = measure(Session(bundle), bundle.tokenizer(), options.rounds)
    with_harper = harper_is_installed() and not options.no_harper
    systems = compare_systems(options.bundle, sentences, options.runs, with_harper=with_harper)
    return BenchmarkReport(
        machine=f"{platform.machine()}, {os.cpu_count()} processors, Python "
        f"{platform.python_version()}",
        load_average=load,
        bundle=bundle.fingerprint,
        bundle_bytes=sum(path.stat().st_size for path in bundle.paths),
        parameters=bundle.manifest.parameters,
        latency=tuple(rows),
        sentences=len(sentences),
        systems=systems,
    )


def choose_sentences(data: Path | None, count: int) -> list[str]:
    """Return a seeded sample of the dev set, or the built-in sentences.

    Raises:
        OSError: if the data folder has no dev set.
    """
    if data is None:
        return list(SENTENCES)
    lines = (data / DEV_SOURCES).read_text(encoding="utf-8").split("\n")
    sentences = [line for line in lines if line.strip()]
    return random.Random(1).sample(sentences, min(count, len(sentences)))


def print_report(report: BenchmarkReport) -> None:
    """Print tables and ratios."""
    load = "" if report.load_average is None else f", load average {report.load_average:.1f}"
    print(f"{report.machine}{load}")
    print(
        f"bundle {report.bundle}: {report.bundle_bytes / 1e6:.2f} MB,"
        f" {report.parameters:,} parameters"
    )
    print("\nms of processor time per sentence (median; decoding without the encoder)")
    edits = "".join(f"{f'{count} edits':>10}" for count in EDITS)
    print(f"{'tokens':>7}{'encoder':>10}{'greedy':>10}{edits}{'total, 1 edit':>15}")
    for row in report.latency:
        times = "".join(f"{time:10.2f}" for time in (row.encoder, row.greedy, *row.aggressive))
        print(f"{row.source_tokens:7}{times}{row.sentence:15.2f}")
    print(f"\n{report.sentences} sentences, each system in processes of its own (medians)")
    print(f"{'':10}{'per CPU-second':>16}{'per second':>12}{'load s':>9}{'memory MB':>11}")
    for name, costs in report.systems.items():
        print(_system_line(name, costs))
    if HARPER in report.systems:
        _print_ratios(report.systems[ENGINE], report.systems[HARPER])


def _system_line(name: str, costs: SystemCosts) -> str:
    memory = "-" if costs.added_mb is None else f"{costs.added_mb:.1f}"
    return (
        f"{name:10}{costs.sentences_per_cpu_second:16.1f}{costs.sentences_per_second:12.1f}"
        f"{costs.load_seconds:9.2f}{memory:>11}"
    )


def _print_ratios(engine: SystemCosts, harper: SystemCosts) -> None:
    speed = engine.sentences_per_cpu_second / harper.sentences_per_cpu_second
    load = engine.load_seconds / harper.load_seconds
    ratios = [f"{speed:.2f} x sentences per CPU-second", f"{load:.2f} x load time"]
    if engine.added_mb is not None and harper.added_mb is not None:
        ratios.append(f"{engine.added_mb / harper.added_mb:.2f} x memory")
    print("engine / harper: " + ", ".join(ratios))


if __name__ == "__main__":
    raise SystemExit(main())
