"""A baseline and a change that stand as columns beside the value, as statisticians' tables have.

Names say little (BASVAL, HAMD0, CHANGE), so the numbers decide: in every row the value
minus the baseline is the change, and a patient has one baseline. Where only a baseline
and a change are there, their names must say so, and the value is their sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import AVAL, BASE, CHG, PARAM, PARAMCD
from sjogren_desktop.study.mapping import ColumnMap
from sjogren_desktop.study.measures import plain_name
from sjogren_desktop.study.wording import counted

_LEAST_ROWS, _LEAST_BASELINES = 10, 3
_MOST_COLUMNS = 40
_CLOSE = 1e-9
_BASELINE = frozenset({"basval", "base", "baseline", "bl", "baseline value", "value at baseline"})
_CHANGE = frozenset({"change", "chg", "cfb", "change from baseline"})


@dataclass(frozen=True)
class Given:
    """Columns of which value minus baseline is change, in so many rows; "" for no value."""

    value: str
    baseline: str
    change: str
    rows: int

    @property
    def beside(self) -> tuple[str, ...]:
        """The columns that make no records of their own."""
        return (self.baseline, self.change) if self.value else (self.baseline,)

    def completed(self, records: pd.DataFrame, start: pd.Series) -> pd.DataFrame:
        """Return the records of the value, or of the change, with value, baseline and change."""
        if self.value:
            return records.assign(**{BASE: start, CHG: records[AVAL] - start})
        told = {PARAMCD: "VALUE", PARAM: f"{self.baseline} + {self.change}"}
        change = records[AVAL]
        return records.assign(**told, **{AVAL: start + change, BASE: start, CHG: change})

    def note(self, file: str) -> Issue:
        """Say what was found and taken."""
        said = (
            f"{self.baseline} was taken as the baseline of {self.value} and {self.change} as its "
            f"change: they fit in all {counted(self.rows, 'row')} that have the three."
            if self.value
            else f"{self.change} was taken as the change from {self.baseline}; the value of "
            f"{counted(self.rows, 'row')} is their sum."
        )
        return Issue(
            "note",
            said,
            action="If that is not right, leave one of these columns under Columns.",
            file=file,
            column=self.baseline,
            check="mapping.given_baseline",
        )


def find_given(
    frame: pd.DataFrame, columns: Sequence[ColumnMap], subject: pd.Series
) -> Given | None:
    """Return value, baseline and change of a table of one row a patient and visit.

    Parameters
    ----------
    frame : DataFrame
    columns : sequence of ColumnMap
        Only a column that is read as a measure is taken as value or change; a baseline may
        also be a column that is left.
    subject : Series
        The patient of each row.

    Returns
    -------
    Given, optional
        None where no columns fit, or more than one choice of them does.
    """
    numbers = [str(c) for c in frame.columns if frame[c].dtype.kind in "if"][:_MOST_COLUMNS]
    measures = [c.column for c in columns if c.role == "measure" and c.column in numbers]
    known = subject.notna().to_numpy()
    found = []
    for baseline in numbers:
        start = frame[baseline].where(known)
        if start.nunique() < _LEAST_BASELINES or _varies(start, subject):
            continue
        for value in measures:
            after = frame[value].to_numpy(float) - start.to_numpy(float)
            for change in measures:
                if len({baseline, value, change}) < 3:
                    continue
                told = frame[change].to_numpy(float)
                both = ~np.isnan(after) & ~np.isnan(told)
                if both.sum() >= _LEAST_ROWS and np.all(np.abs(after - told)[both] <= _CLOSE):
                    found.append(Given(value, baseline, change, int(both.sum())))
    if found:
        return found[0] if len(found) == 1 else None
    named = measures if len(measures) == 1 and plain_name(measures[0]) in _CHANGE else []
    starts = [b for b in numbers if plain_name(b) in _BASELINE and not _varies(frame[b], subject)]
    if not named or len(starts) != 1:
        return None
    both = known & frame[[named[0], starts[0]]].notna().all(axis=1).to_numpy()
    return Given("", starts[0], named[0], int(both.sum())) if both.any() else None


def _varies(start: pd.Series, subject: pd.Series) -> bool:
    spread = start.groupby(subject).agg(["min", "max"])
    return bool((spread["max"] > spread["min"]).any())
