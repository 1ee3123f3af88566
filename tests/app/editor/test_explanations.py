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
        ("recieve", "receive", "R:SPELL", "right spelling here is “receive”"),
        ("dont", "don't", "R:SPELL", "apostrophe is missing: “don't”"),
        ("Its", "It\u2019s", "R:SPELL", "apostrophe is missing"),
        ("alot", "a lot", "R:SPELL", "separate words: “a lot”"),
        ("alot", "a lot", "R:ORTH", "separate words: “a lot”"),
        ("can not", "cannot", "R:ORTH", "one word: “cannot”"),
        ("Buyed", "Bought", "R:SPELL", "irregular: write “Bought”"),
        ("childs", "children", "R:NOUN:NUM", "irregular: write “children”"),
        ("buyed", "buy", "R:VERB:INFL", "“buyed” is no form of this verb"),
        ("go", "went", "R:VERB:TENSE", "Another tense fits better here: “went”"),
        ("", ",", "M:PUNCT", "comma is missing"),
        ("However", "However,", "R:PUNCT", "comma is missing"),
        (",", "", "U:PUNCT", "No comma"),
        ("", ".", "M:PUNCT", "final mark"),
        ("", "the", "M:DET", "missing: “the”"),
        ("the the", "the", "U:DET", "twice"),
        ("monday", "Monday", "R:ORTH", "capital letter"),
        ("Cat", "cat", "R:ORTH", "not written with a capital"),
        ("very", "", "U:ADV", "“very” is not needed"),
        ("have ", "", "U:VERB:TENSE", "“have” is not needed"),
        (" ", "", "R:ORTH", "No space belongs here."),
        ("", " ", "R:ORTH", "A space is missing here."),
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
    ("sentence", "original", "replacement", "words"),
    [
        ("It took a hour.", "a", "an", "“hour” begins with a vowel sound: use “an”."),
        ("It is an university.", "an", "a", "“university” begins with a consonant sound: use “a”."),
        ("It is a old dog.", "a old", "an old", "“old” begins with a vowel sound: use “an”."),
        ("He is a \u201cartist\u201d.", "a", "an", "“artist” begins with a vowel sound: use “an”."),
        ("It is a", "a", "an", "Use “an” before a vowel sound."),
        ("It is an", "an", "a", "Use “a” before a consonant sound."),
    ],
)
def test_the_word_that_decides_the_article_is_named(sentence, original, replacement, words):
    start = sentence.index(f" {original}") + 1
    span = Span(start, start + len(original))
    article = Edit(span, original, replacement, 0.9, Category.GRAMMAR, "R:DET")
    assert explain(article, sentence) == words


@pytest.mark.parametrize(
    ("error_type", "title"),
    [("R:VERB:SVA", "Verb agreement"), ("M:DET", "Article"), ("R:XYZ", "Wording"), ("", "Wording")],
)
def test_every_rule_has_a_title(error_type, title):
    assert rule_title(error_type) == title


def test_braces_in_the_text_are_only_text():
    assert explain(edit("{0}", "{1}", "R:SPELL")) == "The right spelling here is “{1}”."
