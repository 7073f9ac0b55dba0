"""The macOS package as far as another system can make it: Apple's tools are stood in for."""

from __future__ import annotations

import os
import plistlib
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

# Each notes its words. An image is a folder beside its file; mounting copies it.
TOOLS = {
    "hdiutil": """
case "$1" in
create)
    if [ -e "$STATE/busy" ]; then rm "$STATE/busy"; echo "Resource busy" >&2; exit 1; fi
    for word; do [ "$before" = -srcfolder ] && source=$word; before=$word; done
    touch "$word"
    cp -R "$source" "$word.content" ;;
attach)
    image=$2
    for word; do [ "$before" = -mountpoint ] && place=$word; before=$word; done
    cp -R "$image.content/." "$place/" ;;
detach) rm -rf "$2"/* ;;
esac
""",
    "codesign": "",
    "xcrun": "",
    "ditto": 'touch "$5"',
    "plutil": '"{python}" -c "import plistlib, sys; '
    'print(plistlib.load(open(sys.argv[1], \'rb\'))[sys.argv[2]])" "$4" "$2"',
}

PROGRAM = """#!/bin/sh
[ "$1 $2" = "self-test --out" ] || exit 1
echo "PASS" >"$3"
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """A build of version 1.2.3 whose tools are stand-ins that write down what they are told."""
    places = {name: tmp_path / name for name in ("work", "out", "bin", "state", "frozen")}
    for place in places.values():
        place.mkdir()
    for name, body in TOOLS.items():
        tool = places["bin"] / name
        note = f'printf "%s " {name} "$@" >>"$STATE/told"; echo >>"$STATE/told"\n'
        text = f"#!/bin/sh\nset -e\n{note}{body.replace('{python}', sys.executable)}\n"
        tool.write_text(text, encoding="utf-8")
        tool.chmod(0o755)
    environment = {"PATH": f"{places['bin']}:/usr/bin:/bin", "STATE": str(places["state"])}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for name in [n for n in os.environ if n.startswith("SJOGREN_")]:
        monkeypatch.delenv(name)
    return SimpleNamespace(
        target="macos",
        machine="arm64",
        version="1.2.3",
        work=places["work"],
        output=places["out"],
        environment=environment,
        frozen=places["frozen"] / "sjogren-desktop",
        told=places["state"] / "told",
    )


@pytest.fixture
def app(plan: SimpleNamespace) -> Path:
    """A frozen program that knows only its self-test."""
    import macos
    import plist

    app: Path = plan.frozen.parent / macos.APP
    for name in ("MacOS", "Resources", "Frameworks"):
        (app / "Contents" / name).mkdir(parents=True)
    (app / "Contents/Info.plist").write_bytes(plistlib.dumps(plist.info("1.2.3")))
    program = app / "Contents/MacOS/sjogren-desktop"
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    return app


def mach_o(oldest: tuple[int, int, int], *, command: int = 0x32) -> bytes:
    """Return the head of a 64-bit Mach-O file: a load command of no interest and the version."""
    packed = oldest[0] << 16 | oldest[1] << 8 | oldest[2]
    words = (1, packed, packed, 0) if command == 0x32 else (packed, packed)
    said = struct.pack(f"<{len(words) + 2}I", command, 8 + 4 * len(words), *words)
    other = struct.pack("<4I", 0x1B, 16, 0, 0)
    head = struct.pack("<8I", 0xFEEDFACF, 0x0100000C, 0, 6, 2, len(other) + len(said), 0, 0)
    return head + other + said


def universal(*slices: bytes) -> bytes:
    """Return a Mach-O file for several processors."""
    head, content = struct.pack(">II", 0xCAFEBABE, len(slices)), b""
    first = 8 + 20 * len(slices)
    for part in slices:
        head += struct.pack(">5I", 0x01000007, 3, first + len(content), len(part), 0)
        content += part
    return head + content


def lines(plan: SimpleNamespace, tool: str) -> list[str]:
    """Return what a tool was told, call by call."""
    told = plan.told.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in told if line.startswith(tool)]


def test_that_the_program_goes_onto_an_image_and_from_there_to_a_user(
    plan: SimpleNamespace, app: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import macos

    image = macos.package(plan, plan.frozen)
    macos.try_installation(plan, image)

    content = Path(f"{image}.content")
    assert image.name == "sjogren-desktop-1.2.3-macos-arm64.dmg"
    assert (content / "Applications").readlink() == Path("/Applications")
    assert (content / macos.APP / "Contents/Resources/sjogren-study.icns").is_file()
    report = plan.output / "sjogren-desktop-1.2.3-macos-arm64-self-test-installed.txt"
    assert report.read_text(encoding="utf-8") == "PASS\n"
    told = capsys.readouterr().out
    assert "signed ad hoc only: no identity is configured" in told
    assert "is not notarised" in told
    assert "Copied from the image, tested, removed" in told
    assert [line.split()[1] for line in lines(plan, "hdiutil")] == ["create", "attach", "detach"]
    sign, verify = lines(plan, "codesign")
    assert "--sign -" in sign
    assert "runtime" not in sign
    assert "--verify --deep --strict" in verify
    assert lines(plan, "xcrun") == []


def test_that_a_configured_identity_signs_and_notarises_program_and_image(
    plan: SimpleNamespace, app: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import macos

    monkeypatch.setenv("SJOGREN_SIGN_IDENTITY", "Developer ID Application: Somebody (X)")
    monkeypatch.setenv("SJOGREN_NOTARY_PROFILE", "sjogren")
    monkeypatch.setenv("SJOGREN_NOTARY_KEYCHAIN", "/x/signing.keychain-db")

    macos.package(plan, plan.frozen)

    of_app, _, of_image = lines(plan, "codesign")
    assert "--options runtime" in of_app
    assert "entitlements.plist" in of_app
    assert "--timestamp" in of_app
    assert "--timestamp" in of_image
    assert of_image.endswith(".dmg")
    submitted = [line for line in lines(plan, "xcrun") if "notarytool submit" in line]
    profile = "--keychain-profile sjogren --wait --keychain /x/signing.keychain-db"
    assert [line.endswith(profile) for line in submitted] == [True, True]
    assert ".zip" in submitted[0]
    assert ".dmg" in submitted[1]
    assert sum("stapler staple" in line for line in lines(plan, "xcrun")) == 2
    # The program is notarised before it is put on the image, so that the image holds the answer.
    order = [line.split()[0] for line in plan.told.read_text(encoding="utf-8").splitlines()]
    assert order.index("ditto") < order.index("hdiutil")


def test_that_a_busy_image_is_tried_again(
    plan: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import macos

    (tmp_path / "state" / "busy").touch()
    create = ["hdiutil", "create", "-srcfolder", str(plan.work), str(plan.output / "x.dmg")]

    macos.patiently(create, pause=0.0)
    assert len(lines(plan, "hdiutil")) == 2

    with pytest.raises(SystemExit, match="false x failed 5 times"):
        macos.patiently(["false", "x"], pause=0.0)


@pytest.mark.parametrize(
    ("content", "oldest"),
    [
        (mach_o((13, 0, 0)), (13, 0, 0)),
        (mach_o((10, 15, 2), command=0x24), (10, 15, 2)),
        (universal(mach_o((10, 15, 0)), mach_o((11, 0, 0))), (11, 0, 0)),
        (struct.pack(">II", 0xCAFEBABE, 61) + bytes(90), None),  # a class of Java
        (b"#!/bin/sh\n", None),
        (b"", None),
    ],
)
def test_that_a_binary_tells_the_oldest_macos(
    installer: Path, tmp_path: Path, content: bytes, oldest: tuple[int, int, int] | None
) -> None:
    import macos

    path = tmp_path / "x"
    path.write_bytes(content)

    assert macos.oldest_macos(path) == oldest


def test_that_the_program_asks_for_the_macos_that_its_binaries_ask_for(
    plan: SimpleNamespace, app: Path
) -> None:
    import macos

    (app / "Contents/Frameworks/a.dylib").write_bytes(mach_o((11, 0, 0)))
    assert macos.state_oldest(app) == "13.0"

    (app / "Contents/Frameworks/b.so").write_bytes(universal(mach_o((15, 0, 0))))
    assert macos.state_oldest(app) == "15.0"
    info = plistlib.loads((app / "Contents/Info.plist").read_bytes())
    assert info["LSMinimumSystemVersion"] == "15.0"
    assert info["CFBundleName"] == "Sjögren Desktop"


def test_that_wheels_are_fetched_for_the_oldest_macos_and_not_for_the_one_that_builds(
    plan: SimpleNamespace,
) -> None:
    import build

    assert build.wheel_platforms(plan) == ("macosx_13_0_arm64",)
    assert build.wheel_platforms(SimpleNamespace(target="windows")) == ("win_amd64",)
    assert build.wheel_platforms(SimpleNamespace(target="linux")) == ()
