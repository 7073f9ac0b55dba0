"""Rank tests of two groups: Wilcoxon, Hodges-Lehmann, stratified forms.

The exact distribution is that of the midranks observed, so it allows ties.
Formulas RK.1 to RK.6 in ``resources/methods/rank_tests.md``; checked against
R's ``wilcox.test`` and the package ``coin``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    choice,
    equally_long,
    fraction,
    groups,
    indicator,
    numbers,
)

if TYPE_CHECKING:
    import pandas as pd

METHODS = ("auto", "exact", "normal")
ALTERNATIVES = ("two-sided", "less", "greater")

EXACT_LIMIT = 50
"""``auto`` is exact below this many rows in each group, if there are no ties."""

EXACT_WORK = 2_000_000_000
"""Additions an exact distribution may cost (some seconds)."""

DIFFERENCES_LIMIT = 50_000_000
"""Pairwise differences held at once for the Hodges-Lehmann estimate."""


@dataclass(frozen=True)
class RankSum:
    """A Wilcoxon rank-sum test.

    ``u`` counts the pairs with x above y, ties half; ``statistic`` is the
    standardised form, missing for the exact test; ``probability`` estimates
    P(X > Y) + P(X = Y) / 2.
    """

    u: float
    statistic: float
    p_value: float
    method: str
    probability: float
    n_x: int
    n_y: int


@dataclass(frozen=True)
class HodgesLehmann:
    """The median of all differences x - y, with its interval."""

    estimate: float
    lower: float
    upper: float
    level: float
    method: str


@dataclass(frozen=True)
class StratifiedRankTest:
    """A rank test summed over strata: z statistic and two-sided p value."""

    statistic: float
    p_value: float
    n_strata: int


def rank_sum_test(
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    *,
    method: str = "auto",
    correct: bool = True,
    alternative: str = "two-sided",
) -> RankSum:
    """Test whether x tends to be larger or smaller than y.

    Parameters
    ----------
    x, y : arrays of shape (n_x,), (n_y,)
    method : {"auto", "exact", "normal"}
        "exact" is the permutation distribution of the midranks (RK.2),
        "normal" its approximation with the variance of tied ranks (RK.3).
    correct : bool
        Continuity correction of 1/2 in the normal approximation.
    alternative : {"two-sided", "less", "greater"}
        "greater": x tends to be larger.

    Raises
    ------
    AnalysisError
        If the values are no finite numbers or an exact test would take long.

    References
    ----------
    Wilcoxon, Biometrics Bull 1945;1:80-83. Lehmann, Nonparametrics, 1975,
    sections 1.2 and 1.4. Streitberg and Roehmel, Stat Software Newsl
    1986;12:10-17 (distribution by shifting).
    """
    xs, ys = numbers(x, "First group"), numbers(y, "Second group")
    choice(method, "Method", METHODS)
    choice(alternative, "Alternative", ALTERNATIVES)
    ranks, ties = midranks(np.concatenate((xs, ys)))
    m, n = xs.size, ys.size
    u = float(ranks[:m].sum() - m * (m + 1) / 2)
    small = max(m, n) < EXACT_LIMIT and int(np.max(ties)) == 1
    exact = method == "exact" or (method == "auto" and small)
    if exact:
        statistic, p_value = float("nan"), _exact_p(ranks, m, alternative)
    else:
        statistic = _standardised(u, m, n, ties, correct=correct, alternative=alternative)
        p_value = _tail(statistic, alternative)
    used = "exact" if exact else "normal"
    return RankSum(u, statistic, p_value, used, u / (m * n), m, n)


def hodges_lehmann(
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    *,
    level: float = 0.95,
    method: str = "auto",
    correct: bool = True,
) -> HodgesLehmann:
    """Estimate the shift of x against y (RK.4, RK.5).

    Parameters
    ----------
    x, y : arrays of shape (n_x,), (n_y,)
    level : float
    method : {"auto", "exact", "normal"}
        "exact" takes order statistics of the differences by the exact
        distribution without ties; "normal" inverts the tie-corrected test.
    correct : bool
        Continuity correction in the normal method.

    Raises
    ------
    AnalysisError
        If the values are no finite numbers, there are ties in an exact
        interval, or too many pairs.

    References
    ----------
    Hodges and Lehmann, Ann Math Stat 1963;34:598-611. Bauer, JASA
    1972;67:687-690.
    """
    xs, ys = numbers(x, "First group"), numbers(y, "Second group")
    alpha = 1.0 - fraction(level, "Level of confidence")
    choice(method, "Method", METHODS)
    m, n = xs.size, ys.size
    if m * n > DIFFERENCES_LIMIT:
        raise AnalysisError(
            f"{m} x {n} differences are too many; the limit is {DIFFERENCES_LIMIT:,}."
        )
    differences = np.sort(np.subtract.outer(xs, ys).ravel())
    estimate = float(np.median(differences))
    tied = np.unique(np.concatenate((xs, ys))).size < m + n
    if method == "exact" and tied:
        raise AnalysisError(
            "The exact interval is not defined with tied values; take the normal one."
        )
    if method == "exact" or (method == "auto" and not tied and max(m, n) < EXACT_LIMIT):
        counts = _rank_sum_counts(np.arange(1, m + n + 1, dtype=np.int64) * 2, m)
        cumulative = np.cumsum(counts[::2])[m * (m + 1) // 2 :] / counts.sum()
        cut = int(np.searchsorted(cumulative, alpha / 2, side="left"))
        lower, upper = -np.inf, np.inf
        if cut > 0:
            lower, upper = differences[cut - 1], differences[differences.size - cut]
        return HodgesLehmann(estimate, float(lower), float(upper), level, "exact")
    z = float(ndtri(1.0 - alpha / 2))
    steps = np.unique(differences)
    lower = _crossing(xs, ys, steps, z, correct=correct)
    upper = _crossing(xs, ys, steps, -z, correct=correct)
    return HodgesLehmann(estimate, lower, upper, level, "normal")


def van_elteren_test(
    values: npt.ArrayLike,
    group: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    strata: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    *,
    weights: str = "van-elteren",
) -> StratifiedRankTest:
    """Compare the second group with the first within strata (RK.6).

    Parameters
    ----------
    values : array of shape (n,)
    group : sequence of length n
        Two groups; a positive statistic says that the second tends to be
        larger.
    strata : sequence of length n
    weights : {"van-elteren", "equal", "joint"}
        Ranks within strata weighted by 1/(stratum size + 1), which is locally
        most powerful for a common shift; ranks within strata unweighted; or
        ranks of all rows together, permuted within strata.

    Raises
    ------
    AnalysisError
        If an argument has not the form described, there are not two groups, or
        no stratum has rows of both that differ.

    References
    ----------
    van Elteren, Bull Int Stat Inst 1960;37:351-361. Lehmann, Nonparametrics,
    1975, section 3.3.
    """
    data = numbers(values, "Values")
    equally_long(values=data, group=group)
    equally_long(values=data, strata=strata)
    codes, labels = groups(group, "Group", minimum=2)
    if len(labels) != 2:
        raise AnalysisError(f"Group: {len(labels)} groups found where two are compared.")
    choice(weights, "Weights", ("van-elteren", "equal", "joint"))
    stratum, levels = groups(strata, "Strata")
    second = indicator(codes, "Group")
    ranks = midranks(data)[0]
    total, variance = 0.0, 0.0
    for s in range(len(levels)):
        rows = stratum == s
        size = int(rows.sum())
        n_second = int(second[rows].sum())
        if n_second in (0, size):
            continue
        own = ranks[rows] if weights == "joint" else midranks(data[rows])[0]
        w = 1.0 / (size + 1) if weights == "van-elteren" else 1.0
        total += w * float(own[second[rows]].sum() - n_second * own.mean())
        spread = n_second * (size - n_second) / size * own.var(ddof=1)
        variance += w**2 * float(spread)
    if variance == 0:
        raise AnalysisError("No stratum has rows of both groups that differ from each other.")
    z = total / float(np.sqrt(variance))
    return StratifiedRankTest(z, float(2 * ndtr(-abs(z))), len(levels))


def midranks(values: FloatArray) -> tuple[FloatArray, npt.NDArray[np.int64]]:
    """Return ranks, ties sharing their mean, and the size of every set of ties."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(counts) - (counts - 1) / 2
    return mean_rank[inverse], counts


