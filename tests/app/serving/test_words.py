import asyncio

import pytest

from app.dictionary import PersonalDictionary
from app.serving.errors import RequestError
from app.serving.words import LiveDictionary


def test_words_go_into_the_file_and_out_again(tmp_path):
    path = tmp_path / "dictionary.txt"
    live = LiveDictionary(path)

    async def change():
        await live.add("Kubernetes")
        await live.add("copyedge")
        assert live.words() == ["copyedge", "Kubernetes"]
        assert await live.remove("KUBERNETES")
        assert not await live.remove("nobody")

    asyncio.run(change())
    assert path.read_text(encoding="utf-8") == "copyedge\n"
    assert live.folded() == {"copyedge"}


def test_a_word_that_the_editor_adds_meanwhile_is_known(tmp_path):
    path = tmp_path / "dictionary.txt"
    live = LiveDictionary(path)
    assert live.folded() == frozenset()
    PersonalDictionary(path).add("Quokka")
    assert live.folded() == {"quokka"}


def test_what_is_no_word_is_refused(tmp_path):
    with pytest.raises(RequestError, match="not a word"):
        asyncio.run(LiveDictionary(tmp_path / "d.txt").add("1234"))


def test_a_file_that_cannot_be_written_is_told_of(tmp_path):
    folder = tmp_path / "file"
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(RequestError, match="cannot be written") as caught:
        asyncio.run(LiveDictionary(folder / "d.txt").add("word"))
    assert caught.value.status == 503
