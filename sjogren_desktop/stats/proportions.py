"""Two independent proportions: difference, ratio, odds ratio and their tests.

Methods and formulas: ``resources/methods/proportions.md`` (D.1 to D.6, R.1 to
R.3, S.1 to S.9). Everything works on arrays of tables. Proved by
``tests/stats/test_proportions.py`` against base R, ratesci and PropCIs, the
examples of Newcombe (1998), and the likelihood maximised by brute force.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.binomial_score import (
    DIFFERENCE,
    ODDS_RATIO,
    RATIO,
    Contrast,
    Counts,
    z_statistic,
)
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    HypothesisTest,
    Values,
    checked_proportion,
    known,
    normal_quantile,
    plain,
    two_sided,
)
from sjogren_desktop.stats.proportion import wilson_cc_limits, wilson_limits
from sjogren_desktop.stats.roots import falling_root

_LOG_BOUND = 32.0
"""Ratios are searched for between exp(-32) and exp(32)."""

Flags = NDArray[np.bool_]
Found = tuple[Array, Array, Array, Array]
"""Lower and upper limit, p value and standard error."""


def risk_difference(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    method: str = "miettinen_nurminen",
    level: float = 0.95,
    null: float = 0.0,
) -> Estimate:
    """Return the difference of two proportions (first minus second).

    Parameters
    ----------
    x1, n1, x2, n2 : int or array of int
        Events and subjects of the groups; tables are treated element by element.
    method : str
        One of :data:`DIFFERENCE_METHODS`. ``"mee"`` is the score interval
        without the factor N / (N - 1) of ``"miettinen_nurminen"``.
    level : float
    null : float
        Difference that is tested, such as a non-inferiority margin.

    Returns
    -------
    Estimate
        A group without subjects gives NaN. Limits of the Wald intervals are not
        cut at -1 and 1. Newcombe's method defines no p value.

    Raises
    ------
    AnalysisError
        For an unknown method, counts that cannot be, or a null difference
        outside -1 to 1.

    References
    ----------
    Miettinen O, Nurminen M. Stat Med 1985; 4:213-226. Newcombe RG. Stat Med
    1998; 17:873-890. Agresti A, Caffo B. Am Stat 2000; 54:280-288. Mee RW.
    Biometrics 1984; 40:1175-1176.
    """
    known(method, "interval for a risk difference", DIFFERENCE_METHODS)
    if not -1 < null < 1:
        raise AnalysisError(f"The difference tested must lie between -1 and 1, but is {null:g}.")
    counts, some = _counts(x1, n1, x2, n2)
    found = DIFFERENCE_METHODS[method](counts, normal_quantile(level), null)
    return _estimate(DIFFERENCE, method, level, null, counts.p1 - counts.p2, found, some)


def relative_risk(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    method: str = "miettinen_nurminen",
    level: float = 0.95,
    null: float = 1.0,
) -> Estimate:
    """Return the ratio of two proportions (first over second).

    Parameters and errors as :func:`risk_difference`; ``method`` is one of
    :data:`RATIO_METHODS`.

    Returns
    -------
    Estimate
        Infinite where only the second group has no event, NaN where neither
        has one. Katz's interval (on the log scale) is NaN where a group has no
        event; the score interval then has one finite limit.

    References
    ----------
    Katz D et al. Biometrics 1978; 34:469-474. Miettinen and Nurminen (1985).
    """
    known(method, "interval for a relative risk", RATIO_METHODS)
    _check_ratio(null)
    counts, some = _counts(x1, n1, x2, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = counts.p1 / counts.p2
    found = RATIO_METHODS[method](counts, normal_quantile(level), null)
    return _estimate(RATIO, method, level, null, ratio, found, some)


def odds_ratio(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    method: str = "miettinen_nurminen",
    level: float = 0.95,
    null: float = 1.0,
) -> Estimate:
    """Return the ratio of the odds in two groups (first over second).

    Parameters and errors as :func:`risk_difference`; ``method`` is one of
    :data:`ODDS_METHODS`. For the conditional estimate and exact limits see
    :func:`sjogren_desktop.stats.exact.conditional_odds_ratio`.

    Returns
    -------
    Estimate
        Infinite or zero where a cell is empty, NaN where a whole column is.
        Woolf's interval is NaN where a cell is empty.

    References
    ----------
    Woolf B. Ann Hum Genet 1955; 19:251-253. Miettinen and Nurminen (1985).
    """
    known(method, "interval for an odds ratio", ODDS_METHODS)
    _check_ratio(null)
    counts, some = _counts(x1, n1, x2, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = counts.x1 * (counts.n2 - counts.x2) / ((counts.n1 - counts.x1) * counts.x2)
    found = ODDS_METHODS[method](counts, normal_quantile(level), null)
    return _estimate(ODDS_RATIO, method, level, null, odds, found, some)


def chi_squared_test(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, *, continuity: bool = False
) -> HypothesisTest:
    """Test two proportions for equality by Pearson's chi-square (1 df).

    Parameters
    ----------
    continuity : bool
        Apply Yates's correction.

    Returns
    -------
    HypothesisTest
        The statistic is the chi-square; it is NaN where a column of the table
        is empty.
    """
    from scipy.special import chdtrc

    counts, some = _counts(x1, n1, x2, n2)
    total, events = counts.n1 + counts.n2, counts.x1 + counts.x2
    expected = events * counts.n1 / total
    distance = np.abs(counts.x1 - expected)
    if continuity:
        distance = distance - np.minimum(0.5, distance)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = events * (total - events) / total * counts.n1 * counts.n2 / total**2
        statistic = np.where(some & (spread > 0), distance**2 / spread, np.nan)
    p = np.where(np.isnan(statistic), np.nan, chdtrc(1, np.nan_to_num(statistic)))
    name = "Yates" if continuity else "Pearson"
    return HypothesisTest(name, plain(statistic), plain(p), 1.0)


def pooled_z_test(x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike) -> HypothesisTest:
    """Test two proportions for equality by the z statistic with pooled variance.

    Its square is Pearson's chi-square; the sign is that of the difference.
    """
    pearson = chi_squared_test(x1, n1, x2, n2)
    counts, _ = _counts(x1, n1, x2, n2)
    z = np.sign(counts.p1 - counts.p2) * np.sqrt(np.asarray(pearson.statistic))
    return HypothesisTest("Pooled z", plain(z), plain(two_sided(z)))


@dataclass(frozen=True)
class NumberNeeded:
    """Number needed to treat, with what its interval stands for (D.6).

    Parameters
    ----------
    estimate : float or array
        Reciprocal of the risk difference: positive where the event is more
        frequent in the first group, infinite where the difference is zero.
    lower, upper : float or array
        Reciprocals of the limits of the difference, so that the interval runs
        from ``lower`` to ``upper`` in the sense of ``through_infinity``.
    through_infinity : bool or array of bool
        True where the interval of the difference contains zero: then it is the
        union of everything above ``upper`` (positive) and everything below
        ``lower`` (negative), which meet at infinity.
    difference : Estimate
        The risk difference it comes from.
    """

    estimate: Values
    lower: Values
    upper: Values
    through_infinity: bool | Flags
    difference: Estimate


def number_needed(difference: Estimate) -> NumberNeeded:
    """Return the number needed to treat of a risk difference.

    References
    ----------
    Altman DG. Confidence intervals for the number needed to treat. BMJ 1998;
    317:1309-1312.
    """
    low, high = np.asarray(difference.lower), np.asarray(difference.upper)
    through = (low <= 0) & (high >= 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = 1 / np.asarray(difference.estimate)
        at_low = np.where(low == 0, -np.inf, 1 / low)
        at_high = np.where(high == 0, np.inf, 1 / high)
    lower = np.where(through, at_low, at_high)
    upper = np.where(through, at_high, at_low)
    return NumberNeeded(
        plain(estimate),
        plain(lower),
        plain(upper),
        bool(through) if through.ndim == 0 else through,
        difference,
    )


def score_z(contrast: Contrast, counts: Counts, value: Array, *, corrected: bool) -> Array:
    """Return the score statistic of tables at a value of the contrast (S.8)."""
    score, variance = contrast.score(value, counts, contrast.restricted(value, counts))
    return z_statistic(score, variance * counts.inflation if corrected else variance)


def _score(contrast: Contrast, *, corrected: bool) -> Callable[[Counts, float, float], Found]:
    """Return the score method of a contrast, with or without the factor N / (N - 1)."""
    on_log = contrast is not DIFFERENCE

    def limits(counts: Counts, z: float, null: float) -> Found:
        def crossing(bound: float) -> Array:
            def excess(at: Array) -> Array:
                value = np.exp(at) if on_log else at
                return score_z(contrast, counts, value, corrected=corrected) - bound

            edge = np.full_like(counts.x1, _LOG_BOUND if on_log else 1.0)
            return falling_root(excess, -edge, edge)

        lower, upper = crossing(z), crossing(-z)
        if on_log:
            zero, infinite = unbounded(contrast, counts)
            lower = np.where(zero, 0.0, np.exp(lower))
            upper = np.where(infinite, np.inf, np.exp(upper))
        at_null = score_z(contrast, counts, np.full_like(counts.x1, null), corrected=corrected)
        return lower, upper, two_sided(at_null), np.full_like(counts.x1, np.nan)

    return limits


def unbounded(contrast: Contrast, counts: Counts) -> tuple[Flags, Flags]:
    """Return where a ratio of zero, and an infinite one, fit the data best or as well."""
    zero, infinite = counts.x1 == 0, counts.x2 == 0
    if contrast is ODDS_RATIO:
        zero = zero | (counts.x2 == counts.n2)
        infinite = infinite | (counts.x1 == counts.n1)
    return zero, infinite


def _wald_difference(counts: Counts, z: float, null: float) -> Found:
    return _wald(counts, z, null, np.zeros_like(counts.x1))


def _wald_difference_cc(counts: Counts, z: float, null: float) -> Found:
    return _wald(counts, z, null, (1 / counts.n1 + 1 / counts.n2) / 2)


def _agresti_caffo(counts: Counts, z: float, null: float) -> Found:
    more = Counts(counts.x1 + 1, counts.n1 + 2, counts.x2 + 1, counts.n2 + 2)
    return _wald(more, z, null, np.zeros_like(counts.x1))


def _wald(counts: Counts, z: float, null: float, correction: Array) -> Found:
    p1, p2 = counts.p1, counts.p2
    error = np.sqrt(p1 * (1 - p1) / counts.n1 + p2 * (1 - p2) / counts.n2)
    difference = p1 - p2
    half = z * error + correction
    beyond = np.maximum(np.abs(difference - null) - correction, 0)
    return difference - half, difference + half, _wald_p(beyond, error), error


def _wald_p(distance: Array, error: Array) -> Array:
    """Return the p value; NaN where the estimated error is zero, which tests nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(error > 0, two_sided(distance / error), np.nan)


