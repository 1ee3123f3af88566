"""Replace Qt's ICU data (32 MB for every language of the world) by what this program can reach.

The rest of ICU stays as Qt ships it. Qt asks ICU for collation, time zones and
case; the program speaks English and German and converts encodings with Python's
own codecs. ICU falls back to its root data where a language is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.tools import Tool, debian, run

TOOLS: tuple[Tool, ...] = (debian("icupkg", "icu-devtools"), debian("gcc"))

_FOLDERS = re.compile(r"(brkitr|curr|lang|rbnf|region|translit|unit)/")
_LANGUAGES = re.compile(r"(coll/|zone/)?(root|en|en_001|en_GB|en_US|de)\.res")
_ANY_LANGUAGE = re.compile(r"(coll/|zone/)?[a-z]{2,3}(_.*)?\.res")
_CONVERTER = re.compile(r".*\.cnv")

_SOURCE = """\
    .section .rodata
    .balign 16
    .global {symbol}
    .type {symbol}, @object
{symbol}:
    .incbin "{file}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack,"",@progbits
"""


def keeps_item(name: str) -> bool:
    """Return whether an item of ICU's data is of use to this program.

    Args:
        name: as ``icupkg -l`` prints it, such as ``coll/de.res``.
    """
    if _FOLDERS.match(name) or _CONVERTER.fullmatch(name):
        return False
    return bool(_LANGUAGES.fullmatch(name)) or not _ANY_LANGUAGE.fullmatch(name)


def replace_icu_data(context: BuildContext) -> None:
    """Write a smaller libicudata in the place of the one that Qt brings.

    Raises:
        BuildError: if the library does not look as expected.
    """
    libraries = sorted(
        path for path in context.contents.rglob("libicudata.so.*") if not path.is_symlink()
    )
    for library in libraries:
        _replace(library, context.work / "icu", context)


def _replace(library: Path, work: Path, context: BuildContext) -> None:
    work.mkdir(parents=True, exist_ok=True)
    lean, removed = work / "lean.dat", work / "removed.txt"
    symbol, content = read_data(library)
    # icupkg tells the byte order and version by the name, such as icudt73l.
    whole = work / f"{symbol.removesuffix('_dat')}l.dat"
    whole.write_bytes(content)
    items = run(["icupkg", "-l", whole]).splitlines()
    removed.write_text("\n".join(unwanted(items)) + "\n", encoding="ascii")
    run(["icupkg", "--ignore-deps", "-r", removed, whole, lean])
    source = work / "data.s"
    source.write_text(_SOURCE.format(symbol=symbol, file=lean.name), encoding="ascii")
    command = ["gcc", "-shared", "-nostdlib", "-Wl,--build-id=none", f"-Wl,-soname,{library.name}"]
    run(
        [*command, "-o", library, source.name],
        folder=work,
        environment=context.environment(),
    )


def unwanted(items: Iterable[str]) -> list[str]:
    """Return the items to remove, in their order."""
    return [name for name in map(str.strip, items) if name and not keeps_item(name)]


def read_data(library: Path) -> tuple[str, bytes]:
    """Return the symbol that ICU looks for and the data behind it.

    Raises:
        BuildError: if there is no such symbol.
    """
    from elftools.elf.elffile import ELFFile
    from elftools.elf.sections import SymbolTableSection

    with library.open("rb") as stream:
        elf = ELFFile(stream)
        symbols = elf.get_section_by_name(".dynsym")
        for entry in symbols.iter_symbols() if isinstance(symbols, SymbolTableSection) else ():
            if entry.name.startswith("icudt") and entry.name.endswith("_dat"):
                section = elf.get_section(entry["st_shndx"])
                begin = entry["st_value"] - section["sh_addr"]
                return entry.name, section.data()[begin : begin + entry["st_size"]]
    raise BuildError(
        f"{library} holds no ICU data under the usual name. Qt packs it differently now: "
        "build with --quick, and mend assets/packaging/icu.py."
    )
