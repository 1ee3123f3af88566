"""A program that "types" a growing text into a recovery store until it is killed.

Run as: python -m tests.app.documents.typing_child FOLDER. Prints how many words are safe
after each copy.
"""

import sys
from itertools import count
from pathlib import Path

from app.documents.recovery import RecoveryStore


def type_for_ever(folder):
    store = RecoveryStore(folder)
    text = ""
    for number in count(1):
        text += f"word{number} "
        store.write("essay", text, {"path": "/home/me/essay.txt"})
        print(number, flush=True)


if __name__ == "__main__":
    type_for_ever(Path(sys.argv[1]))
