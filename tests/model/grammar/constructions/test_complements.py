import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I want to going home.", "I want to go home."),
        ("Before to leave, close it.", "Before leaving, close it."),
        ("He left without to say a word.", "He left without saying a word."),
        ("She is capable to do it.", "She is capable of doing it."),
        ("I have difficulty to sleep.", "I have difficulty sleeping."),
        ("I finished to read it.", "I finished reading it."),
        ("I spend my time to read.", "I spend my time reading."),
        ("I am used to get up early.", "I am used to getting up early."),
        ("It is worth to see.", "It is worth seeing."),
        ("They are used to work at night.", "They are used to working at night."),
        ("I want that you come with me.", "I want you to come with me."),
        ("I finished to eat.", "I finished eating."),
        ("He is too tired for to work.", "He is too tired to work."),
        ("I came here for to study.", "I came here to study."),
        ("Please find attach the file.", "Please find attached the file."),
        ("I apologise for to be late.", "I apologise for being late."),
        ("Thank you for help me.", "Thank you for helping me."),
        ("I am sorry for not write sooner.", "I am sorry for not writing sooner."),
        ("You must not to smoke here.", "You must not smoke here."),
        ("She wants that I help her.", "She wants me to help her."),
        ("I dream to become a doctor.", "I dream of becoming a doctor."),
        ("She insisted to pay.", "She insisted on paying."),
        ("I succeeded to pass the exam.", "I succeeded in passing the exam."),
        ("He prevented me to go.", "He prevented me from going."),
        ("She is accustomed to live alone.", "She is accustomed to living alone."),
        ("I can't help to laugh.", "I can't help laughing."),
        ("It is no use to cry.", "It is no use crying."),
        ("I feel like to eat pizza.", "I feel like eating pizza."),
        ("She gave up to smoke.", "She gave up smoking."),
        ("I practise to speak English.", "I practise speaking English."),
        ("I had better to go.", "I had better go."),
        ("I saw him to cross the street.", "I saw him cross the street."),
        ("I heard her to sing.", "I heard her sing."),
        ("He advised me don't smoke.", "He advised me not to smoke."),
        ("Tell him don't come.", "Tell him not to come."),
        ("I started take photos.", "I started to take photos."),
        ("I apologise for not answer you.", "I apologise for not answering you."),
        ("It allows people keep in touch.", "It allows people to keep in touch."),
    ],
)
def test_verbs_and_adjectives_take_what_goes_with_them(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "We used to get up early.",
        "From start to finish to me it was fun.",
        "We spent the day with friends to forget it.",
        "Thank you for help in need.",
        "What does it feel like to win?",
        "I saw him to the door.",
        "They look for to begin with a room.",
        "What you want that we have is time.",
        "I asked them don't they know.",
        "Healthy love has been suggested to be rare.",
        "She insisted that he pay.",
        "He succeeded to the throne.",
        "We thank you for visiting us.",
        "She started work at nine.",
        "He wanted more.",
        "It allows people access to it.",
        "We allow people in.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
