"""The one formatter: every number a user sees is turned into text here.

Rounding is half away from zero, once, from the full-precision value. What is
rounded is the shortest decimal that stands for the float (its ``repr``), not
its binary expansion: 42.65, stored as 42.649999..., is meant as 42.65 and
prints 42.7. A quotient that is a decimal half, such as 100 * 1 / 2000, is the
float nearest to it and so prints as computed by hand, provided that the number
was computed with one rounding: write ``100 * count / total``, not
``100 * (count / total)``. No further tolerance is applied, since that would
round values which differ from a half by more than their own precision.

House defaults of decimals by statistic follow common practice of clinical
study reports; a :class:`~sjogren_desktop.results.Stat` that carries its own
``decimals`` overrides them. Where the precision follows from the raw data,
analyses take it from :func:`decimals_of` and :func:`decimals_for`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from itertools import pairwise
from math import isfinite
from numbers import Integral, Real

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
    "median": 2,
    "q1": 2,
    "q3": 2,
    "minimum": 1,
    "maximum": 1,
    "estimate": 2,
    "std_error": 3,
    "lower": 2,
    "upper": 2,
    "df": 1,
    "statistic": 2,
    "percent": 1,
    "p_value": 4,
}
"""Decimals by statistic where the number itself carries none.

A statistic not named here prints with 2 decimals, or with none if it is an
integer.
"""

FURTHER_DECIMALS = {
    "minimum": 0,
    "maximum": 0,
    "mean": 1,
    "median": 1,
    "q1": 1,
    "q3": 1,
    "estimate": 1,
    "lower": 1,
    "upper": 1,
    "sd": 2,
    "std_error": 2,
}
"""Decimals by statistic beyond those of the raw data."""


@dataclass(frozen=True)
class NumberStyle:
    """How a house writes its numbers; see ``resources/house_styles``.

    Parameters
    ----------
    decimals : mapping of str to int
        Decimals by statistic, whatever precision the raw data have.
    percent_decimals : int
    p_value : {"fixed", "journal"}
        With as many decimals as ``p_decimals``; or with two down to 0.01,
        three down to 0.001, and ``<0.001`` below, as medical journals ask.
    p_decimals : int
    between_limits : str
        What stands between the limits of a confidence interval.
    minus : str
        Sign of negative numbers.
    not_estimable : str
    """

    decimals: Mapping[str, int] = field(default_factory=dict)
    percent_decimals: int = 1
    p_value: str = "fixed"
    p_decimals: int = 4
    between_limits: str = ", "
    minus: str = "-"
    not_estimable: str = NOT_ESTIMABLE


HOUSE = NumberStyle()
"""The style of the screen, and of exports that name no other."""

# Wide enough for every float: 309 digits before the point and many behind it.
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


def exact(value: float) -> str:
    """Return the shortest text of a number that reads as the same number: 24, 0.1, 1e-07."""
    short = f"{value:g}"
    return short if float(short) == value or value != value else repr(float(value))


def plain(value: Value) -> Value:
    """Return the value as plain Python: text, int, finite float, or None.

    NumPy scalars become Python numbers of the same value; NaN and the
    infinities, which stand for "not estimable", become None.

    Raises
    ------
    TypeError
        If it is neither number, text nor None.
    """
    kind = type(value)  # the usual kinds first: asking for abstract ones takes ten times as long
    if value is None or kind is str or kind is int:
        return value
    if isinstance(value, float):
        return float(value) if isfinite(value) else None
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        number = float(value)
        return number if isfinite(number) else None
    raise TypeError(f"{value!r} is neither a number nor a text")


@lru_cache(maxsize=100_000)
def fixed(value: float, decimals: int) -> str:
    """Return the number with this many decimals, halves rounded away from zero.

    No result is ``-0.0``: what rounds to zero from below prints ``0.0``.
    """
    rounded = _decimal(value).quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


def p_value(value: float, decimals: int = 4) -> str:
    """Return a p value, never as 0 or 1: ``<0.0001``, ``0.0496``, ``>0.9999``."""
    return _between(value, 1, decimals)


def percent(value: float, decimals: int = 1) -> str:
    """Return a percentage: ``0``, ``<0.1``, ``12.3``, ``>99.9``, ``100`` (no sign).

    A number outside 0 to 100, which is no share of a whole, is merely rounded.
    """
    if value in (0, 100):
        return f"{value:.0f}".removeprefix("-")
    if not 0 < value < 100:
        return fixed(value, decimals)
    return _between(value, 100, decimals)


def journal_p_value(value: float) -> str:
    """Return a p value as medical journals print it: ``0.34``, ``0.007``, ``<0.001``."""
    number = _decimal(value)
    return p_value(value, 2 if number >= Decimal("0.01") else 3)


def stat(number: Stat, style: NumberStyle = HOUSE) -> str:
    """Return the text of one number; None, NaN and infinities are ``NE``.

    Text is returned as it is.
    """
    value = plain(number.value)
    if isinstance(value, str):
        return value
    if value is None:
        return style.not_estimable
    if number.name == "p_value" and style.p_value == "journal":
        return journal_p_value(value)
    decimals = _decimals(number, value, style)
    if number.name == "p_value":
        return p_value(value, decimals)
    text = percent(value, decimals) if number.name == "percent" else fixed(value, decimals)
    return style.minus + text[1:] if text.startswith("-") else text


def cell(content: Cell | None, style: NumberStyle = HOUSE) -> str:
    """Return the text of a table cell; an absent cell is empty.

    A count of zero shown with its percentage prints as a plain ``0``, and a
    cell in which nothing is estimable as one ``NE``.
    """
    if content is None:
        return ""
    names = [s.name for s in content.stats]
    if names[:2] == ["count", "percent"] and plain(content.stats[0].value) == 0:
        return "0"
    if all(plain(s.value) is None for s in content.stats):
        return style.not_estimable
    pattern = content.pattern
    if style.between_limits != HOUSE.between_limits:
        for place, pair in enumerate(pairwise(names)):
            if pair == ("lower", "upper"):
                before, after = f"{{{place}}}", f"{{{place + 1}}}"
                pattern = pattern.replace(
                    before + HOUSE.between_limits + after, before + style.between_limits + after
                )
    return pattern.format(*(stat(s, style) for s in content.stats))


def notation(value: object) -> str:
    """Return an option's value in the notation of a plan file (TOML)."""
    if isinstance(value, tuple | list):
        return "[" + ", ".join(notation(item) for item in value) + "]"
    if isinstance(value, Mapping):
        parts = (f"{notation(str(key))} = {notation(item)}" for key, item in value.items())
        return "{ " + ", ".join(parts) + " }" if value else "{}"
    if isinstance(value, str | bool | int | float):
        # JSON writes a DEL as it is, which TOML does not allow.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return str(value)


