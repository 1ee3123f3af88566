import functools
import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import word
from app.documents.errors import DamagedDocumentError
from app.documents.packages import create_package, read_parts, replace_part
from app.documents.values import LoadedDocument
from tests.app.documents.word_files import opened, saved

TABLE = "\ufffc"


@pytest.fixture(scope="module")
def content():
    """A file with most of what people put into one."""
    document = docx.Document()
    document.add_heading("The Title", 1)
    paragraph = document.add_paragraph("He go ")
    paragraph.add_run("to").bold = True
    paragraph.add_run(" school\tyesterday.")
    document.add_comment(paragraph.runs[0], "Check this.", "A reader")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "in the table"
    document.add_paragraph("one", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "the header"
    document.core_properties.title = "A title"
    return saved(document)


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {member.filename: package.read(member) for member in package.infolist()}


def test_paragraphs_are_lines_also_in_the_cells_of_tables(content):
    document = word.read_package(content, "a.docx")
    assert document.text == "The Title\nHe go to school\tyesterday.\nin the table\n\none"


def test_what_is_not_shown_is_told_on_opening(content):
    (notice,) = word.read_package(content, "a.docx").warnings
    assert "1 table" in notice
    assert "1 comment" in notice


def test_a_plain_file_needs_no_notice():
    _, document = word.write_package(LoadedDocument(""), "Hello.")
    assert document.warnings == ()


def test_saving_unchanged_text_gives_the_same_bytes(content):
    document = word.read_package(content, "a.docx")
    assert word.write_package(document, document.text)[0] is content


def test_a_correction_changes_the_main_part_only(content):
    document = word.read_package(content, "a.docx")
    written, again = word.write_package(document, document.text.replace("go", "went"))
    before, after = parts_of(content), parts_of(written)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert again.text == document.text.replace("go", "went")


def test_python_docx_reads_what_was_written(content):
    document = word.read_package(content, "a.docx")
    new = document.text.replace("go", "went") + "\ntwo"
    reopened = opened(word.write_package(document, new)[0])
    assert [p.text for p in reopened.paragraphs] == [
        "The Title",
        "He went to school\tyesterday.",
        "one",
        "two",
    ]
    assert [run.text for run in reopened.paragraphs[1].runs if run.bold] == ["to"]
    assert reopened.paragraphs[3].style.name == "List Bullet"
    assert reopened.tables[0].cell(0, 0).text == "in the table"
    assert [comment.text for comment in reopened.comments] == ["Check this."]
    assert reopened.sections[0].header.paragraphs[0].text == "the header"


def test_the_saved_document_can_be_saved_again(content):
    document = word.read_package(content, "a.docx")
    for text in ("One.", "One.\nTwo.", "", "Three."):
        _, document = word.write_package(document, text)
        assert document.text == text


def test_nothing_is_said_about_ordinary_corrections(content):
    document = word.read_package(content, "a.docx")
    assert word.losses(document, document.text.replace("go", "went")) == ()


def test_a_correction_in_a_cell_keeps_the_table_and_its_formatting(content):
    document = word.read_package(content, "a.docx")
    new = document.text.replace("in the table", "in a table")
    assert word.losses(document, new) == ()
    table = opened(word.write_package(document, new)[0]).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["in a table", ""]


def test_deleting_the_lines_of_a_table_is_told_before_saving_and_then_done(content):
    document = word.read_package(content, "a.docx")
    new = document.text.replace("in the table\n\n", "")
    assert word.losses(document, new) == (
        "With the text that you deleted, 1 table will be removed from the file.",
    )
    written, again = word.write_package(document, new)
    assert opened(written).tables == []
    assert again.text == new
    assert b"emptied" not in parts_of(written)["word/document.xml"]


def test_a_row_goes_with_its_lines_and_others_stay():
    source = docx.Document()
    table = source.add_table(3, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"cell {number}"
    document = word.read_package(saved(source), "a.docx")
    new = document.text.replace("cell 2\ncell 3\n", "")
    written, again = word.write_package(document, new)
    assert again.text == new
    rows = opened(written).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["cell 0", "cell 1"],
        ["cell 4", "cell 5"],
    ]


def test_cells_that_were_joined_stay_apart_and_this_is_told(content):
    document = word.read_package(content, "a.docx")
    new = document.text.replace("in the table\n\none", "in the table one")
    written, again = word.write_package(document, new)
    assert len(opened(written).tables) == 1
    assert again.text == document.text.replace("in the table\n\none", "in the table one\n")
    assert "the cells of a table stay where they are" in word.losses(document, new)[0]


def test_enter_in_a_cell_makes_a_paragraph_in_it(content):
    document = word.read_package(content, "a.docx")
    new = document.text.replace("in the table", "in the\ntable")
    written, again = word.write_package(document, new)
    assert again.text == new
    assert opened(written).tables[0].cell(0, 0).text == "in the\ntable"


@functools.cache
def a_table_in_a_table():
    """Return the same document for all examples: making one takes longer than a test of it."""
    source = docx.Document()
    source.add_paragraph("above")
    table = source.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"cell{number}"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "inner"
    source.add_paragraph("below")
    return word.read_package(saved(source), "a.docx")


@settings(max_examples=25)  # each writes and reads two files
@given(st.data())
def test_whatever_happens_to_its_lines_no_word_is_lost_and_each_cell_ends_with_a_paragraph(data):
    document = a_table_in_a_table()
    lines = document.text.split("\n")
    edits = st.sampled_from(["keep", "drop", "change", "add", "join"])
    new: list[str] = []
    for line in lines:
        choice = data.draw(edits)
        if choice == "join" and new:
            new[-1] += line
        elif choice != "drop":
            new.append(f"{line}x" if choice == "change" else line)
        if choice == "add":
            new.append("added")
    written, again = word.write_package(document, "\n".join(new))
    assert "".join(again.text.split()) == "".join("".join(new).split())
    body = docx.oxml.parse_xml(parts_of(written)["word/document.xml"])
    for cell in body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
    assert word.read_package(written, "b.docx").text == again.text


def test_a_body_without_paragraphs_gets_one():
    document = word.read_package(saved(docx.Document()), "a.docx")
    assert document.text == ""
    assert word.write_package(document, "One.\nTwo.")[1].text == "One.\nTwo."


def test_a_list_of_contents_is_one_mark():
    source = docx.Document()
    paragraph = source.add_paragraph("Contents")._p
    control: Any = docx.oxml.parse_xml(
        f"<w:sdt {docx.oxml.ns.nsdecls('w')}><w:sdtPr><w:docPartObj><w:docPartGallery "
        'w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    paragraph.addnext(control)
    control.find(qn("w:sdtContent")).append(paragraph)
    assert word.read_package(saved(source), "a.docx").text == TABLE


def test_control_characters_are_told_and_left_out(content):
    document = word.read_package(content, "a.docx")
    new = document.text.replace("one", "o\x00n\x0be\x07")
    assert "3 control characters" in word.losses(document, new)[0]
    assert word.write_package(document, new)[1].text == document.text


def test_a_signature_that_becomes_void_is_told(content):
    parts = parts_of(content) | {"_xmlsignatures/sig1.xml": b"<a/>"}
    document = word.read_package(create_package(parts), "a.docx")
    assert "signature" in word.losses(document, "changed")[-1]


def test_a_text_becomes_a_word_file():
    written, document = word.write_package(LoadedDocument("old"), "One.\n\n  Two.\t3\n")
    assert document.text == "One.\n\n  Two.\t3\n"
    assert [p.text for p in opened(written).paragraphs] == ["One.", "", "  Two.\t3", ""]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 but no package",
        create_package({"a.xml": b"<a/>"}),
        create_package({"_rels/.rels": b"<a/>"}),
        create_package({"_rels/.rels": b"<a"}),
    ],
)
def test_a_damaged_file_is_told_in_a_sentence(content):
    with pytest.raises(DamagedDocumentError, match=r"^a\.docx is .*\.$"):
        word.read_package(content, "a.docx")


