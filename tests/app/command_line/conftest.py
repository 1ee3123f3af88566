import io

import pytest

from app.command_line.main import run
from tests.app.command_line.fakes import FakeCorrector, Screen


@pytest.fixture
def correct():
    """Run ``copyedge correct`` with the fake engine; returns the exit code and the screen."""

    def call(*argv, stdin=b"", corrector=None, **flags):
        screen = Screen(stdin=io.BytesIO(stdin))
        code = run(
            ["correct", *map(str, argv)],
            lambda arguments: corrector or FakeCorrector(),
            screen.console(**flags),
        )
        return code, screen

    return call
