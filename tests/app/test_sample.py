"""The first page and the writer's own words, with the shipped model.

Whatever the weights find of grammar, clear misspellings are found with the word list.
"""

import re

import pytest
from PySide6.QtTest import QTest

from app import paths, settings
from app.checking.dialects import Dialect
from app.engine import EngineFactory
from app.sample import SAMPLE

PLANTED = {
    "recieved": "received",
    "freind": "friend",
    "suprised": "surprised",
    "becouse": "because",
    "wether": "weather",
    "definately": "definitely",
}
CLEAR = ("recieved", "freind", "becouse", "definately")
"""Nothing else can be meant, whatever stands around them."""

PATIENCE_MS = 60_000  # a loaded machine takes long to load the model


@pytest.fixture
def real(start):
    """Return a function that starts the program with the shipped model."""

    def begin(welcomed=True):
        return start(make_corrector=EngineFactory(paths.model_folder()), welcomed=welcomed)

    return begin


def settle(program, qtbot):
    scheduler = program.app.scheduler
    qtbot.waitUntil(lambda: program.app.engine_state == "Ready", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: scheduler.is_idle, timeout=PATIENCE_MS)


def write(program, qtbot, text):
    program.editor.setFocus()
    QTest.keyClicks(program.editor, text)
    settle(program, qtbot)


def test_the_first_page_shows_mistakes_that_the_shipped_model_mends(real, qtbot):
    program = real(welcomed=False)
    settle(program, qtbot)
    assert set(changes(program)) >= {(word, PLANTED[word]) for word in CLEAR}
    planted = {*PLANTED, "a", "have", ""}
    strange = [edit for edit in edits(program) if edit.original not in planted]
    # Other weights may alarm once without need; a page of false alarms is no welcome.
    assert len(strange) <= 1


def test_the_words_of_the_first_page_are_planted_as_said():
    words = set(re.findall(r"\w+", SAMPLE))
    assert words >= set(PLANTED)
    assert words.isdisjoint(PLANTED.values())


def test_a_word_added_to_the_dictionary_is_left_alone_at_once_and_in_other_sentences(real, qtbot):
    program = real()
    write(program, qtbot, "He went home becouse it was late. I came becouse I recieved it. ")
    assert program.shown.count("becouse") == 2
    first = next(i for _, i in program.window.desk.all_shown() if i.edit.original == "becouse")
    program.window.keeper.word_added.emit(first)
    assert "becouse" not in program.shown
    write(
        program, qtbot, "Becouse he knew it, we stayed. They left becouse she recieved a letter. "
    )
    assert {"becouse", "Becouse"}.isdisjoint(program.shown)
    assert program.shown.count("recieved") == 2


@pytest.mark.parametrize(
    ("dialect", "spelling", "other"),
    [(Dialect.BRITISH, "colour", "color"), (Dialect.AMERICAN, "color", "colour")],
)
def test_the_spelling_part_agrees_with_the_english_that_is_preferred(
    real, qtbot, dialect, spelling, other
):
    program = real()
    write(program, qtbot, "The colour of the wall is nice. The color of the door is nice. ")
    assert {"colour", "color"}.isdisjoint(program.shown)
    program.app.settings.set(settings.DIALECT, dialect)
    changed = (other, spelling)
    qtbot.waitUntil(lambda: changed in changes(program), timeout=PATIENCE_MS)
    assert all(original != spelling for original, _ in changes(program))


def changes(program):
    return [(edit.original, edit.replacement) for edit in edits(program)]


def edits(program):
    return [issue.edit for _, issue in program.window.desk.all_shown()]
