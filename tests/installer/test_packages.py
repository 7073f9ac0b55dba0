"""What the packages tell their systems, and what is left out of them."""

from __future__ import annotations

import os
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

import sjogren_desktop

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"


def plan(tmp_path: Path, target: str = "linux") -> object:
    work, output = tmp_path / "work", tmp_path / "out"
    work.mkdir()
    output.mkdir()
    return SimpleNamespace(
        target=target,
        machine="x86_64",
        version="1.2.3",
        epoch=1_700_000_000,
        work=work,
        output=output,
        environment={"PATH": "/usr/bin:/bin"},
    )


# ------------------------------------------------------------------ the build


def test_that_the_version_is_that_of_the_package(installer: Path) -> None:
    import build

    assert build.version_of_package() == sjogren_desktop.__version__


def test_that_checksums_are_those_of_sha256sum(installer: Path, tmp_path: Path) -> None:
    import build

    (tmp_path / "b.txt").write_bytes(b"abc")
    (tmp_path / "a.txt").write_bytes(b"")

    build.write_checksums(tmp_path)
    build.write_checksums(tmp_path)

    assert (tmp_path / "SHA256SUMS").read_text().splitlines() == [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.txt",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt",
    ]


def test_that_no_system_builds_what_it_cannot_build(installer: Path, tmp_path: Path) -> None:
    import build

    foreign = "macos" if sys.platform != "darwin" else "windows"

    with pytest.raises(SystemExit, match=f"{foreign} cannot be made"):
        build.main(["--target", foreign, "--work", str(tmp_path)])


# ------------------------------------------------------------------ what is left out


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("PySide6/Qt/translations/qt_de.qm", True),
        ("PySide6\\translations\\qt_de.qm", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("numpy-2.5.5.dist-info/RECORD", True),
        ("numpy-2.5.5.dist-info/METADATA", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", True),
        ("PySide6/Qt/lib/libQt6OpenGL.so.6", False),
        ("libgtk-3.so.0", True),
        ("libreadline.so.8", True),
        ("libglib-2.0.so.0", False),
        ("libgio-2.0.so.0", True),
        ("libjpeg-6dc8d115.so.62.4.0", False),
        ("pillow.libs/libjpeg-6dc8d115.so.62.4.0", False),
        ("pyreadstat/_readstat_parser.c", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", False),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSerif.ttf", True),
        ("scipy.libs/libscipy_openblas-1.so", False),
        ("pandas/tests/data/x.csv", True),
        ("resources/reference/fev_data.csv", False),
        ("resources/methods/mmrm.md", False),
    ],
)
def test_that_unneeded_files_are_left_out_and_needed_ones_stay(
    installer: Path, name: str, out: bool
) -> None:
    import sizes

    assert sizes.is_left_out(name) is out


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("PySide6/Qt6Core.dll", False),
        ("PySide6/Qt6Quick.dll", True),
        ("PySide6/QtWidgets.pyd", False),
        ("PySide6/QtQml.pyd", True),
        ("PySide6/plugins/platforms/qwindows.dll", False),
        ("PySide6/plugins/styles/qmodernwindowsstyle.dll", False),
        ("PySide6/designer.exe", True),
        ("PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll", True),
        ("PySide6/plugins/qmllint/quicklintplugin.dll", True),
        ("PySide6/pyside6qml.abi3.dll", True),
        ("PySide6/pyside6.abi3.dll", False),
        ("PySide6/msvcp140.dll", False),
        ("pandas/tests/test_x.py", True),
        ("fastparquet/cencoding.c", True),
        ("lxml/includes/libxml/tree.h", True),
        ("lxml/etree.cp312-win_amd64.pyd", False),
        ("numpy/testing/__init__.py", False),
        ("openpyxl/cell/cell.py", False),
    ],
)
def test_that_a_wheel_unpacked_whole_loses_what_is_unused(
    installer: Path, name: str, out: bool
) -> None:
    import sizes

    assert sizes.is_left_out_of_wheel(name) is out


