import pytest

from assets.packaging.commands import masked, runner, secrets_of
from assets.packaging.errors import BuildError
from tests.packaging.frozen_program import make_context


def test_secrets_are_hidden_wherever_they_stand():
    shown = masked(["sign", "/Sx=tool /p geheim", "geheim2", "file"], ["geheim", "geheim2", ""])
    assert "geheim" not in shown
    assert shown == "sign '/Sx=tool /p ***' '***' file"


def test_only_variables_that_are_set_are_secrets():
    assert secrets_of({"A": "x", "B": ""}, ["A", "B", "C"]) == ("x",)


def test_a_dry_run_only_says_what_it_would_do(tmp_path):
    said = []
    context = make_context(tmp_path, dry_run=True, say=said.append)
    runner(context, ["geheim"])(["no-such-program", "geheim"])
    assert said == ["would run: no-such-program '***'"]


def test_a_build_runs_the_command_and_tells_of_its_failure(tmp_path):
    context = make_context(tmp_path)
    with pytest.raises(BuildError, match="no-such-program could not be started"):
        runner(context)(["no-such-program"])
