import math
import threading
from dataclasses import replace

import pytest

from app.checking import worker as worker_module
from app.checking.dialects import Dialect
from app.checking.messages import CheckRequest
from app.checking.texts import TextQueue, TextRequest
from app.checking.worker import CheckWorker, EngineOptions
from model.errors import MissingFileError
from tests.app.fakes import RuleCorrector

OPTIONS = EngineOptions()
PATIENCE_MS = 60_000  # a loaded machine takes its time


def request(text, revision=1):
    return CheckRequest(epoch=0, block_id=1, revision=revision, text=text)


class Listener:
    """Keeps what a worker said."""

    def __init__(self, worker):
        self.results, self.failures, self.loads, self.rests = [], [], [], []
        self.texts, self.text_failures, self.all = [], [], []
        worker.text_corrected.connect(lambda request, found: self.texts.append((request, found)))
        worker.text_failed.connect(lambda request, why: self.text_failures.append(why))
        worker.unloaded.connect(lambda: self.rests.append(True))
        worker.ready.connect(lambda _: self.all.append("ready"))
        worker.checked.connect(lambda result: self.all.append(result.request.text))
        worker.text_corrected.connect(lambda request, found: self.all.append(request.text))
        worker.checked.connect(self.results.append)
        worker.failed.connect(lambda request, reason: self.failures.append(reason))
        worker.ready.connect(self.loads.append)
        worker.load_failed.connect(self.loads.append)


@pytest.fixture
def corrector():
    return RuleCorrector()


@pytest.fixture(autouse=True)
def whole_answers(monkeypatch):
    """Answers come in parts only where a test asks for that, however slow the machine is."""
    monkeypatch.setattr(worker_module, "PART_SECONDS", math.inf)


@pytest.fixture
def cancel():
    return threading.Event()


@pytest.fixture
def texts():
    return TextQueue()


@pytest.fixture
def stopping():
    return threading.Event()


class Maker:
    """Builds correctors and counts, like the factory of the shipped engine."""

    def __init__(self, corrector):
        self.corrector = corrector
        self.built = 0
        self.forgotten = 0

    def __call__(self, options):
        self.built += 1
        return self.corrector

    def forget(self):
        self.forgotten += 1


@pytest.fixture
def maker(corrector):
    return Maker(corrector)


@pytest.fixture
def worker(qapp, maker, cancel, texts, stopping):
    return CheckWorker(maker, cancel, texts, stopping)


def test_ready_tells_the_fingerprint(worker):
    heard = Listener(worker)
    worker.load(OPTIONS)
    assert heard.loads == ["rules-1"]


def test_a_missing_bundle_is_told_in_its_own_words(qapp, cancel):
    def refuse(options):
        raise MissingFileError("The model folder has no decoder. Install Copyedge again.")

    worker = CheckWorker(refuse, cancel)
    heard = Listener(worker)
    worker.load(OPTIONS)
    assert heard.loads == ["The model folder has no decoder. Install Copyedge again."]
    worker.check(request("He go home."))
    assert heard.failures == ["The model is not loaded."]


def test_an_unforeseen_load_error_does_not_kill_the_thread(qapp, cancel):
    def break_down(options):
        raise OSError("disk on fire")

    worker = CheckWorker(break_down, cancel)
    heard = Listener(worker)
    worker.load(OPTIONS)
    assert "disk on fire" in heard.loads[0]


def test_a_known_sentence_is_not_corrected_again(worker, corrector):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.check(request("He go home. Fine."))
    worker.check(request("New start. He go home. Fine."))
    assert corrector.asked == ["He go home. ", "Fine.", "New start. "]
    edits = [edit for correction in heard.results[1].corrections for edit in correction.edits]
    assert [edit.replacement for edit in edits] == ["goes"]


def test_other_options_forget_the_sentences(worker, corrector):
    worker.load(OPTIONS)
    worker.check(request("Fine."))
    worker.load(EngineOptions(level=1.0))
    worker.check(request("Fine."))
    assert corrector.asked == ["Fine.", "Fine."]


