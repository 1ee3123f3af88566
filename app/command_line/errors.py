"""Errors of the command line; each message is a sentence for the person at the keyboard."""

from __future__ import annotations


class CommandError(Exception):
    """Something the person asked for cannot be done; the message says what to do next."""


class UnreadableTextError(CommandError):
    """A file is missing, is no text, or is written in another encoding."""


class UnwritableFileError(CommandError):
    """A corrected file could not be put in place; the old one is untouched."""
