"""Which proposals need no judge, and which look like them but do."""

import pytest

from model.grammar.patterns import GrammarPatterns
from tests.model.grammar.shipped_words import shipped_words

PATTERNS = GrammarPatterns(shipped_words())


def certain(text):
    """Return what the text becomes by each proposal that needs no judge."""
    return [
        text[: found.span.start] + found.replacement + text[found.span.end :]
        for found in PATTERNS.find(text)
        if found.is_certain
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They have went home.", "They have gone home."),
        ("I have already saw it.", "I have already seen it."),
        ("We didn't went there.", "We didn't go there."),
        ("He did not knew that.", "He did not know that."),
        ("Did you liked the film?", "Did you like the film?"),
        ("She doesn't likes it.", "She doesn't like it."),
        ("He can plays football.", "He can play football."),
        ("I couldn't believed it.", "I couldn't believe it."),
        ("You should knew it.", "You should know it."),
        ("I want to went home.", "I want to go home."),
        ("They were asked to wrote it.", "They were asked to write it."),
        ("He tried to played it.", "He tried to play it."),
        ("We look forward to see you.", "We look forward to seeing you."),
        ("They was late.", "They were late."),
        ("Tom says they lives here.", "Tom says they live here."),
        ("She have a dog.", "She has a dog."),
        ("Everybody have one.", "Everybody has one."),
        ("I has it.", "I have it."),
        ("People is nice.", "People are nice."),
        ("There is many people.", "There are many people."),
        ("One of my friend is here.", "One of my friends is here."),
        ("It is one of the best film.", "It is one of the best films."),
        ("I enjoy to swim.", "I enjoy swimming."),
        ("She made me to do it.", "She made me do it."),
        ("These shoes doesn't fit.", "These shoes don't fit."),
        ("Every students in my class agree.", "Every student in my class agree."),
        ("Every students came.", "Every student came."),
        ("He need a pen.", "He needs a pen."),
        ("Our method can detects objects.", "Our method can detect objects."),
        ("The price should falls soon.", "The price should fall soon."),
        ("Our method don't need it.", "Our method doesn't need it."),
        ("My sister have a dog.", "My sister has a dog."),
        ("She go to school.", "She goes to school."),
        ("She go to school yesterday.", "She went to school yesterday."),
        ("I stay because he always help me.", "I stay because he always helps me."),
    ],
)
def test_what_hardly_a_correct_sentence_has_is_certain(text, expected):
    assert expected in certain(text)


@pytest.mark.parametrize(
    "text",
    [
        *("She had rose petals.", "They have showed it.", "He has a came."),
        *("You did lay the table.", "The will has been read.", "They must needs go."),
        *("It helps to lay bricks.", "We enjoyed going to organised events."),
        *("I am used to structured data.", "She came forward to see you."),
        *("I look forward to work.", "We parents know.", "Phase I has ended."),
        *("They ask that he do it.", "What'll he do?", "If she were here ...", "Were she here ..."),
        *("There is many a slip.", "There is some water.", "One of the family knows."),
        *(
            "He was the only one of her son.",
            "One of the most vital in history.",
            "He is one of us.",
        ),
        *("One of the best trade and craft schools.", "Almost every Beatles album is here."),
        *("George Every includes it.", "He came and she go."),
        *(
            "They made it and she cry.",
            "If he lose, we win.",
            "She put it there.",
            "He wound it up.",
        ),
        *("He even, and she too.", "She need not come.", "He like, well, left.", "He Go home."),
        *("What did he say?", "Let he who can go.", "But he -", "When he, too, came."),
        *("I consider to swim.", "He was made to do it.", "These days has come."),
        *("The tin can opens.", "How could leaves fall?", "Would lives be saved?"),
        *("My brother and my sister don't know.", "The team have won."),
        *("He and she have it.", "Tom and I are here.", "World War I is over."),
    ],
)
def test_what_may_be_meant_is_left_to_the_judge(text):
    assert certain(text) == []
