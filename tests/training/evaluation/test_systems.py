"""Systems: how foreign checkers and our engine are made to correct whole sentences."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from model.edits import Correction, Edit, Sentence, Span
from model.error_density import EVEN, Odds
from tests.training.tiny import tiny_model, tiny_tokenizer, tiny_vocabulary
from training.checkpoints import save_checkpoint
from training.decoding import correct_texts
from training.evaluation.errant_package import load_extractor
from training.evaluation.errors import EvaluationError
from training.evaluation.systems import (
    BundleSystem,
    CheckpointSystem,
    HarperSystem,
    apply_first_suggestions,
    holds_tokens,
)
from training.scoring.dev_score import DevSet


def lint(start, end, *suggestions):
    return SimpleNamespace(
        span=SimpleNamespace(start=start, end=end),
        suggestions=[
            SimpleNamespace(kind=SimpleNamespace(name=kind), replacement_text=text)
            for kind, text in suggestions
        ],
    )


def test_first_suggestion_of_every_lint_is_applied():
    lints = [lint(8, 12, ("REPLACE", "home")), lint(4, 6, ("REPLACE", "went"), ("REPLACE", "goes"))]
    assert apply_first_suggestions("She go, hoem", lints) == "She went, home"


def test_removal_and_insertion_are_applied():
    lints = [lint(2, 4, ("REMOVE", "")), lint(4, 5, ("INSERT_AFTER", ","))]
    assert apply_first_suggestions("a a b c", lints) == "a b, c"


def test_lint_without_suggestion_or_overlapping_an_earlier_one_is_left_out():
    lints = [lint(0, 5, ("REPLACE", "X")), lint(3, 8, ("REPLACE", "Y")), lint(9, 10)]
    assert apply_first_suggestions("abcdefghijk", lints) == "Xfghijk"


def test_missing_harper_names_the_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "harper", None)
    with pytest.raises(EvaluationError, match="harper-py"):
        HarperSystem.load()


class FakeCorrector:
    def correct_sentence(
        self, sentence: Sentence, cancelled: None = None, odds: Odds = EVEN
    ) -> Correction:
        start = sentence.text.index("go")
        return Correction(sentence, (Edit(Span(start, start + 2), "go", "goes", 0.9),))


def test_bundle_corrects_one_sentence_at_a_time():
    system = BundleSystem("fake", FakeCorrector())
    assert system.correct(["She go.", "He go."]) == ["She goes.", "He goes."]


def test_a_bundle_reads_a_set_as_one_text():
    seen = []

    class Follower:
        def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
            seen.append(odds.overall)
            return Correction(sentence, (), expected={"R:PREP": 0.1})

    wrong = ["One wrong.", "Two wrong.", "Three wrong."]
    BundleSystem("fake", Follower()).correct(wrong)
    assert 1.0 == seen[0] < seen[1] < seen[2]
    seen.clear()
    BundleSystem("fake", Follower(), apart=True).correct(wrong)
    assert seen == [1.0, 1.0, 1.0]


def test_missing_errant_model_names_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "errant", None)
    with pytest.raises(EvaluationError, match="en_core_web_sm"):
        load_extractor()


def test_edits_of_the_errant_package_become_spans(monkeypatch):
    module = ModuleType("errant")
    edit = SimpleNamespace(o_start=1, o_end=2, c_str="goes")
    annotator = SimpleNamespace(parse=str.split, annotate=lambda ours, theirs: [edit])
    monkeypatch.setattr(module, "load", lambda language: annotator, raising=False)
    monkeypatch.setitem(sys.modules, "errant", module)
    assert load_extractor()(["She", "go"], ["She", "goes"]) == [(1, 2, "goes")]


@pytest.mark.parametrize(
    ("lines", "tokenised"),
    [
        (["It was.", "He left (now)."], False),
        (["It was .", "He left ( now ) ."], True),
        (["This is new .", "He left ( now ) !"], True),
        (["This is new.", "He left!"], False),
    ],
)
def test_form_of_hypotheses_is_seen_in_the_lines(tmp_path, lines, tokenised):
    m2, natural = tmp_path / "x.m2", tmp_path / "x.txt"
    m2.write_text("S It was .\n\nS He left ( now ) .\n", encoding="utf-8")
    natural.write_text("It was.\nHe left (now).\n", encoding="utf-8")
    assert holds_tokens(lines, DevSet.load(m2, natural)) is tokenised


@pytest.fixture
def checkpoint(tmp_path):
    def write(vocabulary_size: int):
        model = tiny_model(vocabulary_size=vocabulary_size)
        contents = {"config": model.config.to_dict(), "model": model.state_dict(), "ema": None}
        save_checkpoint(tmp_path / "last.pt", contents)
        (tmp_path / "tokenizer.model").write_bytes(tiny_vocabulary())
        return tmp_path / "last.pt", tmp_path / "tokenizer.model"

    return write


def test_checkpoint_corrects_with_its_vocabulary(checkpoint):
    system = CheckpointSystem.load(*checkpoint(len(tiny_tokenizer())))
    sources = ["The cat sees a dog.", "The dog likes a tree."]
    assert system.name == "last.pt"
    assert system.correct(sources) == correct_texts(system.model, tiny_tokenizer(), sources)


def test_vocabulary_of_another_checkpoint_is_refused(checkpoint):
    with pytest.raises(EvaluationError, match="--vocabulary"):
        CheckpointSystem.load(*checkpoint(40))
