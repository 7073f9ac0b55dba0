"""Two event rates compared within strata: the common difference.

Strata are the last axis of every argument; axes before it are separate
comparisons. Formulas T.8 and T.9 in ``resources/methods/ae_incidence.md``. Proved by
``tests/stats/test_rates_stratified.py``: one stratum is the unstratified
method, which is checked against ratesci, and several are checked against the
restricted likelihood maximised by a general optimiser.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.binomial_score import z_statistic
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    checked_rate,
    normal_quantile,
    plain,
    two_sided,
)
from sjogren_desktop.stats.roots import falling_root


def stratified_rate_difference(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    per: float = 1.0,
    level: float = 0.95,
) -> Estimate:
    """Return the common difference of rates over strata (first minus second).

    Parameters
    ----------
    x1, t1, x2, t2 : array, shape (..., strata)
        Events and time at risk. A stratum in which a group has no time is left
        out.
    per : float
        Units of time the rates refer to, such as 100.
    level : float

    Returns
    -------
    Estimate
        Mantel-Haenszel weighted difference (T.8) with score limits (T.9), of
        the shape of the leading axes; NaN where no stratum has both groups.

    References
    ----------
    Greenland S, Robins JM. Biometrics 1985; 41:55-68. Miettinen O, Nurminen M.
    Stat Med 1985; 4:213-226.
    """
    if not 0 < per < np.inf:
        raise AnalysisError(f"A rate per {per:g} units of time has no meaning. Give 1 or 100.")
    first, second = checked_rate(x1, t1), checked_rate(x2, t2)
    a, s, b, t = (np.atleast_1d(v) for v in np.broadcast_arrays(*first, *second))
    use = (s > 0) & (t > 0)
    a, b = np.where(use, a, 0.0), np.where(use, b, 0.0)
    s, t = np.where(use, s, 1.0), np.where(use, t, 1.0)
    weight = np.where(use, s * t / (s + t), 0.0)
    total = weight.sum(axis=-1)
    some = total > 0
    share = weight / np.where(some, total, 1.0)[..., None]
    estimate = (share * (a / s - b / t)).sum(axis=-1)

    def score(delta: Array) -> Array:
        variance = _restricted_variance(a, s, b, t, delta[..., None])
        return z_statistic(estimate - delta, (share**2 * variance).sum(axis=-1))

    z = normal_quantile(level)
    # Beyond this distance the score of every stratum exceeds z, and so does their sum.
    reach = (use * 4 * (z**2 + z * np.sqrt(a + b + 1)) * (1 / s + 1 / t)).sum(axis=-1)
    lower = falling_root(lambda d: score(d) - z, estimate - reach, estimate)
    upper = falling_root(lambda d: score(d) + z, estimate, estimate + reach)
    p = two_sided(score(np.zeros_like(estimate)))
    values = [plain(np.where(some, v, np.nan)) for v in (per * estimate, per * lower, per * upper)]
    return Estimate(
        measure="rate difference",
        method="miettinen_nurminen, stratified",
        level=level,
        estimate=values[0],
        lower=values[1],
        upper=values[2],
        p_value=plain(np.where(some, p, np.nan)),
    )


def _restricted_variance(x1: Array, t1: Array, x2: Array, t2: Array, delta: Array) -> Array:
    """Return the variance of the difference at its restricted likelihood maximum (T.9)."""
    total, events = t1 + t2, x1 + x2
    b = total * delta - events
    root = np.sqrt(b**2 + 4 * total * x2 * delta)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Of the two forms of the positive root, the one that does not cancel.
        r2 = np.where(b > 0, 2 * x2 * delta / (b + root), (root - b) / (2 * total))
    r2 = np.maximum(r2, np.maximum(0, -delta))
    return np.asarray(np.maximum(r2 + delta, 0) / t1 + r2 / t2)
