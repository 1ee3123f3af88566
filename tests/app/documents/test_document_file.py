import os
from pathlib import Path

import docx
import pytest
from docx.oxml.parser import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import document_file
from app.documents.backups import BackupFolder
from app.documents.document_file import (
    file_state,
    new_document,
    open_document,
    protected_spans,
    save_document,
    warnings_before_saving,
)
from app.documents.encodings import UTF_8
from app.documents.errors import (
    CannotOpenError,
    CannotSaveError,
    ChangedOnDiskError,
    UnencodableError,
    UnsupportedFileError,
)
from app.documents.formats import DocumentFormat
from app.documents.stamps import DiskState
from app.documents.values import SaveOptions
from model.edits import Span

SUFFIXES = [".txt", ".md", ".docx", ".odt"]


def changed_behind(path, content=b"by another program"):
    path.write_bytes(content)
    os.utime(path, (2_000_000_000, 2_000_000_000))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_new_document_is_saved_opened_and_saved_again(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    saved = save_document(new_document(), "One.\n\nTwo  words.\n", path)
    assert saved.path == path
    opened = open_document(path)
    assert (opened.text, opened.format) == ("One.\n\nTwo  words.\n", saved.format)
    assert opened.path == path
    before = path.read_bytes()
    save_document(opened, opened.text)
    assert path.read_bytes() == before
    assert save_document(opened, "Three.").text == "Three."
    assert open_document(path).text == "Three."


@pytest.mark.parametrize("source", SUFFIXES)
@pytest.mark.parametrize("target", SUFFIXES)
def test_every_format_can_be_saved_as_every_other(tmp_path, source, target):
    document = save_document(new_document(), "One.\nTwo.", tmp_path / f"a{source}")
    saved = save_document(document, "One.\nTwo!", tmp_path / f"b{target}")
    assert saved.text == open_document(tmp_path / f"b{target}").text == "One.\nTwo!"
    assert saved.format is open_document(tmp_path / f"b{target}").format
    assert open_document(tmp_path / f"a{source}").text == "One.\nTwo."


@settings(max_examples=30, deadline=None)
@given(content=st.binary(max_size=80))
def test_any_file_that_opens_is_saved_unchanged_byte_for_byte(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(content)
    try:
        document = open_document(path)
    except CannotOpenError:
        return
    save_document(document, document.text)
    assert path.read_bytes() == content


def test_a_file_that_another_program_changed_is_not_overwritten_unasked(tmp_path):
    path = tmp_path / "a.txt"
    document = save_document(new_document(), "mine", path)
    changed_behind(path)
    assert file_state(document) is DiskState.CHANGED
    with pytest.raises(ChangedOnDiskError, match=r"Another program has changed a\.txt"):
        save_document(document, "mine, longer")
    assert path.read_bytes() == b"by another program"
    saved = save_document(document, "mine, longer", options=SaveOptions(overwrite=True))
    assert path.read_bytes() == b"mine, longer"
    assert file_state(saved) is DiskState.UNCHANGED


def test_a_removed_file_is_told_and_made_again(tmp_path):
    path = tmp_path / "a.txt"
    document = save_document(new_document(), "mine", path)
    path.unlink()
    assert file_state(document) is DiskState.REMOVED
    save_document(document, "mine")
    assert path.read_bytes() == b"mine"


def test_a_detached_document_keeps_what_the_text_does_not_show(tmp_path):
    document = save_document(new_document(), "mine", tmp_path / "a.docx").detached()
    assert (document.path, file_state(document)) == (None, DiskState.UNCHANGED)
    assert document.package


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_says_so(tmp_path):
    path = tmp_path / "a.txt"
    document = save_document(new_document(), "old", path)
    path.chmod(0o444)
    with pytest.raises(CannotSaveError, match="not allowed to write"):
        save_document(document, "new")
    assert path.read_bytes() == b"old"


def test_a_character_that_the_encoding_lacks_has_a_way_out(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("naïve café, “quoted” text".encode("cp1252"))
    document = open_document(path)
    with pytest.raises(UnencodableError):
        save_document(document, "→")
    assert save_document(document, "→", options=SaveOptions(encoding=UTF_8)).encoding == UTF_8
    assert path.read_bytes() == "→".encode()


def test_the_version_before_is_kept_when_backups_are_wanted(tmp_path):
    path = tmp_path / "a.txt"
    backups = BackupFolder(tmp_path / "backups")
    document = save_document(new_document(), "old", path, SaveOptions(backups=backups))
    save_document(document, "new", options=SaveOptions(backups=backups))
    assert [copy.read_bytes() for copy in backups.versions(path)] == [b"old"]


def test_a_document_without_a_path_cannot_be_saved():
    with pytest.raises(ValueError, match="needs a path"):
        save_document(new_document(), "text")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.doc", "old Word file"),
        ("a.rtf", "rich text"),
        ("a.pdf", "PDF"),
        ("a.XLSX", "spreadsheet"),
    ],
)
def test_files_that_cannot_be_read_are_refused_by_name(tmp_path, name, words):
    with pytest.raises(UnsupportedFileError, match=words):
        open_document(tmp_path / name)
    with pytest.raises(UnsupportedFileError, match=words):
        warnings_before_saving(new_document(), "text", tmp_path / name)


def test_a_missing_file_and_a_folder_are_told_in_sentences(tmp_path):
    with pytest.raises(CannotOpenError, match=r"a\.txt is not there any more"):
        open_document(tmp_path / "a.txt")
    with pytest.raises(CannotOpenError, match="is a folder"):
        open_document(tmp_path)


def test_a_device_is_not_read_for_ever():
    with pytest.raises(CannotOpenError, match="device"):
        open_document(Path(os.devnull))


def test_a_file_that_is_too_large_is_refused_with_both_sizes(tmp_path, monkeypatch):
    monkeypatch.setattr(document_file, "MAX_TEXT_BYTES", 2**20)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (3 * 2**20))
    with pytest.raises(CannotOpenError, match=r"3 MB.*at most 1 MB"):
        open_document(path)


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("docx", "md", "Markdown"), ("docx", "odt", "OpenDocument"), ("odt", "docx", "Word")],
)
def test_leaving_a_formatted_file_for_another_format_is_told(tmp_path, old, new, name):
    document = save_document(new_document(), "text", tmp_path / f"a.{old}")
    (warning,) = warnings_before_saving(document, "text", tmp_path / f"a.{new}")
    assert warning.startswith(f"In another format ({name}) this document keeps its words only")
    assert "formatting and pictures are left out" in warning
    assert warnings_before_saving(document, "text") == ()
    assert warnings_before_saving(document, "other") == ()


def test_markup_is_protected_from_the_start_and_after_every_change(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("Call `f` now.", encoding="utf-8")
    document = open_document(path)
    assert document.protected == (Span(5, 8),)
    assert protected_spans(document, "Please call `f` now.") == (Span(12, 15),)
    assert save_document(document, "It is", tmp_path / "a.txt").protected == ()


def test_protected_parts_of_formatted_files_move_with_the_text(tmp_path):
    source = docx.Document()
    source.add_paragraph("above")
    source.element.body.insert(1, OxmlElement("w:altChunk"))
    source.add_paragraph("below")
    source.save(tmp_path / "a.docx")
    document = open_document(tmp_path / "a.docx")
    assert document.protected == (Span(6, 7),)
    assert protected_spans(document, "new\nabove it\n\ufffc\nbelow") == (Span(13, 14),)


def test_format_follows_the_suffix():
    assert DocumentFormat.WORD.suffixes[0] == ".docx"
    assert DocumentFormat.MARKDOWN.is_plain
    assert not DocumentFormat.OPEN_DOCUMENT.is_plain
