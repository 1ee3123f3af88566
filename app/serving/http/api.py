"""LanguageTool's HTTP API, version 2: one method per action.

Takes requests that have been let in and read, and returns answers. Knows the
engine pool and the dictionary; no sockets, no headers.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.serving.engine import CheckOrder, EnginePool
from app.serving.errors import EngineClosedError, RequestError, ServerBusyError
from app.serving.findings import find
from app.serving.http.forms import read_parameters
from app.serving.http.matches import check_answer, software
from app.serving.http.query import MAX_TEXT_LENGTH, Parameters, read_query
from app.serving.languages import AUTOMATIC, LANGUAGES, language_of
from app.serving.rules import all_rules
from app.serving.words import LiveDictionary

PREFIX = "/v2/"
PICKY_LEVEL = 0.8  # clearly more suggestions than by default, without the least certain ones
_USUAL_WORDS = 10  # words per answer of /v2/words if the client names no limit


@dataclass(frozen=True, slots=True)
class Request:
    """A request that has been let in."""

    method: str
    path: str
    query: bytes
    """What stands behind the question mark."""
    body: bytes = b""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes
    content_type: str = "application/json"

    @classmethod
    def of_json(cls, value: object) -> Answer:
        """Return a good answer."""
        # Pure ASCII: half characters, which a client may have sent, have no UTF-8.
        return cls(200, json.dumps(value).encode("ascii"))

    @classmethod
    def of_text(cls, text: str, status: int = 200) -> Answer:
        """Return a plain text."""
        return cls(status, text.encode("utf-8", "replace"), "text/plain; charset=utf-8")

    @classmethod
    def of_error(cls, error: RequestError) -> Answer:
        """Return an error as LanguageTool writes it."""
        return cls.of_text(f"Error: {error}", error.status)


_Action = Callable[[Parameters], Awaitable[Answer]]


class Api:
    """Answers requests.

    Args:
        pool: checks the texts.
        dictionary: the writer's words.
        level: 0 fewer .. 1 more suggestions.
        time_limit_s: seconds for one check.
    """

    def __init__(
        self, pool: EnginePool, dictionary: LiveDictionary, level: float, time_limit_s: float
    ) -> None:
        self._pool = pool
        self._dictionary = dictionary
        self._level = level
        self._time_limit_s = time_limit_s
        both, reading, changing = ("GET", "POST"), ("GET",), ("POST",)
        self._actions: dict[str, tuple[tuple[str, ...], _Action]] = {
            "check": (both, self._check),
            "languages": (both, self._languages),
            "maxtextlength": (both, self._max_text_length),
            "configinfo": (both, self._configuration),
            "info": (both, self._info),
            "healthcheck": (both, self._healthcheck),
            "words": (reading, self._words),
            "words/add": (changing, self._add_word),
            "words/delete": (changing, self._delete_word),
        }

    async def answer(self, request: Request) -> Answer:
        """Carry out one request.

        Raises:
            RequestError: if it cannot be understood or carried out.
        """
        name = request.path.removeprefix(PREFIX) if request.path.startswith(PREFIX) else ""
        methods, action = self._actions.get(name.rstrip("/"), ((), None))
        if action is None:
            known = ", ".join(PREFIX + each for each in self._actions)
            raise RequestError(f"There is nothing at this address. Supported are: {known}", 404)
        if request.method not in methods:
            raise RequestError(f"Use {' or '.join(methods)} for this address.", 405)
        try:
            return await action(read_parameters(request.query, request.body, request.content_type))
        except (ServerBusyError, EngineClosedError) as error:
            raise RequestError(str(error), 503) from error

    async def _check(self, parameters: Parameters) -> Answer:
        query = read_query(parameters)
        if query.text_level_only:
            return Answer.of_json(check_answer(query, (), (), ""))
        order = CheckOrder(
            (query.passage.reading,),
            max(self._level, PICKY_LEVEL) if query.picky else self._level,
            query.language.dialect,
            self._time_limit_s,
        )
        # Cancelled together with this coroutine, when the client has gone away.
        outcome = await asyncio.wrap_future(self._pool.submit(order))
        corrections = outcome.corrections[0]
        words = self._dictionary.folded()
        findings = find(query.source, query.passage, corrections, words)
        incomplete = ""
        if not outcome.complete:
            incomplete = f"The time limit of {self._time_limit_s:g} seconds was over."
        elif outcome.failures:
            incomplete = f"{outcome.failures} sentences could not be checked."
        return Answer.of_json(check_answer(query, findings, corrections, incomplete))

    async def _languages(self, _: Parameters) -> Answer:
        return Answer.of_json(
            [{"name": each.name, "code": "en", "longCode": each.long_code} for each in LANGUAGES]
        )

    async def _max_text_length(self, _: Parameters) -> Answer:
        return Answer.of_text(str(MAX_TEXT_LENGTH))

    async def _info(self, _: Parameters) -> Answer:
        return Answer.of_json({"software": software()})

    async def _configuration(self, parameters: Parameters) -> Answer:
        """Answer what LanguageTool's extension for LibreOffice asks first, to list the rules."""
        language_of(parameters.get("language") or AUTOMATIC)
        rules = [
            {
                "ruleId": rule.id,
                "description": rule.description,
                "categoryId": rule.category.id,
                "categoryName": rule.category.name,
                "locQualityIssueType": rule.category.issue_type,
            }
            for rule in all_rules()
        ]
        parameter = {"maxTextLength": MAX_TEXT_LENGTH}
        return Answer.of_json({"software": software(), "parameter": parameter, "rules": rules})

    async def _healthcheck(self, _: Parameters) -> Answer:
        return Answer.of_text("OK")

    async def _words(self, parameters: Parameters) -> Answer:
        offset = _number(parameters, "offset", 0)
        limit = _number(parameters, "limit", _USUAL_WORDS)
        words = await asyncio.to_thread(self._dictionary.words)
        return Answer.of_json({"words": words[offset : offset + limit]})

    async def _add_word(self, parameters: Parameters) -> Answer:
        await self._dictionary.add(_word(parameters))
        return Answer.of_json({"added": True})

    async def _delete_word(self, parameters: Parameters) -> Answer:
        return Answer.of_json({"deleted": await self._dictionary.remove(_word(parameters))})


def _word(parameters: Parameters) -> str:
    word = parameters.get("word", "").strip()
    if not word:
        raise RequestError("Missing 'word' parameter")
    if any(character.isspace() for character in word):
        raise RequestError("The 'word' parameter must be one word, without spaces.")
    return word


def _number(parameters: Parameters, name: str, default: int) -> int:
    text = parameters.get(name, "") or str(default)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise RequestError(f"The '{name}' parameter must be a number.")
    return int(text)
