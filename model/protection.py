"""Text that corrections must leave alone.

Two questions are answered: is this sentence worth showing to the model at
all, and which parts of it must stay as they are. Knows patterns of text and
the writer's own words; knows no model and no thresholds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from model.edits import Edit, Span

_FILE_TYPES = (
    "py|pyi|ipynb|js|ts|tsx|jsx|json|toml|yaml|yml|ini|cfg|conf|txt|md|rst|tex|bib|html|htm|css|xml"
    "|svg|csv|tsv|doc|docx|odt|ods|xls|xlsx|ppt|pptx|pdf|epub|png|jpg|jpeg|gif|bmp|webp|mp3|mp4|wav"
    "|mov|avi|zip|tar|gz|xz|zst|7z|exe|msi|dll|so|dmg|deb|rpm|iso|sh|bat|ps1|c|h|cpp|hpp|cs|java|kt"
    "|rs|go|rb|php|swift|sql|log|bak|tmp|lock|onnx"
)
_DOMAINS = "com|org|net|edu|gov|io|dev|app|co|uk|de|fr|eu|us|ca|au|in|info|ai|me"

# Text in brackets or between marks, which may hold spaces. All lengths are
# bounded, so that no text takes more than time in proportion to its length.
_ENCLOSED = re.compile(
    r"""
    (?P<ticks>`{1,3})[^`]{1,500}(?P=ticks)                    # code in backticks
  | \]\([^)\s]{0,500}\) | \[\^[^\]]{1,100}\]                  # Markdown link target
  | </?[A-Za-z][^<>]{0,300}>                                  # markup
  | \$(?![\s\d])[^$\n]{1,200}(?<!\s)\$(?!\d)                  # TeX formula
  | \\[A-Za-z]{1,30}(?:\{[^}]{0,200}\})?                      # TeX command
  | \{\{[^{}]{1,200}\}\} | \$?\{[\w.]{1,100}\}                # placeholders
    """,
    re.VERBOSE,
)
# Within one run of characters without spaces.
_UNSPACED = re.compile(
    rf"""
    (?:[a-z][a-z0-9+.\-]{{1,15}}://|www\.)[^\s<>"']+(?<![.,;:!?)\]])        # URL
  | [\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+                                         # e-mail address
  | \b[\w\-]+(?:\.[\w\-]+)*\.(?:{_DOMAINS})\b(?:/[^\s<>"']*(?<![.,;:!?)\]]))?  # bare domain
  | &\#?\w+; | %\(?\w*\)?[sdif]\b                                           # entity, placeholder
  | (?<!\w)(?:~|\.{{1,2}}|[A-Za-z]:)?[\\/](?:[\w.+\-]+[\\/])*[\w.+\-]+(?<![.,])  # file path
  | \b[\w.\-]+(?:[\\/][\w.\-]+){{2,}}(?<![.,])                              # relative path
  | \b[\w\-]+\.(?:{_FILE_TYPES})\b                                          # file name
  | \b\w+(?:\.\w+)*\(\w*\) | \b\w+(?:::\w+)+                                # call, C++ name
  | \b(?:\w+_\w*|_\w+) | (?<![\w\-])--?[a-z][\w\-]*                         # snake_case, --option
  | \b(?:[a-z]+|[A-Z][a-z]+)(?:[A-Z]+[a-z0-9]*)+\b                          # camelCase, iPhone
  | (?<!\w)[@\#][\w\-]+                                                     # mention, hashtag
  | \b[vV]?\d+(?:\.\d+){{2,}}[\w.\-]*(?<![.\-]) | \bv\d+(?:\.\d+)*\b        # version
  | [$\u00a3\u20ac]?\d+(?:[.,:/\-\u2013]\d+)*(?:%|\b)                       # number, date, time
  | \b\w*\d\w*\b                                                            # code with digits
  | \b[A-Z]{{2,}}s?\b                                                       # acronym
  | [^\s\x20-\x7e\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]+  # not Latin
    """,
    re.VERBOSE,
)
_RUN = re.compile(r"\S+")
# No word of prose is longer; what is so long is left alone as a whole.
_LONGEST_RUN = 200
_WORD = re.compile(r"\w+(?:['\u2019\-]\w+)*")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH_LETTER = re.compile(r"[A-Za-z]")
_CODE_MARK = re.compile(r"[{}\[\]<>=;|\\^~]|\(\)|//|::|->")
# Below this share of English letters the model sees mostly byte pieces and guesses.
_LEAST_ENGLISH = 0.6
# Prose has one such mark in fifty characters at most.
_MOST_CODE = 0.08


@dataclass(frozen=True, slots=True)
class PersonalDictionary:
    """Words that the writer wants left alone.

    A word written in small letters is known in every case ("foo", "Foo",
    "FOO"); one with capitals ("iPhone", "McCoy") as written, and all in
    capitals. A possessive "'s" may follow either.
    """

    words: frozenset[str] = frozenset()
    _phrases: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        phrases = sorted(word for word in self.words if word and not _WORD.fullmatch(word))
        pattern = "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases)
        object.__setattr__(self, "_phrases", re.compile(pattern) if phrases else None)

    def __contains__(self, word: str) -> bool:
        """Return True if the word, as written, is one of the writer's."""
        if not self.words:
            return False
        word = word.removesuffix("'s").removesuffix("\u2019s")
        if word in self.words or word.lower() in self.words:
            return True
        return word.isupper() and any(word == known.upper() for known in self.words)

    def spans(self, text: str) -> list[Span]:
        """Return where the writer's words stand in ``text``."""
        if not self.words:
            return []
        found = [Span(*match.span()) for match in _WORD.finditer(text) if match[0] in self]
        if self._phrases is not None:
            found += (Span(*match.span()) for match in self._phrases.finditer(text))
        return found


def protected_spans(text: str, dictionary: PersonalDictionary) -> list[Span]:
    """Return the parts of ``text`` that must stay as they are, in order, perhaps overlapping."""
    spans = [Span(*match.span()) for match in _ENCLOSED.finditer(text)]
    spans += dictionary.spans(text)
    for run in _RUN.finditer(text):
        if len(run[0]) > _LONGEST_RUN:
            spans.append(Span(*run.span()))
        elif not _is_plain(run[0]):
            spans += (
                Span(*match.span()).shifted(run.start()) for match in _UNSPACED.finditer(run[0])
            )
    return sorted(spans)


def _is_plain(run: str) -> bool:
    """Return True for an ordinary word, the usual case, without trying every pattern."""
    return run.isascii() and run.isalpha() and (run.islower() or run.istitle())


def touches(edit: Edit, protected: Iterable[Span], text: str) -> bool:
    """Return True if an edit would alter protected parts of ``text``.

    A word or mark may be put right before or after such a part, as long as it
    does not grow together with it, and an edit may reach over it if the
    replacement holds it unchanged ("10 year old" to "10-year-old").
    """
    return any(_alters(edit, part, text[part.start : part.end]) for part in protected)


def _alters(edit: Edit, part: Span, protected: str) -> bool:
    span, replacement = edit.span, edit.replacement
    if span.start <= part.start and part.end <= span.end and len(span) > 0:
        return not re.search(rf"(?<!\w){re.escape(protected)}(?!\w)", replacement)
    if span.start < part.end and part.start < span.end:
        return True
    if len(span) > 0:
        return False
    if span.start == part.start:
        return replacement[-1:].isalnum()
    return span.start == part.end and replacement[:1].isalnum()


def is_correctable(text: str) -> bool:
    """Return True if ``text`` looks like an English sentence rather than code or another script."""
    english = len(_ENGLISH_LETTER.findall(text))
    if english < 2:
        return False
    if english < _LEAST_ENGLISH * len(_LETTER.findall(text)):
        return False
    return len(_CODE_MARK.findall(text)) <= max(2, _MOST_CODE * len(text))
