import hashlib
import json
from dataclasses import replace

import pytest

from assets.packaging.components import Component
from assets.packaging.errors import BuildError
from assets.packaging.origins import Inventory, parts_of_bill
from assets.packaging.sbom import bill_of, corpora_of, validate, write_sbom
from tests.packaging.frozen_program import ROOT, make_context, make_frozen

COMPONENTS = (
    Component(
        name="Copyedge weights",
        version="abc",
        licence="LicenseRef-Copyedge-Weights",
        purl="pkg:generic/copyedge-weights",
        files=("_internal/assets/model/weights.bin",),
    ),
    Component(
        name="libx11-6",
        version="2:1.8",
        licence="Expat, GPL-2+",
        purl="pkg:deb/debian/libx11-6@1.8",
    ),
    Component(
        name="sentencex",
        version="1.0",
        licence="MIT",
        purl="pkg:pypi/sentencex@1.0",
        url="https://example.org",
        files=("_internal/sentencex/one.so",),
        inside=(Component(name="regex", version="1.12", licence="MIT OR Apache-2.0"),),
    ),
)


@pytest.fixture
def context(tmp_path):
    context = make_context(tmp_path)
    make_frozen(context, "assets/model/weights.bin", "sentencex/one.so")
    return context


def parts(bill):
    return {part["name"]: part for part in bill["components"]}


def test_the_bill_fits_the_schema_and_lists_everything(context):
    write_sbom(context, lambda _: Inventory(COMPONENTS, ()))
    (path,) = context.out.iterdir()
    assert path.name == "copyedge-1.2.3-linux.cdx.json"
    bill = json.loads(path.read_text(encoding="utf-8"))
    assert set(parts(bill)) == {"Copyedge weights", "libx11-6", "sentencex"}
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    assert bill["metadata"]["timestamp"].startswith("2023-11-14T22:13:20")


def test_the_same_program_has_the_same_bill_in_any_order(context):
    first = bill_of(Inventory(COMPONENTS, ()), context)
    assert bill_of(Inventory(COMPONENTS[::-1], ()), context) == first


def test_a_changed_library_changes_the_hash_and_the_serial_number(context):
    before = json.loads(bill_of(Inventory(COMPONENTS, ()), context))
    (context.contents / "sentencex" / "one.so").write_text("changed", encoding="utf-8")
    after = json.loads(bill_of(Inventory(COMPONENTS, ()), context))
    assert before["serialNumber"] != after["serialNumber"]
    hashes = [
        entry["hashes"] for entry in parts(after)["sentencex"]["components"] if "hashes" in entry
    ]
    assert hashes == [[{"alg": "SHA-256", "content": hashlib.sha256(b"changed").hexdigest()}]]


def test_the_model_is_a_model_with_its_corpora(context):
    model = parts(json.loads(bill_of(Inventory(COMPONENTS, ()), context)))["Copyedge weights"]
    assert model["type"] == "machine-learning-model"
    values = {entry["name"]: entry["value"] for entry in model["properties"]}
    assert int(values["copyedge:parameters"]) < 10_000_000
    assert "non-commercial" in values["copyedge:trained-on:01"]


def test_what_was_compiled_into_a_library_stands_inside_it(context):
    inside = parts(json.loads(bill_of(Inventory(COMPONENTS, ()), context)))["sentencex"][
        "components"
    ]
    (regex,) = [entry for entry in inside if entry["type"] == "library"]
    assert regex["version"] == "1.12"
    assert regex["licenses"] == [{"expression": "MIT OR Apache-2.0"}]


def test_licences_in_prose_are_given_by_name(context):
    bill = json.loads(bill_of(Inventory(COMPONENTS, ()), context))
    assert parts(bill)["libx11-6"]["licenses"] == [{"license": {"name": "Expat, GPL-2+"}}]


def test_a_bill_that_does_not_fit_the_schema_is_refused():
    with pytest.raises(BuildError, match="does not fit"):
        validate('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": 3}')


def test_the_shipped_model_card_names_its_corpora():
    card = (ROOT / "assets" / "model" / "README.md").read_text(encoding="utf-8")
    corpora = corpora_of(card)
    assert len(corpora) >= 3
    assert all(name and licence for name, licence in corpora)
    assert not any("---" in name or name == "corpus" for name, _ in corpora)


def test_a_distributions_own_bill_is_read_without_itself(tmp_path):
    bill = {
        "components": [
            {"name": "Sentence_X", "version": "1"},
            {"name": "libgomp", "version": "8.5", "purl": "pkg:rpm/libgomp@8.5"},
            {"name": "regex", "licenses": [{"license": {"id": "MIT"}}]},
        ]
    }
    path = tmp_path / "bill.json"
    path.write_text(json.dumps(bill), encoding="utf-8")
    assert parts_of_bill(path, "sentence-x") == (
        Component(name="libgomp", version="8.5", purl="pkg:rpm/libgomp@8.5"),
        Component(name="regex", licence="MIT"),
    )


def test_the_target_and_commit_are_named(context):
    bill = json.loads(bill_of(Inventory((), ()), replace(context, commit="f" * 40)))
    values = {
        entry["name"]: entry["value"] for entry in bill["metadata"]["component"]["properties"]
    }
    assert values == {"copyedge:commit": "f" * 40, "copyedge:target": "linux"}
