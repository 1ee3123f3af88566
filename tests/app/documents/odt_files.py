"""OpenDocument bodies made for the tests, and reading them back with odfdo."""

import io
import zipfile

import odfdo
from lxml import etree

from app.documents.odt_paragraphs import OdtParagraph
from app.documents.odt_slots import NAMESPACES, H, P
from app.documents.odt_template import empty_package
from app.documents.packages import read_parts, replace_part
from app.documents.rich_text import read_blocks, write_blocks

DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def body_from(xml):
    """Return an office:text with the given contents."""
    return etree.fromstring(f"<office:text {DECLARATIONS}>{xml}</office:text>")


def file_from(xml):
    """Return a whole file with the given contents."""
    package = empty_package()
    content = read_parts(package, "empty")["content.xml"].decode()
    empty = '<text:p text:style-name="Standard"/>'
    return replace_part(package, "content.xml", content.replace(empty, xml).encode())


def blocks_of(body):
    return [OdtParagraph(element, "Standard") for element in body.iter(P, H)]


def encoded(text):
    """Write a text as ODF does, in the plainest way: every blank is an element."""
    result = ""
    for character in text:
        blank = {" ": "<text:s/>", "\t": "<text:tab/>", "\u2028": "<text:line-break/>"}
        result += blank.get(character, character)
    return result


def body_of(paragraphs):
    """Return a body; each paragraph is a list of (text, style)."""
    return body_from(
        "".join(
            "<text:p>"
            + "".join(
                f'<text:span text:style-name="{style}">{encoded(text)}</text:span>'
                if style
                else encoded(text)
                for text, style in runs
            )
            + "</text:p>"
            for runs in paragraphs
        )
    )


def formatted_text(body):
    """Return all characters with the style of their span; paragraphs are parted by a "\\n".

    An own reader, so that the one in the program does not test itself; the test bodies
    have no blanks that collapse but those that the program writes.
    """
    result = []
    for number, paragraph in enumerate(body.iter(P, H)):
        if number:
            result.append(("\n", ""))
        for event, element in etree.iterwalk(paragraph, events=("start", "end")):
            if event == "start":
                style = style_of(element)
                local = etree.QName(element).localname
                count = int(element.get(f"{{{NAMESPACES['text']}}}c", "1"))
                blank = {"s": " " * count, "tab": "\t", "line-break": "\u2028"}.get(local, "")
                result += [(character, style) for character in blank + (element.text or "")]
            elif element is not paragraph:
                result += [
                    (character, style_of(element.getparent())) for character in element.tail or ""
                ]
    return result


def style_of(element):
    """Return the style of the innermost span around or at an element."""
    while element is not None and etree.QName(element).localname != "span":
        element = element.getparent()
    return "" if element is None else element.get(f"{{{NAMESPACES['text']}}}style-name")


def opened(content):
    return odfdo.Document(io.BytesIO(content))


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {member.filename: package.read(member) for member in package.infolist()}


def rewritten(xml, new):
    """Return a body with the given contents after its text became ``new``."""
    body = body_from(xml)
    write_blocks(blocks_of(body), new)
    assert read_blocks(blocks_of(body))[0] == new
    return body


def shown(xml):
    return read_blocks(blocks_of(body_from(xml)))


def found(body, path):
    return body.xpath(path, namespaces=NAMESPACES)
