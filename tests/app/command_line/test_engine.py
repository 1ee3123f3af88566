import codecs

import pytest

from app.command_line import engine
from app.command_line.arguments import CorrectArguments
from app.command_line.engine import load_corrector
from app.command_line.errors import CommandError
from app.paths import model_folder
from model.errors import DamagedFileError


@pytest.fixture
def made(monkeypatch):
    """Note how the engine is made instead of making it."""
    calls = []
    monkeypatch.setattr(engine, "Corrector", lambda *arguments: calls.append(arguments))
    return calls


def test_arguments_become_options_of_the_engine(made, tmp_path):
    load_corrector(
        CorrectArguments(model=tmp_path, strategy="beam", min_confidence=0.7, level=0.2, threads=3)
    )
    [(folder, options)] = made
    assert folder == tmp_path
    assert (options.strategy, options.min_confidence) == ("beam", 0.7)
    assert (options.level, options.threads, options.dictionary) == (0.2, 3, frozenset())


def test_shipped_model_is_the_default(made):
    load_corrector(CorrectArguments())
    assert made[0][0] == model_folder()


def test_dictionary_has_a_word_in_each_line(made, tmp_path):
    file = tmp_path / "words.txt"
    file.write_bytes(codecs.BOM_UTF8 + "Zoë\r\n\r\n  New York \r\n".encode())
    load_corrector(CorrectArguments(dictionary=file))
    assert made[0][1].dictionary == {"Zoë", "New York"}


def test_missing_dictionary_is_a_sentence(made, tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        load_corrector(CorrectArguments(dictionary=tmp_path / "none"))


def test_dictionary_in_another_encoding_is_refused(made, tmp_path):
    file = tmp_path / "words.txt"
    file.write_bytes("Zoë".encode("latin-1"))
    with pytest.raises(CommandError, match="Save it as UTF-8"):
        load_corrector(CorrectArguments(dictionary=file))


def test_folder_without_a_model_is_a_sentence(tmp_path):
    with pytest.raises(CommandError, match=str(tmp_path)):
        load_corrector(CorrectArguments(model=tmp_path))


def test_damaged_model_is_a_sentence(monkeypatch):
    def refuse(*_):
        raise DamagedFileError("weights.bin is damaged. Install Copyedge again.")

    monkeypatch.setattr(engine, "Corrector", refuse)
    with pytest.raises(CommandError, match="is damaged"):
        load_corrector(CorrectArguments())
