import threading

import pytest

from app.checking.messages import CheckResult
from app.checking.scheduler import CheckScheduler, Search, Snapshot


class Paragraphs:
    """A document of plain strings."""

    def __init__(self, *texts):
        self.texts = dict(enumerate(texts))
        self.revisions = dict.fromkeys(self.texts, 0)
        self.visible = []
        self.checked = {}
        self.unfinished = 0

    def edit(self, block_id, text):
        self.texts[block_id] = text
        self.revisions[block_id] += 1

    def snapshot(self, block_id):
        if block_id not in self.texts:
            return None
        return Snapshot(block_id, self.revisions[block_id], self.texts[block_id])

    def _unchecked(self, ids, epoch, skip):
        for block_id in ids:
            snapshot = self.snapshot(block_id)
            if self.checked.get(block_id) != (epoch, snapshot.revision) and block_id not in skip:
                return snapshot
        return None

    def next_visible(self, epoch, skip):
        return self._unchecked(self.visible, epoch, skip)

    def next_unchecked(self, epoch, skip):
        if self.unfinished:
            self.unfinished -= 1
            return Search.UNFINISHED
        return self._unchecked(self.texts, epoch, skip) or Search.EXHAUSTED

    def mark_checked(self, snapshot, epoch):
        self.checked[snapshot.block_id] = (epoch, snapshot.revision)


class Desk:
    """A scheduler whose timers ring when the test says so, and a worker that is the test."""

    def __init__(self, *texts):
        self.paragraphs = Paragraphs(*texts)
        self.cancel = threading.Event()
        self.scheduler = CheckScheduler(self.paragraphs, self.cancel, settle_ms=10_000_000)
        self.requests, self.accepted, self.activity, self.reasons = [], [], [], []
        self.scheduler.requested.connect(self.requests.append)
        self.scheduler.accepted.connect(self.accepted.append)
        self.scheduler.activity_changed.connect(self.activity.append)
        self.scheduler.failed.connect(self.reasons.append)

    def type(self, block_id, text):
        self.paragraphs.edit(block_id, text)
        self.scheduler.note_edit(block_id)

    def settle(self):
        self.scheduler._settle_timer.stop()
        self.scheduler._on_settled()
        self.turn()

    def turn(self):
        while self.scheduler._next_timer.isActive():
            self.scheduler._next_timer.stop()
            self.scheduler._send_next()

    def answer(self, request=None, **fields):
        request = request or self.requests[-1]
        self.scheduler.on_checked(CheckResult(request, (), **{"complete": True, **fields}))
        self.turn()

    def answer_all(self):
        while self.scheduler._in_flight is not None:
            self.answer(self.scheduler._in_flight)

    @property
    def sent(self):
        return [request.block_id for request in self.requests]


@pytest.fixture
def desk(qapp):
    made = []

    def make(*texts, ready=True):
        desk = Desk(*texts)
        made.append(desk)
        desk.scheduler.set_engine_ready(ready)
        desk.turn()
        return desk

    yield make
    for desk in made:
        desk.scheduler.stop()


def test_nothing_is_sent_before_the_engine_is_ready(desk):
    quiet = desk("One.", ready=False)
    quiet.scheduler.note_view_change()
    quiet.turn()
    assert quiet.requests == []
    quiet.scheduler.set_engine_ready(True)
    quiet.turn()
    assert quiet.sent == [0]


def test_one_request_is_in_flight_at_a_time(desk):
    busy = desk("One.", "Two.", "Three.")
    assert busy.sent == [0]
    busy.scheduler.note_view_change()
    busy.turn()
    assert busy.sent == [0]
    busy.answer()
    assert busy.sent == [0, 1]


def test_the_newest_edited_paragraph_goes_first(desk):
    busy = desk("One.", "Two.", "Three.")
    busy.answer_all()
    del busy.requests[:]
    for block_id in (0, 2, 1):
        busy.type(block_id, f"Other {block_id}.")
    busy.settle()
    busy.answer_all()
    assert busy.sent == [1, 2, 0]


def test_a_paragraph_that_is_edited_again_becomes_the_newest(desk):
    busy = desk("One.", "Two.", "Three.")
    busy.answer_all()
    del busy.requests[:]
    for block_id in (0, 2, 0):
        busy.type(block_id, f"Other {len(busy.paragraphs.texts[block_id])}.")
    busy.settle()
    busy.answer_all()
    assert busy.sent == [0, 2]


