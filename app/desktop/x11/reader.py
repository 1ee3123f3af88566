"""Read what another program offers as an X selection, without waiting for it.

Asks the owner for each target in turn and takes the answers as they come,
in pieces where they are large (INCR). A time limit begins anew with each
sign of life, so that a dead or hanging owner ends the reading and a slow, large
transfer does not. Knows nothing of what the content is for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

import xcffib.xproto
from PySide6.QtCore import QObject, QTimer, Slot

from app.desktop.clipboard import NOT_CONTENT
from app.desktop.x11.connection import X11Connection

SILENCE_MS = 2_000
"""How long an owner may say nothing; a busy office program may need a second to wake up."""

LARGEST = 256 * 1024 * 1024
"""Bytes of one selection in all its targets; a screenshot in five formats is a tenth of it."""

WITHOUT_TARGETS = ("UTF8_STRING", "STRING")
"""What to ask an owner that does not tell its targets."""


class Ending(Enum):
    """How a reading ended."""

    WHOLE = "whole"
    """Everything was read that the owner hands over."""
    NO_OWNER = "no owner"
    SILENT = "silent"
    """The owner did not answer in time, or died in the middle."""
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class Content:
    """What was read."""

    ending: Ending
    targets: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Name of the target and content, in the owner's order."""
    refused: tuple[str, ...] = ()
    """Targets that the owner listed but did not hand over."""

    @property
    def text(self) -> str | None:
        """The text among the targets; None if there is none."""
        found = dict(self.targets)
        for name in ("UTF8_STRING", "text/plain;charset=utf-8"):
            if name in found:
                return found[name].decode("utf-8", errors="replace").rstrip("\0")
        if "STRING" in found:
            return found["STRING"].decode("latin-1").rstrip("\0")
        return None


