import pytest
from PySide6.QtGui import QGuiApplication

from app import paths
from app.checking.preferences import Preferences
from app.checking.thread import InferenceThread
from app.checking.worker import EngineOptions
from app.desktop.clipboard import ClipboardSnapshot
from app.desktop.outcomes import (
    PutBackOutcome,
    PutBackProblem,
    TakeFailure,
    TakenSelection,
    TakeProblem,
)
from app.icons import Icons
from app.quick.desk import MOST_CHARACTERS, QuickDesk
from app.quick.window import QuickWindow
from app.theme import LIGHT
from tests.app.fakes import GatedCorrector, RuleCorrector

WRONG, RIGHT = "I recieve teh letter.", "I receive the letter."


class Access:
    """Another program, as the test wants it."""

    def __init__(self):
        self.answer = TakenSelection(WRONG)
        self.outcome = PutBackOutcome()
        self.later = None
        self.put = []
        self.closed = False

    def take(self, on_text):
        if self.answer is None:
            self.later = on_text
        else:
            on_text(self.answer)

    def put_back(self, taken, text, on_done):
        self.put.append((taken, text))
        on_done(self.outcome)

    def close(self):
        self.closed = True


class Bench:
    """A desk with a card, a real engine thread with rules, and the other program."""

    def __init__(self, corrector):
        self.access = Access()
        self.corrector = corrector
        self.preferences = Preferences()
        self.clipboard = QGuiApplication.clipboard()
        self.clipboard.setText("former")
        self.card = QuickWindow(LIGHT, Icons(paths.assets_folder() / "icons", LIGHT))
        self.inference = InferenceThread(lambda options: corrector)
        self.desk = QuickDesk(
            self.card,
            self.inference,
            self.access,
            self.clipboard,
            self.shows,
        )
        self.desk.engine_loads = False
        self.told, self.finished, self.texts = [], [], []
        self.desk.told.connect(self.told.append)
        self.desk.finished.connect(lambda: self.finished.append(True))
        self.desk.editor_wanted.connect(self.texts.append)
        self.inference.start(EngineOptions())

    def shows(self, issue):
        return self.preferences.shows(issue)

    @property
    def sentence(self):
        return self.card.message.sentence if self.card.message.isVisible() else ""


@pytest.fixture(autouse=True)
def owned(monkeypatch):
    """Say of the clipboard what a real one says: the tests' platform has none to own."""
    answer = {"owned": True}
    monkeypatch.setattr("app.desktop.clipboard._owns", lambda clipboard, mode: answer["owned"])
    return answer


@pytest.fixture
def make(qtbot):
    made = []

    def build(corrector=None):
        bench = Bench(corrector or RuleCorrector())
        qtbot.addWidget(bench.card)
        made.append(bench)
        return bench

    yield build
    for bench in made:
        bench.desk.close()
        assert bench.inference.stop()


@pytest.fixture
def bench(make):
    return make()


@pytest.fixture
def shown(bench, qtbot):
    """A bench whose card shows the corrections of the selection."""
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    return bench


def test_the_selection_is_corrected_and_put_back(shown):
    shown.card.bottom.confirm.click()
    assert shown.access.put == [(shown.access.answer, RIGHT)]
    assert shown.told == ["Replaced. Changes: 2"]
    assert shown.finished == [True]
    assert shown.clipboard.text() == "former"
    assert not shown.card.isVisible()


def test_escape_puts_nothing_anywhere(shown):
    shown.card.cancel()
    assert shown.access.put == []
    assert shown.clipboard.text() == "former"
    assert shown.finished == [True]
    assert shown.told == []


def test_copying_leaves_the_other_program_alone(shown):
    shown.card.bottom.copy.click()
    assert shown.access.put == []
    assert shown.clipboard.text() == RIGHT
    assert shown.told == ["The corrected text is on the clipboard. Changes: 2"]


