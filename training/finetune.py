"""Fine-tune pre-trained weights on human corrections, from a recipe.

``python -m training.finetune RECIPE --pack PACK --start-from CHECKPOINT --out
FOLDER``; running it again goes on from the last checkpoint of the folder.
"""

from __future__ import annotations

from collections.abc import Sequence

from training.loop import LAST
from training.run import parse_arguments, run


def main(argv: Sequence[str] | None = None) -> int:
    """Fine-tune from a recipe."""
    options = parse_arguments("Fine-tune on human corrections.", argv)
    if options.start_from is None and not (options.out / LAST).exists():
        print("training: name the pre-trained weights with --start-from CHECKPOINT")
        return 2
    return run(options)


if __name__ == "__main__":
    raise SystemExit(main())
