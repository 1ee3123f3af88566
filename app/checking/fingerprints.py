"""Recognise a dismissed suggestion without keeping the sentence that it was made for.

A digest under a secret of this installation: equal for the same edit of the same
sentence, and of no use to anyone who reads the file that it is kept in.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from app.checking.messages import IssueKey

DIGEST_BYTES = 8  # a chance of one in 10^15 that any of a thousand wrongly hides one suggestion


@dataclass(frozen=True, slots=True)
class Remembered:
    """The dismissed suggestions of a document, as digests.

    Args:
        secret: of this installation.
        digests: of the suggestions, hexadecimal.
    """

    secret: bytes = b""
    digests: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.digests)

    def __contains__(self, key: IssueKey) -> bool:
        return digest_of(self.secret, key) in self.digests


@lru_cache(maxsize=4096)
def digest_of(secret: bytes, key: IssueKey) -> str:
    """Return what a suggestion is recognised by, hexadecimal."""
    where = f"{key.span.start}:{key.span.end}:{len(key.replacement)}:{key.replacement}"
    return _digest(secret, f"{where}\0{key.sentence.strip()}")


def digest_of_document(secret: bytes, path: str) -> str:
    """Return what a document is recognised by, hexadecimal."""
    return _digest(secret, f"document\0{path}")


def _digest(secret: bytes, text: str) -> str:
    content = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, key=secret, digest_size=DIGEST_BYTES).hexdigest()
