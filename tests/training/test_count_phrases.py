import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.phrases.keys import key_of
from model.phrases.table import Counts, PhraseTable
from model.phrases.tokens import applied, tokens_of
from training import count_phrases as module
from training.count_phrases import PhraseCounter, changes_of, count_phrases, main

PAIRS = [
    ("They listen music.", "They listen to music."),
    ("We listen music every day.", "We listen to music every day."),
    ("She can listen music.", "She can listen music."),
    ("I like it.", "I like it."),
]


def entry(pairs, key, clean=(), least_share=0.0):
    counter = PhraseCounter()
    for source, target in pairs:
        counter.add(source, target)
    counter.forget_rare()
    for source, _ in pairs:
        counter.count_seen(source)
    for sentence in clean:
        counter.count_clean(sentence)
    return counter.entries(least_share).get(key_of(key))


def test_an_entry_counts_changes_places_seen_and_clean_text():
    clean = ["To listen music lessons must be heard.", "Nothing."]
    assert entry(PAIRS, "listen [] music", clean) == ("to", Counts(2, 3, 1))


def test_what_was_changed_only_once_is_no_entry():
    assert entry(PAIRS, "they listen [] music") is None
    assert entry(PAIRS[1:], "listen [] music") is None


def test_words_that_are_mostly_right_are_no_entry():
    assert entry(PAIRS, "listen [] music", least_share=0.9) is None


def test_what_fewer_words_tell_as_surely_is_no_entry():
    twice = [("He have informations now.", "He have information now.")] * 2
    often = [*twice, ("New informations came.", "New information came.")]
    assert entry(often, "[informations]") == ("information", Counts(3, 3, 0))
    assert entry(often, "have [informations]") is None


def test_stems_are_counted_once_two_sets_of_words_were_seen():
    pairs = [("They listen music.", "They listen to music.")] * 2
    assert entry(pairs, "*listen [] WORD~") is None
    more = [*pairs, ("He listens radio.", "He listens to radio.")]
    assert entry(more, "*listen [] WORD~") == ("to", Counts(3, 3, 0))


def test_of_two_replacements_the_more_frequent_is_kept():
    pairs = [("in july", "on july"), *[("in july", "by july")] * 2]
    assert entry(pairs, "[in]") == ("by", Counts(2, 3, 0))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("They listen music.", "They listen to music.", [(2, 0, "to")]),
        ("We discuss about it.", "We discuss it.", [(2, 1, "")]),
        ("This are mine.", "These are mine.", [(0, 1, "these")]),
        ("However I agree.", "However, I agree.", [(1, 0, ",")]),
        ("It is right", "It is right.", [(3, 0, ".")]),
        ("He  goes.", "He goes.", []),
        ("A b c d e f.", "A x y z w f.", []),
    ],
)
def test_a_change_is_told_as_tokens_and_replacement(source, target, expected):
    assert list(changes_of(source, target, tokens_of(source))) == expected


WORDS = st.lists(
    st.sampled_from(["He", "goes", "to", "school", ",", "the", "I", "it's", "2", ".", "(", "Über"]),
    max_size=8,
)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_a_change_that_is_told_can_be_made(source, target):
    tokens = tokens_of(source)
    for place, count, replacement in changes_of(source, target, tokens):
        change = applied(source, tokens, place, count, replacement)
        assert change is not None
        assert source[change[0].start : change[0].end] != change[1]


def test_a_counted_table_finds_the_mistake_again():
    table = count_phrases(PAIRS, ["Nothing."], 0.2)
    (found,) = table.find("You listen music?")
    assert (found.replacement, found.span.start) == ("to ", 11)


def write(path, rows):
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path, monkeypatch):
    (tmp_path / "clean").mkdir()
    monkeypatch.setattr(module, "clean_sentences", lambda data, number: ["Do listen music."])
    sample = ["Do listen music.", "They sing."]
    monkeypatch.setattr(module, "sample_sentences", lambda folder, options, number: sample)
    return tmp_path


def test_the_command_writes_a_table_of_the_corpora_asked_for(data, capsys):
    rows = [(*pair, "wi.A.train") for pair in PAIRS]
    rows += [("in july", "on july", "other")] * 2
    pairs = write(data / "pairs.tsv", rows)
    out = data / "phrases.npz"
    assert main(["--data", str(data), "--pairs", str(pairs), "--out", str(out)]) == 0
    table = PhraseTable.from_bytes(out.read_bytes())
    # The clean sentence that fits the calibration is not counted.
    assert table.find("listen music")[0].counts == Counts(2, 3, 0)
    assert table.find("in july") == []
    assert "4 pairs, 1 clean sentences" in capsys.readouterr().out


def test_a_file_that_holds_no_pairs_is_named(data, capsys):
    pairs = write(data / "pairs.tsv", [("only", "two")])
    assert main(["--data", str(data), "--pairs", str(pairs), "--out", str(data / "x")]) == 1
    assert "training.corpora.prepare_pairs" in capsys.readouterr().err
