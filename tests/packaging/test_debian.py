import email

import pytest

from assets.packaging.debian import changelog, checksums, complaints, control, parse_dependencies
from assets.packaging.errors import BuildError
from tests.packaging.contexts import make_context


def fields(tmp_path, depends="libc6"):
    return email.message_from_string(control(make_context(tmp_path), depends, 2049))


def test_the_control_file_has_what_dpkg_asks_for(tmp_path):
    found = fields(tmp_path, "libc6 (>= 2.35), zlib1g")
    assert found["Version"] == "1.2.3"
    assert found["Depends"] == "libc6 (>= 2.35), zlib1g"
    assert found["Installed-Size"] == "3"  # KiB, rounded up
    assert found["Description"].splitlines()[0] == "offline English grammar correction"


def test_no_line_of_the_description_would_begin_a_new_field(tmp_path):
    lines = fields(tmp_path)["Description"].splitlines()[1:]
    assert lines
    assert all(line.startswith(" ") and line.strip() for line in lines)
    assert max(map(len, lines)) <= 80


def test_the_publisher_says_who_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("COPYEDGE_MAINTAINER", "Ann Other <ann@example.org>")
    assert fields(tmp_path)["Maintainer"] == "Ann Other <ann@example.org>"


def test_dependencies_are_read_and_sorted():
    printed = "dpkg-shlibdeps: warning: something\nshlibs:Depends=zlib1g (>= 1.2), libc6 (>= 2.3)\n"
    assert parse_dependencies(printed) == "libc6 (>= 2.3), zlib1g (>= 1.2)"


def test_no_dependencies_at_all_is_an_error():
    with pytest.raises(BuildError, match="named no packages"):
        parse_dependencies("dpkg-shlibdeps: warning\n")


def test_sums_name_files_as_dpkg_does_and_leave_links_out(tmp_path):
    (tmp_path / "usr").mkdir()
    (tmp_path / "usr" / "file").write_bytes(b"")
    (tmp_path / "usr" / "link").symlink_to("file")
    assert checksums(tmp_path) == "d41d8cd98f00b204e9800998ecf8427e  usr/file\n"


def test_hints_of_lintian_are_no_complaints():
    assert complaints("E: x: bad\nI: x: hint\nW: x: doubtful\nN: 3 hints\n") == [
        "E: x: bad",
        "W: x: doubtful",
    ]


def test_the_changelog_has_the_form_and_the_moment_that_debian_wants(tmp_path):
    lines = changelog(make_context(tmp_path)).splitlines()
    assert lines[0] == "copyedge (1.2.3) unstable; urgency=medium"
    assert lines[-1].startswith(" -- ")
    assert lines[-1].endswith(">  Tue, 14 Nov 2023 22:13:20 +0000")
