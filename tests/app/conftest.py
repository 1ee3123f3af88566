"""Fixtures for tests with widgets."""

import pytest

from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import EngineOptions
from app.editor.blocks import DocumentBlocks
from app.editor.card_keeper import CardKeeper
from app.editor.editor import Editor
from app.editor.issue_desk import IssueDesk
from app.editor.suggestions import SuggestionCard
from app.editor.underlines import Underlines
from app.theme import LIGHT
from tests.app.fakes import RuleCorrector


class Bench:
    """An editor with its issues, and the engine a function call away."""

    def __init__(self, qtbot):
        self.editor = Editor()
        qtbot.addWidget(self.editor)
        self.editor.resize(800, 600)
        self.document = self.editor.document()
        self.blocks = DocumentBlocks(self.document, self.editor.visible_blocks)
        self.desk = IssueDesk(self.document, self.blocks)
        self.underlines = Underlines(self.editor, self.desk, LIGHT)
        self.card = SuggestionCard(LIGHT, self.editor)
        self.keeper = CardKeeper(self.editor, self.desk, self.card, self.underlines)
        self.corrector = RuleCorrector()

    def write(self, text):
        """Replace the text as a document is opened."""
        self.blocks.set_following(False)
        self.editor.put_text(text)
        self.blocks.set_following(True)

    def check(self):
        """Check every paragraph at once."""
        block = self.document.begin()
        while block.isValid():
            self.check_block(block)
            block = block.next()

    def check_block(self, block):
        self.blocks.accept_result(self.result(block))

    def result(self, block):
        from app.checking.messages import CheckRequest, CheckResult

        snapshot = self.blocks.snapshot(self.blocks.state(block).block_id)
        request = CheckRequest(0, snapshot.block_id, snapshot.revision, snapshot.text)
        corrections = tuple(
            self.corrector.correct_sentence(sentence)
            for sentence in self.corrector.segment(snapshot.text)
        )
        return CheckResult(request, corrections, complete=True)

    def caret(self, position):
        cursor = self.editor.textCursor()
        cursor.setPosition(position)
        self.editor.setTextCursor(cursor)

    @property
    def text(self):
        return self.editor.raw_text()

    @property
    def shown(self):
        return [issue.edit.original or issue.edit.replacement for _, issue in self.desk.all_shown()]

    @property
    def issues(self):
        return [issue for _, issue in self.desk.all_shown()]


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot)


@pytest.fixture
def running(bench):
    """A bench whose text is checked by the real thread with the rule engine."""
    thread = InferenceThread(lambda options: bench.corrector)
    scheduler = CheckScheduler(bench.blocks, thread.cancel, settle_ms=1)
    thread.connect_scheduler(scheduler)
    thread.worker.ready.connect(lambda _: None)
    scheduler.accepted.connect(bench.blocks.accept_result)
    bench.blocks.block_edited.connect(scheduler.note_edit)
    bench.blocks.much_edited.connect(scheduler.note_view_change)
    bench.scheduler, bench.thread = scheduler, thread
    thread.start(EngineOptions())
    scheduler.set_engine_ready(True)
    yield bench
    scheduler.stop()
    assert thread.stop()
