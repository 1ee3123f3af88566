"""Count clean text into the word list: ``python -m training.spelling.word_list``.

Clean text has misspellings, too: forms that lists of real misspellings name
are left out where their correction is far more frequent.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.spelling.words import Article, Case, WordList
from training.corpora.clean import DEFAULT_SHARES
from training.corpora.compressed import CorpusError, find_text, iterate_lines
from training.corpora.parallel import iterate_pairs

SPELLING_LISTS = ("codespell", "typos-rs", "wikipedia-common")
"""Lists of forms that are no words; other lists hold slips like "rung" for "running", too."""
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
_AFTER_ARTICLE = re.compile(r"\b(an?) ([A-Za-z]+(?:'[A-Za-z]+)*)(?![\w&]|[.\-']\w)")
_FEWEST = 3  # a form seen less often may as well be a slip
_FEWEST_SHORT = 1000  # of one or two letters: initials and units are no words
_SURE = 128  # a form seen so often is a word, whatever a list says
_OUTNUMBERED = 100  # times that a correction must be more frequent than the misspelling
_FEWEST_ARTICLES = 5
_ALWAYS = 0.97  # share of one article that makes the other a mistake
_MOSTLY = 0.9  # share of one way of writing that makes it the way


@dataclass(frozen=True, slots=True)
class Counts:
    """What was seen of words."""

    written: Counter[str]
    """Occurrences by form as written."""
    after_a: Counter[str]
    """Occurrences after "a", by form in small letters."""
    after_an: Counter[str]


def count_words(lines: Iterable[str]) -> Counts:
    """Return how often each form occurs; first words of lines are left out.

    A line is a sentence, and its first word is capitalised whatever it is.
    """
    counts = Counts(Counter(), Counter(), Counter())
    for line in lines:
        plain = line.replace("\u2019", "'")
        counts.written.update(_WORD.findall(plain)[1:])
        for article, word in _AFTER_ARTICLE.findall(plain):
            (counts.after_an if article == "an" else counts.after_a)[word.lower()] += 1
    return counts


def articles_of(counts: Counts) -> dict[str, Article]:
    """Return the article of each word that was seen often enough after just one of them."""
    found: dict[str, Article] = {}
    for word in counts.after_a.keys() | counts.after_an.keys():
        a, an = counts.after_a[word], counts.after_an[word]
        if a + an >= _FEWEST_ARTICLES and max(a, an) >= _ALWAYS * (a + an):
            found[word] = Article.AN if an > a else Article.A
    return found


def make_word_list(counts: Counts, misspellings: Mapping[str, str]) -> WordList:
    """Return the words worth knowing.

    Args:
        counts: of clean text.
        misspellings: form in small letters → what it is listed as a misspelling of.
    """
    cases = _by_case(counts.written)
    totals = {form: sum(by_case) for form, by_case in cases.items()}
    entries = [
        (form, totals[form], _case_of(by_case))
        for form, by_case in cases.items()
        if totals[form] >= (_FEWEST if len(form) > 2 else _FEWEST_SHORT)
        and not _is_slip(form, totals, misspellings)
    ]
    return WordList.of(entries, articles_of(counts))


def _by_case(written: Mapping[str, int]) -> dict[str, list[int]]:
    cases: dict[str, list[int]] = {}
    for form, count in written.items():
        counts = cases.setdefault(form.lower(), [0, 0, 0])
        if form.islower():
            counts[Case.SMALL] += count
        elif form.isupper() and len(form) > 1:
            counts[Case.CAPITALS] += count
        else:
            counts[Case.CAPITALISED] += count
    return cases


def _case_of(counts: Sequence[int]) -> Case:
    if counts[Case.SMALL] > (1 - _MOSTLY) * sum(counts):
        return Case.SMALL
    if counts[Case.CAPITALS] > counts[Case.CAPITALISED]:
        return Case.CAPITALS
    return Case.CAPITALISED


def _is_slip(form: str, totals: Mapping[str, int], misspellings: Mapping[str, str]) -> bool:
    correction = misspellings.get(form)
    if correction is None or totals[form] >= _SURE:
        return False
    return all(totals.get(word, 0) >= _OUTNUMBERED * totals[form] for word in correction.split())


def read_misspellings(folder: Path) -> dict[str, str]:
    """Return misspelling → correction, in small letters, of all lists in a folder.

    Raises:
        CorpusError: if a list is missing or damaged.
    """
    found: dict[str, str] = {}
    for name in SPELLING_LISTS:
        for pair in iterate_pairs(find_text(folder, f"{name}.tsv")):
            correction = pair.target.split("|")[0].strip().lower()
            found.setdefault(pair.source.strip().lower(), correction)
    return found


def iterate_clean(folder: Path) -> Iterator[str]:
    """Yield all clean sentences.

    Raises:
        CorpusError: if a source is missing or damaged.
    """
    for name in DEFAULT_SHARES:
        yield from iterate_lines(find_text(folder, f"{name}.txt"))


def main(argv: Sequence[str] | None = None) -> int:
    """Count, choose, write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.spelling.word_list", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    options = parser.parse_args(argv)
    try:
        misspellings = read_misspellings(options.data / "spelling")
        words = make_word_list(count_words(iterate_clean(options.data / "clean")), misspellings)
    except CorpusError as error:
        print(f"word_list: {error}", file=sys.stderr)
        return 1
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(words.to_bytes())
    print(f"{len(words):,} words, {options.out.stat().st_size:,} bytes in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
