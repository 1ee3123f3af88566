"""The languages that can be asked for by LanguageTool's codes: English, in two spellings.

Knows codes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.checking.dialects import Dialect
from app.serving.errors import RequestError


@dataclass(frozen=True, slots=True)
class Language:
    """A code that is understood."""

    name: str
    long_code: str
    dialect: Dialect = Dialect.NONE
    """Which spellings are suggested."""


ENGLISH = Language("English", "en")
LANGUAGES = (
    ENGLISH,
    Language("English (Australian)", "en-AU"),
    Language("English (Canadian)", "en-CA"),
    Language("English (GB)", "en-GB", Dialect.BRITISH),
    Language("English (New Zealand)", "en-NZ"),
    Language("English (South African)", "en-ZA"),
    Language("English (US)", "en-US", Dialect.AMERICAN),
)
"""Others than British and American are checked without regard to either spelling."""

AUTOMATIC = "auto"
_ENGLISH_OF_A_REGION = re.compile(r"en-(?:[a-z]{2}|[0-9]{3})")
"""Such as Irish or Indian English, which word processors know besides."""


def language_of(code: str, preferred: Iterable[str] = ()) -> Language:
    """Return the language of a code.

    Args:
        code: what the client asked for; "auto" stands for English.
        preferred: variants that the client likes if the language is not told.

    Raises:
        RequestError: if it is another language.
    """
    if code.casefold() == AUTOMATIC:
        wanted = [known for variant in preferred if (known := _known(variant)) is not None]
        return wanted[0] if wanted else ENGLISH
    language = _known(code)
    if language is None:
        known_codes = ", ".join([AUTOMATIC, *(each.long_code for each in LANGUAGES)])
        raise RequestError(
            f"{code[:40]!r} is not a language that Copyedge checks: it knows English only. "
            f"Supported codes are: {known_codes}"
        )
    return language


def _known(code: str) -> Language | None:
    # LibreOffice joins language and country, whether there is a country or not: "en-".
    plain = code.strip().replace("_", "-").rstrip("-").casefold()
    named = next((each for each in LANGUAGES if each.long_code.casefold() == plain), None)
    if named is None and _ENGLISH_OF_A_REGION.fullmatch(plain):
        return ENGLISH
    return named
