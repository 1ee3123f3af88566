"""Errors of the evaluation; each message says what to do next."""

from __future__ import annotations


class EvaluationError(Exception):
    """A system or a set cannot be used as asked."""
