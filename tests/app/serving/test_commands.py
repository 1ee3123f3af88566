import argparse
import socket
import subprocess
import sys

import pytest

from app.serving.commands import add_lsp_parser, add_serve_parser, run_lsp, run_serve
from tests.app.command_line.fakes import Screen


@pytest.fixture
def parse():
    parser = argparse.ArgumentParser(prog="copyedge", exit_on_error=False)
    verbs = parser.add_subparsers(dest="verb")
    add_serve_parser(verbs)
    add_lsp_parser(verbs)
    return lambda *arguments: parser.parse_args(arguments)


def test_the_usual_settings_are_those_of_languagetool(parse):
    arguments = parse("serve")
    assert arguments.port == 8081
    assert not arguments.allow_extensions
    assert arguments.allow_origin == []
    assert arguments.time_limit == 30


@pytest.mark.parametrize(
    "arguments",
    [
        ("serve", "--port", "0"),
        ("serve", "--port", "65536"),
        ("serve", "--port", "٣"),
        ("serve", "--host", "0.0.0.0"),
        ("serve", "--time-limit", "nan"),
        ("serve", "--level", "2"),
        ("serve", "--engines", "0"),
        ("lsp", "--level", "much"),
        ("lsp", "--port", "8081"),
    ],
)
def test_what_makes_no_sense_is_refused(parse, arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        parse(*arguments)
    assert caught.value.code == 2
    assert "copyedge" in capsys.readouterr().err


def test_editors_may_name_the_streams(parse):
    assert parse("lsp", "--stdio").level == 0.5


def test_a_taken_port_ends_the_program_with_a_way_out(parse):
    screen = Screen()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        arguments = parse("serve", "--port", str(other.getsockname()[1]))
        assert run_serve(arguments, screen.console()) == 2
    assert "is taken by another program" in screen.stderr.getvalue()
    assert screen.output == b""


@pytest.mark.parametrize("run", [run_serve, run_lsp])
def test_a_missing_model_is_told_of(parse, run, tmp_path):
    screen = Screen()
    verb = "serve" if run is run_serve else "lsp"
    options = ["--port", str(_free_port())] if verb == "serve" else []
    arguments = parse(verb, "--model", str(tmp_path / "nowhere"), *options)
    assert run(arguments, screen.console()) == 2
    assert screen.stderr.getvalue().startswith("copyedge: ")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_help_needs_neither_servers_nor_engine_nor_qt():
    code = (
        "import sys, app.serving.commands\n"
        "heavy = {'uvicorn', 'pygls', 'lsprotocol', 'numpy', 'PySide6', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().strip() == "[]"
