import io

import odfdo
import pytest

from app.documents import odt
from app.documents.errors import DamagedDocumentError
from app.documents.packages import read_parts, replace_part
from app.documents.values import LoadedDocument
from tests.app.documents.odt_files import file_from, members, opened

TABLE = "\ufffc"


@pytest.fixture(scope="module")
def content():
    """A file as another library writes it."""
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "The Title"))
    document.body.append(odfdo.Paragraph("He go to school\tyesterday."))
    document.body.append(odfdo.Table("numbers", 2, 2))
    document.body.append(odfdo.List(["one", "two"]))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_paragraphs_are_lines_and_tables_are_marks(content):
    document = odt.read_package(content, "a.odt")
    assert document.text == f"The Title\nHe go to school\tyesterday.\n{TABLE}\none\ntwo"
    assert "1 table" in document.warnings[0]


def test_saving_unchanged_text_gives_the_same_bytes(content):
    document = odt.read_package(content, "a.odt")
    assert odt.write_package(document, document.text)[0] is content


def test_a_correction_changes_the_content_only(content):
    document = odt.read_package(content, "a.odt")
    written, again = odt.write_package(document, document.text.replace("go", "went"))
    before, after = members(content), members(written)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"content.xml"}
    assert again.text == document.text.replace("go", "went")


def test_the_first_part_stays_uncompressed_so_that_others_know_the_file(content):
    document = odt.read_package(content, "a.odt")
    written, _ = odt.write_package(document, "One.")
    assert written[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"


def test_odfdo_reads_what_was_written(content):
    document = odt.read_package(content, "a.odt")
    new = document.text.replace("go", "went") + "\nthree"
    body = opened(odt.write_package(document, new)[0]).body
    assert [p.inner_text for p in body.get_paragraphs()][-3:] == ["one", "two", "three"]
    assert len(body.get_lists()[0].get_items()) == 3
    assert len(body.tables) == 1


def test_the_saved_document_can_be_saved_again(content):
    document = odt.read_package(content, "a.odt")
    for text in ("One.", "One.\nTwo  words.", "", "Three."):
        _, document = odt.write_package(document, text)
        assert document.text == text


def test_deleting_a_table_is_told_before_saving_and_then_done(content):
    document = odt.read_package(content, "a.odt")
    assert odt.losses(document, document.text.replace("go", "went")) == ()
    new = document.text.replace(f"{TABLE}\n", "")
    assert "1 table" in odt.losses(document, new)[0]
    assert opened(odt.write_package(document, new)[0]).body.tables == []


def test_text_typed_beside_a_table_goes_on_a_line_of_its_own_and_this_is_told(content):
    document = odt.read_package(content, "a.odt")
    new = document.text.replace(TABLE, f"{TABLE} beside")
    assert "line of its own" in odt.losses(document, new)[0]
    assert odt.write_package(document, new)[1].text == new.replace(TABLE, f"{TABLE}\n")


CELLS = (
    "<text:p>above</text:p><table:table><table:table-row>"
    "<table:table-cell><text:p>one <text:span>bold</text:span></text:p></table:table-cell>"
    "<table:table-cell><text:p>two</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell><text:list><text:list-item><text:p>three</text:p>"
    "</text:list-item></text:list></table:table-cell><table:covered-table-cell/>"
    "</table:table-row></table:table><text:p>below</text:p>"
)


def test_the_cells_of_a_table_are_lines_and_corrected_in_place():
    document = odt.read_package(file_from(CELLS), "a.odt")
    assert document.text == "above\none bold\ntwo\nthree\nbelow"
    new = document.text.replace("two", "too")
    assert odt.losses(document, new) == ()
    written, again = odt.write_package(document, new)
    assert again.text == new
    xml = members(written)["content.xml"].decode()
    assert "<text:span>bold</text:span>" in xml
    assert "<text:p>too</text:p>" in xml


def test_a_row_and_a_table_go_with_their_lines():
    document = odt.read_package(file_from(CELLS), "a.odt")
    written, again = odt.write_package(document, "above\none bold\ntwo\nbelow")
    assert again.text == "above\none bold\ntwo\nbelow"
    assert members(written)["content.xml"].count(b"<table:table-row") == 1
    assert "1 table" in odt.losses(document, "above\nbelow")[0]
    written, again = odt.write_package(document, "above\nbelow")
    assert again.text == "above\nbelow"
    assert b"emptied" not in members(written)["content.xml"]


def test_cells_that_were_joined_stay_apart_and_no_word_is_lost():
    document = odt.read_package(file_from(CELLS), "a.odt")
    new = document.text.replace("bold\ntwo", "bold two")
    assert "stay where they are" in odt.losses(document, new)[0]
    _, again = odt.write_package(document, new)
    assert again.text == "above\none bold two\n\nthree\nbelow"


def test_a_text_becomes_an_opendocument_file():
    written, document = odt.write_package(LoadedDocument("old"), "One.\n\n  Two.\t3\n")
    assert document.text == "One.\n\n  Two.\t3\n"
    assert len(opened(written).body.get_paragraphs()) == 4


def test_sections_and_tracked_changes_are_read_through():
    document = odt.read_package(
        file_from(
            "<text:tracked-changes><text:changed-region/></text:tracked-changes>"
            "<text:section><text:p>one</text:p></text:section><text:p>two</text:p>"
        ),
        "a.odt",
    )
    assert document.text == "one\ntwo"
    assert "1 tracked change" in document.warnings[0]


def test_a_file_without_paragraphs_gets_one():
    document = odt.read_package(file_from(""), "a.odt")
    assert document.text == ""
    assert odt.write_package(document, "One.\nTwo.")[1].text == "One.\nTwo."


def test_a_protected_file_is_told(content):
    locked = replace_part(content, "META-INF/manifest.xml", b"<manifest:encryption-data/>")
    with pytest.raises(DamagedDocumentError, match="password"):
        odt.read_package(locked, "a.odt")


def test_a_spreadsheet_under_a_false_name_is_told(content):
    xml = read_parts(content, "a")["content.xml"].replace(b"office:text", b"office:spreadsheet")
    with pytest.raises(DamagedDocumentError, match="not an OpenDocument text"):
        odt.read_package(replace_part(content, "content.xml", xml), "a.odt")


def test_truncated_files_never_raise_anything_else(content):
    for length in range(0, len(content), len(content) // 40):
        with pytest.raises(DamagedDocumentError):
            odt.read_package(content[:length], "a.odt")


def test_a_file_that_wants_text_from_elsewhere_is_refused(content):
    xml = read_parts(content, "a")["content.xml"].partition(b"?>")[2].strip()
    xml = xml.replace(b"The Title", b"&other;")
    attack = b'<!DOCTYPE a [<!ENTITY other SYSTEM "file:///etc/passwd">]>' + xml
    with pytest.raises(DamagedDocumentError, match="not an OpenDocument text"):
        odt.read_package(replace_part(content, "content.xml", attack), "a.odt")
