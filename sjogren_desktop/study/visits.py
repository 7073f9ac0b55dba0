"""Study days and visits: day 1 is the first dose, there is no day 0.

A visit window assigns the records of a range of study days to an analysis
visit; the one closest to the target day is flagged as the record to analyse.
Windows are plain rows a user can edit.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.partial_dates import Days

Floats = npt.NDArray[np.float64]

BASELINE = "Baseline"

_WEEK = re.compile(r"\b(?:week|wk|woche|semaine|semana|w)[\s_.-]*(\d+(?:\.\d+)?)\b", re.I)
_DAY = re.compile(r"\b(?:day|tag|jour|d)[\s_.-]*(-?\d+)\b", re.I)
_MONTH = re.compile(r"\b(?:month|monat|mois|mes|m)[\s_.-]*(\d+(?:\.\d+)?)\b", re.I)
_BASELINE = re.compile(
    r"\b(?:baseline|base line|bl|ausgangswert|visite initiale|inclusion|basal|randomi[sz]ation)\b",
    re.I,
)
_SCREENING = re.compile(r"\bscr(?:eening|een)?\b", re.I)
_UNPLANNED = re.compile(r"unsch|unplanned|ungeplant", re.I)


@dataclass(frozen=True)
class Window:
    """One analysis visit: its name and number, target day, and the days it takes in."""

    name: str
    number: float
    target: int
    first: int
    last: int

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise AnalysisError("A visit window has no name. Name the visit.")
        if not self.first <= self.target <= self.last:
            raise AnalysisError(
                f"The window of {self.name} runs from day {self.first} to day {self.last} and does "
                f"not hold its target, day {self.target}. Correct one of the three."
            )


def study_day(dates: Days, reference: Days) -> Floats:
    """Return study days: 1 on the day of reference, -1 on the day before, NaN if unknown."""
    difference = (dates - reference).astype("timedelta64[D]")
    days = difference.astype(np.float64)
    days[np.isnat(difference)] = np.nan
    return np.where(days >= 0, days + 1, days)


def visit_number(label: str) -> float:
    """Return the week a visit's label names: 0 at baseline, -1 at screening, NaN if none."""
    for pattern, factor in ((_WEEK, 1.0), (_MONTH, 52 / 12)):
        match = pattern.search(label)
        if match:
            return float(round(float(match[1]) * factor, 2))
    match = _DAY.search(label)
    if match:
        day = int(match[1])
        return float(round((day - 1) / 7, 2)) if day > 0 else -1.0
    if _BASELINE.search(label):
        return 0.0
    return -1.0 if _SCREENING.search(label) else float("nan")


def is_unplanned(label: str) -> bool:
    """Say whether a visit's label names an unscheduled visit."""
    return _UNPLANNED.search(label) is not None


def is_baseline(label: str) -> bool:
    """Say whether a visit's label names the baseline."""
    return _BASELINE.search(label) is not None or visit_number(label) == 0.0


def tidy_label(label: str) -> str:
    """Return a visit's label in sentence case, if it is written in capitals only."""
    text = " ".join(label.split())
    return text.capitalize() if text.isupper() else text


def windows_between(names: Sequence[tuple[str, float]]) -> tuple[Window, ...]:
    """Return windows that meet half-way between scheduled weeks.

    Parameters
    ----------
    names : sequence of (str, float)
        Visits after baseline with their week. The target of week w is day
        7 w + 1; the first window begins on day 2, the last one ends as far
        behind its target as it begins before it.
    """
    ordered = sorted((week, name) for name, week in names if week > 0)
    targets = [round(7 * week) + 1 for week, _ in ordered]
    windows = [Window(BASELINE, 0.0, 1, -28, 1)]
    for i, (week, name) in enumerate(ordered):
        first = 2 if i == 0 else (targets[i - 1] + targets[i]) // 2 + 1
        last = (
            (targets[i] + targets[i + 1]) // 2
            if i + 1 < len(targets)
            else targets[i] + (targets[i] - first)
        )
        windows.append(Window(name, week, targets[i], first, last))
    return tuple(windows)


def check_windows(windows: Sequence[Window]) -> None:
    """Refuse windows that overlap or share a name or a number.

    Raises
    ------
    AnalysisError
        With the two windows that do.
    """
    ordered = sorted(windows, key=lambda w: w.first)
    for before, after in itertools.pairwise(ordered):
        if after.first <= before.last:
            raise AnalysisError(
                f"The windows of {before.name} (to day {before.last}) and {after.name} (from day "
                f"{after.first}) overlap. Change one of them."
            )
    for what in ("name", "number"):
        values = [getattr(w, what) for w in windows]
        twice = next((v for v in values if values.count(v) > 1), None)
        if twice is not None:
            raise AnalysisError(f"Two visit windows have the {what} {twice}. Change one of them.")


def assign_windows(
    days: Floats, windows: Sequence[Window]
) -> tuple[npt.NDArray[np.object_], Floats, Floats]:
    """Return name, number and distance to the target of the window of each study day.

    A day outside all windows has no visit (None, NaN).
    """
    check_windows(windows)
    names = np.full(len(days), None, dtype=object)
    numbers, distances = np.full(len(days), np.nan), np.full(len(days), np.nan)
    for window in windows:
        inside = (days >= window.first) & (days <= window.last)
        names[inside], numbers[inside] = window.name, window.number
        # Without day 0, day -1 is one day before day 1.
        target = window.target - (window.target > 0)
        distances[inside] = np.abs(days[inside] - (days[inside] > 0) - target)
    return names, numbers, distances


def first_of_each(keys: pd.DataFrame, order: Sequence[npt.NDArray[np.float64]]) -> np.ndarray:
    """Return a mask of the record of each key that comes first in an order.

    Parameters
    ----------
    keys : pandas.DataFrame, shape (n, k)
        Records with a missing key are never chosen.
    order : sequence of numpy.ndarray, shape (n,)
        The first decides, later ones between equals; then the place in the data.
    """
    known = keys.notna().all(axis=1).to_numpy()
    sorted_places = np.lexsort(tuple(reversed(list(order)))) if order else np.arange(len(keys))
    sorted_places = sorted_places[known[sorted_places]]
    again = keys.iloc[sorted_places].duplicated().to_numpy()
    chosen = np.zeros(len(keys), dtype=bool)
    chosen[sorted_places[~again]] = True
    return chosen
