"""A set with gold edits and its natural sources, and the score of hypotheses on it.

Fast enough to be called while training: about a thousand sentences a second. Knows
nothing of systems; it gets their text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpora.compressed import CorpusError, iterate_lines
from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.scoring.counts import Counts
from training.scoring.gold import is_error_free, read_gold
from training.scoring.gold_tokens import SourceAlignment, align_source
from training.scoring.maxmatch import choose_annotator, match_sentence
from training.scoring.token_style import learn_style
from training.scoring.typography import learn_folding
from training.scoring.word_rules import TokenStyle


@dataclass(frozen=True, slots=True)
class DevScore:
    """MaxMatch and how often a system touches what it should and should not touch."""

    precision: float
    """0..1, as the other ratios here."""
    recall: float
    f_half: float
    false_alarm_rate: float
    """Share of error-free sentences that were changed."""
    counts: Counts
    error_free: int
    """Sentences that no annotator changed."""
    false_alarms: int
    """Of these, how many were changed."""
    erroneous: int
    erroneous_changed: int
    types: dict[str, Counts]
    """By error type of the gold: edits found (tp) and missed (fn); needless ones have no type."""


@dataclass(frozen=True, slots=True)
class DevSet:
    """Gold sentences, their natural text, and how their corpus cuts words."""

    sentences: tuple[AnnotatedSentence, ...]
    alignments: tuple[SourceAlignment, ...]
    style: TokenStyle

    @classmethod
    def load(cls, m2_path: Path, natural_path: Path, limit: int | None = None) -> DevSet:
        """Read an M2 file and the natural text of its sources.

        Args:
            m2_path: gold edits.
            natural_path: one source a line, in the order of the M2 file; of a ``.tsv``
                file the first column counts.
            limit: how many sentences to take from the beginning; all if None.

        Raises:
            CorpusError: if a file is missing or both do not belong together.
        """
        sentences = read_gold(m2_path, limit)
        natural = read_natural(natural_path)
        if limit is None and len(natural) != len(sentences):
            raise CorpusError(
                f"{natural_path} has {len(natural)} lines but {m2_path} {len(sentences)} "
                "sentences. Give the natural text that was made for this M2 file."
            )
        return cls.build(sentences, natural[: len(sentences)])

    @classmethod
    def build(cls, sentences: Sequence[AnnotatedSentence], natural: Sequence[str]) -> DevSet:
        """Align sentences with their natural text.

        Raises:
            CorpusError: if there are not as many texts as sentences, or one is another sentence.
        """
        if len(sentences) != len(natural):
            raise CorpusError(f"{len(sentences)} sentences but {len(natural)} natural texts")
        folding = learn_folding(token for sentence in sentences for token in sentence.tokens)
        alignments = tuple(
            align_source(text, sentence.tokens, folding)
            for sentence, text in zip(sentences, natural, strict=True)
        )
        return cls(tuple(sentences), alignments, learn_style(alignments))

    def sample(self, count: int) -> DevSet:
        """Return about ``count`` sentences taken evenly from the whole set, in order."""
        if not 0 < count < len(self.sentences):
            return self
        chosen = [index * len(self.sentences) // count for index in range(count)]
        return replace(
            self,
            sentences=tuple(self.sentences[index] for index in chosen),
            alignments=tuple(self.alignments[index] for index in chosen),
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """The natural texts, to be corrected by a system."""
        return tuple(alignment.natural for alignment in self.alignments)

    def tokenize(self, hypotheses: Sequence[str]) -> list[list[str]]:
        """Return natural hypotheses as tokens of the gold.

        Raises:
            ValueError: if there are not as many hypotheses as sentences.
        """
        return [
            alignment.tokenize(hypothesis, self.style)
            for alignment, hypothesis in zip(self.alignments, hypotheses, strict=True)
        ]

    def score(self, hypotheses_natural: Sequence[str]) -> DevScore:
        """Score one natural hypothesis for each sentence.

        Raises:
            ValueError: if there are not as many hypotheses as sentences.
        """
        return self.score_tokens(self.tokenize(hypotheses_natural))

    def score_tokens(self, hypotheses: Sequence[Sequence[str]]) -> DevScore:
        """Score tokenised hypotheses, cut as the gold is.

        Raises:
            ValueError: if there are not as many hypotheses as sentences.
        """
        counts = Counts()
        types: dict[str, Counts] = {}
        seen = {True: 0, False: 0}
        changed = {True: 0, False: 0}
        for sentence, hypothesis in zip(self.sentences, hypotheses, strict=True):
            matches = match_sentence(sentence.tokens, hypothesis, sentence.annotations)
            annotator = choose_annotator(matches, counts)
            counts += matches[annotator].counts
            _add_types(types, sentence.annotations[annotator], matches[annotator].found)
            error_free = is_error_free(sentence)
            seen[error_free] += 1
            changed[error_free] += list(hypothesis) != list(sentence.tokens)
        return DevScore(
            precision=counts.precision,
            recall=counts.recall,
            f_half=counts.f_half,
            false_alarm_rate=changed[True] / max(seen[True], 1),
            counts=counts,
            error_free=seen[True],
            false_alarms=changed[True],
            erroneous=seen[False],
            erroneous_changed=changed[False],
            types=types,
        )


def _add_types(types: dict[str, Counts], gold: Sequence[TokenEdit], found: Sequence[int]) -> None:
    for index, edit in enumerate(gold):
        one = Counts(tp=1) if index in found else Counts(fn=1)
        types[edit.error_type] = types.get(edit.error_type, Counts()) + one


def read_natural(path: Path) -> tuple[str, ...]:
    """Return the lines of a text, or the first column of a TSV file.

    Raises:
        CorpusError: if the file is missing or damaged.
    """
    lines = tuple(iterate_lines(path))
    if ".tsv" in path.suffixes:
        return tuple(line.split("\t", 1)[0] for line in lines)
    return lines
