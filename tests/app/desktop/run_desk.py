"""A program with a real X clipboard that does one thing at a time, as a test tells it.

Takes lines of JSON on standard input, ``[verb, argument]``, and answers each
with a line of JSON. The card is a window of our own, as the quick-correct
window is one.
"""

import base64
import dataclasses
import json
import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit

from app.desktop.clipboard import ClipboardSnapshot
from app.desktop.hotkey import GlobalHotkey
from app.desktop.outcomes import TakenSelection
from app.desktop.platforms import desktop_platform
from app.desktop.selection import selection_access


class Program:
    """Carries out what the test says."""

    def __init__(self):
        self.qt = QApplication(sys.argv)
        self.clipboard = self.qt.clipboard()
        self.access = selection_access(desktop_platform(), self.clipboard)
        self.hotkey = GlobalHotkey()
        self.hotkey.pressed.connect(self.on_pressed)
        self.card = QLineEdit()
        self.card.setWindowTitle("card")
        self.taken = None
        self.pending = b""
        self.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.notifier.activated.connect(self.on_input)

    def say(self, answer):
        print(json.dumps(answer), flush=True)

    def on_input(self):
        received = os.read(0, 65536)
        if not received:
            self.qt.quit()
        *lines, self.pending = (self.pending + received).split(b"\n")
        for line in lines:
            verb, argument = json.loads(line)
            getattr(self, verb)(argument)

    def on_pressed(self):
        self.access.take(self.on_taken)

    def on_taken(self, taken):
        self.taken = taken
        if isinstance(taken, TakenSelection):
            why = taken.cannot_put_back
            self.say({"text": taken.text, "cannot": why.name if why else None})
        else:
            self.say({"problem": taken.problem.name})

    def take(self, _):
        self.access.take(self.on_taken)

    def put_back(self, text):
        self.access.put_back(self.taken, text, self.on_put_back)

    def on_put_back(self, outcome):
        self.say(
            {
                "problem": outcome.problem.name if outcome.problem else None,
                "on_clipboard": outcome.on_clipboard,
                "restored": outcome.restored,
                "message": outcome.message,
            }
        )

    def register(self, keys):
        self.say(dataclasses.asdict(self.hotkey.register(keys)) | {"state": None})

    def unregister(self, _):
        self.hotkey.unregister()
        self.say(True)

    def show_card(self, _):
        self.card.show()
        self.card.activateWindow()
        self.say(True)

    def hide_card(self, _):
        self.card.hide()
        self.say(True)

    def snapshot(self, _):
        kept = ClipboardSnapshot.take(self.clipboard)
        self.say({name: base64.b64encode(content).decode() for name, content in kept.formats})

    def keep_primary_and_take_it(self, text):
        mode = self.clipboard.Mode.Selection
        kept = ClipboardSnapshot.take(self.clipboard, mode)
        # X11 refuses an owner whose clock is behind the last owner's, and Qt takes itself for the
        # owner all the same. Its clock goes on with events, such as those of reading.
        self.clipboard.setText(text, mode)
        while self.clipboard.text(mode) != text:
            self.qt.processEvents()
            self.clipboard.setText(text, mode)
        self.say([self.clipboard.text(mode), kept.restore(self.clipboard)])

    def restore(self, formats):
        content = tuple((name, base64.b64decode(value)) for name, value in formats.items())
        self.say(ClipboardSnapshot(content).restore(self.clipboard))


if __name__ == "__main__":
    program = Program()
    program.say("ready")
    sys.exit(program.qt.exec())
