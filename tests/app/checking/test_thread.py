"""The real thread: the answers end equal to the truth, whatever was typed meanwhile."""

import random

from PySide6.QtGui import QTextCursor

from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import EngineOptions
from tests.app.fakes import GatedCorrector


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
    qtbot.waitUntil(lambda: settled(running), timeout=20_000)


def test_a_paragraph_that_explodes_does_not_stall_the_others(running, qtbot):
    running.write("Watch me explode.\nHe go home.")
    running.scheduler.note_view_change()
    qtbot.waitUntil(lambda: running.shown == ["go"])
    assert running.scheduler.is_idle


def test_the_thread_ends_in_the_middle_of_work(bench, qtbot):
    corrector = GatedCorrector()
    thread = InferenceThread(lambda options: corrector)
    scheduler = CheckScheduler(bench.blocks, thread.cancel, settle_ms=1)
    thread.connect_scheduler(scheduler)
    bench.write("He go home. She go home. He go on.")
    thread.start(EngineOptions())
    scheduler.set_engine_ready(True)
    qtbot.waitUntil(lambda: corrector.entered.acquire(blocking=False))
    scheduler.stop()
    corrector.gate.release(1)
    assert thread.stop()
    assert len(corrector.asked) == 1
    assert bench.shown == []
