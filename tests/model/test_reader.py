"""What the phrase table and the patterns add to the search."""

import math

import pytest

from model import reader
from model.calibration import Calibration
from model.corrector import Corrector
from model.edits import Category, Edit, Sentence, Span
from model.extraction import Change
from model.grammar.patterns import GrammarPatterns
from model.parts import CorrectorParts
from model.phrases.keys import key_of
from model.phrases.table import Counts, PhraseTable
from tests.fakes import scripted_stepper, tiny_tokenizer
from tests.model.grammar.shipped_words import shipped_words
from tests.model.spelling.small_words import small_word_list

COUNTS = Counts(changed=9, seen=9, clean=0)
TABLE = PhraseTable.of(
    {
        key_of("listen [] music"): ("to", COUNTS),
        key_of("[informations]"): ("information", COUNTS),
        key_of("discuss [about]"): ("", COUNTS),
        key_of("he [go]"): ("goes", COUNTS),
    }
)
KNOWN = {
    "He go and we listen music.": "He goes and we listen music.",
    "We listen music.": "We listened to some music.",
}
TRUSTING = {"always": -9.0, "phrase_share": 20.0}


@pytest.fixture(autouse=True)
def tolerant(monkeypatch):
    """The scripted model gives nothing but its own tokens a chance."""
    monkeypatch.setattr(reader, "_LEAST_MARGIN", -20.0)


def test_what_the_model_finds_absurd_is_not_proposed(monkeypatch):
    monkeypatch.setattr(reader, "_LEAST_MARGIN", -5.0)
    assert corrected("They listen music.") == "They listen music."


def corrector(weights=TRUSTING, table=TABLE, **parts):
    tokenizer = tiny_tokenizer()
    calibration = Calibration(weights, small_word_list())
    stepper = scripted_stepper(tokenizer, KNOWN)
    return Corrector.of(
        CorrectorParts(tokenizer, stepper, calibration=calibration, phrases=table, **parts)
    )


def corrected(text, **options):
    return "".join(correction.text for correction in corrector(**options).correct_text(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They listen music.", "They listen to music."),
        ("Informations are new.", "Information are new."),
        ("They discuss about it.", "They discuss it."),
        ("“They  listen  music.” 😀", "“They  listen  to music.” 😀"),
    ],
)
def test_what_the_search_lets_pass_is_proposed_by_the_table(text, expected):
    assert corrected(text) == expected
    assert corrected(text, table=None) == text


def test_the_calibration_decides_what_the_table_is_worth():
    assert corrected("They listen music.", weights={"always": -9.0}) == "They listen music."


def test_a_change_of_both_is_one_edit_that_knows_its_precedent():
    _, (searched, listed) = corrector().facts(Sentence("He go and we listen music.", 0))
    assert searched.is_searched
    assert (searched.original, searched.precedent) == ("go", COUNTS)
    assert not listed.is_searched
    assert (listed.replacement, listed.precedent) == ("to ", COUNTS)


def test_the_model_is_asked_about_a_proposal_behind_a_change_of_its_own():
    _, (_, listed) = corrector().facts(Sentence("He go and we listen music.", 0))
    # Where the search went along with the source it gave the source's token 0.9 and more.
    assert listed.evidence.source > math.log(0.9)
    assert listed.evidence.first < math.log(0.1)


def test_where_the_search_went_its_own_way_the_table_proposes_nothing():
    _, found = corrector().facts(Sentence("We listen music.", 0))
    assert all(facts.is_searched for facts in found)


def test_a_pattern_proposes_what_the_search_lets_pass():
    patterns = GrammarPatterns(shipped_words())
    trusting = {"always": -9.0, "rule=agreement": 19.0}
    assert corrected("They was here.", weights=trusting, patterns=patterns) == "They were here."
    (correction,) = corrector(trusting, patterns=patterns).correct_text("My parents lives here.")
    assert correction.text == "My parents live here."
    assert [edit.error_type for edit in correction.edits] == ["R:VERB:SVA"]
    _, (found,) = corrector(patterns=patterns).facts(Sentence("They was here.", 0))
    assert (found.rule, found.is_searched, found.precedent) == ("agreement:they", False, None)


def test_what_hardly_a_correct_sentence_has_is_shown_whatever_model_and_calibration_say(
    monkeypatch,
):
    monkeypatch.setattr(reader, "_LEAST_MARGIN", 0.0)
    patterns = GrammarPatterns(shipped_words())
    distrusting = {"always": -9.0}
    assert corrected("They was here.", weights=distrusting, patterns=patterns) == "They were here."
    assert corrected("Then she go.", weights=distrusting, patterns=patterns) == "Then she go."


def test_what_one_pattern_is_certain_of_another_that_is_not_does_not_take_back():
    patterns = GrammarPatterns(shipped_words())
    distrusting = {"always": -9.0}
    text = "She go there yesterday."  # two patterns make "went" of it
    assert corrected(text, weights=distrusting, patterns=patterns) == "She went there yesterday."


def test_a_part_of_a_sentence_is_not_taken_for_its_beginning():
    text = "We know all the things that are not here."
    inner = Span(text.index("that"), len(text))
    told = corrector(patterns=GrammarPatterns(shipped_words()))._reader._listed
    assert told(text, inner) == {}
    assert list(told(text[inner.start :], Span(0, len(inner)))) == ["those are not here."]


