"""The installer for Windows: the executable's version, an Inno Setup script, and its compiler.

The script is written, and its references checked, on any system; only Inno
Setup's compiler, a Windows program, needs Windows (or Wine).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath

from assets.packaging.commands import runner, secrets_of
from assets.packaging.context import IDENTIFIER, NAME, TEMPLATES, BuildContext
from assets.packaging.errors import BuildError, MissingToolError
from assets.packaging.product import (
    COPYRIGHT,
    DESCRIPTION,
    PUBLISHER,
    TITLE,
    document_types,
    dotted,
    version_numbers,
)

APP_ID = "FD9B2B9C-4C4E-5A5B-9C6B-0B6D2C1E7A11"
"""Of Copyedge for Windows, for ever: an installer replaces what has the same one."""
COMPILER_VARIABLE = "COPYEDGE_ISCC"
"""The command of Inno Setup's compiler, where it is not found by itself; words as in a shell."""
SIGN_VARIABLE = "COPYEDGE_SIGNTOOL"
"""The command that signs a file, in which ``$f`` stands for it; unset: nothing is signed."""
USUAL_PLACES = (
    Path(r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"),
    Path(r"C:\Program Files\Inno Setup 6\ISCC.exe"),
    Path(r"C:\Program Files\Inno Setup 7\ISCC.exe"),
)
PROG_ID = f"{TITLE}.Document"
RUN_VALUE = TITLE
"""In the registry's list of what starts at login; the program's own switch turns the same one."""

_MARK = re.compile(r"@([A-Z_]+)@")
_VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1,
    subtype=0x0,
  ),
  kids=[
    StringFileInfo([StringTable('040904B0', [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])]),
  ],
)
"""


def write_version_resource(context: BuildContext) -> None:
    """The stage before freezing: write what the properties of the executable show."""
    path = context.work / "version_info.txt"
    path.write_text(version_resource(context.version), encoding="utf-8", newline="\n")


def version_resource(version: str) -> str:
    """Return a version resource in the form that PyInstaller reads."""
    numbers = version_numbers(version)
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": TITLE,
        "FileVersion": dotted(numbers),
        "InternalName": NAME,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": TITLE,
        "ProductVersion": version,
    }
    lines = "\n".join(f"      StringStruct({k!r}, {v!r})," for k, v in strings.items())
    return _VERSION_RESOURCE.format(numbers=numbers, strings=lines)


def script_path(context: BuildContext) -> Path:
    """Return where the installer's script is written."""
    return context.work / "installer" / f"{NAME}.iss"


def write_script(context: BuildContext) -> None:
    """The stage: write the installer's script and what it shows, and check both.

    Raises:
        BuildError: if the script refers to something that is not there.
    """
    path = script_path(context)
    path.parent.mkdir(parents=True, exist_ok=True)
    licence = (context.root / "LICENSE").read_text(encoding="utf-8")
    weights = (context.root / "assets" / "packaging" / "texts" / "model.txt").read_text(
        encoding="utf-8"
    )
    shown = f"{licence}\n{'-' * 70}\n\n{weights}"
    # Windows' own line ends and a mark of the encoding: the installer shows this file as it is.
    (path.parent / "LICENSE.txt").write_text(shown, encoding="utf-8-sig", newline="\r\n")
    script = installer_script(context)
    check_script(script, path.parent, dry_run=context.dry_run)
    path.write_text(script, encoding="utf-8-sig", newline="\r\n")
    context.say(f"{path}: {len(script.splitlines())} lines")


def installer_script(context: BuildContext, environment: Mapping[str, str] = os.environ) -> str:
    """Return the Inno Setup script of a build; its paths begin at its own folder."""
    signed = bool(environment.get(SIGN_VARIABLE))
    marks = {
        "TITLE": TITLE,
        "VERSION": context.version,
        "NUMBERS": dotted(version_numbers(context.version)),
        "APP_ID": APP_ID,
        "IDENTIFIER": IDENTIFIER,
        "PUBLISHER": PUBLISHER,
        "DESCRIPTION": DESCRIPTION,
        "COPYRIGHT": COPYRIGHT,
        "FROZEN": relative_path(context.frozen, script_path(context).parent),
        "ICON": relative_path(context.icons / f"{NAME}.ico", script_path(context).parent),
        "LICENCE": "LICENSE.txt",
        "OUT": relative_path(context.out, script_path(context).parent),
        "BASENAME": context.product("-windows-setup").name,
        "RUN_VALUE": RUN_VALUE,
        "DOCUMENTS": "\n".join(registry_lines()),
        "SIGNING": "SignTool=copyedge\nSignedUninstaller=yes" if signed else "",
        "SIGN_FLAG": " signonce" if signed else "",
    }
    template = (TEMPLATES / "windows" / f"{NAME}.iss").read_text(encoding="utf-8")
    return _MARK.sub(lambda match: marks[match[1]], template)


