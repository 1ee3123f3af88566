import pytest

from app.serving.errors import RequestError
from app.serving.http.query import MAX_TEXT_LENGTH, RuleSelection, read_query
from app.serving.rules import CATEGORIES, Rule
from model.edits import Category

SPELLING = Rule("R_SPELL", "Spelling", "", CATEGORIES[Category.SPELLING])
AGREEMENT = Rule("R_VERB_SVA", "Verb", "", CATEGORIES[Category.GRAMMAR])


def asked(**parameters):
    return read_query({"text": "A text.", "language": "en"} | parameters)


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"language": "en"}, "Missing 'text' or 'data'"),
        ({"text": "a"}, "Missing 'language'"),
        ({"text": "a", "data": "{}", "language": "en"}, "only one"),
        ({"text": "a", "language": "en", "level": "strict"}, "default, picky"),
        ({"text": "a", "language": "en", "enabledOnly": "true"}, "must enable"),
        (
            {"text": "a", "language": "en", "enabledOnly": "yes", "disabledRules": "R_SPELL"},
            "cannot disable",
        ),
    ],
)
def test_a_wrong_question_gets_a_sentence(parameters, complaint):
    with pytest.raises(RequestError, match=complaint) as caught:
        read_query(parameters)
    assert caught.value.status == 400


def test_a_text_is_measured_in_utf_16_units():
    asked(text="😀" * (MAX_TEXT_LENGTH // 2))
    with pytest.raises(RequestError, match="exceeds the limit") as caught:
        asked(text="😀" * (MAX_TEXT_LENGTH // 2) + "a")
    assert caught.value.status == 413


def test_an_interpretation_cannot_make_a_text_longer_than_allowed():
    long = "x" * (MAX_TEXT_LENGTH + 1)
    with pytest.raises(RequestError, match="exceeds the limit"):
        read_query(
            {
                "data": f'{{"annotation": [{{"markup": "a", "interpretAs": "{long}"}}]}}',
                "language": "en",
            }
        )


def test_picky_is_a_level():
    assert asked(level="picky").picky
    assert not asked(level="default").picky
    assert not asked(level="").picky


@pytest.mark.parametrize(
    ("selection", "spelling", "agreement"),
    [
        (RuleSelection(), True, True),
        (RuleSelection(disabled_rules=frozenset({"R_SPELL"})), False, True),
        (RuleSelection(disabled_categories=frozenset({"TYPOS"})), False, True),
        (
            RuleSelection(
                disabled_categories=frozenset({"TYPOS"}), enabled_rules=frozenset({"R_SPELL"})
            ),
            True,
            True,
        ),
        (
            RuleSelection(enabled_only=True, enabled_categories=frozenset({"TYPOS"})),
            True,
            False,
        ),
        (RuleSelection(enabled_only=True, enabled_rules=frozenset({"R_VERB_SVA"})), False, True),
    ],
)
def test_rules_and_categories_are_switched_on_and_off(selection, spelling, agreement):
    assert selection.admits(SPELLING) is spelling
    assert selection.admits(AGREEMENT) is agreement


def test_lists_are_separated_by_commas_with_or_without_blanks():
    rules = asked(disabledRules="A, B ,,C").rules.disabled_rules
    assert rules == {"A", "B", "C"}
