import pytest

from app.editor.explanations import explain, rule_title
from model.edits import Category, Edit, Span


def edit(original, replacement, error_type):
    return Edit(Span(0, len(original)), original, replacement, 0.9, Category.GRAMMAR, error_type)


@pytest.mark.parametrize(
    ("original", "replacement", "error_type", "words"),
    [
        ("a", "an", "R:DET", "“an” before a vowel"),
        ("an", "a", "R:DET", "“a” before a consonant"),
        ("go", "goes", "R:VERB:SVA", "agree with its subject: “goes”"),
        ("recieve", "receive", "R:SPELL", "“receive”"),
        ("", ",", "M:PUNCT", "comma is missing"),
        ("However", "However,", "R:PUNCT", "comma is missing"),
        (",", "", "U:PUNCT", "No comma"),
        ("", ".", "M:PUNCT", "final mark"),
        ("", "the", "M:DET", "missing: “the”"),
        ("the the", "the", "U:DET", "twice"),
        ("monday", "Monday", "R:ORTH", "capital letter"),
        ("Cat", "cat", "R:ORTH", "not written with a capital"),
        ("very", "", "U:ADV", "“very” is not needed"),
        ("odd", "strange", "R:NEVER:HEARD", "“strange” fits better"),
        ("x", "y", "UNK", "“y” fits better"),
    ],
)
def test_explanations_say_what_is_wrong(original, replacement, error_type, words):
    assert words in explain(edit(original, replacement, error_type))


def test_the_word_that_decides_the_tense_is_named():
    sentence = "I go there two years ago."
    assert explain(edit("go", "went", "R:VERB:TENSE"), sentence) == "Use the past tense with “ago”."


@pytest.mark.parametrize(
    ("error_type", "title"),
    [("R:VERB:SVA", "Verb agreement"), ("M:DET", "Article"), ("R:XYZ", "Wording"), ("", "Wording")],
)
def test_every_rule_has_a_title(error_type, title):
    assert rule_title(error_type) == title


def test_braces_in_the_text_are_only_text():
    assert explain(edit("{0}", "{1}", "R:SPELL")) == "Check the spelling: “{1}”."
