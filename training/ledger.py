"""Print where the parameters and the arithmetic of a model are.

``python -m training.ledger CONFIG``, CONFIG being a recipe or one of the named
configurations of the paper. Knows sizes only: no weights are read or made.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.configs import RecipeError, load_recipe
from training.edgeformer.config import Adaptation, Architecture, EdgeFormerConfig
from training.edgeformer.costs import (
    PAPER_LENGTH,
    PAPER_VOCABULARY,
    ParameterGroup,
    arithmetic,
    parameter_groups,
)


def named_configurations() -> Mapping[str, EdgeFormerConfig]:
    """Return the shipped configuration and those of the paper's tables, by name."""
    wide = 2048  # 4d: feed-forwards of the baselines' decoders
    universal = EdgeFormerConfig(
        architecture=Architecture.UNIVERSAL,
        adaptation=Adaptation.NONE,
        decoder_feed_forward_dimension=wide,
    )
    return {
        "edgeformer": EdgeFormerConfig(),
        "edgeformer-none": EdgeFormerConfig(adaptation=Adaptation.NONE),
        "edgeformer-bias": EdgeFormerConfig(adaptation=Adaptation.BIAS),
        "edgeformer-prefix": EdgeFormerConfig(adaptation=Adaptation.PREFIX, prefix_length=8),
        "edgeformer-adapter-r32": EdgeFormerConfig(adapter_rank=32),
        "edgeformer-8k": EdgeFormerConfig(
            adapter_rank=32, vocabulary_size=8192, embedding_dimension=128
        ),
        "edgeformer-16k": EdgeFormerConfig(
            adapter_rank=32, vocabulary_size=16_384, embedding_dimension=64
        ),
        "universal": universal,
        "full-6+6": EdgeFormerConfig(
            architecture=Architecture.FULL,
            adaptation=Adaptation.NONE,
            encoder_layers=6,
            decoder_layers=6,
            decoder_feed_forward_dimension=wide,
        ),
        "full-12+2": EdgeFormerConfig(
            architecture=Architecture.FULL,
            adaptation=Adaptation.NONE,
            decoder_feed_forward_dimension=wide,
        ),
    }


def find_configuration(name: str) -> EdgeFormerConfig:
    """Return a named configuration, or that of a recipe file.

    Raises:
        RecipeError: if there is neither.
    """
    named = named_configurations()
    if name in named:
        return named[name]
    if not Path(name).suffix:
        raise RecipeError(f"no configuration {name!r}; name a recipe or one of {', '.join(named)}")
    return load_recipe(Path(name)).model


def ledger(config: EdgeFormerConfig, vocabulary: int | None = None) -> str:
    """Return the printed ledger of a configuration.

    Args:
        config: the model.
        vocabulary: pieces for a further FLOPs line.
    """
    groups = parameter_groups(config)
    total = sum(group.parameters for group in groups)
    embeddings = sum(group.parameters for group in groups if group.is_embedding)
    rows = [("group", "shapes", "parameters", "load"), *map(_row, groups)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [_aligned(row, widths) for row in rows]
    lines += [
        "",
        f"parameters                    {total:>13,}",
        f"  without embeddings          {total - embeddings:>13,}",
        "",
        f"FLOPs at {PAPER_LENGTH}+{PAPER_LENGTH} tokens (multiply-accumulates, as in the paper)",
    ]
    pieces = [config.vocabulary_size, PAPER_VOCABULARY, *([vocabulary] if vocabulary else [])]
    lines += [_flops_line(config, size) for size in dict.fromkeys(pieces)]
    cost = arithmetic(config, PAPER_LENGTH, PAPER_LENGTH)
    lines += [
        f"  one encoder layer           {cost.encoder_layer / 1e6:>11.1f} M",
        f"  one decoder layer           {cost.decoder_layer / 1e6:>11.1f} M",
        f"  layer adaptation, all       {cost.adaptation / 1e6:>11.1f} M",
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the ledger of a recipe or a named configuration."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = ", ".join(named_configurations())
    parser.add_argument("config", help=f"a recipe (TOML), or one of: {names}")
    parser.add_argument("--vocabulary", type=int, help="count FLOPs for so many pieces too")
    options = parser.parse_args(argv)
    try:
        print(ledger(find_configuration(options.config), options.vocabulary))
    except RecipeError as error:
        print(f"ledger: {error}")
        return 2
    return 0


def _row(group: ParameterGroup) -> tuple[str, str, str, str]:
    shapes = Counter("x".join(map(str, shape)) for shape in group.shapes)
    shown = " + ".join(f"{count} of {shape}" for shape, count in shapes.items())
    return group.name, shown, f"{group.parameters:,}", str(group.load)


def _aligned(row: tuple[str, ...], widths: Sequence[int]) -> str:
    name, shapes, count, load = (
        text.ljust(width) if column < 2 else text.rjust(width)
        for column, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"{name}  {shapes}  {count}  {load}"


def _flops_line(config: EdgeFormerConfig, vocabulary: int) -> str:
    total = arithmetic(config, PAPER_LENGTH, PAPER_LENGTH, vocabulary).total
    return f"  vocabulary of {vocabulary:<8,}      {total / 1e9:>11.3f} G"


if __name__ == "__main__":
    raise SystemExit(main())
