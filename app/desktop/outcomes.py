"""What can come of taking a selection and of putting a text back: values and sentences.

Every sentence is for the person in front of the screen, in the program's
language, and says what to do next. Knows no platform.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.desktop.clipboard import ClipboardSnapshot
from app.translations import QT_TRANSLATE_NOOP


class TakeProblem(Enum):
    """Why no selection could be taken; the value is a sentence of the context "Desktop"."""

    NOTHING_SELECTED = QT_TRANSLATE_NOOP(
        "Desktop", "No text is selected. Select some text in the other program and try again."
    )
    NO_ANSWER = QT_TRANSLATE_NOOP(
        "Desktop",
        "The other program did not hand over its selection in time. Copy the text there and"
        " choose “Correct clipboard”.",
    )
    TOO_LARGE = QT_TRANSLATE_NOOP(
        "Desktop",
        "The selection is too large for quick correction. Open the text in the editor instead.",
    )
    CLIPBOARD_ONLY = QT_TRANSLATE_NOOP(
        "Desktop",
        "This desktop keeps selections from other programs. Copy the text and choose “Correct"
        " clipboard”.",
    )
    CLIPBOARD_IN_USE = QT_TRANSLATE_NOOP(
        "Desktop",
        "What is on the clipboard could not be kept safe, so nothing was copied. Copy the text"
        " yourself and choose “Correct clipboard”.",
    )
    NOT_ALLOWED = QT_TRANSLATE_NOOP(
        "Desktop",
        "The system does not allow Copyedge to press keys in other programs. Allow it under"
        " Privacy & Security, Accessibility, or copy the text and choose “Correct clipboard”.",
    )
    OVERTAKEN = QT_TRANSLATE_NOOP("Desktop", "A later request took the place of this one.")
    BUSY = QT_TRANSLATE_NOOP(
        "Desktop", "Copyedge is still putting back another text. Try again in a moment."
    )


class PutBackProblem(Enum):
    """Why a text was not put back; the value is a sentence of the context "Desktop"."""

    FOCUS_CHANGED = QT_TRANSLATE_NOOP(
        "Desktop", "Another window is in front now, so nothing was pasted."
    )
    WINDOW_GONE = QT_TRANSLATE_NOOP(
        "Desktop", "The window that the text came from is gone, so nothing was pasted."
    )
    SELECTION_CHANGED = QT_TRANSLATE_NOOP(
        "Desktop", "The selection has changed meanwhile, so nothing was pasted."
    )
    NOT_IN_FRONT_WINDOW = QT_TRANSLATE_NOOP(
        "Desktop",
        "The selected text does not belong to the window in front, so nothing was pasted.",
    )
    PASTES_OTHERWISE = QT_TRANSLATE_NOOP(
        "Desktop", "Pasting into this program would not replace the text, so nothing was pasted."
    )
    NOT_READ = QT_TRANSLATE_NOOP(
        "Desktop", "Copyedge could not see the other program take the text."
    )
    CLIPBOARD_ONLY = QT_TRANSLATE_NOOP(
        "Desktop", "This desktop does not let programs paste into others."
    )
    TOO_LARGE = QT_TRANSLATE_NOOP("Desktop", "The text is too large to be pasted.")
    NOT_ALLOWED = QT_TRANSLATE_NOOP(
        "Desktop",
        "The system does not allow Copyedge to press keys in other programs (Privacy & Security,"
        " Accessibility), so nothing was pasted.",
    )
    CLIPBOARD_IN_USE = QT_TRANSLATE_NOOP(
        "Desktop", "What is on the clipboard could not be kept safe, so nothing was pasted."
    )
    BUSY = QT_TRANSLATE_NOOP("Desktop", "Copyedge is still putting back another text.")


ON_CLIPBOARD = QT_TRANSLATE_NOOP(
    "Desktop", "The corrected text is on the clipboard: paste it where you want it."
)
NOT_ON_CLIPBOARD = QT_TRANSLATE_NOOP(
    "Desktop", "The corrected text is only here: copy it before you close this window."
)
CLIPBOARD_NOT_RESTORED = QT_TRANSLATE_NOOP(
    "Desktop", "The text was replaced, but the clipboard's former content could not be put back."
)
CLIPBOARD_IN_PART = QT_TRANSLATE_NOOP(
    "Desktop",
    "The text was replaced; some forms of the clipboard's former content could not be put back.",
)


def translated(sentence: str) -> str:
    """Return a sentence of this module in the program's language."""
    return QCoreApplication.translate("Desktop", sentence)


@dataclass(frozen=True, slots=True)
class TakenSelection:
    """A text that is selected in another program."""

    text: str = field(repr=False)
    """With line feeds as line ends."""
    source: object = None
    """Where it came from, for whoever took it."""
    cannot_put_back: PutBackProblem | None = None
    """Why a text cannot be put in its place, known in advance; None if it may be tried."""


@dataclass(frozen=True, slots=True)
class TakeFailure:
    """No selection was taken; the desktop is as it was."""

    problem: TakeProblem

    @property
    def message(self) -> str:
        """A sentence for the person, in the program's language."""
        return translated(self.problem.value)


@dataclass(frozen=True, slots=True)
class PutBackOutcome:
    """What became of a text that was to be put back."""

    problem: PutBackProblem | None = None
    """None if the other program took the text."""
    on_clipboard: bool = False
    """Whether the text is on the clipboard now, to be pasted by hand."""
    former: ClipboardSnapshot | None = None
    """What was on the clipboard before, where the text took its place and this is known."""
    restored: bool = True
    """Whether the clipboard's former content is there again after pasting."""
    missing: tuple[str, ...] = ()
    """Formats of the former content that its owner did not hand over."""

    @property
    def pasted(self) -> bool:
        """Whether the other program took the text."""
        return self.problem is None

    @property
    def message(self) -> str:
        """What to tell the person, in the program's language; empty if all went well."""
        if self.problem is None:
            if not self.restored:
                return translated(CLIPBOARD_NOT_RESTORED)
            return translated(CLIPBOARD_IN_PART) if self.missing else ""
        where = ON_CLIPBOARD if self.on_clipboard else NOT_ON_CLIPBOARD
        return f"{translated(self.problem.value)} {translated(where)}"
