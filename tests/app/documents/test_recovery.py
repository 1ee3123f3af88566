import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.errors import StoreError
from app.documents.recovery import RecoveryStore

ROOT = Path(__file__).parents[3]


def left_by_a_dead_program(folder, text="my words", **metadata):
    """Write a copy and end without closing, as a crash does."""
    store = RecoveryStore(folder)
    store.write("essay", text, metadata)
    del store


def test_a_text_survives_the_killing_of_the_program_that_types_it(tmp_path):
    command = [sys.executable, "-m", "tests.app.documents.typing_child", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as child:
        assert child.stdout is not None
        safe = 0
        while safe < 20:
            safe = int(child.stdout.readline())
        while_alive = RecoveryStore(tmp_path)
        assert while_alive.pending().texts == ()
        child.send_signal(signal.SIGKILL)
        killed_at = datetime.now(UTC)
        safe = max([safe, *map(int, child.stdout.read().split())])
    (found,) = while_alive.pending().texts
    words = found.text.split()
    assert words == [f"word{number}" for number in range(1, len(words) + 1)]
    # The copy being written at that moment may or may not have been finished.
    assert len(words) in {safe, safe + 1}
    assert found.metadata == {"path": "/home/me/essay.txt"}
    assert abs(killed_at - found.saved_at) < timedelta(seconds=5)
    while_alive.close()


def test_a_copy_stays_until_it_is_discarded(tmp_path):
    left_by_a_dead_program(tmp_path)
    store = RecoveryStore(tmp_path)
    (found,) = store.pending().texts
    assert store.pending().texts == (found,)
    store.discard(found.id)
    assert store.pending().texts == ()
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_texts_of_a_running_program_are_not_offered(tmp_path):
    running = RecoveryStore(tmp_path)
    running.write("essay", "still being written", {})
    other = RecoveryStore(tmp_path)
    assert other.pending().texts == ()
    other.close()
    running.close()


def test_only_one_window_offers_a_text(tmp_path):
    left_by_a_dead_program(tmp_path)
    first, second = RecoveryStore(tmp_path), RecoveryStore(tmp_path)
    assert len(first.pending().texts) == 1
    assert second.pending().texts == ()
    first.close()
    assert len(second.pending().texts) == 1
    second.close()


def test_what_was_not_discarded_is_offered_again_after_a_clean_end(tmp_path):
    store = RecoveryStore(tmp_path)
    store.write("essay", "kept", {})
    store.close()
    following = RecoveryStore(tmp_path)
    assert [copy.text for copy in following.pending().texts] == ["kept"]
    following.close()


def test_a_clean_end_leaves_nothing_behind(tmp_path):
    store = RecoveryStore(tmp_path)
    store.write("essay", "text", {})
    store.discard("essay")
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_later_copy_replaces_the_earlier_one_and_documents_do_not_meet(tmp_path):
    store = RecoveryStore(tmp_path)
    store.write("one", "old", {})
    store.write("one", "new", {})
    store.write("two", "other", {})
    del store
    found = RecoveryStore(tmp_path).pending().texts
    assert {copy.text for copy in found} == {"new", "other"}


@given(st.text())
@settings(max_examples=30, deadline=None)
def test_any_text_comes_back_exactly(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("copies")
    left_by_a_dead_program(folder, text, path="ä/“x”")
    (found,) = RecoveryStore(folder).pending().texts
    assert found.text == text
    assert found.metadata == {"path": "ä/“x”"}


def test_lone_surrogates_are_kept_too(tmp_path):
    left_by_a_dead_program(tmp_path, "a\ud800b")
    assert RecoveryStore(tmp_path).pending().texts[0].text == "a\ud800b"


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_truncated_or_altered_copy_is_set_aside_and_told_of(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("copies")
    left_by_a_dead_program(folder, "Some words that somebody wrote.\n")
    (path,) = folder.glob("*/*.copy")
    content = path.read_bytes()
    cut = data.draw(st.integers(0, len(content) - 1))
    junk = data.draw(st.binary(max_size=4))
    path.write_bytes(content[:cut] + junk)
    left_by_a_dead_program(folder, "intact")
    store = RecoveryStore(folder)
    pending = store.pending()
    assert [copy.text for copy in pending.texts] == ["intact"] or content[:cut] + junk == content
    if len(pending.texts) == 1:
        (message,) = pending.messages
        (aside,) = (folder / "damaged").iterdir()
        assert str(aside) in message
        assert aside.read_bytes() == content[:cut] + junk
    assert store.pending().messages == ()
    store.close()


@pytest.mark.parametrize(
    "content", [b"", b"{}\n", b"[]\n", b"1\ntext", b'{"version": 2}\ntext', b"\xff\xfe"]
)
def test_any_rubbish_among_the_copies_is_set_aside(tmp_path, content):
    left_by_a_dead_program(tmp_path)
    (path,) = tmp_path.glob("*/*.copy")
    path.write_bytes(content)
    pending = RecoveryStore(tmp_path).pending()
    assert pending.texts == ()
    assert len(pending.messages) == 1


def test_a_folder_that_cannot_be_used_is_told_in_a_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError, match="Save often"):
        RecoveryStore(tmp_path / "file")


def test_ids_that_would_leave_the_folder_are_refused(tmp_path):
    store = RecoveryStore(tmp_path)
    with pytest.raises(ValueError, match="cannot name"):
        store.write("../essay", "", {})
    store.close()


def test_copies_are_for_the_eyes_of_their_owner_only(tmp_path):
    left_by_a_dead_program(tmp_path)
    (path,) = tmp_path.glob("*/*.copy")
    assert path.parent.stat().st_mode & 0o077 == 0
