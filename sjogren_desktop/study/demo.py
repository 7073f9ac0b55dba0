"""The demonstration study that is shipped with the program.

It is synthetic: no record belongs to a patient. ``resources/demo/README.md``
says what was calibrated to which published figure and what is invented; the
generator stands beside it.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError

MARKER = "SYNTHETIC-DEMONSTRATION-STUDY.txt"
"""File at the top of the demonstration study by which it is known again."""


def demo_files() -> Path:
    """Return the zip archive with the demonstration study, one folder a study."""
    return resource_path("demo", "neptunus_like.zip")


def write_demo(folder: Path) -> list[Path]:
    """Unpack the demonstration study into a folder and return the files written.

    The files are unpacked beside the folder first and moved into place when all
    are there. A folder that already holds the demonstration study is replaced.

    Raises
    ------
    AnalysisError
        If the folder holds anything else, or cannot be written.
    """
    folder = folder.absolute()
    if folder.exists():
        _check_replaceable(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            with zipfile.ZipFile(demo_files()) as archive:
                names = archive.namelist()
                archive.extractall(aside)
            if folder.exists():
                shutil.rmtree(folder)
            aside.replace(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        # mkdtemp keeps others out; the study is for everyone the folder is for.
        folder.chmod(0o755)
    except (OSError, zipfile.BadZipFile) as error:
        raise AnalysisError(
            f"The demonstration study could not be written to {folder}: {error}. "
            "Choose a folder you may write to."
        ) from error
    return [folder / name for name in names]


def _check_replaceable(folder: Path) -> None:
    if not folder.is_dir():
        raise AnalysisError(f"{folder} is a file. Choose a folder for the demonstration study.")
    found = sorted(p.name for p in folder.iterdir())
    own = _own_names() if MARKER in found else set()
    foreign = [name for name in found if name not in own]
    if foreign:
        raise AnalysisError(
            f"{folder} holds other files ({foreign[0]}), which are left alone. "
            "Choose an empty or new folder for the demonstration study."
        )


def _own_names() -> set[str]:
    with zipfile.ZipFile(demo_files()) as archive:
        return {name.split("/")[0] for name in archive.namelist()}
