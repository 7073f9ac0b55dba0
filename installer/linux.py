"""The Linux package: a compressed archive with the program and its installing script."""

from __future__ import annotations

import lzma
import os
import platform
import re
import shutil
import struct
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build import Plan
    from notices import Part

FILES = Path(__file__).resolve().parent / "linux"
ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
PROGRAM = "sjogren-desktop"
_OF_THE_SYSTEM = re.compile(r"(/usr)?/lib(64|/[\w-]+-linux-gnu\w*)?/[^/]+")
"""Where libraries lie that every program finds."""


def program_in(folder: Path) -> Path:
    """Return the executable in the frozen folder."""
    return folder / PROGRAM


def trim(folder: Path) -> None:
    """Take tables of other languages out of ICU, and debugging symbols out of Python.

    A file whose segments would no longer lie on pages stays as it is, and so does all
    that was linked anew for its wheel: stripping breaks SciPy's linear algebra.
    """
    import icu

    inside = folder / "_internal"
    for library in sorted(inside.glob("PySide6/Qt/lib/libicudata.so.*")):
        icu.trim(library)
    for path in sorted([*inside.glob("libpython3*.so*"), *inside.rglob("*.cpython-3*.so")]):
        aside = path.with_suffix(".stripped")
        subprocess.run(["strip", "--strip-unneeded", "-o", str(aside), str(path)], check=True)
        if aside.stat().st_size < path.stat().st_size and loads_on_pages(aside.read_bytes()):
            aside.chmod(path.stat().st_mode)
            aside.replace(path)
        else:
            aside.unlink()


def system_parts(folder: Path) -> list[Part]:
    """Return the libraries of the build's own system that were packed too.

    PyInstaller takes along what the wheels link to. On Debian and its relatives the
    package of each, its version and its terms are told; elsewhere the files are named.
    """
    import notices

    inside = sorted((folder / "_internal").glob("*.so*"))
    names = [p.name for p in inside if not p.is_symlink() and not p.name.startswith("libpython")]
    packages = _debian_packages(names)
    found: dict[str, Part] = {}
    for library in names:
        package = packages.get(library, "")
        if not package:
            found[library] = notices.Part(library, "0", "see its package", source="generic")
            continue
        name = package.split(":")[0]
        version = _told(["dpkg-query", "-W", "-f=${Version}", package])
        terms = Path("/usr/share/doc") / name / "copyright"
        text = terms.read_text(encoding="utf-8", errors="replace") if terms.is_file() else ""
        stated = sorted(set(re.findall(r"^License: (\S+)", text, re.MULTILINE)))
        licence = ", ".join(stated) or "see its text"
        texts = (text.strip(),) if text.strip() else ()
        found[name] = notices.Part(name, version, licence, texts=texts, source="deb/debian")
    return list(found.values())


def _debian_packages(libraries: list[str]) -> dict[str, str]:
    """Return the packages that libraries of this system belong to, as far as they are known."""
    if not libraries or shutil.which("dpkg-query") is None:
        return {}
    found: dict[str, str] = {}
    for line in _told(["dpkg-query", "-S", *(f"*/{name}" for name in libraries)]).splitlines():
        package, _, path = line.partition(": ")
        # A program may have a copy of its own in a folder of its own.
        if _OF_THE_SYSTEM.fullmatch(path) and "," not in package:
            found.setdefault(Path(path).name, package)
    return found


def _told(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def loads_on_pages(content: bytes) -> bool:
    """Say whether each loaded segment of a 64-bit ELF file can be mapped where it should be."""
    (start,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    for n in range(count):
        kind, _, offset, address, _, _, _, align = struct.unpack_from(
            "<IIQQQQQQ", content, start + n * size
        )
        if kind == 1 and align and offset % align != address % align:
            return False
    return True


def package(plan: Plan, folder: Path) -> Path:
    """Pack the frozen folder with the script that installs it; equal input, equal bytes."""
    import build

    stage = plan.work / "stage" / f"{PROGRAM}-{plan.version}"
    shutil.rmtree(stage.parent, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copytree(folder, stage / "program", symlinks=True)
    share = stage / "program" / "share"
    share.mkdir()
    for path in (
        FILES / "sjogren-desktop.desktop",
        FILES / "sjogren-desktop.xml",
        *sorted(ICONS.glob("*.svg")),
        *sorted(ICONS.glob("*.png")),
    ):
        shutil.copyfile(path, share / path.name)
    (stage / "program" / "VERSION").write_text(f"{plan.version}\n", encoding="utf-8")
    for name, place in (("install.sh", stage), ("uninstall.sh", stage / "program")):
        shutil.copyfile(FILES / name, place / name)
        (place / name).chmod(0o755)
    library, version = platform.libc_ver()
    text = (FILES / "README.txt").read_text(encoding="utf-8")
    text = text.replace("@LIBC@", f"{library} {version}")
    (stage / "README.txt").write_text(text, encoding="utf-8")
    archive = plan.output / f"{build.package_stem(plan)}.tar.xz"
    _pack(stage, archive, epoch=plan.epoch)
    return archive


def _pack(folder: Path, archive: Path, *, epoch: int) -> None:
    """Write a folder as tar.xz with sorted names, one date, no owner."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mtime = epoch
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    aside = archive.with_suffix(".part")
    with (
        lzma.open(aside, "wb", preset=6) as stream,
        tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as tar,
    ):
        tar.add(folder, arcname=folder.name, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            tar.add(path, arcname=name, recursive=False, filter=plain)
    aside.replace(archive)


def try_installation(plan: Plan, archive: Path) -> None:
    """Install for an invented user, test, install again, remove, and look at what is left."""
    import build

    with tempfile.TemporaryDirectory(prefix="sjogren-install-") as place:
        home, unpacked = Path(place) / "hóme ü", Path(place) / "unpacked"
        home.mkdir()
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked, filter="tar")
        study = home / "studies" / "mine.sjd"
        study.parent.mkdir()
        study.write_bytes(b"kept")
        settings = home / ".config" / "Sjogren Desktop" / "Sjogren Desktop.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text("[General]\ntheme=dark\n", encoding="utf-8")
        env = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        script = unpacked / f"{PROGRAM}-{plan.version}" / "install.sh"
        for attempt in ("first", "again"):
            subprocess.run(["sh", str(script)], env=env, check=True, stdout=subprocess.DEVNULL)
            if not settings.is_file():
                raise SystemExit(f"Installing ({attempt}) did not keep the settings.")
        installed = home / ".local" / "bin" / PROGRAM
        build.self_test([installed], plan, "installed")
        remove = home / ".local" / "opt" / PROGRAM / "uninstall.sh"
        subprocess.run(["sh", str(remove)], env=env, check=True, stdout=subprocess.DEVNULL)
        left = sorted(p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file())
        if left != ["studies/mine.sjd"]:
            raise SystemExit(f"Removing left behind or took too much: {left}")
        build.say("Installed twice, tested, removed: only the user's study is left")
