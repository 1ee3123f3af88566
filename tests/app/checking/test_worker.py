import threading

import pytest

from app.checking import worker as worker_module
from app.checking.messages import CheckRequest
from app.checking.worker import CheckWorker, EngineOptions
from model.errors import MissingFileError
from tests.app.fakes import RuleCorrector

OPTIONS = EngineOptions()


def request(text, revision=1):
    return CheckRequest(epoch=0, block_id=1, revision=revision, text=text)


class Listener:
    """Keeps what a worker said."""

    def __init__(self, worker):
        self.results, self.failures, self.loads = [], [], []
        worker.checked.connect(self.results.append)
        worker.failed.connect(lambda request, reason: self.failures.append(reason))
        worker.ready.connect(self.loads.append)
        worker.load_failed.connect(self.loads.append)


@pytest.fixture
def corrector():
    return RuleCorrector()


@pytest.fixture
def cancel():
    return threading.Event()


@pytest.fixture
def worker(qapp, corrector, cancel):
    return CheckWorker(lambda options: corrector, cancel)


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

    def correct_and_cancel(sentence, cancelled):
        correction = original(sentence, cancelled)
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
