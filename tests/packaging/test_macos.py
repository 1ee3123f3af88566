import plistlib

import pytest

from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.icons import draw_icons
from assets.packaging.macos import (
    IDENTITY_VARIABLE,
    KEY_VARIABLES,
    PROFILE_VARIABLE,
    add_licences,
    build_image,
    bundle_path,
    entitlements_path,
    nested_code,
    notary_credentials,
    plist_path,
    sign_bundle,
    stage_image,
    write_property_lists,
)
from tests.packaging.frozen_program import make_context

MACHINE_CODE = b"\xcf\xfa\xed\xfe and so on"


@pytest.fixture
def said():
    return []


@pytest.fixture
def context(tmp_path, said):
    return make_context(tmp_path, target=Target.MACOS, dry_run=True, say=said.append)


@pytest.fixture
def bundle(context):
    contents = bundle_path(context) / "Contents"
    for name in ("MacOS/copyedge", "Frameworks/a.dylib", "Frameworks/PySide6/Qt/lib/deep.dylib"):
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).write_bytes(MACHINE_CODE)
    (contents / "Resources" / "assets").mkdir(parents=True)
    (contents / "Resources" / "assets" / "weights.bin").write_bytes(b"\x00")
    (contents / "Frameworks" / "link.dylib").symlink_to("a.dylib")
    return bundle_path(context)


def test_the_bundle_tells_its_version_and_documents(context):
    write_property_lists(context)
    told = plistlib.loads(plist_path(context).read_bytes())
    assert told["CFBundleShortVersionString"] == "1.2.3"
    assert told["CFBundleExecutable"] == "copyedge"
    assert told["LSBackgroundOnly"] is False  # it has windows and a place in the Dock
    assert told["CFBundleIdentifier"] == "io.github.copyedge.Copyedge"
    extensions = {
        end for kind in told["CFBundleDocumentTypes"] for end in kind["CFBundleTypeExtensions"]
    }
    assert {"txt", "md", "docx", "odt"} <= extensions
    assert {kind["LSHandlerRank"] for kind in told["CFBundleDocumentTypes"]} == {"Alternate"}


def test_the_entitlements_allow_no_network_and_no_foreign_libraries(context):
    write_property_lists(context)
    entitlements = plistlib.loads(entitlements_path(context).read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_icon_holds_what_macos_asks_for(context):
    draw_icons(context)
    content = (context.icons / "copyedge.icns").read_bytes()
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)
    place, kinds = 8, []
    while place < len(content):
        kinds.append(content[place : place + 4])
        assert content[place + 8 :].startswith(b"\x89PNG")
        place += int.from_bytes(content[place + 4 : place + 8], "big")
    assert {b"ic07", b"ic08", b"ic09", b"ic10"} <= set(kinds)


def test_libraries_are_signed_before_what_holds_them_and_links_not_at_all(context, bundle):
    names = [path.name for path in nested_code(bundle)]
    assert names == ["deep.dylib", "a.dylib"]


def test_a_dry_run_says_how_it_would_sign_and_hides_the_identity(context, bundle, said):
    sign_bundle(context, {IDENTITY_VARIABLE: "Developer ID Application: Erika Muster (X1)"})
    assert not any("Erika" in line for line in said)
    assert len(said) == 4  # two libraries, the bundle, the check
    assert all("--timestamp" in line and "runtime" in line for line in said[:3])
    assert "entitlements.plist" in said[2]
    assert "--entitlements" not in said[0]


def test_without_an_identity_it_is_signed_for_this_machine_only(context, bundle, said):
    sign_bundle(context, {})
    assert "signed for this machine only" in said[0]
    assert "--timestamp=none --sign - " in said[1]


def test_the_image_is_made_signed_notarised_and_stapled(context, said):
    build_image(context, {IDENTITY_VARIABLE: "Erika", PROFILE_VARIABLE: "geheim"})
    assert [line.split()[2] for line in said] == ["hdiutil", "codesign", "xcrun", "xcrun", "spctl"]
    assert "copyedge-1.2.3-macos.dmg" in said[0]
    assert not any("Erika" in line or "geheim" in line for line in said)


def test_without_credentials_the_image_is_only_made(context, said):
    build_image(context, {})
    assert len(said) == 2
    assert "not notarised" in said[1]


def test_half_a_notary_key_is_refused():
    with pytest.raises(BuildError, match=r"COPYEDGE_NOTARY_KEY_ID, COPYEDGE_NOTARY_ISSUER must"):
        notary_credentials({KEY_VARIABLES[0]: "key.p8"})
    whole = dict(zip(KEY_VARIABLES, ("key.p8", "id", "issuer"), strict=True))
    assert notary_credentials(whole) == ["--key", "key.p8", "--key-id", "id", "--issuer", "issuer"]


def test_the_licences_get_into_the_bundle(context, bundle):
    with pytest.raises(BuildError, match="--stage licences"):
        add_licences(context)
    context.licences.mkdir(parents=True)
    (context.licences / "INDEX.txt").write_text("all", encoding="utf-8")
    add_licences(context)
    placed = bundle / "Contents" / "Resources" / "assets" / "licences" / "INDEX.txt"
    assert placed.read_text(encoding="utf-8") == "all"


def test_the_image_shows_the_program_and_where_to_drag_it(bundle, tmp_path):
    stage_image(bundle, tmp_path / "image")
    stage_image(bundle, tmp_path / "image")
    assert sorted(path.name for path in (tmp_path / "image").iterdir()) == [
        "Applications",
        "Copyedge.app",
    ]
    assert (
        tmp_path / "image" / "Copyedge.app" / "Contents" / "Frameworks" / "link.dylib"
    ).is_symlink()
