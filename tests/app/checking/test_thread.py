"""The real thread: the answers end equal to the truth, whatever was typed meanwhile."""

import random
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import EngineOptions
from tests.app.fakes import GatedCorrector, RuleCorrector

PATIENCE_MS = 60_000  # a loaded machine takes its time


def truth(bench):
    """Return what checking every paragraph by hand would show."""
    found = []
    for block in bench.desk.blocks():
        for correction in bench.result(block).corrections:
            found += [(block.blockNumber(), edit.original) for edit in correction.edits]
    return found


def shown(bench):
    return [(block.blockNumber(), issue.edit.original) for block, issue in bench.desk.all_shown()]


def settled(bench):
    return bench.scheduler.is_idle and shown(bench) == truth(bench)


def test_random_edits_end_with_the_true_issues(running, qtbot):
    chance = random.Random(3)
    running.write("\n".join(["He go home. I recieve it. However we left."] * 12))
    running.scheduler.note_view_change()
    for _ in range(300):
        cursor = QTextCursor(running.document)
        cursor.setPosition(chance.randrange(len(running.text) + 1))
        if chance.random() < 0.3:
            move = QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(QTextCursor.MoveOperation.Right, move, chance.randrange(8))
        cursor.insertText(chance.choice(["", " ", "teh ", "\n", ". He go on. ", "x", "recieve"]))
        if chance.random() < 0.2:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: settled(running), timeout=PATIENCE_MS)


def test_a_paragraph_that_explodes_does_not_stall_the_others(running, qtbot):
    running.write("Watch me explode.\nHe go home.")
    running.scheduler.note_view_change()
    qtbot.waitUntil(lambda: running.shown == ["go"], timeout=PATIENCE_MS)
    assert running.scheduler.is_idle


def test_the_thread_ends_in_the_middle_of_work(bench, qtbot):
    corrector = GatedCorrector()
    thread = InferenceThread(lambda options: corrector)
    scheduler = CheckScheduler(bench.blocks, thread.cancel, settle_ms=1)
    thread.connect_scheduler(scheduler)
    bench.write("He go home. She go home. He go on.")
    thread.start(EngineOptions())
    scheduler.set_engine_ready(True)
    qtbot.waitUntil(lambda: corrector.entered.acquire(blocking=False), timeout=PATIENCE_MS)
    scheduler.stop()
    corrector.gate.release(1)
    assert thread.stop()
    assert len(corrector.asked) == 1
    assert bench.shown == []


class Answers:
    """Keeps what a thread said of texts, with the order of everything."""

    def __init__(self, thread):
        self.corrected, self.failed, self.states = {}, {}, []
        thread.text_corrected.connect(self.corrected.__setitem__)
        thread.text_failed.connect(self.failed.__setitem__)
        thread.worker.ready.connect(self._on_ready)
        thread.worker.unloaded.connect(self._on_unloaded)

    def _on_ready(self, fingerprint):
        self.states.append("ready")

    def _on_unloaded(self):
        self.states.append("rests")


@pytest.fixture
def begin(qapp):
    """Build a thread with an engine; it is stopped at the end."""
    threads = []

    def build(make_corrector):
        thread = InferenceThread(make_corrector)
        threads.append(thread)
        return thread, Answers(thread)

    yield build
    for thread in threads:
        assert thread.stop()


def replacements(corrections):
    return [edit.replacement for correction in corrections for edit in correction.edits]


def test_texts_come_back_with_their_tokens(begin, qtbot):
    thread, answers = begin(lambda options: RuleCorrector())
    thread.correct_text("He go home.", "before the start")
    thread.start(EngineOptions())
    thread.correct_text("I recieve it.", ("any", "hashable"))
    thread.correct_text("Watch me explode.", 3)
    qtbot.waitUntil(
        lambda: len(answers.corrected) == 2 and bool(answers.failed), timeout=PATIENCE_MS
    )
    assert replacements(answers.corrected["before the start"]) == ["goes"]
    assert replacements(answers.corrected["any", "hashable"]) == ["receive"]
    assert "boom" in answers.failed[3]


