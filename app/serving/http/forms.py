"""Read the parameters of a request as clients really send them.

LanguageTool's own server looks at no content type, so its clients name many: LTeX
calls its form JSON, scripts in browsers call it plain text. LibreOffice 7.4 puts
the text of a paragraph into the form as it is. Knows no parameter's meaning.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from app.serving.errors import RequestError

_MOST_PARAMETERS = 100  # LanguageTool has fewer than twenty
_NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)
_FORM = "application/x-www-form-urlencoded"

# What LibreOffice 7.4 sends; the text may hold all that separates and escapes in a form.
_AS_IT_IS = re.compile(
    r"text=(?P<text>.*)&language=(?P<language>[A-Za-z-]*)"
    r"(?:&username=(?P<username>[^&]*)&apiKey=(?P<apiKey>[^&]*))?",
    re.DOTALL,
)
_UNENCODED = re.compile(r"[^!-~]")
"""Blanks and letters beyond ASCII: whoever encodes a form leaves none of them."""


def read_parameters(query: bytes, body: bytes, content_type: str) -> dict[str, str]:
    """Return the parameters of the address and of the form; the first of a name counts.

    Args:
        query: what stands behind the question mark of the address.
        body: of the request.
        content_type: what the client calls its body.

    Raises:
        RequestError: if they cannot be read.
    """
    found = _read(query)
    for name, value in _read_body(body, content_type).items():
        found.setdefault(name, value)
    return found


def _read_body(body: bytes, content_type: str) -> dict[str, str]:
    """Read a body as a form if it looks like one, whatever it is called."""
    as_it_is = _read_as_it_is(body)
    if as_it_is is not None:
        return as_it_is
    try:
        found = _read(body)
    except RequestError:
        if _is_form(content_type):
            raise
        found = {"": ""}
    if not _is_form(content_type) and not all(map(_NAME.fullmatch, found)):
        raise RequestError(f"Send the parameters as {_FORM}.", 415)
    return found


def _read_as_it_is(body: bytes) -> dict[str, str] | None:
    """Return the parameters of a body that nobody has encoded; None if it is another."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    match = _AS_IT_IS.fullmatch(text) if _UNENCODED.search(text) else None
    if match is None:
        return None
    return {name: value for name, value in match.groupdict().items() if value is not None}


def _read(encoded: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            encoded.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except ValueError as error:
        raise RequestError(
            "The parameters cannot be read. Send them as an HTML form would, in UTF-8."
        ) from error
    found: dict[str, str] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found


def _is_form(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().casefold() in ("", _FORM)
