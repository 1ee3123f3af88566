"""Write what was found as LanguageTool writes it.

All offsets and lengths count UTF-16 units, as in Java and JavaScript. Knows
findings and JSON values; no sockets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app import __version__
from app.checking.offsets import Utf16Offsets, utf16_length
from app.serving.findings import Finding
from app.serving.http.query import CheckQuery
from app.serving.passages import Passage
from app.serving.rules import message_of, rule_of
from model.edits import Category, Correction, Span

CONTEXT = 40  # code points on both sides of a match, as LanguageTool gives
_ELLIPSIS = "..."
_API_VERSION = 1
_TYPE_NAMES = {Category.SPELLING: "UnknownWord", Category.STYLE: "Hint"}

Json = dict[str, Any]


def software() -> Json:
    """Return who answers."""
    return {
        "name": "Copyedge",
        "version": __version__,
        "buildDate": "",
        "apiVersion": _API_VERSION,
        "premium": False,
        "premiumHint": "",
        "status": "",
    }


def check_answer(
    query: CheckQuery,
    findings: Iterable[Finding],
    corrections: Sequence[Correction],
    incomplete: str,
) -> Json:
    """Return the answer to ``/v2/check``.

    Args:
        query: what was asked.
        findings: in the source of the query.
        corrections: the sentences that were checked.
        incomplete: why not all was checked; empty if it was.
    """
    offsets = Utf16Offsets(query.source)
    language = {"name": query.language.name, "code": query.language.long_code}
    warnings: Json = {"incompleteResults": bool(incomplete)}
    if incomplete:
        warnings["incompleteResultsReason"] = incomplete
    return {
        "software": software(),
        "warnings": warnings,
        # Nothing else than English is known, so nothing else can be detected: no confidence.
        "language": {
            **language,
            "detectedLanguage": {**language, "confidence": 0.0, "source": "none"},
        },
        "matches": list(_matches(query, findings, offsets)),
        "sentenceRanges": list(_sentence_ranges(query.passage, corrections, offsets)),
    }


def _matches(
    query: CheckQuery, findings: Iterable[Finding], offsets: Utf16Offsets
) -> Iterator[Json]:
    for finding in findings:
        if query.rules.admits(rule_of(finding)):
            yield match_of(finding, query.source, offsets)


def match_of(finding: Finding, source: str, offsets: Utf16Offsets) -> Json:
    """Return one match."""
    rule = rule_of(finding)
    category = finding.edit.category
    start, end = offsets.to_qt(finding.span.start), offsets.to_qt(finding.span.end)
    return {
        "message": message_of(finding),
        "shortMessage": rule.title,
        "replacements": [{"value": finding.replacement}],
        "offset": start,
        "length": end - start,
        "context": _context(finding.span, source),
        "sentence": finding.sentence.strip(),
        "type": {"typeName": _TYPE_NAMES.get(category, "Other")},
        "rule": {
            "id": rule.id,
            "description": rule.description,
            "issueType": rule.category.issue_type,
            "category": {"id": rule.category.id, "name": rule.category.name},
        },
        # A sentence that is still being written may yet become right.
        "ignoreForIncompleteSentence": category is not Category.SPELLING,
        # -1 is LanguageTool's word for "needs the whole sentence".
        "contextForSureMatch": 0 if category is Category.SPELLING else -1,
    }


def _context(span: Span, source: str) -> Json:
    low, high = max(0, span.start - CONTEXT), min(len(source), span.end + CONTEXT)
    before = (_ELLIPSIS if low > 0 else "") + source[low : span.start]
    marked = source[span.start : span.end]
    after = source[span.end : high] + (_ELLIPSIS if high < len(source) else "")
    text = before + marked + after
    for end in "\r\n\t":
        text = text.replace(end, " ")
    return {"text": text, "offset": utf16_length(before), "length": utf16_length(marked)}


def _sentence_ranges(
    passage: Passage, corrections: Iterable[Correction], offsets: Utf16Offsets
) -> Iterator[list[int]]:
    """Yield start and end of the sentences whose ends are text, not markup."""
    for correction in corrections:
        text = correction.sentence.text
        start = correction.sentence.start + len(text) - len(text.lstrip())
        end = correction.sentence.start + len(text.rstrip())
        if start >= end:
            continue
        first, last = passage.place(Span(start, start + 1)), passage.place(Span(end - 1, end))
        if first is not None and last is not None:
            yield [offsets.to_qt(first.span.start), offsets.to_qt(last.span.end)]
