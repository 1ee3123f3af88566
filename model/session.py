"""The encoder and the decoder, run by ONNX Runtime.

The only importer of onnxruntime. Knows token ids, not text; knows one step,
not how to search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from model.bundle import Bundle
from model.errors import BundleError, DecodingError
from model.positions import Positions
from model.state import DecoderState, FloatArray, IntArray, KeysValues
from model.tokenizer import PAD_ID

_KINDS = ("key", "value")
# Longer drafts are read in parts: logits of 200 positions would add 5 MB to the peak.
_POSITIONS_AT_ONCE = 64
_Arrays = dict[str, NDArray[Any]]


class _Graph(Protocol):
    """What this module uses of a loaded graph."""

    def run(self, output_names: list[str], input_feed: _Arrays) -> list[NDArray[Any]]:
        """Return the named outputs."""

    def get_outputs(self) -> Sequence[Any]:
        """Return descriptions with a ``name``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOptions:
    """How to run the graphs; the defaults are the measured best (decision 0042)."""

    threads: int = 1
    """Threads within one operator; a second one gains nothing at sentence length."""
    arena: bool = False
    """Keep freed memory for later runs: a little faster, more memory."""
    prepacking: bool = True
    """Lay weights out for the processor at load: faster, more memory."""

    def __post_init__(self) -> None:
        if self.threads < 1:
            raise ValueError(f"a session needs at least one thread, not {self.threads}")


class Session:
    """One loaded model; ``start`` reads sources, ``step`` writes hypotheses.

    Safe to share between threads as long as each has its own states.
    """

    def __init__(self, bundle: Bundle, options: SessionOptions | None = None) -> None:
        """Load the graphs of a bundle.

        Raises:
            BundleError: if ONNX Runtime is not installed as it should be, or
                cannot use the graphs.
        """
        self._shape = bundle.manifest.shape
        runtime = _Runtime(options or SessionOptions())
        self._encoder = runtime.load(bundle.encoder_path)
        self._decoder = runtime.load(bundle.decoder_path)
        self._encoder_outputs = [output.name for output in self._encoder.get_outputs()]
        self._decoder_outputs = [output.name for output in self._decoder.get_outputs()]
        self._positions = Positions(self._shape.heads * self._shape.head_dimension)
        layers = range(self._shape.decoder_layers)
        self._layer_names = [[f"{j}.decoder.{kind}" for kind in _KINDS] for j in layers]
        self._cross_names = [[f"{j}.encoder.{kind}" for kind in _KINDS] for j in layers]

    @property
    def max_positions(self) -> int:
        """Longest source or target in tokens, begin and end marks included."""
        return self._shape.max_positions

    @property
    def vocabulary_size(self) -> int:
        """Number of pieces that a step gives log-probabilities for."""
        return self._shape.vocabulary_size

    def start(self, source_ids: Sequence[Sequence[int]]) -> DecoderState:
        """Read sources and return a state with no target positions.

        A batch is padded to its longest source. Values are quantised with one
        scale for the whole batch, so that a source read alone and in a batch
        differs slightly in int8.

        Args:
            source_ids: one sequence per row, its end mark included.

        Raises:
            DecodingError: if there is no row, or one is empty or too long.
        """
        padded = self._padded(source_ids)
        feed: _Arrays = {
            "input_ids": padded,
            "positions": self._positions.rows(0, padded.shape[1]),
        }
        outputs = _run(self._encoder, self._encoder_outputs, feed)
        shape = (len(source_ids), self._shape.heads, 0, self._shape.head_dimension)
        nothing = np.zeros(shape, dtype=np.float32)
        own = [KeysValues(nothing, nothing)] * self._shape.decoder_layers
        cross = _keys_values(outputs, self._cross_names)
        return DecoderState(own, cross, outputs["encoder_attention_mask"])

    def step(self, tokens: IntArray, state: DecoderState) -> FloatArray:
        """Feed target tokens and append them to the state.

        Args:
            tokens: (rows, positions), what follows the positions of the state;
                the first one of all is the begin mark.
            state: as :meth:`start` or an earlier step left it; changed in place.

        Returns:
            Log-probabilities (rows, positions, vocabulary) of what comes after
            each of the tokens.

        Raises:
            DecodingError: if the target gets longer than the model can write,
                or rows do not fit the state.
        """
        self._check_step(tokens, state)
        length = state.length
        try:
            parts = [
                self._feed(tokens[:, first : first + _POSITIONS_AT_ONCE], state)
                for first in range(0, tokens.shape[1], _POSITIONS_AT_ONCE)
            ]
        except DecodingError:
            state.keep(length)
            raise
        return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)

    def _feed(self, tokens: IntArray, state: DecoderState) -> FloatArray:
        feed: _Arrays = {
            "input_ids": tokens,
            "positions": self._positions.rows(state.length, tokens.shape[1]),
            "encoder_attention_mask": state.source_mask,
        }
        for names, parts in ((self._layer_names, state.own), (self._cross_names, state.cross)):
            for (key, value), part in zip(names, parts, strict=True):
                feed[f"past_key_values.{key}"] = part.keys
                feed[f"past_key_values.{value}"] = part.values
        outputs = _run(self._decoder, self._decoder_outputs, feed)
        state.extend(_keys_values(outputs, self._layer_names))
        log_probs: FloatArray = outputs["log_probs"]
        return log_probs

    def _padded(self, source_ids: Sequence[Sequence[int]]) -> IntArray:
        lengths = [len(source) for source in source_ids]
        if not lengths or not min(lengths):
            raise DecodingError("there is no source to read; leave empty sentences out")
        if max(lengths) > self.max_positions:
            raise DecodingError(
                f"a sentence has {max(lengths)} tokens, the model reads {self.max_positions};"
                " split it"
            )
        padded = np.full((len(lengths), max(lengths)), PAD_ID, dtype=np.int64)
        for row, source in zip(padded, source_ids, strict=True):
            row[: len(source)] = source
        return padded

    def _check_step(self, tokens: IntArray, state: DecoderState) -> None:
        rows, positions = tokens.shape
        if rows != state.rows or not positions:
            raise DecodingError(f"{rows} rows of {positions} tokens for {state.rows} rows of state")
        if state.length + positions > self.max_positions:
            raise DecodingError(f"the hypothesis would get longer than {self.max_positions} tokens")


