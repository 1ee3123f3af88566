import ast
import re
import shlex
import struct

import pytest

from app.desktop.login import VALUE
from assets.packaging.context import Target
from assets.packaging.errors import BuildError, MissingToolError
from assets.packaging.icons import draw_icons
from assets.packaging.product import document_types
from assets.packaging.windows import (
    COMPILER_VARIABLE,
    RUN_VALUE,
    SIGN_VARIABLE,
    check_script,
    compile_command,
    compile_installer,
    installer_script,
    references,
    registry_lines,
    script_path,
    version_resource,
    write_script,
)
from tests.packaging.frozen_program import make_context


@pytest.fixture
def context(tmp_path):
    return make_context(tmp_path, target=Target.WINDOWS, dry_run=True)


def sections(script):
    """Return the lines of each section of an Inno Setup script, without comments."""
    found = {}
    for line in script.splitlines():
        if match := re.fullmatch(r"\[(\w+)\]", line):
            lines = found.setdefault(match[1], [])
        elif found and line.strip() and not line.startswith((";", "#")):
            lines.append(line)
    return found


def parameters(line):
    """Return the parameters of a line such as ``Name: "x"; Flags: y``."""
    parts = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;"]*)(?:; |$)', line)
    assert "; ".join(f"{name}: {value}" for name, value in parts) == line
    return {name: value.strip('"') for name, value in parts}


def test_the_script_with_all_that_it_names_is_written_and_passes_its_check(context):
    draw_icons(context)
    write_script(context)
    script = script_path(context).read_text(encoding="utf-8-sig")
    named = dict(references(script))
    assert set(named) == {"LicenseFile", "SetupIconFile", "Frozen"}
    licence = (script_path(context).parent / "LICENSE.txt").read_text(encoding="utf-8-sig")
    assert "MIT License" in licence
    assert "NON-COMMERCIAL" in licence


def test_a_file_that_is_not_there_is_named(context):
    with pytest.raises(BuildError, match=r"SetupIconFile names .*copyedge\.ico, which is not"):
        write_script(context)


def test_outside_a_dry_run_the_frozen_program_must_be_there(context, tmp_path):
    draw_icons(context)
    write_script(context)
    script = installer_script(context)
    folder = script_path(context).parent
    with pytest.raises(BuildError, match="Frozen names"):
        check_script(script, folder, dry_run=False)
    context.frozen.mkdir(parents=True)
    check_script(script, folder, dry_run=False)


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("AppName=", "@NAME@", "the mark @NAME@ is not filled in"),
        ("[Icons]", "[Icns]", r"there is no section \[Icons\]"),
        ('DestDir: "{app}"', 'DestDir: "{app}', "a quotation mark has no partner"),
    ],
)
def test_a_broken_script_is_refused(context, before, after, complaint):
    script = installer_script(context)
    assert before in script
    with pytest.raises(BuildError, match=complaint):
        check_script(script.replace(before, after), context.work, dry_run=True)


def test_every_line_of_every_list_can_be_read(context):
    listed = sections(installer_script(context))
    for name in ("Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run"):
        assert listed[name]
        for line in listed[name]:
            assert parameters(line)


def test_tasks_and_messages_that_are_used_exist(context):
    script = installer_script(context)
    listed = sections(script)
    tasks = {parameters(line)["Name"] for line in listed["Tasks"]}
    used = {
        parameters(line).get("Tasks") for name in ("Icons", "Registry") for line in listed[name]
    }
    assert used - {None} == tasks
    messages = {line.partition("=")[0] for line in listed["CustomMessages"]}
    wanted = set(re.findall(r"CustomMessage\('(\w+)'\)", script))
    wanted |= set(re.findall(r"\{cm:(\w+)\}", script)) - {"CreateDesktopIcon"}
    assert messages == {f"{language}.{name}" for language in ("en", "de") for name in wanted}


def test_it_installs_for_one_user_and_replaces_the_version_before(context):
    setup = dict(line.split("=", 1) for line in sections(installer_script(context))["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["AppId"] == "{{FD9B2B9C-4C4E-5A5B-9C6B-0B6D2C1E7A11}"  # never to be changed
    assert setup["VersionInfoVersion"] == "1.2.3.0"
    assert setup["OutputBaseFilename"] == "copyedge-1.2.3-windows-setup"


def test_start_at_login_is_the_programs_own_switch():
    assert RUN_VALUE == VALUE


def test_documents_are_offered_and_taken_away_again():
    lines = [parameters(line) for line in registry_lines()]
    for suffix in (suffix for kind in document_types() for suffix in kind.suffixes):
        (offer,) = [
            line for line in lines if line["Subkey"].endswith(rf"\{suffix}\OpenWithProgids")
        ]
        assert offer["Flags"] == "uninsdeletevalue"
    # Whoever opens a kind of document now goes on doing so.
    assert not any(re.fullmatch(r"Software\\Classes\\\.\w+", line["Subkey"]) for line in lines)


def test_without_a_signing_command_nothing_is_signed(context):
    assert "SignTool" not in installer_script(context, {})
    assert "signonce" not in installer_script(context, {})


def test_with_a_signing_command_the_installer_and_the_programs_are_signed(context):
    script = installer_script(context, {SIGN_VARIABLE: "signtool sign $f"})
    assert "SignTool=copyedge" in script
    (programs,) = [line for line in sections(script)["Files"] if "*.exe" in line]
    assert parameters(programs)["Flags"] == "ignoreversion signonce"


def test_the_compiler_is_called_as_named_with_the_signing_command(tmp_path):
    variables = {COMPILER_VARIABLE: "wine 'C:/Inno Setup/ISCC.exe'", SIGN_VARIABLE: "sign $f"}
    command = compile_command(tmp_path / "x.iss", variables)
    assert command == [
        "wine",
        "C:/Inno Setup/ISCC.exe",
        "/Qp",
        "/Scopyedge=sign $f",
        str(tmp_path / "x.iss"),
    ]


def test_without_a_compiler_the_command_that_installs_it_is_named(tmp_path):
    with pytest.raises(MissingToolError, match="winget install JRSoftware"):
        compile_command(tmp_path / "x.iss", {})


def test_a_dry_run_shows_the_compilers_call_without_the_signing_command(context, monkeypatch):
    said = []
    monkeypatch.setenv(SIGN_VARIABLE, "signtool /p geheim $f")
    compile_installer(make_context(context.out.parent, dry_run=True, say=said.append))
    assert len(said) == 1
    assert shlex.split(said[0])[2:5] == ["ISCC.exe", "/Qp", "/Scopyedge=***"]


def test_the_version_resource_is_an_expression_of_pyinstallers_classes():
    tree = ast.parse(version_resource("1.2.3"), mode="eval")
    names = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert names == {
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    }
    strings = {
        node.args[0].value: node.args[1].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.func.id == "StringStruct"
    }
    assert strings["ProductVersion"] == "1.2.3"
    assert strings["FileVersion"] == "1.2.3.0"
    fixed = next(
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.func.id == "FixedFileInfo"
    )
    numbers = {word.arg: ast.literal_eval(word.value) for word in fixed.keywords}
    assert numbers["filevers"] == numbers["prodvers"] == (1, 2, 3, 0)


def test_the_icon_holds_every_size_that_windows_shows(context):
    draw_icons(context)
    content = (context.icons / "copyedge.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", content)
    entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * number) for number in range(count)]
    assert kind == 1
    assert [entry[0] or 256 for entry in entries] == [16, 24, 32, 48, 64, 128, 256]
    assert all(content[entry[7] :].startswith(b"\x89PNG") for entry in entries)