def test_a_sentence_that_fails_does_not_stop_the_others(worker):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.check(request("An undecodable one. He go home."))
    (result,) = heard.results
    assert result.complete
    assert result.failures == 1
    assert [correction.sentence.text for correction in result.corrections] == ["He go home."]


def test_a_failed_sentence_is_tried_again(worker, corrector):
    worker.load(OPTIONS)
    worker.check(request("An undecodable one."))
    worker.check(request("An undecodable one."))
    assert len(corrector.asked) == 2


def test_an_unforeseen_error_is_reported_for_the_request(worker):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.check(request("Watch me explode."))
    assert "boom" in heard.failures[0]
    worker.check(request("He go home."))
    assert heard.results[0].complete


def test_a_cancelled_check_stops_and_keeps_what_it_has(worker, corrector, cancel):
    heard = Listener(worker)
    worker.load(OPTIONS)
    original = corrector.correct_sentence

    def correct_and_cancel(sentence, cancelled, odds):
        correction = original(sentence, cancelled, odds)
        cancel.set()
        return correction

    corrector.correct_sentence = correct_and_cancel
    worker.check(request("He go home. She go home."))
    (result,) = heard.results
    assert result.stopped
    assert not result.complete
    assert [correction.sentence.text for correction in result.corrections] == ["He go home. "]


def test_a_long_paragraph_answers_in_parts(worker, monkeypatch):
    monkeypatch.setattr(worker_module, "PART_SECONDS", -1.0)
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.check(request("He go home. She go home. Fine."))
    assert [result.complete for result in heard.results] == [False, False, False, True]
    texts = [c.sentence.text for result in heard.results for c in result.corrections]
    assert texts == ["He go home. ", "She go home. ", "Fine."]


def test_after_a_time_without_requests_the_engine_is_let_go(worker, maker, qtbot):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.rest_after(0)
    qtbot.waitUntil(lambda: heard.rests == [True], timeout=PATIENCE_MS)
    assert maker.forgotten == 1
    assert worker._corrector is None


def test_the_next_request_brings_it_back_before_the_answer(worker, maker):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.unload()
    worker.check(request("He go home."))
    assert heard.all == ["ready", "ready", "He go home."]
    assert maker.built == 2


def test_each_request_puts_the_rest_off(worker, texts):
    worker.load(OPTIONS)
    worker.rest_after(1000)
    for ask in (
        lambda: worker.check(request("Fine.")),
        lambda: (texts.put(TextRequest("Fine.", 1)), worker.answer_texts()),
        lambda: worker.load(OPTIONS),
    ):
        worker._rest_timer.stop()
        ask()
        assert worker._rest_timer.isActive()
        assert worker._rest_timer.isSingleShot()


def test_nothing_ticks_while_the_engine_rests_or_may_not_rest(worker):
    worker.rest_after(1000)
    assert not worker._rest_timer.isActive()
    worker.load(OPTIONS)
    assert worker._rest_timer.isActive()
    worker.rest_after(None)
    assert not worker._rest_timer.isActive()
    worker.check(request("Fine."))
    assert not worker._rest_timer.isActive()


def test_a_rest_is_taken_once(worker, maker):
    heard = Listener(worker)
    worker.unload()
    worker.load(OPTIONS)
    worker.unload()
    worker.unload()
    assert heard.rests == [True]
    assert maker.forgotten == 1


def test_a_maker_that_keeps_no_model_needs_not_forget(qapp, corrector, cancel):
    worker = CheckWorker(lambda options: corrector, cancel)
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.unload()
    assert heard.rests == [True]


def test_known_sentences_outlast_a_rest_of_the_same_model(worker, corrector):
    worker.load(OPTIONS)
    worker.check(request("Fine."))
    worker.unload()
    worker.check(request("Fine."))
    assert corrector.asked == ["Fine."]


def test_another_model_after_a_rest_is_asked_anew(worker, corrector):
    worker.load(OPTIONS)
    worker.check(request("Fine."))
    worker.unload()
    corrector.fingerprint = "rules-2"
    worker.check(request("Fine."))
    assert corrector.asked == ["Fine.", "Fine."]


