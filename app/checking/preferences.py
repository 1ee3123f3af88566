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
POSSESSIVE = re.compile("['\u2019]s$")
ALL_CATEGORIES = frozenset(Category)


def replacement_key(edit: Edit) -> str:
    """Return how an ignored replacement is stored: both sides with an arrow between."""
    return f"{edit.original.strip()} → {edit.replacement.strip()}"


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, without regard to case; a possessive counts as its word."""
    return frozenset(POSSESSIVE.sub("", word.casefold()) for word in WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Preferences:
    """The writer's choices; compare with ``==`` to see whether anything changed."""

    categories: frozenset[Category] = ALL_CATEGORIES
    ignored_rules: frozenset[str] = frozenset()
    """Error types, such as ``R:PREP``."""
    ignored_replacements: frozenset[str] = frozenset()
    """As :func:`replacement_key` writes them."""
    dictionary: frozenset[str] = frozenset()
    """Words that are right, casefolded."""
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
        return not changed.isdisjoint(self.dictionary)
