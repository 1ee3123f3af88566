"""Write a bundle: graphs, weights, vocabulary and manifest in one folder.

Knows the layout of a bundle and nothing of the command line.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import onnx

from model.bundle import (
    DECODER,
    DEFAULT_THRESHOLD,
    ENCODER,
    FILES,
    FORMAT_VERSION,
    MANIFEST,
    NGRAMS,
    PHRASES,
    TOKENIZER,
    WEIGHTS,
    WORDS,
    Bundle,
    file_sha256,
    sealed,
)
from model.ngrams import Ngrams
from model.phrases.table import PhraseTable
from model.spelling.judge import Judge
from model.spelling.words import WordList
from model.tokenizer import Tokenizer
from training.export.arithmetic import arithmetic_for
from training.export.builder import OPSET
from training.export.checkpoint import TrainedModel
from training.export.graphs import decoder_graph, encoder_graph
from training.export.weights import WeightFile

CALIBRATION = "calibration"
"""Field of the manifest that older bundles lack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What goes into a bundle besides the weights."""

    program_version: str
    weight_bits: int | None = 7
    """7 or 8 for integers (decision 0043); None for 32-bit floats (parity)."""
    training: Mapping[str, Any] = field(default_factory=dict)
    """Recipe, data and scores, for the record."""
    thresholds: Mapping[str, float] = field(default_factory=lambda: {DEFAULT_THRESHOLD: 0.5})
    edit_bias: float = 0.0
    """Of the search, in nats."""

    def __post_init__(self) -> None:
        if self.edit_bias < 0:
            raise ValueError(f"the edit bias is 0 or more, not {self.edit_bias}")


def write_bundle(
    model: TrainedModel, tokenizer: bytes, folder: Path, options: ExportOptions
) -> Bundle:
    """Write a bundle and open it again, as a check.

    The folder is filled from a temporary one beside it, so that a failure
    leaves the old bundle as it was. Other files there (a model card) stay.

    Raises:
        ValueError: if the vocabulary does not fit the model, or weights are
            not finite.
    """
    _check_vocabulary(model, tokenizer)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as name:
        fresh = Path(name)
        _write_graphs(model, fresh, options.weight_bits)
        (fresh / TOKENIZER).write_bytes(tokenizer)
        (fresh / MANIFEST).write_bytes(sealed(_manifest(model, fresh, options)))
        Bundle.open(fresh).tokenizer()
        for file in (*FILES, MANIFEST):
            shutil.move(fresh / file, folder / file)
    return Bundle.open(folder)


def update_manifest(folder: Path, changes: Mapping[str, Any]) -> Bundle:
    """Change fields of a bundle's manifest (thresholds, scores) and seal it again.

    Raises:
        ValueError: for a field that the manifest does not have.
        BundleError: if the bundle is not whole.
    """
    Bundle.open(folder)
    path = folder / MANIFEST
    fields = json.loads(path.read_bytes())
    if unknown := sorted(set(changes) - set(fields) - {CALIBRATION}):
        raise ValueError(f"a manifest has no {', '.join(unknown)}")
    fields.pop("sha256_of_manifest")
    path.write_bytes(sealed({**fields, **changes}))
    return Bundle.open(folder)


def add_spelling(folder: Path, words: bytes, weights: Mapping[str, float]) -> Bundle:
    """Put a word list and the weights of its judge into a bundle, or replace those it has.

    Raises:
        ValueError: if one of them is not what it should be.
        BundleError: if the bundle is not whole.
    """
    WordList.from_bytes(words)
    Judge(weights)
    return _add_file(folder, WORDS, words, {"spelling_weights": dict(weights)})


def add_ngrams(folder: Path, contents: bytes) -> Bundle:
    """Put counts of runs of words into a bundle, or replace those it has.

    Raises:
        ValueError: if they are not that.
        BundleError: if the bundle is not whole.
    """
    Ngrams.from_bytes(contents)
    return _add_file(folder, NGRAMS, contents, {})


def add_phrases(folder: Path, contents: bytes) -> Bundle:
    """Put a phrase table into a bundle, or replace the one it has.

    Raises:
        ValueError: if it is none.
        BundleError: if the bundle is not whole.
    """
    PhraseTable.from_bytes(contents)
    return _add_file(folder, PHRASES, contents, {})


def _add_file(folder: Path, name: str, contents: bytes, changes: Mapping[str, Any]) -> Bundle:
    Bundle.open(folder)
    path = folder / MANIFEST
    fields = json.loads(path.read_bytes())
    fields.pop("sha256_of_manifest")
    (folder / name).write_bytes(contents)
    record = {"size": len(contents), "sha256": hashlib.sha256(contents).hexdigest()}
    files = {**fields["files"], name: record}
    path.write_bytes(sealed({**fields, "files": files, **changes}))
    return Bundle.open(folder)


def _check_vocabulary(model: TrainedModel, tokenizer: bytes) -> None:
    pieces = len(Tokenizer(tokenizer))
    if pieces != model.config.vocabulary_size:
        raise ValueError(
            f"the vocabulary has {pieces} pieces, the model {model.config.vocabulary_size};"
            " give the tokeniser that the model was trained with"
        )
    trained_with = model.metadata.get("vocabulary")
    if trained_with and trained_with != hashlib.sha256(tokenizer).hexdigest():
        raise ValueError(
            "this is not the tokeniser that the model was trained with (its SHA-256 is not"
            f" {trained_with}); give that one"
        )


def _write_graphs(model: TrainedModel, folder: Path, weight_bits: int | None) -> None:
    weights = WeightFile(WEIGHTS)
    arithmetic = arithmetic_for(model, weights, weight_bits)
    for name, write in ((ENCODER, encoder_graph), (DECODER, decoder_graph)):
        graph = write(model.config, model.plan, arithmetic, weights)
        (folder / name).write_bytes(graph.SerializeToString())
    weights.write(folder)
    for name in (ENCODER, DECODER):
        onnx.checker.check_model(str(folder / name))


def _manifest(model: TrainedModel, folder: Path, options: ExportOptions) -> dict[str, Any]:
    files = {
        name: {"size": (folder / name).stat().st_size, "sha256": file_sha256(folder / name)}
        for name in FILES
    }
    return {
        "format_version": FORMAT_VERSION,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "program_version": options.program_version,
        "files": files,
        "configuration": model.config.to_dict(),
        "vocabulary_sha256": files[TOKENIZER]["sha256"],
        "quantization": _quantization(options.weight_bits),
        "opset": OPSET,
        "parameters": model.parameters,
        "training": dict(options.training),
        "thresholds": dict(options.thresholds),
        "edit_bias": options.edit_bias,
    }


def _quantization(weight_bits: int | None) -> dict[str, Any]:
    if weight_bits is None:
        return {"scheme": "none"}
    return {
        "scheme": "dynamic",
        "weights": f"int{weight_bits} in signed bytes, one scale per output channel",
        "weight_bits": weight_bits,
        "activations": "uint8, one scale per value, as it comes",
    }
