import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decoding.aggressive import aggressive, aggressive_rows, favourites, resynchronise
from model.decoding.common import DecodingOptions
from model.decoding.greedy import greedy
from model.errors import CancelledError
from model.tokenizer import BOS_ID, EOS_ID
from tests.fakes import FakeStepper, random_distribution, scripted_stepper, tiny_tokenizer
from tests.model.decoding.tiny_transformer import TinyTransformer

ids = st.lists(st.integers(3, 11), max_size=24)


@given(
    source=ids,
    seed=st.integers(0, 2**32),
    copying=st.sampled_from([0.0, 0.5, 0.8, 0.95, 1.0]),
    extra=st.integers(0, 8),
    positions=st.integers(25, 40),
)
@settings(max_examples=150, deadline=None)
def test_aggressive_equals_greedy_for_any_deterministic_decoder(
    source, seed, copying, extra, positions
):
    stepper = FakeStepper(random_distribution(seed, copying=copying))
    options = DecodingOptions(max_extra_tokens=extra, max_positions=positions)
    expected = greedy(stepper, source, options)
    found = aggressive(stepper, source, options)
    assert found.tokens == expected.tokens
    assert found.finished == expected.finished
    assert np.array_equal(found.distributions, expected.distributions)


@given(source=st.lists(st.integers(3, 19), max_size=16), seed=st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_aggressive_equals_greedy_for_random_transformers(source, seed):
    stepper = TinyTransformer(seed)
    options = DecodingOptions()
    expected = greedy(stepper, source, options)
    found = aggressive(stepper, source, options)
    assert found.tokens == expected.tokens
    assert found.finished == expected.finished
    assert np.allclose(found.distributions, expected.distributions, atol=1e-9)


def biased_one_by_one(stepper, source, options):
    """Return the tokens of a search that takes one at a time and knows no drafts."""
    state = stepper.start([[*source, EOS_ID]])
    tokens, position, reached = [], 0, 0
    while True:
        log_probs = stepper.step(np.array([[tokens[-1] if tokens else BOS_ID]]), state)[0]
        own = [] if position is None else [[*source, EOS_ID][position]]
        token = int(favourites(log_probs, own, options)[0])
        if token == EOS_ID or len(tokens) == options.length_limit(len(source)):
            return tuple(tokens)
        tokens.append(token)
        if own == [token]:
            position += 1
            continue
        reached = reached if position is None else position
        position = resynchronise(tokens, source, reached)


@given(
    source=ids,
    seed=st.integers(0, 2**32),
    copying=st.sampled_from([0.5, 0.8, 0.95]),
    edit_bias=st.sampled_from([0.0, 0.2, 1.0, 9.5]),
    least_probability=st.sampled_from([0.0, 0.2, 0.5]),
)
@settings(max_examples=200, deadline=None)
def test_with_bias_and_least_probability_too_the_result_does_not_depend_on_what_is_offered(
    source, seed, copying, edit_bias, least_probability
):
    stepper = FakeStepper(random_distribution(seed, copying=copying))
    options = DecodingOptions(edit_bias=edit_bias, least_probability=least_probability)
    found = aggressive(stepper, source, options)
    assert found.tokens == biased_one_by_one(stepper, source, options)


def test_the_bias_holds_right_after_a_foreseen_deletion():
    def deleting(source, prefix):
        distribution = np.full(20, -9.0, dtype=np.float32)
        wanted = [5, 16, 7, 9, EOS_ID]  # 16 for 6, and without 8
        distribution[wanted[len(prefix)] if len(prefix) < len(wanted) else EOS_ID] = -0.1
        distribution[11] = -0.3 if len(prefix) == 4 else -9.0
        return distribution

    source, options = [5, 6, 7, 8, 9], DecodingOptions(edit_bias=0.5)
    assert biased_one_by_one(FakeStepper(deleting), source, options) == (5, 16, 7, 9, 11)
    assert aggressive(FakeStepper(deleting), source, options).tokens == (5, 16, 7, 9, 11)


@given(
    sources=st.lists(ids, min_size=1, max_size=5),
    seed=st.integers(0, 2**32),
    copying=st.sampled_from([0.5, 0.95, 1.0]),
)
@settings(max_examples=60, deadline=None)
def test_sources_verified_side_by_side_get_what_each_gets_alone(sources, seed, copying):
    stepper = FakeStepper(random_distribution(seed, copying=copying))
    together = aggressive_rows(stepper, sources, DecodingOptions())
    for source, found in zip(sources, together, strict=True):
        alone = aggressive(stepper, source, DecodingOptions())
        assert (found.tokens, found.finished) == (alone.tokens, alone.finished)
        assert np.array_equal(found.distributions, alone.distributions)


@given(st.lists(st.lists(st.integers(3, 19), min_size=6, max_size=6), max_size=4), st.integers(0))
@settings(max_examples=40, deadline=None)
def test_rows_of_random_transformers_go_on_from_their_own_cache(sources, seed):
    stepper = TinyTransformer(seed)
    sources = [*sources, [3, 4, 5, 6, 7, 8]]
    for source, found in zip(
        sources, aggressive_rows(stepper, sources, DecodingOptions()), strict=True
    ):
        alone = aggressive(stepper, source, DecodingOptions())
        assert found.tokens == alone.tokens
        assert np.allclose(found.distributions, alone.distributions, atol=1e-9)


def test_a_draft_ends_with_the_next_disagreement_that_was_foreseen():
    def replacing_two(source, prefix):
        distribution = np.full(20, -9.0, dtype=np.float32)
        wanted = [5, 16, 7, 8, 19, 10]
        distribution[wanted[len(prefix)] if len(prefix) < len(wanted) else EOS_ID] = 0.0
        return distribution

    stepper = FakeStepper(replacing_two)
    found = aggressive(stepper, [5, 6, 7, 8, 9, 10], DecodingOptions())
    assert found.tokens == (5, 16, 7, 8, 19, 10)
    # All of it; 16 alone; 7 with 8 and 19 (not with 8, 9, 10 and the end); 10 with the end.
    assert stepper.steps == [8, 1, 3, 2]


def test_a_sentence_without_mistakes_takes_one_step():
    tokenizer = tiny_tokenizer()
    stepper = scripted_stepper(tokenizer, {})
    source = tokenizer.encode("She goes to school.")
    assert aggressive(stepper, source, DecodingOptions()).tokens == tuple(source)
    assert stepper.steps == [len(source) + 2]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He has a apple.", "He has an apple."),
        ("He has the the dog.", "He has the dog."),
        ("He goes school.", "He goes to school."),
        ("The dog", "The dog."),
        ("Dog the jumps.", "The dog jumps."),
    ],
)
def test_one_mistake_takes_fewer_steps_than_greedy_would(source, target):
    tokenizer = tiny_tokenizer()
    stepper = scripted_stepper(tokenizer, {source: target})
    hypothesis = aggressive(stepper, tokenizer.encode(source), DecodingOptions())
    assert tokenizer.decode(hypothesis.tokens) == target
    assert len(stepper.steps) < len(tokenizer.encode(target)) + 1


