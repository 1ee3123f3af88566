from dataclasses import replace

import pytest

from app.serving.findings import Finding
from app.serving.rules import all_rules, message_of, rule_of
from model.edits import Category, Edit, Span


def finding(original, replacement, error_type="R:VERB:SVA", category=Category.GRAMMAR):
    edit = Edit(Span(0, len(original)), original, replacement, 0.9, category, error_type)
    return Finding(Span(0, 4), "word", "shown", edit, "A sentence.")


@pytest.mark.parametrize(
    ("original", "replacement", "sentence"),
    [
        ("go", "goes", "write “goes” instead of “go”."),
        ("", "the ", "“the” is missing here."),
        ("the ", "", "“the” is not needed here."),
        (" ", "", "No space belongs here."),
        ("", " ", "A space is missing here."),
        ("x" * 100, "goes", "this is better written “shown”."),
    ],
)
def test_the_message_says_what_to_do(original, replacement, sentence):
    assert message_of(finding(original, replacement)) == f"Verb agreement: {sentence}"


def test_the_message_says_why_where_a_pattern_knows():
    found = finding("have", "am", "R:VERB")
    told = message_of(replace(found, edit=replace(found.edit, rule="age")))
    assert told.startswith("Verb: write “am” instead of “have”. Age goes with “be”")


def test_a_rule_has_a_name_that_can_stand_in_a_list_of_names():
    rule = rule_of(finding("go", "goes"))
    assert rule.id == "R_VERB_SVA"
    assert rule.description == "Verb agreement: wrong"


@pytest.mark.parametrize(
    ("error_type", "title"),
    [("M:PUNCT", "Punctuation"), ("R:VERB:ODD", "Verb"), ("U:NEW", "Wording"), ("X", "Wording")],
)
def test_unknown_kinds_fall_back_to_their_family(error_type, title):
    assert rule_of(finding("a", "b", error_type)).title == title


@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_a_name_in_the_protocol(category):
    assert rule_of(finding("a", "b", category=category)).category.id.isupper()


def test_the_list_of_rules_names_each_once_and_as_findings_do():
    rules = {rule.id: rule for rule in all_rules()}
    assert len(rules) == len(tuple(all_rules()))
    assert rules["R_VERB_SVA"] == rule_of(finding("go", "goes"))
    assert rules["R_DIALECT"] == rule_of(finding("colour", "color", "R:DIALECT", Category.SPELLING))
    assert {"M_DET", "U_DET", "R_DET", "M_PUNCT", "R_SPELL"} <= rules.keys()
    assert "M_SPELL" not in rules
