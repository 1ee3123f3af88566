"""Stand-ins for the engine and the terminal."""

import io
import re
from dataclasses import dataclass, field

from app.command_line.console import Console
from model.edits import Category, Correction, Edit, Sentence, Span
from model.error_density import EVEN
from model.errors import DecodingError

FIXES = {"go": "goes", "teh": "the", "apple": "apples", "very": "", "naive": "naïve", "dots": "…"}


@dataclass
class FakeCorrector:
    """Takes lines for sentences and knows a handful of words."""

    fingerprint: str = "fake-1"
    seen: list[str] = field(default_factory=list)

    def segment(self, text):
        sentences, start = [], 0
        for line in re.findall(r"[^\n]*\n|[^\n]+", text):
            sentences.append(Sentence(line, start))
            start += len(line)
        return tuple(sentences)

    def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
        self.seen.append(sentence.text)
        if "unspeakable" in sentence.text:
            raise DecodingError("cannot")
        edits = tuple(
            Edit(
                Span(match.start(), match.end()),
                match.group(),
                FIXES[match.group()],
                confidence=0.9,
                category=Category.GRAMMAR,
                error_type="R:VERB:SVA",
            )
            for match in re.finditer(r"\w+", sentence.text)
            if match.group() in FIXES
        )
        return Correction(sentence, edits)


@dataclass
class Screen:
    """The three streams of a command, readable afterwards."""

    stdin: io.BytesIO = field(default_factory=io.BytesIO)
    stdout: io.BytesIO = field(default_factory=io.BytesIO)
    stderr: io.StringIO = field(default_factory=io.StringIO)

    def console(self, **flags):
        return Console(self.stdin, self.stdout, self.stderr, **flags)

    @property
    def output(self):
        return self.stdout.getvalue()

    @property
    def messages(self):
        return self.stderr.getvalue()
