import pytest

from model.grammar.inflection import (
    Inflection,
    past_of_participle,
    past_participle_of_past,
)
from tests.model.grammar.shipped_words import shipped_words

FORMS = Inflection(shipped_words())
REGULAR = [
    ("walk", "walks", "walked", "walking"),
    ("love", "loves", "loved", "loving"),
    ("study", "studies", "studied", "studying"),
    ("play", "plays", "played", "playing"),
    ("stop", "stops", "stopped", "stopping"),
    ("watch", "watches", "watched", "watching"),
    ("agree", "agrees", "agreed", "agreeing"),
    ("visit", "visits", "visited", "visiting"),
]
IRREGULAR = [
    ("go", "goes", "went", "going"),
    ("have", "has", "had", "having"),
    ("write", "writes", "wrote", "writing"),
    ("lie", "lies", "lay", "lying"),
    ("buy", "buys", "bought", "buying"),
]


@pytest.mark.parametrize(("base", "third", "past", "ing"), REGULAR + IRREGULAR)
def test_verbs_are_inflected_and_led_back(base, third, past, ing):
    assert FORMS.is_base(base)
    assert (FORMS.third(base), FORMS.past(base), FORMS.ing(base)) == (third, past, ing)
    assert FORMS.base_of_third(third) == base
    assert FORMS.base_of_ing(ing) == base


@pytest.mark.parametrize(("base", "past"), [(row[0], row[2]) for row in REGULAR] + [("go", "went")])
def test_a_past_leads_back_to_its_base(base, past):
    assert FORMS.base_of_past(past) == base


def test_only_after_a_hiss_or_an_o_is_es_taken_off():
    assert FORMS.base_of_third("watches") == "watch"
    assert FORMS.base_of_third("times") != "tim"


@pytest.mark.parametrize("word", ["even", "still", "the", "with", "can", "red", "qwzt", "put"])
def test_what_is_hardly_a_verb_is_no_base(word):
    assert not FORMS.is_base(word)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("apple", "apples"), ("city", "cities"), ("child", "children"), ("bus", "buses")],
)
def test_nouns_have_a_plural(singular, plural):
    assert (FORMS.plural(singular) or plural) == plural
    assert FORMS.singular(plural) in (singular, None)


@pytest.mark.parametrize(
    "word", ["news", "series", "this", "his", "always", "mathematics", "glass"]
)
def test_what_only_looks_like_a_plural_is_none(word):
    assert FORMS.singular(word) is None


def test_past_and_participle_are_told_apart_where_they_differ():
    assert past_participle_of_past("went") == "gone"
    assert past_participle_of_past("bought") is None
    assert past_of_participle("done") == "did"
    assert past_of_participle("walked") is None
