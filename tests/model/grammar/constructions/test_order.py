import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I like very much chocolate.", "I like chocolate very much."),
        ("Can you tell me what time is it?", "Can you tell me what time it is?"),
        ("I don't know where are they.", "I don't know where they are."),
        ("He asked me where do I live.", "He asked me where I live."),
        ("I don't know when does it start.", "I don't know when it starts."),
        ("Tell me why did she go.", "Tell me why she went."),
        ("He plays often tennis.", "He often plays tennis."),
        ("I like very much this song.", "I like this song very much."),
        ("He explained me the problem.", "He explained the problem to me."),
        ("I and my wife live here.", "My wife and I live here."),
        ("He speaks well English.", "He speaks English well."),
        ("She is a girl very nice.", "She is a very nice girl."),
        ("I have a car red.", "I have a red car."),
        ("I and my friend went out.", "My friend and I went out."),
        ("She explained me the end of the book.", "She explained the end of the book to me."),
        ("Only in this way we can win.", "Only in this way can we win."),
    ],
)
def test_words_are_put_in_order(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "When you came here, did you like it?",
        "They have always a nostalgia.",
        "He is a man very good at maths.",
        "I and only I know.",
        "I don't know what is the matter.",
        "She speaks well of you.",
        "Only then can we win.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
