import json

from app.documents import dismissals
from app.documents.dismissals import DismissalStore


def test_dismissals_are_there_at_the_next_start(tmp_path):
    path = tmp_path / "state" / "dismissed.json"
    store = DismissalStore(path)
    store.add("doc", ["a", "b"])
    store.add("doc", ["b", "c"])
    again = DismissalStore(path)
    assert again.of("doc") == ("a", "b", "c")
    assert again.of("other") == ()
    assert again.secret == store.secret


def test_neither_documents_nor_dismissals_grow_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(dismissals, "MOST_DOCUMENTS", 2)
    monkeypatch.setattr(dismissals, "MOST_PER_DOCUMENT", 3)
    store = DismissalStore(tmp_path / "d.json")
    store.add("one", ["a"])
    store.add("two", list("abcdef"))
    store.add("one", ["b"])
    store.add("three", ["a"])
    assert store.of("two") == ()
    assert store.of("one") == ("a", "b")
    store.add("two", list("abcdef"))
    assert store.of("two") == ("d", "e", "f")


def test_a_damaged_file_is_forgotten(tmp_path):
    path = tmp_path / "d.json"
    for content in ("{", "[]", '{"version": 9}', '{"version": 1, "secret": "0", "documents": {}}'):
        path.write_text(content, encoding="utf-8")
        store = DismissalStore(path)
        assert store.of("doc") == ()
        store.add("doc", ["a"])
        assert json.loads(path.read_text(encoding="utf-8"))["documents"] == {"doc": ["a"]}


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path):
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    store = DismissalStore(tmp_path / "state" / "d.json")
    store.add("doc", ["a"])
    assert store.of("doc") == ("a",)
