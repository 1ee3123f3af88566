"""Large files in parts small enough to carry, with a check that all came through.

A manifest names the parts of each file, its size and its SHA-256.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

PART_BYTES = 15 * 2**20  # one MiB below what a transfer takes per file


class ParcelError(ValueError):
    """Parts are missing or damaged; the message says which."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One file in parts."""

    parts: tuple[str, ...]
    """File names, in order, all in one folder."""
    bytes: int
    sha256: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Parcel:
        """Return the parcel that :meth:`to_dict` described."""
        return cls(tuple(values["parts"]), values["bytes"], values["sha256"])


def split_file(path: Path, folder: Path, part_bytes: int = PART_BYTES) -> Parcel:
    """Write the parts of ``path`` into ``folder`` as ``NAME.0``, ``NAME.1``, ..."""
    content = path.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for number, start in enumerate(range(0, max(1, len(content)), part_bytes)):
        name = f"{path.name}.{number}"
        (folder / name).write_bytes(content[start : start + part_bytes])
        names.append(name)
    return Parcel(tuple(names), len(content), hashlib.sha256(content).hexdigest())


def join_file(parcel: Parcel, folder: Path, out: Path) -> None:
    """Put the parts in ``folder`` together again; ``out`` is whole or not there.

    Raises:
        ParcelError: if a part is missing or the whole is not what was split.
    """
    missing = [name for name in parcel.parts if not (folder / name).is_file()]
    if missing:
        raise ParcelError(f"{folder} lacks {', '.join(missing)}; fetch the leg's output again")
    content = b"".join((folder / name).read_bytes() for name in parcel.parts)
    if hashlib.sha256(content).hexdigest() != parcel.sha256:
        raise ParcelError(f"the parts of {out.name} in {folder} are damaged; fetch them again")
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(out.name + ".partial")
    partial.write_bytes(content)
    os.replace(partial, out)
