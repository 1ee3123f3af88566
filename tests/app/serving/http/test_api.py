import asyncio
import json
from urllib.parse import urlencode

import pytest

from app.serving.engine import EnginePool
from app.serving.errors import RequestError
from app.serving.http.api import Api, Request
from app.serving.words import LiveDictionary
from tests.app.serving.stand_ins import WordCorrector

FORM = "application/x-www-form-urlencoded"


class LevelledEngine:
    """Notes for which levels it was asked."""

    def __init__(self):
        self.levels = []
        self.corrector = WordCorrector()

    def __call__(self, level):
        self.levels.append(level)
        return self.corrector


@pytest.fixture
def engine():
    return LevelledEngine()


@pytest.fixture
def ask(tmp_path, engine):
    pool = EnginePool([engine], queue_limit=4)
    api = Api(pool, LiveDictionary(tmp_path / "words.txt"), level=0.5, time_limit_s=20)

    def answer(path, method="POST", **parameters):
        body = urlencode(parameters).encode()
        request = (
            Request(method, path, b"", body, FORM)
            if method == "POST"
            else Request(method, path, body)
        )
        given = asyncio.run(api.answer(request))
        return json.loads(given.body) if "json" in given.content_type else given.body.decode()

    yield answer
    pool.close()


def originals(text, answer):
    return [text[m["offset"] : m["offset"] + m["length"]] for m in answer["matches"]]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_text_is_checked_however_it_is_sent(ask, method):
    text = "I go & buyed 100% más."
    answer = ask("/v2/check", method, text=text, language="en-US")
    assert originals(text, answer) == ["go", "buyed"]
    assert answer["language"]["code"] == "en-US"
    assert answer["software"]["apiVersion"] == 1


def test_offsets_of_annotated_text_count_the_markup(ask):
    data = {"annotation": [{"text": "I "}, {"markup": "<b>"}, {"text": "go"}, {"markup": "</b>"}]}
    answer = ask("/v2/check", data=json.dumps(data), language="auto")
    assert originals("I <b>go</b>", answer) == ["go"]


def test_british_spelling_is_kept_or_mended_as_the_language_says(ask):
    text = "My favourite."
    assert originals(text, ask("/v2/check", text=text, language="en-GB")) == []
    assert originals(text, ask("/v2/check", text=text, language="en")) == []
    assert originals(text, ask("/v2/check", text=text, language="en-US")) == ["favourite"]


def test_rules_can_be_switched_off(ask):
    text = "I go to teh sea."
    for parameters, kept in [
        ({"disabledRules": "R_SPELL"}, ["go"]),
        ({"disabledCategories": "GRAMMAR"}, ["teh"]),
        ({"enabledOnly": "true", "enabledRules": "R_VERB_SVA"}, ["go"]),
    ]:
        assert originals(text, ask("/v2/check", text=text, language="en", **parameters)) == kept


def test_a_mistake_is_not_told_twice_to_who_asks_for_text_and_sentences_apart(ask):
    question = {"text": "I go.", "language": "en"}
    assert len(ask("/v2/check", mode="allButTextLevelOnly", **question)["matches"]) == 1
    assert ask("/v2/check", mode="textLevelOnly", **question)["matches"] == []


def test_picky_asks_the_engine_for_more(ask, engine):
    ask("/v2/check", text="One.", language="en")
    ask("/v2/check", text="Two.", language="en", level="picky")
    assert engine.levels == [0.5, 0.8]


def test_words_of_the_dictionary_are_not_marked(ask):
    text = "Teh teh."
    assert originals(text, ask("/v2/check", text=text, language="en")) == ["teh"]
    assert ask("/v2/words/add", word="teh") == {"added": True}
    assert ask("/v2/words", "GET") == {"words": ["teh"]}
    assert originals(text, ask("/v2/check", text=text, language="en")) == []
    assert ask("/v2/words/delete", word="TEH") == {"deleted": True}
    assert ask("/v2/words/delete", word="TEH") == {"deleted": False}
    assert originals(text, ask("/v2/check", text=text, language="en")) == ["teh"]


def test_words_come_in_pages(ask):
    for word in ("delta", "alpha", "Charlie", "bravo"):
        ask("/v2/words/add", word=word)
    assert ask("/v2/words", "GET", offset="1", limit="2") == {"words": ["bravo", "Charlie"]}


def test_the_small_questions_are_answered(ask):
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in ask(
        "/v2/languages", "GET"
    )
    assert ask("/v2/maxtextlength", "GET") == "200000"
    assert ask("/v2/healthcheck", "GET") == "OK"
    assert ask("/v2/info", "GET")["software"]["name"] == "Copyedge"


def test_the_extension_for_libreoffice_may_ask_its_first_questions_by_post(ask):
    assert ask("/v2/maxtextlength") == "200000"
    answer = ask("/v2/configinfo", language="en-US")
    assert answer["parameter"]["maxTextLength"] == 200_000
    assert {"ruleId": "R_SPELL", "description": "Spelling: wrong"}.items() <= answer["rules"][
        0
    ].items()
    assert {rule["categoryId"] for rule in answer["rules"]} == {"TYPOS", "GRAMMAR", "PUNCTUATION"}


@pytest.mark.parametrize(
    ("path", "method", "parameters", "status"),
    [
        ("/v2/check", "POST", {"text": "a", "language": "de"}, 400),
        ("/v2/check", "DELETE", {}, 405),
        ("/v2/words/add", "GET", {"word": "a"}, 405),
        ("/v2/words/add", "POST", {}, 400),
        ("/v2/words/add", "POST", {"word": "two words"}, 400),
        ("/v2/words", "GET", {"limit": "many"}, 400),
        ("/v2/configinfo", "GET", {"language": "de-DE"}, 400),
        ("/v1/check", "GET", {}, 404),
        ("/", "GET", {}, 404),
        ("/v2/", "GET", {}, 404),
    ],
)
def test_wrong_requests_are_refused(ask, path, method, parameters, status):
    with pytest.raises(RequestError) as caught:
        ask(path, method, **parameters)
    assert caught.value.status == status


def test_a_full_queue_is_told_as_such(tmp_path):
    pool = EnginePool([], queue_limit=0)
    api = Api(pool, LiveDictionary(tmp_path / "words.txt"), 0.5, 20)
    with pytest.raises(RequestError, match="waiting already") as caught:
        asyncio.run(api.answer(Request("GET", "/v2/check", b"text=a&language=en")))
    assert caught.value.status == 503


def test_a_sentence_that_fails_makes_the_answer_incomplete(ask):
    answer = ask("/v2/check", text="unspeakable. I go.", language="en")
    assert answer["warnings"]["incompleteResults"]
    assert len(answer["matches"]) == 1
