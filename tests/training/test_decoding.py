import pytest
import torch

from model.tokenizer import EOS_ID
from tests.training.tiny import padded, sentences, tiny_config, tiny_model, tiny_tokenizer
from training.decoding import correct_texts, greedy_decode


def peaked_model(seed=0, **changes):
    """Build a model whose choices are far apart, so that rounding does not decide."""
    model = tiny_model(seed=seed, **changes)
    with torch.no_grad():
        model.embedding.weight.mul_(8)
    return model


def plain_greedy(model, row, limit):
    """Decode one row with whole passes and no cache."""
    target = [1]
    with torch.inference_mode():
        while len(target) <= limit:
            logits = model(padded([row]), torch.tensor([target]))[0, -1]
            token = int(logits.argmax())
            if token == EOS_ID:
                break
            target.append(token)
    return [token for token in target[1:] if token not in (0, EOS_ID)]


@pytest.mark.parametrize("seed", range(4))
def test_batched_decoding_equals_one_row_at_a_time(seed):
    model = peaked_model(seed)
    rows = [[5, 6, 7], [8, 9, 10, 11, 12, 13], [14]]
    decoded = greedy_decode(model, padded(rows))
    for row, found in zip(rows, decoded, strict=True):
        limit = int(len(row) + 1 + 8 + (len(row) + 1) * 0.3)
        assert found == plain_greedy(model, row, limit)


class Scripted:
    """Says what it is told, whatever it reads."""

    config = tiny_config()

    def __init__(self, rows):
        self.logits = torch.nn.functional.one_hot(torch.tensor(rows), 40).float()
        self.steps = 0

    def encode(self, source_ids):
        return source_ids, None

    def start(self, memory, mask):
        return None

    def step(self, tokens, state):
        self.steps += 1
        return self.logits[:, self.steps - 1 : self.steps]


def test_a_row_ends_with_its_end_mark_and_decoding_with_the_last_row():
    model = Scripted([[7, EOS_ID, 9, 9, 9], [8, 9, EOS_ID, 9, 9]])
    assert greedy_decode(model, padded([[5], [5]])) == [[7], [8, 9]]
    assert model.steps == 3


def test_no_target_outgrows_its_source():
    model = peaked_model()
    with torch.no_grad():
        model.embedding.weight[EOS_ID] -= 100 * model.decoder_final_norm.bias  # hardly ever ends
    rows = [[5] * 3, [6] * 20]
    for row, found in zip(rows, greedy_decode(model, padded(rows)), strict=True):
        assert len(found) <= (len(row) + 1) * 1.3 + 8


def test_the_order_of_texts_and_the_size_of_batches_do_not_matter():
    tokenizer = tiny_tokenizer()
    model = peaked_model(vocabulary_size=len(tokenizer), max_positions=128)
    texts = [text[: 10 + 3 * n] for n, text in enumerate(sentences(8))]
    together = correct_texts(model, tokenizer, texts)
    assert correct_texts(model, tokenizer, texts[::-1], batch_tokens=1) == together[::-1]


def test_texts_that_cannot_be_read_stay_as_they_are():
    tokenizer = tiny_tokenizer()
    model = peaked_model(vocabulary_size=len(tokenizer))
    long = "The cat sees a dog. " * 40
    assert correct_texts(model, tokenizer, [long])[0] == long
    assert correct_texts(model, tokenizer, []) == []
