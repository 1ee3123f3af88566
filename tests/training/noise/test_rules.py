from __future__ import annotations

from tests.training.noise.drafts import outcomes
from training.noise import rules
from training.noise.choices import compile_choices
from training.noise.lexicon import Lexicon
from training.noise.spelling import Typist
from training.noise.words import word_set

WORDS = word_set("dog dogs child children information walk bath room bathroom house music the")
LEXICON = Lexicon.of(
    {**dict.fromkeys(WORDS, 20), "bathroom": 9},
    ["walk", "like"],
    {"dog": "dogs", "child": "children", "house": "houses", "bath": "baths", "room": "rooms"},
)


def test_peoples_confusions_and_our_own_are_both_used() -> None:
    learnt = compile_choices({"in": {"at": 5}})
    written = compile_choices({"in": {"on": 1}})
    operation = rules.replacing("R:PREP", learnt, written, 0.5)
    assert outcomes(operation, "In spring it rains.", "in") == {
        "At spring it rains.",
        "On spring it rains.",
    }


def test_an_article_for_another_word_fits_the_next_sound() -> None:
    operation = rules.replacing("R:DET", {}, compile_choices({"the": {"a": 1}}), 0.5)
    assert outcomes(operation, "We saw the old man.", "the") == {"We saw an old man."}
    assert outcomes(operation, "We saw the man.", "the") == {"We saw a man."}


def test_that_is_only_changed_before_a_noun() -> None:
    written = compile_choices({"that": {"those": 1}})
    operation = rules.replacing("R:DET", {}, written, 0.5, LEXICON.plurals)
    assert outcomes(operation, "I like that dog.", "that") == {"I like those dog."}
    assert outcomes(operation, "I know that he left.", "that") == {"I know that he left."}


def test_words_are_left_out_at_their_rate() -> None:
    assert outcomes(rules.omitting("M:DET", {"the": 1.0}), "The dog barks.", "the") == {
        "Dog barks."
    }
    assert outcomes(rules.omitting("M:DET", {"the": 0.0}), "The dog barks.", "the") == {
        "The dog barks."
    }


def test_a_word_is_added_only_between_words_that_people_put_it_between() -> None:
    before = compile_choices({"the": {"about": 2, "of": 1}, "it": {"of": 1}})
    after = compile_choices({"discussed": {"about": 2}})
    operation = rules.adding("U:PREP", before, after)
    assert "We discussed about the plan." in outcomes(operation, "We discussed the plan.", "the")
    assert outcomes(operation, "We saw the plan.", "the") == {"We saw the plan."}
    assert outcomes(operation, "We discussed it.", "it") == {"We discussed it."}


def test_an_article_is_added_before_plurals_but_not_after_determiners() -> None:
    operation = rules.adding_article(LEXICON, {}, {})
    assert outcomes(operation, "I walk with dogs.", "dogs") == {"I walk with the dogs."}
    assert outcomes(operation, "I walk with my dogs.", "dogs") == {"I walk with my dogs."}


def test_number_is_changed_where_the_error_shows() -> None:
    operation = rules.changing_number(LEXICON, {})
    assert outcomes(operation, "I saw a dog.", "dog") == {"I saw a dogs."}
    assert "Two childs play." in outcomes(operation, "Two children play.", "children")
    assert outcomes(operation, "I need information.", "information") == {"I need informations."}
    assert outcomes(operation, "I house guests.", "house") == {"I house guests."}


def test_listed_misspellings_come_first_and_slips_second() -> None:
    lists = compile_choices({"children": {"childern": 1}})
    operation = rules.misspelling(WORDS, lists, Typist(WORDS), 0.5)
    found = outcomes(operation, "Children play.", "children")
    assert "Childern play." in found
    assert len(found) > 5


def test_compounds_are_split_and_pairs_joined() -> None:
    operation = rules.splitting(LEXICON, {("a", "lot")})
    assert outcomes(operation, "The bathroom is cold.", "bathroom") == {"The bath room is cold."}
    assert outcomes(operation, "I walk a lot.", "a") == {"I walk alot."}
    assert outcomes(operation, "I walk a mile.", "a") == {"I walk a mile."}
    assert outcomes(operation, "A well-known dog.", "-") == {"A well known dog."}
    assert "Red,green" in outcomes(operation, "Red, green", ",")


def test_capitals_are_lost_at_the_start_and_in_proper_words_but_not_in_names() -> None:
    operation = rules.miscasing(word_set("monday"), word_set("dog"))
    assert outcomes(operation, "On Monday I go.", "monday") == {"On monday I go."}
    assert outcomes(operation, "On Monday I go.", "on") == {"on Monday I go."}
    assert outcomes(operation, "On Monday I go.", "i") == {"On Monday i go."}
    assert outcomes(operation, "We met Dora.", "dora") == {"We met Dora."}


def test_adverbs_and_questions_are_reordered() -> None:
    operation = rules.reordering(["like much"])
    assert outcomes(operation, "I can also swim.", "can") == {"I also can swim."}
    assert outcomes(operation, "Where is it now?", "is") == {"Where it is now?"}
    assert outcomes(operation, "I like much of it.", "like") == {"I much like of it."}
    assert outcomes(operation, "I like old dogs.", "like") == {"I like old dogs."}


def test_function_words_are_doubled() -> None:
    operation = rules.doubling(word_set("the"))
    assert outcomes(operation, "See the dog.", "the") == {"See the the dog."}
