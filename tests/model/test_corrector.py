import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.corrector import Corrector, CorrectorOptions, SentenceCorrector, batches
from model.edits import Category, Sentence, apply_edits
from model.error_density import Odds
from model.errors import CancelledError, MissingFileError
from model.parts import CorrectorParts, trained_tokens
from tests.fakes import FakeStepper, random_distribution, scripted_stepper, tiny_tokenizer

KNOWN = {
    "She go to school yesterday and buyed two apple .": (
        "She went to school yesterday and bought two apples."
    ),
    "i dont know": "I don't know",
    "I has a apple": "I have an apple",  # what the model reads of it
    "He go.": "He goes.",
    "It is a colour .": "It is a color.",
    "We use frobnicat and London too.": "We used frobnicate and Paris too.",
    "He said London to I.": "He said Rome to me.",
}


class GoesEverywhere(dict):
    """Corrects "go" in any sentence."""

    def get(self, text, default=None):
        return re.sub(r"\bgo\b", "goes", text)


def corrector(known=KNOWN, probability=0.9, **options):
    tokenizer = tiny_tokenizer()
    parts = CorrectorParts(tokenizer, scripted_stepper(tokenizer, known, probability), {}, "fake")
    return Corrector.of(parts, CorrectorOptions(**options))


def corrected(text, **options):
    return "".join(correction.text for correction in corrector(**options).correct_text(text))


def test_a_sentence_comes_back_corrected():
    text = "She go to school yesterday and buyed two apple ."
    assert corrected(text) == KNOWN[text]


def test_edits_carry_span_confidence_and_kind():
    (correction,) = corrector().correct_text("He go.")
    (edit,) = correction.edits
    assert (edit.span.start, edit.original, edit.replacement) == (3, "go", "goes")
    assert edit.category is Category.GRAMMAR
    assert edit.error_type == "R:VERB:SVA"
    assert 0.5 < edit.confidence < 1.0


def test_the_same_edit_is_surer_in_a_text_full_of_mistakes():
    sentence = Sentence("He go.", 0)
    right, typical, wrong = (
        corrector(min_confidence=0.0).correct_sentence(sentence, None, Odds(odds))
        for odds in (0.3, 1.0, 3.0)
    )
    confidences = [correction.edits[0].confidence for correction in (right, typical, wrong)]
    assert confidences == sorted(set(confidences))
    # What the text is like is learnt from opinions that it did not colour.
    assert right.expected_mistakes == typical.expected_mistakes == wrong.expected_mistakes > 0.5


def test_a_text_is_followed_from_sentence_to_sentence():
    first, second = corrector().correct_text("He go. He go.")
    assert second.edits[0].confidence > first.edits[0].confidence


def test_emoji_before_an_error_does_not_shift_the_edit():
    (correction,) = corrector().correct_text("I has 😀 a apple")
    assert [edit.span.start for edit in correction.edits] == [2, 8]
    assert correction.text == "I have 😀 an apple"


@pytest.mark.parametrize("strategy", ["aggressive", "greedy", "beam"])
def test_every_strategy_corrects(strategy):
    assert corrected("He go.", strategy=strategy) == "He goes."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He go.\r\n\r\n\ti dont know\r\n", "He goes.\r\n\r\n\tI don't know\r\n"),
        ("  He   go.  ", "  He   goes.  "),
        ("\ufeffHe go.\u2029", "\ufeffHe goes.\u2029"),
        ("\u200fHe go.\u200f", "\u200fHe goes.\u200f"),
        ("He\u00a0go.", "He\u00a0goes."),
    ],
)
def test_the_space_around_and_inside_a_sentence_stays(text, expected):
    assert corrected(text) == expected


def test_dialects_are_not_swapped_while_real_mistakes_are_mended():
    assert corrected("It is a colour .") == "It is a colour."


def test_protected_text_stays_while_its_sentence_is_corrected():
    text = "We use frobnicat and pyhton_code too."
    assert corrected(text) == "We used frobnicate and pyhton_code too."
    assert corrected(text, dictionary=frozenset({"frobnicat"})) == (
        "We used frobnicat and pyhton_code too."
    )


def test_text_in_another_script_stays_while_its_sentence_is_corrected():
    assert corrected("He said שלום to I.") == "He said שלום to me."


