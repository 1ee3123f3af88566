import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, UNK_ID, Tokenizer
from tests.fakes import tiny_tokenizer

TRICKY = [
    "",
    " ",
    "  two  spaces  ",
    "a\tb\r\nc\u2028d\u2029e\x00f",
    "\u2581 looks like a space mark",
    "ﬁ … ½ Å",
    "😀👍🏽 \u200d \ufeff",
    "مرحبا שלום",
    "\ud800 lone surrogate",
    "x" * 10_000,
]


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_decoding_gives_any_string_back(text):
    tokenizer = tiny_tokenizer()
    assert tokenizer.decode(tokenizer.encode(text)) == text


@pytest.mark.parametrize("text", TRICKY)
def test_decoding_gives_tricky_strings_back(text):
    tokenizer = tiny_tokenizer()
    assert tokenizer.decode(tokenizer.encode(text)) == text


def test_a_batch_is_encoded_as_its_texts_are_alone():
    tokenizer = tiny_tokenizer()
    assert tokenizer.encode_batch(TRICKY) == [tokenizer.encode(text) for text in TRICKY]
    plain = ["She goes home.", "An apple"]
    assert tokenizer.encode_batch(plain) == [tokenizer.encode(text) for text in plain]


def test_a_word_is_the_same_piece_at_the_start_of_a_sentence_and_inside_it():
    tokenizer = tiny_tokenizer()
    alone = tokenizer.encode("school")
    assert tokenizer.encode("a school")[-len(alone) :] == alone


@given(st.lists(st.integers(0, 359), max_size=30))
def test_decoding_never_fails_for_ids_a_model_may_propose(ids):
    assert isinstance(tiny_tokenizer().decode(ids), str)


def test_special_ids_stand_for_nothing():
    assert tiny_tokenizer().decode([PAD_ID, BOS_ID, EOS_ID, UNK_ID]) == ""


def test_encoding_never_yields_special_ids():
    tokenizer = tiny_tokenizer()
    assert not {PAD_ID, BOS_ID, EOS_ID, UNK_ID} & set(tokenizer.encode("<s> </s> <pad> <unk> ∞"))


def test_bytes_that_are_no_vocabulary_are_refused_with_advice():
    with pytest.raises(ValueError, match="install the model again"):
        Tokenizer(b"not a vocabulary")


def test_piece_texts_are_as_many_as_pieces():
    tokenizer = tiny_tokenizer()
    assert len(tokenizer.piece_texts()) == len(tokenizer)
