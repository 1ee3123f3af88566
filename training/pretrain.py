"""Pre-train on noised clean text, from a recipe.

``python -m training.pretrain RECIPE --pack PACK --out FOLDER [--minutes N]``;
running it again goes on from the last checkpoint. Several devices:
``torchrun --nproc-per-node N -m training.pretrain ...``.
"""

from __future__ import annotations

from collections.abc import Sequence

from training.run import parse_arguments, run


def main(argv: Sequence[str] | None = None) -> int:
    """Pre-train from a recipe."""
    return run(parse_arguments("Pre-train on noised clean text.", argv))


if __name__ == "__main__":
    raise SystemExit(main())