def _newcombe(counts: Counts, z: float, null: float) -> Found:
    return _square_and_add(
        counts, wilson_limits(counts.p1, counts.n1, z), wilson_limits(counts.p2, counts.n2, z)
    )


def _newcombe_cc(counts: Counts, z: float, null: float) -> Found:
    return _square_and_add(
        counts, wilson_cc_limits(counts.p1, counts.n1, z), wilson_cc_limits(counts.p2, counts.n2, z)
    )


def _square_and_add(
    counts: Counts, first: tuple[Array, Array], second: tuple[Array, Array]
) -> Found:
    p1, p2 = counts.p1, counts.p2
    lower = p1 - p2 - np.hypot(p1 - first[0], second[1] - p2)
    upper = p1 - p2 + np.hypot(first[1] - p1, p2 - second[0])
    nothing = np.full_like(p1, np.nan)
    return lower, upper, nothing, nothing


def _katz(counts: Counts, z: float, null: float) -> Found:
    with np.errstate(divide="ignore", invalid="ignore"):
        log = np.log(counts.p1 / counts.p2)
        error = np.sqrt(1 / counts.x1 - 1 / counts.n1 + 1 / counts.x2 - 1 / counts.n2)
    return _on_log_scale(log, error, z, null)


def _woolf(counts: Counts, z: float, null: float) -> Found:
    cells = (counts.x1, counts.n1 - counts.x1, counts.x2, counts.n2 - counts.x2)
    with np.errstate(divide="ignore", invalid="ignore"):
        log = np.log(cells[0] * cells[3] / (cells[1] * cells[2]))
        error = np.sqrt(sum(1 / c for c in cells))
    return _on_log_scale(log, np.asarray(error), z, null)


