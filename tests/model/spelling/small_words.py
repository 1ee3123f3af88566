"""A word list of a few words, for tests."""

from model.spelling.words import Article, Case, WordList

FREQUENT = 2**14

_SMALL = """
    a at believe bought build can children dress friend friends go he her his hour i in is it lot
    met often receive received relieve she the them to university went we which with word world
"""


def small_word_list() -> WordList:
    """Return some everyday words, a name, an acronym and two contractions."""
    small = _SMALL.split()
    entries = [(word, FREQUENT, Case.SMALL) for word in small]
    entries += [("don't", 4000, Case.SMALL), ("wednesday", 2000, Case.CAPITALISED)]
    entries += [("nato", 900, Case.CAPITALS), ("rarely", 3, Case.SMALL)]
    articles = {"hour": Article.AN, "university": Article.A, "world": Article.A}
    return WordList.of(entries, articles)
