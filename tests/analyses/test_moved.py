"""Results run again on a newer cut: what moved, by how much, and what could not be run."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.moved import compare_results, rerun
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table
from sjogren_desktop.study.data import StudyData
from tests.studies import small_study


def result(value: float | None, *, header: str = "Active\n(N=10)") -> Result:
    cell = Cell((Stat("estimate", value, 1),))
    table = Table("t", "Means", ("Visit",), (Column(header),), (Row(("Week 4",), (cell,)),))
    return Result("x", "Change", "S", "All", "", (table,))


def test_that_equal_results_do_not_move() -> None:
    assert compare_results(result(1.25), result(1.25)).moved == ()


def test_that_a_moved_number_is_named_with_both_values() -> None:
    (moved,) = compare_results(result(1.25), result(-2.5)).moved

    assert (moved.table, moved.row, moved.column, moved.statistic) == (
        "Means", "Week 4", "Active", "estimate",
    )  # fmt: skip
    assert (moved.old, moved.new) == (1.25, -2.5)
    assert moved.seen


def test_that_a_move_in_further_digits_is_not_seen() -> None:
    (moved,) = compare_results(result(1.2), result(1.2000001)).moved

    assert not moved.seen


def test_that_another_number_of_subjects_is_no_other_column() -> None:
    assert compare_results(result(1.0), result(1.0, header="Active\n(N=11)")).moved == ()


def test_that_a_number_no_longer_estimable_moves() -> None:
    (moved,) = compare_results(result(1.0), result(None)).moved

    assert (moved.old, moved.new) == (1.0, None)


@pytest.fixture(scope="module")
def older() -> StudyData:
    return small_study()


def shifted(study: StudyData) -> StudyData:
    """Return the study with one subject's values changed."""
    made = []
    for dataset in study.datasets:
        frame = dataset.frame
        if dataset.kind == "BDS":
            frame = frame.copy()
            one = frame["USUBJID"] == frame["USUBJID"].iloc[0]
            for column in ("AVAL", "CHG"):
                if column in frame:
                    frame[column] = frame[column] + pd.Series(one, frame.index) * 1.0
        made.append(dataclasses.replace(dataset, frame=frame))
    return StudyData(tuple(made))


def test_that_an_analysis_of_the_catalogue_is_run_again(older: StudyData) -> None:
    analysis = catalogue.find("ancova_visit")
    old = catalogue.run(analysis, older, {})

    (same,) = rerun([old], older)
    (other,) = rerun([old], shifted(older))

    assert (same.moved, same.failure) == ((), "")
    assert same.numbers > 3
    assert any(m.statistic == "estimate" for m in other.moved)


def test_that_a_result_the_newer_cut_cannot_give_says_why(older: StudyData) -> None:
    old = catalogue.run(catalogue.find("ancova_visit"), older, {})
    without = StudyData(tuple(d for d in older.datasets if d.kind != "BDS"))

    (failed,) = rerun([old], without)

    assert failed.failure.endswith(".")
    assert failed.moved == ()
