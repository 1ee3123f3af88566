"""Texts with markup, as LanguageTool's clients send them in the parameter ``data``.

Knows that JSON and nothing of HTTP.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from app.serving.errors import RequestError
from app.serving.passages import Passage, joined_text

_EXAMPLE = '{"annotation": [{"text": "A "}, {"markup": "<b>"}, {"text": "test"}]}'


def read_annotations(content: str) -> tuple[str, Passage]:
    """Return the source (texts and markup joined) and how the engine reads it.

    Raises:
        RequestError: if the JSON is not of the expected form.
    """
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise RequestError("The 'data' parameter is not valid JSON.") from error
    if not isinstance(document, dict):
        raise RequestError(f"The 'data' parameter must be an object such as {_EXAMPLE}")
    if "text" in document and "annotation" not in document:
        return joined_text([(_string(document, "text"), None)])
    parts = document.get("annotation")
    if not isinstance(parts, list):
        raise RequestError(f"The 'data' parameter needs a list 'annotation': {_EXAMPLE}")
    return joined_text(_parts(parts))


def _parts(parts: list[object]) -> Iterator[tuple[str, str | None]]:
    for part in parts:
        if not isinstance(part, dict) or ("text" in part) == ("markup" in part):
            raise RequestError("Each annotation must have either 'text' or 'markup'.")
        if "text" in part:
            yield _string(part, "text"), None
        else:
            yield _string(part, "markup"), _string(part, "interpretAs", "")


def _string(item: dict[str, object], key: str, default: str | None = None) -> str:
    value = item.get(key, default)
    if not isinstance(value, str):
        raise RequestError(f"'{key}' in the 'data' parameter must be a string.")
    return value
