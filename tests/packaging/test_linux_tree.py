import configparser
import gzip
import os
import re
import xml.etree.ElementTree as ET

import pytest

from app.command_line import start
from app.instance.requests import Verb
from assets.packaging.context import IDENTIFIER
from assets.packaging.errors import BuildError
from assets.packaging.icons import draw_icons
from assets.packaging.linux_tree import fill, place_program, place_share, settle
from tests.packaging.contexts import make_context


@pytest.fixture
def share(qapp, tmp_path):
    context = make_context(tmp_path)
    draw_icons(context)
    place_share(context, tmp_path / "share")
    return tmp_path / "share"


def desktop_entry(share):
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str
    parser.read(share / "applications" / "copyedge.desktop", encoding="utf-8")
    return parser


def test_no_mark_is_left_in_any_text(share):
    for path in share.rglob("*"):
        if path.suffix in (".desktop", ".xml"):
            assert not re.search(r"@[A-Z_]+@", path.read_text(encoding="utf-8")), path


def test_every_action_of_the_menu_entry_is_a_verb_that_the_program_knows(share):
    entry = desktop_entry(share)
    names = entry["Desktop Entry"]["Actions"].rstrip(";").split(";")
    for name in names:
        _, *arguments = entry[f"Desktop Action {name}"]["Exec"].split()
        request = start.start_request(arguments, {})
        assert request is not None
        assert request.verb is not Verb.OPEN


def test_menu_entry_and_metainfo_name_the_same_kinds_of_file(share):
    kinds = desktop_entry(share)["Desktop Entry"]["MimeType"].rstrip(";").split(";")
    metainfo = ET.parse(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml").getroot()
    assert [kind.text for kind in metainfo.iter("mediatype")] == kinds


def test_the_metainfo_is_of_this_version_and_day(share):
    metainfo = ET.parse(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml").getroot()
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2023-11-14"}


def test_the_manual_page_names_every_verb(share):
    page = gzip.decompress((share / "man" / "man1" / "copyedge.1.gz").read_bytes()).decode()
    plain = page.replace("\\-", "-")
    for option in [f"--{verb.value}" for verb in Verb if verb is not Verb.OPEN]:
        assert option in plain
    for command in start.COMMANDS:
        assert f"copyedge {command}" in plain


def test_a_program_that_was_not_frozen_is_asked_for(tmp_path):
    with pytest.raises(BuildError, match="--stage freeze"):
        place_program(make_context(tmp_path), tmp_path / "there")


def test_a_homepage_gets_into_the_metainfo_only_if_there_is_one(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert "homepage" not in fill("metainfo.xml", make_context(tmp_path, root=tmp_path))


def test_permissions_and_times_are_settled(tmp_path):
    for name in ("lib/copyedge/copyedge", "overrides/copyedge", "install.sh", "notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600)
    (tmp_path / "link").symlink_to("nowhere")
    settle(tmp_path, 1_700_000_000)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    run = {str(path.relative_to(tmp_path)) for path in files if path.stat().st_mode & 0o111}
    assert run == {"lib/copyedge/copyedge", "install.sh"}
    times = {os.lstat(path).st_mtime for path in (tmp_path, *tmp_path.rglob("*"))}
    assert times == {1_700_000_000}
