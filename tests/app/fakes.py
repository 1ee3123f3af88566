"""Stand-ins for the engine: no weights, no waiting, known answers."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

from app.checking.worker import EngineOptions
from model.edits import Category, Correction, Edit, Sentence, Span
from model.error_density import EVEN, Odds
from model.errors import CancelledError, DecodingError

RULES: dict[str, tuple[str, Category, str]] = {
    "He go ": ("He goes ", Category.GRAMMAR, "R:VERB:SVA"),
    "She go ": ("She goes ", Category.GRAMMAR, "R:VERB:SVA"),
    "buyed": ("bought", Category.GRAMMAR, "R:VERB:INFL"),
    "a apple": ("an apple", Category.GRAMMAR, "R:DET"),
    "recieve": ("receive", Category.SPELLING, "R:SPELL"),
    "teh": ("the", Category.SPELLING, "R:SPELL"),
    "However we": ("However, we", Category.PUNCTUATION, "M:PUNCT"),
    "very unique": ("unique", Category.STYLE, "U:ADV"),
    "wrod": ("word", Category.SPELLING, "R:SPELL"),
    "colour": ("color", Category.SPELLING, "R:SPELL"),
}
"""What is wrong, what is right."""

SENTENCE = re.compile(r"[^.!?]*(?:[.!?]+|$)\s*", re.DOTALL)


class RuleCorrector:
    """Replaces fixed phrases, minimised to the words that differ."""

    fingerprint = "rules-1"

    def __init__(self, rules: dict[str, tuple[str, Category, str]] | None = None) -> None:
        self.rules = RULES if rules is None else rules
        self.asked: list[str] = []

    def segment(self, text: str) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(match.group(), match.start())
            for match in SENTENCE.finditer(text)
            if match.group()
        )

    def correct_sentence(
        self,
        sentence: Sentence,
        cancelled: Callable[[], bool] | None = None,
        odds: Odds = EVEN,
    ) -> Correction:
        self.asked.append(sentence.text)
        if cancelled is not None and cancelled():
            raise CancelledError("asked to stop")
        if "undecodable" in sentence.text:
            raise DecodingError("this sentence cannot be decoded")
        if "explode" in sentence.text:
            raise RuntimeError("boom")
        return Correction(sentence, self._edits(sentence.text))

    def _edits(self, text: str) -> tuple[Edit, ...]:
        edits = [
            minimal_edit(match.start(), wrong, right, category, error_type)
            for wrong, (right, category, error_type) in self.rules.items()
            for match in re.finditer(re.escape(wrong), text)
        ]
        return tuple(sorted(edits, key=lambda edit: edit.span))


def minimal_edit(start: int, wrong: str, right: str, category: Category, error_type: str) -> Edit:
    """Cut what both sides share at their ends, whole words only."""
    head = 0
    while wrong[: head + 1] == right[: head + 1] and head < min(len(wrong), len(right)):
        head += 1
    while head and not (wrong[head - 1].isspace() or error_type.startswith("M")):
        head -= 1
    tail = 0
    while (
        tail < min(len(wrong), len(right)) - head
        and wrong[len(wrong) - tail - 1] == right[len(right) - tail - 1]
    ):
        tail += 1
    while tail and not (wrong[len(wrong) - tail].isspace() or error_type.startswith("M")):
        tail -= 1
    original, replacement = wrong[head : len(wrong) - tail], right[head : len(right) - tail]
    span = Span(start + head, start + head + len(original))
    return Edit(span, original, replacement, 0.9, category, error_type)


class GatedCorrector(RuleCorrector):
    """Waits before each sentence until the test lets it go on."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Semaphore(0)
        self.entered = threading.Semaphore(0)

    def correct_sentence(
        self,
        sentence: Sentence,
        cancelled: Callable[[], bool] | None = None,
        odds: Odds = EVEN,
    ) -> Correction:
        self.entered.release()
        assert self.gate.acquire(timeout=10), "the test never opened the gate"
        return super().correct_sentence(sentence, cancelled, odds)


def make_rule_corrector(options: EngineOptions) -> RuleCorrector:
    """Build the stand-in, whatever the options."""
    del options
    return RuleCorrector()
