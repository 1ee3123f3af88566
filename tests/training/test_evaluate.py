"""The evaluation command from its options to its table, on a set written for the purpose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from training.evaluate import main

M2 = """S She go home .
A 1 2|||R:VERB:SVA|||goes|||REQUIRED|||-NONE-|||0
A -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||1

S We do n't know .
A -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||0
A -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||1
"""
NATURAL = "She go home.\nWe don't know.\n"


@dataclass(frozen=True, slots=True)
class Files:
    folder: Path

    def __call__(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def files(tmp_path):
    write = Files(tmp_path)
    write("dev.m2", M2)
    write("dev.txt", NATURAL)
    return write


def run(files, *options):
    target = files.folder / "scores.json"
    chosen = [] if "--tsv" in options else ["--m2", str(files.folder / "dev.m2")]
    assert main([*chosen, *options, "--json", str(target)]) == 0
    return json.loads(target.read_text(encoding="utf-8"))


def natural(files):
    return ["--natural", str(files.folder / "dev.txt")]


def test_identity_has_full_precision_and_no_recall(files):
    (scores,) = run(files, *natural(files), "--identity")
    assert scores["maxmatch"] == {
        "tp": 0, "fp": 0, "fn": 0, "precision": 1.0, "recall": 1.0, "f_half": 1.0,
    }  # fmt: skip
    assert scores["error_free"] == {"sentences": 1, "changed": 0}
    assert scores["erroneous"] == {"sentences": 1, "changed": 0}
    assert 0 < scores["gleu"] < 1


@pytest.mark.parametrize(
    "lines", ["She goes home.\nWe do not know.\n", "She goes home .\nWe do not know .\n"]
)
def test_hypotheses_are_recognised_as_natural_or_tokenised(files, lines):
    (scores,) = run(files, *natural(files), "--hypotheses", files("out.txt", lines))
    assert (scores["maxmatch"]["tp"], scores["maxmatch"]["fp"]) == (1, 1)
    assert scores["error_free"]["changed"] == 1
    assert scores["types"] == {"R:VERB:SVA": {"found": 1, "missed": 0, "recall": 1.0}}
    assert (scores["errant_style"]["tp"], scores["errant_style"]["fp"]) == (1, 1)


def test_set_without_natural_text_is_scored_all_the_same(files):
    hypotheses = files("out.txt", "She goes home.\nWe don't know.\n")
    (scores,) = run(files, "--hypotheses", hypotheses, "--hypotheses-are", "natural")
    assert scores["maxmatch"]["f_half"] == 1.0


def test_several_systems_make_several_rows(files, capsys):
    hypotheses = files("better.txt", "She goes home.\nWe don't know.\n")
    scores = run(files, *natural(files), "--identity", "--hypotheses", hypotheses, "--by-type")
    assert [row["system"] for row in scores] == ["identity", "better.txt"]
    shown = capsys.readouterr().out
    assert "better.txt" in shown
    assert "1 of 1" in shown


def test_limit_scores_the_first_sentences(files):
    (scores,) = run(files, *natural(files), "--identity", "--limit", "1", "--no-errant")
    assert scores["sentences"] == 1
    assert scores["errant_style"] is None


def test_tsv_file_is_a_set(files):
    pairs = files("pairs.tsv", "She go home.\tShe goes home.\nWe don't know.\tWe don't know.\n")
    good = files("good.txt", "She goes home.\nWe don't know.\n")
    better, same = run(files, "--tsv", pairs, "--hypotheses", good, "--identity")[::-1]
    assert better["maxmatch"]["f_half"] == 1.0
    assert better["error_free"]["sentences"] == 1
    assert same["maxmatch"]["fn"] == 1
    assert same["gleu"] is None


def test_named_sets_lie_below_the_data_folder(files):
    folder = files.folder / "gec" / "dev"
    for place, text in (
        ("m2/cweb.G.dev.m2", M2),
        ("cweb.G.dev.tsv", "She go home.\tx\nWe don't know.\tx\n"),
    ):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")
    target = files.folder / "scores.json"
    options = ["--data", str(files.folder), "--sets", "cweb-g-dev", "--identity"]
    assert main([*options, "--json", str(target)]) == 0
    (scores,) = json.loads(target.read_text(encoding="utf-8"))
    assert scores["set"] == "cweb-g-dev"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--identity"], "No set was named"),
        (["--m2", "{m2}"], "No system was named"),
        (["--m2", "{folder}/nowhere.m2", "--identity"], "no file"),
        (["--m2", "{m2}", "--natural", "{short}", "--identity"], "1 lines"),
        (["--m2", "{m2}", "--hypotheses", "{short}"], "1 lines for 2 sentences"),
        (["--sets", "conll13", "--identity"], "--data"),
        (["--m2", "{m2}", "--checkpoint", "x.pt"], "--vocabulary"),
        (["--m2", "{m2}", "--checkpoint", "x.pt", "--vocabulary", "v"], "no checkpoint"),
        (["--m2", "{m2}", "--bundle", "{folder}/nothing"], "nothing"),
        (["--m2", "{m2}", "--identity", "--limit", "0"], "at least 1"),
        (["--natural", "{short}", "--identity"], "once for each"),
        (["--m2", "{m2}", "--identity", "--strategy", "magic"], "magic"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(files, capsys, options, message):
    names = {
        "m2": str(files.folder / "dev.m2"),
        "folder": str(files.folder),
        "short": files("short.txt", "One line.\n"),
    }
    assert main([option.format(**names) for option in options]) == 2
    assert message in capsys.readouterr().err
