"""Which of the engine's proposals a writer wants to see.

Pure values. The engine proposes, the writer's dictionary, ignored rules
and categories decide here what is shown; nothing is checked again
when they change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.checking.fingerprints import Remembered
from app.checking.messages import Issue, IssueKey
from model.edits import Category, Edit

WORD = re.compile(r"\w+(?:['\u2019\-]\w+)*")
POSSESSIVE = re.compile(r"['\u2019][sS]$")
ALL_CATEGORIES = frozenset(Category)
GRAMMAR_OF_KNOWN_WORDS = frozenset(
    {"CONJ", "CONTR", "DET", "PART", "PREP", "PRON", "PUNCT", "WO"}
    | {"VERB:FORM", "VERB:SVA", "VERB:TENSE"}
)
"""Kinds of error, without their operation, that say nothing of how a word is spelled."""


def replacement_key(edit: Edit) -> str:
    """Return how an ignored replacement is stored: both sides with an arrow between."""
    return f"{edit.original.strip()} → {edit.replacement.strip()}"


def folded(word: str) -> str:
    """Return a word as it is compared: without regard to case and to how an apostrophe looks."""
    return word.casefold().replace("\u2019", "'")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, folded; a possessive counts as its word."""
    return frozenset(POSSESSIVE.sub("", folded(word)) for word in WORD.findall(text))


def words_to_learn(edit: Edit) -> tuple[str, ...]:
    """Return the words that a writer could call right and so keep from such edits.

    None where it is not a matter of words: nobody wants to teach that "a" or "have" is right.
    """
    kind = edit.error_type.partition(":")[2]
    if kind in GRAMMAR_OF_KNOWN_WORDS:
        return ()
    kept = words_of(edit.replacement)
    found = dict.fromkeys(POSSESSIVE.sub("", word) for word in WORD.findall(edit.original))
    return tuple(word for word in found if folded(word) not in kept and any(map(str.isalpha, word)))


@dataclass(frozen=True, slots=True)
class Preferences:
    """The writer's choices; compare with ``==`` to see whether anything changed."""

    categories: frozenset[Category] = ALL_CATEGORIES
    ignored_rules: frozenset[str] = frozenset()
    """Error types, such as ``R:PREP``."""
    ignored_replacements: frozenset[str] = frozenset()
    """As :func:`replacement_key` writes them."""
    dictionary: frozenset[str] = frozenset()
    """Words that are right, folded."""
    dismissed: frozenset[IssueKey] = field(default=frozenset())
    """Single issues of this document that the writer does not want to see again."""
    remembered: Remembered = field(default=Remembered())
    """The same of earlier times that this document was open."""

    def shows(self, issue: Issue) -> bool:
        """Return True if the writer wants to see this issue."""
        edit = issue.edit
        return (
            edit.category in self.categories
            and edit.error_type not in self.ignored_rules
            and (not self.ignored_replacements or self._wants(edit))
            and (not self.dictionary or not self._knows(edit))
            and (not self.dismissed or issue.key not in self.dismissed)
            and (not self.remembered or issue.key not in self.remembered)
        )

    def _wants(self, edit: Edit) -> bool:
        return replacement_key(edit) not in self.ignored_replacements

    def _knows(self, edit: Edit) -> bool:
        """Return True if the edit would change a word that the writer calls right."""
        changed = words_of(edit.original) - words_of(edit.replacement)
        if not changed.isdisjoint(self.dictionary):
            return True
        # As it stands, too: "McDonald's" is a name, and no possessive of another one.
        kept = {folded(word) for word in WORD.findall(edit.replacement)}
        whole = {folded(word) for word in WORD.findall(edit.original)} - kept
        return not whole.isdisjoint(self.dictionary)
