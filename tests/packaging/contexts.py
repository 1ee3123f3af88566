"""A build's context in a folder of the test's own."""

from dataclasses import replace
from pathlib import Path

from assets.packaging.context import BuildContext, Target

ROOT = Path(__file__).parents[2]


def make_context(tmp_path, **changes):
    context = BuildContext(
        root=ROOT,
        out=tmp_path / "out",
        work=tmp_path / "work",
        target=Target.LINUX,
        version="1.2.3",
        commit="0" * 40,
        epoch=1_700_000_000,
        say=lambda line: None,
    )
    for folder in (context.out, context.work):
        folder.mkdir(exist_ok=True)
    return replace(context, **changes)
