"""What differs between two runs, and the reason that is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sjogren_desktop.export import rerun
from sjogren_desktop.export.bundle import export_all
from sjogren_desktop.export.displays import Run
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table

RUN = Run(datetime(2026, 3, 1, 9, 30, tzinfo=UTC), inputs={"s/adsl.csv": "a" * 64})


def result(mean: float | None, **options: object) -> Result:
    rows = (
        Row(("Week 4",), (Cell((Stat("mean", mean), Stat("sd", 1.5))),), {"AVISIT": "Week 4"}),
        Row(("Week 8",), (Cell((Stat("mean", 2.0),)),), {"AVISIT": "Week 8"}),
    )
    table = Table("t", "T", ("Visit",), (Column("A|B", {"ARM": "A|B"}),), rows)
    return Result("mmrm_change", "MMRM", "S1", "FAS", "", (table,), options=options)


def report(folder: Path, *runs: tuple[Result, Run]) -> str:
    for one, run in runs:
        export_all([one], folder, run=run)
    return (folder / rerun.CHANGES).read_text(encoding="utf-8")


def test_that_the_first_run_has_nothing_to_compare(tmp_path: Path) -> None:
    export_all([result(1.0)], tmp_path, run=RUN)

    assert not (tmp_path / rerun.CHANGES).exists()
    assert (tmp_path / rerun.RECORD).exists()


def test_that_the_same_run_again_says_so(tmp_path: Path) -> None:
    text = report(tmp_path, (result(1.0, level=95), RUN), (result(1.0, level=95), RUN))

    assert "All numbers are the same." in text
    assert text.count("No difference.") == 5


def test_that_options_within_options_are_the_same_when_read_back(tmp_path: Path) -> None:
    drawn = {"names": ("A", "B"), "edges": ((0, 1, 0.5),)}
    runs = ((result(1.0, drawn=drawn), RUN), (result(1.0, drawn=drawn), RUN))

    assert "All numbers are the same." in report(tmp_path, *runs)


def test_that_a_changed_file_is_named_as_the_reason(tmp_path: Path) -> None:
    other = replace(RUN, inputs={"s/adsl.csv": "b" * 64, "s/adae.csv": "c" * 64})
    text = report(tmp_path, (result(1.0), RUN), (result(1.25), other))

    assert "1 number differs. The reason is among the differences in data." in text
    assert "- s/adsl.csv: aaaaaaaaaaaaaaaa -> bbbbbbbbbbbbbbbb" in text
    assert "- s/adae.csv: new" in text
    line = "| mmrm_change S1 t Week 4 A\\|B mean | 1.0 | 1.25 | 1.00 | 1.25 |"
    assert line in text


def test_that_a_changed_option_is_named_as_the_reason(tmp_path: Path) -> None:
    text = report(
        tmp_path,
        (result(1.0, visits=("Week 4",), level=95), RUN),
        (result(None, visits=("Week 4", "Week 8"), level=95), RUN),
    )

    assert '- mmrm_change S1: visits ["Week 4"] -> ["Week 4", "Week 8"]' in text
    assert "| 1.0 | not estimable | 1.00 | NE |" in text
    assert "differences in options" in text


def test_that_a_difference_without_a_reason_is_a_warning(tmp_path: Path) -> None:
    text = report(tmp_path, (result(1.0), RUN), (result(1.1), RUN))

    assert "Neither data nor options nor versions differ" in text


def test_that_the_last_bits_of_a_sum_are_no_difference(tmp_path: Path) -> None:
    text = report(tmp_path, (result(0.1 + 0.2), RUN), (result(0.3), RUN))

    assert "All numbers are the same." in text


def test_that_analyses_that_came_or_went_are_told(tmp_path: Path) -> None:
    other = replace(result(1.0), analysis="ancova_visit")
    text = report(tmp_path, (result(1.0), RUN), (other, RUN))

    assert "- mmrm_change S1: not run any more" in text
    assert "- ancova_visit S1: run for the first time" in text
    assert text.count("| absent |") > 2


@pytest.mark.parametrize("damage", ["", "[]", "{", "null"])
def test_that_an_unreadable_record_does_not_keep_results_from_being_written(
    tmp_path: Path, damage: str
) -> None:
    (tmp_path / rerun.RECORD).write_text(damage, encoding="utf-8")
    (tmp_path / "results.json").write_text("[]", encoding="utf-8")

    export_all([result(1.0)], tmp_path, run=RUN)

    assert not (tmp_path / rerun.CHANGES).exists()


def test_that_long_reports_are_cut(tmp_path: Path) -> None:
    rows = tuple(Row((str(i),), (Cell((Stat("mean", float(i)),)),), {"I": i}) for i in range(250))
    many = replace(result(1.0), tables=(Table("t", "T", ("I",), (Column("M"),), rows),))
    text = report(tmp_path, (result(1.0), RUN), (many, RUN))

    assert "and 53 more." in text
