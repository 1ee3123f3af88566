import threading
from types import SimpleNamespace

import pytest

from app.checking.dialects import Dialect
from app.serving import engine
from app.serving.engine import CheckOrder, EnginePool
from app.serving.errors import EngineClosedError, ServerBusyError
from model.edits import Correction
from model.error_density import EVEN
from tests.app.serving.stand_ins import WordCorrector


class GatedCorrector(WordCorrector):
    """Waits before its first sentence until it is let go."""

    def __init__(self):
        super().__init__()
        self.entered = threading.Event()
        self.gate = threading.Event()

    def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
        self.entered.set()
        assert self.gate.wait(60)
        return super().correct_sentence(sentence, cancelled, odds)


@pytest.fixture
def pool_of():
    pools = []

    def make(corrector, queue_limit=8, engines=1):
        pools.append(EnginePool([lambda level: corrector] * engines, queue_limit))
        return pools[-1]

    yield make
    for each in pools:
        each.close()


def replacements(outcome):
    return [
        [edit.replacement for correction in text for edit in correction.edits]
        for text in outcome.corrections
    ]


def test_each_text_of_an_order_gets_its_own_corrections(pool_of):
    pool = pool_of(WordCorrector())
    outcome = pool.submit(CheckOrder(("I go home.", "Fine.", "teh end. I buyed it."))).result(60)
    assert replacements(outcome) == [["goes"], [], ["the", "bought"]]
    assert outcome.complete


def test_the_parts_of_an_order_are_one_text_and_orders_are_not(pool_of):
    seen = []

    class Follower(WordCorrector):
        def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
            seen.append((sentence.text.strip(), odds.overall))
            return Correction(sentence, (), expected={"R:PREP": 0.1})

    pool = pool_of(Follower())
    pool.submit(CheckOrder(("One.", "Two. Three."))).result(60)
    pool.submit(CheckOrder(("Four.",))).result(60)
    odds = dict(seen)
    assert 1.0 == odds["One."] == odds["Four."] < odds["Two."] < odds["Three."]


def test_a_full_queue_refuses_at_once(pool_of):
    corrector = GatedCorrector()
    pool = pool_of(corrector, queue_limit=2)
    running = pool.submit(CheckOrder(("One.",)))
    assert corrector.entered.wait(60)
    waiting = [pool.submit(CheckOrder((text,))) for text in ("Two.", "Three.")]
    with pytest.raises(ServerBusyError, match="Try again"):
        pool.submit(CheckOrder(("Four.",)))
    corrector.gate.set()
    assert all(each.result(60).complete for each in (running, *waiting))


def test_cancelled_orders_leave_the_queue_and_are_never_checked(pool_of):
    corrector = GatedCorrector()
    pool = pool_of(corrector, queue_limit=1)
    pool.submit(CheckOrder(("One.",)))
    assert corrector.entered.wait(60)
    assert pool.submit(CheckOrder(("Two.",))).cancel()
    third = pool.submit(CheckOrder(("Three.",)))
    corrector.gate.set()
    assert third.result(60).complete
    assert corrector.asked == ["One.", "Three."]


def test_cancelling_stops_a_running_sentence(pool_of):
    begun = threading.Event()
    pool = pool_of(WordCorrector(record=lambda sentence: begun.set()))
    endless = pool.submit(CheckOrder(("This takes forever.",)))
    assert begun.wait(60)
    endless.cancel()
    assert pool.submit(CheckOrder(("I go.",))).result(60).complete


