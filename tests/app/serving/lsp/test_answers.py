import pytest
from lsprotocol import types

from app.serving.findings import find
from app.serving.lsp.answers import ADD_WORD, Revision, code_actions, diagnostic
from app.serving.lsp.positions import LineIndex
from app.serving.passages import Passage
from tests.app.serving.stand_ins import WordCorrector

TEXT = "😀 I go to teh very old house."


def findings():
    corrector = WordCorrector()
    corrections = [corrector.correct_sentence(each) for each in corrector.segment(TEXT)]
    return find(TEXT, Passage.of_plain(TEXT), corrections)


def actions(start, end, only=None, versioned=False):
    revision = Revision("file:///a", 7, LineIndex(TEXT, "utf-16"), versioned)
    return code_actions(findings(), start, end, revision, only)


@pytest.mark.parametrize(
    ("number", "severity"),
    [(0, types.DiagnosticSeverity.Warning), (2, types.DiagnosticSeverity.Hint)],
)
def test_style_is_only_a_hint(number, severity):
    assert diagnostic(findings()[number], LineIndex(TEXT, "utf-16")).severity is severity


def test_a_caret_beside_a_word_reaches_it():
    place = TEXT.index("teh")
    for at in (place, place + 3):
        assert actions(at, at)[0].title == "Write “the”"
    assert actions(place + 4 + 9, place + 4 + 10) == []


def test_only_spelling_can_be_added_to_the_dictionary():
    commands = [each.command.command for each in actions(0, len(TEXT)) if each.command]
    assert commands == [ADD_WORD]


def test_all_can_be_mended_from_any_of_them():
    (every,) = [each for each in actions(4, 6) if "fix all 3" in each.title]
    assert len(every.edit.changes["file:///a"]) == 3


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["quickfix"], {"quickfix"}),
        (["source"], {"source.fixAll"}),
        (["source.fixAll"], {"source.fixAll"}),
        ([types.CodeActionKind.SourceFixAll], {"source.fixAll"}),
        (["source.organizeImports"], set()),
        (["quick"], set()),
        ([], {"quickfix"}),
    ],
)
def test_the_editor_gets_the_kinds_it_asks_for(only, kinds):
    found = actions(0, len(TEXT), only)
    assert {each.kind.value for each in found} == kinds


def test_edits_name_the_version_where_the_editor_understands_it():
    (change,) = actions(4, 6, versioned=True)[0].edit.document_changes
    assert change.text_document.version == 7
