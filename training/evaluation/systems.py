"""The systems that can be scored: each turns natural sentences into natural sentences.

A system is loaded once and run on one sentence after the other. Torch, ONNX Runtime and
Harper are imported only when their system is asked for. Scores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from model.corrector import Corrector, CorrectorOptions
from model.edits import Correction, Sentence
from model.error_density import EVEN, ErrorDensity, Odds
from training.corpora.compressed import iterate_lines
from training.evaluation.errors import EvaluationError
from training.scoring.dev_score import DevSet

HARPER_DIALECTS = ("american", "british")


class System(Protocol):
    """What an evaluation needs of a system."""

    @property
    def name(self) -> str:
        """As it stands in the table."""

    def correct(self, sources: Sequence[str]) -> list[str]:
        """Return a correction of every source, in order."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Changes nothing: the line every system must beat."""

    name: str = "identity"

    def correct(self, sources: Sequence[str]) -> list[str]:
        """Return the sources."""
        return list(sources)


class CorrectsSentences(Protocol):
    """The part of the engine that is scored."""

    def correct_sentence(
        self, sentence: Sentence, cancelled: None = None, odds: Odds = EVEN
    ) -> Correction:
        """Propose edits for one sentence."""


@dataclass(frozen=True, slots=True)
class BundleSystem:
    """A model folder through the engine that users get, one sentence at a time.

    The sentences of a set count as one text, in their order (decision 0148).
    """

    name: str
    corrector: CorrectsSentences
    apart: bool = False
    """Whether each sentence is a text of its own."""

    @classmethod
    def load(
        cls, folder: Path, options: CorrectorOptions | None = None, *, apart: bool = False
    ) -> BundleSystem:
        """Load a bundle.

        Raises:
            BundleError: if the folder cannot be used.
        """
        return cls(folder.name or str(folder), Corrector(folder, options), apart)

    def correct(self, sources: Sequence[str]) -> list[str]:
        """Return the corrections."""
        density = ErrorDensity()
        corrected = []
        for text in sources:
            odds = EVEN if self.apart else density.odds
            correction = self.corrector.correct_sentence(Sentence(text, 0), None, odds)
            density.follow(correction)
            corrected.append(correction.text)
        return corrected


@dataclass(frozen=True, slots=True)
class CheckpointSystem:
    """Weights in training, decoded greedily in torch."""

    name: str
    model: Any
    tokenizer: Any

    @classmethod
    def load(cls, checkpoint: Path, vocabulary: Path) -> CheckpointSystem:
        """Load a checkpoint and the vocabulary it was trained with.

        Raises:
            EvaluationError: if one is missing or damaged, or both do not fit.
        """
        import torch

        from model.tokenizer import Tokenizer
        from training.checkpoints import CheckpointError, load_model

        # As the engine runs; seconds of the processor then mean the same for all systems.
        torch.set_num_threads(1)
        try:
            model, _ = load_model(checkpoint)
            tokenizer = Tokenizer.from_file(vocabulary)
        except (CheckpointError, ValueError, OSError) as error:
            raise EvaluationError(str(error)) from error
        if len(tokenizer) != model.config.vocabulary_size:
            raise EvaluationError(
                f"{vocabulary} has {len(tokenizer)} pieces, {checkpoint} was trained with "
                f"{model.config.vocabulary_size}. Give its own vocabulary with --vocabulary."
            )
        return cls(checkpoint.name, model, tokenizer)

    def correct(self, sources: Sequence[str]) -> list[str]:
        """Return the corrections."""
        from training.decoding import correct_texts

        return correct_texts(self.model, self.tokenizer, sources)


@dataclass(frozen=True, slots=True)
class HarperSystem:
    """Harper, the offline checker from PyPI; its first suggestions are applied."""

    name: str
    linter: Any

    @classmethod
    def load(cls, dialect: str = "american") -> HarperSystem:
        """Start Harper for one dialect of ``HARPER_DIALECTS``.

        Raises:
            EvaluationError: if the package ``harper-py`` is not installed.
        """
        try:
            import harper
        except ModuleNotFoundError as error:
            raise EvaluationError(
                "Harper is not installed: pip install 'copyedge[evaluation]', or harper-py alone."
            ) from error
        name = "harper" if dialect == "american" else f"harper-{dialect}"
        return cls(name, harper.Linter(harper.Dialect[dialect.upper()]))

    def correct(self, sources: Sequence[str]) -> list[str]:
        """Return the corrections."""
        return [apply_first_suggestions(text, self.linter.lint(text)) for text in sources]


def apply_first_suggestions(text: str, lints: Sequence[Any]) -> str:
    """Apply the first suggestion of every lint that has one; of overlapping lints the first.

    Args:
        text: what was linted.
        lints: Harper's; their spans count code points.
    """
    pieces: list[str] = []
    position = 0
    for lint in sorted(lints, key=lambda lint: (lint.span.start, lint.span.end)):
        if not lint.suggestions or lint.span.start < position:
            continue
        suggestion = lint.suggestions[0]
        original = text[lint.span.start : lint.span.end]
        replacement = {
            "REPLACE": suggestion.replacement_text,
            "REMOVE": "",
            "INSERT_AFTER": original + suggestion.replacement_text,
        }[suggestion.kind.name]
        pieces += (text[position : lint.span.start], replacement)
        position = lint.span.end
    return "".join(pieces) + text[position:]


@dataclass(frozen=True, slots=True)
class HypothesisFile:
    """Output of any system, one line for each sentence of one set."""

    name: str
    lines: tuple[str, ...]

    @classmethod
    def load(cls, path: Path) -> HypothesisFile:
        """Read the lines.

        Raises:
            CorpusError: if the file is missing or damaged.
        """
        return cls(path.name, tuple(iterate_lines(path)))

    def correct(self, sources: Sequence[str]) -> list[str]:
        """Return the lines, in place of corrections.

        Raises:
            EvaluationError: if there are not as many as sources.
        """
        if len(self.lines) < len(sources):
            raise EvaluationError(
                f"{self.name} has {len(self.lines)} lines for {len(sources)} sentences. "
                "Give one line for each sentence of the set, and only one set."
            )
        return list(self.lines[: len(sources)])


def holds_tokens(lines: Sequence[str], dev: DevSet) -> bool:
    """Return True if lines look like tokens of the gold rather than natural text.

    Lines that are the source tell at once; where none is, the spaces before
    punctuation do.
    """
    tokenised = natural = 0
    for line, sentence, source in zip(lines, dev.sentences, dev.sources, strict=False):
        joined = " ".join(sentence.tokens)
        if joined == source:
            continue
        if line.rstrip().endswith((" .", " ?", " !")) or line == joined:
            tokenised += 1
        elif line.rstrip().endswith((".", "?", "!")) or line == source:
            natural += 1
    return tokenised > natural