def test_a_clipboard_that_another_program_holds_is_told_and_tried_again(shown, owned):
    owned["owned"] = False
    shown.card.bottom.copy.click()
    assert "in use by another program" in shown.sentence
    assert shown.card.view.toPlainText() == RIGHT
    assert shown.finished == []
    owned["owned"] = True
    shown.card.bottom.press_first()
    assert shown.finished == [True]


def test_what_was_copied_is_corrected_on_the_clipboard(bench, qtbot):
    bench.clipboard.setText("He go home.")
    bench.desk.correct_clipboard()
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    assert not bench.card.bottom.copy.isVisible()
    bench.card.bottom.confirm.click()
    assert bench.clipboard.text() == "He goes home."
    assert bench.access.put == []


def test_where_selections_cannot_be_taken_the_clipboard_is(bench, qtbot):
    bench.access.answer = TakeFailure(TakeProblem.CLIPBOARD_ONLY)
    bench.clipboard.setText("He go home.")
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bench.card.proposal.result == "He goes home.")


def test_where_nothing_can_be_pasted_enter_copies(bench, qtbot):
    bench.access.answer = TakenSelection(WRONG, None, PutBackProblem.PASTES_OTHERWISE)
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    bench.card.bottom.confirm.click()
    assert bench.access.put == []
    assert bench.clipboard.text() == RIGHT


@pytest.mark.parametrize(
    "problem",
    [problem for problem in TakeProblem if problem.name not in {"CLIPBOARD_ONLY", "OVERTAKEN"}],
)
def test_each_reason_why_nothing_was_taken_is_told(bench, problem):
    bench.access.answer = TakeFailure(problem)
    bench.desk.correct_selection()
    assert bench.sentence == problem.value
    assert bench.clipboard.text() == "former"


def test_nothing_on_the_clipboard_is_told(bench):
    bench.clipboard.clear()
    bench.desk.correct_clipboard()
    assert "no text on the clipboard" in bench.sentence


def test_empty_space_is_no_text(bench):
    bench.access.answer = TakenSelection(" \n\t")
    bench.desk.correct_selection()
    assert "Only empty space" in bench.sentence


def test_a_text_too_long_for_the_card_is_offered_to_the_editor(bench):
    text = WRONG * (MOST_CHARACTERS // len(WRONG) + 1)
    bench.access.answer = TakenSelection(text)
    bench.desk.correct_selection()
    assert f"{len(text):,} characters" in bench.sentence
    bench.card.bottom.answers[0].click()
    assert bench.texts == [text]
    assert bench.corrector.asked == []


def test_a_text_without_mistakes_is_told(bench, qtbot):
    bench.access.answer = TakenSelection("All is well.")
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: "Nothing to correct" in bench.sentence)
    bench.card.bottom.press_first()
    assert bench.access.put == []


def test_what_the_writer_does_not_want_to_see_is_not_shown(bench, qtbot):
    bench.preferences = Preferences(dictionary=frozenset({"teh"}))
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    assert bench.card.proposal.result == "I receive teh letter."


def test_while_the_answer_takes_long_the_card_says_so(make, qtbot):
    bench = make(GatedCorrector())
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bench.sentence == "Checking…")
    assert bench.card.view.toPlainText() == WRONG
    bench.corrector.gate.release(9)
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    assert bench.sentence == ""


def test_while_the_model_is_loaded_the_card_says_so(make, qtbot):
    bench = make(GatedCorrector())
    bench.desk.engine_loads = True
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: "being loaded" in bench.sentence)
    bench.corrector.gate.release(9)
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))


def test_an_answer_that_comes_after_escape_is_not_shown(make, qtbot):
    bench = make(GatedCorrector())
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bench.sentence == "Checking…")
    bench.card.cancel()
    bench.corrector.gate.release(9)
    bench.access.answer = TakenSelection("He go home.")
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    assert bench.card.proposal.result == "He goes home."


