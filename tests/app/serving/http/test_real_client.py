"""The client that people install, language_tool_python, against a server of ours."""

import json
import os
import subprocess
import sys

from tests.app.serving.stand_ins import running_server

TEXT = "😀 I go to teh sea. 👩‍👧 I am student, he buyed it."


def test_language_tool_python_checks_and_corrects_by_our_server(tmp_path):
    # Neither Java nor a download may be wanted: a PATH and a home in which there is nothing.
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "JAVA_HOME"} | {
        "PATH": str(empty),
        "HOME": str(empty),
        "LTP_PATH": str(empty / "lt"),
        "PYTHONIOENCODING": "utf-8",
        "NO_PROXY": "*",
    }
    with running_server(tmp_path) as server:
        done = subprocess.run(
            [sys.executable, "-m", "tests.app.serving.http.real_client", str(server.port), TEXT],
            capture_output=True,
            timeout=120,
            env=environment,
            check=False,
        )
    assert done.returncode == 0, done.stderr.decode()
    answer, refusal = map(json.loads, done.stdout.decode().splitlines())
    assert answer["marked"] == ["go", "teh", "student", "buyed"]
    assert answer["replacements"] == [["goes"], ["the"], ["a student"], ["bought"]]
    assert answer["categories"] == ["GRAMMAR", "TYPOS", "GRAMMAR", "GRAMMAR"]
    assert answer["fewer"] == ["teh", "student", "buyed"]
    assert answer["corrected"] == "😀 I goes to the sea. 👩‍👧 I am a student, he bought it."
    assert "de-DE" in refusal
    assert list(empty.iterdir()) == []
