import sys

import pytest

from assets.packaging.errors import BuildError, MissingToolError
from assets.packaging.tools import Tool, debian, python, require, run


def test_every_missing_tool_is_named_once_with_what_installs_it():
    wanted = [debian("there"), debian("icupkg", "icu-devtools"), debian("gcc"), debian("gcc")]
    with pytest.raises(MissingToolError) as caught:
        require(wanted, is_there=lambda tool: tool.name == "there")
    assert str(caught.value).splitlines()[1:] == [
        "  gcc is missing. Install it with: apt install gcc",
        "  icupkg is missing. Install it with: apt install icu-devtools",
    ]


def test_a_python_package_is_looked_for_as_such():
    assert python("json").is_there()
    assert not python("no_such_package_at_all").is_there()
    assert not Tool("json", "").is_there()


def test_a_failed_command_is_told_with_its_code_and_last_lines():
    script = "import sys; print('the reason'); sys.exit(3)"
    with pytest.raises(BuildError, match=r"ended with code 3:\n  the reason"):
        run([sys.executable, "-c", script])


def test_a_command_that_is_not_there_is_a_sentence():
    with pytest.raises(BuildError, match="no-such-command could not be started"):
        run(["no-such-command"])


def test_a_command_that_takes_too_long_is_ended():
    with pytest.raises(BuildError, match=r"took longer than 0\.2 s"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.2)
