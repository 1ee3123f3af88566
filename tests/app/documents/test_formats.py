from pathlib import Path

import pytest

from app.documents.errors import UnsupportedFileError
from app.documents.formats import DocumentFormat, format_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", DocumentFormat.TEXT),
        ("README", DocumentFormat.TEXT),
        ("a.unknown", DocumentFormat.TEXT),
        ("a.MD", DocumentFormat.MARKDOWN),
        ("a.docx", DocumentFormat.WORD),
        ("a.docm", DocumentFormat.WORD),
        ("A.ODT", DocumentFormat.OPEN_DOCUMENT),
    ],
)
def test_the_suffix_tells_the_format(name, kind):
    assert format_of(Path(name)) is kind


def test_what_cannot_be_read_is_refused_with_a_way_out():
    with pytest.raises(UnsupportedFileError, match=r"old Word file.*\.docx"):
        format_of(Path("a.doc"))


def test_every_format_offers_a_suffix_of_its_own():
    assert len({kind.suffixes[0] for kind in DocumentFormat}) == len(DocumentFormat)
