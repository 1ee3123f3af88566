import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.grammar.patterns import GrammarPatterns
from tests.model.grammar.shipped_words import shipped_words

PATTERNS = GrammarPatterns(shipped_words())


def made(text):
    """Return what the text becomes by each proposal alone."""
    return [
        text[: found.span.start] + found.replacement + text[found.span.end :]
        for found in PATTERNS.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She go to the gym.", "She goes to the gym."),
        ("He don\u2019t know.", "He doesn't know."),
        ("She also have a dog.", "She also has a dog."),
        ("They was late.", "They were late."),
        ("We goes home.", "We go home."),
        ("I has it.", "I have it."),
        ("Everybody know it.", "Everybody knows it."),
        ("People is nice.", "People are nice."),
        ("My parents lives there.", "My parents live there."),
        ("I know that the children is tired.", "I know that the children are tired."),
        ("This problem are hard.", "This problem is hard."),
        ("These is mine.", "These are mine."),
        ("There is many people.", "There are many people."),
        ("There are a man outside.", "There is a man outside."),
        ("We didn't went there.", "We didn't go there."),
        ("Does she likes it?", "Does she like it?"),
        ("He can plays football.", "He can play football."),
        ("You must to go now.", "You must go now."),
        ("He will coming.", "He will come."),
        ("I want to went home.", "I want to go home."),
        ("She has wrote it.", "She has written it."),
        ("He done it.", "He did it."),
        ("I enjoy to swim.", "I enjoy swimming."),
        ("We look forward to see you.", "We look forward to seeing you."),
        ("He left without say a word.", "He left without saying a word."),
        ("Yesterday I go home.", "Yesterday I went home."),
        ("I bought two apple.", "I bought two apples."),
        ("There are many good idea in it.", "There are many good ideas in it."),
        ("One of my friend is here.", "One of my friends is here."),
        ("Every days I run.", "Every day I run."),
        ("Too much people came.", "Too many people came."),
        ("TWO apple.", "TWO apples."),
        ("However I think so.", "However, I think so."),
        ("In my opinion it is good.", "In my opinion, it is good."),
        ("I like it but I am tired.", "I like it, but I am tired."),
        ("If you go there you will see it.", "If you go there, you will see it."),
        ("I have a dog which is old.", "I have a dog, which is old."),
    ],
)
def test_a_mistake_of_form_is_seen(text, expected):
    assert expected in made(text)


@pytest.mark.parametrize(
    "text",
    [
        "She goes to the gym, and they were late.",
        "Did he go? Can she swim? Should it rain, we stay.",
        "If he were rich, he would help her go.",
        "If I were you, I would go.",
        "My friend and I are here.",
        "The number of students is large.",
        "A lot are missing. There are a lot of them. There are a few.",
        "My family are nice.",
        "He does his homework, and I did too.",
        "They let her go and made him stay.",
        "He put it there. She even liked it.",
        "We have to leave; she used to sing.",
        "The news is good, and physics is fun.",
        "I have two blue cars and several brothers.",
        "It is one of the team's best years.",
        "He can still go, and he will not.",
        "these days",
        "However, I think so. Yes.",
        "I think that he said that we could stay.",
        "If you want, you can go, but I stay.",
        "but I",
        "",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert made(text) == []


WORDS = st.sampled_from(
    [
        "she",
        "he",
        "they",
        "i",
        "my",
        "the",
        "this",
        "go",
        "goes",
        "went",
        "can",
        "didn't",
        "to",
        "have",
        "wrote",
        "two",
        "apple",
        "every",
        "days",
        ",",
        ".",
        "there",
        "is",
        "are",
        "many",
        "enjoy",
        "one",
        "of",
        "friend",
        "yesterday",
        "É",
        "12",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=30))
@example("I enjoy to")
def test_a_proposal_lies_within_any_text_and_changes_it(text):
    for found in PATTERNS.find(text):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert text[found.span.start : found.span.end] != found.replacement
        assert found.rule
