import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dictionary import PersonalDictionary
from app.documents.errors import CannotOpenError, StoreError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings" / "dictionary.txt"


def test_words_are_there_at_the_next_start_as_they_were_written(path):
    PersonalDictionary(path).add("Zoë", "iPadOS")
    dictionary = PersonalDictionary(path)
    assert dictionary.words == {"Zoë", "iPadOS"}
    assert dictionary.folded == {"zoë", "ipados"}
    assert "ZOË" in dictionary
    assert path.read_text(encoding="utf-8") == "iPadOS\nZoë\n"


def test_a_composed_and_a_decomposed_letter_are_the_same(path):
    dictionary = PersonalDictionary(path)
    dictionary.add("Zoe\u0308")
    assert "Zo\u00eb" in dictionary


def test_words_are_removed_in_whatever_case(path):
    dictionary = PersonalDictionary(path)
    dictionary.add("Copyedge", "other")
    dictionary.remove("COPYEDGE")
    assert PersonalDictionary(path).words == {"other"}


@given(words=st.sets(st.text(alphabet="abÄß'- ", max_size=5), max_size=6))
@settings(max_examples=40, deadline=None)
def test_replacing_makes_the_list_what_was_given(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("words") / "dictionary.txt"
    dictionary = PersonalDictionary(path)
    dictionary.add("old")
    dictionary.replace(words)
    expected = {word.strip() for word in words if any(letter.isalpha() for letter in word)}
    assert {word.casefold() for word in PersonalDictionary(path).words} == {
        word.casefold() for word in expected
    }


def test_what_is_no_word_is_left_out(path):
    dictionary = PersonalDictionary(path)
    dictionary.add("", "  ", "12", "a\nb", "x" * 101, "ok")
    assert dictionary.words == {"ok"}


def test_two_windows_do_not_undo_each_other(path):
    one, two = PersonalDictionary(path), PersonalDictionary(path)
    one.add("alpha", "beta")
    two.add("gamma")
    one.remove("alpha")
    two.add("delta")
    assert PersonalDictionary(path).words == {"beta", "gamma", "delta"}


@pytest.mark.parametrize("content", [b"good\0bad", b"%PDF-1.7", b"\x01\x02\x03\x04"])
def test_a_damaged_file_is_set_aside_and_told_of(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    dictionary = PersonalDictionary(path)
    assert dictionary.words == frozenset()
    aside = path.with_name("dictionary.damaged.txt")
    assert aside.read_bytes() == content
    assert str(aside) in dictionary.message
    dictionary.add("new")
    assert PersonalDictionary(path).words == {"new"}
    assert PersonalDictionary(path).message == ""


def test_a_second_damaged_file_does_not_overwrite_the_first(path):
    path.parent.mkdir()
    for content in (b"\0one", b"\0two"):
        path.write_bytes(content)
        PersonalDictionary(path)
    aside = sorted(entry.read_bytes() for entry in path.parent.iterdir())
    assert aside == [b"\0one", b"\0two"]


def test_a_file_damaged_while_the_program_runs_costs_no_word(path):
    dictionary = PersonalDictionary(path)
    dictionary.add("kept")
    path.write_bytes(b"\0")
    dictionary.add("new")
    assert PersonalDictionary(path).words == {"kept", "new"}


def test_words_count_until_the_end_even_if_the_file_cannot_be_written(path):
    dictionary = PersonalDictionary(path)
    dictionary.add("old")
    path.chmod(0o444)
    with pytest.raises(StoreError, match="until you close"):
        dictionary.add("new")
    assert dictionary.words == {"old", "new"}
    path.chmod(0o644)
    dictionary.add("third")
    assert PersonalDictionary(path).words == {"old", "new", "third"}


def test_a_missing_file_is_an_empty_dictionary_without_a_message(path):
    dictionary = PersonalDictionary(path)
    assert (dictionary.words, dictionary.message) == (frozenset(), "")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"one\r\ntwo\r\n", {"one", "two"}),
        (b"2\none/SM\ntwo\n", {"one", "two"}),
        (b"OOoUserDict1\nlang: <none>\ntype: positive\n---\none\n", {"one"}),
        (b"# my words\none\n\n", {"one"}),
        ("Zoë\n".encode("cp1252"), {"Zoë"}),
        ("\ufeffone\n".encode("utf-16-le"), {"one"}),
    ],
)
def test_word_lists_of_other_programs_are_imported(tmp_path, path, content, words):
    (tmp_path / "list.dic").write_bytes(content)
    dictionary = PersonalDictionary(path)
    dictionary.add("one")
    new = dictionary.import_words(tmp_path / "list.dic")
    assert dictionary.words == words | {"one"}
    assert new == len(words - {"one"})


def test_importing_what_cannot_be_read_changes_nothing(tmp_path, path):
    dictionary = PersonalDictionary(path)
    dictionary.add("one")
    with pytest.raises(CannotOpenError, match="not there"):
        dictionary.import_words(tmp_path / "missing.txt")
    (tmp_path / "binary").write_bytes(b"\0\1")
    with pytest.raises(CannotOpenError, match="not a text file"):
        dictionary.import_words(tmp_path / "binary")
    assert dictionary.words == {"one"}


def test_an_exported_list_can_be_imported_again(tmp_path, path):
    dictionary = PersonalDictionary(path)
    dictionary.add("beta", "Alpha")
    assert dictionary.export_words(tmp_path / "words.txt") == 2
    assert (tmp_path / "words.txt").read_bytes() == b"Alpha\nbeta\n"
    other = PersonalDictionary(tmp_path / "other.txt")
    assert other.import_words(tmp_path / "words.txt") == 2