def test_sentences_in_another_script_are_not_shown_to_the_model():
    tokenizer = tiny_tokenizer()
    stepper = FakeStepper(random_distribution(1, len(tokenizer)))
    found = Corrector.of(CorrectorParts(tokenizer, stepper)).correct_text("שלום לכולם.\n123\n")
    assert not any(correction.edits for correction in found)
    assert stepper.steps == []


def test_thresholds_level_and_least_confidence_decide_what_is_shown():
    assert corrected("He go.", probability=0.8) == "He goes."
    assert corrected("He go.", probability=0.8, level=0.0) == "He go."
    assert corrected("He go.", min_confidence=0.99) == "He go."


def test_a_hypothesis_that_never_ends_changes_nothing():
    tokenizer = tiny_tokenizer()
    token = tokenizer.encode("the")[-1]

    def endless(source, prefix):
        distribution = random_distribution(1, len(tokenizer), copying=0.0)(source, prefix)
        distribution[token] = 0.0
        return distribution

    parts = CorrectorParts(tokenizer, FakeStepper(endless))
    (correction,) = Corrector.of(parts).correct_text("He goes home.")
    assert correction.edits == ()


def test_sentences_longer_than_the_model_can_read_are_corrected_in_parts():
    tokenizer = tiny_tokenizer()
    stepper = scripted_stepper(tokenizer, GoesEverywhere())
    parts = CorrectorParts(tokenizer, stepper, max_positions=20)
    text = ", ".join(["he go home"] * 10) + ", he go"
    (correction,) = Corrector.of(parts).correct_text(text)
    assert correction.text == text.replace("go", "goes")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "word " * 300,
        "no end, and more " * 150,
        "é" * 10_000,
        "😀" * 10_000,
        " " * 10_000,
        "\x00\x01\x1b[0m He \x07 goes \x7f",
        "\ud800 He goes \udfff home.",
        "a\u0301" * 5_000,
    ],
)
def test_no_text_makes_the_engine_fail_and_a_copying_model_changes_none(text):
    assert corrected(text, known={}) == text


@given(
    text=st.one_of(
        st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60),
        st.lists(st.sampled_from(["He", "go", "\r\n", " ", "a_b", "😀", "שלום", ".", "3"])).map(
            " ".join
        ),
    ),
    seed=st.integers(0, 1000),
)
@settings(max_examples=60, deadline=None)
def test_edits_of_a_wild_model_fit_the_text_and_keep_digits(text, seed):
    tokenizer = tiny_tokenizer()
    stepper = FakeStepper(random_distribution(seed, len(tokenizer), copying=0.9))
    engine = Corrector.of(CorrectorParts(tokenizer, stepper), CorrectorOptions(min_confidence=0.0))
    corrections = engine.correct_text(text)
    assert "".join(correction.sentence.text for correction in corrections) == text
    for correction in corrections:
        new = apply_edits(correction.sentence.text, correction.edits)
        assert [c for c in new if c.isdigit()] == [
            c for c in correction.sentence.text if c.isdigit()
        ]


def test_a_batch_gives_what_the_sentences_give_alone():
    engine = corrector()
    sentences = [Sentence(text, 0) for text in (*KNOWN, "", "שלום", "An apple a day.")]
    for odds in (Odds(), Odds(0.4)):
        expected = tuple(engine.correct_sentence(sentence, None, odds) for sentence in sentences)
        assert engine.correct_sentences(sentences, None, odds) == expected
    assert engine.correct_sentences([]) == ()


@given(st.dictionaries(st.integers(), st.integers(1, 200), max_size=30))
def test_batches_hold_all_sentences_once_and_grow_in_length(lengths):
    made = list(batches(lengths))
    assert sorted(key for batch in made for key in batch) == sorted(lengths)
    assert [lengths[key] for batch in made for key in batch] == sorted(lengths.values())
    for batch in made:
        padded = len(batch) * max(lengths[key] for key in batch)
        assert len(batch) <= 4
        assert padded <= 160 or len(batch) == 1


