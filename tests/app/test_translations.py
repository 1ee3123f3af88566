import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

import app
from app import paths
from app.actions import translated
from app.documents.document_file import open_document
from app.documents.errors import CannotOpenError
from app.documents.formats import DocumentFormat
from app.documents.losses import list_things, lost_things
from app.messages import Message
from app.translations import available_languages, install, spoken

FOLDER = paths.assets_folder() / "translations"
PARTS = (
    ".",
    "checking",
    "desktop",
    "desktop/wayland",
    "documents",
    "editor",
    "quick",
    "tray",
    "windows",
)
SOURCES = [path for part in PARTS for path in (Path(app.__file__).parent / part).glob("*.py")]


@pytest.fixture
def german(qapp):
    before = QLocale()
    translators = install(qapp, FOLDER, "de")
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def messages(path):
    tree = ElementTree.parse(path)
    for context in tree.iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            yield (name, message.findtext("source")), translation


def test_german_is_offered():
    assert available_languages(FOLDER) == ("en", "de")


def test_menus_speak_german(german):
    assert german
    assert translated("&File") == "&Datei"
    assert QCoreApplication.translate("Explanations", "Spelling") == "Rechtschreibung"


def test_a_language_that_is_not_there_leaves_english(qapp):
    before = QLocale()
    translators = install(qapp, FOLDER, "fi")
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    assert translated("&File") == "&File"


def test_every_text_of_the_program_is_translated(tmp_path):
    """Collect the texts anew, as a developer would, and look for gaps."""
    collected = tmp_path / "copyedge_de.ts"
    shutil.copy(FOLDER / "copyedge_de.ts", collected)
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run(
        [tool, "-no-obsolete", *SOURCES, "-ts", collected], check=True, capture_output=True
    )
    gaps = [
        key
        for key, translation in messages(collected)
        if translation.get("type") == "unfinished" or not translation.text
    ]
    assert gaps == []


def test_no_text_hides_from_the_collecting_tool():
    """It does not look into f-strings: what is translated there stays English."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).endswith((".tr", ".translate"))
        and any(isinstance(argument, ast.Constant) for argument in call.args[-1:])
    ]
    assert hidden == []


def test_no_message_has_a_template_that_the_collecting_tool_does_not_see():
    """It sees what is marked; a template without words needs no translation."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "Message"
        and (
            isinstance(call.args[0], ast.JoinedStr)
            or (
                isinstance(call.args[0], ast.Constant)
                and re.search("[a-z]", call.args[0].value) is not None
            )
        )
    ]
    assert hidden == []


def test_translations_keep_their_placeholders():
    for (_, source), translation in messages(FOLDER / "copyedge_de.ts"):
        assert set(re.findall(r"\{\d", source)) == set(re.findall(r"\{\d", translation.text))


def test_the_compiled_file_is_not_older_than_its_source(german):
    for (context, source), translation in messages(FOLDER / "copyedge_de.ts"):
        assert QCoreApplication.translate(context, source) == translation.text


def test_a_german_window_says_in_german_why_a_file_does_not_open(german, start, tmp_path):
    program = start()
    assert not program.app.session.open(tmp_path / "Brief.txt")
    said = "Brief.txt ist nicht mehr da. Vielleicht wurde die Datei verschoben oder umbenannt."
    assert program.answers.asked == [("tell", said)]


def test_a_german_window_says_in_german_what_saving_loses(german, start, tmp_path):
    content = "naïve café, “quoted” text".encode("cp1252")
    (tmp_path / "alt.txt").write_bytes(content)
    program = start(tmp_path / "alt.txt")
    program.editor.selectAll()
    program.editor.insertPlainText("→")
    program.answers.agree = False
    assert not program.app.session.save()
    ((_, _, said),) = program.answers.asked
    assert said.startswith("Diese Datei ist als Windows-1252 gespeichert; darin gibt es kein „→“")


def test_the_values_of_a_message_are_translated_too(german):
    (notice,) = list_things(
        [(1, "table", "tables"), (3, "comment", "comments"), (2, "field", "fields")]
    )
    assert notice.startswith("This document has 1 table, 3 comments and 2 fields.")
    assert spoken(notice).startswith(
        "Dieses Dokument enthält 1 Tabelle, 3 Kommentare und 2 Felder."
    )
    (loss,) = lost_things({}, {}, 2, DocumentFormat.TEXT)
    assert "im Format Nur Text kann 2 Steuerzeichen" in spoken(loss)


def test_a_size_is_said_with_the_digits_of_the_language(german):
    size = "{0} is too large: {1:,.0f} MB, and Copyedge opens at most {2} MB. Split it into parts."
    assert "zu groß: 1234 MB, und" in spoken(Message(size, "a.txt", 1234.4, 32))


def test_braces_in_the_name_of_a_file_are_shown(german, tmp_path):
    with pytest.raises(CannotOpenError) as caught:
        open_document(tmp_path / "{1}.txt")
    assert str(caught.value).startswith("{1}.txt is not there")
    assert spoken(caught.value).startswith("{1}.txt ist nicht mehr da")


def test_what_is_no_message_is_said_as_it_is(german):
    assert spoken("File {0}") == "File {0}"
    assert spoken(ValueError("not {0}")) == "not {0}"
