"""What an import unpacked is gone afterwards, also where the program was killed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from sjogren_desktop.results import Cancelled
from sjogren_desktop.study import scratch
from sjogren_desktop.study.load import open_study
from tests.conftest import ROOT
from tests.study.test_load import ADSL

KILLED = """
import os, sys, tempfile
from pathlib import Path
tempfile.tempdir = sys.argv[1]
from sjogren_desktop.study.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "adsl.csv").write_text("S1-001")
    os._exit(9)
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "study.zip", "w") as packed:
        packed.writestr("adsl.csv", ADSL)
    return tmp_path / "study.zip"


def test_that_an_import_leaves_nothing(place: Path, archive: Path) -> None:
    open_study([archive])

    assert list(place.iterdir()) == []


def test_that_a_cancelled_import_leaves_nothing(place: Path, archive: Path) -> None:
    def cancel(fraction: float, message: str) -> None:
        if message.startswith("Interpreting"):
            raise Cancelled

    with pytest.raises(Cancelled):
        open_study([archive], progress=cancel)

    assert list(place.iterdir()) == []


def test_that_the_next_import_removes_what_a_killed_one_left(place: Path, archive: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(place)], cwd=ROOT, check=False)
    left = [p.name for p in place.rglob("*.csv")]

    open_study([archive])

    assert left == ["adsl.csv"]
    assert list(place.iterdir()) == []


def test_that_the_folder_of_another_import_stays(place: Path, archive: Path) -> None:
    with scratch.scratch_folder() as other:
        (other / "adsl.csv").write_text("S1-001")
        open_study([archive])

        assert (other / "adsl.csv").exists()


def test_that_no_folder_of_another_name_is_touched(place: Path, archive: Path) -> None:
    mine = place / "sjogren-trial-data"
    mine.mkdir()

    open_study([archive])

    assert mine.exists()


@pytest.mark.parametrize("how", ["removed", "locked"])
def test_that_a_folder_another_import_took_for_a_leftover_is_made_anew(
    how: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, folders = scratch.lock.acquire, []

    def acquire(path: Path, who: str) -> object:
        folders.append(path.parent)
        if len(folders) > 1:
            return own(path, who)
        if how == "locked":
            return scratch.lock.Holder()
        path.parent.rmdir()
        return own(path, who)

    monkeypatch.setattr(scratch.lock, "acquire", acquire)

    with scratch.scratch_folder() as folder:
        assert folder == folders[1] != folders[0]
        assert folder.is_dir()
