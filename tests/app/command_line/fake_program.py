"""The real command in a process of its own, with the fake engine: for signals and pipes."""

import signal
import sys

from app.command_line.main import run
from model.error_density import EVEN
from tests.app.command_line.fakes import FakeCorrector


class Sleeper(FakeCorrector):
    """Announces its first sentence, then works until it is stopped."""

    def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
        if "forever" not in sentence.text:
            return super().correct_sentence(sentence, cancelled)
        print("working", file=sys.stderr, flush=True)
        while True:
            pass


if __name__ == "__main__":
    # Tests that a shell runs in the background hand down that Ctrl-C is ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(run(sys.argv[1:], lambda arguments: Sleeper()))
