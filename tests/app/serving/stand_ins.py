"""Stand-ins for serving: an engine that knows a few words, and a server in a thread."""

import asyncio
import contextlib
import re
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from app.serving.engine import EnginePool
from app.serving.http.server import ServeOptions, create_server, listen
from model.edits import Category, Correction, Edit, Sentence, Span
from model.error_density import EVEN
from model.errors import CancelledError, DecodingError

RULES = {
    "teh": ("the", Category.SPELLING, "R:SPELL"),
    "go": ("goes", Category.GRAMMAR, "R:VERB:SVA"),
    "buyed": ("bought", Category.GRAMMAR, "R:VERB:INFL"),
    "very": ("", Category.STYLE, "U:ADV"),
    "colour": ("color", Category.SPELLING, "R:SPELL"),
}
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?\n]+|$)")


class WordCorrector:
    """Replaces words by a table; "am student" lacks an article.

    Args:
        record: takes every sentence that is corrected.
    """

    fingerprint = "words-1"

    def __init__(self, record=None):
        self.asked = []
        self._record = record or self.asked.append

    def segment(self, text):
        return tuple(
            Sentence(match.group(), match.start())
            for match in _SENTENCE.finditer(text)
            if match.group()
        )

    def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
        self._record(sentence.text)
        if "unspeakable" in sentence.text:
            raise DecodingError("cannot")
        if "explode" in sentence.text:
            raise RuntimeError("boom")
        if "forever" in sentence.text:
            while not cancelled():
                time.sleep(0.001)
            raise CancelledError("asked to stop")
        return Correction(sentence, tuple(_edits(sentence.text)))


def _edits(text):
    for match in re.finditer(r"(?<=am )(?=student)|\w+", text):
        word = match.group()
        if not word:
            span = Span(match.start(), match.start())
            yield Edit(span, "", "a ", 0.9, Category.GRAMMAR, "M:DET")
        elif word in RULES:
            replacement, category, error_type = RULES[word]
            span = Span(*match.span())
            yield Edit(span, word, replacement, 0.9, category, error_type)


@dataclass
class Running:
    """A server that runs in a thread of its own."""

    port: int
    pool: EnginePool
    corrector: object
    dictionary: Path


@contextlib.contextmanager
def running_server(folder, corrector=None, queue_limit=64, **options):
    corrector = corrector or WordCorrector()
    sockets = listen(0)
    port = sockets[0].getsockname()[1]
    pool = EnginePool([lambda level: corrector], queue_limit)
    dictionary = Path(folder) / "dictionary.txt"
    server = create_server(sockets, pool, dictionary, ServeOptions(port, **options))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=sockets)))
    thread.start()
    try:
        yield Running(port, pool, corrector, dictionary)
    finally:
        server.should_exit = True
        thread.join()
        pool.close()
