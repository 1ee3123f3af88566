from __future__ import annotations

import sys
from pathlib import Path

import pytest
import zstandard

from training.corpora.compressed import CorpusError, find_text, iterate_lines, write_lines

LINES = ["First line.", "", "Zweite Zeile: \u00fc\u20ac\U0001f600", "a\tb"]


@pytest.mark.parametrize("name", ["plain.txt", "packed.txt.gz"])
def test_lines_come_back_as_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / "deep" / name
    assert write_lines(path, LINES) == len(LINES)
    assert list(iterate_lines(path)) == LINES


def test_zstd_with_a_long_window_is_read(tmp_path: Path) -> None:
    path = tmp_path / "text.txt.zst"
    parameters = zstandard.ZstdCompressionParameters(window_log=27, enable_ldm=True)
    packer = zstandard.ZstdCompressor(compression_params=parameters)
    path.write_bytes(packer.compress("\n".join(LINES).encode()))
    assert list(iterate_lines(path)) == LINES


def test_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.gz", tmp_path / "b.gz"
    write_lines(first, LINES)
    write_lines(second, LINES)
    assert first.read_bytes() == second.read_bytes()


def test_a_missing_file_says_what_to_check(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="--data"):
        list(iterate_lines(tmp_path / "none.txt"))
    with pytest.raises(CorpusError, match=r"none\.tsv"):
        find_text(tmp_path, "none.tsv")


def test_a_missing_zstandard_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress(b"x\n"))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(CorpusError, match="install the package 'zstandard'"):
        list(iterate_lines(path))


def test_a_cut_off_file_is_an_error_not_an_end(tmp_path: Path) -> None:
    path = tmp_path / "text.txt.gz"
    write_lines(path, [f"line {number}" for number in range(5000)])
    path.write_bytes(path.read_bytes()[:-900])
    with pytest.raises(CorpusError, match="cannot be read to its end"):
        list(iterate_lines(path))


def test_plain_files_win_over_packed_ones(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.tsv.gz", ["packed"])
    assert find_text(tmp_path, "a.tsv").name == "a.tsv.gz"
    write_lines(tmp_path / "a.tsv", ["plain"])
    assert find_text(tmp_path, "a.tsv").name == "a.tsv"
