"""Confidence intervals of a single proportion.

Methods and formulas: ``resources/methods/proportions.md`` (P.1 to P.8).
Proved by ``tests/stats/test_proportion.py`` against base R, exactci and
PropCIs, and against the examples of Newcombe (1998).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    checked_level,
    checked_proportion,
    plain,
)
from sjogren_desktop.stats.roots import falling_root

Limits = tuple[Array, Array]


def proportion(
    events: ArrayLike, total: ArrayLike, *, method: str = "wilson", level: float = 0.95
) -> Estimate:
    """Return a proportion with its confidence interval.

    Parameters
    ----------
    events, total : int or array of int
        Subjects with the event, and subjects; arrays are treated element by
        element. A total of zero gives NaN.
    method : str
        One of :data:`METHODS`.
    level : float
        Two-sided confidence level.

    Returns
    -------
    Estimate
        Wald and Agresti-Coull limits are not cut at 0 and 1.

    Raises
    ------
    AnalysisError
        For an unknown method, or counts that cannot be.

    References
    ----------
    Newcombe RG. Two-sided confidence intervals for the single proportion.
    Stat Med 1998; 17:857-872. Brown LD, Cai TT, DasGupta A. Stat Sci 2001;
    16:101-133.
    """
    if method not in METHODS:
        raise AnalysisError(
            f"Unknown interval for a proportion {method!r}; known are {', '.join(METHODS)}."
        )
    x, n = checked_proportion(events, total)
    alpha = 1 - checked_level(level)
    some = n > 0
    safe = np.where(some, n, 1.0)
    lower, upper = METHODS[method](x, safe, alpha)
    blank = [np.where(some, v, np.nan) for v in (x / safe, lower, upper)]
    return Estimate(
        measure="proportion",
        method=method,
        level=level,
        estimate=plain(blank[0]),
        lower=plain(blank[1]),
        upper=plain(blank[2]),
        null=np.nan,
    )


def wilson_limits(p: Array, n: Array, z: Array | float) -> Limits:
    """Return Wilson's score limits (P.3) of a proportion known as ``p`` out of ``n``."""
    centre = p + z**2 / (2 * n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    # Cancellation leaves 1e-17 instead of the exact bound.
    lower = np.where(p == 0, 0.0, (centre - half) / scale)
    upper = np.where(p == 1, 1.0, (centre + half) / scale)
    return lower, upper


def wilson_cc_limits(p: Array, n: Array, z: float) -> Limits:
    """Return Wilson's limits with continuity correction (P.4)."""
    low = 2 * n * p + z**2 - 1
    high = 2 * n * p + z**2 + 1
    root_low = np.sqrt(np.maximum(z**2 - 2 - 1 / n + 4 * p * (n * (1 - p) + 1), 0))
    root_high = np.sqrt(np.maximum(z**2 + 2 - 1 / n + 4 * p * (n * (1 - p) - 1), 0))
    scale = 2 * (n + z**2)
    lower = np.where(p == 0, 0.0, np.maximum((low - z * root_low) / scale, 0))
    upper = np.where(p == 1, 1.0, np.minimum((high + z * root_high) / scale, 1))
    return lower, upper


def _normal_quantile(alpha: float) -> float:
    from scipy.special import ndtri

    return float(-ndtri(alpha / 2))


def _wald(x: Array, n: Array, alpha: float) -> Limits:
    p = x / n
    half = _normal_quantile(alpha) * np.sqrt(p * (1 - p) / n)
    return p - half, p + half


def _wilson(x: Array, n: Array, alpha: float) -> Limits:
    return wilson_limits(x / n, n, _normal_quantile(alpha))


def _wilson_cc(x: Array, n: Array, alpha: float) -> Limits:
    return wilson_cc_limits(x / n, n, _normal_quantile(alpha))


def _agresti_coull(x: Array, n: Array, alpha: float) -> Limits:
    z = _normal_quantile(alpha)
    total = n + z**2
    centre = (x + z**2 / 2) / total
    half = z * np.sqrt(centre * (1 - centre) / total)
    return centre - half, centre + half


def _clopper_pearson(x: Array, n: Array, alpha: float) -> Limits:
    return _beta_limits(x, n - x + 1, x + 1, n - x, alpha, x == 0, x == n)


def _jeffreys(x: Array, n: Array, alpha: float) -> Limits:
    return _beta_limits(x + 0.5, n - x + 0.5, x + 0.5, n - x + 0.5, alpha, x == 0, x == n)


def _beta_limits(
    a_low: Array,
    b_low: Array,
    a_high: Array,
    b_high: Array,
    alpha: float,
    none: Array | np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    every: Array | np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
) -> Limits:
    from scipy.special import betaincinv

    lower = np.where(none, 0.0, betaincinv(np.where(none, 1.0, a_low), b_low, alpha / 2))
    upper = np.where(every, 1.0, betaincinv(a_high, np.where(every, 1.0, b_high), 1 - alpha / 2))
    return lower, upper


def _mid_p(x: Array, n: Array, alpha: float) -> Limits:
    """Half the probability of what was observed counts (P.7)."""

    def above(p: Array) -> Array:
        return np.asarray(alpha / 2 - 0.5 * (_at_least(x, n, p) + _at_least(x + 1, n, p)))

    def below(p: Array) -> Array:
        return np.asarray(0.5 * (_at_most(x, n, p) + _at_most(x - 1, n, p)) - alpha / 2)

    zero, one = np.zeros_like(x), np.ones_like(x)
    lower = np.where(x == 0, 0.0, falling_root(above, zero, one))
    upper = np.where(x == n, 1.0, falling_root(below, zero, one))
    return lower, upper


def _blaker(x: Array, n: Array, alpha: float) -> Limits:
    """Limits of the set of values whose acceptability exceeds alpha (P.8)."""
    start_low, start_high = _clopper_pearson(x, n, alpha)
    lower, upper = np.zeros_like(x), np.ones_like(x)
    for at in np.ndindex(x.shape):
        events, total = float(x[at]), float(n[at])
        if events > 0:
            lower[at] = _blaker_lower(events, total, alpha, float(start_low[at]))
        if events < total:
            start = 1 - float(start_high[at])
            upper[at] = 1 - _blaker_lower(total - events, total, alpha, start)
    return lower, upper


def _blaker_lower(x: float, n: float, alpha: float, start: float) -> float:
    """Return the smallest value from ``start`` on whose acceptability reaches alpha.

    The acceptability of p below x/n is P(X >= x) plus the largest lower tail
    P(X <= cut) not above it. It jumps where the cut moves up, so a root search
    over the whole range can miss the limit. For one cut the sum first falls and
    then rises in p, hence the limit is either where a cut begins or the one
    crossing before it ends. The Clopper-Pearson limit, from which the search
    starts, lies outside the interval or on its edge.
    """

    def upper_tail(p: float) -> float:
        return float(_at_least(x, n, p))

    def lower_tail(cut: float, p: float) -> float:
        return float(_at_most(cut, n, p))

    p, cut = start, -1.0
    while lower_tail(cut + 1, p) <= upper_tail(p):
        cut += 1
    while upper_tail(p) + lower_tail(cut, p) < alpha:
        end = _crossing(lambda q, at: upper_tail(q) - lower_tail(at + 1, q), cut, p, 1.0)
        if upper_tail(end) + lower_tail(cut, end) > alpha:
            return _crossing(lambda q, at: upper_tail(q) + lower_tail(at, q) - alpha, cut, p, end)
        p, cut = end, cut + 1
    return p


def _at_least(x: Array | float, n: Array | float, p: Array | float) -> Array:
    """Return P(X >= x) of a binomial count."""
    from scipy.special import betainc

    inside = (np.asarray(x) > 0) & (np.asarray(x) <= n)
    a, b = np.where(inside, x, 1.0), np.where(inside, np.asarray(n) - x + 1, 1.0)
    return np.where(inside, betainc(a, b, p), np.where(np.asarray(x) <= 0, 1.0, 0.0))


def _at_most(x: Array | float, n: Array | float, p: Array | float) -> Array:
    """Return P(X <= x) of a binomial count, without cancellation."""
    return _at_least(np.asarray(n) - x, n, 1 - np.asarray(p))


def _crossing(
    function: Callable[[float, float], float], cut: float, low: float, high: float
) -> float:
    from scipy.optimize import brentq

    return float(brentq(function, low, high, args=(cut,), xtol=1e-15))


METHODS: dict[str, Callable[[Array, Array, float], Limits]] = {
    "wald": _wald,
    "wilson": _wilson,
    "wilson_cc": _wilson_cc,
    "agresti_coull": _agresti_coull,
    "clopper_pearson": _clopper_pearson,
    "jeffreys": _jeffreys,
    "midp": _mid_p,
    "blaker": _blaker,
}
"""Interval methods: events, totals and alpha in, limits out."""