def test_resynchronisation_wants_a_suffix_that_stands_at_one_place_only():
    source = [5, 6, 7, 5, 8, 9]
    assert resynchronise([4, 5], source, 1) == 4
    assert resynchronise([4, 5], source, 0) is None
    assert resynchronise([7, 5], source, 0) == 4
    assert resynchronise([4, 4], source, 0) is None


def test_cancelling_stops_between_steps():
    stepper = FakeStepper(random_distribution(3, copying=0.0))
    with pytest.raises(CancelledError):
        aggressive(stepper, [5, 6], DecodingOptions(), lambda: bool(stepper.steps))
    assert len(stepper.steps) == 1


def test_an_end_mark_in_the_middle_of_the_draft_ends_the_hypothesis():
    distribution = np.full(12, -9.0, dtype=np.float32)
    distribution[EOS_ID] = 0.0
    hypothesis = aggressive(FakeStepper(lambda *_: distribution), [5, 6, 7], DecodingOptions())
    assert hypothesis.tokens == ()
    assert hypothesis.distributions.shape == (1, 12)


def test_a_draft_that_would_pass_the_length_limit_is_cut():
    script = [9, 5, 6, 7, 8, EOS_ID]

    def inserting(source, prefix):
        distribution = np.full(12, -9.0, dtype=np.float32)
        distribution[script[len(prefix)]] = 0.0
        return distribution

    options = DecodingOptions(max_extra_tokens=0, max_extra_share=0.0)
    found = aggressive(FakeStepper(inserting), [5, 6, 7, 8], options)
    assert found.tokens == greedy(FakeStepper(inserting), [5, 6, 7, 8], options).tokens
    assert found.tokens == (9, 5, 6, 7)
    assert not found.finished


