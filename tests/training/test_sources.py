import gzip
import lzma
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.tiny import sentences
from training.sources import (
    HumanSource,
    MixedSource,
    NoisedSource,
    SentenceStore,
    SequentialReader,
    ShuffledChunks,
    share_counts,
)

lines = st.lists(
    st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=20)
)


def store(texts):
    return SentenceStore("".join(f"{text}\n" for text in texts).encode("utf-8"))


def scramble(sentence, rng):
    letters = list(sentence)
    rng.shuffle(letters)
    return "".join(letters)


@given(texts=lines)
def test_a_store_gives_back_every_sentence(texts):
    kept = store(texts)
    assert [kept[index] for index in range(len(kept))] == texts


@pytest.mark.parametrize(("suffix", "opener"), [(".xz", lzma.open), (".gz", gzip.open), ("", open)])
def test_a_store_reads_compressed_files(tmp_path, suffix, opener):
    path = tmp_path / f"clean.txt{suffix}"
    with opener(path, "wt", encoding="utf-8") as file:
        file.write("Naïve.\nYes.\n")
    kept = SentenceStore.from_file(path)
    assert [kept[0], kept[1]] == ["Naïve.", "Yes."]


@pytest.mark.parametrize(("suffix", "packer"), [(".xz", lzma), (".gz", gzip)])
def test_a_file_cut_short_is_named_with_what_to_do(tmp_path, suffix, packer):
    path = tmp_path / f"clean.txt{suffix}"
    path.write_bytes(packer.compress(b"A whole sentence.\n" * 50)[:-9])
    with pytest.raises(ValueError, match=f"clean.txt{suffix} is cut short .* build the pack again"):
        SentenceStore.from_file(path)


def test_several_files_make_one_store_in_the_order_named(tmp_path):
    for name, text in (("b", "One.\nTwo.\n"), ("a", "Three.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    kept = SentenceStore.from_files([tmp_path / "b", tmp_path / "a"])
    assert [kept[index] for index in range(len(kept))] == ["One.", "Two.", "Three."]


def test_a_noised_chunk_is_the_same_whenever_it_is_asked_for():
    source = NoisedSource(store(sentences(50)), scramble, seed=1, chunk_size=20)
    third = source.chunk(2)
    source.chunk(0)
    again = NoisedSource(store(sentences(50)), scramble, seed=1, chunk_size=20)
    assert again.chunk(2) == third


def test_every_epoch_sees_each_sentence_once_and_damages_it_anew():
    texts = [f"sentence number {index}" for index in range(60)]
    source = NoisedSource(store(texts), scramble, seed=1, chunk_size=20)
    epochs = [[pair for turn in range(3) for pair in source.chunk(3 * n + turn)] for n in (0, 1)]
    for epoch in epochs:
        assert sorted(target for _, target in epoch) == sorted(texts)
    assert [target for _, target in epochs[0]] != [target for _, target in epochs[1]]
    assert dict(map(reversed, epochs[0])) != dict(map(reversed, epochs[1]))


def test_the_same_sentence_is_damaged_otherwise_in_another_chunk():
    source = NoisedSource(store(["one and the same sentence"] * 40), scramble, 1, 10)
    assert source.chunk(0) != source.chunk(1)


@given(size=st.integers(1, 50), chunk=st.integers(1, 60), seed=st.integers(0, 9))
def test_chunks_of_an_epoch_do_not_overlap(size, chunk, seed):
    order = ShuffledChunks(size, seed, chunk)
    count = size // min(chunk, size)
    seen = Counter(int(i) for turn in range(count) for i in order.indices(turn))
    assert set(seen.values()) <= {1}
    assert set(seen) <= set(range(size))


def test_human_pairs_may_have_further_columns(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("a b\ta c\tfrom a test\nd\td\n", encoding="utf-8")
    assert sorted(HumanSource.from_file(path, 1).chunk(0)) == [("a b", "a c"), ("d", "d")]


def test_reversed_pairs_come_in_the_same_order():
    source = HumanSource([(f"s{n}", f"t{n}") for n in range(30)], 1, 10)
    turned = [(right, left) for left, right in source.chunk(4)]
    assert source.reversed().chunk(4) == turned


def test_a_line_without_a_tab_is_named(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("a\ta\nonly one side\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        HumanSource.from_file(path, 1)


def test_nothing_to_train_on_is_refused():
    with pytest.raises(ValueError, match="no pairs"):
        HumanSource([], 1)
    with pytest.raises(ValueError, match="no clean sentences"):
        NoisedSource(store([]), scramble, 1)
    with pytest.raises(ValueError, match="positive share"):
        MixedSource([])


def test_a_mixture_keeps_its_shares_and_repeats_itself():
    def mixture():
        human = HumanSource([("h", str(n)) for n in range(500)], 1, 25)
        noised = NoisedSource(store(sentences(500)), scramble, 1, 75)
        return MixedSource([(noised, 3.0), (human, 1.0)], 100)

    chunk = mixture().chunk(3)
    assert len(chunk) == mixture().chunk_pairs == 100
    assert sum(source == "h" for source, _ in chunk) == 25
    other = mixture()
    other.chunk(7)
    assert other.chunk(3) == chunk


def test_a_small_source_is_read_again_within_a_mixture():
    human = HumanSource([("h", str(n)) for n in range(4)], 1)
    reader = SequentialReader(human)
    targets = [target for _, target in reader.pairs(0, 12)]
    assert Counter(targets) == dict.fromkeys("0123", 3)
    assert [target for _, target in SequentialReader(human).pairs(5, 3)] == targets[5:8]


def test_shares_need_not_sum_to_one():
    assert share_counts([2, 1, 1], 8) == [4, 2, 2]
