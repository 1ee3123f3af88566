"""Models, pairs and packs small enough for tests of training."""

import random
from functools import cache

import torch

from model.tokenizer import EOS_ID, PAD_ID, Tokenizer
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.train_vocabulary import train_vocabulary

NOUNS = ["cat", "dog", "tree", "river", "house", "letter", "window", "garden", "friend", "teacher"]
VERBS = ["sees", "likes", "finds", "paints", "follows", "remembers"]
PLACES = ["in the park", "near the lake", "after school", "before lunch", "at home"]


def tiny_config(**changes):
    sizes = {
        "vocabulary_size": 40,
        "dimension": 16,
        "embedding_dimension": 16,
        "heads": 2,
        "encoder_layers": 4,
        "feed_forward_dimension": 32,
        "decoder_feed_forward_dimension": 4,
        "adapter_rank": 2,
        "prefix_length": 3,
        "max_positions": 64,
        "dropout": 0.0,
    }
    return EdgeFormerConfig(**{**sizes, **changes})


def tiny_model(seed=0, **changes):
    """Build a model all of whose weights are away from zero, adaptation included."""
    torch.manual_seed(seed)
    model = build_edgeformer(tiny_config(**changes))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    return model.eval()


def random_ids(rng, length, vocabulary=40):
    return [rng.randrange(4, vocabulary) for _ in range(length)]


def padded(rows):
    """Return (B, S) source ids: EOS at the end of each row, then PAD."""
    width = max(map(len, rows)) + 1
    return torch.tensor([[*row, EOS_ID] + [PAD_ID] * (width - len(row) - 1) for row in rows])


def sentences(count, seed=0):
    rng = random.Random(seed)
    return [
        f"The {rng.choice(NOUNS)} {rng.choice(VERBS)} a {rng.choice(NOUNS)} {rng.choice(PLACES)}."
        for _ in range(count)
    ]


def pairs(count, seed=0):
    """Return pairs whose source lacks an article."""
    return [(text.replace(" a ", " "), text) for text in sentences(count, seed)]


@cache
def tiny_vocabulary():
    """Return a serialised vocabulary of the smallest size that holds all bytes."""
    return train_vocabulary(iter(sentences(400)), pieces=300, threads=1)


@cache
def tiny_tokenizer():
    return Tokenizer(tiny_vocabulary())
