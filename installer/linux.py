"""The Linux package: a compressed archive with the program and its installing script."""

from __future__ import annotations

import lzma
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build import Plan

FILES = Path(__file__).resolve().parent / "linux"
ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
PROGRAM = "sjogren-desktop"


def program_in(folder: Path) -> Path:
    """Return the executable in the frozen folder."""
    return folder / PROGRAM


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
    shutil.copyfile(FILES / "README.txt", stage / "README.txt")
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