def test_the_parts_of_a_long_sentence_do_not_become_sentences_of_their_own():
    tokenizer = tiny_tokenizer()

    class Finishing(dict):
        def get(self, text, default=None):
            return text[0].upper() + text[1:].rstrip(",.") + "."

    stepper = scripted_stepper(tokenizer, Finishing())
    parts = CorrectorParts(tokenizer, stepper, familiar_tokens=20)
    (correction,) = Corrector.of(parts).correct_text("He goes home" + ", he goes home" * 5)
    assert correction.text == "He goes home" + ", he goes home" * 5 + "."


@pytest.mark.parametrize(
    ("training", "expected"),
    [({"recipe": {"batching": {"max_tokens": 48}}}, 48), ({"recipe": {}}, 128), ({}, 128)],
)
def test_the_length_a_model_was_trained_on_is_read_from_its_manifest(training, expected):
    assert trained_tokens(training) == expected


def test_a_long_sentence_in_a_batch_is_corrected_in_parts():
    tokenizer = tiny_tokenizer()
    stepper = scripted_stepper(tokenizer, GoesEverywhere())
    parts = CorrectorParts(tokenizer, stepper, max_positions=20)
    text = ", ".join(["he go home"] * 10) + ", he go"
    (long, short) = Corrector.of(parts).correct_sentences([Sentence(text, 0), Sentence("he go", 0)])
    assert long.text == text.replace("go", "goes")
    assert short.text == "he goes"


# The first reading would change "He" and "Ada" as well, which are the writer's own words.
TWICE = {
    "He go to shcool with Ada.": "She go to school with Ida.",
    "He go to school with Ada.": "He goes to school with Ada.",
}
OWN = frozenset({"He", "Ada"})


def test_a_mended_sentence_that_leaves_doubt_is_read_again():
    (once,) = corrector(TWICE, passes=1, dictionary=OWN).correct_text("He go to shcool with Ada.")
    assert once.text == "He go to school with Ada."
    (correction,) = corrector(TWICE, dictionary=OWN).correct_text("He go to shcool with Ada.")
    assert correction.text == "He goes to school with Ada."
    assert [edit.original for edit in correction.edits] == ["go", "shcool"]


def test_a_mended_sentence_of_a_batch_is_read_again():
    sentences = [Sentence("He go to shcool with Ada.", 0)]
    (correction,) = corrector(TWICE, dictionary=OWN).correct_sentences(sentences)
    assert correction.text == "He goes to school with Ada."


def test_a_mended_sentence_that_leaves_no_doubt_is_not_read_again():
    sure = {**TWICE, "He go to shcool with Ada.": "He go to school with Ida."}
    (correction,) = corrector(sure, dictionary=OWN).correct_text("He go to shcool with Ada.")
    assert correction.text == "He go to school with Ada."


def test_a_stream_is_corrected_as_it_comes():
    def chunks():
        for _ in range(5000):
            yield "He go.\n"
        raise AssertionError("read further than asked for")

    stream = corrector().iter_corrections(chunks())
    assert next(stream).text == "He goes.\n"


def test_a_stream_is_corrected_as_the_text_is():
    text = "He go. i dont know\n\nI has 😀 a apple"
    engine = corrector()
    assert tuple(engine.iter_corrections(text)) == engine.correct_text(text)


def test_cancelling_stops_before_and_between_steps():
    engine = corrector()
    with pytest.raises(CancelledError):
        engine.correct_sentence(Sentence("He go.", 0), lambda: True)
    with pytest.raises(CancelledError):
        engine.correct_sentences([Sentence("He go.", 0)], lambda: True)
    answers = iter([False, False, True])
    with pytest.raises(CancelledError):
        engine.correct_text("He go.", lambda: next(answers))


@pytest.mark.parametrize(
    "wrong",
    [{"strategy": "best"}, {"level": 2.0}, {"min_confidence": -1.0}, {"threads": 0}, {"passes": 0}],
)
def test_options_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=r"strategy|between|thread|pass"):
        CorrectorOptions(**wrong)


def test_a_missing_model_is_named_with_advice(tmp_path):
    with pytest.raises(MissingFileError, match="install the model again"):
        Corrector(tmp_path / "nowhere")


def test_a_corrector_is_what_the_application_asks_for():
    engine: SentenceCorrector = corrector()
    assert engine.fingerprint == "fake"
    assert "".join(s.text for s in engine.segment("A b. C d.")) == "A b. C d."