@pytest.mark.parametrize(
    "xml", [b"", b"<w", b"<document/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_a_damaged_main_part_is_told_in_a_sentence(content, xml):
    with pytest.raises(DamagedDocumentError, match="not a Word file"):
        word.read_package(replace_part(content, "word/document.xml", xml), "a.docx")


def test_a_file_that_wants_text_from_elsewhere_is_refused(content):
    xml = read_parts(content, "a")["word/document.xml"].partition(b"?>")[2].strip()
    xml = xml.replace(b"The Title", b"&other;")
    attack = b'<!DOCTYPE a [<!ENTITY other SYSTEM "file:///etc/passwd">]>' + xml
    with pytest.raises(DamagedDocumentError, match="not a Word file"):
        word.read_package(replace_part(content, "word/document.xml", attack), "a.docx")


def test_truncated_files_never_raise_anything_else(content):
    for length in range(0, len(content), len(content) // 40):
        with pytest.raises(DamagedDocumentError):
            word.read_package(content[:length], "a.docx")


def test_the_main_part_is_found_wherever_it_lies(content):
    parts = parts_of(content)
    parts["text/main.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/text/main.xml")
    document = word.read_package(create_package(parts), "a.docx")
    assert document.text.startswith("The Title")
    assert "text/main.xml" in read_parts(document.package, "a")
