"""A strip above the text that says something and offers a few answers, without a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

Answer = tuple[str, Callable[[], object] | None]
"""What a button says, and what is done when it is pressed; the strip closes either way."""


class Banner(QFrame):
    """Shows one message at a time; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._buttons: list[QPushButton] = []
        self._acts: dict[QPushButton, Callable[[], object] | None] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._message, 1)
        self.hide()

    @property
    def message(self) -> str:
        """What is shown, or an empty string."""
        return self._message.text() if not self.isHidden() else ""

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The present answers."""
        return tuple(self._buttons)

    def show_message(self, message: str, answers: Sequence[Answer]) -> None:
        """Show a message in place of the present one."""
        self._clear()
        self._message.setText(message)
        self.setAccessibleName(message)
        for place, (text, act) in enumerate(answers):
            button = QPushButton(text, self)
            if place == 0 and len(answers) > 1:
                button.setObjectName("primary")
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            self._buttons.append(button)
            self._acts[button] = act
        self.show()

    def _clear(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._acts.clear()

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        act = self._acts.get(sender) if isinstance(sender, QPushButton) else None
        self.hide()
        if act is not None:
            act()
