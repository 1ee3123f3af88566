import pytest
from PySide6.QtCore import QEvent

from app.documents.dismissals import DismissalStore
from app.windows.dismissal_memory import DismissalMemory
from app.windows.document_session import DocumentSession
from tests.app.conftest import Answers

TEXT = "He go home. I recieve teh letter."


@pytest.fixture
def opened(bench, qapp, tmp_path):
    """Open a file as a new start of the program does."""
    answers = Answers()

    def run(path):
        for old in running:
            old.deleteLater()
            qapp.sendPostedEvents(old, QEvent.Type.DeferredDelete)
        running.clear()
        session = DocumentSession(bench.editor, answers, None)
        store = DismissalStore(tmp_path / "state" / "dismissed.json")
        memory = DismissalMemory(bench.desk, session, store)
        session.replacing.connect(lambda begins: bench.blocks.set_following(not begins))
        running.append(memory)
        assert session.open(path)
        bench.check()
        return session

    running = []
    run.answers = answers
    return run


def letter(folder, name="letter.txt", text=TEXT):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def dismiss(bench, word):
    bench.desk.dismiss(next(issue for issue in bench.issues if issue.edit.original == word))


def test_a_dismissed_suggestion_stays_away_at_the_next_start(bench, opened, tmp_path):
    path = letter(tmp_path)
    opened(path)
    dismiss(bench, "go")
    opened(path)
    assert bench.shown == ["recieve", "teh"]


def test_it_comes_back_when_its_sentence_is_another_one(bench, opened, tmp_path):
    path = letter(tmp_path)
    opened(path)
    dismiss(bench, "go")
    letter(tmp_path, text=TEXT.replace("home", "away"))
    opened(path)
    assert bench.shown == ["go", "recieve", "teh"]


def test_another_document_with_the_same_sentence_shows_it(bench, opened, tmp_path):
    opened(letter(tmp_path))
    dismiss(bench, "go")
    opened(letter(tmp_path, "other.txt"))
    assert "go" in bench.shown


def test_a_document_saved_under_another_name_takes_its_dismissals_along(bench, opened, tmp_path):
    session = opened(letter(tmp_path))
    dismiss(bench, "go")
    opened.answers.save_path = tmp_path / "copy.txt"
    assert session.save_as()
    dismiss(bench, "teh")
    opened(tmp_path / "copy.txt")
    assert bench.shown == ["recieve"]


def test_no_word_and_no_path_is_in_the_file(bench, opened, tmp_path):
    opened(letter(tmp_path))
    for word in ("go", "recieve"):
        dismiss(bench, word)
    content = (tmp_path / "state" / "dismissed.json").read_text(encoding="utf-8")
    for word in ("go", "recieve", "home", "receive", "letter"):
        assert word not in content