def test_a_selection_that_comes_too_late_is_not_shown(bench, qtbot):
    bench.access.answer = None
    bench.desk.correct_selection()
    bench.clipboard.setText("He go home.")
    bench.desk.correct_clipboard()
    bench.access.later(TakenSelection(WRONG))
    qtbot.waitUntil(lambda: bool(bench.card.proposal.changes))
    assert bench.card.proposal.result == "He goes home."


def test_a_text_that_could_not_be_checked_is_told_and_can_be_tried_again(bench, qtbot):
    bench.access.answer = TakenSelection("This will explode.")
    bench.desk.correct_selection()
    qtbot.waitUntil(lambda: "could not be checked" in bench.sentence)
    bench.corrector.rules["explode"] = bench.corrector.rules["teh"]
    bench.card.bottom.press_first()
    qtbot.waitUntil(lambda: bench.card.isVisible() and "could not be checked" in bench.sentence)
    assert bench.access.put == []


@pytest.fixture
def refused(shown):
    """The card after a paste that was not made: the text is on the clipboard instead."""
    former = ClipboardSnapshot.take(shown.clipboard)
    shown.access.outcome = PutBackOutcome(PutBackProblem.FOCUS_CHANGED, True, former)
    shown.card.bottom.confirm.click()
    shown.clipboard.setText(RIGHT)
    return shown


@pytest.mark.parametrize("reason", ["no model; install it again", "No model; install it again."])
def test_what_an_error_says_is_shown_as_a_sentence(bench, qtbot, reason):
    bench.access.answer = TakenSelection("All is well.")
    bench.desk.correct_selection()
    bench.desk._on_failed(bench.desk._job.number, reason)
    assert bench.sentence.endswith("nothing was changed. No model; install it again.")


def test_a_paste_that_was_not_made_is_told_and_the_clipboard_can_be_given_back(refused):
    assert "Another window is in front" in refused.sentence
    assert refused.finished == []
    refused.card.bottom.answers[0].click()
    assert refused.clipboard.text() == "former"
    assert refused.finished == [True]


def test_enter_after_a_paste_that_was_not_made_keeps_the_text_on_the_clipboard(refused):
    refused.card.bottom.press_first()
    assert not refused.card.isVisible()
    assert refused.clipboard.text() == RIGHT
    assert refused.finished == [True]


def test_a_clipboard_that_cannot_be_given_back_yet_is_tried_again(refused, monkeypatch):
    with monkeypatch.context() as held:
        held.setattr(ClipboardSnapshot, "restore", lambda *_: False)
        refused.card.bottom.answers[0].click()
        assert "in use by another program" in refused.sentence
        assert refused.finished == []
    refused.card.bottom.press_first()
    assert refused.clipboard.text() == "former"
    assert refused.finished == [True]


def test_a_text_that_is_nowhere_else_can_be_copied_from_the_card(shown):
    shown.access.outcome = PutBackOutcome(PutBackProblem.CLIPBOARD_IN_USE, on_clipboard=False)
    shown.card.bottom.confirm.click()
    assert shown.card.view.toPlainText() == RIGHT
    shown.card.bottom.press_first()
    assert shown.clipboard.text() == RIGHT


def test_a_clipboard_that_was_not_restored_is_told(shown):
    shown.access.outcome = PutBackOutcome(restored=False)
    shown.card.bottom.confirm.click()
    assert "former content could not be put back" in shown.sentence


def test_while_paused_nothing_is_taken_and_resuming_is_offered(bench, qtbot):
    bench.desk.paused = True
    bench.access.answer = None
    bench.desk.correct_selection()
    assert bench.access.later is None
    assert bench.sentence == "Copyedge is paused."
    with qtbot.waitSignal(bench.desk.resume_wanted):
        bench.card.bottom.press_first()


def test_closing_lets_go_of_the_other_program(bench):
    bench.desk.close()
    assert bench.access.closed