def test_a_text_overtakes_the_paragraphs_that_wait(bench, begin, qtbot):
    corrector = GatedCorrector()
    thread, answers = begin(lambda options: corrector)
    scheduler = CheckScheduler(bench.blocks, thread.cancel, settle_ms=1)
    thread.connect_scheduler(scheduler)
    bench.write("One. Two. Three.\nFour. Five.")
    thread.start(EngineOptions())
    scheduler.set_engine_ready(True)
    qtbot.waitUntil(lambda: corrector.entered.acquire(blocking=False), timeout=PATIENCE_MS)
    thread.correct_text("He go home.", 1)
    corrector.gate.release(2)
    qtbot.waitUntil(lambda: 1 in answers.corrected, timeout=PATIENCE_MS)
    assert corrector.asked == ["One. ", "He go home."]
    corrector.gate.release(4)
    qtbot.waitUntil(lambda: scheduler.is_idle, timeout=PATIENCE_MS)
    assert corrector.asked[2:] == ["Two. ", "Three.", "Four. ", "Five."]
    scheduler.stop()


def test_nothing_is_heard_of_a_cancelled_text_even_if_its_answer_is_on_the_way(begin, qtbot):
    corrector = GatedCorrector()
    thread, answers = begin(lambda options: corrector)
    thread.start(EngineOptions())
    thread.correct_text("He go home.", 1)
    qtbot.waitUntil(lambda: corrector.entered.acquire(blocking=False), timeout=PATIENCE_MS)
    answered = threading.Event()
    thread.worker.text_corrected.connect(answered.set, Qt.ConnectionType.DirectConnection)
    corrector.gate.release(1)
    assert answered.wait(60)
    # The answer lies in the queue of this thread, which has not looked since.
    thread.cancel_text(1)
    thread.correct_text("Fine.", 2)
    corrector.gate.release(1)
    qtbot.waitUntil(lambda: 2 in answers.corrected, timeout=PATIENCE_MS)
    assert 1 not in answers.corrected


def test_a_token_used_again_means_the_newer_text(begin, qtbot):
    thread, answers = begin(lambda options: RuleCorrector())
    thread.correct_text("He go home.", 1)
    thread.correct_text("I recieve it.", 1)
    thread.start(EngineOptions())
    qtbot.waitUntil(lambda: bool(answers.corrected), timeout=PATIENCE_MS)
    assert replacements(answers.corrected[1]) == ["receive"]


def test_cancelling_what_nobody_asked_for_is_nothing(begin):
    thread, _ = begin(lambda options: RuleCorrector())
    thread.cancel_text("unknown")


def test_the_engine_rests_and_comes_back_by_itself(begin, qtbot):
    thread, answers = begin(lambda options: RuleCorrector())
    thread.set_idle_unload(0)
    thread.start(EngineOptions())
    qtbot.waitUntil(lambda: answers.states == ["ready", "rests"], timeout=PATIENCE_MS)
    thread.set_idle_unload(None)
    thread.correct_text("He go home.", 1)
    qtbot.waitUntil(lambda: 1 in answers.corrected, timeout=PATIENCE_MS)
    assert answers.states == ["ready", "rests", "ready"]
    assert replacements(answers.corrected[1]) == ["goes"]


def test_paragraphs_are_checked_after_a_rest_as_before(running, qtbot):
    answers = Answers(running.thread)
    running.thread.set_idle_unload(0)
    for text, wrong in (("He go home.", "go"), ("I recieve it.", "recieve")):
        rests = answers.states.count("rests")
        qtbot.waitUntil(lambda rests=rests: answers.states[-1:] == ["rests"], timeout=PATIENCE_MS)
        running.write(text)
        running.scheduler.note_view_change()
        qtbot.waitUntil(lambda wrong=wrong: running.shown == [wrong], timeout=PATIENCE_MS)
        qtbot.waitUntil(
            lambda rests=rests: answers.states.count("rests") > rests, timeout=PATIENCE_MS
        )


def test_an_end_while_the_time_runs_stops_the_clock_in_its_own_thread(begin, qtbot):
    thread, answers = begin(lambda options: RuleCorrector())
    thread.set_idle_unload(1000)
    thread.start(EngineOptions())
    qtbot.waitUntil(lambda: answers.states == ["ready"], timeout=PATIENCE_MS)
    assert thread.stop()
    assert not thread.worker._rest_timer.isActive()


