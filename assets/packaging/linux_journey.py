"""What a person does with an installed program: correct by command and in the window, and quit.

The way from a terminal to a saved file, with nothing of the checkout in it. Which
sentences the weights mend is asked of the program itself.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.context import NAME
from assets.packaging.errors import BuildError
from assets.packaging.linux_screen import PATIENCE, Screen, wait_until
from assets.packaging.transcript import Transcript

SENTENCES = (
    "I has a small dog.",
    "She have a big house.",
    "They was at home yesterday.",
    "The weather were nice.",
    "He go to school every day.",
    "There is many reasons for this.",
    "He has two childs and a cat.",
    "She has a apple in her bag.",
    "The dogs barks every night.",
    "We was late for the train.",
)
"""Each has a mistake that a grammar corrector should find; which of them it finds, varies."""
LETTER = "letter.txt"


@dataclass(frozen=True, slots=True)
class Traveller:
    """Whoever uses the program: how they start it, and where their files are."""

    command: Callable[[Sequence[str]], Sequence[str]]
    """Turns the words a person types into the command that runs here."""
    environment: Mapping[str, str]
    home: Path
    """Their home as seen from here."""
    inside: str
    """Their home as the program sees it."""

    def run(self, words: Sequence[str], text: str = "", display: str = "") -> str:
        """Run a command to its end and return what it printed.

        Args:
            words: what a person types.
            text: its standard input.
            display: the screen, for a command that has to do with a window.

        Raises:
            BuildError: if it ends with another code than 0.
        """
        done = subprocess.run(
            self.command(words),
            env={**self.environment, "DISPLAY": display} if display else self.environment,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            raise BuildError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

    def start(self, words: Sequence[str], display: str) -> subprocess.Popen[str]:
        """Start a program with a window."""
        return subprocess.Popen(
            self.command(words),
            env={**self.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )


def correct_with_the_command(traveller: Traveller, told: Transcript, version: str) -> str:
    """Correct text on the command line, and return a sentence that the model mends.

    Raises:
        BuildError: if the program does not do what it should.
    """
    printed = traveller.run([NAME, "--version"])
    told.command(f"{NAME} --version", printed)
    told.check(printed.strip() == f"{NAME} {version}", f"it says that it is version {version}")
    report = json.loads(traveller.run([NAME, "correct", "--json", "-"], "\n\n".join(SENTENCES)))
    found = report["files"][0]["sentences"]
    mended = [sentence for sentence in found if sentence["edits"]]
    told.check(bool(mended), f"it mends {len(mended)} of {len(SENTENCES)} wrong sentences")
    wrong = str(mended[0]["text"]).strip()
    right = traveller.run([NAME, "correct", "-"], wrong)
    told.command(f"echo '{wrong}' | {NAME} correct -", right)
    told.check(right.strip() != wrong, "the corrected sentence is another one")
    return wrong


def correct_in_the_window(
    traveller: Traveller, told: Transcript, screen: Screen, wrong: str
) -> None:
    """Open a letter in the editor, accept all suggestions, save, quit.

    Raises:
        BuildError: if the file does not change, or the program does not end well.
    """
    letter = traveller.home / LETTER
    letter.write_text(wrong + "\n", encoding="utf-8")
    letter.chmod(0o666)
    program = traveller.start([NAME, f"{traveller.inside}/{LETTER}"], screen.display)
    told.command(f"{NAME} {LETTER} &", "")
    try:
        window = screen.wait_for_window(LETTER)
        told.check(True, f"a window opens: {screen.title(window)}")
        _accept_and_save(screen, letter, wrong)
        saved = letter.read_text(encoding="utf-8").strip()
        told.check(saved != wrong, f"accepted by keyboard and saved: {wrong} -> {saved}")
        traveller.run([NAME, "--show"], display=screen.display)
        told.check(program.poll() is None, "a second start hands over to the first and ends")
        screen.keys("ctrl+q")
        code = program.wait(PATIENCE)
        told.check(code == 0, "Ctrl+Q ends it with code 0", f"It was {code}.")
    finally:
        if program.poll() is None:
            program.kill()
        printed = program.communicate()[0]
    told.check("Traceback" not in printed, "it reports no error", printed)


def _accept_and_save(screen: Screen, letter: Path, wrong: str) -> None:
    """Press the keys again until the model, which loads in the meantime, has had its say."""

    def changed() -> bool:
        screen.keys("ctrl+alt+Return", "ctrl+s")
        return letter.read_text(encoding="utf-8").strip() not in ("", wrong)

    wait_until(changed, "the corrected letter to be saved")