def decimals_of(values: Iterable[float | int | None], *, cap: int = 3) -> int:
    """Return the precision of raw data: the decimals that nine values in ten need.

    Parameters
    ----------
    values : iterable of float, int or None
        Raw values; missing ones (None, NaN, infinities) are passed over.
    cap : int
        Most decimals of a recorded value.

    Returns
    -------
    int
        0 to ``cap``; 0 if there is no value; 1 where more than one value in ten
        has more decimals than ``cap``, because such values are computed (means
        of items, converted units) and one decimal is what scores of that kind
        are quoted with.

    Notes
    -----
    A value is read at 12 significant digits, so that 0.1 + 0.2, stored as
    0.30000000000000004, counts as one decimal. A few prorated scores among
    whole ones (61.551724 beside 61 and 62) do not change the precision.
    """
    needed: Counter[int] = Counter()
    for value, times in Counter(values).items():
        number = plain(value)
        if number is None or isinstance(number, str):
            continue
        exponent = Decimal(f"{number:.11e}").normalize().as_tuple().exponent
        needed[max(0, -int(exponent))] += times
    total, covered = sum(needed.values()), 0
    if not total:
        return 0
    for decimals in range(cap + 1):
        covered += needed[decimals]
        if covered >= 0.9 * total:
            return decimals
    return 1


def decimals_for(statistic: str, raw: int) -> int:
    """Return the decimals of a statistic of data that have ``raw`` decimals.

    Minimum and maximum print as the data do, means, medians and effects with
    one decimal more, standard deviations and errors with two more; statistics
    that do not depend on the data's precision keep their house default.
    """
    if statistic in FURTHER_DECIMALS:
        return raw + FURTHER_DECIMALS[statistic]
    return DECIMALS.get(statistic, 2)


def _decimals(number: Stat, value: float, style: NumberStyle) -> int:
    """Return the decimals of a number: those of the house, its own, or the usual ones."""
    if number.name in style.decimals:
        return style.decimals[number.name]
    if number.decimals is not None:
        return number.decimals
    if number.name == "percent":
        return style.percent_decimals
    if number.name == "p_value":
        return style.p_decimals
    return DECIMALS.get(number.name, 0 if isinstance(value, int) else 2)


def _decimal(value: float) -> Decimal:
    """Return the shortest decimal that stands for the number."""
    if isinstance(value, Integral):
        return Decimal(int(value))
    return Decimal(repr(float(value)))


def _between(value: float, whole: int, decimals: int) -> str:
    """Return a part of a whole, which near both ends prints as an inequality."""
    number, edge = _decimal(value), Decimal(1).scaleb(-decimals)
    if number < edge:
        return f"<{edge:f}"
    if number > whole - edge:
        return f">{whole - edge:f}"
    return fixed(value, decimals)
