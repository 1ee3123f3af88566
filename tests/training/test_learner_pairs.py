from model.parts import CorrectorParts
from tests.fakes import FakeStepper, tiny_tokenizer
from training import learner_pairs
from training.learner_pairs import unseen_pairs


def test_pairs_that_the_network_was_taught_are_left_out_but_for_those_too_long_for_it(
    tmp_path, monkeypatch
):
    taught = tmp_path / "pairs.tsv"
    short, long, new = "He don't go.", "He go home and " * 9 + "sleep.", "She go."
    taught.write_text(f"{short}\tHe goes.\tx\n{long}\t{long}\tx\n", encoding="utf-8")
    # As the corpus has it, before it is cleaned.
    raw = short.replace("'", "\u2019").replace("go", " go")
    pairs = [(raw, "He goes."), (long, long), (new, "She goes.")]
    monkeypatch.setattr(learner_pairs, "corrected_pairs", lambda folder: iter(pairs))
    tokenizer = tiny_tokenizer()
    parts = CorrectorParts(tokenizer, FakeStepper(None), familiar_tokens=30)
    assert unseen_pairs(tmp_path, [taught], parts) == pairs[1:]
    assert unseen_pairs(tmp_path, [], parts) == pairs
