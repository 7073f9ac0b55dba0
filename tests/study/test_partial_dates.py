"""Partial dates: what is completed, to what, and how it is flagged."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.partial_dates import complete_end, complete_start, full_dates
from sjogren_desktop.study.visits import (
    Window,
    assign_windows,
    study_day,
    visit_number,
    windows_between,
)

DOSE = "2024-03-15"


@pytest.mark.parametrize(
    ("start", "end", "date", "flag"),
    [
        ("2024-03-20", None, "2024-03-20", ""),
        ("2024-03-20T08:15", None, "2024-03-20", ""),
        ("2024-03", None, "2024-03-15", "D"),
        ("2024-03", "2024-03-10", "2024-03-01", "D"),
        ("2024-02", None, "2024-02-01", "D"),
        ("2024-04", None, "2024-04-01", "D"),
        ("2024", None, "2024-03-15", "M"),
        ("2024", "2024-02-02", "2024-01-01", "M"),
        ("2023", None, "2023-01-01", "M"),
        ("2024---05", None, "2024-03-15", "M"),
        ("2024-02-30", None, None, ""),
        ("2024-13", None, None, ""),
        ("--03-05", None, None, ""),
        ("unknown", None, None, ""),
        (None, None, None, ""),
    ],
)
def test_that_a_start_is_completed_by_the_stated_rule(
    start: str | None, end: str | None, date: str | None, flag: str
) -> None:
    dose = np.array([DOSE], dtype="datetime64[D]")
    known_end = full_dates(pd.Series([end], dtype="str"))

    done = complete_start(pd.Series([start], dtype="str"), dose, known_end)

    assert np.array_equal(done.dates, np.array([date or "NaT"], "datetime64[D]"), equal_nan=True)
    assert done.flags.tolist() == [flag]


@pytest.mark.parametrize(
    ("end", "date", "flag"),
    [
        ("2024-02", "2024-02-29", "D"),
        ("2023-02", "2023-02-28", "D"),
        ("2024", "2024-12-31", "M"),
        ("2024-12", "2024-12-31", "D"),
        ("2024-03-20", "2024-03-20", ""),
    ],
)
def test_that_an_end_is_the_last_day_it_can_be(end: str, date: str, flag: str) -> None:
    done = complete_end(pd.Series([end], dtype="str"))

    assert done.dates.astype(str).tolist() == [date]
    assert done.flags.tolist() == [flag]


def test_that_there_is_no_study_day_zero() -> None:
    dates = np.array(["2024-03-14", "2024-03-15", "2024-03-16", "NaT"], dtype="datetime64[D]")

    days = study_day(dates, np.full(4, np.datetime64(DOSE)))

    assert days[:3].tolist() == [-1, 1, 2]
    assert np.isnan(days[3])


@pytest.mark.parametrize(
    ("label", "week"),
    [("WEEK 24", 24), ("Wk 4", 4), ("Woche 12", 12), ("W8", 8), ("Baseline", 0), ("Day 1", 0),
     ("Day 29", 4), ("Month 6", 26), ("Screening 2", -1)],
)  # fmt: skip
def test_that_labels_of_visits_name_their_week(label: str, week: float) -> None:
    assert visit_number(label) == week


def test_that_windows_meet_half_way_and_leave_no_day_out() -> None:
    windows = windows_between([("Week 4", 4), ("Week 8", 8), ("Week 12", 12)])

    assert [(w.first, w.target, w.last) for w in windows] == [
        (-28, 1, 1), (2, 29, 43), (44, 57, 71), (72, 85, 98),
    ]  # fmt: skip
    names, _, distance = assign_windows(np.array([-1.0, 43, 44, 99, np.nan]), windows)
    assert names.tolist() == ["Baseline", "Week 4", "Week 8", None, None]
    assert distance[:3].tolist() == [1, 14, 13]


def test_that_overlapping_windows_are_refused_by_name() -> None:
    windows = (Window("Week 4", 4, 29, 15, 45), Window("Week 8", 8, 57, 43, 71))

    with pytest.raises(AnalysisError, match=r"Week 4 \(to day 45\) and Week 8 \(from day 43\)"):
        assign_windows(np.array([1.0]), windows)
