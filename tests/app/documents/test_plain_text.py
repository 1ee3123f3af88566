import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.encodings import UTF_8, TextEncoding
from app.documents.errors import CannotOpenError, UnencodableError
from app.documents.formats import DocumentFormat
from app.documents.plain_text import read_plain_text, write_plain_text

PIECES = st.sampled_from(
    [
        b"a word ",
        b"\r\n",
        b"\n",
        b"\r",
        b"\xe2\x80\xa9",
        b"\xe2\x80\xa8",
        b"\xe9t\xe9 ",
        b"\t",
        b"\x0c",
    ]
)


def read(content):
    return read_plain_text(content, "a.txt", DocumentFormat.TEXT)


@given(st.lists(PIECES, max_size=20).map(b"".join) | st.binary(max_size=40))
def test_opening_and_saving_unchanged_gives_the_same_bytes(content):
    with contextlib.suppress(CannotOpenError):
        document = read(content)
        assert write_plain_text(document, document.text)[0] == content


@given(st.lists(PIECES, max_size=12).map(b"".join), st.text(alphabet="ab \né", max_size=20))
def test_what_is_saved_is_what_opening_it_again_shows(content, text):
    with contextlib.suppress(CannotOpenError):
        written, saved = write_plain_text(read(content), text, UTF_8)
        assert saved.text == text
        assert read(written).text == text


def test_a_guessed_encoding_is_told():
    assert "Windows-1252" in read("naïve café, “quoted” text\n".encode("cp1252")).warnings[0]
    assert read("naïve café".encode()).warnings == ()


def test_a_file_in_two_encodings_is_opened_and_comes_back_as_it_was():
    content = "é".encode() * 2 + b" a word and another one \xe9t\xe9 \xe9"
    document = read(content)
    assert "a word and another one été é" in document.text
    assert write_plain_text(document, document.text)[0] == content


def test_byte_order_mark_and_line_ends_survive_an_edit():
    document = read(b"\xef\xbb\xbfone\r\ntwo\r\n")
    assert (document.bom, document.line_ending) == (True, "\r\n")
    written, _ = write_plain_text(document, document.text.replace("two", "2\n3"))
    assert written == b"\xef\xbb\xbfone\r\n2\r\n3\r\n"


def test_a_character_that_the_encoding_lacks_can_be_saved_as_utf_8():
    document = read("naïve café, “quoted” text\n".encode("cp1252"))
    assert document.encoding == TextEncoding("cp1252")
    with pytest.raises(UnencodableError):
        write_plain_text(document, "→")
    written, saved = write_plain_text(document, "→", UTF_8)
    assert written == "→".encode()
    assert saved.encoding == UTF_8


def test_a_soft_break_typed_into_a_text_file_becomes_a_line_end():
    written, saved = write_plain_text(read(b"a\r\nb"), "a\nb\u2028c")
    assert written == b"a\r\nb\r\nc"
    assert saved.text == "a\nb\nc"


def test_separators_that_the_file_had_are_kept():
    content = "a\u2028b\u2029c\nd".encode()
    document = read(content)
    assert document.text == "a\u2028b\nc\nd"
    assert write_plain_text(document, document.text)[0] == content


def test_line_ends_that_come_to_stand_together_stay_two():
    written, _ = write_plain_text(read(b"\n\r"), "\n\n\n")
    assert read(written).text == "\n\n\n"