def test_visible_paragraphs_go_before_the_rest(desk):
    busy = desk("One.", "Two.", "Three.", ready=False)
    busy.paragraphs.visible = [2, 1]
    busy.scheduler.set_engine_ready(True)
    busy.turn()
    busy.answer_all()
    assert busy.sent == [2, 1, 0]


def test_an_edited_paragraph_waits_for_a_pause_in_typing(desk):
    busy = desk("One.")
    busy.answer_all()
    busy.type(0, "One more.")
    busy.turn()
    assert busy.sent == [0]
    busy.settle()
    assert busy.sent == [0, 0]


def test_other_text_is_checked_while_the_writer_types(desk):
    busy = desk("One.", "Two.")
    busy.type(0, "One more.")
    busy.answer(stopped=True, complete=False)
    assert busy.sent == [0, 1]


def test_an_answer_to_an_older_revision_is_dropped(desk):
    busy = desk("One.")
    busy.type(0, "One two.")
    busy.answer()
    assert busy.accepted == []
    busy.settle()
    busy.answer_all()
    assert [result.request.text for result in busy.accepted] == ["One two."]


def test_editing_the_paragraph_in_flight_cancels_it(desk):
    busy = desk("One.", "Two.")
    busy.type(1, "Two more.")
    assert not busy.cancel.is_set()
    busy.type(0, "One more.")
    assert busy.cancel.is_set()


def test_an_edit_elsewhere_does_not_cancel_the_check_of_a_block(desk):
    busy = desk("One.", "Two.")
    busy.type(1, "Two more.")
    busy.answer()
    assert [result.request.block_id for result in busy.accepted] == [0]


def test_after_a_pause_the_edit_overtakes_background_work(desk):
    busy = desk("One.", "Two.", "Three.")
    busy.type(2, "Three more.")
    busy.settle()
    assert busy.cancel.is_set()
    busy.answer(stopped=True, complete=False)
    assert busy.sent == [0, 2]
    assert not busy.cancel.is_set()
    busy.answer_all()
    assert busy.sent == [0, 2, 0, 1]


def test_answers_from_before_an_epoch_change_never_appear(desk):
    busy = desk("One.")
    old = busy.requests[-1]
    busy.scheduler.forget_everything()
    busy.answer(old)
    assert busy.accepted == []
    assert len(busy.requests) == 2
    busy.answer()
    assert [result.request.epoch for result in busy.accepted] == [1]


def test_a_deleted_paragraph_drops_its_answer(desk):
    busy = desk("One.", "Two.")
    del busy.paragraphs.texts[0]
    busy.answer()
    assert busy.accepted == []
    assert busy.sent == [0, 1]


def test_a_failed_check_does_not_stall_the_queue(desk):
    busy = desk("One.", "Two.")
    busy.scheduler.on_failed(busy.requests[-1], "It broke.")
    busy.turn()
    assert busy.reasons == ["It broke."]
    assert busy.sent == [0, 1]
    busy.answer_all()
    assert busy.sent == [0, 1]


def test_a_part_of_an_answer_keeps_the_request_in_flight(desk):
    busy = desk("One.", "Two.")
    busy.answer(complete=False)
    assert busy.sent == [0]
    assert len(busy.accepted) == 1
    busy.answer()
    assert busy.sent == [0, 1]


def test_blank_paragraphs_are_never_sent(desk):
    busy = desk("One.")
    busy.answer_all()
    busy.type(0, "  ")
    busy.settle()
    assert busy.sent == [0]


def test_an_unfinished_search_goes_on(desk):
    busy = desk("One.", ready=False)
    busy.paragraphs.unfinished = 3
    busy.scheduler.set_engine_ready(True)
    busy.turn()
    assert busy.sent == [0]


def test_activity_is_told_once_when_it_begins_and_ends(desk):
    busy = desk("One.", "Two.", "Three.")
    busy.answer_all()
    assert busy.activity == [True, False]
    assert busy.scheduler.is_idle


def test_without_automatic_checking_nothing_is_sent_until_asked(desk):
    busy = desk("One.", "Two.")
    busy.answer_all()
    busy.scheduler.set_automatic(False)
    busy.turn()
    busy.type(0, "One more.")
    busy.turn()
    assert busy.scheduler.is_idle
    assert busy.sent == [0, 1]
    busy.scheduler.check_now()
    busy.turn()
    assert busy.sent == [0, 1, 0]
    busy.answer_all()
    busy.type(1, "Two more.")
    busy.turn()
    assert busy.sent == [0, 1, 0]


def test_after_stop_nothing_is_sent(desk):
    busy = desk("One.", "Two.")
    busy.scheduler.stop()
    assert busy.cancel.is_set()
    busy.answer()
    assert busy.sent == [0]
