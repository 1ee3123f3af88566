import errno
import os
from pathlib import Path

import pytest

from app.documents.errors import UnencodableError, explain_os_error


@pytest.mark.parametrize(
    ("code", "action", "words"),
    [
        (errno.ENOENT, "open", "moved or renamed"),
        (errno.ENOENT, "save", "Save to another folder"),
        (errno.EACCES, "open", "not allowed to read"),
        (errno.EACCES, "save", "not allowed to write"),
        (errno.EISDIR, "open", "is a folder"),
        (errno.ENOSPC, "save", "no space left"),
        (errno.EROFS, "save", "another disk"),
        (errno.EIO, "open", "could not be opened"),
    ],
)
def test_every_refusal_of_the_system_is_a_sentence_that_names_the_file(code, action, words):
    sentence = explain_os_error(OSError(code, os.strerror(code)), Path("dir/a.txt"), action)
    assert words in sentence
    assert sentence.endswith(".")
    assert "a.txt" in sentence or "dir" in sentence


def test_an_error_without_a_number_still_makes_a_sentence():
    assert explain_os_error(OSError(), Path("a.txt"), "save").endswith("saved: OSError.")


def test_a_missing_character_is_shown_with_its_code():
    assert "“→” (U+2192)" in str(UnencodableError("→", "Windows-1252"))
