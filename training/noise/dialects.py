"""British and American spellings of one word, which are never errors.

Both are correct and the writer chooses. The rule here errs on the side of
calling two spellings the same word: a lost misspelling costs nothing.
"""

from __future__ import annotations

import re

_PAIRS = """
grey gray|tyre tire|tyres tires|programme program|programmes programs|cheque check|cheques checks
kerb curb|mum mom|mummy mommy|whilst while|amongst among|maths math|towards toward
afterwards afterward|backwards backward|forwards forward|upwards upward|learnt learned
burnt burned|dreamt dreamed|spelt spelled|spoilt spoiled|leapt leaped|leant leaned|smelt smelled
ageing aging|judgement judgment|acknowledgement acknowledgment|pyjamas pajamas|plough plow
draught draft|sceptical skeptical|sceptic skeptic|aluminium aluminum|moustache mustache
licence license|practise practice|practised practiced|practising practicing|storey story
enquiry inquiry|enquiries inquiries|enquire inquire|mould mold|smoulder smolder|cosy cozy
doughnut donut|gaol jail|omelette omelet|yoghurt yogurt|skilful skillful|fulfil fulfill
enrol enroll|instalment installment|wilful willful|jewellery jewelry|woollen woolen
ok okay|alright all-right|e-mail email|per-cent percent|artefact artifact|axe ax|got gotten
cancelled canceled|travelled traveled|likeable likable|sizeable sizable|hiccough hiccup
"""
_ENDINGS = (
    (
        re.compile(r"(?<=\w\w)our(?=$|s$|ed$|ing$|er$|ers$|able$|ite$|ites$|ful$|less$|al$|ly$|i)"),
        "or",
    ),
    (re.compile(r"is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$|able$)"), "iz"),
    (re.compile(r"ys(?=e$|es$|ed$|er$|ers$|ing$)"), "yz"),
    (re.compile(r"(?<=[bcdghtv])re(?=$|s$|d$)"), "er"),
    (re.compile(r"ogue(?=$|s$|d$)"), "og"),
    (re.compile(r"(?<=def|off|lic)ence(?=$|s$|d$|less$)"), "ense"),
    (re.compile(r"^pretence(?=$|s$)"), "pretense"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|or$|ors$|ment$|ous$)"), "l"),
    (re.compile(r"(?<=hi|na)pp(?=ed$|ing$|er$|ers$)"), "p"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"amme(?=$|s$)"), "am"),
)


def _pairs() -> dict[str, str]:
    rows = (row.split() for line in _PAIRS.split("\n") for row in line.split("|") if row)
    return {british: american for british, american in rows}


_AMERICAN = _pairs()


def neutral(word: str) -> str:
    """Return one spelling for all spellings of a lower-case word."""
    word = _AMERICAN.get(word, word)
    for pattern, american in _ENDINGS:
        word = pattern.sub(american, word)
    return word


def is_variant(first: str, second: str) -> bool:
    """Return True if two words are (likely) one word in two dialects."""
    first, second = first.lower(), second.lower()
    return first.replace("-", "") == second.replace("-", "") or neutral(first) == neutral(second)