def _standardised(
    u: float,
    m: int,
    n: int,
    ties: npt.NDArray[np.int64],
    *,
    correct: bool,
    alternative: str = "two-sided",
) -> float:
    """Return (u - mean) / sd, moved by 1/2 towards the mean if asked for (RK.3)."""
    total = m + n
    tied = float((ties.astype(np.float64) ** 3 - ties).sum())
    variance = m * n / 12 * (total + 1 - tied / (total * max(total - 1, 1)))
    if variance <= 0:
        return 0.0  # all values equal: nothing speaks for a difference
    distance = u - m * n / 2
    shift = {"two-sided": float(np.sign(distance)), "greater": 1.0, "less": -1.0}[alternative]
    return (distance - shift / 2 * correct) / float(np.sqrt(variance))


def _tail(z: float, alternative: str) -> float:
    if alternative == "two-sided":
        return float(min(1.0, 2 * ndtr(-abs(z))))
    return float(ndtr(-z) if alternative == "greater" else ndtr(z))


def _exact_p(ranks: FloatArray, m: int, alternative: str) -> float:
    """Return the p value over all ways to choose the m rows of x (RK.2).

    Two-sided: all sums at least as far from the mean as the one observed. With
    ties the distribution need not be symmetric, and this is the convention of
    coin.
    """
    doubled = np.rint(2 * ranks).astype(np.int64)
    counts = _rank_sum_counts(doubled, m)
    sums = np.arange(counts.size, dtype=np.float64)
    observed = float(doubled[:m].sum())
    if alternative == "greater":
        chosen = sums >= observed
    elif alternative == "less":
        chosen = sums <= observed
    else:
        mean = m * float(doubled.sum()) / doubled.size
        chosen = np.abs(sums - mean) >= abs(observed - mean) - 1e-9
    return float(min(1.0, counts[chosen].sum() / counts.sum()))


