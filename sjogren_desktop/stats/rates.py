"""Event rates per unit of time: intervals, differences and ratios.

Events are Poisson counts over a known time at risk; rates can be expressed per
100 (or any number of) units. Everything works on arrays. Formulas T.1 to T.7 in
``resources/methods/rates.md``. Proved by ``tests/stats/test_rates.py`` against
base R (poisson.test) and ratesci.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.binomial_score import z_statistic
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    HypothesisTest,
    checked_level,
    checked_rate,
    known,
    normal_quantile,
    plain,
    two_sided,
)
from sjogren_desktop.stats.proportion import proportion
from sjogren_desktop.stats.roots import falling_root

_EQUAL = 1 + 1e-7
"""Probabilities this close count as equal (as in R's poisson.test)."""


@dataclass(frozen=True)
class _Two:
    """Events and times of two groups, as arrays of one shape."""

    x1: Array
    t1: Array
    x2: Array
    t2: Array
    some: NDArray[np.bool_]

    @property
    def r1(self) -> Array:
        return self.x1 / self.t1

    @property
    def r2(self) -> Array:
        return self.x2 / self.t2


Found = tuple[Array, Array, Array, Array]
"""Lower and upper limit, p value and standard error."""


def rate(events: ArrayLike, time: ArrayLike, *, per: float = 1.0, level: float = 0.95) -> Estimate:
    """Return a rate with its exact confidence interval (T.1).

    For an exposure-adjusted incidence give the subjects with a first event and
    the time at risk until that event or the end of observation.

    Parameters
    ----------
    events : int or array of int
    time : float or array
        Total time at risk; zero gives NaN.
    per : float
        Units of time the rate refers to, such as 100.
    level : float

    Raises
    ------
    AnalysisError
        If events are no counts, a time is negative, or ``per`` is not positive.

    References
    ----------
    Garwood F. Biometrika 1936; 28:437-442.
    """
    from scipy.special import gammaincinv

    alpha = 1 - checked_level(level)
    scale = _per(per)
    x, t = checked_rate(events, time)
    some = t > 0
    safe = np.where(some, t, 1.0)
    none = x == 0
    lower = np.where(none, 0.0, gammaincinv(np.where(none, 1.0, x), alpha / 2))
    upper = gammaincinv(x + 1, 1 - alpha / 2)
    values = [plain(np.where(some, scale * v / safe, np.nan)) for v in (x, lower, upper)]
    return Estimate("rate", "exact", level, values[0], values[1], values[2], null=np.nan)


def rate_difference(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    method: str = "miettinen_nurminen",
    per: float = 1.0,
    level: float = 0.95,
    null: float = 0.0,
) -> Estimate:
    """Return the difference of two rates (first minus second).

    Parameters
    ----------
    x1, t1, x2, t2 : number or array
        Events and time at risk of the groups.
    method : {"miettinen_nurminen", "wald"}
        Score limits (T.3) or normal limits with the variance of T.2.
    per, level : float
    null : float
        Difference tested, in events per ``per`` units.

    References
    ----------
    Miettinen O, Nurminen M. Stat Med 1985; 4:213-226.
    """
    known(method, "interval for a rate difference", DIFFERENCE_METHODS)
    scale = _per(per)
    two = _two(x1, t1, x2, t2)
    lower, upper, p, error = DIFFERENCE_METHODS[method](two, normal_quantile(level), null / scale)
    estimate = two.r1 - two.r2
    values = (scale * estimate, scale * lower, scale * upper, p, scale * error)
    return _estimate("rate difference", method, level, null, two, values)


def rate_ratio(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    method: str = "exact",
    level: float = 0.95,
    null: float = 1.0,
) -> Estimate:
    """Return the ratio of two rates (first over second).

    Parameters
    ----------
    x1, t1, x2, t2 : number or array
    method : {"exact", "miettinen_nurminen", "wald"}
        Clopper-Pearson (T.5), score (T.6) or log-normal limits (T.4); the last
        are NaN where a group has no event.
    level, null : float

    Returns
    -------
    Estimate
        Infinite where only the second group has no event, NaN where neither
        has one. The exact p value is two-sided by probability, as in R's
        poisson.test, and need not agree with the central limits.

    References
    ----------
    Przyborowski J, Wilenski H. Biometrika 1940; 31:313-323.
    """
    known(method, "interval for a rate ratio", RATIO_METHODS)
    if not 0 < null < np.inf:
        raise AnalysisError(f"The ratio tested must be above zero and finite, but is {null:g}.")
    two = _two(x1, t1, x2, t2)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = two.r1 / two.r2
    lower, upper, p, error = RATIO_METHODS[method](two, level, null)
    return _estimate("rate ratio", method, level, null, two, (estimate, lower, upper, p, error))


def rate_test(
    x1: ArrayLike, t1: ArrayLike, x2: ArrayLike, t2: ArrayLike, *, null: float = 1.0
) -> HypothesisTest:
    """Test that the ratio of two rates is ``null``, exactly and two-sided (T.7)."""
    found = rate_ratio(x1, t1, x2, t2, method="exact", null=null)
    nothing = np.full(np.shape(found.p_value), np.nan)
    return HypothesisTest("Exact conditional test of rates", plain(nothing), found.p_value)


def _per(per: float) -> float:
    if not 0 < per < np.inf:
        raise AnalysisError(f"A rate per {per:g} units of time has no meaning. Give 1 or 100.")
    return float(per)


def _two(x1: ArrayLike, t1: ArrayLike, x2: ArrayLike, t2: ArrayLike) -> _Two:
    first, second = checked_rate(x1, t1), checked_rate(x2, t2)
    try:
        a, s, b, t = np.broadcast_arrays(*first, *second)
    except ValueError as error:
        raise AnalysisError("Give as many counts for the first group as for the second.") from error
    return _Two(a, np.where(s > 0, s, 1.0), b, np.where(t > 0, t, 1.0), (s > 0) & (t > 0))


def _estimate(
    measure: str, method: str, level: float, null: float, two: _Two, values: tuple[Array, ...]
) -> Estimate:
    found = [plain(np.where(two.some, v, np.nan)) for v in values]
    return Estimate(
        measure=measure,
        method=method,
        level=level,
        estimate=found[0],
        lower=found[1],
        upper=found[2],
        p_value=found[3],
        std_error=found[4],
        null=null,
    )


def _wald_difference(two: _Two, z: float, null: float) -> Found:
    error = np.sqrt(two.x1 / two.t1**2 + two.x2 / two.t2**2)
    difference = two.r1 - two.r2
    p = _normal_p(difference - null, error)
    return difference - z * error, difference + z * error, p, error


def _normal_p(distance: Array, error: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(error > 0, two_sided(distance / error), np.nan)


def _difference_z(two: _Two, delta: Array) -> Array:
    """Return the score statistic at a rate difference (T.3)."""
    total, events = two.t1 + two.t2, two.x1 + two.x2
    b = total * delta - events
    root = np.sqrt(b**2 + 4 * total * two.x2 * delta)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Of the two forms of the positive root, the one that does not cancel.
        r2 = np.where(b > 0, 2 * two.x2 * delta / (b + root), (root - b) / (2 * total))
    r2 = np.maximum(r2, np.maximum(0, -delta))
    return z_statistic(two.r1 - two.r2 - delta, np.maximum(r2 + delta, 0) / two.t1 + r2 / two.t2)


def _score_difference(two: _Two, z: float, null: float) -> Found:
    estimate = two.r1 - two.r2
    # Beyond this distance the score exceeds z whatever the counts.
    reach = 4 * (z**2 + z * np.sqrt(two.x1 + two.x2 + 1)) * (1 / two.t1 + 1 / two.t2)

    def excess(bound: float) -> Callable[[Array], Array]:
        return lambda delta: _difference_z(two, delta) - bound

    lower = falling_root(excess(z), estimate - reach, estimate)
    upper = falling_root(excess(-z), estimate, estimate + reach)
    p = two_sided(_difference_z(two, np.full_like(estimate, null)))
    return lower, upper, p, np.full_like(estimate, np.nan)


def _wald_ratio(two: _Two, level: float, null: float) -> Found:
    z = normal_quantile(level)
    both = (two.x1 > 0) & (two.x2 > 0)
    x1, x2 = np.where(both, two.x1, 1.0), np.where(both, two.x2, 1.0)
    log = np.where(both, np.log(x1 / two.t1) - np.log(x2 / two.t2), np.nan)
    error = np.where(both, np.sqrt(1 / x1 + 1 / x2), np.nan)
    p = two_sided((log - np.log(null)) / error)
    return np.exp(log - z * error), np.exp(log + z * error), p, error


def _from_share(two: _Two, share: Array) -> Array:
    """Return the rate ratio at which the first group has this share of the events."""
    with np.errstate(divide="ignore"):
        return share / (1 - share) * two.t2 / two.t1


def _share_limits(two: _Two, method: str, level: float) -> tuple[Array, Array]:
    events = two.x1 + two.x2
    found = proportion(two.x1, events, method=method, level=level)
    some = events > 0
    lower = np.where(some, found.lower, 0.0)
    upper = np.where(some, found.upper, 1.0)
    return _from_share(two, lower), _from_share(two, upper)


def _score_ratio(two: _Two, level: float, null: float) -> Found:
    """Limits of T.6: Wilson's limits of the share of events are the score limits."""
    lower, upper = _share_limits(two, "wilson", level)
    score = two.r1 - null * two.r2
    common = (two.x1 + two.x2) / (two.t1 * null + two.t2)
    variance = null * common / two.t1 + null**2 * common / two.t2
    p = two_sided(z_statistic(score, variance))
    return lower, upper, p, np.full_like(p, np.nan)


def _exact_ratio(two: _Two, level: float, null: float) -> Found:
    lower, upper = _share_limits(two, "clopper_pearson", level)
    p = np.empty(two.x1.shape)
    for at in np.ndindex(p.shape):
        share = null * two.t1[at] / (null * two.t1[at] + two.t2[at])
        p[at] = _binomial_p(float(two.x1[at]), float(two.x1[at] + two.x2[at]), float(share))
    return lower, upper, p, np.full_like(p, np.nan)


def _binomial_p(x: float, n: float, share: float) -> float:
    """Return the probability of all outcomes not more probable than the observed (T.7)."""
    from scipy.stats import binom

    probabilities = binom.pmf(np.arange(n + 1), n, share)
    return min(float(probabilities[probabilities <= probabilities[int(x)] * _EQUAL].sum()), 1.0)


DIFFERENCE_METHODS: dict[str, Callable[[_Two, float, float], Found]] = {
    "miettinen_nurminen": _score_difference,
    "wald": _wald_difference,
}
RATIO_METHODS: dict[str, Callable[[_Two, float, float], Found]] = {
    "exact": _exact_ratio,
    "miettinen_nurminen": _score_ratio,
    "wald": _wald_ratio,
}
