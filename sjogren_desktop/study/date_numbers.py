"""Read the numbers that programs write in place of dates.

SAS counts days from 1 January 1960, spreadsheets from 30 December 1899, other programs
parts of seconds from 1 January 1970, and some write 20140102. A column is read as dates
only where all its numbers are of one of these and their middle one is a day between 1980
and 2040: the ranges do not overlap, so nothing is left to guess. Seconds are not read,
since those of SAS and of Unix cannot be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

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


@dataclass(frozen=True)
class DateNumbers:
    """Numbers read as dates (missing where the number is), and what they count."""

    values: npt.NDArray[np.datetime64]
    counting: str


def dates_of_numbers(numbers: npt.NDArray[np.float64]) -> DateNumbers | None:
    """Return numbers as dates if they can be nothing else, None if they are not.

    Parameters
    ----------
    numbers : array of float, shape (values,)
        NaN where missing.
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
    return None


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
