"""A model folder: what it holds, and whether it is whole.

A bundle is a folder with two graphs, their weights, a vocabulary and
``manifest.json``, which names every file with size and SHA-256, and carries a
SHA-256 of itself. Any missing, cut or altered byte is found before a model
runs. Knows nothing of what the graphs compute.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from model.errors import BundleError, DamagedFileError, MissingFileError, VersionMismatchError
from model.ngrams import Ngrams
from model.phrases.table import PhraseTable
from model.spelling.words import WordList
from model.tokenizer import Tokenizer

FORMAT_VERSION = 2
"""Raised when a program that reads the old layout could not use the new one."""

MANIFEST = "manifest.json"
ENCODER = "encoder.onnx"
DECODER = "decoder.onnx"
WEIGHTS = "weights.bin"
TOKENIZER = "tokenizer.model"
WORDS = "words.npz"
"""Known words, for misspellings; a bundle may have none."""
NGRAMS = "ngrams.npz"
"""Counts of runs of words, for confidence; a bundle may have none."""
PHRASES = "phrases.npz"
"""What people made of the same words before; a bundle may have none."""
FILES = (ENCODER, DECODER, WEIGHTS, TOKENIZER)
DEFAULT_THRESHOLD = "default"

# The manifest's own hash is taken with these 64 digits in its place.
_NO_DIGEST = "0" * 64
_DIGEST = re.compile(rb'"sha256_of_manifest": "([0-9a-f]{64})"')
_READ_AT_ONCE = 1 << 20  # bytes; keeps checking a file from adding its size to memory
_REINSTALL = "install the model again"
ContentsT = TypeVar("ContentsT")


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What the manifest says about one file."""

    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelShape:
    """What the engine must know of a model to run it."""

    decoder_layers: int
    heads: int
    head_dimension: int
    vocabulary_size: int
    max_positions: int
    """Longest source or target in tokens, begin and end marks included."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of ``manifest.json``."""

    format_version: int
    created: str
    """ISO 8601, UTC."""
    program_version: str
    """Version of the program that wrote the bundle."""
    files: Mapping[str, FileRecord]
    shape: ModelShape
    configuration: Mapping[str, Any]
    """The trained configuration, whole."""
    vocabulary_sha256: str
    """Hash of the vocabulary that the model was trained with."""
    quantization: Mapping[str, Any]
    opset: int
    parameters: int
    training: Mapping[str, Any]
    """Recipe, data and scores, as the exporter was given them."""
    thresholds: Mapping[str, float]
    """Least confidence to show an edit: error type, category or ``default`` → 0..1."""
    edit_bias: float = 0.0
    """Of the search, in nats; see :class:`model.decoding.common.DecodingOptions`."""
    spelling_weights: Mapping[str, float] = field(default_factory=dict)
    """Of :class:`model.spelling.judge.Judge`, where the bundle has a word list."""
    calibration: Mapping[str, float] = field(default_factory=dict)
    """Weights of :class:`model.calibration.Calibration`, where the bundle has a word list."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A checked model folder."""

    folder: Path
    manifest: Manifest
    fingerprint: str
    """Changes with any byte of any file; a key for caches of corrections."""

    @classmethod
    def open(cls, folder: Path) -> Bundle:
        """Read the manifest and check every file against it.

        Raises:
            MissingFileError: if the folder, the manifest or a file is not there.
            DamagedFileError: if a file is not what the manifest says.
            VersionMismatchError: if the bundle is of another format version.
        """
        contents = _read_manifest(folder)
        manifest = parse_manifest(contents)
        for name, record in manifest.files.items():
            _check_file(folder / name, record)
        return cls(folder, manifest, hashlib.sha256(contents).hexdigest()[:16])

    @property
    def encoder_path(self) -> Path:
        """Graph that reads a source."""
        return self.folder / ENCODER

    @property
    def decoder_path(self) -> Path:
        """Graph that writes a hypothesis."""
        return self.folder / DECODER

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files of the bundle, the manifest included."""
        return tuple(self.folder / name for name in (*self.manifest.files, MANIFEST))

    @property
    def thresholds(self) -> Mapping[str, float]:
        """Least confidence to show an edit, by error type, category or ``default``."""
        return self.manifest.thresholds

    def tokenizer(self) -> Tokenizer:
        """Read the vocabulary.

        Raises:
            DamagedFileError: if it is not one, or not that of the model.
        """
        path = self.folder / TOKENIZER
        try:
            tokenizer = Tokenizer.from_file(path)
        except (ValueError, OSError) as error:
            raise DamagedFileError(f"{path} cannot be read: {error}") from error
        expected = self.manifest.shape.vocabulary_size
        if len(tokenizer) != expected:
            raise DamagedFileError(
                f"{path} has {len(tokenizer)} pieces, the model {expected}; {_REINSTALL}"
            )
        return tokenizer

    def words(self) -> WordList | None:
        """Read the word list; None if the bundle has none.

        Raises:
            DamagedFileError: if it is not one.
        """
        return self._read(WORDS, WordList.from_bytes)

    def ngrams(self) -> Ngrams | None:
        """Read the counts of runs of words; None if the bundle has none.

        Raises:
            DamagedFileError: if they are not that.
        """
        return self._read(NGRAMS, Ngrams.from_bytes)

    def phrases(self) -> PhraseTable | None:
        """Read the phrase table; None if the bundle has none.

        Raises:
            DamagedFileError: if it is not one.
        """
        return self._read(PHRASES, PhraseTable.from_bytes)

    def _read(self, name: str, parse: Callable[[bytes], ContentsT]) -> ContentsT | None:
        if name not in self.manifest.files:
            return None
        path = self.folder / name
        try:
            return parse(path.read_bytes())
        except (ValueError, OSError) as error:
            raise DamagedFileError(f"{path} cannot be read: {error}; {_REINSTALL}") from error


def sealed(manifest: Mapping[str, Any]) -> bytes:
    """Return the file contents of a manifest, its own hash included."""
    fields = {"sha256_of_manifest": _NO_DIGEST, **manifest}
    contents = (json.dumps(fields, indent=2, ensure_ascii=True) + "\n").encode("ascii")
    digest = hashlib.sha256(contents).hexdigest()
    return contents.replace(_NO_DIGEST.encode("ascii"), digest.encode("ascii"), 1)


def parse_manifest(contents: bytes) -> Manifest:
    """Check a manifest's own hash and read it.

    Raises:
        DamagedFileError: if a byte of it was altered or a field is missing.
        VersionMismatchError: if it is of another format version.
    """
    match = _DIGEST.search(contents)
    unsealed = contents.replace(match[1], _NO_DIGEST.encode("ascii"), 1) if match else b""
    if match is None or hashlib.sha256(unsealed).hexdigest().encode("ascii") != match[1]:
        raise DamagedFileError(f"{MANIFEST} of the model was altered or cut short; {_REINSTALL}")
    try:
        fields = json.loads(contents)
        _check_version(fields)
        return _manifest(fields)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedFileError(
            f"{MANIFEST} of the model lacks something ({error}); {_REINSTALL}"
        ) from error


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_READ_AT_ONCE):
            digest.update(piece)
    return digest.hexdigest()


def _read_manifest(folder: Path) -> bytes:
    path = folder / MANIFEST
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(
            f"no model in {folder}: {MANIFEST} is not there; {_REINSTALL}"
        ) from error
    except OSError as error:
        raise BundleError(f"{path} cannot be read: {error.strerror}") from error


def _check_version(fields: Mapping[str, Any]) -> None:
    version = fields["format_version"]
    if version == FORMAT_VERSION:
        return
    what = "update the program" if version > FORMAT_VERSION else _REINSTALL
    raise VersionMismatchError(
        f"the model has format {version} (made by Copyedge {fields.get('program_version', '?')}),"
        f" this program reads format {FORMAT_VERSION}; {what}"
    )


def _manifest(fields: Mapping[str, Any]) -> Manifest:
    files = {
        name: FileRecord(int(record["size"]), str(record["sha256"]))
        for name, record in fields["files"].items()
    }
    if missing := [name for name in FILES if name not in files]:
        raise ValueError(f"no record of {', '.join(missing)}")
    thresholds = _numbers(fields["thresholds"])
    if DEFAULT_THRESHOLD not in thresholds:
        raise ValueError("no default threshold")
    return Manifest(
        format_version=int(fields["format_version"]),
        created=str(fields["created"]),
        program_version=str(fields["program_version"]),
        files=MappingProxyType(files),
        shape=_shape(fields["configuration"]),
        configuration=MappingProxyType(fields["configuration"]),
        vocabulary_sha256=str(fields["vocabulary_sha256"]),
        quantization=MappingProxyType(fields["quantization"]),
        opset=int(fields["opset"]),
        parameters=int(fields["parameters"]),
        training=MappingProxyType(fields["training"]),
        thresholds=MappingProxyType(thresholds),
        edit_bias=float(fields.get("edit_bias", 0.0)),
        spelling_weights=MappingProxyType(_numbers(fields.get("spelling_weights", {}))),
        calibration=MappingProxyType(_numbers(fields.get("calibration", {}))),
    )


def _numbers(fields: Mapping[str, Any]) -> dict[str, float]:
    return {str(name): float(value) for name, value in fields.items()}


def _shape(configuration: Mapping[str, Any]) -> ModelShape:
    heads = int(configuration["heads"])
    return ModelShape(
        decoder_layers=int(configuration["decoder_layers"]),
        heads=heads,
        head_dimension=int(configuration["dimension"]) // heads,
        vocabulary_size=int(configuration["vocabulary_size"]),
        max_positions=int(configuration["max_positions"]),
    )


def _check_file(path: Path, record: FileRecord) -> None:
    try:
        size = path.stat().st_size
        if size != record.size:
            raise DamagedFileError(
                f"{path} has {size} bytes instead of {record.size}; {_REINSTALL}"
            )
        if file_sha256(path) != record.sha256:
            raise DamagedFileError(f"{path} was altered or is damaged; {_REINSTALL}")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(f"{path} is not there; {_REINSTALL}") from error
    except OSError as error:
        raise BundleError(f"{path} cannot be read: {error.strerror}") from error
