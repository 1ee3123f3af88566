import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import packages
from app.documents.errors import CannotSaveError, DamagedDocumentError
from app.documents.packages import create_package, read_parts, replace_part


@pytest.fixture
def package():
    return create_package(
        {"mimetype": b"x", "a.xml": b"<a/>", "b.png": b"\x89PNG", "_rels/.rels": b"<r/>"},
        stored=frozenset({"mimetype"}),
    )


def test_only_xml_is_read(package):
    assert read_parts(package, "a") == {"a.xml": b"<a/>", "_rels/.rels": b"<r/>"}


def test_replacing_a_part_leaves_order_and_storage_alone(package):
    with zipfile.ZipFile(io.BytesIO(replace_part(package, "a.xml", b"<b/>"))) as changed:
        assert changed.namelist() == ["mimetype", "a.xml", "b.png", "_rels/.rels"]
        assert changed.read("a.xml") == b"<b/>"
        assert changed.read("b.png") == b"\x89PNG"
        assert changed.getinfo("mimetype").compress_type == zipfile.ZIP_STORED


def test_a_bomb_is_refused_before_it_is_unpacked(package, monkeypatch):
    monkeypatch.setattr(packages, "MAX_PART_BYTES", 3)
    with pytest.raises(DamagedDocumentError, match="too large once unpacked"):
        read_parts(package, "a.docx")
    monkeypatch.setattr(packages, "MAX_PART_BYTES", 100)
    monkeypatch.setattr(packages, "MAX_UNPACKED_BYTES", 10)
    with pytest.raises(DamagedDocumentError, match="too large once unpacked"):
        read_parts(package, "a.docx")


def test_a_file_with_a_password_is_told():
    with pytest.raises(DamagedDocumentError, match="password"):
        read_parts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx")


def test_an_encrypted_member_is_told(package):
    # The first bit of the flags in the local header and in the directory says "encrypted".
    locked = bytearray(package)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = -1
        while (position := locked.find(signature, position + 1)) >= 0:
            locked[position + offset] |= 1
    with pytest.raises(DamagedDocumentError, match="encrypted"):
        read_parts(bytes(locked), "a.docx")


def broken_at(package, name):
    """Return the package with the first compressed byte of a part turned round."""
    position = package.index(name.encode()) + len(name)
    return package[:position] + bytes([package[position] ^ 0xFF]) + package[position + 1 :]


def test_a_part_that_cannot_be_unpacked_is_damage(package):
    with pytest.raises(DamagedDocumentError, match="damaged"):
        read_parts(broken_at(package, "a.xml"), "a.docx")


def test_a_damaged_picture_stops_the_save_with_a_way_out(package):
    with pytest.raises(CannotSaveError, match=r"b\.png.*\.txt"):
        replace_part(broken_at(package, "b.png"), "a.xml", b"<b/>")


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_a_package_with_altered_bytes_is_read_or_refused(position, junk):
    package = create_package({"a.xml": b"<a/>", "b.png": b"\x89PNG", "_rels/.rels": b"<r/>"})
    position %= len(package)
    altered = package[:position] + junk + package[position + len(junk) :]
    with contextlib.suppress(DamagedDocumentError):
        assert all(isinstance(part, bytes) for part in read_parts(altered, "a").values())
