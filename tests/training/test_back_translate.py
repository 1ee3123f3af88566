import pytest
import torch
from torch.nn import functional

from model.tokenizer import EOS_ID
from tests.training.tiny import pairs, sentences, tiny_tokenizer
from training import back_translate
from training.back_translate import SamplingOptions, make_pairs, readable, sample
from training.corpora.compressed import iterate_lines
from training.pack import VOCABULARY as VOCABULARY_FILE
from training.pack import Pack

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

    def to(self, dtype):
        return self

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
    everything = sorted({target for _, target in pairs(200, seed=1)})
    assert back_translate.short_targets(pack, "pairs.tsv.gz", 100) == everything


@pytest.mark.parametrize("long_side", ["source", "target"])
def test_pairs_that_are_long_on_either_side_are_not_read(pack, tmp_path, long_side):
    row = [sentences(2)[0] * 9, "So."] if long_side == "source" else ["So.", sentences(2)[0] * 9]
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / VOCABULARY_FILE).write_bytes(pack.path(VOCABULARY_FILE).read_bytes())
    (folder / "pairs.tsv").write_text("\t".join(row) + "\nA cat\tThe cat\n", encoding="utf-8")
    assert back_translate.short_targets(Pack(folder), "pairs.tsv", 40) == ["The cat"]


def test_clean_sentences_are_read_from_where_they_are_told(pack):
    assert len(back_translate.clean_sentences(pack, 150, 1000)) == 50
    first = back_translate.clean_sentences(pack, 0, 10)
    assert back_translate.clean_sentences(pack, 4, 6) == first[4:]


def written_by(network, pack, out, monkeypatch, *more):
    monkeypatch.setattr(back_translate, "load_model", lambda path: (network, {}))
    command = ["any.pt", "--pack", str(pack.folder), "--out", str(out), *more]
    assert back_translate.main(command) == 0
    return list(iterate_lines(out))


def test_the_command_writes_the_same_pairs_for_the_same_seed(pack, tmp_path, monkeypatch):
    dog, cat = (tiny_tokenizer().encode(f"The {word}")[-1] for word in ("dog", "cat"))
    network = Copier({dog: cat}, chance=0.5)
    out = tmp_path / "pairs.tsv.gz"
    first = written_by(network, pack, out, monkeypatch)
    assert written_by(network, pack, out, monkeypatch) == first
    assert written_by(network, pack, out, monkeypatch, "--seed", "2") != first
    rows = [line.split("\t") for line in first]
    assert sorted(row[1] for row in rows) == sorted(sentences(200))
    assert any(row[0] != row[1] for row in rows)


def test_the_command_reads_targets_where_it_is_told(pack, tmp_path, monkeypatch):
    out = tmp_path / "pairs.tsv"
    lines = written_by(Copier(), pack, out, monkeypatch, "--targets", "pairs.tsv.gz")
    assert {line.split("\t")[1] for line in lines} == {target for _, target in pairs(200, seed=1)}


def test_a_sample_that_lost_its_sentence_is_left_out(pack, tmp_path, monkeypatch):
    ends_at_once = Copier(dict.fromkeys(range(4, VOCABULARY), EOS_ID))
    assert written_by(ends_at_once, pack, tmp_path / "pairs.tsv", monkeypatch) == []


def test_what_was_made_before_an_interruption_is_kept(pack, tmp_path, monkeypatch, capsys):
    network = Copier()
    batches = iter(range(2))

    def encode(source_ids):
        if next(batches, None) is None:
            raise KeyboardInterrupt
        return source_ids, source_ids != 0

    network.encode = encode
    monkeypatch.setattr(back_translate, "BLOCK", 10)
    monkeypatch.setattr(back_translate, "load_model", lambda path: (network, {}))
    out = tmp_path / "pairs.tsv.gz"
    command = ["any.pt", "--pack", str(pack.folder), "--out", str(out)]
    assert back_translate.main(command) == 130
    assert len(list(iterate_lines(out))) == 20
    assert str(out) in capsys.readouterr().err


def test_a_missing_checkpoint_is_named(pack, tmp_path, capsys):
    out = tmp_path / "pairs.tsv.gz"
    command = [str(tmp_path / "none.pt"), "--pack", str(pack.folder), "--out", str(out)]
    assert back_translate.main(command) == 2
    assert "none.pt" in capsys.readouterr().err
    assert not out.exists()