def test_that_every_shipped_resource_but_the_generator_goes_in(installer: Path) -> None:
    import sizes

    for name in (
        "methods/mmrm.md",
        "demo/neptunus_like.zip",
        "help/getting_started.md",
        "translations/de.qm",
    ):
        assert not sizes.is_left_out_resource(name)
        assert (ROOT / "resources" / name).is_file()
    assert sizes.is_left_out_resource("demo/generator/build.py")
    assert sizes.is_left_out_resource("translations/de.ts")


def test_that_the_words_of_qt_go_in_for_every_language_of_the_window(installer: Path) -> None:
    import sizes

    from sjogren_desktop.gui.language import TRANSLATED

    for folder in ("PySide6/translations", "PySide6/Qt/translations"):
        assert not any(sizes.is_left_out(f"{folder}/qtbase_{code}.qm") for code in TRANSLATED)
        assert sizes.is_left_out(f"{folder}/qtbase_da.qm")


def test_that_the_size_report_names_the_largest_part_first(installer: Path, tmp_path: Path) -> None:
    import sizes

    (tmp_path / "_internal" / "big").mkdir(parents=True)
    (tmp_path / "_internal" / "big" / "x").write_bytes(b"0" * 3_000_000)
    (tmp_path / "program").write_bytes(b"0" * 1_500_000)

    lines = sizes.report(tmp_path).splitlines()

    assert lines == ["     4.5 MB in all", "     3.0 MB big", "     1.5 MB program"]


# ------------------------------------------------------------------ icons


@pytest.mark.parametrize("name", ["sjogren-desktop", "sjogren-study"])
def test_that_icons_hold_all_sizes(name: str) -> None:
    ico = (ICONS / f"{name}.ico").read_bytes()
    (count,) = struct.unpack_from("<H", ico, 4)
    widths = {ico[6 + 16 * n] or 256 for n in range(count)}
    icns = (ICONS / f"{name}.icns").read_bytes()

    assert widths == {16, 24, 32, 48, 64, 128, 256}
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)
    assert (ICONS / f"{name}.png").read_bytes().startswith(b"\x89PNG")


# ------------------------------------------------------------------ Linux


@pytest.fixture
def archive(installer: Path, tmp_path: Path) -> tuple[object, Path]:
    """A package made of a program that only prints its arguments."""
    import linux

    frozen = tmp_path / "frozen"
    (frozen / "_internal").mkdir(parents=True)
    program = frozen / "sjogren-desktop"
    program.write_text('#!/bin/sh\necho "started with $*"\n')
    program.chmod(0o755)
    (frozen / "_internal" / "x.so").write_text("x")
    made = plan(tmp_path)
    return made, linux.package(made, frozen)


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the package is for Linux")


@linux_only
def test_that_the_same_input_gives_the_same_archive(
    archive: tuple[SimpleNamespace, Path], tmp_path: Path
) -> None:
    import linux

    made, first = archive
    before = first.read_bytes()
    (tmp_path / "frozen" / "_internal" / "x.so").touch()

    second = linux.package(made, tmp_path / "frozen")

    assert second.read_bytes() == before
    with tarfile.open(second) as tar:
        assert {(e.uid, e.gid, e.mtime) for e in tar} == {(0, 0, 1_700_000_000)}


