"""Stand-ins for the parts that need weights, files or time."""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from model.edits import Correction, Edit, Sentence, Span
from model.error_density import EVEN, Odds
from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, Tokenizer

Distribution = Callable[[tuple[int, ...], tuple[int, ...]], NDArray[np.float32]]
"""(source with its end mark, prefix without its begin mark) -> log-probabilities."""

_SENTENCES = (
    "She goes to school every day and buys two apples.",
    "He has gone home because it was late, and I went with him.",
    "The quick brown fox jumps over the lazy dog.",
    "They don't know what it is; we didn't either.",
    "An apple a day keeps the doctor away!",
    "Is this the right way to write a sentence?",
)


@functools.cache
def tiny_tokenizer() -> Tokenizer:
    """Return a vocabulary of about 360 pieces learnt from a few sentences."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(_SENTENCES * 3),
        model_writer=written,
        vocab_size=360,
        model_type="bpe",
        byte_fallback=True,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        add_dummy_prefix=False,
        pad_id=0,
        bos_id=1,
        eos_id=2,
        unk_id=3,
        character_coverage=1.0,
        minloglevel=2,
    )
    return Tokenizer(written.getvalue())


class FakeState:
    """Remembers the tokens it was given, row by row."""

    def __init__(self, sources: Sequence[Sequence[int]]) -> None:
        self.sources = [tuple(source) for source in sources]
        self.tokens: list[list[int]] = [[] for _ in sources]

    @property
    def length(self) -> int:
        return len(self.tokens[0]) if self.tokens else 0

    @property
    def rows(self) -> int:
        return len(self.tokens)

    def keep(self, length: int) -> None:
        assert 0 <= length <= self.length
        self.tokens = [row[:length] for row in self.tokens]

    def reorder(self, rows: Sequence[int]) -> None:
        self.sources = [self.sources[row] for row in rows]
        self.tokens = [list(self.tokens[row]) for row in rows]

    def copy(self) -> FakeState:
        copied = FakeState(self.sources)
        copied.tokens = [list(row) for row in self.tokens]
        return copied


class FakeStepper:
    """A decoder whose log-probabilities are a function of source and prefix."""

    def __init__(self, distribution: Distribution) -> None:
        self.distribution = distribution
        self.steps: list[int] = []
        """Positions of each step taken."""

    def start(self, source_ids: Sequence[Sequence[int]]) -> FakeState:
        assert all(ids[-1] == EOS_ID for ids in source_ids)
        return FakeState(source_ids)

    def step(self, tokens: NDArray[np.int64], state: FakeState) -> NDArray[np.float32]:
        assert tokens.dtype == np.int64
        assert tokens.shape[0] == state.rows
        self.steps.append(tokens.shape[1])
        rows = []
        for row in range(state.rows):
            positions = []
            for token in tokens[row].tolist():
                state.tokens[row].append(token)
                assert state.tokens[row][0] == BOS_ID
                prefix = tuple(state.tokens[row][1:])
                positions.append(self.distribution(state.sources[row], prefix))
            rows.append(positions)
        return np.array(rows, dtype=np.float32)


def random_distribution(seed: int, vocabulary: int = 12, copying: float = 0.7) -> Distribution:
    """Return a decoder that mostly copies its source but errs at hash-chosen places.

    Args:
        seed: another seed, another decoder.
        vocabulary: size, special ids included.
        copying: share of positions at which the token that stands at the same
            place of the source is made the most probable one.
    """

    def distribution(source: tuple[int, ...], prefix: tuple[int, ...]) -> NDArray[np.float32]:
        key = repr((seed, source, prefix)).encode()
        digest = hashlib.blake2b(key, digest_size=8).digest()
        random = np.random.default_rng(int.from_bytes(digest, "little"))
        logits = random.normal(size=vocabulary)
        logits[[PAD_ID, BOS_ID]] = -20.0
        if random.random() < copying and len(prefix) < len(source):
            logits[source[len(prefix)]] += 10.0
        log_probs: NDArray[np.float32] = logits - np.log(np.exp(logits).sum())
        return log_probs

    return distribution


def scripted_stepper(
    tokenizer: Tokenizer, corrections: Mapping[str, str], probability: float = 0.9
) -> FakeStepper:
    """Return a decoder that knows some corrections by heart and copies all else.

    Each right token has ``probability``; half of what is left goes to the
    token that stands at the same place of the source.
    """

    @functools.cache
    def target_of(source: tuple[int, ...]) -> list[int]:
        text = tokenizer.decode(source)
        return [*tokenizer.encode(corrections.get(text, text)), EOS_ID]

    def distribution(source: tuple[int, ...], prefix: tuple[int, ...]) -> NDArray[np.float32]:
        target = target_of(source)
        rest = (1.0 - probability) / 2
        probabilities = np.full(len(tokenizer), rest / len(tokenizer))
        place = min(len(prefix), len(source) - 1)
        probabilities[source[place]] += rest
        on_track = tuple(target[: len(prefix)]) == prefix and len(prefix) < len(target)
        probabilities[target[len(prefix)] if on_track else EOS_ID] += probability
        log_probs: NDArray[np.float32] = np.log(probabilities)
        return log_probs

    return FakeStepper(distribution)


class FakeCorrector:
    """A corrector that replaces words by a table; one line is one sentence."""

    fingerprint = "fake"

    def __init__(self, replacements: Mapping[str, str]) -> None:
        self.replacements = dict(replacements)
        self.corrected: list[str] = []
        """Every sentence text it was asked about."""

    def segment(self, text: str) -> tuple[Sentence, ...]:
        sentences = []
        start = 0
        for line in text.splitlines(keepends=True):
            sentences.append(Sentence(line, start))
            start += len(line)
        return tuple(sentences)

    def correct_sentence(
        self,
        sentence: Sentence,
        cancelled: Callable[[], bool] | None = None,
        odds: Odds = EVEN,
    ) -> Correction:
        self.corrected.append(sentence.text)
        edits = []
        for original, replacement in self.replacements.items():
            start = sentence.text.find(original)
            if start >= 0:
                span = Span(start, start + len(original))
                edits.append(Edit(span, original, replacement, 0.9))
        return Correction(sentence, tuple(sorted(edits, key=lambda edit: edit.span)))
