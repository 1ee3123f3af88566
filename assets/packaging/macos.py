"""The package for macOS: what the bundle says about itself, signing, a disk image, notarisation.

PyInstaller lays the bundle out while freezing; here it gets its licences, is
signed and wrapped. Without an identity it is signed ad hoc, which runs on the
machine that built it. Everything but writing files needs macOS: elsewhere a dry
run says what would be done.
"""

from __future__ import annotations

import os
import plistlib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assets.packaging.commands import Runner, runner, secrets_of
from assets.packaging.context import IDENTIFIER, NAME, TEMPLATES, BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.product import (
    COPYRIGHT,
    DESCRIPTION,
    TITLE,
    document_types,
    dotted,
    version_numbers,
)
from assets.packaging.tools import Tool

OLDEST_SYSTEM = "13.0"  # what Qt 6.10 and 6.11 ask for
AD_HOC = "-"
IDENTITY_VARIABLE = "COPYEDGE_CODESIGN_IDENTITY"
"""Such as ``Developer ID Application: Name (TEAM)``; unset: signed ad hoc, and not notarised."""
PROFILE_VARIABLE = "COPYEDGE_NOTARY_PROFILE"
"""A profile that ``xcrun notarytool store-credentials`` keeps in the keychain; or instead of it:"""
KEY_VARIABLES = ("COPYEDGE_NOTARY_KEY", "COPYEDGE_NOTARY_KEY_ID", "COPYEDGE_NOTARY_ISSUER")
"""The file of an App Store Connect key, its id, and its issuer."""
SECRETS = (IDENTITY_VARIABLE, PROFILE_VARIABLE, *KEY_VARIABLES)

SIGNING_TOOLS = (Tool("codesign", "xcode-select --install"),)
IMAGE_TOOLS = (
    *SIGNING_TOOLS,
    Tool("hdiutil", "nothing: it is a part of macOS"),
    Tool("xcrun", "xcode-select --install"),
)

_MACH_O = {
    b"\xcf\xfa\xed\xfe",  # 64 bits, as Intel's and Apple's processors have it
    b"\xca\xfe\xba\xbe",  # for several processors
}


def info_plist(context: BuildContext) -> dict[str, Any]:
    """Return what the bundle says about itself."""
    return {
        "CFBundleName": TITLE,
        "CFBundleDisplayName": TITLE,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": f"{NAME}.icns",
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": dotted(version_numbers(context.version)[:3]),
        "CFBundleVersion": dotted(version_numbers(context.version)),
        "CFBundleGetInfoString": f"{TITLE} {context.version}: {DESCRIPTION}",
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": kind.title,
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeExtensions": [suffix.removeprefix(".") for suffix in kind.suffixes],
                "LSItemContentTypes": [kind.uti],
                # Offered under "Open With"; never taken over from whoever opens them now.
                "LSHandlerRank": "Alternate",
            }
            for kind in document_types()
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        # PyInstaller would say otherwise of a program that also serves terminals.
        "LSBackgroundOnly": False,
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
    }


def plist_path(context: BuildContext) -> Path:
    """Return where the bundle's Info.plist is written, for freezing to take it."""
    return context.work / "Info.plist"


def entitlements_path(context: BuildContext) -> Path:
    """Return where the entitlements are written."""
    return context.work / "entitlements.plist"


def bundle_path(context: BuildContext) -> Path:
    """Return the bundle, beside the one-folder program that freezing leaves."""
    return context.frozen.parent / f"{TITLE}.app"


def write_property_lists(context: BuildContext) -> None:
    """The stage before freezing: write Info.plist and the entitlements.

    Raises:
        BuildError: if the template of the entitlements is no property list.
    """
    plist_path(context).write_bytes(plistlib.dumps(info_plist(context)))
    template = TEMPLATES / "macos" / "entitlements.plist"
    try:
        entitlements = plistlib.loads(template.read_bytes())
    except plistlib.InvalidFileException as error:
        raise BuildError(f"{template} is no property list: {error}") from error
    entitlements_path(context).write_bytes(plistlib.dumps(entitlements))
    context.say(f"{plist_path(context).name}, {entitlements_path(context).name}")