def test_a_model_that_vanished_during_the_rest_is_told_once(worker, maker, monkeypatch):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.unload()
    calls = []

    def refuse(options):
        calls.append(options)
        raise MissingFileError("The model is gone. Install Copyedge again.")

    worker._make_corrector = refuse
    worker.check(request("One."))
    worker.check(request("Two."))
    assert heard.loads == ["rules-1", "The model is gone. Install Copyedge again."]
    assert len(heard.failures) == 2
    assert len(calls) == 1
    worker._make_corrector = maker
    worker.load(OPTIONS)
    worker.check(request("Three."))
    assert heard.all[-1] == "Three."


def test_a_text_is_corrected_sentence_by_sentence_and_whole(worker, texts):
    heard = Listener(worker)
    worker.load(EngineOptions(dialect=Dialect.NONE))
    asked = TextRequest("He go home.\n\nI recieve it. ", "t")
    texts.put(asked)
    worker.answer_texts()
    ((answered, corrections),) = heard.texts
    assert answered is asked
    assert "".join(correction.sentence.text for correction in corrections) == asked.text
    assert [edit.replacement for c in corrections for edit in c.edits] == ["goes", "receive"]


def test_a_text_goes_ahead_of_the_rest_of_a_paragraph(worker, texts, corrector):
    heard = Listener(worker)
    worker.load(OPTIONS)
    original = corrector.correct_sentence

    def correct_and_ask(sentence, cancelled, odds):
        if sentence.text == "One. ":
            texts.put(TextRequest("Ahead.", 1))
        return original(sentence, cancelled, odds)

    corrector.correct_sentence = correct_and_ask
    worker.check(request("One. Two. Three."))
    assert corrector.asked == ["One. ", "Ahead.", "Two. ", "Three."]
    assert heard.all == ["ready", "Ahead.", "One. Two. Three."]


def test_texts_before_the_first_load_wait_for_it(worker, texts):
    heard = Listener(worker)
    texts.put(TextRequest("Fine.", 1))
    worker.answer_texts()
    assert heard.texts == []
    worker.load(OPTIONS)
    assert heard.all == ["ready", "Fine."]


def test_a_text_brings_a_resting_engine_back(worker, texts):
    heard = Listener(worker)
    worker.load(OPTIONS)
    worker.unload()
    texts.put(TextRequest("Fine.", 1))
    worker.answer_texts()
    assert heard.all == ["ready", "ready", "Fine."]


def test_a_text_without_a_model_fails_with_the_reason(qapp, cancel, texts):
    def refuse(options):
        raise MissingFileError("The model is gone. Install Copyedge again.")

    worker = CheckWorker(refuse, cancel, texts)
    heard = Listener(worker)
    texts.put(TextRequest("Fine.", 1))
    worker.load(OPTIONS)
    assert heard.text_failures == ["The model is gone. Install Copyedge again."]


def test_a_text_not_wanted_any_more_is_left_between_two_sentences(worker, texts, corrector):
    heard = Listener(worker)
    worker.load(OPTIONS)
    asked = TextRequest("One. Two. Three.", 1)
    original = corrector.correct_sentence

    def correct_and_cancel(sentence, cancelled, odds):
        correction = original(sentence, cancelled, odds)
        asked.cancel.set()
        return correction

    corrector.correct_sentence = correct_and_cancel
    texts.put(asked)
    worker.answer_texts()
    assert corrector.asked == ["One. "]
    assert heard.texts == heard.text_failures == []


def test_a_text_cancelled_before_its_turn_is_not_begun(worker, texts, corrector):
    worker.load(OPTIONS)
    asked = TextRequest("One.", 1)
    texts.put(asked)
    texts.put(TextRequest("Two.", 2))
    asked.cancel.set()
    worker.answer_texts()
    assert corrector.asked == ["Two."]


def test_cancelling_paragraphs_does_not_cancel_texts(worker, texts, cancel):
    heard = Listener(worker)
    worker.load(OPTIONS)
    cancel.set()
    texts.put(TextRequest("He go home.", 1))
    worker.answer_texts()
    assert len(heard.texts) == 1


