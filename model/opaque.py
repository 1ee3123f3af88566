"""Text that the model cannot read: addresses, code, markup, emoji, other scripts.

The model knows some two thousand pieces of English. An address or an emoji
falls apart into dozens of pieces or bytes, copied badly and slowly, and spoils
the rest of its sentence. So it is shown a stand-in, or nothing (decision
0031). Knows patterns of text only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.edits import Span

STAND_IN = "London"
"""A frequent name that is one piece and fits wherever a name or a thing is meant."""

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
  | \$(?![\s\d])[^$\n]{1,200}(?<!\s)\$(?!\d)                  # TeX formula
  | \\[A-Za-z]{1,30}(?:\{[^}]{0,200}\})?                      # TeX command
  | \{\{[^{}]{1,200}\}\} | \$?\{[\w.]{1,100}\}                # placeholders
  | (?P<markup>
      (?<=\])\([^)\s]{0,500}\) | \[\^[^\]]{1,100}\]           # Markdown link target, footnote
    | </?[A-Za-z][^<>]{0,300}>                                # tag
    )
    """,
    re.VERBOSE,
)
# Within one run of characters without spaces.
_UNSPACED = re.compile(
    rf"""
    (?:[a-z][a-z0-9+.\-]{{1,15}}://|www\.)[^\s<>"']+(?<![.,;:!?)\]])        # URL
  | [\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+                                         # e-mail address
  | \b[\w\-]+(?:\.[\w\-]+)*\.(?:{_DOMAINS})\b(?:/[^\s<>"']*(?<![.,;:!?)\]]))?  # bare domain
  | %\(?\w*\)?[sdif]\b                                                      # placeholder
  | (?<!\w)(?:~|\.{{1,2}}|[A-Za-z]:)?[\\/](?:[\w.+\-]+[\\/])*[\w.+\-]+(?<![.,])  # file path
  | \b[\w.\-]+(?:[\\/][\w.\-]+){{2,}}(?<![.,])                              # relative path
  | \b[\w\-]+\.(?:{_FILE_TYPES})\b                                          # file name
  | \b\w+(?:\.\w+)*\(\w*\) | \b\w+(?:::\w+)+                                # call, C++ name
  | \b(?:\w+_\w*|_\w+) | (?<![\w\-])--?[a-z][\w\-]*                         # snake_case, --option
  | (?<!\w)[@\#][\w\-]+                                                     # mention, hashtag
  | (?P<markup>&\#?\w+;)                                                    # character reference
  | [^\s\x20-\x7e\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]+  # not Latin
    """,
    re.VERBOSE,
)
_RUN = re.compile(r"\S+")
# No word of prose is longer; what is so long is hidden as a whole.
_LONGEST_RUN = 200


@dataclass(frozen=True, slots=True)
class Opaque:
    """A part of a sentence that the model does not see."""

    span: Span
    stand_in: str
    """What it sees instead; may be empty."""


def opaque_parts(text: str) -> list[Opaque]:
    """Return the parts of ``text`` that the model cannot read, in order, not overlapping."""
    found = [
        Opaque(Span(*match.span()), "" if match["markup"] else STAND_IN)
        for match in _ENCLOSED.finditer(text)
    ]
    for run in _RUN.finditer(text):
        if len(run[0]) > _LONGEST_RUN:
            found.append(Opaque(Span(*run.span()), STAND_IN))
        elif not _is_plain(run[0]):
            found += _within(text, run)
    parts: list[Opaque] = []
    for part in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        last = parts[-1] if parts else None
        if last is None or not _belong_together(text, last, part):
            parts.append(part)
        elif part.span.end > last.span.end:
            stand_in = last.stand_in or part.stand_in
            parts[-1] = Opaque(Span(last.span.start, part.span.end), stand_in)
    return parts


def _belong_together(text: str, last: Opaque, part: Opaque) -> bool:
    """Return True if two parts overlap, or are names with only a space between them."""
    if part.span.start < last.span.end:
        return True
    between = text[last.span.end : part.span.start]
    return bool(last.stand_in and part.stand_in) and not between.strip(" ")


def _is_plain(run: str) -> bool:
    """Return True for an ordinary word, the usual case, without trying every pattern."""
    return run.isascii() and run.rstrip(".,;:!?").isalpha()


def _within(text: str, run: re.Match[str]) -> list[Opaque]:
    parts: list[Opaque] = []
    for match in _UNSPACED.finditer(run[0]):
        span = Span(*match.span()).shifted(run.start())
        beside = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        # Emoji and marks say nothing to a grammar; nor does an accent of its own.
        silent = not any(map(str.isalnum, match[0])) or (
            not match[0][0].isascii() and any(map(str.isalnum, beside))
        )
        parts.append(Opaque(span, "" if match["markup"] or silent else STAND_IN))
    return parts
