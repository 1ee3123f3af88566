"""Fixtures for tests with widgets."""

import pytest
from pytestqt.qtbot import QtBot

from app import paths, settings
from app.application import Application
from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import EngineOptions
from app.editor.blocks import DocumentBlocks
from app.editor.card_keeper import CardKeeper
from app.editor.editor import Editor
from app.editor.issue_desk import IssueDesk
from app.editor.suggestions import SuggestionCard
from app.editor.underlines import Underlines
from app.places import Places
from app.theme import LIGHT
from app.windows.prompts import Unsaved
from tests.app.fakes import RuleCorrector, make_rule_corrector

PATIENCE_MS = 30_000
"""How long to wait for what should come at once: a loaded machine is slow, not wrong."""


class PatientBot(QtBot):
    """Waits longer than pytest-qt does by itself, which a loaded machine with two cores exceeds."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, raising=None, check_params_cb=None):
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


def pytest_collection_modifyitems(items):
    """The offscreen platform says that it lacks things that only a screen has."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


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


class Answers:
    """Answers the writer's questions as the test says, and keeps what was asked."""

    def __init__(self):
        self.asked = []
        self.unsaved = Unsaved.CANCEL
        self.agree = True
        self.open_path = None
        self.save_path = None
        self.version = 0

    def tell(self, title, message):
        self.asked.append(("tell", message))

    def ask_unsaved(self, name):
        self.asked.append(("unsaved", name))
        return self.unsaved

    def ask(self, title, message, yes, no):
        self.asked.append(("ask", title, message))
        return self.agree

    def ask_open(self, folder):
        return self.open_path

    def ask_version(self, name, versions):
        self.asked.append(("version", name, versions))
        return versions[self.version] if versions else None

    def ask_save(self, suggestion):
        self.asked.append(("save", suggestion))
        return self.save_path


class Program:
    """The whole editor with the rule engine, in folders of its own."""

    def __init__(self, qapp, folder, make_corrector=make_rule_corrector, surroundings=None):
        assets = paths.assets_folder()
        self.places = Places(
            assets, assets / "model", folder / "settings", folder / "storage", folder / "state"
        )
        self.app = Application(qapp, self.places, make_corrector, surroundings)
        self.app.scheduler._settle_timer.setInterval(1)
        self.closed = False
        self.answers = Answers()
        self.app.session._prompts = self.answers
        self.app.prompts = self.answers
        self.window = self.app.window
        self.editor = self.window.editor

    @property
    def text(self):
        return self.editor.raw_text()

    @property
    def shown(self):
        return [
            issue.edit.original or issue.edit.replacement
            for _, issue in self.window.desk.all_shown()
        ]

    def close(self):
        if self.closed:
            return
        self.closed = True
        self.editor.document().setModified(False)
        self.app.stop()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def start(qapp, qtbot, tmp_path):
    """Start the program; again for another run in the same folders."""
    programs = []

    def run(*files, make_corrector=make_rule_corrector, welcomed=True, surroundings=None):
        program = Program(qapp, tmp_path, make_corrector, surroundings)
        programs.append(program)
        if welcomed:
            program.app.settings.set(settings.WELCOMED, True)
        program.app.start(list(files))
        qtbot.waitUntil(lambda: bool(program.app.engine_state))
        return program

    yield run
    for program in programs:
        program.close()
    qapp.setStyleSheet("")
