"""Courses of patients with their events on the line (IM.5 in ``immune_course.md``)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses.ae_records import Cohort, IntArray, Mask
from sjogren_desktop.analyses.measurements import Floats
from sjogren_desktop.figures import LineFigure, Series

_EVENT_STYLE = 7
"""Style of the marks of events, beyond those of the arms that a trial has."""


@dataclass(frozen=True, eq=False)
class Course:
    """Values of one parameter with their day, and what became of each subject.

    Parameters
    ----------
    person : array of int, shape (records,)
    day, value : array, shape (records,)
        Day 1 is that of the first dose; sorted by person and day.
    low : array of bool, shape (records,)
        Below the lower limit of normal of the record.
    limited : array of bool, shape (records,)
        Whether the record has a lower limit.
    """

    person: IntArray
    day: Floats
    value: Floats
    low: Mask
    limited: Mask

    def first(self, chosen: Mask, people: int) -> Floats:
        """Return the first day of a chosen record of each subject, NaN where there is none."""
        found = np.full(people, np.inf)
        np.minimum.at(found, self.person[chosen], self.day[chosen])
        return np.where(np.isinf(found), np.nan, found)


def course_figure(
    group: Cohort,
    course: Course,
    people: IntArray,
    onset: Floats,
    named: tuple[int, str, str],
    label: str,
    most: int,
) -> tuple[LineFigure, ...]:
    """Return the course of each subject over weeks, with its events on the line (IM.5)."""
    place, code, name = named
    if not len(course.value):
        return ()
    had = np.zeros(len(group.people), dtype=bool)
    had[people[~np.isnan(onset)]] = True
    lowest = np.full(len(group.people), np.inf)
    np.minimum.at(lowest, course.person, course.value)
    series, drawn, left_out = [], np.zeros(len(group.people), dtype=bool), 0
    for a, arm in enumerate(group.arms):
        mine = np.unique(course.person[group.arm[course.person] == a])
        order = mine[np.lexsort((lowest[mine], ~had[mine]))]
        shown, left_out = order[:most], left_out + max(0, len(order) - most)
        drawn[shown] = True
        line = _lines(group, course, shown)
        if line is not None:
            series.append(Series(arm, group.styles[a], *line[:2], subjects=line[2]))
    marks = _marks(group, course, people, onset, drawn)
    if marks is not None:
        series.append(Series(label, _EVENT_STYLE, *marks[:2], subjects=marks[2]))
    note = f" {left_out} subjects are not drawn." if left_out else ""
    return (
        LineFigure(
            f"immune_course_{code}_{place}".lower(),
            f"{name}: course of patients, with {label.lower()}",
            "Weeks since the first dose",
            name,
            tuple(series),
            caption=(
                f"One line a patient; those with events come first.{note} A mark stands at the "
                "start of an event, at the height of the last value before it.",
            ),
        ),
    )


def _lines(
    group: Cohort, course: Course, shown: IntArray
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[tuple[str, ...], ...]] | None:
    x: list[float] = []
    y: list[float] = []
    behind: list[tuple[str, ...]] = []
    for person in shown:
        rows = np.flatnonzero(course.person == person)
        own = (str(group.keys[person]),)
        if x:
            # A missing value parts the lines of two subjects.
            x.append(x[-1])
            y.append(float("nan"))
            behind.append(())
        x += [float(d - 1) / 7 for d in course.day[rows]]
        y += [float(v) for v in course.value[rows]]
        behind += [own] * len(rows)
    return (tuple(x), tuple(y), tuple(behind)) if x else None


def _marks(
    group: Cohort, course: Course, people: IntArray, onset: Floats, drawn: Mask
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[tuple[str, ...], ...]] | None:
    x: list[float] = []
    y: list[float] = []
    behind: list[tuple[str, ...]] = []
    for person, day in zip(people.tolist(), onset.tolist(), strict=True):
        if not drawn[person] or day != day:
            continue
        rows = np.flatnonzero((course.person == person) & (course.day <= day))
        if not len(rows):
            continue
        # Marks are no course, so a missing value stands between any two.
        x += [(day - 1) / 7, (day - 1) / 7]
        y += [float(course.value[rows[-1]]), float("nan")]
        behind += [(str(group.keys[person]),), ()]
    return (tuple(x), tuple(y), tuple(behind)) if x else None
