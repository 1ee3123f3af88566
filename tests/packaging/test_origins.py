import pytest

from assets.packaging.bundled import Bundled, read_bundled
from assets.packaging.components import LicenceText, Rule, Rules
from assets.packaging.errors import BuildError
from assets.packaging.origins import read_texts, take_inventory
from tests.packaging.frozen_program import (
    make_context,
    make_distribution,
    make_frozen,
    make_sources,
)

RULES = Rules(
    (
        Rule(name="Copyedge", licence="MIT", modules=("app",), texts=("root:LICENSE",)),
        Rule(name="CPython", licence="PSF-2.0", files=("base_library.zip",), texts=("python",)),
        Rule(name="PyInstaller", licence="GPL-2.0-or-later", modules=("pyimod*",), texts=()),
        Rule(name="ICU", licence="Unicode-3.0", files=("Qt/libicu*",), texts=("text:unicode.txt",)),
        Rule(name="Qt", licence="LGPL-3.0-only", files=("Qt/**",), texts=("text:LGPL-3.0.txt",)),
    ),
    {},
)


def inventory_of(tmp_path, contents=(), modules=(), *distributions):
    bundled = Bundled(tuple(contents), ("copyedge",), tuple(modules))
    return take_inventory(bundled, make_sources(*distributions, rules=RULES))


def names(inventory):
    return [component.name for component in inventory.components]


def test_a_library_of_nobody_is_reported_by_name(tmp_path):
    inventory = inventory_of(tmp_path, ["base_library.zip", "libplanted.so.1"])
    assert inventory.unknown == ("libplanted.so.1",)


def test_a_module_of_nobody_is_reported_by_name(tmp_path):
    inventory = inventory_of(tmp_path, [], ["json.decoder", "app.paths", "planted.module"])
    assert inventory.unknown == ("module planted.module",)


def test_the_first_rule_takes_a_file(tmp_path):
    inventory = inventory_of(tmp_path, ["Qt/libicudata.so.73", "Qt/libQt6Core.so.6"])
    files = {component.name: component.files for component in inventory.components}
    assert files["ICU"] == ("_internal/Qt/libicudata.so.73",)
    assert files["Qt"] == ("_internal/Qt/libQt6Core.so.6",)


def test_python_and_pyinstaller_are_always_in_the_executable(tmp_path):
    assert names(inventory_of(tmp_path)) == ["Copyedge", "CPython", "PyInstaller"]


def test_a_distribution_inside_the_executable_is_found_by_its_modules(tmp_path):
    distribution = make_distribution(tmp_path, "docx", "docx/__init__.py", "docx/api.py")
    inventory = inventory_of(tmp_path, [], ["docx", "docx.api"], distribution)
    assert "docx" in names(inventory)
    assert not inventory.unknown


def test_a_distribution_is_found_by_its_files(tmp_path):
    distribution = make_distribution(tmp_path, "lxml", "lxml/etree.so")
    inventory = inventory_of(tmp_path, ["lxml/etree.so", "lxml/other.so"], (), distribution)
    (lxml,) = (component for component in inventory.components if component.name == "lxml")
    assert lxml.files == ("_internal/lxml/etree.so",)
    assert lxml.purl == "pkg:pypi/lxml@1.0"
    assert inventory.unknown == ("lxml/other.so",)


def test_a_namespace_without_code_belongs_to_nobody_and_is_no_problem(tmp_path):
    distribution = make_distribution(tmp_path, "part", "space/part/__init__.py")
    inventory = inventory_of(tmp_path, [], ["space", "space.part"], distribution)
    assert not inventory.unknown


def test_a_library_of_the_system_is_its_packages(tmp_path):
    inventory = inventory_of(tmp_path, ["libX11.so.6"])
    (package,) = (found for found in inventory.components if found.name == "libx11-6")
    assert package.files == ("_internal/libX11.so.6",)
    assert package.purl == "pkg:deb/debian/libx11-6@1.8"
    assert not inventory.unknown


def test_the_licence_of_this_python_is_found():
    (text,) = read_texts("python", make_sources())
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text.content


def test_a_reference_to_a_missing_text_is_named():
    with pytest.raises(BuildError, match=r"text:absent\.txt"):
        read_texts("text:absent.txt", make_sources())
    with pytest.raises(BuildError, match="is not installed"):
        read_texts("dist:absent", make_sources())


def test_the_texts_of_a_distribution_can_be_named(tmp_path):
    sources = make_sources(make_distribution(tmp_path, "numpy", text="of numpy"))
    assert read_texts("dist:numpy", sources) == (LicenceText("LICENSE", "of numpy"),)


def test_a_link_to_a_bundled_file_is_no_file_of_its_own(tmp_path):
    context = make_context(tmp_path)
    make_frozen(context, "Qt/libicudata.so.73", "assets/licences/INDEX.txt")
    (context.contents / "libicudata.so.73").symlink_to("Qt/libicudata.so.73")
    (context.contents / "libelsewhere.so").symlink_to("/usr/lib/libelsewhere.so")
    bundled = read_bundled(context.frozen, context.contents, lambda path: {path.name})
    assert bundled.contents == ("Qt/libicudata.so.73", "libelsewhere.so")
    assert bundled.beside == ("copyedge",)
    assert bundled.modules == ("copyedge",)


def test_without_a_frozen_program_the_command_that_makes_one_is_named(tmp_path):
    context = make_context(tmp_path)
    with pytest.raises(BuildError, match="--stage freeze"):
        read_bundled(context.frozen, context.contents)


def test_a_stray_file_beside_the_executable_is_refused(tmp_path):
    context = make_context(tmp_path)
    make_frozen(context, "base_library.zip")
    with pytest.raises(BuildError, match="copyedge lies beside"):
        read_bundled(context.frozen, context.contents)
