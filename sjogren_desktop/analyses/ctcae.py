"""Toxicity grades of laboratory values by the CTCAE, versions 4, 5 and 6.

What the CTCAE says in numbers is graded; what it grades by symptoms or need of
treatment is not. Where it says so, a value is compared with the baseline if that was
above normal, but the baseline value itself always with the normal range. Limits are
taken as printed for the unit of the data, not converted between amount and mass. The
bounds and their sources are in :mod:`.ctcae_criteria`. Rules CT.1 to CT.5 in
``resources/methods/ctcae.md``; every bound is proved in ``tests/analyses/test_ctcae.py``.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses.ctcae_criteria import (
    ANY,
    CELLS,
    CLEARANCE,
    CRITERIA,
    LIMIT,
    MASS,
    MG,
    MMOL,
    MS,
    Bounds,
    Criterion,
)

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

_SLACK = 1e-9
"""Products such as 3 x 40.1 miss their decimal value by less than this share."""


def criteria_for(code: str, version: str = "5") -> tuple[Criterion, ...]:
    """Return the criteria of a version that grade a parameter, by its code."""
    plain = code.split(".")[-1].upper()
    return tuple(c for c in CRITERIA[version] if plain in c.codes)


# --- units ----------------------------------------------------------------

_UNITS: dict[str, tuple[str, float]] = {
    "10^9/L": (CELLS, 1), "10E9/L": (CELLS, 1), "10**9/L": (CELLS, 1), "109/L": (CELLS, 1),
    "GI/L": (CELLS, 1), "GIGA/L": (CELLS, 1), "E9/L": (CELLS, 1),
    "10^3/UL": (CELLS, 1), "10E3/UL": (CELLS, 1), "103/UL": (CELLS, 1), "10**3/UL": (CELLS, 1),
    "10^3/MM3": (CELLS, 1), "K/UL": (CELLS, 1), "THOU/UL": (CELLS, 1), "K/MM3": (CELLS, 1),
    "THOUSAND/UL": (CELLS, 1), "/NL": (CELLS, 1), "E3/UL": (CELLS, 1), "X10^3/UL": (CELLS, 1),
    "/UL": (CELLS, 0.001), "1/UL": (CELLS, 0.001), "/MM3": (CELLS, 0.001),
    "CELLS/UL": (CELLS, 0.001), "CELLS/MM3": (CELLS, 0.001), "10^6/L": (CELLS, 0.001),
    "10E6/L": (CELLS, 0.001),
    "G/L": (MASS, 1), "G/DL": (MASS, 10), "MG/DL": (MG, 1), "MG/L": (MG, 0.1),
    "MMOL/L": (MMOL, 1), "UMOL/L": (MMOL, 0.001), "MSEC": (MS, 1), "MS": (MS, 1),
    "S": (MS, 1000), "SEC": (MS, 1000),
    "ML/MIN": (CLEARANCE, 1), "ML/S": (CLEARANCE, 60),
}  # fmt: skip
_MEQ = {"sodium": 1.0, "potassium": 1.0, "calcium": 0.5, "magnesium": 0.5}
"""Millimoles of an electrolyte in a milliequivalent."""


def unit_of(text: str) -> str:
    """Return the unit in the brackets at the end of a label, "" if there is none."""
    found = re.search(r"\(([^()]+)\)\s*$", text)
    return found.group(1) if found else ""


def factor(criterion: Criterion, unit: str) -> tuple[str, float] | None:
    """Return the unit of a criterion's bounds a unit belongs to, and the factor to it.

    None if values in this unit cannot be graded. Multiples of a limit of normal
    need no unit.
    """
    if criterion.multiples is not None or ANY in criterion.bounds:
        return ANY, 1.0
    return _absolute(criterion, unit)


def _absolute(criterion: Criterion, unit: str) -> tuple[str, float] | None:
    """Return the unit of the bounds that are amounts, and the factor to it."""
    known = {*criterion.bounds, *criterion.above_limit}
    name = re.sub(r"^X\s*(?=10)", "", unit.strip().upper().replace("µ", "U").replace("Μ", "U"))
    name = name.replace(" ", "").replace("MCL", "UL").replace("Μ", "U")
    if name == "MEQ/L":
        share = _MEQ.get(criterion.key.split("_")[0])
        return (MMOL, share) if share else None
    if name == "G/L" and CELLS in known:
        return CELLS, 1.0  # giga a litre, as European laboratories write it
    found = _UNITS.get(name)
    if found is None:
        return None
    if found[0] in known:
        return found
    if found[0] == MASS and MG in known:
        return MG, found[1] * 100
    if found[0] == MG and MASS in known:
        return MASS, found[1] / 100
    return None


# --- grades ---------------------------------------------------------------


def grade(
    criterion: Criterion,
    value: Floats,
    *,
    unit: str,
    lower: Floats,
    upper: Floats,
    baseline: Floats,
    is_baseline: Mask,
) -> Floats:
    """Grade values by one criterion (CT.1 to CT.4).

    Parameters
    ----------
    criterion : Criterion
    value, lower, upper, baseline : array
        Values with their limits of normal and the subject's baseline value, all
        in the unit named; NaN where not known. A baseline that is not known
        counts as normal.
    unit : str
    is_baseline : array of bool
        The baseline records, which are graded by the normal range alone.

    Returns
    -------
    array
        0 to 4; NaN where the value cannot be graded: no value, no limit of
        normal where grade 0 and 1 depend on it, or a unit without bounds.
    """
    found = factor(criterion, unit)
    if found is None:
        return np.full(len(value), np.nan)
    name, scale = found
    before = np.where(is_baseline, np.nan, baseline)
    limit = lower if criterion.low else upper
    if criterion.multiples is not None:
        grades = _by_multiples(criterion, value, limit, before)
        amount = _absolute(criterion, unit)
        if amount is not None:  # an absolute bound besides (fibrinogen)
            absolute = _by_bounds(criterion, criterion.bounds[amount[0]], value * amount[1], limit)
            grades = np.where(absolute > 0, np.fmax(grades, absolute), grades)
    elif criterion.above_limit:
        grades = _above_limit(criterion, name, value * scale, limit * scale, before * scale)
    else:
        grades = _by_bounds(criterion, criterion.bounds[name], value * scale, limit * scale)
    if criterion.or_baseline is not None:
        counts = before < lower if criterion.or_low_baseline else np.ones(len(value), dtype=bool)
        for number, multiple in _stated(criterion.or_baseline):
            reached = _above(value, multiple * before) & counts
            grades = np.where(reached, np.fmax(grades, number), grades)
    if criterion.decrease is not None:
        grades = _by_decrease(criterion, grades, value, limit, before)
    if criterion.change:
        rise = (value - before) * scale > criterion.change
        grades = np.where(rise, np.fmax(grades, 3.0), grades)
    if criterion.ends is not None:
        grades = np.where(value * scale < criterion.ends, np.nan, grades)
    return np.where(np.isnan(value), np.nan, grades)


def _stated(bounds: Bounds) -> list[tuple[float, float]]:
    """Return the grades that have a bound, with it."""
    return [(float(g), float(b)) for g, b in enumerate(bounds, start=1) if b is not None]


def _above(value: Floats, bound: Floats | float, *, inclusive: bool = False) -> Mask:
    """Compare so that the noise of a product does not decide."""
    edge = np.asarray(bound, dtype=np.float64)
    shift = _SLACK * np.abs(edge)
    return np.asarray(value >= edge - shift if inclusive else value > edge + shift)


def _by_bounds(criterion: Criterion, bounds: Bounds, value: Floats, limit: Floats) -> Floats:
    sign = -1.0 if criterion.low else 1.0
    grades = np.zeros(len(value))
    needs_limit = bounds[0] == LIMIT
    for number, bound in _stated(bounds):
        edge = limit if number == 1 and needs_limit else np.full(len(value), bound)
        inclusive = number in criterion.inclusive
        grades = np.where(_above(sign * value, sign * edge, inclusive=inclusive), number, grades)
    if needs_limit:
        grades = np.where((grades == 0) & np.isnan(limit), np.nan, grades)
    return grades


def _by_multiples(criterion: Criterion, value: Floats, limit: Floats, before: Floats) -> Floats:
    assert criterion.multiples is not None
    sign = -1.0 if criterion.low else 1.0
    grades = np.zeros(len(value))
    for number, multiple in _stated(criterion.multiples):
        grades = np.where(_above(sign * value, sign * multiple * limit), number, grades)
    if criterion.of_baseline is not None:
        relative = np.zeros(len(value))
        for number, multiple in _stated(criterion.of_baseline):
            inclusive = number == 1 and criterion.from_baseline
            reached = _above(value, multiple * before, inclusive=inclusive)
            relative = np.where(reached, number, relative)
        grades = np.where(before > limit, relative, grades)
    grades = np.where(np.isnan(limit), np.nan, grades)
    if criterion.above_baseline:
        grades = np.where(value <= before, 0.0, grades)
    return grades


def _above_limit(
    criterion: Criterion, unit: str, value: Floats, limit: Floats, before: Floats
) -> Floats:
    start = np.where(before > limit, before, limit) if criterion.on_baseline else limit
    grades = np.zeros(len(value))
    for number, amount in _stated(criterion.above_limit[unit]):
        grades = np.where(_above(value, start + amount), number, grades)
    return np.where(np.isnan(limit), np.nan, grades)


def _by_decrease(
    criterion: Criterion, grades: Floats, value: Floats, limit: Floats, before: Floats
) -> Floats:
    assert criterion.decrease is not None
    counts = value < limit if criterion.if_abnormal else np.ones(len(value), dtype=bool)
    lost = 100 * (before - value) / np.where(before > 0, before, np.nan)
    for number, share in _stated(criterion.decrease):
        # A loss of exactly 25 per cent has the higher grade, any loss at all grade 1.
        reached = _above(lost, share, inclusive=share > 0) & counts
        grades = np.where(reached, np.fmax(grades, number), grades)
    return grades
