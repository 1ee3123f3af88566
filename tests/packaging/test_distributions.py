from importlib import metadata

import pytest

from assets.packaging.distributions import (
    homepage,
    is_licence_file,
    licence_expression,
    read_installed,
)


@pytest.mark.parametrize(
    "path",
    [
        "numpy-2.4.6.dist-info/licenses/LICENSE.txt",
        "numpy-2.4.6.dist-info/licenses/numpy/ma/LICENSE",
        "lxml-6.1.3.dist-info/licenses/LICENSES.txt",
        "onnxruntime/ThirdPartyNotices.txt",
        "tqdm-4.70.1.dist-info/licenses/LICENCE",
        "old-1.0.dist-info/COPYING",
        "x-1.dist-info/licenses/AUTHORS.md",
    ],
)
def test_licence_texts_are_known_by_name_or_folder(path):
    assert is_licence_file(path)


@pytest.mark.parametrize(
    "path",
    ["pkg/licenses.py", "pkg/copyreg.py", "pkg/notices/text.txt", "../LICENSE", "pkg/copy.txt"],
)
def test_other_files_are_no_licence_texts(path):
    assert not is_licence_file(path)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"license_expression": "Apache-2.0 OR BSD-2-Clause"}, "Apache-2.0 OR BSD-2-Clause"),
        ({"license": "MIT"}, "MIT"),
        ({"license": "MIT License\n\nCopyright (c) somebody"}, ""),
        (
            {"license": "see LICENSE", "classifier": ["License :: OSI Approved :: MIT License"]},
            "MIT",
        ),
        ({"classifier": ["Programming Language :: Python"]}, ""),
        ({}, ""),
    ],
)
def test_the_licence_is_read_from_wherever_the_metadata_names_it(about, expected):
    assert licence_expression(about) == expected


def test_the_homepage_comes_before_other_addresses():
    about = {"project_url": ["Changes, https://a.example", "Homepage, https://b.example"]}
    assert homepage(about) == "https://b.example"
    assert homepage({"home_page": "https://c.example"}) == "https://c.example"
    assert homepage({}) == ""


def test_files_and_modules_lead_to_the_distribution_that_installed_them():
    installed = read_installed(
        [metadata.distribution("platformdirs"), metadata.distribution("tqdm")]
    )
    found = installed.of_module("platformdirs.unix")
    assert found is installed.named("Platformdirs")
    assert found is not None
    assert found.licence == "MIT"
    assert "Permission is hereby granted" in found.licence_texts()[0].content
    assert installed.of_module("tqdm.absent") is None
    assert installed.has_namespace("platformdirs")


def test_of_two_of_one_name_the_first_counts_as_it_does_for_imports(tmp_path):
    for folder, version in (("first", "1.0"), ("second", "2.0")):
        place = tmp_path / folder / "twice-1.dist-info"
        place.mkdir(parents=True)
        (place / "METADATA").write_text(f"Name: twice\nVersion: {version}\n", encoding="utf-8")
        (place / "RECORD").write_text("twice.py,,\n", encoding="utf-8")
    found = read_installed(
        metadata.Distribution.at(tmp_path / folder / "twice-1.dist-info")
        for folder in ("first", "second")
    )
    twice = found.of_module("twice")
    assert twice is not None
    assert twice.version == "1.0"
