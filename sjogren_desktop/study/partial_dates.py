"""Dates of which only the year or the month is known, completed by a stated rule.

The rule is that of CDISC's ADaM Implementation Guide 1.3 (section 3.1.4, the
flags ``*DTF``): nothing is completed without a flag that says what was. A
missing day is the first (starts) or the last (ends) of its month, a missing
month that of its year. A start in the month or year of the first dose is the
day of the first dose, so that an event that may be treatment-emergent counts
as one, unless it is known to have ended before. A date without a year stays
missing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Days = npt.NDArray[np.datetime64]
"""Dates of type datetime64[D], NaT where unknown."""

NO_DAY = np.datetime64("NaT", "D")

_ISO = r"^(\d{4})(?:-(\d{2}|-)?(?:-(\d{2}|-)?)?)?(?:T.*)?$"
_DAYS_IN_MONTH = np.array([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

RULE_START = (
    "a missing day is the first of its month, a missing month January; in the month or year of "
    "the first dose it is the day of the first dose, unless the end is before that"
)
RULE_END = "a missing day is the last of its month, a missing month December"


class IsoDates(NamedTuple):
    """The parts of ISO 8601 dates, 0 where a part is not known."""

    year: npt.NDArray[np.int64]
    month: npt.NDArray[np.int64]
    day: npt.NDArray[np.int64]


class Completed(NamedTuple):
    """Full dates, and what was completed: "" nothing, "D" the day, "M" month and day."""

    dates: Days
    flags: npt.NDArray[np.object_]


def read_iso(values: pd.Series) -> IsoDates:
    """Take apart texts such as ``2014-03-05T08:10``, ``2014-03`` and ``2014``.

    Real dates (datetime64) are full ones. A text that is none of these, or a
    day that does not exist, has no known part.
    """
    if values.dtype.kind == "M":
        known = values.notna().to_numpy()
        parts = (values.dt.year, values.dt.month, values.dt.day)
        return IsoDates(*(np.where(known, p.fillna(0), 0).astype(np.int64) for p in parts))
    codes, texts = pd.factorize(values.astype("str"))
    found = pd.Series(texts, dtype="str").str.extract(_ISO)
    numbers = found.replace("-", None).astype("float64").fillna(0).to_numpy(np.int64)
    year, month, day = (numbers[:, i] for i in range(3)) if len(texts) else (np.zeros(0, int),) * 3
    # 2014---05 knows a day without a month, which no rule can use.
    day = np.where(month == 0, 0, day)
    wrong = (month > 12) | (day > _DAYS_IN_MONTH[np.clip(month, 1, 12) - 1])
    wrong |= (day > 0) & ~wrong & np.isnat(_full(year, month, day, wrong))
    taken = [np.append(np.where(wrong, 0, part), 0)[codes] for part in (year, month, day)]
    return IsoDates(*taken)


def _full(
    year: npt.NDArray[np.int64],
    month: npt.NDArray[np.int64],
    day: npt.NDArray[np.int64],
    skip: npt.NDArray[np.bool_],
) -> Days:
    """Return the dates of which all parts are known, NaT for others and for 30 February."""
    usable = (year > 0) & (month > 0) & (day > 0) & ~skip
    months = (year - 1970) * 12 + np.clip(month, 1, 12) - 1
    first = months.astype("datetime64[M]")
    dates = first.astype("datetime64[D]") + (np.clip(day, 1, 31) - 1).astype("timedelta64[D]")
    usable &= dates.astype("datetime64[M]") == first
    return np.asarray(np.where(usable, dates, NO_DAY), dtype="datetime64[D]")


def full_dates(values: pd.Series) -> Days:
    """Return the dates that are fully known, NaT for partial ones."""
    parts = read_iso(values)
    return _full(*parts, np.zeros(len(values), dtype=bool))


def complete_start(values: pd.Series, first_dose: Days, end: Days) -> Completed:
    """Complete the starts of events.

    Parameters
    ----------
    values : pandas.Series of ISO texts, shape (n,)
    first_dose, end : numpy.ndarray of datetime64[D], shape (n,)
        First dose of the subject; end of the event where it is fully known.
    """
    parts = read_iso(values)
    year, month = parts.year, parts.month
    dates = _full(*parts, np.zeros(len(values), dtype=bool))
    flags = _flags(*parts)
    ones = np.ones_like(year)
    earliest = _full(year, np.maximum(month, 1), ones, np.zeros(len(values), dtype=bool))
    unit = np.where(month > 0, "M", "Y")
    dose_month, dose_year = first_dose.astype("datetime64[M]"), first_dose.astype("datetime64[Y]")
    same = np.where(
        unit == "M",
        earliest.astype("datetime64[M]") == dose_month,
        earliest.astype("datetime64[Y]") == dose_year,
    )
    before = ~np.isnat(end) & (end < first_dose)
    filled = np.where(same & ~before, first_dose, earliest)
    return Completed(np.where(flags == "", dates, filled).astype("datetime64[D]"), flags)


def complete_end(values: pd.Series) -> Completed:
    """Complete the ends of events."""
    parts = read_iso(values)
    year, month = parts.year, parts.month
    nothing = np.zeros(len(values), dtype=bool)
    dates = _full(*parts, nothing)
    flags = _flags(*parts)
    first = _full(year, np.where(month > 0, month, 12), np.ones_like(year), nothing)
    following = first.astype("datetime64[M]") + np.timedelta64(1, "M")
    last = following.astype("datetime64[D]") - np.timedelta64(1, "D")
    return Completed(np.where(flags == "", dates, last).astype("datetime64[D]"), flags)


def _flags(
    year: npt.NDArray[np.int64], month: npt.NDArray[np.int64], day: npt.NDArray[np.int64]
) -> npt.NDArray[np.object_]:
    flags = np.full(len(year), "", dtype=object)
    flags[(year > 0) & (day == 0)] = "D"
    flags[(year > 0) & (month == 0)] = "M"
    return flags
