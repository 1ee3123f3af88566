"""Which suggestions were dismissed in which document, from one start to the next.

Only digests are kept: no path, no word of a document. Bounded: documents that were not
used for long, and the oldest dismissals of one document, are forgotten. A damaged file
is forgotten too; the suggestions then come back once. Knows no suggestions.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable
from pathlib import Path

from app.documents.atomic import write_atomically
from app.documents.errors import CannotSaveError

LOGGER = logging.getLogger(__name__)

MOST_DOCUMENTS = 300
MOST_PER_DOCUMENT = 300  # together at most some 1.7 MB
SECRET_BYTES = 16
_VERSION = 1


class DismissalStore:
    """Lists of digests by document, in a JSON file.

    Attributes:
        secret: of this installation, for the digests.

    Args:
        path: the file; made with the first entry.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._documents: dict[str, list[str]] = {}
        self.secret = secrets.token_bytes(SECRET_BYTES)
        try:
            self._load(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            LOGGER.warning("dismissed suggestions are forgotten: %s", error)

    def of(self, document: str) -> tuple[str, ...]:
        """Return what was dismissed in a document, the oldest first."""
        return tuple(self._documents.get(document, ()))

    def add(self, document: str, digests: Iterable[str]) -> None:
        """Remember dismissals; a file that cannot be written is not worth a word."""
        known = self._documents.pop(document, [])
        new = [digest for digest in dict.fromkeys(digests) if digest not in known]
        # Last in the table: the one that was used last.
        self._documents[document] = [*known, *new][-MOST_PER_DOCUMENT:]
        while len(self._documents) > MOST_DOCUMENTS:
            del self._documents[next(iter(self._documents))]
        if new:
            self._store()

    def _load(self, content: dict[str, object]) -> None:
        """Take what the file holds.

        Raises:
            ValueError: if that is not what this version writes.
        """
        documents = content["documents"]
        if content["version"] != _VERSION or not isinstance(documents, dict):
            raise ValueError("another version")
        secret = bytes.fromhex(str(content["secret"]))
        if len(secret) != SECRET_BYTES:
            raise ValueError("no secret")
        self._documents = {
            str(name): [str(digest) for digest in digests] for name, digests in documents.items()
        }
        self.secret = secret

    def _store(self) -> None:
        content = {
            "version": _VERSION,
            "secret": self.secret.hex(),
            "documents": self._documents,
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(content).encode("utf-8"))
        except (OSError, CannotSaveError) as error:
            LOGGER.warning("dismissed suggestions cannot be kept: %s", error)
