import math

import pytest
import torch

from model.tokenizer import BOS_ID, EOS_ID
from tests.training.tiny import padded, tiny_model, write_recipe
from training import pretrain, unseen_loss
from training.corpora.compressed import CorpusError
from training.loop import LAST
from training.pack import VOCABULARY

KEPT = [5, 6, 7, 8]


def nats(model, source, target):
    """Return the loss of each target token and of the end mark, one pair alone."""
    inputs = torch.tensor([[BOS_ID, *target]])
    with torch.inference_mode():
        logits = model(padded([source]), inputs)[0]
    chosen = torch.tensor([*target, EOS_ID])
    return torch.nn.functional.cross_entropy(logits, chosen, reduction="none").tolist()


def test_edited_tokens_and_copied_ones_are_averaged_apart():
    model = tiny_model()
    replaced = [5, 6, 9, 8]  # the 9 and the 8 after it do not follow their neighbours in the source
    losses = nats(model, KEPT, replaced)
    found = unseen_loss.unseen_loss(model, [(KEPT, replaced)])
    assert found.edited == pytest.approx((losses[2] + losses[3]) / 2, rel=1e-4)
    assert found.copied == pytest.approx((losses[0] + losses[1] + losses[4]) / 3, rel=1e-4)


def test_each_token_counts_once_whatever_batch_it_is_in():
    model = tiny_model()
    pairs = [(KEPT, [5, 6, 9, 8]), ([5, 6], [5, 10, 6])]
    apart = [unseen_loss.unseen_loss(model, [pair]) for pair in pairs]
    both = unseen_loss.unseen_loss(model, pairs)
    assert both.edited == pytest.approx((apart[0].edited + apart[1].edited) / 2, rel=1e-4)
    assert math.isfinite(both.copied)


def says(*tokens):
    """Return a network whose first choices these are, whatever it reads."""
    return lambda source_ids, target_ids: torch.eye(40)[list(tokens)][None]


def test_first_choices_are_counted_apart_for_edits_and_copies():
    replaced = [5, 6, 9, 8]  # its 9 and the 8 behind it are the edit
    copies = unseen_loss.unseen_loss(says(*KEPT, EOS_ID), [(KEPT, replaced)])
    assert (copies.edited_first, copies.copied_first) == (0.5, 1.0)
    mends = unseen_loss.unseen_loss(says(5, 7, 9, 8, EOS_ID), [(KEPT, replaced)])
    assert (mends.edited_first, mends.copied_first) == (1.0, pytest.approx(2 / 3))


def table(tmp_path, *rows):
    path = tmp_path / "pairs.tsv"
    path.write_text("".join(f"{a}\t{b}\n" for a, b in rows), "utf-8")
    return path


def test_pairs_without_a_change_and_long_ones_are_left_out(pack, tmp_path):
    tokenizer = pack.tokenizer()
    long = "the cat sees the dog " * 40
    path = table(tmp_path, ("a cat", "a cat"), ("a cat", "the cat"), (long, f"{long} again"))
    (pair,) = unseen_loss.load_changed_pairs(path, tokenizer, 5)
    assert [tokenizer.decode(ids) for ids in pair] == ["a cat", "the cat"]
    with pytest.raises(CorpusError, match="no pair"):
        unseen_loss.load_changed_pairs(table(tmp_path, ("a", "a")), tokenizer, 5)


def test_the_command_tells_the_losses_of_each_checkpoint(pack, tmp_path, capsys):
    recipe = write_recipe(tmp_path / "tiny.toml")
    common = ["--pack", str(pack.folder), "--no-validation"]
    assert pretrain.main([str(recipe), *common, "--out", str(tmp_path / "a")]) == 0
    capsys.readouterr()
    checkpoint = tmp_path / "a" / LAST
    options = ["--vocabulary", str(pack.path(VOCABULARY)), "--pairs"]
    path = table(tmp_path, ("a cat", "the cat"))
    assert unseen_loss.main([str(checkpoint), *options, str(path)]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{checkpoint}  pairs.tsv ")
    assert told.count(" / ") == 2
    assert told.count("%") == 2
    assert unseen_loss.main([str(checkpoint), *options, str(tmp_path / "none.tsv")]) == 2
    assert "none.tsv" in capsys.readouterr().err