def relative_path(path: Path, folder: Path) -> str:
    """Return a path as a script in a folder names it, with Windows' slashes."""
    try:
        name = os.path.relpath(path, folder)
    except ValueError:  # another drive
        name = str(path)
    return name.replace("/", "\\")


def registry_lines() -> Iterator[str]:
    """Return the registry entries that announce the documents: offered, never taken over."""
    yield registry_line(PROG_ID, value=f"{TITLE} document", flags="uninsdeletekey")
    yield registry_line(rf"{PROG_ID}\DefaultIcon", value=r"{app}\{#Program},0")
    command = r'""{app}\{#Program}"" ""%1""'
    yield registry_line(rf"{PROG_ID}\shell\open\command", value=command)
    supported = r"Applications\{#Program}\SupportedTypes"
    for suffix in (suffix for kind in document_types() for suffix in kind.suffixes):
        yield registry_line(rf"{suffix}\OpenWithProgids", name=PROG_ID, flags="uninsdeletevalue")
        yield registry_line(supported, name=suffix)


def registry_line(key: str, *, name: str = "", value: str = "", flags: str = "") -> str:
    """Return a line of the [Registry] section, for a key below the classes of documents."""
    parts = [
        "Root: HKA",
        rf'Subkey: "Software\Classes\{key}"',
        "ValueType: string",
        *([f'ValueName: "{name}"'] if name else []),
        f'ValueData: "{value}"',
        *([f"Flags: {flags}"] if flags else []),
        "Tasks: documents",
    ]
    return "; ".join(parts)


def check_script(script: str, folder: Path, *, dry_run: bool) -> None:
    """Check what can be checked of a script without Inno Setup.

    Args:
        script: its text.
        folder: where it will lie; the paths inside start there.
        dry_run: the frozen program cannot be there; everything else must be.

    Raises:
        BuildError: naming every mark that was not filled in and every file that is not there.
    """
    problems = [f"the mark {match[0]} is not filled in" for match in _MARK.finditer(script)]
    problems += [
        f"there is no section [{name}]"
        for name in ("Setup", "Files", "Icons", "Run")
        if f"\n[{name}]\n" not in script
    ]
    if script.count('"') % 2:
        problems.append("a quotation mark has no partner")
    for what, named in references(script):
        path = folder / Path(*PureWindowsPath(named).parts)
        frozen = what == "Frozen"
        if not (frozen and dry_run) and not (path.is_dir() if frozen else path.is_file()):
            problems.append(f"{what} names {path}, which is not there")
    if problems:
        raise BuildError(f"The script of the installer is not right: {'; '.join(problems)}.")


def references(script: str) -> Iterator[tuple[str, str]]:
    """Return the files that a script refers to, each with the name of what refers to it."""
    for line in script.splitlines():
        if match := re.fullmatch(r"(LicenseFile|SetupIconFile)=(.+)", line):
            yield match[1], match[2]
        elif match := re.fullmatch(r'#define Frozen "(.+)"', line):
            yield "Frozen", match[1]


def compile_installer(context: BuildContext) -> None:
    """The stage: let Inno Setup's compiler make the installer; in a dry run only say how.

    Raises:
        BuildError: if there is no compiler, or it refuses the script.
    """
    command = compile_command(script_path(context), os.environ, dry_run=context.dry_run)
    runner(context, secrets_of(os.environ, [SIGN_VARIABLE]))(command)


def compile_command(
    script: Path, environment: Mapping[str, str], *, dry_run: bool = False
) -> list[str]:
    """Return the command that compiles a script.

    Raises:
        MissingToolError: if there is no compiler and this is no dry run.
    """
    sign = environment.get(SIGN_VARIABLE)
    signing = [f"/Scopyedge={sign}"] if sign else []
    return [*compiler(environment, dry_run=dry_run), "/Qp", *signing, str(script)]


def compiler(environment: Mapping[str, str], *, dry_run: bool) -> list[str]:
    """Return the words that start Inno Setup's compiler.

    Raises:
        MissingToolError: if it is not there and this is no dry run.
    """
    if named := environment.get(COMPILER_VARIABLE):
        return shlex.split(named, posix=os.name != "nt")
    places = [shutil.which("ISCC"), *(str(place) for place in USUAL_PLACES if place.is_file())]
    found = next(filter(None, places), None)
    if found is None and not dry_run:
        raise MissingToolError(
            "Inno Setup's compiler ISCC.exe is missing. Install it with: "
            f"winget install JRSoftware.InnoSetup (or name its command in {COMPILER_VARIABLE})."
        )
    return [found or "ISCC.exe"]
