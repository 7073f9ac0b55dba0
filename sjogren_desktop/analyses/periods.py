"""Treatment periods after the first: crossover trials, extensions, delayed starts.

Safety analyses count a subject under its first treatment. What happened under a later,
other one belongs to another arm: those records are left out, and the time at risk ends
before them. Rules PD.1 to PD.3 in ``resources/methods/ae_overview.md``; checked in
``tests/analyses/test_periods.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.study.partial_dates import full_dates
from sjogren_desktop.study.wording import counted

if TYPE_CHECKING:
    import pandas as pd

Dates = npt.NDArray[np.datetime64]
IntArray = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]

_LATER = re.compile(r"TRT(0[2-9]|[1-9]\d)([AP])")
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Change:
    """When subjects changed treatment.

    Parameters
    ----------
    period : array of int, shape (subjects,)
        The first period with another treatment than that of the arm, 0 for none.
    given : mapping of period to array of str, shape (subjects,)
        The treatment of each later period, "" where there is none.
    """

    period: IntArray
    given: Mapping[int, npt.NDArray[np.object_]]


def change_of(people: pd.DataFrame) -> Change | None:
    """Return when subjects changed treatment, None where nobody did (PD.1).

    The actual treatment of each period (TRT02A) tells, the planned one (TRT02P) where
    there is no actual one.
    """
    columns: dict[int, str] = {}
    for column in map(str, people.columns):
        found = _LATER.fullmatch(column)
        if found and (found[2] == "A" or int(found[1]) not in columns):
            columns[int(found[1])] = column
    if not columns:
        return None
    arm = people[who.ARM].astype("object").to_numpy()
    period = np.zeros(len(people), dtype=np.intp)
    given = {}
    for place, column in sorted(columns.items()):
        given[place] = people[column].astype("object").fillna("").to_numpy()
        other = (given[place] != "") & (given[place] != arm)
        period = np.where((period == 0) & other, place, period)
    return Change(period, given) if period.any() else None


def note_of(people: pd.DataFrame) -> tuple[str, ...]:
    """Say what becomes of subjects who changed treatment."""
    change = change_of(people)
    if change is None:
        return ()
    moved = int((change.period > 0).sum())
    return (
        f"{counted(moved, 'subject')} had another treatment later (from period "
        f"{int(np.min(change.period[change.period > 0]))} on), as in a crossover trial or an "
        "extension. Each counts under its first treatment: records of the later ones are left "
        "out, and the time at risk ends before them. Deaths count, and listings and narratives "
        "tell events, whenever they occurred. Patients are not compared with themselves.",
    )


def of_later_treatment(people: pd.DataFrame, frame: pd.DataFrame, place: IntArray) -> Mask:
    """Say which records lie after the change of treatment of their subject (PD.2).

    Parameters
    ----------
    people : DataFrame
        One row a subject, with ARM.
    frame : DataFrame
    place : array of int, shape (records,)
        The row in ``people`` of the subject of each record, -1 for nobody's.

    Returns
    -------
    array of bool
        By the period of the record (APERIOD), else by its treatment (TRTA, TRTP), else by
        its date, which is not before the first day of the later period (TR02SDT, else AP02SDT).
    """
    later = np.zeros(len(place), dtype=bool)
    change = change_of(people)
    if change is None or "CNSR" in frame:  # times to events are one record a subject
        return later
    period = np.append(change.period, 0)[place]
    open_ = period > 0
    for sign in (_by_period, _by_treatment, _by_date):
        told, is_later = sign(people, frame, place, change)
        later |= open_ & told & is_later
        open_ &= ~told
    return later


def last_day(people: pd.DataFrame) -> Dates | None:
    """Return the last day of the first treatment of those who changed, else NaT (PD.3)."""
    change = change_of(people)
    if change is None:
        return None
    day = np.full(len(people), np.datetime64("NaT", "D"))
    for place in change.given:
        mine = change.period == place
        for found in (
            _date_of(people, place - 1, "E"),
            _date_of(people, place, "S") - _DAY,
        ):
            day = np.where(mine, np.fmin(day, found), day).astype("datetime64[D]")
    return day


def _by_period(
    people: pd.DataFrame, frame: pd.DataFrame, place: IntArray, change: Change
) -> tuple[Mask, Mask]:
    import pandas as pd

    if "APERIOD" not in frame:
        return _nothing(place)
    number = pd.to_numeric(frame["APERIOD"], errors="coerce").to_numpy(dtype=np.float64)
    return ~np.isnan(number), number >= np.append(change.period, 0)[place]


def _by_treatment(
    people: pd.DataFrame, frame: pd.DataFrame, place: IntArray, change: Change
) -> tuple[Mask, Mask]:
    column = next((c for c in ("TRTA", "TRTP") if c in frame and frame[c].notna().any()), None)
    if column is None:
        return _nothing(place)
    own = frame[column].astype("object").fillna("").to_numpy()
    arm = np.append(people[who.ARM].astype("object").to_numpy(), "")
    first = (own == arm[place]) & (own != "")
    later = np.zeros(len(place), dtype=bool)
    returns = np.zeros(len(place), dtype=bool)
    for period, given in change.given.items():
        theirs = np.append(given, "")[place]
        later |= (own == theirs) & (own != "") & ~first
        # Who came back to the first treatment has records of it after the change too.
        returns |= (theirs == arm[place]) & (period > np.append(change.period, 0)[place])
    return later | (first & ~returns), later


def _by_date(
    people: pd.DataFrame, frame: pd.DataFrame, place: IntArray, change: Change
) -> tuple[Mask, Mask]:
    column = next((c for c in ("ASTDT", "ADT", "AESTDTC") if c in frame), None)
    if column is None:
        return _nothing(place)
    start = np.full(len(people) + 1, np.datetime64("NaT", "D"))
    for period in change.given:
        mine = np.flatnonzero(change.period == period)
        start[mine] = _date_of(people, period, "S")[mine]
    day = full_dates(frame[column])
    return ~(np.isnat(day) | np.isnat(start[place])), day >= start[place]


def _date_of(people: pd.DataFrame, period: int, which: str) -> Dates:
    """Return first ("S") or last ("E") day of a period: of its treatment, else of the period.

    As days or date-times: TR02SDT, TR02SDTM, AP02SDT ..., NaT where there are none.
    """
    for name in ("TR", "TRT", "AP"):
        for column in (f"{name}{period:02d}{which}DT", f"{name}{period:02d}{which}DTM"):
            if column in people and people[column].notna().any():
                return full_dates(people[column])
    return np.full(len(people), np.datetime64("NaT", "D"))


def _nothing(place: IntArray) -> tuple[Mask, Mask]:
    none = np.zeros(len(place), dtype=bool)
    return none, none