class _Runtime:
    """ONNX Runtime with the settings of one session."""

    def __init__(self, options: SessionOptions) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise BundleError(
                f"ONNX Runtime cannot be loaded ({error}); reinstall the program, or in a Python"
                " environment: pip install --force-reinstall onnxruntime"
            ) from error
        self._library = onnxruntime
        self._settings = onnxruntime.SessionOptions()
        self._settings.intra_op_num_threads = options.threads
        self._settings.inter_op_num_threads = 1
        self._settings.enable_cpu_mem_arena = options.arena
        self._settings.enable_mem_pattern = options.arena
        # The graphs are shipped optimised; the optimiser would fuse slower operators into them.
        self._settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self._settings.log_severity_level = 3  # errors only; they are raised as exceptions too
        # Waiting threads must not burn a core while the writer thinks.
        self._settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
        if not options.prepacking:
            self._settings.add_session_config_entry("session.disable_prepacking", "1")

    def load(self, path: Path) -> _Graph:
        """Load one graph."""
        try:
            graph: _Graph = self._library.InferenceSession(
                str(path), self._settings, providers=["CPUExecutionProvider"]
            )
        # The library's exceptions share no base class below Exception.
        except Exception as error:
            raise BundleError(
                f"ONNX Runtime {self._library.__version__} cannot use {path}; install the model and"
                f" the program again ({error})"
            ) from error
        return graph


def _run(graph: _Graph, names: list[str], feed: _Arrays) -> _Arrays:
    try:
        return dict(zip(names, graph.run(names, feed), strict=True))
    except Exception as error:  # as above
        raise DecodingError(f"the model failed on a sentence: {error}") from error


def _keys_values(outputs: _Arrays, layers: list[list[str]]) -> list[KeysValues]:
    return [
        KeysValues(outputs[f"present.{key}"], outputs[f"present.{value}"]) for key, value in layers
    ]
