"""Cancel is heard amid a very large table, whatever it is written to, and nothing is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sjogren_desktop.export.ard import ard_csv, reporting_event
from sjogren_desktop.export.records import write_records
from sjogren_desktop.export.report import now, write_report
from sjogren_desktop.results import Cancelled, Cell, Column, Progress, Result, Row, Stat, Table
from tests.samples import sample_mmrm_result

ROWS = 1000
"""Rows of one table; progress is asked every 200 of them."""


@pytest.fixture(scope="module")
def result() -> Result:
    """A result with one large table and no figure."""
    rows = tuple(
        Row((f"Subject {n}",), (Cell((Stat("mean", n / 7, 2),)),), {"SUBJECT": str(n)})
        for n in range(ROWS)
    )
    table = Table("large", "A large table", ("Subject",), (Column("Drug\nMean"),), rows)
    return replace(sample_mmrm_result(), tables=(table,), figures=())


def report(name: str, folder: Path, result: Result, progress: Progress) -> None:
    write_report(folder / name, [result], progress=progress)


def records(folder: Path, result: Result, progress: Progress) -> None:
    write_records(folder / "results.json", [result], progress=progress)


def data(folder: Path, result: Result, progress: Progress) -> None:
    ard_csv([result], progress)


def event(folder: Path, result: Result, progress: Progress) -> None:
    reporting_event([result], now(), progress)


FORMATS = {
    **{end: partial(report, f"r.{end}") for end in ("xlsx", "docx", "rtf", "pdf", "html")},
    "records": records,
    "ard": data,
    "ars": event,
}


@pytest.mark.parametrize("kind", FORMATS)
def test_that_each_step_within_a_table_can_be_cancelled(
    kind: str, result: Result, tmp_path: Path
) -> None:
    write: Callable[[Path, Result, Progress], None] = FORMATS[kind]
    asked = 0

    def count(fraction: float, message: str) -> None:
        nonlocal asked
        asked += 1

    write(tmp_path, result, count)
    for path in tmp_path.iterdir():
        path.unlink()
    # A few for the report as a whole; the others are within its only table.
    assert asked >= ROWS // 200

    for last in {2, asked // 2, asked - 1}:
        left = last

        def stop(fraction: float, message: str) -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                raise Cancelled

        with pytest.raises(Cancelled):
            write(tmp_path, result, stop)
        assert not list(tmp_path.iterdir())