@linux_only
def test_that_installing_twice_and_removing_leaves_only_what_is_the_users(
    archive: tuple[object, Path], tmp_path: Path
) -> None:
    home = tmp_path / "hóme $x & `y` 100%"
    home.mkdir()
    with tarfile.open(archive[1]) as tar:
        tar.extractall(tmp_path / "unpacked", filter="tar")
    (home / "study.sjd").write_text("mine")
    remembered = home / ".local/share/Sjogren Desktop/Sjogren Desktop"
    (remembered / "reports").mkdir(parents=True)
    for name in ("session.json", "session.lock", "reports/fault-1.txt"):
        (remembered / name).write_text("remembered")
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    script = tmp_path / "unpacked" / "sjogren-desktop-1.2.3" / "install.sh"

    for _ in range(2):
        subprocess.run(["sh", str(script)], env=env, check=True, capture_output=True)
    started = subprocess.run(
        [str(home / ".local/bin/sjogren-desktop"), "a b"], env=env, capture_output=True, text=True
    )
    entry = (home / ".local/share/applications/sjogren-desktop.desktop").read_text()
    checked = 0
    if shutil.which("desktop-file-validate"):
        path = home / ".local/share/applications/sjogren-desktop.desktop"
        checked = subprocess.run(["desktop-file-validate", str(path)], check=False).returncode
    remove = home / ".local/opt/sjogren-desktop/uninstall.sh"
    subprocess.run(["sh", str(remove)], env=env, check=True, capture_output=True)

    assert started.stdout == "started with a b\n"
    # Backslashes are doubled once as those of any text, as the desktop entry standard says.
    assert r'\\$x & \\`y\\` 100%%/.local/opt/sjogren-desktop/sjogren-desktop" %F' in entry
    assert "@PROGRAM@" not in entry
    assert checked == 0
    assert sorted(p.name for p in home.rglob("*") if p.is_file()) == ["study.sjd"]


@linux_only
def test_that_removing_something_else_is_refused(archive: tuple[object, Path]) -> None:
    made, path = archive
    with tarfile.open(path) as tar:
        tar.extractall(made.work / "u", filter="tar")  # type: ignore[attr-defined]
    script = made.work / "u" / "sjogren-desktop-1.2.3" / "program" / "uninstall.sh"  # type: ignore[attr-defined]

    ran = subprocess.run(["sh", str(script)], capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "nothing was removed" in ran.stderr
    assert script.exists()


@linux_only
def test_that_a_prefix_without_rights_is_told_in_a_sentence(
    archive: tuple[object, Path], tmp_path: Path
) -> None:
    with tarfile.open(archive[1]) as tar:
        tar.extractall(tmp_path / "u", filter="tar")
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "opt").write_text("a file where a folder should be")
    script = tmp_path / "u" / "sjogren-desktop-1.2.3" / "install.sh"

    ran = subprocess.run(
        ["sh", str(script), "--prefix", str(blocked)], capture_output=True, text=True, check=False
    )

    assert ran.returncode == 1
    assert "cannot be written to" in ran.stderr


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="asks Debian's list of packages")
def test_that_libraries_of_the_system_are_told_with_package_and_terms(
    installer: Path, tmp_path: Path
) -> None:
    import linux

    (tmp_path / "_internal").mkdir()
    for name in ("libz.so.1", "libpython3.12.so.1.0", "libnobody-has-this.so.9"):
        (tmp_path / "_internal" / name).touch()

    known, unknown = sorted(linux.system_parts(tmp_path), key=lambda p: p.source)

    assert known.name == "zlib1g"
    assert known.version
    assert "Zlib" in known.texts[0] or "zlib" in known.texts[0]
    assert known.source == "deb/debian"
    assert unknown.name == "libnobody-has-this.so.9"


