"""Write the bill of materials: everything bundled, in CycloneDX's JSON, always the same.

The components come from `origins`; the library of the CycloneDX project writes
and checks the form. Nothing in it depends on when or where it is made: the
moment is the commit's, and the serial number follows from the content.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from assets.packaging.components import Component
from assets.packaging.context import BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.licences import inventory_of
from assets.packaging.origins import Inventory

if TYPE_CHECKING:
    from cyclonedx.model import ExternalReference, Property
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component as BillComponent
    from cyclonedx.model.license import License

MODEL = "Copyedge weights"
PROPERTY = "copyedge:"
"""Before the names of our own properties, as CycloneDX asks for."""
CHUNK = 1 << 20
"""Bytes read at once when hashing."""

_CORPUS = re.compile(
    r"^\| (?P<name>[^|]+) \| (?P<use>[^|]+) \| (?P<licence>[^|]+) \|$", re.MULTILINE
)


def write_sbom(
    context: BuildContext, take: Callable[[BuildContext], Inventory] = inventory_of
) -> None:
    """The stage: write ``copyedge-VERSION-TARGET.cdx.json`` to the products.

    Raises:
        BuildError: if the bill does not fit CycloneDX's schema.
    """
    text = bill_of(take(context), context)
    validate(text)
    path = sbom_path(context)
    path.write_text(text, encoding="utf-8", newline="\n")
    context.say(f"{path.name}: {len(json.loads(text)['components'])} components, valid")


def sbom_path(context: BuildContext) -> Path:
    """Return where the bill of materials of a build is written."""
    return context.product(f"-{context.target}.cdx.json")


def bill_of(inventory: Inventory, context: BuildContext) -> str:
    """Return the bill of materials as JSON."""
    from cyclonedx.output.json import JsonV1Dot6

    draft = _text(JsonV1Dot6(_bom(inventory, context, UUID(int=0))).output_as_string())
    serial = uuid5(NAMESPACE_URL, hashlib.sha256(draft.encode()).hexdigest())
    return _text(JsonV1Dot6(_bom(inventory, context, serial)).output_as_string(indent=2)) + "\n"


def _text(output: str | bytes) -> str:
    return output if isinstance(output, str) else output.decode("utf-8")


def validate(text: str) -> None:
    """Check a bill against CycloneDX's own schema.

    Raises:
        BuildError: naming the first place that does not fit.
    """
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        raise BuildError(f"The bill of materials does not fit CycloneDX's schema: {error!r:.600}")


def _bom(inventory: Inventory, context: BuildContext, serial: UUID) -> Bom:
    from cyclonedx.contrib.this.builders import this_component
    from cyclonedx.model.bom import Bom, BomMetaData
    from cyclonedx.model.component import Component as BillComponent
    from cyclonedx.model.component import ComponentType

    program = BillComponent(
        name="Copyedge",
        version=context.version,
        type=ComponentType.APPLICATION,
        bom_ref="copyedge",
        licenses=_licences("MIT"),
        properties=_properties({"commit": context.commit, "target": str(context.target)}),
    )
    bom = Bom(
        serial_number=serial,
        metadata=BomMetaData(
            component=program,
            timestamp=datetime.fromtimestamp(context.epoch, tz=UTC),
            tools=[],
        ),
        components=[_component(found, context) for found in inventory.components],
    )
    bom.metadata.tools.components.add(this_component())
    bom.register_dependency(program, bom.components)
    return bom


def _component(found: Component, context: BuildContext, parent: str = "") -> BillComponent:
    from cyclonedx.model.component import Component as BillComponent
    from cyclonedx.model.component import ComponentType
    from packageurl import PackageURL

    reference = f"{parent}{found.purl or found.name}"
    is_model = found.name == MODEL
    model = context.assets / "model"
    return BillComponent(
        name=found.name,
        version=found.version or None,
        type=ComponentType.MACHINE_LEARNING_MODEL if is_model else ComponentType.LIBRARY,
        bom_ref=reference,
        purl=PackageURL.from_string(found.purl) if found.purl else None,
        licenses=_licences(found.licence),
        external_references=_addresses(found.url),
        properties=_properties(dict(model_properties(model)) if is_model else {}),
        components=[
            *(_file(name, context.frozen / name) for name in found.files),
            *(_component(part, context, f"{reference}/") for part in found.inside),
        ],
    )


def _file(name: str, path: Path) -> BillComponent:
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.component import Component as BillComponent
    from cyclonedx.model.component import ComponentType

    return BillComponent(
        name=name,
        type=ComponentType.FILE,
        bom_ref=f"file:{name}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256_of(path))],
    )


def _licences(licence: str) -> list[License]:
    from cyclonedx.contrib.license.factories import LicenseFactory

    return [LicenseFactory().make_from_string(licence)] if licence else []


def _addresses(url: str) -> list[ExternalReference]:
    from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri

    return [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(url))] if url else []


def _properties(values: dict[str, str]) -> list[Property]:
    from cyclonedx.model import Property

    return [Property(name=PROPERTY + name, value=value) for name, value in values.items() if value]


def model_properties(folder: Path) -> Iterator[tuple[str, str]]:
    """Return what is worth knowing of the model: its size, its form, and what it was trained on.

    Args:
        folder: holds ``manifest.json`` and the model card ``README.md``.
    """
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for key in ("format_version", "parameters", "opset", "created", "vocabulary_sha256"):
        yield key, str(manifest.get(key, ""))
    yield "architecture", str(manifest.get("configuration", {}).get("architecture", ""))
    yield "quantization", str(manifest.get("quantization", {}).get("weights", ""))
    card = (folder / "README.md").read_text(encoding="utf-8")
    for number, (name, licence) in enumerate(corpora_of(card), start=1):
        yield f"trained-on:{number:02}", f"{name} ({licence})"


def corpora_of(card: str) -> tuple[tuple[str, str], ...]:
    """Return the corpora that a model card lists, each with its licence."""
    _, _, rest = card.partition("**Trained on**")
    table = rest.partition("\n\n**")[0]
    rows = [(match["name"].strip(), match["licence"].strip()) for match in _CORPUS.finditer(table)]
    return tuple(row for row in rows if row[0] != "corpus" and not row[0].startswith("---"))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 sum of a file, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()
