import pytest

from app.editor.explanations import explain
from app.rule_explanations import RULES, rule_sentence
from model.edits import Category, Edit, Span
from model.grammar.constructions.matching import ROWS


def explained(original, replacement, rule, error_type="R:OTHER"):
    span = Span(0, len(original))
    return explain(Edit(span, original, replacement, 0.9, Category.GRAMMAR, error_type, rule))


def test_every_construction_has_a_sentence_or_a_type_that_tells_enough():
    unexplained = {row.rule for row in ROWS if rule_sentence(row.rule) is None}
    assert {rule.partition(":")[0] for rule in unexplained} <= {"agreement", "preposition"}


@pytest.mark.parametrize(
    ("original", "replacement", "rule", "words"),
    [
        ("have", "am", "age", "Age goes with “be”"),
        ("to see", "seeing", "ing:worth", "ends in “-ing”: “seeing”"),
        ("do he go", "he goes", "order:question", "order of a statement: “he goes”"),
        ("its", "it's", "confusable:its", "here it is “it's”"),
        ("will come", "comes", "will:if", "present tense: “comes”"),
    ],
)
def test_the_rule_of_a_pattern_is_told(original, replacement, rule, words):
    assert words in explained(original, replacement, rule)


def test_an_unknown_rule_leaves_it_to_the_type_of_the_mistake():
    told = explained("go", "goes", "agreement:he", "R:VERB:SVA")
    assert told == explained("go", "goes", "", "R:VERB:SVA")


def test_sentences_name_only_what_stands_in_the_text_and_what_should():
    for sentence in RULES.values():
        assert sentence.format("written", "meant")
