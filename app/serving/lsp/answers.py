"""Turn findings into what an editor shows: diagnostics, and actions that mend them.

Pure functions of values; no connection, no engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from app.checking.preferences import words_of
from app.serving.findings import Finding
from app.serving.lsp.positions import LineIndex
from app.serving.rules import message_of, rule_of
from model.edits import Category

SOURCE = "copyedge"
ADD_WORD = "copyedge.addWord"
_LONGEST_TITLE = 60  # characters of a replacement in a menu

_SEVERITIES = {
    Category.SPELLING: types.DiagnosticSeverity.Warning,
    Category.GRAMMAR: types.DiagnosticSeverity.Warning,
    Category.PUNCTUATION: types.DiagnosticSeverity.Information,
    Category.STYLE: types.DiagnosticSeverity.Hint,
}


@dataclass(frozen=True, slots=True)
class Revision:
    """A document at one moment, as far as edits of it need it."""

    uri: str
    version: int
    lines: LineIndex
    versioned_edits: bool
    """Whether the editor understands edits that name the version they are for."""

    def edit(self, findings: Iterable[Finding]) -> types.WorkspaceEdit:
        """Return the edit that mends some findings."""
        edits = [
            types.TextEdit(self.lines.range(each.span.start, each.span.end), each.replacement)
            for each in findings
        ]
        if not self.versioned_edits:
            return types.WorkspaceEdit(changes={self.uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(self.uri, self.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)])


def diagnostic(finding: Finding, lines: LineIndex) -> types.Diagnostic:
    """Return how a finding is shown."""
    return types.Diagnostic(
        range=lines.range(finding.span.start, finding.span.end),
        message=message_of(finding),
        severity=_SEVERITIES[finding.edit.category],
        code=rule_of(finding).id,
        source=SOURCE,
    )


def code_actions(
    findings: Sequence[Finding],
    start: int,
    end: int,
    revision: Revision,
    only: Sequence[types.CodeActionKind | str] | None,
) -> list[types.CodeAction]:
    """Return what can be done at a place of a document.

    Args:
        findings: all of the document.
        start: of the place, in code points.
        end: of the place, exclusive; the same as ``start`` for a caret.
        revision: of the document.
        only: kinds that the editor asks for; None for all.
    """
    here = [each for each in findings if each.span.start <= end and start <= each.span.end]
    actions: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, only):
        for finding in here:
            actions.append(_mend(finding, revision))
            actions += _additions(finding, revision)
        if here and len(findings) > 1:
            title = f"Copyedge: fix all {len(findings)} in this document"
            actions.append(_fix_all(title, types.CodeActionKind.QuickFix, findings, revision))
    if findings and only and _wanted(types.CodeActionKind.SourceFixAll, only):
        title = "Copyedge: fix all in this document"
        actions.append(_fix_all(title, types.CodeActionKind.SourceFixAll, findings, revision))
    return actions


def _wanted(kind: types.CodeActionKind, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Return True if the editor asks for a kind, or for one that includes it."""
    if not only:
        return True
    asked = [each.value if isinstance(each, types.CodeActionKind) else each for each in only]
    return any(kind.value == each or kind.value.startswith(f"{each}.") for each in asked)


def _mend(finding: Finding, revision: Revision) -> types.CodeAction:
    return types.CodeAction(
        title=f"Write \u201c{_shortened(finding.replacement.strip())}\u201d",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, revision.lines)],
        edit=revision.edit([finding]),
        is_preferred=True,
    )


def _additions(finding: Finding, revision: Revision) -> Iterator[types.CodeAction]:
    """Yield the action that adds a word to the dictionary, if it is about one word."""
    original = finding.edit.original.strip()
    if finding.edit.category is Category.SPELLING and words_of(original) == {original.casefold()}:
        title = f"Add \u201c{_shortened(original)}\u201d to the dictionary"
        yield types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, revision.lines)],
            command=types.Command(title, ADD_WORD, arguments=[original]),
        )


def _fix_all(
    title: str, kind: types.CodeActionKind, findings: Sequence[Finding], revision: Revision
) -> types.CodeAction:
    return types.CodeAction(title=title, kind=kind, edit=revision.edit(findings))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}\u2026"