class SelectionReader(QObject):
    """Reads one selection once."""

    def __init__(
        self,
        connection: X11Connection,
        selection: str,
        on_done: Callable[[Content], None],
        wanted: tuple[str, ...] | None = None,
        silence_ms: int = SILENCE_MS,
        largest: int = LARGEST,
    ) -> None:
        """Prepare.

        Args:
            connection: to the X server.
            selection: its name, such as PRIMARY or CLIPBOARD.
            on_done: called once with what was read, from the event loop.
            wanted: read the first of these targets that the owner hands over; None for
                every target that it lists.
            silence_ms: how long the owner may say nothing.
            largest: how many bytes to read in all.
        """
        super().__init__()
        self._x = connection
        self._selection = connection.atom(selection)
        self._on_done: Callable[[Content], None] | None = on_done
        self._wanted = wanted
        self._largest = largest
        self._window = 0
        self._owner = 0
        self._place = connection.atom("COPYEDGE_TRANSFER")
        self._incr = connection.atom("INCR")
        self._waiting: list[str] = []
        self._listed = False
        self._asked = ""
        self._pieces: list[bytes] | None = None
        self._read: list[tuple[str, bytes]] = []
        self._refused: list[str] = []
        self._size = 0
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(silence_ms)
        self._silence.timeout.connect(self._on_silence)

    def start(self) -> None:
        """Begin; the answer comes later, from the event loop."""
        self._window = self._x.new_window(xcffib.xproto.EventMask.PropertyChange)
        self._x.event_came.connect(self._on_event)
        self._silence.start()
        self._owner = self._current_owner()
        if not self._owner:
            self._finish(Ending.NO_OWNER)
        elif self._wanted is not None:
            self._waiting = list(self._wanted)
            self._ask_next()
        else:
            self._ask("TARGETS")

    def stop(self) -> None:
        """End without an answer."""
        self._on_done = None
        self._end()

    def _end(self) -> None:
        if self._window:
            self._silence.stop()
            self._x.event_came.disconnect(self._on_event)
            if self._x.is_open:
                self._x.core.DestroyWindow(self._window, is_checked=False)
                self._x.flush()
            self._window = 0

    def _ask(self, target: str) -> None:
        self._asked = target
        self._pieces = None
        self._x.core.ConvertSelection(
            self._window,
            self._selection,
            self._x.atom(target),
            self._place,
            xcffib.xproto.Time.CurrentTime,
            is_checked=False,
        )
        self._x.flush()

    def _ask_next(self) -> None:
        if self._waiting:
            self._ask(self._waiting.pop(0))
        elif self._current_owner() in {0, self._owner}:
            self._finish(Ending.WHOLE)
        else:
            # Part of it is another program's, which has copied something meanwhile.
            self._finish(Ending.SILENT)

    def _current_owner(self) -> int:
        reply = self._x.ask(self._x.core.GetSelectionOwner(self._selection))
        return 0 if reply is None else int(reply.owner)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if not self._window:
            return
        if isinstance(event, xcffib.xproto.SelectionNotifyEvent):
            if event.requestor == self._window and event.target == self._x.atom(self._asked):
                self._silence.start()
                self._on_answer(event.property != 0)
        elif (
            isinstance(event, xcffib.xproto.PropertyNotifyEvent)
            and event.window == self._window
            and event.atom == self._place
            and event.state == xcffib.xproto.Property.NewValue
            and self._pieces is not None
        ):
            self._silence.start()
            self._on_piece(self._pieces)

    def _on_answer(self, given: bool) -> None:
        found = self._x.property_of(self._window, self._place, delete=True) if given else None
        if found is None:
            self._on_refusal()
        elif found.type == self._incr:
            # The property has been deleted: that tells the owner to send the first piece.
            self._pieces = []
            self._x.flush()
        elif self._count(len(found.content)):
            self._accept(found.content)

    def _on_piece(self, pieces: list[bytes]) -> None:
        found = self._x.property_of(self._window, self._place, delete=True)
        if found is None:
            return  # the notice of an earlier piece, which has been read already
        if not found.content:
            self._accept(b"".join(pieces))
        elif self._count(len(found.content)):
            pieces.append(found.content)
            self._x.flush()

    def _count(self, size: int) -> bool:
        self._size += size
        if self._size > self._largest:
            self._finish(Ending.TOO_LARGE)
            return False
        return True

    def _accept(self, content: bytes) -> None:
        if self._asked == "TARGETS":
            self._on_targets(content)
            return
        self._read.append((self._asked, content))
        if self._wanted is not None:
            self._waiting.clear()
        self._ask_next()

    def _on_targets(self, content: bytes) -> None:
        atoms = memoryview(content[: len(content) // 4 * 4]).cast("I")
        names = [self._x.atom_name(atom) for atom in atoms]
        self._listed = True
        self._waiting = [name for name in dict.fromkeys(names) if name and name not in NOT_CONTENT]
        self._ask_next()

    def _on_refusal(self) -> None:
        if self._asked == "TARGETS":
            self._waiting = list(WITHOUT_TARGETS)
        elif self._listed:
            self._refused.append(self._asked)
        self._ask_next()

    @Slot()
    def _on_silence(self) -> None:
        if self._current_owner():
            self._finish(Ending.SILENT)
            return
        # Its owner is dead: what has been read is all there ever will be.
        if self._asked != "TARGETS":
            self._refused.append(self._asked)
        self._refused.extend(self._waiting)
        self._finish(Ending.WHOLE if self._read else Ending.NO_OWNER)

    def _finish(self, ending: Ending) -> None:
        if self._window:
            self._end()
            content = Content(ending, tuple(self._read), tuple(self._refused))
            # Later: whoever gets it lets go of this object, whose timer may just be at work.
            QTimer.singleShot(0, partial(self._report, content))

    def _report(self, content: Content) -> None:
        on_done, self._on_done = self._on_done, None
        if on_done is not None:
            on_done(content)