def test_a_sentence_of_a_text_that_fails_stays_as_it_is(worker, texts):
    heard = Listener(worker)
    worker.load(OPTIONS)
    texts.put(TextRequest("An undecodable one. He go home.", 1))
    worker.answer_texts()
    ((_, corrections),) = heard.texts
    assert [len(correction.edits) for correction in corrections] == [0, 1]


@pytest.mark.parametrize(
    ("text", "reason"), [("An undecodable one.", "decoded"), ("Watch me explode.", "boom")]
)
def test_a_text_that_fails_as_a_whole_says_why(worker, texts, text, reason):
    heard = Listener(worker)
    worker.load(OPTIONS)
    texts.put(TextRequest(text, 1))
    worker.answer_texts()
    assert heard.texts == []
    assert reason in heard.text_failures[0]


def test_an_empty_text_has_no_corrections(worker, texts):
    heard = Listener(worker)
    worker.load(OPTIONS)
    texts.put(TextRequest("", 1))
    worker.answer_texts()
    ((_, corrections),) = heard.texts
    assert corrections == ()


def test_once_stopping_nothing_is_begun(worker, texts, maker, stopping):
    heard = Listener(worker)
    worker.load(OPTIONS)
    stopping.set()
    texts.put(TextRequest("He go home.", 1))
    worker.answer_texts()
    worker.check(request("He go home."))
    worker.unload()
    worker.load(OPTIONS)
    assert heard.all == ["ready"]
    assert (maker.built, maker.forgotten) == (1, 0)


@pytest.fixture
def odds_of(corrector):
    """Let sentences be more often wrong than is typical, and keep the odds they are read with."""
    found = {}
    original = corrector.correct_sentence

    def correct(sentence, cancelled, odds):
        found[sentence.text.strip()] = odds.overall
        return replace(original(sentence, cancelled, odds), expected={"R:PREP": 0.1})

    corrector.correct_sentence = correct
    return found


def test_sentences_after_many_mistakes_are_read_with_higher_odds(worker, odds_of):
    worker.load(OPTIONS)
    worker.check(request("He go home. She go home. They stay."))
    assert 1.0 == odds_of["He go home."] < odds_of["She go home."] < odds_of["They stay."]


def test_another_document_begins_with_even_odds_and_a_known_sentence_counts_again(worker, odds_of):
    worker.load(OPTIONS)
    worker.check(request("He go home. She go home."))
    worker.check(replace(request("He go home. New here."), epoch=1))
    assert odds_of["He go home."] == 1.0
    assert odds_of["New here."] == odds_of["She go home."]


def test_what_a_writer_often_does_is_remembered_in_the_next_document_but_counted_once(
    worker, corrector
):
    odds, original = [], corrector.correct_sentence

    def correct(sentence, cancelled, found):
        odds.append(found.by_type["U:DET"])
        return replace(original(sentence, cancelled, found), expected={"U:DET": 0.9})

    corrector.correct_sentence = correct
    worker.load(OPTIONS)
    worker.check(request("He go home."))
    worker.check(request("He go home."))  # known, so nobody asks
    worker.check(replace(request("New here."), epoch=1))
    worker.check(replace(request("Newer here."), epoch=2))
    assert 1.0 == odds[0] < odds[1] < odds[2]
    assert odds[2] - odds[1] == pytest.approx(odds[1] - odds[0], rel=0.2)


def test_a_text_of_another_program_knows_nothing_of_the_document(worker, texts, odds_of):
    worker.load(OPTIONS)
    worker.check(request("He go home. She go home."))
    texts.put(TextRequest("Apart.", 1))
    worker.answer_texts()
    assert odds_of["Apart."] == 1.0


def test_stopping_ends_a_text_between_two_sentences(worker, texts, corrector, stopping):
    heard = Listener(worker)
    worker.load(OPTIONS)
    original = corrector.correct_sentence

    def correct_and_stop(sentence, cancelled, odds):
        correction = original(sentence, cancelled, odds)
        stopping.set()
        return correction

    corrector.correct_sentence = correct_and_stop
    texts.put(TextRequest("One. Two.", 1))
    worker.answer_texts()
    assert corrector.asked == ["One. "]
    assert heard.texts == []
