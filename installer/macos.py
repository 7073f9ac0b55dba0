"""The macOS package: a disk image with the program, signed and notarised if so configured.

Without a certificate the program is signed ad hoc, which Apple silicon asks
for, and each user has to allow it once in the system's settings.
"""

from __future__ import annotations

import os
import plistlib
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import plist

if TYPE_CHECKING:
    from build import Plan

FILES = Path(__file__).resolve().parent / "macos"
ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
APP = "Sjogren Desktop.app"
ATTEMPTS = 5
_PAUSE = 5.0
"""Between two attempts, in seconds."""


def program_in(folder: Path) -> Path:
    """Return the executable of the program that lies beside the frozen folder."""
    return _program(folder.parent / APP)


def _program(app: Path) -> Path:
    return app / "Contents" / "MacOS" / "sjogren-desktop"


def package(plan: Plan, folder: Path) -> Path:
    """Sign the program, put it on a disk image, and notarise both if so configured."""
    import build

    app = folder.parent / APP
    told = state_oldest(app)
    build.say(f"{app.name} runs on macOS {told} and newer")
    shutil.copyfile(ICONS / "sjogren-study.icns", app / "Contents/Resources/sjogren-study.icns")
    identity = os.environ.get("SJOGREN_SIGN_IDENTITY", "")
    sign(plan, app, identity)
    notarise(plan, app)
    image = plan.output / f"{build.package_stem(plan)}.dmg"
    stage = plan.work / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    shutil.copytree(app, stage / APP, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    create = ["hdiutil", "create", "-volname", f"Sjogren Desktop {plan.version}", "-srcfolder"]
    patiently([*create, str(stage), "-fs", "HFS+", "-format", "UDZO", "-ov", str(image)])
    if identity:
        build.run(["codesign", "--sign", identity, "--timestamp", image], plan)
    notarise(plan, image)
    return image


def patiently(command: Sequence[str], *, pause: float = _PAUSE) -> None:
    """Run hdiutil, and once more a few times: another process may look at the image just then."""
    for attempt in range(1, ATTEMPTS + 1):
        ran = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
        if ran.returncode == 0:
            return
        if attempt < ATTEMPTS:
            time.sleep(pause)
    raise SystemExit(f"The build stopped: {' '.join(command[:2])} failed {ATTEMPTS} times.")


def state_oldest(app: Path) -> str:
    """Write into Info.plist the oldest macOS that all binaries run on; return its version.

    It is that of the wheels unless the Python that is packed asks for a newer one.
    """
    place = app / "Contents" / "Info.plist"
    info = plistlib.loads(place.read_bytes())
    asked = [v for p in sorted(app.rglob("*")) if p.is_file() and (v := oldest_macos(p))]
    oldest = max([*asked, _version(info["LSMinimumSystemVersion"])])
    info["LSMinimumSystemVersion"] = ".".join(map(str, oldest[: 3 if oldest[2] else 2]))
    place.write_bytes(plistlib.dumps(info))
    return str(info["LSMinimumSystemVersion"])


def _version(text: str) -> tuple[int, int, int]:
    first, second, third = (*(int(n) for n in text.split(".")), 0, 0)[:3]
    return first, second, third


_THIN, _FAT = b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"
_MINIMUM, _BUILD = 0x24, 0x32
"""Load commands LC_VERSION_MIN_MACOSX and LC_BUILD_VERSION of Mach-O (mach-o/loader.h)."""


def oldest_macos(path: Path) -> tuple[int, int, int] | None:
    """Return the oldest macOS that a 64-bit Mach-O file runs on, None for any other file.

    Of a file for several processors, that one counts which asks for the newest.
    """
    with path.open("rb") as stream:
        start = stream.read(4)
        if start not in (_THIN, _FAT):
            return None
        content = start + stream.read()
    if start == _THIN:
        return _asked(content)
    (count,) = struct.unpack_from(">I", content, 4)
    if count > 16:  # a class of Java begins alike, with its version here
        return None
    slices = [struct.unpack_from(">II", content, 8 + 20 * n + 8) for n in range(count)]
    return max((v for at, size in slices if (v := _asked(content[at : at + size]))), default=None)


def _asked(content: bytes) -> tuple[int, int, int] | None:
    if content[:4] != _THIN:
        return None
    (count,) = struct.unpack_from("<I", content, 16)
    place = 32
    for _ in range(count):
        command, size = struct.unpack_from("<II", content, place)
        if command in (_MINIMUM, _BUILD):
            at = place + (8 if command == _MINIMUM else 12)
            (packed,) = struct.unpack_from("<I", content, at)
            return packed >> 16, packed >> 8 & 255, packed & 255
        place += size
    return None


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
    keychain = os.environ.get("SJOGREN_NOTARY_KEYCHAIN", "")
    if keychain:  # else that of the user who is logged in is searched
        submit += ["--keychain", keychain]
    build.run(submit, plan)
    build.run(["xcrun", "stapler", "staple", path], plan)


def try_installation(plan: Plan, image: Path) -> None:
    """Mount the image, copy the program as a user would, test it, and remove it."""
    import build

    with tempfile.TemporaryDirectory(prefix="sjogren-") as place:
        mounted = Path(place) / "image"
        mounted.mkdir()
        attach = ["hdiutil", "attach", str(image), "-nobrowse", "-readonly", "-mountpoint"]
        subprocess.run([*attach, str(mounted)], check=True, stdout=subprocess.DEVNULL)
        try:
            app = Path(place) / "Applications ü" / APP
            shutil.copytree(mounted / APP, app, symlinks=True)
        finally:
            patiently(["hdiutil", "detach", str(mounted)])
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
