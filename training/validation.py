"""Score a model that is training on a development set of its pack."""

from __future__ import annotations

from training.decoding import correct_texts
from training.edgeformer.model import EdgeFormer
from training.loop import Validator
from training.pack import Pack
from training.scoring.dev_score import DevSet

DEV_M2 = "dev/wi+locness.ABCN.dev.gold.bea19.m2"
DEV_TEXT = "dev/wi_locness.ABCN.dev.m2-aligned.natural.txt"

CPU_BATCH_TOKENS = 4096
GPU_BATCH_TOKENS = 65_536  # a step of decoding takes as long for a thousand rows as for ten


def load_validator(pack: Pack, sentences: int) -> Validator:
    """Return a function that corrects and scores the development set.

    The sentences are taken evenly from the whole set, whose parts differ in level.

    Args:
        pack: holds the set under ``dev/``.
        sentences: how many to use; 0: all.

    Raises:
        PackError: if the pack has no development set.
    """
    dev = DevSet.load(pack.path(DEV_M2), pack.path(DEV_TEXT)).sample(sentences)
    tokenizer = pack.tokenizer()

    def validate(model: EdgeFormer) -> dict[str, float]:
        on_gpu = model.embedding.weight.is_cuda
        tokens = GPU_BATCH_TOKENS if on_gpu else CPU_BATCH_TOKENS
        score = dev.score(correct_texts(model, tokenizer, dev.sources, tokens))
        return {
            "precision": score.precision,
            "recall": score.recall,
            "f_half": score.f_half,
            "false_alarms": score.false_alarm_rate,
        }

    return validate
