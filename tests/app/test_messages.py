import subprocess
import sys
from pathlib import Path

from app.documents.errors import CannotOpenError, UnencodableError
from app.messages import Message


def test_a_message_is_its_english_sentence():
    message = Message("{0} is {1}.", "a.txt", Message("a folder"))
    assert message == "a.txt is a folder."
    assert (message.template, message.values) == ("{0} is {1}.", ("a.txt", "a folder"))


def test_braces_in_a_value_are_left_alone():
    assert Message("{0} is gone.", "{1}.txt") == "{1}.txt is gone."


def test_an_error_says_in_english_what_its_message_says():
    assert str(CannotOpenError(Message("{0} is gone.", "a.txt"))) == "a.txt is gone."
    assert str(UnencodableError("→", "Windows-1252")) == (
        "This file is stored as Windows-1252, which has no “→” (U+2192). "
        "Save it as UTF-8, or replace the character."
    )


def test_documents_and_dictionary_do_without_qt():
    modules = (
        "app.dictionary, app.documents.document_file, app.documents.recovery, "
        "app.documents.word, app.documents.odt"
    )
    code = f"import sys, {modules}; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
