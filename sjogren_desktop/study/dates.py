"""Read texts as dates: ISO 8601, day.month.year, 09JAN2014, and what is none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_TIME = r"(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _TIME)
_MONTH_NAME = re.compile(
    r"(\d{1,2})([-/. ]?)([A-Za-z]{3})[A-Za-z]*\.?\2,?(\d{4})(?:[: ]|$)?" + _TIME
)
_PARTIAL = re.compile(
    r"\d{4}(?:-(?:\d{2}|-)(?:-(?:\d{2}|-))?)?(?:T.*)?|--(?:\d{2}|-)(?:-(?:\d{2}|-))?(?:T.*)?"
    r"|\d{4}-\d{2}-\d{2}T(?:\d{2}|-:\d{2}|-)"
)
_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mär apr mai jun jul aug sep okt nov dez",
    )
    for number, name in enumerate(names.split(), start=1)
}


@dataclass(frozen=True)
class Dates:
    """Distinct texts read as dates; all arrays have one entry per text."""

    values: npt.NDArray[np.datetime64]
    partial: npt.NDArray[np.bool_]
    ambiguous: npt.NDArray[np.bool_]
    invalid: npt.NDArray[np.bool_]

    @property
    def complete(self) -> bool:
        """True if every text is a full, valid date."""
        return not np.isnat(self.values).any()


def parse_dates(texts: npt.NDArray[np.object_], *, day_first: bool | None = None) -> Dates:
    """Read distinct trimmed texts as dates.

    Whether 03/04/2014 is in March or in April is decided by the other texts
    (13/04/2014 cannot be month first); if they do not decide, all such texts
    are ambiguous and none is read. ``day_first`` is what the user said.
    """
    size = len(texts)
    values = np.full(size, np.datetime64("NaT", "us"), dtype="datetime64[us]")
    partial, ambiguous, invalid = (np.zeros(size, dtype=bool) for _ in range(3))
    slashed: list[int] = []
    for i, text in enumerate(texts):
        fields = _fields(str(text))
        if fields is None:
            partial[i] = _is_partial(str(text))
            invalid[i] = not partial[i]
        elif fields[0] < 0:
            slashed.append(i)
        else:
            values[i] = _date(fields)
            invalid[i] = np.isnat(values[i])
    if slashed:
        _read_slashed(texts, slashed, values, ambiguous, invalid, day_first)
    return Dates(values, partial, ambiguous, invalid)


def _fields(text: str) -> tuple[int, ...] | None:
    """Return year, month, day, hour, minute, second; a negative year if the order is open."""
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        year, _, month, day, *time = match.groups()
        return int(year), int(month), int(day), *_time(time)
    match = _DAY_FIRST.fullmatch(text)
    if match:
        first, sign, second, year, *time = match.groups()
        known = sign == "."
        return int(year) if known else -int(year), int(second), int(first), *_time(time)
    match = _MONTH_NAME.fullmatch(text)
    if match and match[3].lower() in _MONTHS:
        day, _, name, year, *time = match.groups()
        return int(year), _MONTHS[name.lower()], int(day), *_time(time)
    return None


def _time(parts: list[str | None]) -> tuple[int, ...]:
    return tuple(int(p or 0) for p in parts)


def _date(fields: tuple[int, ...]) -> np.datetime64:
    year, month, day, hour, minute, second = fields
    try:
        return np.datetime64(
            f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}", "us"
        )
    except ValueError:
        return np.datetime64("NaT", "us")


def _is_partial(text: str) -> bool:
    return _PARTIAL.fullmatch(text) is not None and not _YEAR_FIRST.fullmatch(text)


def _read_slashed(
    texts: npt.NDArray[np.object_],
    chosen: list[int],
    values: npt.NDArray[np.datetime64],
    ambiguous: npt.NDArray[np.bool_],
    invalid: npt.NDArray[np.bool_],
    said: bool | None,
) -> None:
    found = [_fields(str(texts[i])) for i in chosen]
    pairs = [(f[2], f[1]) for f in found if f is not None]
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if said is not None:
        day_first, month_first = said, not said
    for i, fields in zip(chosen, found, strict=True):
        if fields is None or day_first == month_first:
            ambiguous[i] = True
            continue
        year, second, first, *time = fields
        month, day = (second, first) if day_first else (first, second)
        values[i] = _date((-year, month, day, *time))
        invalid[i] = np.isnat(values[i])
