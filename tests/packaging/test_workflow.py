import re
import subprocess
import sys

import pytest
from ruamel.yaml import YAML

from assets.packaging.context import Target
from assets.packaging.macos import IDENTITY_VARIABLE, KEY_VARIABLES
from assets.packaging.stages import STAGES
from assets.packaging.windows import SIGN_VARIABLE
from tests.packaging.frozen_program import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"
ALWAYS_THERE = {"coreutils", "util-linux"}
"""Debian packages that no Debian is without."""


@pytest.fixture(scope="module")
def workflow():
    return YAML(typ="safe").load(WORKFLOW.read_text(encoding="utf-8"))


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_it_fits_the_schema_of_workflows():
    command = ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it():
    lines = [line for line in WORKFLOW.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_every_target_is_built_and_tested_on_a_machine_of_its_own(workflow):
    jobs = workflow["jobs"]
    included = jobs["desktop"]["strategy"]["matrix"]["include"]
    runners = {entry["target"]: entry["runner"] for entry in included} | {
        "linux": jobs["linux"]["runs-on"]
    }
    assert set(runners) == set(Target)
    assert [runners[target].split("-")[0] for target in Target] == ["ubuntu", "windows", "macos"]
    for name in ("linux", "desktop"):
        ran = "\n".join(step.get("run", "") for step in jobs[name]["steps"])
        assert "python -m pytest" in ran
        assert "python build_installer.py" in ran


def listed_for_tests(workflow):
    """Return the packages that the step installs which reads them from .ci/run."""
    (step,) = [step for step in steps(workflow) if ".ci/run" in step.get("run", "")]
    script = step["run"].replace("apt-get install", "echo")
    done = subprocess.run(
        ["sh", "-ec", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [word for word in done.stdout.split() if not word.startswith("-")]


@pytest.mark.skipif(sys.platform == "win32", reason="the step is a shell script for Linux")
def test_the_linux_machine_gets_the_packages_that_the_tests_need(workflow):
    assert {"libegl1", "libxcb-cursor0", "xvfb", "xdotool"} <= set(listed_for_tests(workflow))


@pytest.mark.skipif(sys.platform == "win32", reason="one of its steps is a shell script for Linux")
def test_the_linux_machine_has_every_tool_that_the_stages_look_for(workflow):
    words = set(workflow["jobs"]["linux"]["steps"][0]["run"].split())
    words |= set(listed_for_tests(workflow))
    needed = {
        tool.install.removeprefix("apt install ")
        for stage in STAGES
        if Target.LINUX in stage.targets
        and (not stage.on_request or stage.name.startswith("check-"))
        for tool in stage.needs(quick=False)
        if tool.install.startswith("apt install ")
    }
    assert needed - words - ALWAYS_THERE == set()


def test_secrets_reach_only_the_step_that_signs_and_only_for_tags(workflow):
    text = WORKFLOW.read_text(encoding="utf-8")
    for step in steps(workflow):
        assert "secrets." not in step.get("run", "")
    assert "pull_request_target" not in text
    build = next(
        step for step in workflow["jobs"]["desktop"]["steps"] if step.get("name") == "Build"
    )
    assert {IDENTITY_VARIABLE, *KEY_VARIABLES[1:], SIGN_VARIABLE} == set(build["env"])
    assert KEY_VARIABLES[0] in text
    for value in build["env"].values():
        assert "MACOS_CERTIFICATE != ''" in value or "refs/tags/v" in value


def test_it_may_only_read_and_keeps_no_credentials(workflow):
    assert workflow["permissions"] == {"contents": "read"}
    checkouts = [step for step in steps(workflow) if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_what_was_built_is_kept_with_its_sums(workflow):
    uploads = [step for step in steps(workflow) if "upload-artifact" in step.get("uses", "")]
    assert [step["with"]["path"] for step in uploads] == ["dist/", "dist/", "SHA256SUMS"]
    assert all(step["with"]["if-no-files-found"] == "error" for step in uploads)
