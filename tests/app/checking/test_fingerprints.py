from dataclasses import replace

from app.checking.fingerprints import Remembered, digest_of
from app.checking.messages import IssueKey
from model.edits import Span

KEY = IssueKey("He go home.", Span(3, 5), "goes")


def test_the_same_suggestion_is_recognised_and_others_are_not():
    remembered = Remembered(b"secret", frozenset({digest_of(b"secret", KEY)}))
    assert KEY in remembered
    for other in (
        replace(KEY, sentence="We go home."),
        replace(KEY, span=Span(3, 6)),
        replace(KEY, replacement="went"),
    ):
        assert other not in remembered


def test_another_secret_gives_another_digest():
    assert digest_of(b"one", KEY) != digest_of(b"two", KEY)


def test_space_around_the_sentence_does_not_matter():
    assert digest_of(b"s", KEY) == digest_of(b"s", replace(KEY, sentence="He go home.  "))


def test_nothing_remembered_is_false_so_that_nothing_is_worked_out():
    assert not Remembered(b"secret")
