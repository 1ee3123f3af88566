"""Changes that are wrong however sure the model is of them, told by the words beside.

"On July 12" does not become "in", nor "insisted that he pay" "pays", nor "will it affect"
"affects".
Knows edits and the sentence; no confidence, no model.
"""

from __future__ import annotations

import re

from model.dialects import counts_a_group
from model.edits import Edit
from model.lexicon import AUXILIARIES, stem

_DEMANDED = re.compile(
    r"\b(?:insist|suggest|demand|recommend|propose|request|require)(?:e?s|e?d|ed)?(?: that)?"
    r" (?:he|she|it|(?:the|a|an|my|your|his|her|our|their|every|each) (?:\w+ )?\w+) $",
    re.I,
)
_DAY_OF_MONTH = re.compile(
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}(?!\d)| \d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z]"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Ltd|Inc|Corp|Co|No|vs|etc|cf|e\.g|i\.e|[ap]\.m)\.\s*$"
)
# "Will it ...", "does a person from a town ...": the verb that follows is bare.
_ASKED = re.compile(
    r"(?:^|[,\"\u201c] |\b(?:what|where|when|why|how|who|which) )"
    r"(?:will|would|can|could|shall|should|may|might|must|do|does|did)(?:n['\u2019]t)?"
    r" (?:i|you|he|she|it|we|they|this|that|these|those|the|an?|my|your|his|her|its|our|their"
    r"|everyone|anyone|people)"
    r"(?: (?!what|who|which|that|if|whether|when|because|and|but|how|why)[\w'\u2019-]+){0,4} $",
    re.I,
)
_GOING_TO = re.compile(r"\b(?:gonna|wanna|gotta) $", re.I)
# "However developed our society is": no comma.
_HOWEVER = re.compile(
    r" (?!(?:in|on|at|by|for|from|with|as|if|when|while|after|before|since|to|of|all|both|once"
    r"|because|although|though|according|during|given|despite|nor|even|that|is|was)\b)[a-z]+"
    r" (?:the|a|an|my|your|his|her|its|our|their|i|you|he|she|it|we|they|this|that)\b"
)
# "The use of telephones" is one thing.
_APART = re.compile(
    r"(?:^|[.,;] |\b(?:that|and|but|because|as) )the (?:use|using|price|cost|result|quality|level"
    r"|size|age|purpose|aim|role|end|temperature|problem|importance|development|history|meaning|list"
    r"|situation|rise|growth|lack|loss|idea|amount) of (?:(?:the|these|those|our|their|my) )?"
    r"\w+s $",
    re.I,
)
_PLURALISED = frozenset({("is", "are"), ("was", "were"), ("has", "have"), ("does", "do")})
# "The data is" and "the data are" are both written.
_EITHER_NUMBER = re.compile(r"\b(?:data|media|none of (?:us|you|them|these|those)) $", re.I)
# "The poor get poorer", "the Dutch are".
_PEOPLE = re.compile(
    r"\bthe (?:poor|rich|young|old|elderly|unemployed|homeless|sick|blind|deaf|disabled|wealthy"
    r"|dutch|french|english|british|irish|welsh|spanish|chinese|japanese|portuguese|swiss) $",
    re.I,
)
# "If I see her, I will tell her": what is before the comma is no sentence.
_SUBORDINATE = re.compile(
    r"(?:^|[.!?] )(?:if|when|whenever|because|although|though|while|after|before|since|unless|until"
    r"|once|as soon as|even if|even though) [^.!?,;:]+$",
    re.I,
)
_SOLID = re.compile(
    r"\s*(?:(?!of\b)[\w'\u2019-]+ ){0,2}(?:information|advice|furniture|homework|equipment|luggage"
    r"|traffic|progress|knowledge|evidence|feedback|weather|software|research)"
    r"(?=[.,;!?]|$| (?:and|for|in|on|to|that|about|is|was|from|with|at|of|because)\b)",
    re.I,
)
# What follows "every day" as a time: "every day we meet", never "every day crimes".
_AFTER_TIME = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:i|you|he|she|it|we|they|the|an?|my|your|his|her|its|our|their|this|that"
    r"|there|in|at|on|from|to|for|with|after|before|when|and|but|or|because|so|by|as|of|is|was)\b)",
    re.I,
)
# "I was at her birthday party", "I will spend there two weeks".
_EVENT = re.compile(
    r" (?:the|a|an|my|your|his|her|our|their|this) (?:\w+ ){0,2}?(?:party|wedding|concert"
    r"|conference|meeting|airport|station|bus stop|end|beginning|moment|age|university)\b"
)
_LASTING = re.compile(
    r" (?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some)"
    r" (?:minutes?|hours?|days?|nights?|weeks?|months?|years?)\b"
)
# One can practise a sport, a language or a skill: what learners' teachers prefer is no correction.
_PRACTISE = re.compile(r"practi[sc](?:e|es|ed|ing)\b", re.I)
_TWO_WAYS = frozenset({"internet", "web", "net", "earth"})


