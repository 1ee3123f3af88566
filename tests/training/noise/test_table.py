from __future__ import annotations

from pathlib import Path

import pytest

from training.noise.table import NoiseTable, NoiseTableError, length_class


def test_a_table_survives_the_disk(table: NoiseTable, tmp_path: Path) -> None:
    path = tmp_path / "build" / "noise.json"
    table.save(path)
    assert NoiseTable.from_file(path) == table


@pytest.mark.parametrize("content", [None, "{", "[]", '{"format": 0}', '{"format": 1, "x": 2}'])
def test_an_unusable_table_says_how_to_make_one(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "noise.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(NoiseTableError, match=r"training\.noise\.estimate"):
        NoiseTable.from_file(path)


def test_length_classes_cover_every_length() -> None:
    assert [length_class(words) for words in (1, 4, 5, 40, 41, 999)] == [0, 0, 1, 7, 8, 8]
