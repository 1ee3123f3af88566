import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I always do a mistake here.", "I always make a mistake here."),
        ("He has done many mistakes.", "He has made many mistakes."),
        ("I have to make my homework.", "I have to do my homework."),
        ("She said the truth.", "She told the truth."),
        ("Can you borrow me your pen?", "Can you lend me your pen?"),
        ("I need a work.", "I need a job."),
        ("I want to go to there.", "I want to go there."),
        ("She plays the piano very good.", "She plays the piano very well."),
        ("I work hardly every day.", "I work hard every day."),
        ("We made a lot of photos.", "We took a lot of photos."),
        ("This is for you and I.", "This is for you and me."),
        ("She is the woman which I met.", "She is the woman who I met."),
        ("She sings very good.", "She sings very well."),
        ("We went to home.", "We went home."),
        ("I passed my holidays in Italy.", "I spent my holidays in Italy."),
        ("I made a party.", "I had a party."),
        ("I lost the bus.", "I missed the bus."),
        ("Open the light, please.", "Turn on the light, please."),
        ("He drives very fastly.", "He drives very fast."),
        ("She said to me to wait.", "She told me to wait."),
        ("I will return back tomorrow.", "I will return tomorrow."),
        ("Please repeat it again.", "Please repeat it."),
        ("Between you and I, he is wrong.", "Between you and me, he is wrong."),
        ("Use it with careful.", "Use it carefully."),
        ("I learn fastly.", "I learn fast."),
        ("She works very hardly.", "She works very hard."),
        ("He drives very careful.", "He drives very carefully."),
        ("We went in side because of the rain.", "We went inside because of the rain."),
        ("He won the second price.", "He won the second prize."),
        ("It is very noise but beautiful.", "It is very noisy but beautiful."),
        ("I very like the festival.", "I really like the festival."),
        ("It is not my mother language.", "It is not my mother tongue."),
        ("They make a party every summer.", "They have a party every summer."),
    ],
)
def test_words_that_go_together_do(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "When does a mistake become a habit?",
        "Does this mistake matter?",
        "It is a work of art.",
        "Go to home page three.",
        "I prefer to walk more than to swim.",
        "I have coded since 11 years old.",
        "It broke during three months of work.",
        "He said so in Friday's paper.",
        "He said so in Friday night's programme.",
        "People of the same kind like the sea.",
        "The song they play is very good.",
        "We worked hardly at all.",
        "I like very much indeed.",
        "He sold it to you and I bought it.",
        "It is a school for boys which works.",
        "He said so in last year's report.",
        "They cut open the lights.",
        "She passed my house in summer.",
        "He lost the train of thought.",
        "Return back issues by post.",
        "He made the party fun.",
        "She looks very beautiful.",
        "We walked in side streets.",
        "He did good to the poor.",
        "They won the price war.",
        "It is so very easy.",
        "Is this very noise new?",
        "They made a party leader of him.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
