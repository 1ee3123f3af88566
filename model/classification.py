"""Name the kind of mistake that a change mends, without a tagger.

Codes follow ERRANT (Bryant et al. 2017, table 2): an operation M (missing), U
(unnecessary) or R (replacement), then a type. ERRANT asks a tagger and a
dictionary; here closed word classes, endings and likeness decide, in the order
of certainty. Knows words and their neighbours; no model and no thresholds.
"""

from __future__ import annotations

from model.alignment import similarity
from model.edits import Category
from model.extraction import Change, split_words
from model.lexicon import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_known_form,
    is_verb,
    stem,
    word_class,
)

_PUNCTUATION_TYPES = ("PUNCT",)
_SPELLING_TYPES = ("SPELL", "ORTH", "CONTR")
_CONFUSED = (
    "there their they're",
    "to too two",
    "its it's",
    "your you're",
    "whose who's",
    "than then",
    "loose lose",
    "affect effect",
    "quiet quite",
    "were where we're",
    "of off",
    "here hear",
    "weather whether",
    "accept except",
    "advice advise",
    "passed past",
    "principal principle",
    "brake break",
    "piece peace",
    "buy by bye",
)
_CONFUSED_WITH = {word: frozenset(group.split()) for group in _CONFUSED for word in group.split()}
_DERIVING = (
    *("ation", "ition", "tion", "sion", "ment", "ness", "ence", "ance", "ity", "ship", "ful"),
    *("less", "ous", "ive", "able", "ible", "ical", "ic", "al", "ent", "ant", "ally", "ly"),
    *("ist", "er", "or", "y"),
)
_ABOUT_AGREEMENT = ({"is", "are", "am"}, {"was", "were"}, {"has", "have"}, {"do", "does"},
                    {"isn't", "aren't"}, {"wasn't", "weren't"}, {"hasn't", "haven't"},
                    {"don't", "doesn't"})  # fmt: skip
_BEFORE_NOUN = DETERMINERS | POSSESSIVES | PREPOSITIONS


def classify(change: Change, source: str) -> tuple[Category, str]:
    """Return the category and the error type of a change.

    Args:
        change: with spans in ``source``.
        source: the text around it.
    """
    old = [word.text for word in split_words(change.original)]
    new = [word.text for word in split_words(change.replacement)]
    if len(old) != len(new) and old and new and old[-1].lower() == new[-1].lower():
        old, new = old[:-1], new[:-1]  # "The life" -> "Life" deletes an article
    if not change.original.strip() and not change.replacement.strip():
        kind = "R:ORTH"
    elif not old:
        kind = f"M:{_lone_type(new)}"
    elif not new:
        kind = f"U:{_lone_type(old)}"
    else:
        before = split_words(source[max(0, change.span.start - 40) : change.span.start])
        kind = f"R:{_replaced_type(old, new, [word.text.lower() for word in before])}"
    return category_of(kind, change.original, change.replacement), kind


def category_of(error_type: str, original: str, replacement: str) -> Category:
    """Return the category that the writer sees for an error type."""
    name = error_type[2:]
    if name in _PUNCTUATION_TYPES:
        return Category.PUNCTUATION
    if name == "ORTH" and not any(letter.isalnum() for letter in original + replacement):
        return Category.PUNCTUATION  # a space before a comma
    if name in _SPELLING_TYPES:
        return Category.SPELLING
    if name == "OTHER" and error_type[0] == "R" and _is_rewording(original, replacement):
        return Category.STYLE
    return Category.GRAMMAR


def _is_rewording(original: str, replacement: str) -> bool:
    """Return True if content words were replaced by quite different ones."""
    if similarity(original, replacement) >= 0.5:
        return False
    return not any(word_class(word) for word in (*original.split(), *replacement.split()))


def are_confused(original: str, replacement: str) -> bool:
    """Return True for two words that writers often take for each other ("its", "it's")."""
    return _plain(original) in _CONFUSED_WITH.get(_plain(replacement), ())


def _lone_type(words: list[str]) -> str:
    """Return the type of words that are missing or unnecessary."""
    if not any(letter.isalnum() for word in words for letter in word):
        return "PUNCT"
    lowered = [word.lower() for word in words if word[0].isalnum()]
    if lowered == ["to"]:
        return "PREP"
    classes = {word_class(word) for word in lowered}
    if len(classes) != 1:
        return "OTHER"
    name = classes.pop()
    if name == "AUX":
        return "VERB:TENSE" if len(lowered) > 1 or lowered[0] not in BE else "VERB"
    return name or "OTHER"


def _replaced_type(old: list[str], new: list[str], before: list[str]) -> str:
    if not any(letter.isalnum() for word in (*old, *new) for letter in word):
        return "PUNCT"
    joined, new_joined = "".join(old).lower(), "".join(new).lower()
    if joined.replace("-", "") == new_joined.replace("-", ""):
        return "ORTH"  # case, spaces, hyphens
    letters = [[w.lower() for w in side if w[0].isalnum()] for side in (old, new)]
    if letters[0] == letters[1]:
        return "PUNCT"  # ". But" -> ", but"
    if len(old) == len(new) == 1:
        return _word_type(old[0], new[0], before)
    lowered, new_lowered = [word.lower() for word in old], [word.lower() for word in new]
    if sorted(lowered) == sorted(new_lowered):
        return "WO"
    if similarity(joined, new_joined) > 0.8 and abs(len(old) - len(new)) == 1:
        return "SPELL"  # "infornt" -> "in front"
    return _phrase_type(lowered, new_lowered)


