r"""Find the prose in a LaTeX document: no commands, no maths, no preamble.

A scanner from left to right that takes time in proportion to the text and is
content with half-written documents. It knows the commands whose arguments are
prose; arguments of all others are left alone, so that a mistake there is missed
rather than a label broken. It does not follow \input, and knows no macros that
the document defines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.serving.lsp.parts import Part, PartKind

# The engine takes a formula for a name, wherever one may stand in a sentence.
FORMULA = "$x$"

_INLINE = """
emph textbf textit texttt textsc textsl textsf textrm textup textmd textnormal underline uline text
mbox enquote uppercase lowercase MakeUppercase MakeLowercase so hl textcolor foreignlanguage href
"""
PROSE_ARGUMENTS = frozenset(_INLINE.split())
"""Commands whose last argument belongs to the sentence around."""
_BLOCKS = """
part chapter section subsection subsubsection paragraph subparagraph title subtitle caption
captionof footnote footnotetext marginpar thanks abstract frametitle framesubtitle note todo
"""
PROSE_BLOCKS = frozenset(_BLOCKS.split())
"""Commands whose last argument is text of its own."""
_ASIDES = frozenset(("footnote", "footnotetext", "marginpar", "thanks", "note", "todo"))
"""Those of them that stand inside a sentence, which goes on behind them."""
_CITATIONS = frozenset(("cite", "citep", "parencite", "autocite", "footcite", "nocite"))
_IN_BRACKETS = f"({FORMULA})"  # right wherever a citation may stand: "shown ($x$).", "in ($x$)"
_FIRST_IS_CODE = frozenset(("textcolor", "foreignlanguage", "href", "captionof"))
_NAMES = """
ref eqref pageref autoref cref Cref nameref vref citet citeauthor Citet textcite gls Gls acs ac acl
SI si qty num unit url path lstinline mintinline verb LaTeX TeX BibTeX
"""
NAMES = frozenset(_NAMES.split())
"""Commands that stand for a word of the sentence."""
_WORDS = {"ldots": "...", "dots": "...", "textellipsis": "...", "ss": "ss", "ae": "ae", "oe": "oe",
          "o": "o", "aa": "aa", "l": "l", "i": "i", "quad": " ", "qquad": " ", "newline": " ",
          "textendash": "-", "textemdash": "-", "textquotesingle": "'", "par": ""}  # fmt: skip
_MATH_ENVIRONMENTS = """
equation align gather multline displaymath math eqnarray flalign alignat split array subequations
dmath
"""
_MATHS = frozenset(_MATH_ENVIRONMENTS.split())
_OPAQUE_ENVIRONMENTS = """
verbatim Verbatim lstlisting minted tikzpicture pgfpicture filecontents comment tabular tabularx
longtable tabbing thebibliography algorithm algorithmic picture forest circuitikz
"""
_OPAQUE = frozenset(_OPAQUE_ENVIRONMENTS.split())

_TOKEN = re.compile(
    r"""
    (?P<comment>(?:(?<=\n)|\A)[^\S\n]*%[^\n]*(?:\n|\Z) | %[^\n]*)
  | \\(?P<edge>begin|end)[^\S\n]*\{(?P<environment>[^{}\n]{1,60})\}
  | \\verb\*?(?P<delimiter>[^\w\s*])[^\n]*?(?P=delimiter)
  | (?P<maths>\$\$ | \\\[ | \\\( | \$)
  | \\(?P<accent>['"`^~=.])[^\S\n]*(?:\{(?P<braced>\\?[A-Za-z])\}|(?P<bare>[A-Za-z]))
  | \\(?P<name>[A-Za-z@]+)\*?
  | \\(?P<symbol>.|\n)
  | (?P<quote>``|''|"`|"')
  | (?P<tie>~)
  | (?P<cell>&)
  | (?P<brace>[{}])
    """,
    re.VERBOSE,
)
_MATHS_ENDS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)", "$": "$"}
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\Z")
_ESCAPED_OR = {
    end: re.compile(rf"(?:\\.|(?!{re.escape(end)}).)*?{re.escape(end)}", re.DOTALL)
    for end in ("$$", "$")
}
_OPTION = re.compile(r"[^\S\n]*\[[^\[\]]{0,2000}\]")
_BRACES = re.compile(r"\\.|(?<!\S)%[^\n]*|(?P<open>\{)|(?P<close>\})|(?P<blank>\n[^\S\n]*\n)")


def latex_parts(text: str) -> Iterator[Part]:
    """Yield the parts of a LaTeX document.

    Args:
        text: with any line ends.
    """
    # The scanner knows line feeds; a blank for each carriage return keeps all positions.
    return _Scanner(text.replace("\r\n", " \n").replace("\r", "\n")).parts()


class _Scanner:
    def __init__(self, text: str) -> None:
        begin, end = text.find("\\begin{document}"), text.rfind("\\end{document}")
        self._text = text
        self._position = begin if begin >= 0 else 0
        self._end = end if end > self._position else len(text)
        self._braces: list[PartKind] = []
        """What the closing of each open brace is."""
        self._groups = _groups(text)
        self._paragraph_end = -1
        """Where the last paragraph ends that was asked for."""

    def parts(self) -> Iterator[Part]:
        while self._position < self._end:
            match = _TOKEN.search(self._text, self._position, self._end)
            if match is None:
                break
            if match.start() > self._position:
                yield Part(PartKind.TEXT, self._position, match.start())
            self._position = match.end()
            yield from self._token(match)
        if self._position < self._end:
            yield Part(PartKind.TEXT, self._position, self._end)

    def _token(self, match: re.Match[str]) -> Iterator[Part]:
        if match["edge"]:
            yield from self._environment(match)
        elif match["maths"]:
            self._position = self._end_of_maths(match["maths"])
            yield self._markup(match.start(), FORMULA)
        elif match["name"]:
            yield from self._command(match.start(), match["name"])
        elif match["brace"]:
            yield self._brace(match.start(), match["brace"])
        elif match["cell"]:
            yield Part(PartKind.BREAK, match.start(), self._position)
        else:
            yield self._markup(match.start(), _stand_in(match))

    def _markup(self, start: int, stand_in: str) -> Part:
        return Part(PartKind.MARKUP, start, self._position, stand_in)

    def _brace(self, start: int, brace: str) -> Part:
        if brace == "{":
            self._braces.append(PartKind.MARKUP)
            return self._markup(start, "")
        kind = self._braces.pop() if self._braces else PartKind.MARKUP
        return Part(kind, start, self._position)

    def _environment(self, match: re.Match[str]) -> Iterator[Part]:
        """Skip formulas and code; any other environment only ends the passage."""
        name = match["environment"].rstrip("*")
        if match["edge"] == "begin" and (name in _MATHS or name in _OPAQUE):
            ending = f"\\end{{{match['environment']}}}"
            found = self._text.find(ending, self._position, self._end)
            self._position = found + len(ending) if found >= 0 else self._end_of_paragraph()
            if name in _MATHS:
                yield self._markup(match.start(), FORMULA)
                return
        else:
            self._skip_arguments()
        yield Part(PartKind.BREAK, match.start(), self._position)

    def _command(self, start: int, name: str) -> Iterator[Part]:
        if name == "item":
            self._skip_options()
            yield Part(PartKind.BREAK, start, self._position)
        elif name in PROSE_ARGUMENTS or name in PROSE_BLOCKS:
            if name in PROSE_BLOCKS and name not in _ASIDES:
                yield Part(PartKind.BREAK, start, start)
            yield self._prose_command(start, name)
        elif name in _CITATIONS:
            self._skip_arguments()
            yield self._markup(start, _IN_BRACKETS)
        else:
            had_arguments = self._skip_arguments()
            if not had_arguments:
                self._skip_blanks_after(name)
            yield self._markup(start, FORMULA if name in NAMES else _WORDS.get(name, ""))

    def _prose_command(self, start: int, name: str) -> Part:
        """Go into the argument that is prose."""
        self._skip_options()
        if name in _FIRST_IS_CODE and self._text.startswith("{", self._position):
            self._position = self._end_of_group()
            self._skip_options()
        opens = self._text.startswith("{", self._position)
        if not opens:
            return self._markup(start, "")
        self._position += 1
        if name in PROSE_ARGUMENTS:
            self._braces.append(PartKind.MARKUP)
            return self._markup(start, "")
        self._braces.append(PartKind.CLOSE)
        return Part(PartKind.OPEN, start, self._position)

    def _skip_blanks_after(self, name: str) -> None:
        """Skip the blank that ends a command's name, as TeX does, unless it stands for a word."""
        if name not in NAMES and self._text.startswith(" ", self._position):
            self._position += 1

    def _skip_options(self) -> None:
        while match := _OPTION.match(self._text, self._position, self._end):
            self._position = match.end()

    def _skip_arguments(self) -> bool:
        """Skip arguments of all kinds and return whether there were some."""
        start = self._position
        while True:
            self._skip_options()
            if not self._text.startswith("{", self._position):
                return self._position > start
            self._position = self._end_of_group()

    def _end_of_group(self) -> int:
        """Return where the group that begins here ends; if it does not, just behind its brace."""
        return self._groups.get(self._position, self._position + 1)

    def _end_of_paragraph(self) -> int:
        if self._paragraph_end < self._position:
            match = _BLANK_LINE.search(self._text, self._position, self._end)
            self._paragraph_end = match.start() if match else self._end
        return self._paragraph_end

    def _end_of_maths(self, opening: str) -> int:
        """Return where a formula ends; one that is not closed ends with its paragraph."""
        limit = self._end_of_paragraph()
        ending = _MATHS_ENDS[opening]
        if ending in _ESCAPED_OR:
            match = _ESCAPED_OR[ending].match(self._text, self._position, limit)
            return match.end() if match else limit
        found = self._text.find(ending, self._position, limit)
        return found + len(ending) if found >= 0 else limit


def _groups(text: str) -> dict[int, int]:
    """Return where each group ends that begins and ends in the same paragraph."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(text):
        if match["open"]:
            opened.append(match.start())
        elif match["close"] and opened:
            ends[opened.pop()] = match.end()
        elif match["blank"]:
            opened.clear()
    return ends


def _stand_in(match: re.Match[str]) -> str:
    """Return what is read in the place of a small token."""
    symbol = match["symbol"]
    if match["accent"]:
        return (match["braced"] or match["bare"]).lstrip("\\")
    if match["quote"]:
        return '"'
    if match["tie"] or (symbol and symbol in "\\\n,;:"):
        return " "
    if symbol:
        return symbol if symbol in "%&$#_{} " else ""
    return FORMULA if match["delimiter"] else ""
