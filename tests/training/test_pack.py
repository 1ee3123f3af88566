import pytest

from tests.training.tiny import sentences, write_pack
from training.pack import CLEAN, Pack, PackError, part_folders, write_clean


def test_a_pack_gives_all_that_training_reads(pack):
    assert len(pack.clean_sentences()) == 200
    assert len(pack.human_pairs("pairs.tsv.gz", 1)) == 200
    assert len(pack.vocabulary_hash()) == 64
    assert pack.tokenizer().decode(pack.tokenizer().encode("A cat.")) == "A cat."


def test_a_missing_file_is_named(pack):
    with pytest.raises(PackError, match=r"no pairs\.none\.tsv\.gz"):
        pack.human_pairs("pairs.none.tsv.gz", 1)


def test_clean_sentences_are_dealt_out_to_parts_and_read_as_one(tmp_path):
    pack = write_pack(tmp_path / "pack")
    folders = part_folders(tmp_path / "pack", 3)
    texts = sentences(100)
    assert [folder.name for folder in folders] == ["pack", "pack-1", "pack-2"]
    assert write_clean(list(texts), [folder / CLEAN for folder in folders], seed=1) == 100
    whole = Pack(pack.folder, tuple(folders[1:])).clean_sentences()
    assert sorted(whole[index] for index in range(len(whole))) == sorted(texts)
    assert [len(Pack(folder).clean_sentences()) for folder in folders] == [34, 34, 32]


def test_the_order_of_a_pack_depends_on_its_seed(tmp_path):
    stores = []
    for number, seed in enumerate((1, 1, 2)):
        path = tmp_path / str(number) / CLEAN
        write_clean(sentences(50), [path], seed)
        stores.append(path.read_bytes())
    assert stores[0] == stores[1] != stores[2]
