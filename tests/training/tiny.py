"""Models, pairs and packs small enough for tests of training."""

import gzip
import json
import lzma
import random
from functools import cache

import torch

from model.tokenizer import EOS_ID, PAD_ID, Tokenizer
from training.configs import recipe_from_table
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.pack import CLEAN, NOISE, VOCABULARY, Pack
from training.train_vocabulary import train_vocabulary
from training.validation import DEV_M2, DEV_TEXT

# Several test processes share few cores; a second thread would only wait for its turn.
torch.set_num_threads(1)

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


def tiny_table(**changes):
    """Return the table of a recipe that makes a few small steps."""
    table = {
        "name": "tiny",
        "log_steps": 2,
        "ema_decay": 0.9,
        "model": {
            "vocabulary_size": len(tiny_tokenizer()),
            "dimension": 16,
            "embedding_dimension": 16,
            "heads": 2,
            "encoder_layers": 4,
            "feed_forward_dimension": 32,
            "decoder_feed_forward_dimension": 4,
            "adapter_rank": 2,
            "dropout": 0.1,
        },
        "mixture": [{"kind": "pairs", "file": "pairs.tsv.gz", "share": 1.0}],
        "batching": {"batch_tokens": 256, "max_tokens": 64, "chunk_pairs": 32},
        "schedule": {"peak": 0.003, "warmup_steps": 3, "total_steps": 8},
        "validation": {"every_steps": 1000, "sentences": 4},
    }
    return {**table, **changes}


def tiny_run(**changes):
    return recipe_from_table(tiny_table(**changes))


def write_recipe(path, **changes):
    """Write a tiny recipe as TOML."""
    lines, tables = [], []
    for key, value in tiny_table(**changes).items():
        if isinstance(value, dict):
            tables += [f"[{key}]", *(f"{k} = {json.dumps(v)}" for k, v in value.items())]
        elif isinstance(value, list):
            for part in value:
                tables += [f"[[{key}]]", *(f"{k} = {json.dumps(v)}" for k, v in part.items())]
        else:
            lines.append(f"{key} = {json.dumps(value)}")
    path.write_text("\n".join([*lines, *tables]) + "\n", encoding="utf-8")
    return path


def write_pack(folder):
    """Write a pack of sentences made here, its development set included."""
    (folder / "dev").mkdir(parents=True)
    (folder / VOCABULARY).write_bytes(tiny_vocabulary())
    (folder / NOISE).write_text("{}", encoding="utf-8")
    with lzma.open(folder / CLEAN, "wt", encoding="utf-8") as file:
        file.writelines(f"{text}\n" for text in sentences(200))
    with gzip.open(folder / "pairs.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{source}\t{target}\n" for source, target in pairs(200, seed=1))
    dev = pairs(8, seed=2)
    (folder / DEV_TEXT).write_text("".join(f"{source}\n" for source, _ in dev), encoding="utf-8")
    (folder / DEV_M2).write_text("".join(map(_gold, dev)), encoding="utf-8")
    return Pack(folder)


def _gold(pair):
    source, target = ([*text.removesuffix(".").split(), "."] for text in pair)
    place = target.index("a")
    return f"S {' '.join(source)}\nA {place} {place}|||M:DET|||a|||REQUIRED|||-NONE-|||0\n\n"
