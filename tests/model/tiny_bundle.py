"""A whole bundle of a very small untrained model, made in about a second."""

from __future__ import annotations

import functools
from pathlib import Path

import torch

from model.bundle import Bundle
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.edgeformer.model import EdgeFormer
from training.export.bundling import ExportOptions, write_bundle
from training.export.checkpoint import from_state_dict
from training.train_vocabulary import train_vocabulary

PIECES = 320  # 256 bytes, 4 specials, and room for a few words

SENTENCES = (
    "The old mill by the river was turned into a library last spring.",
    "She has three cats, two dogs and a very patient neighbour.",
    "We don't know whether the train leaves at nine or at half past nine.",
    "If it rains tomorrow, they will play inside the school hall.",
    "My brother buys fresh bread every morning before work.",
    "Please send me the report as soon as you have finished it.",
    "The children were looking for the key that opens the blue box.",
    "There is nothing in the letter about the price of the house.",
    "He said that he would call us when he arrived at the station.",
    "Few people remember how quiet this street used to be.",
)


def tiny_config(**changes: object) -> EdgeFormerConfig:
    """Return the shipped shape in miniature."""
    sizes: dict[str, object] = {
        "vocabulary_size": PIECES,
        "dimension": 32,
        "embedding_dimension": 32,
        "heads": 4,
        "encoder_layers": 5,
        "feed_forward_dimension": 64,
        "decoder_feed_forward_dimension": 8,
        "adapter_rank": 4,
        "max_positions": 128,
    }
    return EdgeFormerConfig(**{**sizes, **changes})  # type: ignore[arg-type]


def tiny_network(seed: int = 1, **changes: object) -> EdgeFormer:
    """Return random weights in which nothing is zero, adapters and biases included."""
    torch.set_num_threads(1)  # a pool of threads only waits for itself at this size
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = build_edgeformer(tiny_config(**changes))
        for name, parameter in network.named_parameters():
            if name.endswith((".b", ".bias")):
                torch.nn.init.normal_(parameter, std=0.1)
    return network.eval()


@functools.cache
def tiny_tokenizer() -> bytes:
    """Return a small vocabulary learnt from the sentences above."""
    return train_vocabulary(iter(SENTENCES * 3), PIECES, threads=1)


def make_tiny_bundle(
    folder: Path, *, seed: int = 1, weight_bits: int | None = 7, **changes: object
) -> Bundle:
    """Write a bundle of a tiny random model to ``folder``.

    Args:
        folder: made if it is not there.
        seed: of the weights.
        weight_bits: 7, 8, or None for floats.
        changes: to the configuration.
    """
    network = tiny_network(seed, **changes)
    model = from_state_dict(network.config, network.state_dict())
    options = ExportOptions(program_version="0.1.0", weight_bits=weight_bits)
    return write_bundle(model, tiny_tokenizer(), folder, options)
