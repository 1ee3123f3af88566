"""The editor in a real window under Xvfb, driven by xdotool as a writer's hands would.

Once with stand-in rules, whose answers are known, and once with the shipped model: what
that corrects is asked of it beforehand.
"""

import os
import signal
import time

import pytest
from PySide6.QtGui import QColor

from app import paths
from app.theme import LIGHT
from model.corrector import Corrector, CorrectorOptions
from tests.app.fakes import RULES
from tests.app.screen import PATIENCE, REAL_WINDOW, Launcher, Screen, read, wait_until

pytestmark = REAL_WINDOW

WRONG = (
    "I has a small dog.",
    "She have a big house.",
    "I would like to informations about this.",
    "They was at home yesterday.",
    "She can sings well.",
    "The weather were nice.",
    "I dont know what to do.",
    "There is many reasons for this.",
    "He go to school every day.",
    "I recieve a letter every week.",
    "We definately want to go there.",
    "She has a apple in her bag.",
    "He do not like the cold soup.",
    "There are much people here.",
    "My brother live in a big city.",
    "These book is very old.",
    "He has two childs and a cat.",
    "I am agree with your teacher.",
    "They has been friends for years.",
    "The dogs barks every night.",
    "She don't like to swim alone.",
    "We was late for the train.",
    "He could have went home early.",
    "One of my friend is a nurse.",
    "It is a beatiful garden in spring.",
    "Yesterday i was at the market.",
    "The informations are on the table.",
    "She is more taller than her sister.",
    "You is the best cook in town.",
    "Its a nice day for a walk.",
)
"""Each has one mistake that a grammar corrector should find; which ones the shipped weights
find is theirs."""


@pytest.fixture
def screen():
    made = Screen()
    yield made
    made.close()


@pytest.fixture(params=["rules", "shipped model"])
def engine(request):
    return request.param


@pytest.fixture
def launch(screen, tmp_path, engine):
    launcher = Launcher(screen, tmp_path, rules=engine == "rules")
    yield launcher.start
    launcher.close()


@pytest.fixture
def mistake(engine):
    """Return a wrong sentence, what it becomes, and the colour of its underline."""
    if engine == "rules":
        right, category, _ = RULES["recieve"]
        return "I recieve it every day.", f"I {right} it every day.", colour_of(category)
    return mended_by_the_shipped_model()


def mended_by_the_shipped_model():
    corrector = Corrector(paths.model_folder(), CorrectorOptions())
    for wrong in WRONG:
        (correction,) = corrector.correct_text(wrong)
        if len(correction.edits) == 1 and correction.text != wrong:
            return wrong, correction.text, colour_of(correction.edits[0].category)
    raise AssertionError("the shipped model mends none of these sentences")


def colour_of(category):
    return QColor(LIGHT.categories[category]).getRgb()[:3]


def test_a_mistake_is_underlined_accepted_by_keyboard_and_saved(screen, launch, mistake, tmp_path):
    wrong, right, underline = mistake
    path = tmp_path / "letter.txt"
    path.write_text("", encoding="utf-8")
    process = launch(path)
    window = screen.wait_for_window("letter.txt")
    before = screen.count_colour(window, underline)
    screen.type(wrong)
    wait_until(lambda: screen.count_colour(window, underline) > before + 8)
    screen.keys("F8", "ctrl+Return", "ctrl+s")
    wait_until(lambda: read(path) != "")
    assert read(path) == right != wrong
    screen.keys("ctrl+q")
    assert process.wait(PATIENCE) == 0


def test_after_a_kill_the_next_start_offers_the_text(screen, launch, tmp_path):
    process = launch()
    screen.wait_for_window("Untitled")
    screen.type("These words must not be lost")
    copies = tmp_path / "storage" / "recovery"
    typed_at = time.monotonic()
    wait_until(lambda: any("must not be lost" in read(copy) for copy in copies.rglob("*.copy")))
    assert time.monotonic() - typed_at < 5 + 1  # a second for looking
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    path = tmp_path / "rescued.txt"
    launch()
    screen.wait_for_window("Untitled")
    # The strip's first answer is Restore; Shift+Tab from the text reaches the strip's last.
    screen.keys("shift+Tab", "shift+Tab", "space")
    screen.keys("ctrl+s")
    screen.wait_for_window("Save as")
    screen.type(str(path))
    screen.keys("Return")
    wait_until(path.exists)
    assert read(path) == "These words must not be lost"
