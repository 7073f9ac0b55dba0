"""The macOS package: a disk image with the program, signed and notarised if so configured.

Without a certificate the program is signed ad hoc, which Apple silicon asks
for, and each user has to allow it once in the system's settings.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import plist

if TYPE_CHECKING:
    from build import Plan

FILES = Path(__file__).resolve().parent / "macos"
ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
APP = "Sjogren Desktop.app"


def program_in(folder: Path) -> Path:
    """Return the executable of the program that lies beside the frozen folder."""
    return _program(folder.parent / APP)


def _program(app: Path) -> Path:
    return app / "Contents" / "MacOS" / "sjogren-desktop"


def package(plan: Plan, folder: Path) -> Path:
    """Sign the program, put it on a disk image, and notarise both if so configured."""
    import build

    app = folder.parent / APP
    shutil.copyfile(ICONS / "sjogren-study.icns", app / "Contents/Resources/sjogren-study.icns")
    identity = os.environ.get("SJOGREN_SIGN_IDENTITY", "")
    sign(plan, app, identity)
    notarise(plan, app)
    image = plan.output / f"{build.package_stem(plan)}.dmg"
    image.unlink(missing_ok=True)
    stage = plan.work / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    shutil.copytree(app, stage / APP, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    create = ["hdiutil", "create", "-volname", f"Sjogren Desktop {plan.version}", "-srcfolder"]
    build.run([*create, str(stage), "-fs", "HFS+", "-format", "UDZO", "-ov", image], plan)
    if identity:
        build.run(["codesign", "--sign", identity, "--timestamp", image], plan)
    notarise(plan, image)
    return image


def sign(plan: Plan, app: Path, identity: str) -> None:
    """Sign the program with the hardened runtime, ad hoc if no identity is configured."""
    import build

    command = ["codesign", "--force", "--deep", "--options", "runtime"]
    command += ["--entitlements", str(FILES / "entitlements.plist")]
    if identity:
        command += ["--timestamp", "--sign", identity]
    else:
        # Without an identity, library validation would refuse libraries signed by others.
        build.say(f"{app.name} is signed ad hoc only: no identity is configured. macOS will warn.")
        command = ["codesign", "--force", "--deep", "--sign", "-"]
    build.run([*command, app], plan)
    build.run(["codesign", "--verify", "--deep", "--strict", app], plan)


def notarise(plan: Plan, path: Path) -> None:
    """Have Apple check a program or image and staple the answer, if a profile is configured."""
    import build

    profile = os.environ.get("SJOGREN_NOTARY_PROFILE", "")
    if not profile or not os.environ.get("SJOGREN_SIGN_IDENTITY"):
        build.say(f"{path.name} is not notarised: no identity and profile are configured.")
        return
    sent = path
    if path.is_dir():
        sent = plan.work / f"{path.stem}.zip"
        build.run(["ditto", "-c", "-k", "--keepParent", path, sent], plan)
    submit = ["xcrun", "notarytool", "submit", str(sent), "--keychain-profile", profile, "--wait"]
    build.run(submit, plan)
    build.run(["xcrun", "stapler", "staple", path], plan)


def try_installation(plan: Plan, image: Path) -> None:
    """Mount the image, copy the program as a user would, test it, and remove it."""
    import build

    with tempfile.TemporaryDirectory(prefix="sjogren-") as place:
        mounted = Path(place) / "image"
        attach = ["hdiutil", "attach", str(image), "-nobrowse", "-readonly", "-mountpoint"]
        subprocess.run([*attach, str(mounted)], check=True, stdout=subprocess.DEVNULL)
        try:
            app = Path(place) / "Applications ü" / APP
            shutil.copytree(mounted / APP, app, symlinks=True)
        finally:
            subprocess.run(["hdiutil", "detach", str(mounted)], check=True)
        build.self_test([_program(app)], plan, "installed")
        kind = subprocess.run(
            ["plutil", "-extract", "CFBundleIdentifier", "raw", str(app / "Contents/Info.plist")],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        if kind != plist.IDENTIFIER:
            raise SystemExit(f"The program says it is {kind}.")
        shutil.rmtree(app)
        build.say("Copied from the image, tested, removed")
