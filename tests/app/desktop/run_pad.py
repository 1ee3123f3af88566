"""A small editor of another program's kind: Qt's own text field, in a process of its own.

Takes a path; Ctrl+S writes what it holds.
"""

import sys
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit


def main(path):
    qt = QApplication(sys.argv)
    pad = QPlainTextEdit(path.read_text(encoding="utf-8"))
    pad.setWindowTitle(path.name)
    save = QShortcut(QKeySequence("Ctrl+S"), pad)
    save.activated.connect(lambda: path.write_text(pad.toPlainText(), encoding="utf-8"))
    pad.show()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
