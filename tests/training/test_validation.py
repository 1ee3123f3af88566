from tests.training.tiny import tiny_config, tiny_model
from training import validation
from training.validation import load_validator


def test_a_model_that_copies_scores_nothing_and_disturbs_nothing(pack, monkeypatch):
    monkeypatch.setattr(
        validation, "correct_texts", lambda model, tokenizer, texts, batch_tokens: list(texts)
    )
    scores = load_validator(pack, 0)(tiny_model())
    assert scores["recall"] == 0
    assert scores["false_alarms"] == 0


def test_a_model_that_corrects_scores_fully(pack, monkeypatch):
    from tests.training.tiny import pairs

    references = dict(pairs(8, seed=2))
    monkeypatch.setattr(
        validation,
        "correct_texts",
        lambda model, tokenizer, texts, batch_tokens: [references[t] for t in texts],
    )
    scores = load_validator(pack, 0)(tiny_model())
    assert scores["f_half"] == 1
    assert scores["precision"] == scores["recall"] == 1


def test_a_fresh_model_can_be_scored(pack):
    model = tiny_model(vocabulary_size=len(pack.tokenizer()))
    scores = load_validator(pack, 3)(model)
    assert set(scores) == {"precision", "recall", "f_half", "false_alarms"}
    assert model.config != tiny_config()