def sign_bundle(context: BuildContext, environment: Mapping[str, str] = os.environ) -> None:
    """The stage: put the licences into the bundle, then sign it from the inside out.

    Raises:
        BuildError: if there is no bundle, or codesign refuses.
    """
    bundle = bundle_path(context)
    identity = environment.get(IDENTITY_VARIABLE) or AD_HOC
    carry_out = runner(context, secrets_of(environment, SECRETS))
    if not context.dry_run:
        add_licences(context)
    if identity == AD_HOC:
        context.say(f"{IDENTITY_VARIABLE} is not set: signed for this machine only")
    for path in nested_code(bundle):
        carry_out(sign_command(identity, path, None))
    carry_out(sign_command(identity, bundle, entitlements_path(context)))
    carry_out(["codesign", "--verify", "--strict", "--deep", "--verbose=2", bundle])


def add_licences(context: BuildContext) -> None:
    """Copy the licences that were collected for the one-folder program into the bundle.

    Raises:
        BuildError: if either is not there.
    """
    resources = bundle_path(context) / "Contents" / "Resources" / "assets"
    for needed, stage in ((resources, "freeze"), (context.licences, "licences")):
        if not needed.is_dir():
            raise BuildError(f"{needed} is not there. Add --stage {stage}.")
    shutil.rmtree(resources / "licences", ignore_errors=True)
    shutil.copytree(context.licences, resources / "licences")


def nested_code(bundle: Path) -> Iterator[Path]:
    """Return the libraries inside a bundle, the innermost first: each is signed by itself."""
    found = [
        path
        for path in bundle.rglob("*")
        if path.is_file() and not path.is_symlink() and is_mach_o(path)
    ]
    main = bundle / "Contents" / "MacOS" / NAME
    yield from sorted(set(found) - {main}, key=lambda path: (-len(path.parts), str(path)))


def is_mach_o(path: Path) -> bool:
    """Return whether a file is a program or library of macOS."""
    with path.open("rb") as stream:
        return stream.read(4) in _MACH_O


def sign_command(identity: str, path: Path, entitlements: Path | None) -> list[str | Path]:
    """Return the command that signs one file or bundle; only a real identity gets a time stamp."""
    command: list[str | Path] = ["codesign", "--force", "--options", "runtime"]
    command.append("--timestamp=none" if identity == AD_HOC else "--timestamp")
    if entitlements is not None:
        command += ["--entitlements", entitlements]
    return [*command, "--sign", identity, path]


def build_image(context: BuildContext, environment: Mapping[str, str] = os.environ) -> None:
    """The stage: wrap the bundle into a disk image; sign, notarise and staple that if asked to.

    Raises:
        BuildError: if a tool of macOS refuses.
    """
    carry_out = runner(context, secrets_of(environment, SECRETS))
    staging = context.work / "image"
    if not context.dry_run:
        stage_image(bundle_path(context), staging)
    image = context.product("-macos.dmg")
    volume = f"{TITLE} {context.version}"
    form = ["-fs", "HFS+", "-format", "UDZO", "-imagekey", "zlib-level=9"]
    carry_out(["hdiutil", "create", "-volname", volume, "-srcfolder", staging, *form, "-ov", image])
    if identity := environment.get(IDENTITY_VARIABLE):
        carry_out(["codesign", "--force", "--timestamp", "--sign", identity, image])
    notarise(image, environment, carry_out, context)


def stage_image(bundle: Path, staging: Path) -> None:
    """Lay out what a user sees in the disk image: the program, and where to drag it."""
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    shutil.copytree(bundle, staging / bundle.name, symlinks=True)
    (staging / "Applications").symlink_to("/Applications")


def notarise(
    image: Path, environment: Mapping[str, str], carry_out: Runner, context: BuildContext
) -> None:
    """Have Apple look at the image and fasten its answer to it, if credentials are named.

    Raises:
        BuildError: if only some of a key's variables are set.
    """
    credentials = notary_credentials(environment)
    if not credentials:
        context.say(f"neither {PROFILE_VARIABLE} nor {KEY_VARIABLES[0]} is set: not notarised")
        return
    carry_out(["xcrun", "notarytool", "submit", image, *credentials, "--wait"])
    carry_out(["xcrun", "stapler", "staple", image])
    carry_out(
        ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image]
    )


def notary_credentials(environment: Mapping[str, str]) -> list[str]:
    """Return the options of notarytool that tell who asks; empty if nothing is set.

    Raises:
        BuildError: if only some of a key's variables are set.
    """
    if profile := environment.get(PROFILE_VARIABLE):
        return ["--keychain-profile", profile]
    values = secrets_of(environment, KEY_VARIABLES)
    if not values:
        return []
    missing = [name for name in KEY_VARIABLES if not environment.get(name)]
    if missing:
        raise BuildError(f"For notarisation {', '.join(missing)} must be set as well.")
    return [
        word
        for pair in zip(("--key", "--key-id", "--issuer"), values, strict=True)
        for word in pair
    ]
