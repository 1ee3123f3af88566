import pytest

from app.desktop.outcomes import PutBackOutcome, PutBackProblem, TakeFailure, TakeProblem


@pytest.mark.parametrize("problem", TakeProblem)
def test_every_reason_for_not_taking_is_a_sentence(qapp, problem):
    message = TakeFailure(problem).message
    assert message[0].isupper()
    assert message.endswith(".")


@pytest.mark.parametrize("problem", PutBackProblem)
@pytest.mark.parametrize("there", [True, False])
def test_every_reason_for_not_pasting_says_where_the_text_is(qapp, problem, there):
    outcome = PutBackOutcome(problem, there)
    assert not outcome.pasted
    assert outcome.message.startswith(problem.value)
    assert ("text is on the clipboard" in outcome.message) is there
    assert ("copy it before you close" in outcome.message) is not there


def test_success_needs_no_words(qapp):
    assert PutBackOutcome().pasted
    assert PutBackOutcome().message == ""