def _rank_sum_counts(doubled_ranks: npt.NDArray[np.int64], m: int) -> FloatArray:
    """Return relative frequencies of the sum of m doubled ranks, from 0 up.

    Rows enter one after the other; after each, frequencies are scaled so that
    neither the number of subsets nor a probability overflows.
    """
    ordered = np.sort(doubled_ranks)
    largest = int(ordered[ordered.size - m :].sum())
    if float(ordered.size) * m * largest > EXACT_WORK:
        raise AnalysisError(
            f"An exact rank test of {ordered.size} rows takes too long; take the normal "
            "approximation."
        )
    counts = np.zeros((m + 1, largest + 1))
    counts[0, 0] = 1.0
    for rank in ordered:
        r = int(rank)
        counts[1:, r:] += counts[:-1, : largest + 1 - r].copy()
        counts /= 2.0
    return np.asarray(counts[m], dtype=np.float64)


def _crossing(x: FloatArray, y: FloatArray, steps: FloatArray, z: float, *, correct: bool) -> float:
    """Return the shift at which the standardised statistic falls below z.

    Between two neighbouring differences the statistic of x - shift against y
    does not change, so it is looked up there, by bisection. Beyond the ends it
    stays as it is: a limit it never crosses is infinite.
    """
    middles = np.concatenate(([steps[0] - 1.0], (steps[:-1] + steps[1:]) / 2, [steps[-1] + 1.0]))

    def above(k: int) -> bool:
        pooled = np.concatenate((x - middles[k], y))
        ranks, ties = midranks(pooled)
        u = float(ranks[: x.size].sum() - x.size * (x.size + 1) / 2)
        side = "greater" if z > 0 else "less"
        value = _standardised(u, x.size, y.size, ties, correct=correct, alternative=side)
        return value > z

    low, high = 0, middles.size - 1
    if not above(low):
        return float("-inf")
    if above(high):
        return float("inf")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if above(middle) else (low, middle)
    return float(steps[low])
