"""Mend "a" before a vowel's sound and "an" before a consonant's.

Which of them a word takes was counted in clean text ("an hour", "a European");
only for words unknown there do letters decide, where they leave no doubt.
Knows pairs of words; asks no model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.edits import Category, Edit, Span
from model.spelling.words import Article, WordList

ERROR_TYPE = "R:DET"
_ARTICLE = re.compile(r"\b([Aa]n?) ([A-Za-z]+(?:'[A-Za-z]+)*)(?![\w&@/]|[.\-']\w)")
# "A" as a letter, a grade, a name or half of an abbreviation is no article.
_NOT_BEFORE = re.compile(
    r"(?:[\w&'\-]|\b(?:vitamin|hepatitis|plan|type|group|class|grade|section) )$", re.I
)
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwz")  # "h" may be silent, "x" and "y" stand for vowels
_VOWELS = frozenset("aei")  # "o" may be "one", "u" may be "union"
# Seen counts leave hardly a doubt; letters leave a little more.
_COUNTED = 0.95
_BY_LETTER = 0.85


def article_edits(source: str, words: WordList) -> Iterator[Edit]:
    """Yield an edit for each indefinite article that does not go with the next word.

    Args:
        source: a sentence.
        words: knows the articles of words.
    """
    for match in _ARTICLE.finditer(source):
        written, word = match.groups()
        if (written == "A" and match.start() > 0 and source[match.start() - 1] != " ") or (
            _NOT_BEFORE.search(source[: match.start()])
        ):
            continue
        if word[:2].isupper():
            continue  # letters are spelt out: "an MP", "a UN resolution", "an MLOps team"
        wanted, confidence = wanted_article(word, words)
        if wanted is Article.UNKNOWN or (wanted is Article.AN) == (len(written) == 2):
            continue
        replacement = written[0] + ("n" if wanted is Article.AN else "")
        span = Span(*match.span(1))
        yield Edit(span, written, replacement, confidence, Category.GRAMMAR, ERROR_TYPE)


def wanted_article(word: str, words: WordList) -> tuple[Article, float]:
    """Return the article that a word takes, and how sure that is."""
    counted = words.article(word)
    if counted is not Article.UNKNOWN:
        return counted, _COUNTED
    letter = word[0].lower()
    if letter in _CONSONANTS:
        return Article.A, _BY_LETTER
    if letter in _VOWELS and not word.lower().startswith(("eu", "ew")):
        return Article.AN, _BY_LETTER
    return Article.UNKNOWN, 0.0
