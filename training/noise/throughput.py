"""Measure how many sentences a second one core damages, and what comes out."""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from training.corpora.compressed import iterate_lines
from training.noise.sampler import ErrorMaker, NoiseOptions


def main(argv: Sequence[str] | None = None) -> int:
    """Damage a file of clean sentences once and print rates; ``--show`` prints pairs too."""
    parser = argparse.ArgumentParser(
        prog="python -m training.noise.throughput", description=__doc__
    )
    parser.add_argument("--noise", type=Path, default=Path("build/noise.json"))
    parser.add_argument("--text", type=Path, required=True, help="clean sentences, one a line")
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--show", type=int, default=0, help="print so many pairs")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    maker = ErrorMaker.from_file(options.noise, NoiseOptions())
    sentences = list(islice(iterate_lines(options.text), options.sentences))
    rng = random.Random(options.seed)
    started = time.process_time()
    pairs = [maker.corrupt(sentence, rng) for sentence in sentences]
    seconds = time.process_time() - started
    words = sum(len(sentence.split()) for sentence in sentences)
    types = Counter(edit.error_type for pair in pairs for edit in pair.edits)
    total = max(1, sum(types.values()))
    for pair in pairs[: options.show]:
        print(f"- {pair.source}\n+ {pair.target}")
    for kind, count in types.most_common():
        print(f"{kind:14} {count:7} {100 * count / total:6.2f} %")
    changed = sum(bool(pair.edits) for pair in pairs)
    print(
        f"{len(pairs) / seconds:.0f} sentences per CPU-second of {words / len(pairs):.1f} words; "
        f"{100 * changed / len(pairs):.1f} % damaged, {total / max(1, changed):.2f} edits each, "
        f"{100 * total / words:.1f} edits per 100 words"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
