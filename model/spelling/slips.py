"""Slips that leave hardly a doubt: a word typed twice, "could of", "wednesday", "late,but".

A calibrated model of this size is not sure enough of some mistakes that any
reader sees. Short closed lists tell them; what may well be meant ("had had",
"handed in in May", "march", "would of course") is on none of them. Knows words
and their neighbours; asks no model.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from model.edits import Category, Edit, Span
from model.phrases.tokens import tokens_of

_SURE = 0.95
# Not here because they may be meant: verbs ("those who can can"), particles ("checked in in June",
# "talked to to"), had, that, this, so, very, no, he, her, my, and the like.
_NEVER_TWICE = """
    the a an of for and with from as or if but your his their our its we they i because than
    when while into some every also
    """.split()  # noqa: SIM905 - a list with a word in a column each would hide the rest
_TWICE = re.compile(rf"(?<![\w'\u2019-])({'|'.join(_NEVER_TWICE)})( +\1)(?![\w'\u2019-])", re.I)
_OF = re.compile(
    r"\b(?:could|should|would)(?:n['\u2019]t| not)? (of)(?= [a-z])"
    r"(?! (?:course|necessity|the|a|an|this|that|these|those|my|his|her|their|our|its)\b)"
)
_STEMS = "easi|bigg|small|fast|cheap|strong|happi|high|low|long|short|great|larg|nic|old|young|tall"
_MORE = re.compile(rf"\b(more )(?=(?:better|worse|(?:{_STEMS})er)(?: than\b|[.,;!?]))")
_MOST = re.compile(rf"\bthe (most )(?=(?:best|worst|(?:{_STEMS})est)\b)")
_AM_AGREE = re.compile(r"\bI( am) (?=(?:dis)?agree\b)")
_THAT = re.compile(r"\bthat( that)(?= (?:he|she|we|they|I)\b)")
_NOON = re.compile(r"(?:the|this|every|each|that|yesterday|tomorrow|good) (after noon)\b", re.I)
_SELF = re.compile(
    r"(?:by|for|to|of|with|in|about|enjoy|enjoyed|hurt|introduce|find|found|see|saw|teach) "
    r"((?:my|your|him|her|it) self|(?:our|them|your) selves)(?=[,.;!?]| (?:and|to|in|at|as|on)\b)"
)
_HAVE_NO = re.compile(
    r"\b(?:have|has|had) (no) (?=(?:been|seen|done|gone|had|eaten|made|met)\b(?!-))"
)
_APOSTROPHE = re.compile("['\u2019]")
_SPLIT = frozenset({"noon", "self", "selves"})
_NEVER_COUNTED = "information furniture advice homework equipment luggage software".split()  # noqa: SIM905
_UNCOUNTED_WORDS = frozenset(f"{noun}s" for noun in _NEVER_COUNTED)
_UNCOUNTED = re.compile(
    rf"(?<![\w'\u2019-])({'|'.join(sorted(_UNCOUNTED_WORDS))})(?![\w'\u2019-])", re.I
)
# Not before a noun: "many software companies".
_MANY = re.compile(
    rf"\b(many|these|those) (?=(?:{'|'.join(_NEVER_COUNTED)}|money|knowledge|progress)(?:[.,;!?]|$|"
    r" (?:about|on|in|from|to|for|that|which|at|with|of|by|is|was|every|each|today|yesterday|I|we"
    r"|you|they|he|she|it)\b))",
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
_CAPITALISED_WORDS = frozenset(_CAPITALISED)
_SMALL = re.compile(rf"(?<![\w'\u2019@#/._-])({'|'.join(_CAPITALISED)})(?![\w@/_-]|\.\w)")
# Behind a full stop only what begins a sentence: "example.org" and "setup.py" are names.
_NO_SPACE = re.compile(
    r"(?<![\w@#&/.'\u2019-])(?:"
    r"(?:[A-Za-z]+['\u2019][a-z]+|[A-Za-z]{2,})[,;]()(?=(?!DR\b)(?:[A-Za-z]{2,}|[Ia])(?![\w@/.]*[\w@/]))"
    r"|(?:[A-Za-z]+['\u2019][a-z]+|[a-z]{2,})[.!?]()"
    r"(?=(?!Com\b|Net\b|Org\b)(?:[A-Z][a-z]+|[IA])(?![\w@/.]*[\w@/])))"
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
    words = [_APOSTROPHE.split(token.text, 1)[0] for token in tokens_of(source)]
    lowered = [word.lower() for word in words]
    present = frozenset(lowered)
    if any(word == after for word, after in itertools.pairwise(lowered)):
        for match in _TWICE.finditer(source):
            yield _edit(match, 2, "", Category.GRAMMAR, "U:OTHER")
        for match in _THAT.finditer(source):
            yield _edit(match, 1, "", Category.GRAMMAR, "U:OTHER")
    if "of" in present:
        for match in _OF.finditer(source):
            yield _edit(match, 1, "have", Category.GRAMMAR, "R:VERB:FORM")
    if "no" in present:
        for match in _HAVE_NO.finditer(source):
            yield _edit(match, 1, "not", Category.GRAMMAR, "R:OTHER")
    if not present.isdisjoint(_SPLIT):
        for pattern in (_NOON, _SELF):
            for match in pattern.finditer(source):
                yield _edit(match, 1, match[1].replace(" ", ""), Category.SPELLING, "R:ORTH")
    if "more" in present or "most" in present:
        for pattern in (_MORE, _MOST):
            for match in pattern.finditer(source):
                yield _edit(match, 1, "", Category.GRAMMAR, "U:DET")
    if "am" in present:
        for match in _AM_AGREE.finditer(source):
            yield _edit(match, 1, "", Category.GRAMMAR, "U:VERB")
    if not present.isdisjoint(_UNCOUNTED_WORDS):
        for match in _UNCOUNTED.finditer(source):
            yield _edit(match, 1, match[1][:-1], Category.GRAMMAR, "R:NOUN:NUM")
    if not present.isdisjoint(_AS_UNCOUNTED):
        for match in _MANY.finditer(source):
            new = _AS_UNCOUNTED[match[1].lower()]
            new = new.capitalize() if match[1][0].isupper() else new
            yield _edit(match, 1, new, Category.GRAMMAR, "R:DET")
    if not _CAPITALISED_WORDS.isdisjoint(words):
        for match in _SMALL.finditer(source):
            yield _edit(match, 1, match[1].capitalize(), Category.SPELLING, "R:ORTH")


def _edit(
    match: re.Match[str], group: int, replacement: str, category: Category, kind: str
) -> Edit:
    return Edit(Span(*match.span(group)), match[group], replacement, _SURE, category, kind)