def is_vetoed(edit: Edit, sentence: str) -> bool:
    """Return True if the words beside an edit tell that it is none.

    Args:
        edit: of the sentence.
        sentence: as it was written.
    """
    before, after = sentence[: edit.span.start], sentence[edit.span.end :]
    return (
        counts_a_group(edit.original, edit.replacement, before)
        or _begins_after_abbreviation(edit, before)
        or _is_subjunctive(edit, before)
        or _inflects_what_is_bare(edit, before)
        or _takes_the_wrong_subject(edit, before)
        or _dates(edit, after)
        or _counts_what_is_not_counted(edit, after)
        or _is_no_addition(edit, before, after)
        or _is_written_both_ways(edit, after)
        or _is_a_place(edit, after)
        or _is_another_word(edit, after)
        or _ends_what_is_no_sentence(edit, before)
    )


def _begins_after_abbreviation(edit: Edit, before: str) -> bool:
    """Return True if an edit takes the full stop of "Ltd." for the end of a sentence."""
    return (
        edit.original[:1].islower()
        and edit.replacement == edit.original[:1].upper() + edit.original[1:]
        and _ABBREVIATION.search(before) is not None
    )


def _is_subjunctive(edit: Edit, before: str) -> bool:
    """Return True if an edit inflects the "pay" of "insisted that he pay"."""
    old, new = edit.original.lower(), edit.replacement.lower()
    is_bare = not old.endswith(("s", "ed", "ing")) and old not in AUXILIARIES - {"be", "have", "do"}
    return is_bare and stem(old) == stem(new) and _DEMANDED.search(before) is not None


def _inflects_what_is_bare(edit: Edit, before: str) -> bool:
    """Return True if an edit makes "affects" of "will it affect", "going" of "gonna go"."""
    old, new = edit.original.lower(), edit.replacement.lower()
    if not old.isalpha() or not new.isalpha():
        return False
    is_third = new.endswith("s") and not old.endswith("s") and stem(old) == stem(new)
    if is_third and edit.error_type.startswith("R:VERB"):
        return _ASKED.search(before) is not None
    return new.endswith("ing") and _GOING_TO.search(before) is not None


def _takes_the_wrong_subject(edit: Edit, before: str) -> bool:
    """Return True if an edit makes "have" of the "has" of "the use of telephones has".

    Or a plural of "the data is", a singular of "the data are" or of "the poor get".
    """
    old, new = edit.original.lower(), edit.replacement.lower()
    if (old, new) in _PLURALISED and _APART.search(before):
        return True
    is_made_singular = new == f"{old}s" or (new, old) in _PLURALISED
    if is_made_singular and edit.error_type == "R:VERB:SVA" and _PEOPLE.search(before):
        return True
    is_number = (old, new) in _PLURALISED or (new, old) in _PLURALISED
    return is_number and _EITHER_NUMBER.search(before) is not None


def _dates(edit: Edit, after: str) -> bool:
    """Return True if an edit makes "in" of the "on" before a day: "on July 12, 1891"."""
    return (
        edit.original.lower() == "on"
        and edit.replacement.lower() in ("in", "at")
        and _DAY_OF_MONTH.match(after) is not None
    )


def _counts_what_is_not_counted(edit: Edit, after: str) -> bool:
    """Return True if an edit puts "a" before "new equipment"."""
    is_article = edit.replacement.strip().lower() in ("a", "an") and not edit.original.strip()
    return is_article and _SOLID.match(after) is not None


def _is_no_addition(edit: Edit, before: str, after: str) -> bool:
    """Return True if an edit puts a comma behind the "however" of "however hard he tries"."""
    is_comma = edit.replacement.strip() == "," and not edit.original.strip()
    if not is_comma:
        return False
    said = before.lower()
    is_degree = said.endswith("however") and _HOWEVER.match(after) is not None
    return is_degree or said.endswith("only in this way")


def _is_a_place(edit: Edit, after: str) -> bool:
    """Return True if an edit takes "at her party" or the "there" of a stay for a mistake."""
    old, new = edit.original.lower(), edit.replacement.lower()
    if old == "at" and new in ("in", "on"):
        return _EVENT.match(after) is not None
    return old == "there" and new == "their" and _LASTING.match(after) is not None


def _ends_what_is_no_sentence(edit: Edit, before: str) -> bool:
    """Return True if an edit makes a full stop of the comma behind "if I see her"."""
    ends = edit.original.startswith(",") and edit.replacement.startswith(".")
    return ends and _SUBORDINATE.search(before) is not None


def _is_another_word(edit: Edit, after: str) -> bool:
    """Return True if an edit makes "play" of "practise", or "opinion of view"."""
    old, new = edit.original.lower(), edit.replacement.lower()
    if _PRACTISE.fullmatch(old):
        return bool(new) and not new.startswith("pract")
    return old == "point" and new == "opinion" and after.startswith(" of view")


def _is_written_both_ways(edit: Edit, after: str) -> bool:
    """Return True for "internet" and "Internet", and for what is one word only elsewhere.

    "Everyday crimes", "to make up for it", "every one of them".
    """
    old, new = edit.original.lower(), edit.replacement.lower()
    if old == new:
        return old in _TWO_WAYS
    if old == "everyday" and new == "every day":
        return _AFTER_TIME.match(after) is None
    if old == "make up" and new == "make-up":
        return after.startswith(" for")
    return old == "every one" and after.startswith(" of ")
