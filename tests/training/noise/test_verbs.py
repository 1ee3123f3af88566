from __future__ import annotations

from tests.training.noise.drafts import outcomes
from training.noise import verbs
from training.noise.choices import compile_choices
from training.noise.lexicon import Lexicon

LEXICON = Lexicon.of(
    dict.fromkeys(["go", "went", "dog"], 9), ["go", "buy", "walk", "have", "enjoy"], {"dog": "dogs"}
)


def test_agreement_breaks_beside_a_clear_subject() -> None:
    operation = verbs.disagreeing(LEXICON, compile_choices({"is": {"are": 1}}))
    assert outcomes(operation, "She goes home.", "goes") == {"She go home."}
    assert outcomes(operation, "They go home.", "go") == {"They goes home."}
    assert outcomes(operation, "The dog is old.", "is") == {"The dog are old."}
    assert outcomes(operation, "Let me go.", "go") == {"Let me go."}
    assert outcomes(operation, "The walk was long.", "walk") == {"The walk was long."}


def test_tense_changes_only_where_the_sentence_tells_the_time() -> None:
    operation = verbs.changing_tense(LEXICON, {})
    assert "Yesterday we go home." in outcomes(operation, "Yesterday we went home.", "went")
    assert outcomes(operation, "We went home.", "went") == {"We went home."}
    assert "He go home." in outcomes(operation, "He went home.", "went")
    assert outcomes(operation, "I was bought yesterday.", "bought") == {"I was bought yesterday."}


def test_forms_change_after_words_that_ask_for_one() -> None:
    operation = verbs.changing_form(LEXICON, {})
    assert {"I want to going.", "I want to went."} <= outcomes(operation, "I want to go.", "go")
    assert "They have go." in outcomes(operation, "They have gone.", "gone")
    assert "I enjoy to walk." in outcomes(operation, "I enjoy walking.", "walking")
    assert "You could of known." in outcomes(operation, "You could have known.", "have")
    assert outcomes(operation, "The walk.", "walk") == {"The walk."}


def test_irregular_verbs_are_made_regular() -> None:
    operation = verbs.regularising(LEXICON)
    assert "She buyed bread." in outcomes(operation, "She bought bread.", "bought")
    assert {"went", "gone", "bought", "had"} == set(operation.words)
