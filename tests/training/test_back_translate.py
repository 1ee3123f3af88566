import gzip

import pytest
import torch
from torch.nn import functional

from model.tokenizer import EOS_ID
from tests.training.tiny import pairs, sentences, tiny_tokenizer, write_recipe
from training import back_translate, pretrain
from training.back_translate import SamplingOptions, make_pairs, readable, sample
from training.corpora.compressed import iterate_lines
from training.loop import LAST

VOCABULARY = 300


class Copier:
    """Stands for a network: gives a source back, but for what it is told to say instead."""

    def __init__(self, instead=None, chance=1.0):
        self.instead = instead or {}
        self.chance = chance

    def encode(self, source_ids):
        return source_ids, source_ids != 0

    def start(self, memory, mask):
        self.memory, self.place = memory, 0
        return

    def step(self, target_ids, state):
        width = self.memory.shape[1]
        ids = self.memory[:, min(self.place, width - 1)]
        self.place += 1
        said = functional.one_hot(ids, VOCABULARY) * 0.0
        for row, token in enumerate(ids.tolist()):
            if token in self.instead:
                said[row, self.instead[token]] = self.chance
                said[row, token] += 1 - self.chance
            else:
                said[row, token] = 1.0
        return said.log()[:, None]


def test_a_network_that_copies_gives_every_sentence_back():
    rows = [[7, 8, 9], [5, 6, 7]]
    assert sample(Copier(), rows, SamplingOptions()) == rows


def test_mistakes_are_drawn_as_often_as_the_network_thinks_them_likely():
    torch.manual_seed(3)
    drawn = sample(Copier({8: 20}, chance=0.3), [[7, 8, 9]] * 2000, SamplingOptions())
    assert {tuple(row) for row in drawn} == {(7, 8, 9), (7, 20, 9)}
    assert 500 < sum(row[1] == 20 for row in drawn) < 700


def test_what_is_less_likely_than_the_least_is_never_drawn():
    torch.manual_seed(3)
    options = SamplingOptions(least_probability=0.05)
    drawn = sample(Copier({8: 20}, chance=0.04), [[7, 8, 9]] * 500, options)
    assert all(row == [7, 8, 9] for row in drawn)


def test_a_low_temperature_makes_fewer_mistakes():
    torch.manual_seed(3)
    network = Copier({8: 20}, chance=0.3)
    cold = sample(network, [[7, 8, 9]] * 1000, SamplingOptions(temperature=0.5))
    assert sum(row[1] == 20 for row in cold) < 220  # 0.3**2 / (0.3**2 + 0.7**2) = 0.155


def test_a_sample_that_does_not_end_in_time_is_none():
    endless = Copier({EOS_ID: 9})
    assert sample(endless, [[7, 8], [5, 6]], SamplingOptions(most_growth=4)) == [None, None]
    alike = sentences(1) * 4
    assert list(make_pairs(endless, tiny_tokenizer(), alike, SamplingOptions())) == []


def test_pairs_have_the_sentences_themselves_as_targets():
    texts = sentences(50)
    made = list(make_pairs(Copier(), tiny_tokenizer(), texts, SamplingOptions()))
    assert sorted(target for _, target in made) == sorted(texts)
    assert all(source == target for source, target in made)


def test_long_sentences_come_in_the_parts_that_a_corrector_reads():
    tokenizer = tiny_tokenizer()
    text = ", and ".join(sentences(6)).replace(".", "")
    parts = list(readable(text, tokenizer, 30))
    assert len(parts) > 2
    assert " ".join(parts) == text
    assert all(len(tokenizer.encode(part)) <= 30 for part in parts)
    made = make_pairs(Copier(), tokenizer, [text], SamplingOptions(most_tokens=30))
    assert sorted(target for _, target in made) == sorted(parts)


def test_targets_of_people_are_read_once_each(pack):
    found = back_translate.chosen_sentences(pack, 0, 1000, "pairs.tsv.gz")
    assert found == sorted({target for _, target in pairs(200, seed=1)})
    assert back_translate.chosen_sentences(pack, 3, 5, "pairs.tsv.gz") == found[3:8]


def test_clean_sentences_are_read_from_where_they_are_told(pack):
    assert len(back_translate.chosen_sentences(pack, 150, 1000)) == 50
    first = back_translate.chosen_sentences(pack, 0, 10)
    assert back_translate.chosen_sentences(pack, 4, 6) == first[4:]


@pytest.fixture(scope="module")
def checkpoint(pack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reverse")
    mixture = [{"kind": "pairs", "file": "pairs.tsv.gz", "share": 1.0, "reversed": True}]
    recipe = write_recipe(folder / "recipe.toml", mixture=mixture)
    arguments = [str(recipe), "--pack", str(pack.folder), "--out", str(folder), "--no-validation"]
    assert pretrain.main(arguments) == 0
    return folder / LAST


def test_the_command_writes_the_same_fit_pairs_for_the_same_seed(checkpoint, pack, tmp_path):
    written = []
    for name in ("one.tsv.gz", "two.tsv.gz"):
        command = [str(checkpoint), "--pack", str(pack.folder), "--out", str(tmp_path / name)]
        assert back_translate.main([*command, "--temperature", "0.05"]) == 0
        written.append(gzip.decompress((tmp_path / name).read_bytes()))
    assert written[0] == written[1]
    for line in iterate_lines(tmp_path / "one.tsv.gz"):
        assert len(line.split("\t")) == 3


def test_a_missing_checkpoint_is_named(pack, tmp_path, capsys):
    out = tmp_path / "pairs.tsv.gz"
    command = [str(tmp_path / "none.pt"), "--pack", str(pack.folder), "--out", str(out)]
    assert back_translate.main(command) == 2
    assert "none.pt" in capsys.readouterr().err
    assert not out.exists()