def test_that_a_copy_within_another_program_is_not_taken_for_its_package(
    installer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import linux

    told = (
        "other-program: /usr/lib/other/bundled/lib/libz.so.1\n"
        "zlib1g:amd64: /lib/x86_64-linux-gnu/libz.so.1\n"
        "libffi8:amd64: /usr/lib/x86_64-linux-gnu/libffi.so.8\n"
    )
    monkeypatch.setattr(linux, "_told", lambda command: told)
    monkeypatch.setattr(linux.shutil, "which", lambda name: "dpkg-query")

    found = linux._debian_packages(["libz.so.1", "libffi.so.8"])

    assert found == {"libz.so.1": "zlib1g:amd64", "libffi.so.8": "libffi8:amd64"}


def icu_package(tables: dict[str, bytes]) -> bytes:
    """Build a package in ICU's format: names, then tables on multiples of 16 bytes."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27) + struct.pack(
        "<HHBBBB4s", 20, 0, 0, 0, 2, 0, b"CmnD"
    )
    header = header.ljust(32, b"\0")
    after, names, places = 4 + 8 * len(tables), b"", []
    for name in tables:
        places.append(after + len(names))
        names += name.encode() + b"\0"
    toc, content = struct.pack("<I", len(tables)), b""
    first = (after + len(names) + 15) // 16 * 16
    for place, table in zip(places, tables.values(), strict=True):
        toc += struct.pack("<II", place, first + len(content))
        content += table.ljust((len(table) + 15) // 16 * 16, b"\0")
    return header + (toc + names).ljust(first, b"\0") + content


def test_that_icu_keeps_the_tables_of_the_root_and_of_english(installer: Path) -> None:
    import icu

    kept = {
        "icudt73l/coll/root.res": b"order" * 5,
        "icudt73l/coll/ucadata.icu": b"weights",
        "icudt73l/en_GB.res": b"english",
        "icudt73l/nfkc.nrm": b"forms",
        "icudt73l/root.res": b"root",
    }
    dropped = {
        "icudt73l/coll/de.res": b"deutsch" * 9,
        "icudt73l/ibm-1047.cnv": b"encoding",
        "icudt73l/zh_Hant.res": b"chinese",
        "icudt73l/zone/root.res": b"zones",
    }

    trimmed = icu.trimmed(icu_package(dict(sorted({**kept, **dropped}.items()))))

    assert trimmed == icu_package(kept)


def test_that_icu_without_anything_to_drop_stops_the_build(installer: Path) -> None:
    import icu

    with pytest.raises(SystemExit, match="look at icu"):
        icu.trimmed(icu_package({"icudt73l/root.res": b"root"}))


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("ld") is None, reason="a step of the Linux build"
)
def test_that_the_library_of_icu_is_written_anew(installer: Path, tmp_path: Path) -> None:
    import ctypes

    import icu

    kept = {"icudt73l/root.res": b"root"}
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF" + icu_package({"icudt73l/de.res": b"deutsch", **kept}))

    icu.trim(library)

    found = ctypes.CDLL(str(library))
    expected = icu_package(kept)
    data = (ctypes.c_char * len(expected)).in_dll(found, "icudt73_dat")
    assert data.raw == expected
    assert [p.name for p in tmp_path.iterdir()] == [library.name]


def test_that_libraries_with_segments_off_their_pages_are_told(installer: Path) -> None:
    import linux

    def elf(offset: int) -> bytes:
        head = b"\x7fELF" + bytes(28) + struct.pack("<Q", 64) + bytes(14)
        head += struct.pack("<HH", 56, 1) + bytes(6)
        return head + struct.pack("<IIQQQQQQ", 1, 5, offset, 0x3000, 0, 0, 0, 0x1000)

    assert linux.loads_on_pages(elf(0x1000))
    assert not linux.loads_on_pages(elf(0x1010))


# ------------------------------------------------------------------ Windows


@pytest.mark.parametrize(
    ("version", "four"),
    [("1.10.0", (1, 10, 0, 0)), ("0.2", (0, 2, 0, 0)), ("2.0.1rc3", (2, 0, 1, 0))],
)
def test_that_windows_gets_four_numbers(
    installer: Path, version: str, four: tuple[int, ...]
) -> None:
    import windows

    assert windows.numbers(version) == four


def test_that_a_wheel_cannot_write_outside_its_folder(installer: Path, tmp_path: Path) -> None:
    import windows

    path = tmp_path / "bad-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("fine.py", "x = 1\n")
        archive.writestr("bad-1.data/purelib/inside.py", "")
        archive.writestr("bad-1.data/scripts/run.py", "")
    windows.unpack(path, tmp_path / "lib")
    assert sorted(p.name for p in (tmp_path / "lib").iterdir()) == ["fine.py", "inside.py"]

    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../outside.py", "")
    with pytest.raises(SystemExit, match="outside its folder"):
        windows.unpack(path, tmp_path / "lib")


def test_that_signing_is_skipped_with_a_plain_message(
    installer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: object
) -> None:
    import windows

    monkeypatch.delenv("SJOGREN_SIGN_COMMAND", raising=False)

    windows.sign(plan(tmp_path, "windows"), tmp_path / "setup.exe")

    told = capsys.readouterr().out  # type: ignore[attr-defined]
    assert "setup.exe is not signed: no certificate is configured" in told


def test_that_modules_run_without_their_source(installer: Path, tmp_path: Path) -> None:
    import windows

    package = tmp_path / "lib" / "here"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").write_text("from here.inside import name\n", encoding="utf-8")
    (package / "inside.py").write_text("name = __file__\n1 / 0\n", encoding="utf-8")
    (package / "data" / "table.csv").write_text("1\n", encoding="utf-8")
    (package / "entry.py").write_text("pass\n", encoding="utf-8")
    (package / "template.py").write_text("this is { no Python\n", encoding="utf-8")

    windows.compile_modules(tmp_path / "lib", named_from=tmp_path)

    left = sorted(p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file())
    assert left == [
        *("__init__.pyc", "data/table.csv", "entry.py", "entry.pyc", "inside.pyc", "template.py"),
    ]
    ran = subprocess.run(
        [sys.executable, "-c", "import here"],
        env={"PYTHONPATH": str(tmp_path / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "ZeroDivisionError" in ran.stderr
    assert f'"lib{os.sep}here{os.sep}inside.py", line 2' in ran.stderr  # no path of the build
    assert str(tmp_path) not in ran.stderr


def compiled_installer(installer: Path, tmp_path: Path, **environment: str) -> bytes:
    """Compile the installer of the folder "source" without a warning; return its content."""
    output = tmp_path / "sjogren-desktop-1.2.3-setup.exe"
    values = {
        "VERSION": "1.2.3",
        "NUMBERS": "1.2.3.0",
        "SOURCE": tmp_path / "source",
        "OUTPUT": output,
        "SIZE_KB": 1,
        "ICON": ICONS / "sjogren-desktop.ico",
        "LICENCE": ROOT / "LICENSE",
    }
    ran = subprocess.run(
        [
            *("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"),
            *(f"-D{name}={value}" for name, value in values.items()),
            str(installer / "windows" / "sjogren.nsi"),
        ],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return output.read_bytes()


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_that_the_installer_of_windows_compiles_without_a_warning(
    installer: Path, tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "sjogren-desktop.exe").write_bytes(b"MZ")

    content = compiled_installer(installer, tmp_path)

    assert "asInvoker" in content.decode("latin-1")  # asks for no administrator rights
    if Path("/usr/share/nsis/Stubs/lzma_solid-amd64-unicode").exists():
        (header,) = struct.unpack_from("<I", content, 60)
        assert struct.unpack_from("<H", content, header + 4)[0] == 0x8664  # a 64-bit program


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_that_the_same_files_give_the_same_installer(installer: Path, tmp_path: Path) -> None:
    made = []
    for place, order in (("one", range(20)), ("other", range(19, -1, -1))):
        source = tmp_path / place / "source"
        source.mkdir(parents=True)
        for n in order:
            (source / f"{n}.txt").write_text(f"{n}", encoding="utf-8")
            os.utime(source / f"{n}.txt", (n, n + len(place)))
        made.append(compiled_installer(installer, tmp_path / place))

    assert made[0] == made[1]


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="NSIS finds its files by a variable there")
def test_that_an_nsis_without_64_bit_stubs_makes_the_installer_too(
    installer: Path, tmp_path: Path
) -> None:
    own = tmp_path / "nsis"
    shutil.copytree("/usr/share/nsis", own, ignore=shutil.ignore_patterns("*amd64*"))
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "sjogren-desktop.exe").write_bytes(b"MZ")

    content = compiled_installer(installer, tmp_path, NSISDIR=str(own))

    (header,) = struct.unpack_from("<I", content, 60)
    assert struct.unpack_from("<H", content, header + 4)[0] == 0x014C  # a 32-bit program


def test_that_whatever_the_program_remembers_is_removed_with_it(installer: Path) -> None:
    import entry

    from sjogren_desktop.gui import crash_reports, session, settings

    windows = (installer / "windows" / "sjogren.nsi").read_text(encoding="utf-8")
    linux = (installer / "linux" / "uninstall.sh").read_text(encoding="utf-8")
    fonts = entry.fonts_folder("linux", {}, Path("/users/zoë"))
    for name in (
        settings.layouts_file().name,
        crash_reports.reports_folder().name,
        fonts.name,
        *re.findall(r'"(session\.\w+)"', Path(session.__file__).read_text(encoding="utf-8")),
    ):
        assert f"Sjogren Desktop\\{name}" in windows, name
        assert f"/{name}" in linux, name


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("told", "signed"),
    [
        ("Valid\\nCN=X, O=Python Software Foundation, L=Beaverton, C=US", True),
        ("Valid\\nCN=Microsoft, O=Microsoft Corporation, L=Redmond, C=US", True),
        ("HashMismatch\\nCN=X, O=Python Software Foundation, L=Beaverton, C=US", False),
        ("Valid\\nCN=O=Python Software Foundation Ltd, O=Somebody, C=US", False),
        ("NotSigned\\n", False),
        ("", False),
    ],
)
def test_that_windows_itself_is_asked_for_the_signature(
    installer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, signed: bool
) -> None:
    # What is asked can be tested on Windows only; here, what is made of the answer.
    import windows

    stand_in = tmp_path / "powershell"
    stand_in.write_text(
        f'#!/bin/sh\nif [ -n "$PSModulePath" ]; then exit 1; fi\n'
        f'test "$SIGNED_FILE" = "/x/python312.dll" || exit 1\nprintf "{told}\\n"\n',
        encoding="utf-8",
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("PSModulePath", "modules of another PowerShell")

    assert windows._signed_for_windows(Path("/x/python312.dll")) is signed


# ------------------------------------------------------------------ macOS


def test_that_macos_is_told_of_the_study_type_dark_mode_and_screens(installer: Path) -> None:
    import plist

    info = plistlib.loads(plistlib.dumps(plist.info("1.10.0rc1")))

    assert info["CFBundleShortVersionString"] == "1.10.0rc1"
    assert info["CFBundleVersion"] == "1.10.0"
    assert info["NSHighResolutionCapable"] is True
    assert info["NSRequiresAquaSystemAppearance"] is False
    (kind,) = info["CFBundleDocumentTypes"]
    (declared,) = info["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["sjd"]
    assert (ICONS / kind["CFBundleTypeIconFile"]).is_file()


def test_that_the_entitlements_allow_one_thing_only(installer: Path) -> None:
    allowed = plistlib.loads((installer / "macos" / "entitlements.plist").read_bytes())

    assert allowed == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


# ------------------------------------------------------------------ agreement


def test_that_every_system_opens_the_same_kind_of_file(installer: Path) -> None:
    desktop = (installer / "linux" / "sjogren-desktop.desktop").read_text(encoding="utf-8")
    mime = (installer / "linux" / "sjogren-desktop.xml").read_text(encoding="utf-8")
    script = (installer / "windows" / "sjogren.nsi").read_text(encoding="utf-8")

    (kind,) = re.findall(r"MimeType=(.+);", desktop)
    assert f'type="{kind}"' in mime
    assert 'pattern="*.sjd"' in mime
    assert r"Software\Classes\.sjd" in script


def test_that_the_release_workflow_calls_the_one_entry(installer: Path) -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")

    assert "python installer/build.py --target" in workflow
    for package in ("linux", "windows", "macos-apple", "macos-intel"):
        assert package in workflow
