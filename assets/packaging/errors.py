"""Errors of a build; each message says what to do next.

BuildError              a stage could not do its work
└─ MissingToolError     something has to be installed first
"""


class BuildError(Exception):
    """A stage could not do its work; the message says why and what to do next."""


class MissingToolError(BuildError):
    """Tools are missing; the message names each with the command that installs it."""
