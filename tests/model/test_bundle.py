import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.bundle import (
    FILES,
    FORMAT_VERSION,
    MANIFEST,
    WEIGHTS,
    WORDS,
    Bundle,
    file_sha256,
    sealed,
)
from model.corrector import Corrector
from model.errors import BundleError, DamagedFileError, MissingFileError, VersionMismatchError
from tests.model.spelling.small_words import small_word_list
from tests.model.tiny_bundle import PIECES, make_tiny_bundle
from training.export.bundling import add_spelling

EVERY_FILE = (*FILES, MANIFEST)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return make_tiny_bundle(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def folder(whole, tmp_path):
    shutil.copytree(whole.folder, tmp_path / "bundle")
    return tmp_path / "bundle"


def rewrite(folder, **changes):
    fields = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    del fields["sha256_of_manifest"]
    fields.update(changes)
    fields = {name: value for name, value in fields.items() if value is not None}
    (folder / MANIFEST).write_bytes(sealed(fields))


def test_a_whole_bundle_tells_its_contents(whole):
    assert whole.manifest.format_version == FORMAT_VERSION
    assert whole.manifest.shape.vocabulary_size == PIECES == len(whole.tokenizer())
    assert whole.manifest.shape.head_dimension * whole.manifest.shape.heads == 32
    assert whole.thresholds["default"] == 0.5
    assert set(whole.manifest.files) == set(FILES)
    assert whole.encoder_path.is_file()
    assert whole.decoder_path.is_file()


@pytest.mark.parametrize("name", EVERY_FILE)
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(MissingFileError, match=name.replace(".", r"\.")) as caught:
        Bundle.open(folder)
    assert "install the model again" in str(caught.value)


def test_a_folder_that_is_not_there_or_is_a_file_is_a_missing_model(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in (tmp_path / "nowhere", tmp_path / "file", tmp_path):
        with pytest.raises(MissingFileError, match="no model in"):
            Bundle.open(place)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_flipped_bit_in_any_file_is_found(folder, data):
    path = folder / data.draw(st.sampled_from(EVERY_FILE))
    contents = path.read_bytes()
    place = data.draw(st.integers(0, len(contents) - 1))
    altered = bytearray(contents)
    altered[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(altered)
    try:
        with pytest.raises(BundleError):
            Bundle.open(folder)
    finally:
        path.write_bytes(contents)
    assert Bundle.open(folder).manifest.parameters > 0


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_cut_or_lengthened_file_is_found(folder, data):
    path = folder / data.draw(st.sampled_from(EVERY_FILE))
    contents = path.read_bytes()
    keep = data.draw(st.integers(0, len(contents) - 1))
    altered = data.draw(st.sampled_from([contents[:keep], contents + b"\n"]))
    path.write_bytes(altered)
    try:
        with pytest.raises(DamagedFileError):
            Bundle.open(folder)
    finally:
        path.write_bytes(contents)


@pytest.mark.parametrize(
    ("version", "advice"), [(FORMAT_VERSION + 1, "update the program"), (0, "install the model")]
)
def test_another_format_version_says_which_side_to_renew(folder, version, advice):
    rewrite(folder, format_version=version)
    with pytest.raises(VersionMismatchError, match=advice):
        Bundle.open(folder)


@pytest.mark.parametrize(
    "changes",
    [{"files": {}}, {"files": 3}, {"thresholds": {}}, {"configuration": None}, {"parameters": "x"}],
    ids=str,
)
def test_a_manifest_that_lacks_something_is_damaged(folder, changes):
    rewrite(folder, **changes)
    with pytest.raises(DamagedFileError, match="lacks something"):
        Bundle.open(folder)


def test_a_vocabulary_of_another_size_is_refused(folder):
    configuration = json.loads((folder / MANIFEST).read_bytes())["configuration"]
    rewrite(folder, configuration={**configuration, "vocabulary_size": PIECES + 1})
    with pytest.raises(DamagedFileError, match="pieces"):
        Bundle.open(folder).tokenizer()


@pytest.fixture
def spelling(folder):
    add_spelling(folder, small_word_list().to_bytes(), {"runs": 1.0})
    return folder


def test_a_missing_cut_or_altered_word_list_is_named(spelling):
    path = spelling / WORDS
    contents = path.read_bytes()
    assert len(Bundle.open(spelling).words()) == len(small_word_list())
    for altered in (contents[:-1], contents[:-1] + b"?"):
        path.write_bytes(altered)
        with pytest.raises(DamagedFileError, match=r"words\.npz"):
            Bundle.open(spelling)
    path.unlink()
    with pytest.raises(MissingFileError, match=r"words\.npz"):
        Bundle.open(spelling)


def test_a_sealed_file_that_is_no_word_list_is_named_with_advice(spelling):
    (spelling / WORDS).write_bytes(b"not a list")
    record = {"size": 10, "sha256": file_sha256(spelling / WORDS)}
    files = json.loads((spelling / MANIFEST).read_bytes())["files"]
    rewrite(spelling, files={**files, WORDS: record})
    with pytest.raises(DamagedFileError, match=r"words\.npz.*install the model again"):
        Bundle.open(spelling).words()


def test_weights_for_features_of_another_version_say_so(spelling):
    rewrite(spelling, spelling_weights={"runs": 1.0, "smell": 2.0})
    with pytest.raises(VersionMismatchError, match="another version"):
        Corrector(spelling)


def test_the_fingerprint_changes_with_thresholds_and_weights(whole, folder, tmp_path):
    assert Bundle.open(folder).fingerprint == whole.fingerprint
    rewrite(folder, thresholds={"default": 0.6})
    assert Bundle.open(folder).fingerprint != whole.fingerprint
    assert make_tiny_bundle(tmp_path / "other", seed=2).fingerprint != whole.fingerprint


def test_a_file_that_may_not_be_read_is_an_error_of_the_bundle(folder):
    (folder / WEIGHTS).unlink()
    (folder / WEIGHTS).mkdir()
    with pytest.raises(BundleError):
        Bundle.open(folder)
