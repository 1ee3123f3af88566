import tomllib

from packaging.requirements import Requirement

from app.windows.about_dialog import LIBRARIES
from assets.packaging.components import normalised
from assets.packaging.requirements import (
    foreign_modules,
    metadata_files,
    project_requirements,
    required_distributions,
)
from tests.packaging.contexts import ROOT


def checkout(tmp_path, *requirements):
    listed = ", ".join(f"'{line}'" for line in requirements)
    (tmp_path / "pyproject.toml").write_text(
        f"[project]\ndependencies = [{listed}]\n", encoding="utf-8"
    )
    assert tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))
    return tmp_path


def test_what_requirements_require_is_required_too(tmp_path):
    listed = {"a": ["B_b>=2"], "b-b": ["c"], "c": ["a"], "tool": []}
    found = required_distributions(checkout(tmp_path, "a>=1"), listed.get)
    assert found == {"a", "b-b", "c"}


def test_what_other_systems_require_is_not(tmp_path):
    root = checkout(tmp_path, 'a; sys_platform == "none-such"', 'b; sys_platform != "none-such"')
    assert required_distributions(root, {"a": [], "b": []}.get) == {"b"}


def test_extras_count_only_where_they_are_asked_for(tmp_path):
    listed = {"a": ['x; extra == "fast"'], "b": ["a[fast]"], "x": []}
    assert required_distributions(checkout(tmp_path, "a"), listed.get) == {"a"}
    assert required_distributions(checkout(tmp_path, "a", "b"), listed.get) == {"a", "b", "x"}


def test_what_is_not_installed_is_left_out(tmp_path):
    assert required_distributions(checkout(tmp_path, "a", "b"), {"a": ["c"]}.get) == {"a"}


def test_tools_of_development_are_foreign_and_libraries_of_the_program_are_not():
    required = required_distributions(ROOT)
    foreign = foreign_modules(required, ("app", "model", "assets"))
    assert {"pytest", "hypothesis", "PyInstaller", "cyclonedx"} <= set(foreign)
    needed = {"numpy", "onnxruntime", "PySide6", "shiboken6", "uvicorn", "pygls", "app", "model"}
    assert not needed & set(foreign)


def test_a_module_of_two_distributions_stays_if_one_is_needed():
    owners = {"shared": ["Tool", "Needed"], "tool": ["Tool"], "json": ["Tool"], "app": ["Tool"]}
    assert foreign_modules({"needed"}, ("app",), owners) == ("tool",)


def test_the_about_window_names_only_what_the_program_asks_for():
    # Of what is asked for the metadata goes along, so that versions and licences are found there.
    asked = {normalised(Requirement(line).name) for line in project_requirements(ROOT)}
    assert {normalised(name) for name in LIBRARIES} <= asked


def test_versions_go_along_of_what_is_bundled_only():
    required = required_distributions(ROOT)
    files = metadata_files(["numpy.core", "pytest", "app.theme"], required)
    ((path, folder),) = files
    assert folder.startswith("numpy-")
    assert path.read_text(encoding="utf-8").startswith("Metadata-Version:")


def test_the_project_names_its_requirements():
    assert any(line.startswith("onnxruntime") for line in project_requirements(ROOT))
