"""Make the bundle that the program ships: ``python -m training.export``.

Parses arguments; the work is in :mod:`training.export.bundling`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from model.bundle import DEFAULT_THRESHOLD, Bundle
from model.errors import BundleError
from training.export.bundling import (
    CALIBRATION,
    ExportOptions,
    add_ngrams,
    add_phrases,
    add_spelling,
    update_manifest,
    write_bundle,
)
from training.export.checkpoint import TrainedModel, read_checkpoint


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m training.export", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--out", type=Path, default=Path("assets/model"), help="bundle folder")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--checkpoint", type=Path, help="trained weights to export")
    source.add_argument(
        "--update", action="store_true", help="change only the manifest of the bundle in --out"
    )
    parser.add_argument("--tokenizer", type=Path, help="vocabulary the model was trained with")
    parser.add_argument(
        "--weight-bits",
        type=int,
        choices=(7, 8, 32),
        default=7,
        help="bits per weight; 8 overflows on processors with AVX2 but no VNNI, 32 is for parity",
    )
    parser.add_argument("--recipe", type=Path, help="JSON to record as the training recipe")
    parser.add_argument("--scores", type=Path, help="JSON to record as scores")
    parser.add_argument("--thresholds", type=Path, help="JSON: error type or 'default' to 0..1")
    parser.add_argument("--edit-bias", type=float, help="of the search, in nats (default 0)")
    parser.add_argument("--words", type=Path, help="word list of training.spelling.word_list")
    parser.add_argument("--judge", type=Path, help="weights of training.spelling.fit for it")
    parser.add_argument("--ngrams", type=Path, help="runs of words of training.count_ngrams")
    parser.add_argument("--phrases", type=Path, help="phrase table of training.count_phrases")
    parser.add_argument("--calibration", type=Path, help="weights of training.calibrate")
    options = parser.parse_args(argv)
    if bool(options.words) != bool(options.judge):
        parser.error("--words and --judge go together")
    if options.checkpoint and not options.tokenizer:
        parser.error("--checkpoint needs --tokenizer FILE, the vocabulary it was trained with")
    return options


def main(argv: Sequence[str] | None = None) -> int:
    """Write a bundle, or change the manifest of one."""
    options = parse_arguments(argv)
    try:
        bundle = _update(options) if options.update else _export(options)
        if options.words:
            words, weights = options.words.read_bytes(), _read_weights(options.judge)
            bundle = add_spelling(options.out, words, weights)
        if options.ngrams:
            bundle = add_ngrams(options.out, options.ngrams.read_bytes())
        if options.phrases:
            bundle = add_phrases(options.out, options.phrases.read_bytes())
        if options.calibration:
            changes = {CALIBRATION: _read_weights(options.calibration)}
            bundle = update_manifest(options.out, changes)
    except (BundleError, ValueError, OSError) as error:
        print(f"export: {error}", file=sys.stderr)
        return 1
    _report(bundle)
    return 0


def _export(options: argparse.Namespace) -> Bundle:
    model = read_checkpoint(options.checkpoint)
    export = ExportOptions(
        program_version=_program_version(),
        weight_bits=None if options.weight_bits == 32 else options.weight_bits,
        training=_training(options, model),
        thresholds=_thresholds(options) or {DEFAULT_THRESHOLD: 0.5},
        edit_bias=options.edit_bias or 0.0,
    )
    return write_bundle(model, options.tokenizer.read_bytes(), options.out, export)


def _update(options: argparse.Namespace) -> Bundle:
    changes: dict[str, Any] = {}
    if thresholds := _thresholds(options):
        changes["thresholds"] = thresholds
    if options.edit_bias is not None:
        changes["edit_bias"] = options.edit_bias
    if added := _read_records(options):
        changes["training"] = {**Bundle.open(options.out).manifest.training, **added}
    return update_manifest(options.out, changes)


def _training(options: argparse.Namespace, model: TrainedModel) -> dict[str, Any]:
    return {**model.metadata, **_read_records(options)}


def _read_records(options: argparse.Namespace) -> dict[str, Any]:
    files = {"recipe": options.recipe, "scores": options.scores}
    return {name: _read_json(path) for name, path in files.items() if path}


def _thresholds(options: argparse.Namespace) -> dict[str, float]:
    if not options.thresholds:
        return {}
    thresholds = {str(name): float(value) for name, value in _read_json(options.thresholds).items()}
    if DEFAULT_THRESHOLD not in thresholds:
        raise ValueError(f"{options.thresholds} names no {DEFAULT_THRESHOLD!r} threshold")
    if wrong := [name for name, value in thresholds.items() if not 0 <= value <= 1]:
        raise ValueError(f"thresholds lie in 0..1; look at {', '.join(wrong)}")
    return thresholds


def _read_weights(path: Path) -> dict[str, float]:
    return {str(name): float(value) for name, value in _read_json(path).items()}


def _read_json(path: Path) -> Mapping[str, Any]:
    try:
        contents = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path} is not JSON: {error}") from error
    if not isinstance(contents, dict):
        raise ValueError(f"{path} must hold a JSON object")
    return contents


def _program_version() -> str:
    try:
        return metadata.version("copyedge")
    except metadata.PackageNotFoundError:
        return "source"


def _report(bundle: Bundle) -> None:
    manifest = bundle.manifest
    total = sum(record.size for record in manifest.files.values())
    for name, record in manifest.files.items():
        print(f"{name:16} {record.size:>11,} bytes")
    print(f"{'total':16} {total:>11,} bytes, {manifest.parameters:,} parameters")
    print(f"fingerprint {bundle.fingerprint} in {bundle.folder}")


if __name__ == "__main__":
    raise SystemExit(main())
