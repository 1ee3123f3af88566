"""What a person does with an installed program: correct by command, in the window, by the card.

The way from a terminal to a saved file, with nothing of the checkout in it. Which
sentences the weights mend is asked of the program itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.context import NAME
from assets.packaging.errors import BuildError
from assets.packaging.linux_screen import PATIENCE, Screen, wait_until
from assets.packaging.servers import ask_lsp, ask_serve
from assets.packaging.smoke import SENTENCES
from assets.packaging.transcript import Transcript

LETTER = "letter.txt"
CARD = "Quick correct"
"""In the title of the small window that ``--quick`` opens."""
READING_SECONDS = 1.0
"""How long a person looks at the card at least."""


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
            start_new_session=True,
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
    letter = _write_letter(traveller, wrong)
    told.command(f"{NAME} {LETTER} &", "")
    with _running(traveller, told, screen, f"{traveller.inside}/{LETTER}") as program:
        window = screen.wait_for_window(LETTER)
        told.check(True, f"a window opens: {screen.title(window)}")
        _accept_and_save(screen, letter, wrong)
        told.check(True, f"accepted by keyboard and saved: {wrong} -> {_read(letter)}")
        traveller.run([NAME, "--show"], display=screen.display)
        told.check(program.poll() is None, "a second start hands over to the first and ends")
        screen.keys("ctrl+q")
        code = program.wait(PATIENCE)
        told.check(code == 0, "Ctrl+Q ends it with code 0", f"It was {code}.")


def correct_the_selection(
    traveller: Traveller, told: Transcript, screen: Screen, wrong: str
) -> None:
    """Select text in a window, correct it by the quick card, paste what the card brought.

    Raises:
        BuildError: if it does not bring the corrected text, or the program does not end well.
    """
    letter = _write_letter(traveller, wrong)
    told.command(f"{NAME} {LETTER} & {NAME} --quick", "")
    with _running(traveller, told, screen, f"{traveller.inside}/{LETTER}") as program:
        window = screen.wait_for_window(LETTER)

        def changed() -> bool:
            screen.focus(window)
            screen.keys("ctrl+a")
            traveller.run([NAME, "--quick"], display=screen.display)
            card = screen.wait_for_window(CARD)
            # Return on a card that still waits for the model cancels it; then it is asked again.
            time.sleep(READING_SECONDS)
            screen.focus(card)
            screen.keys("Return")
            screen.focus(window)
            screen.keys("ctrl+a", "ctrl+v", "ctrl+s")
            return _read(letter) not in ("", wrong)

        wait_until(changed, "the card to bring the corrected text")
        told.check(True, f"the card put it on the clipboard: {wrong} -> {_read(letter)}")
        traveller.run([NAME, "--quit"], display=screen.display)
        code = program.wait(PATIENCE)
        told.check(code == 0, f"{NAME} --quit ends it with code 0", f"It was {code}.")


def run_in_background(traveller: Traveller, told: Transcript, screen: Screen) -> None:
    """Start without a window, as at login, and end it.

    Raises:
        BuildError: if a window opens, or the program does not end well.
    """
    told.command(f"{NAME} --background &", "")
    with _running(traveller, told, screen, "--background") as program:

        def ended() -> bool:
            # Until it runs, --quit finds nobody and says so; that is no error.
            traveller.run([NAME, "--quit"], display=screen.display)
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(1)
            return bool(screen.windows("Copyedge")) or program.poll() is not None

        wait_until(ended, "the program in the background to end")
        told.check(program.poll() == 0, "it runs without a window, and --quit ends it with code 0")


@contextlib.contextmanager
def _running(
    traveller: Traveller, told: Transcript, screen: Screen, argument: str
) -> Iterator[subprocess.Popen[str]]:
    """Start the program, end it whatever happens, and look at what it printed."""
    program = traveller.start([NAME, argument], screen.display)
    try:
        yield program
    finally:
        # With its children: what a tracer that is killed leaves behind would keep the pipe open.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        printed = program.communicate()[0]
    told.check("Traceback" not in printed, "it reports no error", printed)


def _write_letter(traveller: Traveller, text: str) -> Path:
    """Write a letter that the traveller may change, whoever runs the proof."""
    letter = traveller.home / LETTER
    letter.write_text(text + "\n", encoding="utf-8")
    letter.chmod(0o666)
    return letter


def _read(letter: Path) -> str:
    return letter.read_text(encoding="utf-8").strip()


def _accept_and_save(screen: Screen, letter: Path, wrong: str) -> None:
    """Press the keys again until the model, which loads in the meantime, has had its say."""

    def changed() -> bool:
        screen.keys("ctrl+alt+Return", "ctrl+s")
        return _read(letter) not in ("", wrong)

    wait_until(changed, "the corrected letter to be saved")


def ask_the_servers(traveller: Traveller, told: Transcript, wrong: str) -> None:
    """Have a sentence checked by ``copyedge serve`` and ``copyedge lsp``.

    Raises:
        BuildError: if one does not find the mistake that the command mends.
    """
    command = traveller.command([NAME])
    for verb, ask in (("serve", ask_serve), ("lsp", ask_lsp)):
        found = ask(command, traveller.environment, wrong)
        told.command(f"{NAME} {verb}", f"{found} found in: {wrong}")
        told.check(found > 0, f"{NAME} {verb} finds the mistake and ends")