def test_an_edit_bias_takes_the_second_best_token_where_the_draft_wins_by_less():
    log_probs = np.log(np.array([[0.5, 0.4, 0.1], [0.8, 0.1, 0.1], [0.2, 0.5, 0.3]], np.float32))
    biased = DecodingOptions(edit_bias=0.5)
    assert favourites(log_probs, [0, 0], DecodingOptions()).tolist() == [0, 0, 1]
    assert favourites(log_probs, [0, 0], biased).tolist() == [1, 0, 1]


def test_a_token_less_likely_than_asked_for_does_not_replace_the_sources_own():
    log_probs = np.log(np.array([[0.2, 0.4, 0.4], [0.1, 0.6, 0.3], [0.3, 0.4, 0.3]], np.float32))
    careful = DecodingOptions(least_probability=0.5)
    assert favourites(log_probs, [0, 0], DecodingOptions()).tolist() == [1, 1, 1]
    # Beyond the draft there is no token of the source to keep to.
    assert favourites(log_probs, [0, 0], careful).tolist() == [0, 1, 1]


def test_an_edit_bias_leaves_the_log_probabilities_alone():
    log_probs = np.log(np.array([[0.5, 0.5], [0.5, 0.5]], np.float32))
    before = log_probs.copy()
    favourites(log_probs, [0], DecodingOptions(edit_bias=1.0, least_probability=0.1))
    assert np.array_equal(log_probs, before)


@given(source=ids, seed=st.integers(0, 2**32), copying=st.sampled_from([0.5, 0.8, 0.95]))
@settings(max_examples=100, deadline=None)
def test_what_is_not_verified_again_is_left_as_it_is_and_takes_no_steps(source, seed, copying):
    thorough = FakeStepper(random_distribution(seed, copying=copying))
    quick = FakeStepper(random_distribution(seed, copying=copying))
    aggressive(thorough, source, DecodingOptions())
    found = aggressive(quick, source, DecodingOptions(rereading_probability=0.999))
    assert len(found.distributions) == len(found.tokens) + 1 or not found.finished
    assert quick.steps == thorough.steps[: len(quick.steps)]


def changing_two(probability):
    """Return a decoder that makes 9 of the first 5, and only behind that 9 of the 8 as well."""

    def distribution(source, prefix):
        wanted = source[len(prefix)] if len(prefix) < len(source) else EOS_ID
        chosen = 9 if wanted == 5 or (wanted == 8 and 9 in prefix) else wanted
        row = np.full(12, 1e-6, dtype=np.float32)
        row[wanted] = 1 - probability
        row[chosen] = probability
        return np.log(row)

    return distribution


@pytest.mark.parametrize(
    ("probability", "expected"), [(0.6, (4, 9, 6, 7, 8)), (0.8, (4, 9, 6, 7, 9))]
)
def test_only_behind_a_likely_change_the_rest_is_verified_again(probability, expected):
    options = DecodingOptions(rereading_probability=0.7)
    found = aggressive(FakeStepper(changing_two(probability)), [4, 5, 6, 7, 8], options)
    assert found.tokens == expected
    assert found.finished
    assert len(found.distributions) == len(expected) + 1
    everything = aggressive(
        FakeStepper(changing_two(probability)), [4, 5, 6, 7, 8], DecodingOptions()
    )
    assert everything.tokens == (4, 9, 6, 7, 9)
