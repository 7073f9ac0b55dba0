"""Standardised effect sizes with exact confidence intervals.

Hedges' g of two groups and the standardised response mean of changes. Limits
come from the noncentral t distribution. Formulas F.1 to F.4 in
``resources/methods/effect_size.md``. Proved by ``tests/stats/test_effect_size.py``
against published examples (Borenstein et al. 2009, Kelley 2007).

References
----------
Hedges LV. J Educ Stat 1981; 6:107-128. Cumming G, Finch S. Educ Psychol Meas
2001; 61:532-574 (noncentral limits). Liang MH, Fossel AH, Larson MG. Med Care
1990; 28:632-642 (standardised response mean).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    checked_level,
    known,
    normal_quantile,
    two_sided,
)

METHODS = ("noncentral_t", "normal")


def hedges_g(
    first: ArrayLike, second: ArrayLike, *, method: str = "noncentral_t", level: float = 0.95
) -> Estimate:
    """Return the standardised mean difference (first minus second), corrected for bias.

    Parameters
    ----------
    first, second : array, shape (n,)
        Values of the groups; missing values are left out.
    method : {"noncentral_t", "normal"}
        Exact limits (F.2), or normal ones with the large-sample variance (F.3).
    level : float

    Returns
    -------
    Estimate
        ``std_error`` is that of F.3; the p value is that of the two-sample t
        test, or of the normal approximation.

    Raises
    ------
    AnalysisError
        If a group has no value, there are fewer than three in all, or they do
        not vary.
    """
    known(method, "interval for Hedges' g", METHODS)
    x, y = _values(first), _values(second)
    df = len(x) + len(y) - 2
    if not len(x) or not len(y) or df < 1:
        raise AnalysisError(
            f"Hedges' g needs values in both groups and three in all, but there are {len(x)} and "
            f"{len(y)}."
        )
    pooled = (((x - x.mean()) ** 2).sum() + ((y - y.mean()) ** 2).sum()) / df
    d = _standardised(float(x.mean() - y.mean()), float(pooled))
    root = float(np.sqrt(len(x) * len(y) / (len(x) + len(y))))
    variance = 1 / root**2 + d**2 / (2 * (len(x) + len(y)))
    return _estimate("Hedges' g", method, level, d, root, df, variance)


def standardised_response_mean(
    change: ArrayLike, *, method: str = "noncentral_t", level: float = 0.95
) -> Estimate:
    """Return the mean change over the standard deviation of changes.

    Parameters
    ----------
    change : array, shape (n,)
        Changes of the same subjects; missing values are left out.
    method : {"noncentral_t", "normal"}
        Exact limits (F.4), or normal ones with variance 1/n + srm^2 / (2 (n - 1)).
    level : float

    Returns
    -------
    Estimate
        Not corrected for bias; the p value is that of the one-sample t test, or
        of the normal approximation.

    Raises
    ------
    AnalysisError
        If there are fewer than two values, or they do not vary.
    """
    known(method, "interval for a standardised response mean", METHODS)
    x = _values(change)
    df = len(x) - 1
    if df < 1:
        raise AnalysisError(
            f"A standardised response mean needs two changes or more, but there are {len(x)}."
        )
    srm = _standardised(float(x.mean()), float(x.var(ddof=1)))
    variance = 1 / len(x) + srm**2 / (2 * df)
    name = "standardised response mean"
    return _estimate(name, method, level, srm, float(np.sqrt(len(x))), df, variance, factor=1.0)


def bias_factor(df: int) -> float:
    """Return Hedges' exact correction factor J (F.1)."""
    from scipy.special import gammaln

    return float(np.exp(gammaln(df / 2) - gammaln((df - 1) / 2)) / np.sqrt(df / 2)) if df > 1 else 0


def noncentral_limits(statistic: float, df: int, *, level: float = 0.95) -> tuple[float, float]:
    """Return limits of the noncentrality of a t statistic (F.2)."""
    from scipy.optimize import brentq
    from scipy.special import nctdtr

    alpha = 1 - checked_level(level)

    def below(noncentrality: float) -> float:
        found = float(nctdtr(df, noncentrality, statistic))
        # scipy gives NaN in far tails, where the probability is 1 or 0.
        return found if found == found else float(noncentrality < statistic)

    def solve(probability: float) -> float:
        low = high = statistic
        step = 1.0
        while below(low) < probability:
            low, step = low - step, 2 * step
        step = 1.0
        while below(high) > probability:
            high, step = high + step, 2 * step
        return float(brentq(lambda nc: below(nc) - probability, low, high, xtol=1e-12))

    return solve(1 - alpha / 2), solve(alpha / 2)


def _values(values: ArrayLike) -> Array:
    found = np.asarray(values, dtype=np.float64).ravel()
    return found[~np.isnan(found)]


def _standardised(mean: float, variance: float) -> float:
    if not variance > 0:
        raise AnalysisError("All values are equal, so there is no standard deviation to divide by.")
    return mean / float(np.sqrt(variance))


def _estimate(
    measure: str,
    method: str,
    level: float,
    effect: float,
    root: float,
    df: int,
    variance: float,
    *,
    factor: float | None = None,
) -> Estimate:
    """Return effect and limits; ``root`` turns the effect into a t statistic."""
    from scipy.stats import t

    j = bias_factor(df) if factor is None else factor
    error = j * float(np.sqrt(variance))
    if method == "normal":
        z = normal_quantile(level)
        lower, upper = j * effect - z * error, j * effect + z * error
        p = float(two_sided(j * effect / error))
    else:
        low, high = noncentral_limits(effect * root, df, level=level)
        lower, upper = j * low / root, j * high / root
        p = float(2 * t.sf(abs(effect * root), df))
    return Estimate(measure, method, level, j * effect, lower, upper, p, error)
