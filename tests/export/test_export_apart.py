"""Exports by another process: the same files, and nothing unfinished when it is stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sjogren_desktop.analyses import beside
from sjogren_desktop.export import files
from sjogren_desktop.export.deidentified import write_deidentified
from sjogren_desktop.export_apart import Look, deidentified_data, everything, report, write_apart
from sjogren_desktop.results import AnalysisError, Cancelled, Progress, no_progress
from tests.demo_study import demo_study
from tests.samples import sample_ae_result, sample_mmrm_result

RESULTS = (sample_mmrm_result(), sample_ae_result())


def _stay_at_half(folder: Path, progress: Progress) -> None:
    def write(aside: Path) -> None:
        aside.write_bytes(b"half")
        aside.with_name(aside.name.replace(".xlsx", "")).mkdir()
        progress(0.5, "half")
        time.sleep(60)

    files.write_aside(folder / "results.xlsx", write)


def _refuse(progress: Progress) -> None:
    raise AnalysisError("The disk is full.")


def _cancel_at_half(fraction: float, message: str) -> None:
    if fraction >= 0.5:
        raise Cancelled


def test_that_a_process_writes_what_a_thread_does(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("thread", "process")]
    look = Look(formats=("rtf",), inputs={"adsl.csv": "a" * 64})
    ways: tuple[beside.Do, ...] = (beside.here, beside.apart)
    written = [
        write_apart(do, [folder], everything, RESULTS, folder, look, progress=no_progress)
        for do, folder in zip(ways, folders, strict=True)
    ]

    names = [sorted(str(p.relative_to(f)) for p in f.rglob("*")) for f in folders]
    assert names[0] == names[1]
    assert "results.rtf" in names[0]
    assert written[1].workbook == folders[1] / "results.xlsx"
    assert len(written[1].figures) == len(written[0].figures) > 0
    for name in ("results.json", "ard.csv", "reconciliation.txt"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()
    assert json.loads((folders[1] / "run.json").read_text())["inputs"] == dict(look.inputs)


def test_that_a_process_writes_a_report(tmp_path: Path) -> None:
    path = tmp_path / "results.docx"
    write_apart(beside.apart, [tmp_path], report, RESULTS[:1], path, Look(), progress=no_progress)

    assert path.read_bytes()[:2] == b"PK"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_process_writes_data_without_what_identifies(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    study = demo_study()
    count, cells = write_apart(
        beside.apart, [tmp_path], deidentified_data, study, folder, progress=no_progress
    )

    assert count == len(study.datasets)
    assert cells > 0
    assert len(list((folder / "data").glob("*.csv"))) == count
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_that_nothing_unfinished_is_left_when_it_is_cancelled(tmp_path: Path) -> None:
    (tmp_path / ".kept-1234").write_bytes(b"of another program")
    began = time.monotonic()
    with pytest.raises(Cancelled):
        write_apart(beside.apart, [tmp_path], _stay_at_half, tmp_path, progress=_cancel_at_half)

    assert time.monotonic() - began < 30
    assert [p.name for p in tmp_path.iterdir()] == [".kept-1234"]


def test_that_data_are_put_aside_under_the_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "sjogren_desktop.export.deidentified.without_formulas",
        lambda frame: seen.extend(p.name for p in tmp_path.iterdir()) or (frame, {}),
    )

    def write(progress: Progress) -> None:
        from sjogren_desktop.study.deidentify import deidentify

        write_deidentified(tmp_path / "data", deidentify(demo_study()), progress=progress)

    with files.marked("abcd1234"):
        write(no_progress)

    assert seen
    assert all(name.startswith(".data-abcd1234") for name in seen)


@pytest.mark.parametrize("do", [beside.here, beside.apart])
def test_that_a_reason_comes_through(do: Callable[..., object], tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"^The disk is full\.$"):
        write_apart(do, [tmp_path], _refuse, progress=no_progress)  # type: ignore[arg-type]
