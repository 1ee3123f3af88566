from app.command_line.checking import check_chunks
from app.command_line.chunks import Chunk
from app.command_line.encoding import TextFormat
from app.command_line.markup import ProtectedSpans
from model.edits import Correction
from model.error_density import EVEN
from tests.app.command_line.fakes import FakeCorrector


class Follower(FakeCorrector):
    """Sees more than a typical share of mistakes, and keeps the odds that it was asked with."""

    def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
        self.seen.append(odds.overall)
        return Correction(sentence, (), expected={"R:PREP": 0.1})


def test_a_file_is_one_text_whatever_its_chunks_and_the_next_file_another():
    corrector = Follower()
    for chunks in ([Chunk("One.\nTwo.\n", 0), Chunk("Three.\n", 10)], [Chunk("Four.\n", 0)]):
        list(check_chunks(chunks, corrector, TextFormat("utf-8"), ProtectedSpans()))
    first, second, third, other = corrector.seen
    assert 1.0 == first == other < second < third
