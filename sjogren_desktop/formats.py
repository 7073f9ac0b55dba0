"""The one formatter: every number a user sees is turned into text here.

Rounding is half away from zero, once, from the full-precision value. House
defaults of decimals by statistic follow common practice of clinical study
reports; a :class:`~sjogren_desktop.results.Stat` that carries its own
``decimals`` overrides them.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from sjogren_desktop.results import Cell, Stat, Value

NOT_ESTIMABLE = "NE"

DECIMALS = {
    "n": 0,
    "count": 0,
    "events": 0,
    "subjects": 0,
    "records": 0,
    "mean": 2,
    "sd": 3,
    "estimate": 2,
    "std_error": 3,
    "lower": 2,
    "upper": 2,
    "df": 1,
    "statistic": 2,
    "percent": 1,
    "p_value": 4,
}
"""Decimals by statistic where the number itself carries none."""


def fixed(value: float, decimals: int) -> str:
    """Return the number with this many decimals, halves rounded away from zero.

    The decimal expansion rounded is the shortest one that stands for the
    float, so 1.25 and 42.65 round as written, and no result is ``-0.0``.
    """
    quantum = Decimal(1).scaleb(-decimals)
    rounded = Decimal(repr(float(value))).quantize(quantum, rounding=ROUND_HALF_UP)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


def p_value(value: float, decimals: int = 4) -> str:
    """Return a p value, never as 0 or 1: ``<0.0001``, ``0.0496``, ``>0.9999``."""
    smallest = 10.0**-decimals
    if value < smallest:
        return f"<{smallest:.{decimals}f}"
    if value > 1 - smallest:
        return f">{1 - smallest:.{decimals}f}"
    return fixed(value, decimals)


def percent(value: float, decimals: int = 1) -> str:
    """Return a percentage: ``0``, ``<0.1``, ``12.3``, ``>99.9``, ``100`` (no sign)."""
    if value in (0, 100):
        return f"{value:.0f}"
    edge = 10.0**-decimals
    if value < edge:
        return f"<{edge:.{decimals}f}"
    if value > 100 - edge:
        return f">{100 - edge:.{decimals}f}"
    return fixed(value, decimals)


def stat(number: Stat) -> str:
    """Return the text of one number; None and NaN are :data:`NOT_ESTIMABLE`."""
    value: Value = number.value
    if isinstance(value, str):
        return value
    if value is None or not isfinite(value):
        return NOT_ESTIMABLE
    decimals = DECIMALS.get(number.name, 2) if number.decimals is None else number.decimals
    if number.name == "p_value":
        return p_value(value, decimals)
    if number.name == "percent":
        return percent(value, decimals)
    return fixed(value, decimals)


def cell(content: Cell | None) -> str:
    """Return the text of a table cell; an absent cell is empty.

    A count of zero shown with its percentage prints as a plain ``0``.
    """
    if content is None:
        return ""
    names = [s.name for s in content.stats]
    if names[:2] == ["count", "percent"] and content.stats[0].value == 0:
        return "0"
    if all(s.value is None for s in content.stats):
        return NOT_ESTIMABLE
    return content.pattern.format(*(stat(s) for s in content.stats))
