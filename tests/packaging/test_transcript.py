import pytest

from assets.packaging.errors import BuildError
from assets.packaging.transcript import SHOWN_LINES, Transcript


def test_a_claim_that_does_not_hold_ends_the_proof_and_is_written_down(tmp_path):
    told = Transcript(lambda line: None)
    told.check(True, "water is wet")
    with pytest.raises(BuildError, match=r"fire is cold: this does not hold\. It burnt"):
        told.check(False, "fire is cold", "It burnt")
    told.save(tmp_path / "story.txt")
    saved = (tmp_path / "story.txt").read_text(encoding="utf-8")
    assert saved == "ok: water is wet\nFAILED: fire is cold\n"


def test_long_output_keeps_its_beginning_and_its_end():
    said = []
    Transcript(said.append).command("cat", "\n".join(map(str, range(100))))
    assert said[0] == "$ cat"
    assert said[1].strip() == "0"
    assert said[-1].strip() == "99"
    assert len(said) == SHOWN_LINES + 2
    assert f"[{100 - SHOWN_LINES} lines more]" in said[1 + SHOWN_LINES // 2]