class Gate:
    """Holds the inference thread at one place."""

    def __init__(self):
        self.entered, self.opened = threading.Event(), threading.Event()

    def hold(self):
        self.entered.set()
        assert self.opened.wait(60), "the test never opened the gate"


def once_it_stops(thread, act):
    """Do something when the thread has been told to end, just before that is waited for."""
    leave = thread._thread.quit

    def leave_and_act():
        leave()
        act()

    thread._thread.quit = leave_and_act


def test_the_thread_ends_while_it_loads(begin):
    gate = Gate()
    made = []

    def make(options):
        gate.hold()
        made.append(options)
        return RuleCorrector()

    thread, answers = begin(make)
    thread.start(EngineOptions())
    thread.load(EngineOptions(level=0.9))
    thread.correct_text("He go home.", 1)
    assert gate.entered.wait(60)
    once_it_stops(thread, gate.opened.set)
    assert thread.stop()
    assert len(made) == 1
    assert answers.corrected == {}


def test_the_thread_ends_while_it_unloads(begin, qtbot):
    gate = Gate()

    class Maker:
        def __call__(self, options):
            return RuleCorrector()

        def forget(self):
            gate.hold()

    thread, answers = begin(Maker())
    thread.set_idle_unload(0)
    thread.start(EngineOptions())
    assert gate.entered.wait(60)
    thread.correct_text("He go home.", 1)
    once_it_stops(thread, gate.opened.set)
    assert thread.stop()
    assert answers.corrected == {}


def test_the_thread_ends_in_the_middle_of_a_text(begin, qtbot):
    corrector = GatedCorrector()
    thread, answers = begin(lambda options: corrector)
    thread.start(EngineOptions())
    thread.correct_text("One. Two. Three.", 1)
    qtbot.waitUntil(lambda: corrector.entered.acquire(blocking=False), timeout=PATIENCE_MS)
    once_it_stops(thread, lambda: corrector.gate.release(1))
    assert thread.stop()
    assert corrector.asked == ["One. "]
    assert answers.corrected == {}


def test_the_thread_ends_while_the_engine_rests(begin, qtbot):
    thread, answers = begin(lambda options: RuleCorrector())
    thread.set_idle_unload(0)
    thread.start(EngineOptions())
    qtbot.waitUntil(lambda: answers.states == ["ready", "rests"], timeout=PATIENCE_MS)
    assert thread.stop()


def test_a_scheduler_that_goes_on_sending_cannot_keep_the_thread(bench, begin, qtbot):
    corrector = GatedCorrector()
    thread, _ = begin(lambda options: corrector)
    scheduler = CheckScheduler(bench.blocks, thread.cancel, settle_ms=1)
    thread.connect_scheduler(scheduler)
    bench.write("One. Two. Three. Four.")
    thread.start(EngineOptions())
    scheduler.set_engine_ready(True)
    qtbot.waitUntil(lambda: corrector.entered.acquire(blocking=False), timeout=PATIENCE_MS)
    # Sending clears the event that cancels paragraphs; the stop must not depend on it.
    once_it_stops(thread, lambda: (thread.cancel.clear(), corrector.gate.release(1)))
    assert thread.stop()
    assert corrector.asked == ["One. "]
    scheduler.stop()


def test_a_thread_never_started_ends_and_ends_again(begin):
    thread, _ = begin(lambda options: RuleCorrector())
    assert thread.stop()
    assert thread.stop()


def test_a_thread_that_hangs_does_not_bring_the_program_down():
    script = (
        "import threading\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from app.checking import thread as module\n"
        "from app.checking.worker import EngineOptions\n"
        "module.STOP_MS = 100\n"
        "began = threading.Event()\n"
        "def hang(options):\n"
        "    began.set()\n"
        "    threading.Event().wait()\n"
        "def run():\n"
        "    thread = module.InferenceThread(hang)\n"
        "    thread.start(EngineOptions())\n"
        "    assert began.wait(10)\n"
        "    print('ended' if thread.stop() else 'lost')\n"
        "qt = QCoreApplication([])\n"
        "run()\n"
        "print('saved')\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert (result.returncode, result.stdout) == (1, "lost\nsaved\n")
    assert "Destroyed" not in result.stderr
