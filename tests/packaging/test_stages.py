import pytest

from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.stage import Stage
from assets.packaging.stages import STAGES, choose


def stage(name, **options):
    return Stage(name=name, title=name, run=lambda context: None, **options)


LISTED = (
    stage("first"),
    stage("linux-only", targets=frozenset({Target.LINUX})),
    stage("last"),
    stage("proof", on_request=True),
)


def names(stages):
    return [chosen.name for chosen in stages]


def test_a_build_runs_every_stage_of_its_target_but_the_proofs():
    assert names(choose(Target.LINUX, stages=LISTED)) == ["first", "linux-only", "last"]
    assert names(choose(Target.MACOS, stages=LISTED)) == ["first", "last"]


def test_named_stages_run_in_the_order_of_the_list():
    chosen = choose(Target.LINUX, ["proof", "last", "first"], LISTED)
    assert names(chosen) == ["first", "last", "proof"]


def test_an_unknown_stage_is_answered_with_those_there_are():
    with pytest.raises(BuildError, match=r"'frist'.*first, last, linux-only, proof"):
        choose(Target.LINUX, ["frist"], LISTED)


def test_a_stage_of_another_target_is_refused():
    with pytest.raises(BuildError, match="no stage 'linux-only' for windows"):
        choose(Target.WINDOWS, ["linux-only"], LISTED)


def test_no_two_stages_have_one_name():
    assert len(set(names(STAGES))) == len(STAGES)


def test_sums_are_written_after_everything_that_makes_products():
    chosen = names(choose(Target.LINUX))
    assert chosen.index("sums") > max(map(chosen.index, ("deb", "archive", "sbom")))
    assert chosen.index("licences") < chosen.index("deb")


def test_a_dry_run_takes_the_scripts_and_nothing_that_needs_the_targets_machine():
    assert names(choose(Target.WINDOWS, dry_run=True)) == [
        "icons",
        "windows-version",
        "windows-script",
        "windows-installer",
    ]
    assert names(choose(Target.MACOS, dry_run=True)) == [
        "icons",
        "macos-lists",
        "macos-sign",
        "macos-image",
    ]


def test_what_the_executable_tells_of_itself_is_written_before_it_is_frozen():
    for target, before, after in (
        (Target.WINDOWS, "windows-version", "windows-installer"),
        (Target.MACOS, "macos-lists", "macos-image"),
    ):
        chosen = names(choose(target))
        assert chosen.index(before) < chosen.index("freeze")
        assert chosen.index("licences") < chosen.index(after) < chosen.index("sums")


def test_a_quick_build_does_without_the_compiler_that_only_a_full_one_needs():
    def needed(quick):
        return {tool.name for chosen in choose(Target.LINUX) for tool in chosen.needs(quick=quick)}

    assert needed(quick=False) - needed(quick=True) == {"g++"}