def test_what_is_certain_once_a_sentence_is_mended_is_mended_too(monkeypatch):
    monkeypatch.setitem(KNOWN, "They wass here.", "They was here.")
    patterns = GrammarPatterns(shipped_words())
    trusting = {"always": 9.0}
    text = "They wass here."
    assert corrected(text, weights=trusting, patterns=patterns) == "They were here."
    assert corrected(text, weights=trusting) == "They was here."


def rivals(first, second, sure=0.4):
    """Return what is left of two edits of which the second is certain."""
    one, other = (
        Edit(Span(start, start + len(old)), old, new, confidence, category, kind)
        for (start, old, new, category, kind), confidence in ((first, sure), (second, 0.9))
    )
    return [edit.replacement for edit in reader._without_rivals([(one, False), (other, True)])]


HAVE = (5, "have ", "", Category.GRAMMAR, "U:VERB:TENSE")
GONE = (10, "went", "gone", Category.GRAMMAR, "R:VERB:FORM")


def test_what_is_certain_and_what_mends_the_same_place_are_not_shown_together():
    assert rivals(HAVE, GONE) == ["gone"]
    assert rivals(HAVE, GONE, sure=0.8) == [""]
    every = (0, "Every", "All", Category.GRAMMAR, "R:DET")
    student = (6, "students", "student", Category.GRAMMAR, "R:NOUN:NUM")
    assert rivals(every, student) == ["student"]
    assert rivals(every, student, sure=0.8) == ["All"]


def test_what_is_certain_does_not_give_way_to_a_part_of_it():
    part = (2, "for", "to", Category.GRAMMAR, "R:PREP")
    whole = (2, "for asking", "to ask", Category.GRAMMAR, "R:VERB:FORM")
    assert rivals(part, whole, sure=0.8) == ["to ask"]


def test_a_rival_stays_where_what_is_certain_gave_way_to_another():
    likely = Edit(Span(5, 10), "have ", "", 0.8, Category.GRAMMAR, "U:VERB:TENSE")
    unsure = Edit(Span(14, 14), "", " away", 0.4, Category.GRAMMAR, "M:OTHER")
    certain = Edit(Span(10, 14), "went", "gone", 0.9, Category.GRAMMAR, "R:VERB:FORM")
    found = [(likely, False), (certain, True), (unsure, False)]
    assert list(reader._without_rivals(found)) == [likely, unsure]


def test_of_two_certain_mends_of_the_same_words_one_is_shown():
    gone = Edit(Span(7, 11), "went", "gone", 0.9, Category.GRAMMAR, "R:VERB:FORM")
    went = Edit(Span(3, 7), "has ", "", 0.9, Category.GRAMMAR, "U:VERB:TENSE")
    far = Edit(Span(20, 24), "home", "house", 0.9, Category.GRAMMAR, "R:NOUN")
    found = [(gone, True), (went, True), (far, True)]
    assert list(reader._without_rivals(found)) == [went, far]


def test_a_verb_agrees_with_one_of_two_readings():
    verb = (5, "are", "is", Category.GRAMMAR, "R:VERB:SVA")
    this = (0, "This", "These", Category.GRAMMAR, "R:DET")
    assert rivals(verb, this) == ["These"]
    assert rivals(verb, this, sure=0.8) == ["is"]


def test_a_misspelling_beside_what_is_certain_is_no_rival():
    were = (5, "was", "were", Category.GRAMMAR, "R:VERB:SVA")
    after = (9, "realy", "really", Category.SPELLING, "R:SPELL")
    before = (0, "Thay", "They", Category.SPELLING, "R:SPELL")
    assert rivals(after, were, sure=0.8) == ["really", "were"]
    assert rivals(before, were, sure=0.8) == ["They", "were"]


def test_where_the_search_went_its_own_way_what_is_certain_is_proposed_still(monkeypatch):
    monkeypatch.setitem(KNOWN, "They have went.", "They went.")
    patterns = GrammarPatterns(shipped_words())
    distrusting = {"always": -9.0}
    assert corrected("They have went.", weights=distrusting, patterns=patterns) == "They have gone."


def test_a_sentence_that_began_with_a_capital_begins_with_one(monkeypatch):
    monkeypatch.setitem(KNOWN, "Every friends is here.", "the friends is here.")
    assert corrected("Every friends is here.", weights={"always": 9.0}) == "The friends is here."


def test_what_table_and_pattern_propose_alike_is_one_edit():
    patterns = GrammarPatterns(shipped_words())
    _, found = corrector(patterns=patterns).facts(Sentence("Then he go.", 0))
    (both,) = (facts for facts in found if facts.replacement == "goes")
    assert both.rule == "agreement:he:verb"
    assert both.precedent == COUNTS


def test_the_parts_of_a_long_sentence_have_proposals_too():
    text = "he is here, " * 8 + "and they listen music."
    assert corrected(text, familiar_tokens=20).endswith("and they listen to music.")


def test_the_internet_keeps_the_letter_that_the_writer_gave_it():
    change = Change(Span(12, 23), Span(12, 27), "in internet", "on the Internet")
    assert reader._in_case(change, "It was read in internet.") == "on the internet"
