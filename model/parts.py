"""What a corrector is made of, and how it is read from a bundle.

Loading takes most of a second and most of the memory, so that correctors with
other options share one set. Knows the bundle; nothing of how sentences are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model.calibration import Calibration
from model.decoding.common import Stepper
from model.errors import VersionMismatchError
from model.grammar.patterns import GrammarPatterns
from model.phrases.table import PhraseTable
from model.spelling.speller import Speller
from model.tokenizer import Tokenizer

_MAX_POSITIONS = 512  # of the shipped architecture; a bundle states its own
# Beyond the lengths it was trained on a model fails (decision 0031); where the
# manifest does not tell them, this is what the recipes for accelerators use.
_FAMILIAR_TOKENS = 128


@dataclass(frozen=True, slots=True)
class CorrectorParts:
    """What a corrector is made of; tests put in a fake stepper."""

    tokenizer: Tokenizer
    stepper: Stepper[Any]
    thresholds: Mapping[str, float] = field(default_factory=dict)
    fingerprint: str = ""
    max_positions: int = _MAX_POSITIONS
    familiar_tokens: int = _FAMILIAR_TOKENS
    """Longest source that the model was trained on; longer sentences are read in parts."""
    edit_bias: float = 0.0
    speller: Speller | None = None
    """For words that are on no list; None where a bundle has no list."""
    calibration: Calibration | None = None
    """Of the search's confidence; None where a bundle has no list of words."""
    patterns: GrammarPatterns | None = None
    """For mistakes of form; None where a bundle has no list of words."""
    phrases: PhraseTable | None = None
    """What people made of the same words; None where a bundle has no table."""

    @classmethod
    def load(cls, bundle_folder: Path, threads: int) -> CorrectorParts:
        """Read a model folder.

        Raises:
            BundleError: if it cannot be used; the message says what to do.
        """
        # ONNX Runtime takes a tenth of a second to import; users of the
        # protocol and of fakes need not wait for it.
        from model.bundle import Bundle
        from model.session import Session, SessionOptions

        bundle = Bundle.open(bundle_folder)
        # What reading these frees, the session takes; the other way round it would stay unused.
        tokenizer = bundle.tokenizer()
        words = bundle.words()
        ngrams = bundle.ngrams()
        phrases = bundle.phrases()
        session = Session(bundle, SessionOptions(threads=threads))
        weights = bundle.manifest.spelling_weights
        try:
            speller = None if words is None else Speller(words, weights, ngrams)
        except ValueError as error:  # made for a judge with other features
            raise VersionMismatchError(
                f"the model in {bundle_folder} is for another version of the program ({error});"
                " install both again"
            ) from error
        return cls(
            tokenizer,
            session,
            bundle.thresholds,
            bundle.fingerprint,
            session.max_positions,
            trained_tokens(bundle.manifest.training),
            bundle.manifest.edit_bias,
            speller,
            None if words is None else Calibration(bundle.manifest.calibration, words, ngrams),
            None if words is None else GrammarPatterns(words, ngrams),
            phrases,
        )


def trained_tokens(training: Mapping[str, Any]) -> int:
    """Return the longest source that a model was trained on, as its manifest tells."""
    batching = training.get("recipe", {}).get("batching", {})
    return max(1, int(batching.get("max_tokens", _FAMILIAR_TOKENS)))
