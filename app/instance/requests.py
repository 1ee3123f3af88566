"""What a start of the program wants, and how it is written on the line.

One line of JSON in ASCII, limited in length. Knows neither sockets nor Qt: the
second start reads and writes this without loading either.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

VERSION = 1
"""Of the message; raised when an older program could not understand it."""

MAX_BYTES = 256 * 1024
"""Of one message, its line end included: some thousand files, and nothing that hurts to read."""

MAX_TOKEN = 1024
"""Characters of an activation token; desktops hand out some forty."""


class Verb(Enum):
    """What a start may want of the running program."""

    OPEN = "open"
    """Open files; without any, show the window."""
    SHOW = "show"
    """Show the window as it is."""
    QUICK = "quick"
    """Show the card with corrections of what is selected."""
    CORRECT_CLIPBOARD = "correct-clipboard"
    QUIT = "quit"
    BACKGROUND = "background"
    """Start in the tray, without a window; nothing to do where the program runs already."""


class MalformedRequest(ValueError):
    """A message that is no request; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Request:
    """One start of the program."""

    verb: Verb
    files: tuple[Path, ...] = ()
    """Absolute: the running program was started in another folder."""
    activation_token: str = ""
    """With which the desktop lets a window come to the front (XDG_ACTIVATION_TOKEN)."""

    def to_bytes(self) -> bytes:
        """Return the message, its line end included.

        Raises:
            MalformedRequest: if it would be too long, or a file is not absolute.
        """
        fields = {
            "version": VERSION,
            "verb": self.verb.value,
            "files": [str(path) for path in self.files],
            "activation_token": self.activation_token,
        }
        # ASCII, so that names that are no Unicode come through as escaped surrogates.
        message = json.dumps(fields, separators=(",", ":")).encode("ascii") + b"\n"
        if len(message) > MAX_BYTES:
            raise MalformedRequest("That is too much at once. Hand over fewer files.")
        if not all(path.is_absolute() for path in self.files):
            raise MalformedRequest("A file has to be named with its whole path.")
        return message

    @classmethod
    def from_bytes(cls, message: bytes) -> Request:
        """Read a message.

        Raises:
            MalformedRequest: if it is none, or one of another version of the program.
        """
        if len(message) > MAX_BYTES:
            raise MalformedRequest(f"The message is longer than {MAX_BYTES} bytes.")
        if not message.endswith(b"\n"):
            raise MalformedRequest("The message has no end.")
        try:
            fields = json.loads(message.decode("ascii"))
        except (ValueError, RecursionError) as error:
            raise MalformedRequest(f"The message is no JSON: {error}") from error
        if not isinstance(fields, dict) or fields.get("version") != VERSION:
            raise MalformedRequest("The message is of another version of the program.")
        return cls(_verb(fields), _files(fields), _token(fields))


def _verb(fields: dict[str, object]) -> Verb:
    try:
        return Verb(fields.get("verb"))
    except ValueError as error:
        raise MalformedRequest("The message asks for something unknown.") from error


def _files(fields: dict[str, object]) -> tuple[Path, ...]:
    names = fields.get("files")
    if not isinstance(names, list):
        raise MalformedRequest("The files are no list.")
    return tuple(_file(name) for name in names)


def _file(name: object) -> Path:
    if not isinstance(name, str) or "\0" in name or not Path(name).is_absolute():
        raise MalformedRequest("A file is not named with its whole path.")
    return Path(name)


def _token(fields: dict[str, object]) -> str:
    token = fields.get("activation_token")
    if not isinstance(token, str) or len(token) > MAX_TOKEN:
        raise MalformedRequest("The activation token is none.")
    return token
