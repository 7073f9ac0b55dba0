"""Files of every earlier format open; those of a later one are left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study import store
from sjogren_desktop.study.store import schema
from tests.study.store.making import PASSPHRASE, edit, note, tampered

KEPT = Path(__file__).parent / "data"
"""``version-N.sjd``, written by the program of that format with ``make_kept_file.py``."""


def kept_files() -> list[int]:
    return sorted(int(p.stem.removeprefix("version-")) for p in KEPT.glob("version-*.sjd"))


@pytest.fixture
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.sjd"
    shutil.copy(KEPT / f"version-{request.param}.sjd", path)
    path.chmod(0o644)
    return path


def test_that_a_file_of_every_format_is_kept() -> None:
    assert kept_files() == list(range(1, schema.VERSION + 1))


@pytest.mark.parametrize("old", kept_files(), indirect=True)
def test_that_a_file_of_an_earlier_format_opens_with_all_it_holds(old: Path) -> None:
    with store.open_file(old, passphrase=PASSPHRASE, who="Bea") as file:
        assert file.read_only == ""
        assert file.findings == ()
        study = file.study()
        assert study is not None
        assert len(study.adsl) == 60
        assert study.dataset("ADQS").frame["AVAL"].sum() == SUM_OF_AVAL
        assert [e.new for e in file.scores.edits] == [2.0, 3.0]
        assert file.document("mapping", "site") == {"Visite": "AVISIT"}
        assert file.document("options", "mmrm_change") == {"visit": "Week 12"}
        assert [r.analysis for r in file.results()] == ["mmrm_change"]
        assert file.source_contents(1, "adsl.csv") == b"USUBJID\n"
        last = file.trail[-1]
        was_old = last.what == "Format brought forward"
        of_format = int(last.old.removeprefix("format ")) if was_old else schema.VERSION
        assert len(file.notes.notes) == len(file.unblindings.records) == (of_format >= 2)
        assert len(file.events.event_edits) == (of_format >= 3)
        file.scores.record([edit("S1-003", reason="")])
        file.notes.record(note())

    with store.open_file(old, passphrase=PASSPHRASE) as again:
        assert len(again.scores.edits) == 3
        assert again.notes.notes[-1] == note()
        assert again.findings == ()


@pytest.mark.parametrize("old", kept_files(), indirect=True)
def test_that_a_file_of_an_earlier_format_is_not_changed_by_looking(old: Path) -> None:
    before = old.read_bytes()

    with store.open_file(old, passphrase=PASSPHRASE, read_only=True) as file:
        assert file.study() is not None
        assert len(file.scores.edits) == 2
        with pytest.raises(AnalysisError, match="read only"):
            file.scores.record([edit("S1-003", reason="")])

    assert old.read_bytes() == before


@pytest.mark.parametrize("old", [schema.VERSION], indirect=True)
def test_that_a_file_of_a_later_format_is_told_and_left_alone(old: Path) -> None:
    tampered(old, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = old.read_bytes()

    with pytest.raises(AnalysisError, match="newer version of this program"):
        store.open_file(old, passphrase=PASSPHRASE)

    assert old.read_bytes() == before


SUM_OF_AVAL = 2222.0
