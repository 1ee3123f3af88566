"""Quick correction from the first key to the last: take a text, correct it, show it, put it back.

One text at a time; a later wish takes the place of an earlier one. Knows the card, the
engine and the ways to selection and clipboard only by what they offer, and loses
nothing: a text is written only when the writer said so.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard

from app.checking.thread import InferenceThread
from app.desktop.clipboard import ClipboardSnapshot, put_text
from app.desktop.outcomes import PutBackOutcome, TakeFailure, TakenSelection, TakeProblem
from app.desktop.selection import SelectionAccess
from app.quick.proposal import Proposal, Shows
from app.quick.window import Answer, Goal, QuickWindow
from model.edits import Correction

LOGGER = logging.getLogger(__name__)

MOST_CHARACTERS = 20_000
"""Some 3,500 words: more is no quick glance on a card, and takes the engine over a second."""

GRACE_MS = 120
"""Before the card says "Checking…": answers come sooner as a rule, and a card that changes at
once flickers."""


@dataclass(frozen=True, slots=True)
class Job:
    """One text on its way."""

    number: int
    text: str
    taken: TakenSelection | None = None
    """Where it was selected; None for a text of the clipboard."""

    @property
    def goal(self) -> Goal:
        """What can be done with the corrected text."""
        if self.taken is None or self.taken.cannot_put_back is not None:
            return Goal.COPY
        return Goal.REPLACE


class QuickDesk(QObject):
    """Carries out quick corrections.

    Signals:
        told: a sentence about what was done, for a notification.
        editor_wanted: a text that is to be opened in the editor.
        resume_wanted: the writer wants to end the pause.
        finished: nothing is under way any more.

    Attributes:
        engine_loads: whether the model is still being loaded.
        paused: whether wishes are answered with the offer to resume.
    """

    told = Signal(str)
    editor_wanted = Signal(str)
    resume_wanted = Signal()
    finished = Signal()

    def __init__(
        self,
        window: QuickWindow,
        inference: InferenceThread,
        access: SelectionAccess,
        clipboard: QClipboard,
        shows: Shows,
    ) -> None:
        super().__init__(window)
        self.engine_loads = True
        self.paused = False
        self._window = window
        self._inference = inference
        self._access = access
        self._clipboard = clipboard
        self._shows = shows
        self._number = 0
        self._job: Job | None = None
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._on_grace_over)
        inference.text_corrected.connect(self._on_corrected)
        inference.text_failed.connect(self._on_failed)
        window.replace_wanted.connect(self._replace)
        window.copy_wanted.connect(self._copy)
        window.cancelled.connect(self._on_cancelled)
        window.got_keyboard.connect(self._on_got_keyboard)
        self._reads_clipboard = False

    @Slot()
    def correct_selection(self) -> None:
        """Take what is selected in the program with the keyboard focus."""
        if self._window.isActiveWindow():
            return  # the same key again: the card is what is in front
        if not self._is_held_back():
            self._forget()
            self._access.take(partial(self._on_taken, self._number))

    @Slot()
    def correct_clipboard(self) -> None:
        """Take what was copied."""
        if self._is_held_back():
            return
        self._forget()
        if self._window.needs_keyboard_for_clipboard and not self._window.isActiveWindow():
            self._reads_clipboard = True
            self._window.show_message(self.tr("Checking…"), busy=True)
            return
        self._read_clipboard()

    @Slot()
    def close(self) -> None:
        """Let go of everything."""
        self._forget()
        self._window.hide()
        self._access.close()

    def _is_held_back(self) -> bool:
        if not self.paused:
            return False
        self._forget()
        resume: Answer = (self.tr("Resume"), self.resume_wanted.emit)
        self._window.show_message(self.tr("Copyedge is paused."), [resume])
        return True

    def _forget(self) -> None:
        """Drop what is under way; what comes of it later is not listened to."""
        self._grace.stop()
        self._reads_clipboard = False
        if self._job is not None:
            self._inference.cancel_text(self._job.number)
            self._job = None
        self._number += 1

    @Slot()
    def _on_got_keyboard(self) -> None:
        """Some desktops show the clipboard only to the window in front."""
        if self._reads_clipboard:
            self._reads_clipboard = False
            self._read_clipboard()

    def _read_clipboard(self) -> None:
        text = self._clipboard.text()
        if not text.strip():
            self._window.show_message(
                self.tr("There is no text on the clipboard. Copy some text and try again.")
            )
            return
        self._begin(Job(self._number, text))

    def _on_taken(self, number: int, result: TakenSelection | TakeFailure) -> None:
        if number != self._number:
            return
        if isinstance(result, TakenSelection):
            self._begin(Job(number, result.text, result))
        elif result.problem is TakeProblem.CLIPBOARD_ONLY:
            self.correct_clipboard()
        elif result.problem is not TakeProblem.OVERTAKEN:
            self._window.show_message(result.message)

    def _begin(self, job: Job) -> None:
        if not job.text.strip():
            self._window.show_message(
                self.tr("Only empty space is selected. Select some text and try again.")
            )
            return
        if len(job.text) > MOST_CHARACTERS:
            self._offer_editor(job)
            return
        self._job = job
        self._inference.correct_text(job.text, job.number)
        self._grace.start()

    def _offer_editor(self, job: Job) -> None:
        sentence = self.tr(
            "This text has {0} characters, and quick correction takes {1} at most. The editor has"
            " room for all of it."
        )
        answer = (self.tr("Open in the &editor"), partial(self.editor_wanted.emit, job.text))
        self._window.show_message(
            sentence.format(f"{len(job.text):,}", f"{MOST_CHARACTERS:,}"), [answer]
        )

    @Slot()
    def _on_grace_over(self) -> None:
        if self._job is None:
            return
        loads = self.tr("The model is being loaded. Your text is checked right after.")
        sentence = loads if self.engine_loads else self.tr("Checking…")
        self._window.show_message(sentence, text=self._job.text, busy=True)

    @Slot(object, object)
    def _on_corrected(self, token: object, corrections: tuple[Correction, ...]) -> None:
        job = self._job
        if job is None or token != job.number:
            return
        self._grace.stop()
        proposal = Proposal.of(job.text, corrections, self._shows)
        if proposal.changes:
            self._window.show_proposal(proposal, job.goal)
        else:
            self._window.show_message(
                self.tr("Nothing to correct: the text can stay as it is."), text=job.text
            )

    @Slot(object, str)
    def _on_failed(self, token: object, reason: str) -> None:
        job = self._job
        if job is None or token != job.number:
            return
        self._grace.stop()
        again: Answer = (self.tr("Try &again"), partial(self._begin, job))
        sentence = self.tr("The text could not be checked, and nothing was changed. {0}")
        self._window.show_message(sentence.format(_sentence(reason)), [again], text=job.text)

    @Slot(str)
    def _replace(self, text: str) -> None:
        job = self._job
        if job is None or job.taken is None:
            self._copy(text)
            return
        changes = self._window.proposal.accepted_count
        self._job = None
        self._access.put_back(job.taken, text, partial(self._on_put_back, text, changes))

    def _on_put_back(self, text: str, changes: int, outcome: PutBackOutcome) -> None:
        if outcome.pasted and not outcome.message:
            self.told.emit(self.tr("Replaced. Changes: {0}").format(changes))
            self.finished.emit()
            return
        LOGGER.info("the text was not simply replaced: %s", outcome.problem)
        answers: list[Answer] = []
        if not outcome.pasted and not outcome.on_clipboard:
            answers.append((self.tr("&Copy"), partial(self._copy, text)))
        if outcome.former is not None:
            former = outcome.former
            answers.append((self.tr("&Give the clipboard back"), partial(self._give_back, former)))
        # Enter, perhaps meant for another window, must not take the text from the clipboard.
        self._window.show_message(
            outcome.message,
            answers,
            text="" if outcome.pasted else text,
            closes=outcome.on_clipboard,
        )

    def _give_back(self, former: ClipboardSnapshot) -> None:
        """Restore the clipboard where the corrected text took its place."""
        if not former.restore(self._clipboard):
            again: Answer = (self.tr("Try &again"), partial(self._give_back, former))
            sentence = self.tr("The clipboard is in use by another program. Try again.")
            self._window.show_message(sentence, [again])
            return
        self.finished.emit()

    @Slot(str)
    def _copy(self, text: str) -> None:
        changes = self._window.proposal.accepted_count
        self._job = None
        if not put_text(self._clipboard, text):
            again: Answer = (self.tr("Try &again"), partial(self._copy, text))
            sentence = self.tr("The clipboard is in use by another program. Try again.")
            self._window.show_message(sentence, [again], text=text)
            return
        told = self.tr("The corrected text is on the clipboard. Changes: {0}").format(changes)
        self.told.emit(told if changes else self.tr("The text is on the clipboard."))
        self.finished.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        self._forget()
        self.finished.emit()


def _sentence(reason: str) -> str:
    """Return what an error says as a sentence among others."""
    reason = reason[:1].upper() + reason[1:]
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."
