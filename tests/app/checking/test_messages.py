from app.checking.messages import CheckRequest, issues_of
from model.edits import Correction, Edit, Sentence, Span

REQUEST = CheckRequest(epoch=0, block_id=7, revision=1, text="😀 Hi. I has a 😀 cat.")
SENTENCE = Sentence("I has a 😀 cat.", 6)
EDIT = Edit(Span(2, 5), "has", "have", 0.8)


def issue():
    (found,) = issues_of(REQUEST, (Correction(SENTENCE, (EDIT,)),))
    return found


def test_issues_stand_at_utf16_positions_of_their_block():
    found = issue()
    assert (found.start, found.end, found.sentence_start) == (9, 12, 7)
    assert found.block_id == 7


def test_the_key_is_the_same_wherever_the_sentence_stands():
    assert issue().moved(5, position=0).key == issue().key


def test_text_put_in_before_the_sentence_moves_it():
    moved = issue().moved(3, position=2)
    assert (moved.start, moved.end, moved.sentence_start) == (12, 15, 10)


def test_text_put_in_within_the_sentence_moves_only_the_issue():
    moved = issue().moved(3, position=8)
    assert (moved.start, moved.end, moved.sentence_start) == (12, 15, 7)
