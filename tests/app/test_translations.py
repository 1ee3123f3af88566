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
from app.translations import available_languages, install

FOLDER = paths.assets_folder() / "translations"
PARTS = (".", "checking", "desktop", "desktop/wayland", "editor", "quick", "tray", "windows")
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


def test_translations_keep_their_placeholders():
    for (_, source), translation in messages(FOLDER / "copyedge_de.ts"):
        assert set(re.findall(r"\{\d\}", source)) == set(re.findall(r"\{\d\}", translation.text))


def test_the_compiled_file_is_not_older_than_its_source(german):
    for (context, source), translation in messages(FOLDER / "copyedge_de.ts"):
        assert QCoreApplication.translate(context, source) == translation.text