def test_when_the_time_is_over_what_was_found_comes_back_as_incomplete(pool_of, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(engine, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def read(sentence):
        now[0] += 99.0 if "forever" in sentence else 0.1

    pool = pool_of(WordCorrector(record=read))
    order = CheckOrder(("I go. This takes forever. teh", "x"), seconds=30.0)
    outcome = pool.submit(order).result(60)
    assert replacements(outcome) == [["goes"], []]
    assert not outcome.complete


def test_an_order_whose_turn_does_not_come_in_time_fails_as_busy(pool_of):
    corrector = GatedCorrector()
    pool = pool_of(corrector)
    pool.submit(CheckOrder(("One.",)))
    assert corrector.entered.wait(60)
    late = pool.submit(CheckOrder(("Two.",), seconds=0.0))
    corrector.gate.set()
    with pytest.raises(ServerBusyError):
        late.result(60)


def test_a_long_text_lets_a_short_one_go_first(pool_of, monkeypatch):
    monkeypatch.setattr(engine, "SLICE_S", 0.0)
    monkeypatch.setattr(engine, "PARAGRAPH_S", 0.0)
    corrector = GatedCorrector()
    pool = pool_of(corrector)
    long = pool.submit(CheckOrder(("".join(f"Sentence {n}." for n in range(50)),)))
    assert corrector.entered.wait(60)
    short = pool.submit(CheckOrder(("Short.",)))
    corrector.gate.set()
    short.result(60)
    assert long.result(60).complete
    assert corrector.asked.index("Short.") == 1


def test_a_paragraph_that_has_begun_is_finished_before_those_that_came_later(pool_of, monkeypatch):
    monkeypatch.setattr(engine, "SLICE_S", 0.0)
    monkeypatch.setattr(engine, "PARAGRAPH_S", 600.0)
    corrector = GatedCorrector()
    pool = pool_of(corrector)
    first = pool.submit(CheckOrder(("One. Two. Three.",)))
    assert corrector.entered.wait(60)
    second = pool.submit(CheckOrder(("Four. Five.",)))
    corrector.gate.set()
    assert first.result(60).complete
    assert second.result(60).complete
    assert [each.strip() for each in corrector.asked] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
    ]


def test_long_texts_take_turns(pool_of, monkeypatch):
    monkeypatch.setattr(engine, "SLICE_S", 0.0)
    monkeypatch.setattr(engine, "PARAGRAPH_S", 0.0)
    corrector = GatedCorrector()
    pool = pool_of(corrector)
    books = [pool.submit(CheckOrder((text,))) for text in ("A. B. C.", "D. E. F.")]
    assert corrector.entered.wait(60)
    corrector.gate.set()
    assert all(book.result(60).complete for book in books)
    assert [each.strip() for each in corrector.asked] == ["A.", "D.", "B.", "E.", "C.", "F."]


def test_the_same_sentence_is_corrected_once_per_level(pool_of):
    corrector = WordCorrector()
    pool = pool_of(corrector)
    for level in (0.5, 0.5, 0.8):
        outcome = pool.submit(CheckOrder(("I go.",), level=level)).result(60)
        assert replacements(outcome) == [["goes"]]
    assert corrector.asked == ["I go.", "I go."]


def test_the_wanted_spelling_is_suggested_whatever_is_remembered(pool_of):
    pool = pool_of(WordCorrector())
    plain = pool.submit(CheckOrder(("A nice favourite.",))).result(60)
    american = pool.submit(CheckOrder(("A nice favourite.",), dialect=Dialect.AMERICAN)).result(60)
    assert (replacements(plain), replacements(american)) == ([[]], [["favorite"]])


def test_a_sentence_that_cannot_be_decoded_costs_only_itself(pool_of):
    outcome = (
        pool_of(WordCorrector()).submit(CheckOrder(("unspeakable! I go. Nothing.",))).result(60)
    )
    assert replacements(outcome) == [["goes"]]
    assert (outcome.failures, outcome.complete) == (1, True)


def test_an_engine_that_raises_answers_with_its_error_and_goes_on(pool_of, caplog):
    pool = pool_of(WordCorrector())
    with pytest.raises(RuntimeError, match="boom"):
        pool.submit(CheckOrder(("explode",))).result(60)
    assert "could not be checked" in caplog.text
    assert pool.submit(CheckOrder(("I go.",))).result(60).complete


def test_half_characters_reach_the_engine_as_one_character_each(pool_of):
    corrector = WordCorrector()
    pool_of(corrector).submit(CheckOrder(("a\ud83d b\ude00.",))).result(60)
    assert corrector.asked == ["a\ufffd b\ufffd."]


def test_closing_wakes_everyone_who_waits():
    corrector = WordCorrector()
    pool = EnginePool([lambda level: corrector], 8)
    futures = [pool.submit(CheckOrder((f"This takes forever {n}.",))) for n in range(3)]
    pool.close()
    for each in futures:
        with pytest.raises(EngineClosedError):
            each.result(0)
    with pytest.raises(EngineClosedError):
        pool.submit(CheckOrder(("More.",)))
