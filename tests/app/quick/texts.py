"""Proposals made by the rule engine."""

from app.quick.proposal import Proposal
from tests.app.fakes import RuleCorrector

LETTER = "I recieve it. However we wait. He go home with teh wrod."


def corrected(text):
    engine = RuleCorrector()
    return tuple(engine.correct_sentence(sentence) for sentence in engine.segment(text))


def proposal(text=LETTER, shows=lambda issue: True):
    return Proposal.of(text, corrected(text), shows)
