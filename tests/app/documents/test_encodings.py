import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.encodings import UTF_8, TextEncoding, decode, detect_encoding, encode
from app.documents.errors import (
    CannotOpenError,
    NotTextError,
    UnencodableError,
    UnsupportedFileError,
)

QUOTED = "He said “I don’t know” – and left. Nobody asked about the naïve plan.\n"


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40))
def test_any_utf_8_text_comes_back_as_it_was(text):
    content = text.encode("utf-8")
    encoding = detect_encoding(content)
    assert encode(decode(content, encoding), encoding) == content


@given(st.binary(max_size=60))
def test_whatever_bytes_are_accepted_come_back_byte_for_byte(content):
    with contextlib.suppress(CannotOpenError):
        encoding = detect_encoding(content)
        assert encode(decode(content, encoding), encoding) == content


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_a_byte_order_mark_decides_and_is_kept(name, mark):
    content = mark + "Zoë".encode(name)
    encoding = detect_encoding(content)
    assert encoding == TextEncoding(name, mark)
    assert decode(content, encoding) == "Zoë"
    assert encode("Zoë", encoding) == content


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zero_bytes(name):
    assert detect_encoding("Plain English text.".encode(name)) == TextEncoding(name)


@pytest.mark.parametrize("name", ["cp1252", "mac_roman"])
def test_older_western_encodings_are_told_apart(name):
    assert detect_encoding(QUOTED.encode(name)).name == name


def test_a_single_odd_byte_is_taken_for_windows_1252():
    assert decode(b"\xa35", detect_encoding(b"\xa35")) == "£5"


def test_russian_in_windows_1251_is_recognised():
    text = "Это обычный русский текст, написанный для проверки.\n"
    assert decode(text.encode("cp1251"), detect_encoding(text.encode("cp1251"))) == text


def test_ascii_counts_as_utf_8_so_that_an_emoji_can_be_typed():
    assert detect_encoding(b"plain") == UTF_8


@pytest.mark.parametrize(
    "content",
    [
        b"a\0b",
        b"\x01\x02\x03\x04 text",
        bytes(range(256)),
        b"\xff\xfe\x00\xd8",
        codecs.BOM_UTF8 + b"\0",
    ],
)
def test_bytes_that_are_no_text_are_refused_with_a_sentence(content):
    with pytest.raises(NotTextError, match=r"not a text file|not known"):
        detect_encoding(content, "a.bin")


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"%PDF-1.7", "PDF"), (b"{\\rtf1", "rich text"), (b"\xd0\xcf\x11\xe0", "Office")],
)
def test_files_of_other_programs_are_called_by_their_name(content, word):
    with pytest.raises(UnsupportedFileError, match=word):
        detect_encoding(content, "a.txt")


def test_a_character_that_the_encoding_lacks_is_named():
    with pytest.raises(UnencodableError, match=r"Windows-1252.*→.*UTF-8") as caught:
        encode("a → b", TextEncoding("cp1252"))
    assert caught.value.character == "→"


def test_decoding_with_a_wrong_encoding_is_an_error_of_ours():
    with pytest.raises(NotTextError, match="at byte 1"):
        decode(b"a\xff", UTF_8)
