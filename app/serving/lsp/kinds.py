"""Which documents are checked, and how their prose is found.

Told by the editor's language id, or by the file's name where the id says
nothing. Source code is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from app.serving.lsp.git_message import git_parts
from app.serving.lsp.latex import latex_parts
from app.serving.lsp.parts import Part, PartKind, PlacedPassage, passages

MAX_LENGTH = 2_000_000  # characters: twice a long novel; an editor sends logs and dumps, too
_WRAPPED = re.compile(r"[ \t>]*\n[ \t>]*")


class DocumentKind(Enum):
    """A format whose prose can be found."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    LATEX = "LaTeX"
    GIT = "git commit message"


_BY_LANGUAGE = {
    "plaintext": DocumentKind.PLAIN,
    "text": DocumentKind.PLAIN,
    "txt": DocumentKind.PLAIN,
    "mail": DocumentKind.PLAIN,
    "markdown": DocumentKind.MARKDOWN,
    "md": DocumentKind.MARKDOWN,
    "pandoc": DocumentKind.MARKDOWN,
    "quarto": DocumentKind.MARKDOWN,
    "latex": DocumentKind.LATEX,
    "tex": DocumentKind.LATEX,
    "plaintex": DocumentKind.LATEX,
    "gitcommit": DocumentKind.GIT,
    "git-commit": DocumentKind.GIT,
    "jjdescription": DocumentKind.GIT,
}
_BY_SUFFIX = {
    ".txt": DocumentKind.PLAIN,
    ".text": DocumentKind.PLAIN,
    ".md": DocumentKind.MARKDOWN,
    ".markdown": DocumentKind.MARKDOWN,
    ".tex": DocumentKind.LATEX,
    ".ltx": DocumentKind.LATEX,
}
_GIT_FILES = frozenset(("COMMIT_EDITMSG", "MERGE_MSG", "TAG_EDITMSG", "SQUASH_MSG"))


def kind_of(language_id: str, uri: str) -> DocumentKind | None:
    """Return the kind of a document, or None if it is not to be checked."""
    try:
        name = PurePosixPath(unquote(urlsplit(uri).path)).name
    except ValueError:
        name = ""
    if name in _GIT_FILES:
        return DocumentKind.GIT
    if language_id:
        return _BY_LANGUAGE.get(language_id.casefold())
    return _BY_SUFFIX.get(PurePosixPath(name).suffix.casefold())


def passages_of(text: str, kind: DocumentKind) -> tuple[PlacedPassage, ...]:
    """Return what in a document is to be checked."""
    if len(text) > MAX_LENGTH:
        return ()
    return tuple(passages(text, _FINDERS[kind](text)))


def _plain_parts(text: str) -> Iterator[Part]:
    yield Part(PartKind.TEXT, 0, len(text))


def _markdown_parts(text: str) -> Iterator[Part]:
    """Yield prose and markup as the editor knows it; the engine reads inline markup as it is."""
    # A parser that the other formats do without.
    from app.documents.markdown import markup_spans

    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    position = 0
    for span in markup_spans(lines):
        if span.start > position:
            yield Part(PartKind.TEXT, position, span.start)
        markup = lines[span.start : span.end]
        inline = "\n" not in markup or _WRAPPED.fullmatch(markup) is not None
        kind = PartKind.MARKUP if inline else PartKind.BREAK
        yield Part(kind, span.start, span.end, markup if inline else "")
        position = span.end
    if position < len(text):
        yield Part(PartKind.TEXT, position, len(text))


_FINDERS: dict[DocumentKind, Callable[[str], Iterator[Part]]] = {
    DocumentKind.PLAIN: _plain_parts,
    DocumentKind.MARKDOWN: _markdown_parts,
    DocumentKind.LATEX: latex_parts,
    DocumentKind.GIT: git_parts,
}
