import pytest

import build_installer
from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.stage import Stage
from assets.packaging.tools import debian
from build_installer import FAILURE, INTERRUPTED, OK, build_parser, context_of, main, run_stages
from tests.packaging.contexts import make_context


def use_stages(monkeypatch, *stages):
    monkeypatch.setattr(build_installer, "choose", lambda target, names, dry_run: stages)


def stage(run, **options):
    return Stage(name="one", title="One thing", run=run, **options)


def test_progress_names_each_stage_and_its_time(tmp_path, capsys):
    ran = []
    times = iter([0.0, 1.0, 3.5, 4.0, 4.5, 5.0])
    context = make_context(tmp_path, say=print)
    run_stages([stage(ran.append), stage(ran.append)], context, lambda: next(times))
    printed = capsys.readouterr().out
    assert ran == [context, context]
    assert "[1/2] One thing …\ndone in 2.5 s\n[2/2] One thing" in printed
    assert "Finished 2 of 2 stages in 5.0 s" in printed


def test_a_missing_tool_stops_the_build_before_its_first_stage(monkeypatch, tmp_path, capsys):
    ran = []
    needy = stage(ran.append, tools=(debian("no-such-command", "no-such-package"),))
    use_stages(monkeypatch, stage(ran.append), needy)
    assert main(["--out", str(tmp_path)]) == FAILURE
    assert "no-such-command is missing. Install it with: apt install no-such-package" in (
        capsys.readouterr().err
    )
    assert ran == []


def test_a_failing_stage_is_told_in_one_sentence(monkeypatch, tmp_path, capsys):
    def fail(context):
        raise BuildError("The disk is full. Make room.")

    use_stages(monkeypatch, stage(fail))
    assert main(["--out", str(tmp_path)]) == FAILURE
    assert capsys.readouterr().err == "build_installer: The disk is full. Make room.\n"


def test_ctrl_c_ends_politely(monkeypatch, tmp_path, capsys):
    def interrupt(context):
        raise KeyboardInterrupt

    use_stages(monkeypatch, stage(interrupt))
    assert main(["--out", str(tmp_path)]) == INTERRUPTED
    assert "stopped" in capsys.readouterr().err


def test_an_unknown_stage_is_refused_by_name(tmp_path, capsys):
    assert main(["--out", str(tmp_path), "--stage", "fly"]) == FAILURE
    assert "There is no stage 'fly'" in capsys.readouterr().err


def test_a_build_goes_where_it_is_sent(monkeypatch, tmp_path):
    seen = []
    use_stages(monkeypatch, stage(seen.append))
    arguments = ["--target", "windows", "--out", str(tmp_path / "new"), "--quick", "--dry-run"]
    assert main(arguments) == OK
    (context,) = seen
    assert (context.target, context.quick, context.dry_run) == (Target.WINDOWS, True, True)
    assert context.out == tmp_path / "new"
    assert context.work.parts[-3:] == ("build", "package", "windows")


def test_the_help_lists_the_stages():
    help_text = build_parser().format_help()
    assert "freeze" in help_text
    assert "on request" in help_text


def test_the_default_target_is_this_machine(monkeypatch):
    monkeypatch.setattr(build_installer.sys, "platform", "darwin")
    assert context_of(build_parser().parse_args([])).target is Target.MACOS


@pytest.mark.parametrize("target", list(Target))
def test_every_target_is_accepted(target):
    assert build_parser().parse_args(["--target", target.value]).target is target