def _phrase_type(old: list[str], new: list[str]) -> str:
    words = set(old) ^ set(new)
    if stem(old[-1]) == stem(new[-1]) and words & (AUXILIARIES | {"to"}):
        return "VERB:FORM" if words & {"to"} else "VERB:TENSE"
    if words & {"more", "most"}:
        return "ADJ:FORM"
    classes = {word_class(word) for word in (*old, *new)}
    if len(classes) == 1:
        name = classes.pop()
        return "VERB:TENSE" if name == "AUX" else name or "OTHER"
    return "OTHER"


def _word_type(original: str, replacement: str, before: list[str]) -> str:
    old, new = _plain(original), _plain(replacement)
    if are_confused(old, new):
        return "SPELL"
    if {old, new} & PRONOUNS and {old.removesuffix("'s"), new.removesuffix("'s")} <= PRONOUNS:
        return "VERB" if "'" in old + new else "PRON"
    if "'" in old + new and old.replace("'", "") == new.replace("'", ""):
        return "NOUN:POSS" if new.endswith(("'s", "s'")) and "'" not in old else "CONTR"
    if old.removesuffix("'s") == new.removesuffix("'s"):
        return "NOUN:POSS"
    old_class, new_class = word_class(old), word_class(new)
    if old_class == new_class == "AUX":
        return _auxiliary_type(old, new)
    if old_class and old_class == new_class:
        return old_class
    if stem(old) == stem(new) or _differ_by_s(old, new):
        return _inflection_type(old, new, before)
    if _is_derived(old, new):
        return "MORPH"
    if similarity(old, new) >= 0.5 and not old_class:
        return "SPELL"
    if {old_class, new_class} <= {"DET", "PRON"}:
        return new_class
    return "VERB" if is_verb(old) and is_verb(new) else "OTHER"


def _differ_by_s(old: str, new: str) -> bool:
    """Return True for "lives" and "live", of which the stem is that of "life"."""
    shorter, longer = sorted((old, new), key=len)
    return len(shorter) > 2 and longer in (f"{shorter}s", f"{shorter}es")


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def _auxiliary_type(old: str, new: str) -> str:
    if any(old in pair and new in pair for pair in _ABOUT_AGREEMENT):
        return "VERB:SVA"
    same_verb = any(old in forms and new in forms for forms in (BE, HAVE, DO))
    if same_verb and ({old, new} & {"be", "being", "been", "having", "doing", "done"}):
        return "VERB:FORM"
    return "VERB:TENSE" if same_verb or {old, new} & MODALS else "VERB"


def _inflection_type(old: str, new: str, before: list[str]) -> str:
    """Return what differs between two forms of one word."""
    if _is_doubling(old, new) or _is_doubling(new, old):
        return "SPELL"  # "controll"
    if not is_known_form(old) and not old.endswith(("ing", "s")) and is_verb(new):
        return "VERB:INFL"  # "buyed"
    if old.endswith(("er", "est")) or new.endswith(("er", "est")):
        return "ADJ:FORM"
    if old.endswith("ly") != new.endswith("ly"):
        return "MORPH"
    previous = before[-1] if before else ""
    if old.endswith("ing") != new.endswith("ing"):
        return "VERB:FORM"
    if old.endswith("s") == new.endswith("s") or {old, new} & {"went", "came", "was"}:
        if previous in HAVE | BE | MODALS | DO | {"to"}:
            return "VERB:FORM"
        return "VERB:TENSE" if is_verb(old) or new.endswith("ed") else "NOUN:NUM"
    if previous in _BEFORE_NOUN or previous.isdigit():
        return "NOUN:NUM"
    if previous in PRONOUNS or is_verb(old):
        return "VERB:SVA" if not previous or previous not in MODALS | DO | {"to"} else "VERB:FORM"
    return "NOUN:NUM"


def _is_doubling(longer: str, shorter: str) -> bool:
    """Return True if only one letter is written twice: "controll", "developped"."""
    if len(longer) != len(shorter) + 1:
        return False
    place = next((i for i, letter in enumerate(shorter) if longer[i] != letter), len(shorter))
    return longer[place] == longer[place - 1] and longer[place + 1 :] == shorter[place:]


def _is_derived(old: str, new: str) -> bool:
    """Return True for words of one family: "difference", "different"."""
    shared = 0
    while shared < min(len(old), len(new)) and old[shared] == new[shared]:
        shared += 1
    if shared < 4 or old[-4:] == new[-4:]:
        return False  # a slip inside the word, as in "distration"
    if len(old) == len(new) and sum(a != b for a, b in zip(old, new, strict=True)) == 1:
        return False  # "irreversable"
    rests = old[shared:], new[shared:]
    endings = [next((end for end in _DERIVING if word.endswith(end)), "") for word in (old, new)]
    return (
        endings[0] != endings[1]
        and any(endings)
        and all(len(rest) <= 5 for rest in rests)
        and all(
            not end or len(word) - shared <= len(end) + 1
            for word, end in zip((old, new), endings, strict=True)
        )
        and max(len(rest) for rest in rests) >= 2
    )
