from assets.packaging.debian_packages import common_licences, owners, package_names, short_names

PRINTED = """\
libx11-6:amd64: /usr/lib/x86_64-linux-gnu/libX11.so.6
zlib1g:amd64: /lib/x86_64-linux-gnu/libz.so.1
diversion by somebody from: /lib/x86_64-linux-gnu/libc.so.6
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
License: Expat

Files: debian/*
License: GPL-2+
 See /usr/share/common-licenses/GPL-2.
"""


def test_the_package_of_a_library_is_read_from_what_dpkg_prints():
    assert package_names(PRINTED) == {"libX11.so.6": "libx11-6", "libz.so.1": "zlib1g"}


def test_dpkg_is_asked_for_whole_paths_and_once_for_all_versions():
    asked = []

    def run(command):
        asked.append(command)
        return PRINTED if "--search" in command else "libx11-6 2:1.8\nzlib1g 1:1.2\n"

    found = owners(["libX11.so.6", "libz.so.1", "libplanted.so"], run)
    assert {name: package.version for name, package in found.items()} == {
        "libX11.so.6": "2:1.8",
        "libz.so.1": "1:1.2",
    }
    assert len(asked) == 2
    assert not any("*" in word for word in asked[0])


def test_nothing_is_asked_about_nothing():
    def run(command):
        raise AssertionError(command)

    assert owners([], run) == {}


def test_licences_that_debian_only_points_to_come_along(tmp_path):
    (tmp_path / "GPL-2").write_text("The text.", encoding="utf-8")
    (text,) = common_licences(COPYRIGHT, tmp_path)
    assert (text.name, text.content) == ("GPL-2.txt", "The text.")


def test_a_machine_readable_file_names_its_licences():
    assert short_names(COPYRIGHT) == "Expat, GPL-2+"
    assert short_names("This package was made by …\nLicense: see below") == ""


def test_where_no_library_is_known_no_versions_are_asked_for():
    asked = []
    # Without names, dpkg-query would show every package there is.
    assert owners(["libplanted.so"], lambda command: asked.append(command) or "") == {}
    assert len(asked) == 1
