import codecs

import pytest

from app.command_line.encoding import CHOICES, TextFormat, detect_format
from app.command_line.errors import UnreadableTextError


def test_every_choice_is_a_codec_that_gives_its_bytes_back():
    letters = "The quick brown fox, 1234."
    for choice in CHOICES:
        text_format = detect_format(letters.encode(choice), "x", choice)
        assert letters.encode(text_format.codec).decode(text_format.codec) == letters


def test_mark_is_not_taken_for_text_when_the_encoding_is_named():
    head = codecs.BOM_UTF16_BE + "a".encode("utf-16-be")
    assert detect_format(head, "x", "utf-16") == TextFormat("utf-16-be", codecs.BOM_UTF16_BE)


def test_mark_of_another_encoding_is_left_in_the_text():
    assert detect_format(codecs.BOM_UTF8 + b"a", "x", "latin-1").mark == b""


def test_utf_32_mark_is_not_mistaken_for_utf_16():
    assert detect_format(codecs.BOM_UTF32_LE + b"a\0\0\0", "x").codec == "utf-32-le"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_is_refused_with_the_option_that_helps(codec):
    with pytest.raises(UnreadableTextError, match=f"try --encoding {codec}"):
        detect_format("Hello there".encode(codec), "x")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"PK\x03\x04rest", "Open it in the editor: copyedge letter"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\xd0\xcf\x11\xe0", "an old Word file"),
        (b"{\\rtf1", "rich text"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(head, words):
    with pytest.raises(UnreadableTextError, match=words):
        detect_format(head, "letter")


def test_format_knows_what_it_can_write():
    assert TextFormat("latin-1").can_encode("ï")
    assert not TextFormat("latin-1").can_encode("…")
