"""Word bodies and files made for the tests, and reading them back with python-docx."""

import io
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from app.documents.rich_text import read_blocks, write_blocks
from app.documents.word_paragraphs import WordParagraph


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def opened(content):
    return docx.Document(io.BytesIO(content))


def proxy_of(element: Any) -> Paragraph:
    """Return python-docx's view of a w:p that is in no document."""
    parent: Any = None
    return Paragraph(element, parent)


def body_of(paragraphs):
    """Return a w:body; each paragraph is a list of (text, bold, italic)."""
    body = OxmlElement("w:body")
    for runs in paragraphs:
        element = OxmlElement("w:p")
        body.append(element)
        for text, bold, italic in runs:
            run = proxy_of(element).add_run(text)
            run.bold, run.italic = bold, italic
    return body


def body_from(xml):
    """Return a w:body with the given contents, in which the prefix w stands as usual."""
    return parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'm')}>{xml}</w:body>")


def blocks_of(body):
    return [WordParagraph(element, {}) for element in body.p_lst]


def formatted_text(body):
    """Return all characters with their formatting; paragraphs are parted by a bare "\\n"."""
    result = []
    for number, element in enumerate(body.p_lst):
        if number:
            result.append(("\n", False, False))
        for run in proxy_of(element).runs:
            # python-docx shows a soft break as a line end, the editor as U+2028.
            shown = run.text.replace("\n", "\u2028")
            result += [(character, bool(run.bold), bool(run.italic)) for character in shown]
    return result


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def rewritten(xml, new):
    """Return a body with the given contents after its text became ``new``."""
    body = body_from(xml)
    write_blocks(blocks_of(body), new)
    assert read_blocks(blocks_of(body))[0] == new
    return body


def shown(xml):
    return read_blocks(blocks_of(body_from(xml)))
