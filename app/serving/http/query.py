"""What a client asks to have checked: the parameters of LanguageTool's ``/v2/check``.

Turns parameters into a value or refuses them with a sentence. Checks nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.checking.offsets import utf16_length
from app.serving.errors import RequestError
from app.serving.http.annotations import read_annotations
from app.serving.languages import Language, language_of
from app.serving.passages import Passage
from app.serving.rules import Rule

MAX_TEXT_LENGTH = 200_000  # UTF-16 units, some 30,000 words: LibreOffice sends paragraphs,
# browsers what stands in one field
_LEVELS = ("default", "picky")

Parameters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """Which rules a client wants to hear of."""

    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_only: bool = False

    def admits(self, rule: Rule) -> bool:
        """Return True if the client wants to hear of findings under this rule."""
        category = rule.category.id
        if self.enabled_only:
            return rule.id in self.enabled_rules or category in self.enabled_categories
        if rule.id in self.disabled_rules:
            return False
        return category not in self.disabled_categories or rule.id in self.enabled_rules


@dataclass(frozen=True, slots=True)
class CheckQuery:
    """One text to check, and how."""

    source: str
    """What the client sent, markup included: its offsets count in this."""
    passage: Passage
    language: Language
    picky: bool
    rules: RuleSelection
    text_level_only: bool = False
    """Whether only mistakes across sentences are wanted, which Copyedge does not look for.

    Browser extensions ask for these and for all others in two requests.
    """


def read_query(parameters: Parameters) -> CheckQuery:
    """Return what is to be checked.

    Raises:
        RequestError: if a parameter is missing or cannot be understood.
    """
    source, passage = _text(parameters)
    code = parameters.get("language", "")
    if not code:
        raise RequestError("Missing 'language' parameter, e.g. 'language=en-US' or 'language=auto'")
    level = parameters.get("level") or _LEVELS[0]
    if level not in _LEVELS:
        raise RequestError(f"The 'level' parameter must be one of: {', '.join(_LEVELS)}")
    return CheckQuery(
        source,
        passage,
        language_of(code, _list(parameters, "preferredVariants")),
        picky=level == "picky",
        rules=_rules(parameters),
        text_level_only=parameters.get("mode") == "textLevelOnly",
    )


def _text(parameters: Parameters) -> tuple[str, Passage]:
    if "text" in parameters and "data" in parameters:
        raise RequestError("Set only one of the parameters 'text' and 'data'.")
    if "text" in parameters:
        source = parameters["text"]
        passage = Passage.of_plain(source)
    elif "data" in parameters:
        source, passage = read_annotations(parameters["data"])
    else:
        raise RequestError("Missing 'text' or 'data' parameter")
    length = max(utf16_length(source), utf16_length(passage.reading))
    if length > MAX_TEXT_LENGTH:
        raise RequestError(
            f"Your text exceeds the limit of {MAX_TEXT_LENGTH} characters (it's {length} "
            "characters). Please submit a shorter text.",
            413,
        )
    return source, passage


def _rules(parameters: Parameters) -> RuleSelection:
    enabled_only = parameters.get("enabledOnly", "").casefold() in ("true", "yes")
    selection = RuleSelection(
        enabled_rules=frozenset(_list(parameters, "enabledRules")),
        disabled_rules=frozenset(_list(parameters, "disabledRules")),
        enabled_categories=frozenset(_list(parameters, "enabledCategories")),
        disabled_categories=frozenset(_list(parameters, "disabledCategories")),
        enabled_only=enabled_only,
    )
    if enabled_only and (selection.disabled_rules or selection.disabled_categories):
        raise RequestError("You cannot disable rules or categories together with enabledOnly=true")
    if enabled_only and not (selection.enabled_rules or selection.enabled_categories):
        raise RequestError("You must enable rules or categories when using enabledOnly=true")
    return selection


def _list(parameters: Parameters, name: str) -> list[str]:
    return [item.strip() for item in parameters.get(name, "").split(",") if item.strip()]
