import pytest

from model.edits import Category, Edit, Span
from model.vetoes import is_vetoed


def edit(original, replacement, error_type="R:OTHER", start=0):
    span = Span(start, start + len(original))
    return Edit(span, original, replacement, 0.99, Category.GRAMMAR, error_type)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A box from Smith Ltd. weighed a lot.", False),
        ("By 4 p.m. weighed in.", False),
        ("We saw Rome. weighed a lot.", True),
    ],
)
def test_the_full_stop_of_an_abbreviation_begins_no_sentence(sentence, wanted):
    start = sentence.index("weighed")
    capital = edit("weighed", "Weighed", "R:ORTH", start=start)
    assert is_vetoed(capital, sentence) is not wanted


def test_every_one_of_them_stays_two_words():
    joined = edit("every one", "everyone")
    assert is_vetoed(joined, "every one of them came")
    assert not is_vetoed(joined, "every one came")


def test_a_group_keeps_the_number_that_the_writer_gave_it():
    verb = edit("have", "has", "R:VERB:SVA", start=15)
    assert is_vetoed(verb, "The government have promised it.")
    assert not is_vetoed(verb, "Her big brother have promised it")


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("She insisted that he pay for it.", "pay", "paid", False),
        ("They demand that the old law be changed.", "be", "is", False),
        ("We suggest that she move out.", "move", "moves", False),
        ("They insisted she return home.", "return", "returned", False),
        ("She knows that he pay for it.", "pay", "pays", True),
        ("They suggest that the law are bad.", "are", "is", True),
        ("She insisted that he pay by hand.", "hand", "hands", True),
    ],
)
def test_what_is_demanded_keeps_the_bare_form(sentence, original, replacement, wanted):
    found = edit(original, replacement, start=sentence.index(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("He died on July 12, 1891.", False),
        ("He died on 12 July 1891.", False),
        ("He died on July 1891.", True),
        ("He died on the morning of July 12.", True),
    ],
)
def test_a_day_of_a_month_keeps_its_preposition(sentence, wanted):
    found = edit("on", "in", start=sentence.index("on"))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("Will it affect the price?", "affect", "affects", False),
        ("On the other hand, will this union mean a loss?", "mean", "means", False),
        ("How does a person from a village cope with it?", "cope", "copes", False),
        ("It affect the price.", "affect", "affects", True),
        ("Can you tell me what it mean?", "mean", "means", True),
        ("I'm gonna go now.", "go", "going", False),
        ("I am go now.", "go", "going", True),
    ],
)
def test_what_an_auxiliary_governs_stays_bare(sentence, original, replacement, wanted):
    found = edit(original, replacement, "R:VERB:SVA", start=sentence.rindex(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("We bought new equipment.", False),
        ("We bought piece of equipment.", True),
        ("We bought software company.", True),
        ("We bought new house.", True),
    ],
)
def test_what_is_not_counted_gets_no_article(sentence, wanted):
    found = edit("", "a ", "M:DET", start=len("We bought "))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("However developed our society is, we need rules.", False),
        ("However hard he tries, it fails.", False),
        ("However I like it.", True),
        ("However in my view it fails.", True),
        ("However the price is high.", True),
    ],
)
def test_however_that_says_how_much_gets_no_comma(sentence, wanted):
    assert is_vetoed(edit("", ",", "M:PUNCT", start=7), sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("Everyday crimes happen.", "Everyday", "Every day", False),
        ("Everyday I go there.", "Everyday", "Every day", True),
        ("I go there everyday.", "everyday", "every day", True),
        ("Nothing can make up for it.", "make up", "make-up", False),
        ("She wears make up.", "make up", "make-up", True),
        ("It is on the internet.", "internet", "Internet", False),
        ("We live in europe.", "europe", "Europe", True),
    ],
)
def test_words_written_in_two_ways_stay_where_theirs_is_right(
    sentence, original, replacement, wanted
):
    found = edit(original, replacement, "R:ORTH", start=sentence.index(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("We met at her birthday party.", "at", "on", False),
        ("We met at the station.", "at", "in", False),
        ("We met at the morning.", "at", "in", True),
        ("I will spend there two weeks.", "there", "their", False),
        ("I like there two dogs.", "there", "their", True),
    ],
)
def test_where_something_happens_is_no_mistake(sentence, original, replacement, wanted):
    found = edit(original, replacement, "R:PREP", start=sentence.index(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The use of telephones has effects.", False),
        ("He found that the lack of teachers has effects.", False),
        ("The children of teachers has effects.", True),
    ],
)
def test_a_verb_goes_with_the_noun_before_of(sentence, wanted):
    found = edit("has", "have", "R:VERB:SVA", start=sentence.index("has"))
    assert is_vetoed(found, sentence) is not wanted


def test_a_beginning_that_turns_the_clause_round_gets_no_comma():
    sentence = "Only in this way can we win."
    assert is_vetoed(edit("", ",", "M:PUNCT", start=len("Only in this way")), sentence)


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("I practise my skills.", "practise", "play", False),
        ("Practising is fun.", "Practising", "Playing", False),
        ("I practise my skills.", "practise", "practiced", True),
        ("I play my skills.", "play", "practise", True),
        ("In my point of view it is.", "point", "opinion", False),
        ("In my point it is.", "point", "opinion", True),
    ],
)
def test_a_word_does_not_become_one_that_teachers_prefer(sentence, original, replacement, wanted):
    found = edit(original, replacement, start=sentence.index(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("The data were lost.", "were", "was", False),
        ("The data has been lost.", "has", "have", False),
        ("None of them are here.", "are", "is", False),
        ("The date were lost.", "were", "was", True),
        ("The data were lost.", "were", "are", True),
    ],
)
def test_what_takes_either_number_keeps_it(sentence, original, replacement, wanted):
    found = edit(original, replacement, "R:VERB:SVA", start=sentence.index(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "original", "replacement", "wanted"),
    [
        ("The poor get poorer.", "get", "gets", False),
        ("The Dutch are tall.", "are", "is", False),
        ("The poor man get it.", "get", "gets", True),
        ("The poor is here.", "is", "are", True),
    ],
)
def test_a_people_or_class_takes_the_plural(sentence, original, replacement, wanted):
    found = edit(original, replacement, "R:VERB:SVA", start=sentence.index(original))
    assert is_vetoed(found, sentence) is not wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("If I see her, I will tell her.", False),
        ("He left. When I came, I saw it.", False),
        ("I saw her, I told her.", True),
        ("If I see her I tell her, I am open.", False),
        ("If you like, come in, I am open.", True),
    ],
)
def test_no_full_stop_ends_a_clause_that_is_no_sentence(sentence, wanted):
    found = edit(", ", ". ", "R:PUNCT", start=sentence.rindex(", "))
    assert is_vetoed(found, sentence) is not wanted
