"""An empty OpenDocument text with the few styles that Writer expects."""

from __future__ import annotations

from functools import lru_cache

from app.documents.packages import create_package

_MIME_TYPE = "application/vnd.oasis.opendocument.text"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

_NAMESPACES = (
    f'xmlns:office="{_OFFICE}" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'office:version="1.3"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_CONTENT_XML = (
    f"{_DECLARATION}<office:document-content {_NAMESPACES}><office:automatic-styles/>"
    '<office:body><office:text><text:p text:style-name="Standard"/></office:text></office:body>'
    "</office:document-content>"
)
_STYLES_XML = (
    f"{_DECLARATION}<office:document-styles {_NAMESPACES}><office:styles>"
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    "</office:styles></office:document-styles>"
)
_MANIFEST_XML = (
    f'{_DECLARATION}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


@lru_cache(maxsize=1)
def empty_package() -> bytes:
    """Return an OpenDocument text of one empty paragraph."""
    parts = {
        "mimetype": _MIME_TYPE,
        "content.xml": _CONTENT_XML,
        "styles.xml": _STYLES_XML,
        "META-INF/manifest.xml": _MANIFEST_XML,
    }
    encoded = {name: part.encode("utf-8") for name, part in parts.items()}
    # The first part, uncompressed: other programs recognise the file by these bytes.
    return create_package(encoded, stored=frozenset({"mimetype"}))
