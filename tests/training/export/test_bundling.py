import dataclasses
import json
import os

import numpy as np
import pytest
import torch

from model.bundle import ENCODER, MANIFEST, NGRAMS, TOKENIZER, WORDS, Bundle
from model.errors import DamagedFileError
from model.ngrams import Ngrams
from model.phrases.keys import key_of
from model.phrases.table import Counts, PhraseTable
from model.session import Session
from model.tokenizer import BOS_ID, EOS_ID, PAD_ID
from tests.model.spelling.small_words import small_word_list
from tests.model.tiny_bundle import make_tiny_bundle, tiny_network, tiny_tokenizer
from training.export.bundling import (
    ExportOptions,
    add_ngrams,
    add_phrases,
    add_spelling,
    update_manifest,
    write_bundle,
)
from training.export.checkpoint import from_state_dict


def test_a_failed_export_leaves_the_old_bundle(tmp_path):
    before = make_tiny_bundle(tmp_path)
    network = tiny_network()
    state = {
        name: torch.full_like(value, torch.nan) for name, value in network.state_dict().items()
    }
    model = from_state_dict(network.config, state)
    with pytest.raises(ValueError, match="diverged"):
        write_bundle(model, tiny_tokenizer(), tmp_path, ExportOptions(program_version="1"))
    assert Bundle.open(tmp_path).fingerprint == before.fingerprint
    assert len(os.listdir(tmp_path)) == 5


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "MODEL_CARD.md").write_text("card", encoding="utf-8")
    make_tiny_bundle(tmp_path)
    assert (tmp_path / "MODEL_CARD.md").read_text(encoding="utf-8") == "card"


def test_a_vocabulary_of_another_size_is_refused(tmp_path):
    network = tiny_network(vocabulary_size=321)
    model = from_state_dict(network.config, network.state_dict())
    with pytest.raises(ValueError, match="320 pieces, the model 321"):
        write_bundle(model, tiny_tokenizer(), tmp_path, ExportOptions(program_version="1"))


def test_a_vocabulary_the_model_was_not_trained_with_is_refused(tmp_path):
    network = tiny_network()
    model = from_state_dict(network.config, network.state_dict(), {"vocabulary": "0" * 64})
    with pytest.raises(ValueError, match="not the tokeniser"):
        write_bundle(model, tiny_tokenizer(), tmp_path, ExportOptions(program_version="1"))


def test_thresholds_can_be_changed_without_exporting_again(tmp_path):
    before = make_tiny_bundle(tmp_path)
    after = update_manifest(tmp_path, {"thresholds": {"default": 0.7, "R:SPELL": 0.4}})
    assert after.thresholds == {"default": 0.7, "R:SPELL": 0.4}
    same = dataclasses.replace(after.manifest, thresholds=before.thresholds)
    assert same == before.manifest
    assert after.fingerprint != before.fingerprint


def test_a_manifest_takes_no_new_fields_and_no_damaged_bundle(tmp_path):
    make_tiny_bundle(tmp_path)
    with pytest.raises(ValueError, match="colour"):
        update_manifest(tmp_path, {"colour": "blue"})
    (tmp_path / ENCODER).write_bytes(b"")
    with pytest.raises(Exception, match="bytes instead of"):
        update_manifest(tmp_path, {"thresholds": {"default": 0.7}})


def test_the_manifest_names_the_vocabulary_and_the_parameters(tmp_path):
    network = tiny_network()
    manifest = make_tiny_bundle(tmp_path).manifest
    assert manifest.vocabulary_sha256 == manifest.files[TOKENIZER].sha256
    assert manifest.parameters == sum(p.numel() for p in network.parameters())
    assert json.loads((tmp_path / MANIFEST).read_bytes())["quantization"]["weight_bits"] == 7


@pytest.mark.parametrize(
    "changes",
    [
        {"adaptation": "none"},
        {"architecture": "universal", "adaptation": "none"},
        {"architecture": "full", "adaptation": "none", "decoder_layers": 3},
    ],
    ids=str,
)
def test_the_baselines_export_too(tmp_path, changes):
    bundle = make_tiny_bundle(tmp_path, weight_bits=None, **changes)
    session, source, target = Session(bundle), [9, 8, 7, EOS_ID], [[BOS_ID, 20, 21]]
    actual = session.step(np.array(target), session.start([source, [5, EOS_ID]][:1]))
    with torch.no_grad():
        logits = tiny_network(**changes)(torch.tensor([[*source, PAD_ID]]), torch.tensor(target))
    assert np.abs(actual - logits.log_softmax(-1).numpy()).max() < 1e-4


def test_a_word_list_joins_the_bundle_and_is_checked_with_it(tmp_path):
    before = make_tiny_bundle(tmp_path)
    after = add_spelling(tmp_path, small_word_list().to_bytes(), {"keep": 1.5})
    assert before.words() is None
    assert len(after.words()) == len(small_word_list())
    assert after.manifest.spelling_weights == {"keep": 1.5}
    assert after.fingerprint != before.fingerprint
    (tmp_path / WORDS).write_bytes(b"cut")
    with pytest.raises(DamagedFileError):
        Bundle.open(tmp_path)


def test_runs_of_words_join_the_bundle_and_are_checked_with_it(tmp_path):
    before = make_tiny_bundle(tmp_path)
    after = add_ngrams(tmp_path, Ngrams.of({"he goes": 4}, 9).to_bytes())
    assert before.ngrams() is None
    assert after.ngrams().occurrences("he", "goes") == 4
    (tmp_path / NGRAMS).write_bytes(b"cut")
    with pytest.raises(DamagedFileError):
        Bundle.open(tmp_path)


def test_a_phrase_table_joins_the_bundle_and_is_checked_with_it(tmp_path):
    before = make_tiny_bundle(tmp_path)
    table = PhraseTable.of({key_of("[informations]"): ("information", Counts(3, 4, 0))})
    after = add_phrases(tmp_path, table.to_bytes())
    assert before.phrases() is None
    assert after.phrases().find("informations")[0].replacement == "information"
    with pytest.raises(ValueError, match="no phrase table"):
        add_phrases(tmp_path, b"cut")
    assert Bundle.open(tmp_path).fingerprint == after.fingerprint


def test_what_holds_no_runs_of_words_leaves_the_bundle_as_it_was(tmp_path):
    before = make_tiny_bundle(tmp_path)
    with pytest.raises(ValueError, match="no counts of runs"):
        add_ngrams(tmp_path, b"cut")
    assert Bundle.open(tmp_path).fingerprint == before.fingerprint


def test_weights_of_another_judge_leave_the_bundle_as_it_was(tmp_path):
    before = make_tiny_bundle(tmp_path)
    with pytest.raises(ValueError, match="knows no colour"):
        add_spelling(tmp_path, small_word_list().to_bytes(), {"colour": 1.0})
    assert Bundle.open(tmp_path).fingerprint == before.fingerprint