def _on_log_scale(log: Array, error: Array, z: float, null: float) -> Found:
    """Return limits of a ratio from its logarithm; NaN where that is not finite."""
    fits = np.isfinite(log) & np.isfinite(error)
    log, error = np.where(fits, log, np.nan), np.where(fits, error, np.nan)
    p = _wald_p(np.abs(log - np.log(null)), error)
    return np.exp(log - z * error), np.exp(log + z * error), p, error


def _counts(x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike) -> tuple[Counts, Flags]:
    """Return checked tables of one shape, and which of them have subjects in both groups."""
    first, second = checked_proportion(x1, n1), checked_proportion(x2, n2)
    try:
        e1, t1, e2, t2 = np.broadcast_arrays(*first, *second)
    except ValueError as error:
        raise AnalysisError("Give as many counts for the first group as for the second.") from error
    some = (t1 > 0) & (t2 > 0)
    # An empty group is computed as one subject and blanked afterwards.
    return Counts(e1, np.where(t1 > 0, t1, 1.0), e2, np.where(t2 > 0, t2, 1.0)), some


def _check_ratio(null: float) -> None:
    if not 0 < null < np.inf:
        raise AnalysisError(f"The ratio tested must be above zero and finite, but is {null:g}.")


def _estimate(
    contrast: Contrast,
    method: str,
    level: float,
    null: float,
    estimate: Array,
    found: Found,
    some: Flags,
) -> Estimate:
    values = [plain(np.where(some, v, np.nan)) for v in (estimate, *found)]
    return Estimate(
        measure=contrast.name,
        method=method,
        level=level,
        estimate=values[0],
        lower=values[1],
        upper=values[2],
        p_value=values[3],
        std_error=values[4],
        null=null,
    )


DIFFERENCE_METHODS: dict[str, Callable[[Counts, float, float], Found]] = {
    "miettinen_nurminen": _score(DIFFERENCE, corrected=True),
    "mee": _score(DIFFERENCE, corrected=False),
    "newcombe": _newcombe,
    "newcombe_cc": _newcombe_cc,
    "agresti_caffo": _agresti_caffo,
    "wald": _wald_difference,
    "wald_cc": _wald_difference_cc,
}
RATIO_METHODS: dict[str, Callable[[Counts, float, float], Found]] = {
    "miettinen_nurminen": _score(RATIO, corrected=True),
    "koopman": _score(RATIO, corrected=False),
    "katz": _katz,
}
ODDS_METHODS: dict[str, Callable[[Counts, float, float], Found]] = {
    "miettinen_nurminen": _score(ODDS_RATIO, corrected=True),
    "woolf": _woolf,
}
