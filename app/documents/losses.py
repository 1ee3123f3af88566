"""Say in sentences what a text does not show, and what saving it would lose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.documents.formats import DocumentFormat
from app.messages import QT_TRANSLATE_NOOP, Message


def list_things(counts: Sequence[tuple[int, str, str]]) -> tuple[Message, ...]:
    """Return what to say after opening: nothing, or one sentence.

    Args:
        counts: how many there are of each kind, and what to call one and several of it.
    """
    things = [_counted(count, one, many) for count, one, many in counts if count > 0]
    if not things:
        return ()
    return (
        Message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "This document has {0}. They are kept in the file as they are, "
                "but not shown here in full.",
            ),
            _joined(things),
        ),
    )


def lost_things(
    lost: Mapping[str, int],
    names: Mapping[str, tuple[str, str]],
    unstorable: int,
    kind: DocumentFormat,
    *,
    moved: bool = False,
    signed: bool = False,
) -> tuple[Message, ...]:
    """Return what to say before saving.

    Args:
        lost: how many of each kind are in the file but would not be in the new one.
        names: what to call one and several of each kind.
        unstorable: how many characters the format cannot hold.
        kind: of the file to be written.
        moved: True if the lines of the file would not be quite those of the text.
        signed: True if the file has a digital signature.
    """
    sentences: list[Message] = []
    things = [_counted(count, *names[thing]) for thing, count in lost.items() if count > 0]
    if things:
        sentences.append(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages", "With the text that you deleted, {0} will be removed from the file."
                ),
                _joined(things),
            )
        )
    if unstorable:
        characters = _counted(
            unstorable,
            QT_TRANSLATE_NOOP("Messages", "control character"),
            QT_TRANSLATE_NOOP("Messages", "control characters"),
        )
        sentences.append(
            Message(
                QT_TRANSLATE_NOOP("Messages", "A {0} file cannot hold {1} of this text."),
                Message(kind.value),
                characters,
            )
        )
    if moved:
        sentences.append(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "What you wrote beside a table or index goes on a line of its own, "
                    "and the cells of a table stay where they are.",
                )
            )
        )
    if signed:
        sentences.append(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages", "The digital signature of this document will no longer be valid."
                )
            )
        )
    return tuple(sentences)


def _counted(count: int, one: str, many: str) -> Message:
    return Message("{0} {1}", count, Message(one if count == 1 else many))


def _joined(things: Sequence[Message]) -> Message:
    """Return "a, b and c"."""
    *first, last = things
    if not first:
        return last
    listed = Message(", ".join(["{}"] * len(first)), *first)
    return Message(QT_TRANSLATE_NOOP("Messages", "{0} and {1}"), listed, last)
