"""Two proportions compared within strata: common difference, ratio, odds ratio.

Strata are the last axis of every argument; axes before it are separate tables,
so that a whole list of events is compared in one call. Formulas M.1 to M.8 in
``resources/methods/proportions.md``. Proved by
``tests/stats/test_proportions_stratified.py`` against base R, metafor, ratesci
and tern.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.binomial_score import (
    DIFFERENCE,
    ODDS_RATIO,
    RATIO,
    Contrast,
    Counts,
    restricted_odds,
    z_statistic,
)
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    HypothesisTest,
    checked_proportion,
    known,
    normal_quantile,
    plain,
    two_sided,
)
from sjogren_desktop.stats.proportion import wilson_limits
from sjogren_desktop.stats.proportions import unbounded
from sjogren_desktop.stats.roots import falling_root

StratumWeights = Literal["mantel_haenszel", "miettinen_nurminen"]
STRATUM_WEIGHTS: tuple[StratumWeights, ...] = ("mantel_haenszel", "miettinen_nurminen")
DIFFERENCE_METHODS = ("miettinen_nurminen", "sato", "wald", "newcombe")
RATIO_METHODS = ("miettinen_nurminen", "mantel_haenszel")

_LOG_BOUND = 32.0


@dataclass(frozen=True)
class _Strata:
    """Tables with strata on the last axis; ``use`` is 0 where a stratum has an empty group."""

    counts: Counts
    use: Array

    @property
    def weights(self) -> Array:
        """Mantel-Haenszel weights, n1 n2 / N."""
        c = self.counts
        return self.use * c.n1 * c.n2 / (c.n1 + c.n2)

    @property
    def some(self) -> NDArray[np.bool_]:
        return np.asarray(self.use.sum(axis=-1) > 0)


def stratified_difference(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    method: str = "miettinen_nurminen",
    weights: StratumWeights = "mantel_haenszel",
    level: float = 0.95,
    null: float = 0.0,
) -> Estimate:
    """Return the common risk difference of strata (first minus second group).

    Parameters
    ----------
    x1, n1, x2, n2 : array of int, shape (..., strata)
        Events and subjects. A stratum in which a group is empty is left out.
    method : str
        ``"miettinen_nurminen"``: score limits with the given stratum weights
        (M.7). ``"sato"``: Mantel-Haenszel estimate with the variance of Sato,
        consistent for many small strata (M.2). ``"wald"``: the same estimate
        with the weighted binomial variance (M.3). ``"newcombe"``: stratified
        Newcombe with Mantel-Haenszel weights (M.4).
    weights : {"mantel_haenszel", "miettinen_nurminen"}
        For the score method only; the estimate depends on it.
    level, null : float

    Returns
    -------
    Estimate
        Of the shape of the leading axes.

    References
    ----------
    Miettinen O, Nurminen M. Stat Med 1985; 4:213-226. Sato T. Biometrics 1989;
    45:1323-1324 (with Greenland S, Robins JM). Yan X, Su XG. Stat Biopharm Res
    2010; 2:329-335.
    """
    known(method, "method for a stratified risk difference", DIFFERENCE_METHODS)
    known(weights, "weights of strata", STRATUM_WEIGHTS)
    strata = _strata(x1, n1, x2, n2)
    z = normal_quantile(level)
    if method == "miettinen_nurminen":
        return _score(DIFFERENCE, strata, weights, z, level, null)
    share = _shares(strata)
    estimate = _sum(share * (strata.counts.p1 - strata.counts.p2))
    if method == "newcombe":
        lower, upper = _newcombe(strata, share, z)
        return _result(DIFFERENCE, method, level, null, strata, (estimate, lower, upper))
    variance = _sato(strata, estimate) if method == "sato" else _binomial_variance(strata, share)
    error = np.sqrt(np.maximum(variance, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        p = np.where(error > 0, two_sided((estimate - null) / error), np.nan)
    values = (estimate, estimate - z * error, estimate + z * error, p, error)
    return _result(DIFFERENCE, method, level, null, strata, values)


def stratified_relative_risk(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    method: str = "miettinen_nurminen",
    weights: StratumWeights = "miettinen_nurminen",
    level: float = 0.95,
    null: float = 1.0,
) -> Estimate:
    """Return the common relative risk of strata; arguments as for the difference.

    ``method="mantel_haenszel"`` takes the variance of the logarithm of
    Greenland and Robins (M.5); it is NaN where a group has no event at all.

    References
    ----------
    Greenland S, Robins JM. Biometrics 1985; 41:55-68.
    """
    return _common_ratio(
        RATIO, _strata(x1, n1, x2, n2), _greenland_robins, method, weights, level, null
    )


def stratified_odds_ratio(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    method: str = "mantel_haenszel",
    weights: StratumWeights = "miettinen_nurminen",
    level: float = 0.95,
    null: float = 1.0,
) -> Estimate:
    """Return the common odds ratio of strata; arguments as for the difference.

    ``method="mantel_haenszel"`` takes the variance of the logarithm of Robins,
    Breslow and Greenland (M.6). For the exact conditional estimate see
    :func:`sjogren_desktop.stats.exact.conditional_odds_ratio`.

    References
    ----------
    Robins J, Breslow N, Greenland S. Biometrics 1986; 42:311-323.
    """
    return _common_ratio(
        ODDS_RATIO,
        _strata(x1, n1, x2, n2),
        _robins_breslow_greenland,
        method,
        weights,
        level,
        null,
    )


def breslow_day_test(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, *, tarone: bool = True
) -> HypothesisTest:
    """Test whether the odds ratio is the same in all strata (M.8).

    Parameters
    ----------
    tarone : bool
        Subtract Tarone's term, which makes the statistic a proper chi-square.

    Returns
    -------
    HypothesisTest
        NaN where fewer than two strata have both events and non-events, or the
        Mantel-Haenszel odds ratio is 0 or infinite.

    References
    ----------
    Breslow NE, Day NE. Statistical Methods in Cancer Research I. IARC 1980,
    section 4.4. Tarone RE. Biometrika 1985; 72:91-95.
    """
    from scipy.special import chdtrc

    strata = _informative(_strata(x1, n1, x2, n2), ODDS_RATIO)
    counts, use = strata.counts, strata.use
    common = np.asarray(_robins_breslow_greenland(strata)[0])[..., None]
    fits = np.isfinite(common) & (common > 0)
    p1, p2 = restricted_odds(np.where(fits, common, 1.0), counts)
    distance = use * (counts.x1 - counts.n1 * p1)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = 1 / (counts.n1 * p1 * (1 - p1)) + 1 / (counts.n2 * p2 * (1 - p2))
        spread = np.where(use > 0, 1 / information, 0.0)
        statistic = _sum(np.where(use > 0, distance**2 * information, 0.0))
        if tarone:
            statistic = statistic - _sum(distance) ** 2 / _sum(spread)
    df = _sum(use) - 1
    statistic = np.where(fits[..., 0] & (df > 0), statistic, np.nan)
    return _chi_squared("Breslow-Day, Tarone" if tarone else "Breslow-Day", statistic, df, chdtrc)


def heterogeneity_test(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, *, measure: str = "difference"
) -> HypothesisTest:
    """Test whether strata share a Mantel-Haenszel estimate, by Cochran's Q.

    Parameters
    ----------
    measure : {"difference", "ratio", "odds"}
        Ratios are compared on the log scale. Strata whose estimate or standard
        error is not finite and positive do not count.
    """
    from scipy.special import chdtrc

    known(measure, "measure", ("difference", "ratio", "odds"))
    strata = _strata(x1, n1, x2, n2)
    c = strata.counts
    with np.errstate(divide="ignore", invalid="ignore"):
        if measure == "difference":
            each = c.p1 - c.p2
            variance = c.p1 * (1 - c.p1) / c.n1 + c.p2 * (1 - c.p2) / c.n2
            common = _sum(_shares(strata) * each)
        elif measure == "ratio":
            each = np.log(c.p1 / c.p2)
            variance = 1 / c.x1 - 1 / c.n1 + 1 / c.x2 - 1 / c.n2
            common = np.log(_greenland_robins(strata)[0])
        else:
            each = np.log(c.x1 * (c.n2 - c.x2) / (c.x2 * (c.n1 - c.x1)))
            variance = 1 / c.x1 + 1 / (c.n1 - c.x1) + 1 / c.x2 + 1 / (c.n2 - c.x2)
            common = np.log(_robins_breslow_greenland(strata)[0])
        counted = (strata.use > 0) & np.isfinite(each) & np.isfinite(variance) & (variance > 0)
        distance = (each - np.asarray(common)[..., None]) ** 2 / variance
    statistic = _sum(np.where(counted, distance, 0.0))
    df = _sum(np.where(counted, 1.0, 0.0)) - 1
    statistic = np.where(df > 0, statistic, np.nan)
    return _chi_squared("Cochran's Q", statistic, df, chdtrc)


def _chi_squared(
    name: str, statistic: Array, df: Array, tail: Callable[[Array, Array], Array]
) -> HypothesisTest:
    missing = np.isnan(statistic)
    p = tail(np.where(missing, 1.0, df), np.where(missing, 0.0, np.maximum(statistic, 0)))
    degrees = float(np.max(df, initial=0.0))
    return HypothesisTest(name, plain(statistic), plain(np.where(missing, np.nan, p)), degrees)


def _strata(x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike) -> _Strata:
    first, second = checked_proportion(x1, n1), checked_proportion(x2, n2)
    try:
        e1, t1, e2, t2 = (np.atleast_1d(a) for a in np.broadcast_arrays(*first, *second))
    except ValueError as error:
        raise AnalysisError("Give as many counts for the first group as for the second.") from error
    use = (t1 > 0) & (t2 > 0)
    # An absent stratum is computed as 0 of 1 in each group, with weight zero.
    filled = (np.where(use, v, blank) for v, blank in ((e1, 0), (t1, 1), (e2, 0), (t2, 1)))
    return _Strata(Counts(*(np.asarray(v, dtype=np.float64) for v in filled)), use.astype(float))


def _informative(strata: _Strata, contrast: Contrast) -> _Strata:
    """Leave out strata that say nothing about a ratio: no event, or no non-event."""
    events = strata.counts.x1 + strata.counts.x2
    use = strata.use * (events > 0)
    if contrast is ODDS_RATIO:
        use = use * (events < strata.counts.n1 + strata.counts.n2)
    return _Strata(strata.counts, use)


def _sum(values: Array) -> Array:
    return np.asarray(values.sum(axis=-1))


def _shares(strata: _Strata) -> Array:
    """Return Mantel-Haenszel weights that add to one (0 where no stratum counts)."""
    total = strata.weights.sum(axis=-1, keepdims=True)
    return strata.weights / np.where(total > 0, total, 1.0)


def _binomial_variance(strata: _Strata, share: Array) -> Array:
    c = strata.counts
    return _sum(share**2 * (c.p1 * (1 - c.p1) / c.n1 + c.p2 * (1 - c.p2) / c.n2))


def _sato(strata: _Strata, estimate: Array) -> Array:
    c, use = strata.counts, strata.use
    total = c.n1 + c.n2
    f1, f2 = c.n1 / total, c.n2 / total
    p = _sum(use * (c.x2 * f1**2 - c.x1 * f2**2 + f1 * f2 * (c.n2 - c.n1) / 2))
    q = _sum(use * (c.x1 * (c.n2 - c.x2) + c.x2 * (c.n1 - c.x1)) / (2 * total))
    weight = _sum(strata.weights)
    return np.asarray((estimate * p + q) / np.where(weight > 0, weight, 1.0) ** 2)


def _newcombe(strata: _Strata, share: Array, z: float) -> tuple[Array, Array]:
    """Return limits from stratified Wilson limits of both groups (M.4)."""
    c = strata.counts
    low1, high1 = stratified_wilson(c.p1, c.n1, share, z)
    low2, high2 = stratified_wilson(c.p2, c.n2, share, z)
    spread1, spread2 = _sum(share**2 / c.n1), _sum(share**2 / c.n2)
    estimate = _sum(share * (c.p1 - c.p2))
    down = spread1 * low1 * (1 - low1) + spread2 * high2 * (1 - high2)
    up = spread1 * high1 * (1 - high1) + spread2 * low2 * (1 - low2)
    return estimate - z * np.sqrt(down), estimate + z * np.sqrt(up)


def stratified_wilson(p: Array, n: Array, share: Array, z: float) -> tuple[Array, Array]:
    """Return Wilson limits of a weighted mean of proportions (Yan and Su 2010).

    Parameters
    ----------
    p, n, share : array, shape (..., strata)
        Proportions, group sizes, and weights that add to one.
    z : float
        Normal quantile.
    """
    spread = p * (1 - p) / n
    flat = _sum(share**2 * spread) == 0
    # Without any spread the quantile is the limit for a common proportion near 0 or 1.
    spread = np.where(flat[..., None], 1 / n, spread)
    total = _sum(share * np.sqrt(spread))
    relaxed = z * np.sqrt(_sum(share**2 * spread)) / np.where(total > 0, total, 1.0)
    lower, upper = wilson_limits(p, n, relaxed[..., None])
    return _sum(share * lower), _sum(share * upper)


def _greenland_robins(strata: _Strata) -> tuple[Array, Array]:
    """Return the Mantel-Haenszel relative risk and the error of its logarithm (M.5)."""
    c, use = strata.counts, strata.use
    total = c.n1 + c.n2
    r, s = _sum(use * c.x1 * c.n2 / total), _sum(use * c.x2 * c.n1 / total)
    top = _sum(use * (c.n1 * c.n2 * (c.x1 + c.x2) - c.x1 * c.x2 * total) / total**2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return r / s, np.sqrt(top / (r * s))


def _robins_breslow_greenland(strata: _Strata) -> tuple[Array, Array]:
    """Return the Mantel-Haenszel odds ratio and the error of its logarithm (M.6)."""
    c, use = strata.counts, strata.use
    total = c.n1 + c.n2
    p, q = (c.x1 + c.n2 - c.x2) / total, (c.n1 - c.x1 + c.x2) / total
    r, s = use * c.x1 * (c.n2 - c.x2) / total, use * c.x2 * (c.n1 - c.x1) / total
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = (
            _sum(p * r) / (2 * _sum(r) ** 2)
            + _sum(p * s + q * r) / (2 * _sum(r) * _sum(s))
            + _sum(q * s) / (2 * _sum(s) ** 2)
        )
        return _sum(r) / _sum(s), np.sqrt(variance)


def _common_ratio(
    contrast: Contrast,
    strata: _Strata,
    closed_form: Callable[[_Strata], tuple[Array, Array]],
    method: str,
    weights: StratumWeights,
    level: float,
    null: float,
) -> Estimate:
    known(method, f"method for a stratified {contrast.name}", RATIO_METHODS)
    known(weights, "weights of strata", STRATUM_WEIGHTS)
    if not 0 < null < np.inf:
        raise AnalysisError(f"The ratio tested must be above zero and finite, but is {null:g}.")
    z = normal_quantile(level)
    if method == "miettinen_nurminen":
        return _score(contrast, _informative(strata, contrast), weights, z, level, null)
    estimate, error = closed_form(strata)
    with np.errstate(divide="ignore", invalid="ignore"):
        log = np.log(estimate)
    fits = np.isfinite(log) & np.isfinite(error)
    log, error = np.where(fits, log, np.nan), np.where(fits, error, np.nan)
    p = two_sided((log - np.log(null)) / np.where(error > 0, error, np.nan))
    values = (estimate, np.exp(log - z * error), np.exp(log + z * error), p, error)
    return _result(contrast, method, level, null, strata, values)


def _score(
    contrast: Contrast,
    strata: _Strata,
    weights: StratumWeights,
    z: float,
    level: float,
    null: float,
) -> Estimate:
    """Return the value with score zero, and the limits with score z and -z (M.7)."""
    counts, use = strata.counts, strata.use
    on_log = contrast is not DIFFERENCE

    def statistic(at: Array) -> Array:
        value = np.broadcast_to(np.asarray(at)[..., None], use.shape)
        restricted = contrast.restricted(value, counts)
        score, variance = contrast.score(value, counts, restricted)
        if weights == "mantel_haenszel":
            weight = strata.weights
        else:
            weight = contrast.weights(value, counts, restricted, use)
        # Weights of zero may meet infinite scores; 0 x infinity counts as nothing.
        each = np.where(weight > 0, weight * score, 0.0)
        spread = np.where(weight > 0, weight**2 * variance * counts.inflation, 0.0)
        return z_statistic(_sum(each), _sum(spread))

    def crossing(bound: float) -> Array:
        edge = np.full(use.shape[:-1], _LOG_BOUND if on_log else 1.0)

        def excess(at: Array) -> Array:
            return statistic(np.exp(at) if on_log else at) - bound

        return falling_root(excess, -edge, edge)

    lower, upper = crossing(z), crossing(-z)
    if contrast is DIFFERENCE and weights == "mantel_haenszel":
        estimate = _sum(_shares(strata) * (counts.p1 - counts.p2))
    else:
        estimate = crossing(0.0)
    if on_log:
        zero, infinite = (
            np.all(flag | (use == 0), axis=-1) for flag in unbounded(contrast, counts)
        )
        lower = np.where(zero, 0.0, np.exp(lower))
        upper = np.where(infinite, np.inf, np.exp(upper))
        estimate = np.where(
            zero & infinite,
            np.nan,
            np.where(zero, 0.0, np.where(infinite, np.inf, np.exp(estimate))),
        )
    p = two_sided(statistic(np.full(use.shape[:-1], null)))
    nothing = np.full(use.shape[:-1], np.nan)
    name = f"miettinen_nurminen, {weights} weights"
    return _result(contrast, name, level, null, strata, (estimate, lower, upper, p, nothing))


def _result(
    contrast: Contrast,
    method: str,
    level: float,
    null: float,
    strata: _Strata,
    values: tuple[Array, ...],
) -> Estimate:
    """Return the estimate; values are estimate, limits and, if any, p value and error."""
    some = strata.some | (contrast is not DIFFERENCE)
    found = [plain(np.where(some, v, np.nan)) for v in values]
    found += [plain(np.full(some.shape, np.nan))] * (5 - len(found))
    return Estimate(
        measure=contrast.name,
        method=method,
        level=level,
        estimate=found[0],
        lower=found[1],
        upper=found[2],
        p_value=found[3],
        std_error=found[4],
        null=null,
    )
