import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Can you tell me what time is it?", "Can you tell me what time it is?"),
        ("I don't know where are they.", "I don't know where they are."),
        ("He asked me where do I live.", "He asked me where I live."),
        ("I don't know when does it start.", "I don't know when it starts."),
        ("Tell me why did she go.", "Tell me why she went."),
        ("When you came here?", "When did you come here?"),
        ("Why he goes there?", "Why does he go there?"),
        ("She suggested me to go.", "She suggested that I go."),
        ("Although it was late, but we went out.", "Although it was late, we went out."),
        ("Because I was tired, so I slept.", "Because I was tired, I slept."),
        ("I did all what I could.", "I did all that I could."),
    ],
)
def test_clauses_are_put_in_order(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "What time is it?",
        "He asked, what time is it?",
        "I know what it is.",
        "When you came here, did you like it?",
        "Although small but strong, it broke.",
        "Because of you, so many came.",
        "All I want is what you want.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
