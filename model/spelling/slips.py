"""Slips that leave hardly a doubt: a word typed twice, "could of", "wednesday", "late,but".

A calibrated model of this size is not sure enough of some mistakes that any
reader sees. Short closed lists tell them; what may well be meant ("had had",
"handed in in May", "march", "would of course") is on none of them. Knows words
and their neighbours; asks no model.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from model.edits import Category, Edit, Span
from model.phrases.tokens import tokens_of

_SURE = 0.95
# Not here because they may be meant: verbs ("those who can can"), particles ("checked in in June",
# "talked to to"), had, that, this, so, very, no, he, her, my, and the like.
_NEVER_TWICE = """
    the a an of for and with from as or if but your his their our its we they i because than
    when while into some every also
    """.split()  # noqa: SIM905 - a list with a word in a column each would hide the rest
_TWICE = re.compile(
    rf"(?<![\w'\u2019-])({'|'.join(_NEVER_TWICE)})(?P<old> +\1)(?![\w'\u2019-])", re.I
)
_OF = re.compile(
    r"\b(?:could|should|would)(?:n['\u2019]t| not)? (?P<old>of)(?= [a-z])"
    r"(?! (?:course|necessity|the|a|an|this|that|these|those|my|his|her|their|our|its)\b)"
)
_STEMS = "easi|bigg|small|fast|cheap|strong|happi|high|low|long|short|great|larg|nic|old|young|tall"
_MORE = re.compile(rf"\b(?P<old>more )(?=(?:better|worse|(?:{_STEMS})er)(?: than\b|[.,;!?]))")
_MOST = re.compile(rf"\bthe (?P<old>most )(?=(?:best|worst|(?:{_STEMS})est)\b)")
_AM_AGREE = re.compile(r"\bI(?P<old> am) (?=(?:dis)?agree\b)")
_THAT = re.compile(r"\bthat(?P<old> that)(?= (?:he|she|we|they|I)\b)")
_NOON = re.compile(
    r"(?:the|this|every|each|that|yesterday|tomorrow|good) (?P<old>after noon)\b", re.I
)
_SELF = re.compile(
    r"(?:by|for|to|of|with|in|about|enjoy|enjoyed|hurt|introduce|find|found|see|saw|teach) "
    r"(?P<old>(?:my|your|him|her|it) self|(?:our|them|your) selves)"
    r"(?=[,.;!?]| (?:and|to|in|at|as|on)\b)"
)
_HAVE_NO = re.compile(
    r"\b(?:have|has|had) (?P<old>no) (?=(?:been|seen|done|gone|had|eaten|made|met)\b(?!-))"
)
_APOSTROPHE = re.compile("['\u2019]")
# Forms that no verb has and that look like misspellings of another word ("loved", "burned").
_NO_FORMS = {"borned": "born", "losed": "lost"}
_FORMS = re.compile(rf"(?<![\w'\u2019-])(?P<old>{'|'.join(_NO_FORMS)})(?![\w'\u2019-])", re.I)
# Plurals that no noun has; the judge would take "datas" for "dates".
_NO_PLURALS = {
    **{"datas": "data", "sheeps": "sheep", "deers": "deer", "feets": "feet", "teeths": "teeth"},
    **{"mices": "mice", "childs": "children", "wifes": "wives"},
    **{"shelfs": "shelves", "thiefs": "thieves", "knifes": "knives", "loafs": "loaves"},
}
_PLURALS = re.compile(rf"(?<![\w'\u2019-])(?P<old>{'|'.join(_NO_PLURALS)})(?![\w'\u2019-])", re.I)
_NEVER_COUNTED = "information furniture advice homework equipment luggage software".split()  # noqa: SIM905
_UNCOUNTED_WORDS = frozenset(f"{noun}s" for noun in _NEVER_COUNTED)
_UNCOUNTED = re.compile(
    rf"(?<![\w'\u2019-])(?P<old>{'|'.join(sorted(_UNCOUNTED_WORDS))})(?![\w'\u2019-])", re.I
)
# Not before a noun: "many software companies".
_MANY = re.compile(
    rf"\b(?P<old>many|these|those) (?=(?:{'|'.join(_NEVER_COUNTED)}|money|knowledge|progress"
    r"|food|water|rice|bread|fun|luck|pollution)"
    r"(?:[.,;!?]|$| (?:about|on|in|from|to|for|that|which|at|with|of|by|is|was|every|each|today"
    r"|yesterday|I|we|you|they|he|she|it)\b))",
    re.I,
)
_AS_UNCOUNTED = {"many": "much", "these": "this", "those": "that"}
_CAPITALISED = """
    monday tuesday wednesday thursday friday saturday sunday january february april june july
    september october november december christmas english french german spanish italian russian
    japanese korean portuguese arabic african american asian australian british canadian european
    indian africa america asia australia canada england europe france germany india italy japan
    mexico russia spain london paris
    """.split()  # noqa: SIM905
_SMALL = re.compile(rf"(?<![\w'\u2019@#/._-])(?P<old>{'|'.join(_CAPITALISED)})(?![\w@/_-]|\.\w)")
# Behind a full stop only what begins a sentence: "example.org" and "setup.py" are names.
_NO_SPACE = re.compile(
    r"(?<![\w@#&/.'\u2019-])(?:"
    r"(?:[A-Za-z]+['\u2019][a-z]+|[A-Za-z]{2,})[,;]()(?=(?!DR\b)(?:[A-Za-z]{2,}|[Ia])(?![\w@/.]*[\w@/]))"
    r"|(?:[A-Za-z]+['\u2019][a-z]+|[a-z]{2,})[.!?]()"
    r"(?=(?!Com\b|Net\b|Org\b)(?:[A-Z][a-z]+|[IA])(?![\w@/.]*[\w@/])))"
)


@dataclass(frozen=True, slots=True)
class _Slip:
    """One kind of slip; its pattern has what is replaced as group "old"."""

    words: frozenset[str]
    """One of them, in small letters, is in every sentence that has it; empty: a word twice."""
    pattern: re.Pattern[str]
    made: Callable[[str], str]
    category: Category
    error_type: str
    rule: str = ""


def _joined(old: str) -> str:
    return old.replace(" ", "")


def _becomes(text: str) -> Callable[[str], str]:
    return lambda old: text


def _in_its_case(words: Mapping[str, str]) -> Callable[[str], str]:
    def made(old: str) -> str:
        new = words[old.lower()]
        return new.capitalize() if old[0].isupper() else new

    return made


_SLIPS = (
    _Slip(frozenset(), _TWICE, _becomes(""), Category.GRAMMAR, "U:OTHER"),
    _Slip(frozenset(), _THAT, _becomes(""), Category.GRAMMAR, "U:OTHER"),
    _Slip(frozenset({"of"}), _OF, _becomes("have"), Category.GRAMMAR, "R:VERB:FORM", "of_have"),
    _Slip(frozenset({"no"}), _HAVE_NO, _becomes("not"), Category.GRAMMAR, "R:OTHER", "have_not"),
    _Slip(frozenset({"noon"}), _NOON, _joined, Category.SPELLING, "R:ORTH"),
    _Slip(frozenset({"self", "selves"}), _SELF, _joined, Category.SPELLING, "R:ORTH"),
    _Slip(frozenset({"more"}), _MORE, _becomes(""), Category.GRAMMAR, "U:DET", "comparative:twice"),
    _Slip(frozenset({"most"}), _MOST, _becomes(""), Category.GRAMMAR, "U:DET", "comparative:twice"),
    _Slip(frozenset({"am"}), _AM_AGREE, _becomes(""), Category.GRAMMAR, "U:VERB", "agree"),
    _Slip(frozenset(_NO_FORMS), _FORMS, _in_its_case(_NO_FORMS), Category.GRAMMAR, "R:VERB:INFL"),
    _Slip(
        frozenset(_NO_PLURALS),
        _PLURALS,
        _in_its_case(_NO_PLURALS),
        Category.GRAMMAR,
        "R:NOUN:INFL",
        "plural:form",
    ),
    _Slip(
        _UNCOUNTED_WORDS,
        _UNCOUNTED,
        lambda old: old[:-1],
        Category.GRAMMAR,
        "R:NOUN:NUM",
        "uncounted",
    ),
    _Slip(
        frozenset(_AS_UNCOUNTED),
        _MANY,
        _in_its_case(_AS_UNCOUNTED),
        Category.GRAMMAR,
        "R:DET",
        "uncounted:many",
    ),
    _Slip(frozenset(_CAPITALISED), _SMALL, str.capitalize, Category.SPELLING, "R:ORTH"),
)


def slip_edits(source: str) -> Iterator[Edit]:
    """Yield an edit for each slip.

    Args:
        source: a sentence.
    """
    yield from _by_words(source)
    for match in _NO_SPACE.finditer(source):
        yield _edit(match, match.lastindex or 0, " ", Category.PUNCTUATION, "R:ORTH")


def _by_words(source: str) -> Iterator[Edit]:
    """Yield what shows by single words; most sentences have none of them, which is soon seen."""
    words = [_APOSTROPHE.split(token.text, 1)[0].lower() for token in tokens_of(source)]
    present = frozenset(words)
    has_twice = any(word == after for word, after in itertools.pairwise(words))
    for slip in _SLIPS:
        if slip.words.isdisjoint(present) if slip.words else not has_twice:
            continue
        for match in slip.pattern.finditer(source):
            new = slip.made(match["old"])
            edit = _edit(match, "old", new, slip.category, slip.error_type)
            yield replace(edit, rule=slip.rule)


def _edit(
    match: re.Match[str], group: int | str, replacement: str, category: Category, kind: str
) -> Edit:
    return Edit(Span(*match.span(group)), match[group], replacement, _SURE, category, kind)
