"""Say in sentences what a text does not show, and what saving it would lose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.documents.formats import DocumentFormat


def list_things(counts: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    """Return what to say after opening: nothing, or one sentence.

    Args:
        counts: how many there are of each kind, and what to call one and several of it.
    """
    things = [_counted(count, one, many) for count, one, many in counts if count > 0]
    if not things:
        return ()
    return (
        f"This document has {_joined(things)}. They are kept in the file as they are, "
        "but not shown here in full.",
    )


def lost_things(
    lost: Mapping[str, int],
    names: Mapping[str, tuple[str, str]],
    unstorable: int,
    kind: DocumentFormat,
    *,
    moved: bool = False,
    signed: bool = False,
) -> tuple[str, ...]:
    """Return what to say before saving.

    Args:
        lost: how many of each kind are in the file but would not be in the new one.
        names: what to call one and several of each kind.
        unstorable: how many characters the format cannot hold.
        kind: of the file to be written.
        moved: True if the lines of the file would not be quite those of the text.
        signed: True if the file has a digital signature.
    """
    sentences = []
    things = [_counted(count, *names[thing]) for thing, count in lost.items() if count > 0]
    if things:
        sentences.append(
            f"With the text that you deleted, {_joined(things)} will be removed from the file."
        )
    if unstorable:
        characters = _counted(unstorable, "control character", "control characters")
        sentences.append(f"A {kind.value} file cannot hold {characters} of this text.")
    if moved:
        sentences.append(
            "What you wrote beside a table or index goes on a line of its own, "
            "and the cells of a table stay where they are."
        )
    if signed:
        sentences.append("The digital signature of this document will no longer be valid.")
    return tuple(sentences)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _joined(things: Sequence[str]) -> str:
    """Return "a, b and c"."""
    if len(things) == 1:
        return things[0]
    return f"{', '.join(things[:-1])} and {things[-1]}"
