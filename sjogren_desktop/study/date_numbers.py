"""Read the numbers that programs write in place of dates.

SAS counts days from 1 January 1960, spreadsheets from 30 December 1899, other programs
parts of seconds from 1 January 1970, and some write 20140102. A column is read as dates
only where all its numbers are of one of these and their middle one is a day between 1980
and 2040: the ranges do not overlap, so nothing is left to guess. Only seconds may be
those of SAS (from 1960) or of Unix (from 1970): the other dates of the table decide
between them, else a file of SAS or the name of a date-time of its standard does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.study.dates import parse_dates

_FIRST, _LAST = np.datetime64("1900-01-01", "us"), np.datetime64("2100-01-01", "us")
_EARLY, _LATE = np.datetime64("1980-01-01", "us"), np.datetime64("2040-01-01", "us")
_DAY = 86_400_000_000
_COUNTS = (
    ("days from 1 January 1960, as SAS counts them", "1960-01-01", _DAY, 1),
    ("days from 30 December 1899, as spreadsheets count them", "1899-12-30", _DAY, 1),
    ("milliseconds from 1 January 1970", "1970-01-01", 1_000, 1),
    ("microseconds from 1 January 1970", "1970-01-01", 1, 1),
    ("nanoseconds from 1 January 1970", "1970-01-01", 1, 1_000),
)
"""What is counted, from when, and microseconds in one (numerator, denominator)."""
_WHOLE = re.compile(r"-?\d{1,19}(?:\.0*)?")
_SAMPLE = 1000
_SECONDS = (
    ("seconds from 1 January 1960, as SAS counts them", "1960-01-01"),
    ("seconds from 1 January 1970", "1970-01-01"),
)
_APART = np.timedelta64(365 * 5, "D")
"""Half of what lies between the two ways of counting seconds: only one can be as near."""


@dataclass(frozen=True)
class DateNumbers:
    """Numbers read as dates (missing where the number is), and what they count."""

    values: npt.NDArray[np.datetime64]
    counting: str


def dates_of_numbers(
    numbers: npt.NDArray[np.float64],
    *,
    sas: bool = False,
    near: Callable[[], np.datetime64] | None = None,
) -> DateNumbers | None:
    """Return numbers as dates if they can be nothing else, None if they are not.

    Parameters
    ----------
    numbers : array of float, shape (values,)
        NaN where missing.
    sas : bool
        Whether seconds are likely to be those of SAS.
    near : callable, optional
        Gives a day that other dates of the same table lie about, NaT if there are none.
    """
    known = ~np.isnan(numbers)
    if not known.any():
        return None
    written = _as_written(numbers, known)
    if written is not None:
        return written
    for counting, start, times, parts in _COUNTS:
        with np.errstate(invalid="ignore", over="ignore"):
            count = np.where(known, numbers, 0.0) * times / parts
        if np.abs(count).max() > 4e15 or (times == _DAY and (numbers[known] % 1 != 0).any()):
            continue
        values = np.datetime64(start, "us") + np.rint(count).astype("timedelta64[us]")
        if _are_dates(values[known]):
            values[~known] = np.datetime64("NaT", "us")
            return DateNumbers(values, counting)
    return _seconds(numbers, known, sas, near)


def _seconds(
    numbers: npt.NDArray[np.float64],
    known: npt.NDArray[np.bool_],
    sas: bool,
    near: Callable[[], np.datetime64] | None,
) -> DateNumbers | None:
    """Return numbers as seconds from 1960 or from 1970, None where it stays open."""
    if np.abs(numbers[known]).max() > 5e9 or np.abs(numbers[known]).min() < 1e6:
        return None
    counts = np.rint(np.where(known, numbers, 0.0) * 1e6).astype("timedelta64[us]")
    about: np.datetime64 | None = None
    for counting, start in _SECONDS:
        values = np.datetime64(start, "us") + counts
        if not _are_dates(values[known]):
            continue
        if about is None:
            about = np.datetime64("NaT", "D") if near is None else near()
        middle = np.sort(values[known])[int(known.sum()) // 2]
        fits = sas and start == "1960-01-01" if np.isnat(about) else abs(middle - about) < _APART
        if fits:
            values[~known] = np.datetime64("NaT", "us")
            return DateNumbers(values, counting)
    return None


def whole_numbers(texts: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
    """Return texts as whole numbers, all of them NaN if one is something else."""
    if not all(_WHOLE.fullmatch(t) for t in texts):
        return np.full(len(texts), np.nan)
    return np.array([float(t) for t in texts], dtype=np.float64)


def middle_day(columns: Iterable[pd.Series]) -> np.datetime64:
    """Return the middle one of the dates that can be read by themselves, NaT without any.

    Parameters
    ----------
    columns : iterable of Series
        Columns of dates as the file has them; the first records of each are looked at.
    """
    found = [_dates_of(column.iloc[:_SAMPLE]) for column in columns]
    # A date of birth is decades away from the others.
    days = [np.sort(values) for values in found if values.size and _are_dates(values)]
    middles = np.sort(np.array([d[len(d) // 2] for d in days], dtype="datetime64[us]"))
    return middles[len(middles) // 2] if len(middles) else np.datetime64("NaT", "us")


def _dates_of(column: pd.Series) -> npt.NDArray[np.datetime64]:
    if column.dtype.kind == "M":
        values = column.dropna().to_numpy("datetime64[us]")
    elif column.dtype.kind in "iuf":
        read = dates_of_numbers(column.to_numpy(np.float64, na_value=np.nan))
        values = np.empty(0, "datetime64[us]") if read is None else read.values
    else:
        texts = column.dropna().astype(str).str.strip()
        distinct = texts[texts != ""].unique().astype(object)
        read = dates_of_numbers(whole_numbers(distinct))
        values = parse_dates(distinct).values if read is None else read.values
    return np.asarray(values[~np.isnat(values)], dtype="datetime64[us]")


def _are_dates(values: npt.NDArray[np.datetime64]) -> bool:
    ordered = np.sort(values)
    middle = ordered[len(ordered) // 2]
    return bool(
        ordered[0] >= _FIRST and ordered[-1] < _LAST and middle >= _EARLY and middle < _LATE
    )


def _as_written(
    numbers: npt.NDArray[np.float64], known: npt.NDArray[np.bool_]
) -> DateNumbers | None:
    """Return numbers such as 20140102 as dates."""
    found = numbers[known]
    if (found % 1 != 0).any() or np.min(found) < 19000101 or np.max(found) > 20991231:
        return None
    values = np.full(len(numbers), np.datetime64("NaT", "us"), dtype="datetime64[us]")
    texts = [f"{int(n)}" for n in found]
    try:
        values[known] = [np.datetime64(f"{t[:4]}-{t[4:6]}-{t[6:]}", "us") for t in texts]
    except ValueError:
        return None
    return DateNumbers(values, "year, month and day")
