"""Exact inference conditional on the margins: Fisher's test and its relatives.

One table or several strata, with the ordinary or the mid-p tail probability.
Formulas E.1 to E.5 in ``resources/methods/proportions.md``. Proved by
``tests/stats/test_exact.py`` against R (fisher.test, mantelhaen.test,
exact2x2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    HypothesisTest,
    checked_level,
    checked_proportion,
    known,
    plain,
)

Alternative = Literal["two-sided", "greater", "less"]
ALTERNATIVES: tuple[Alternative, ...] = ("two-sided", "greater", "less")

_EQUAL = 1 + 1e-7
"""Probabilities this close count as equal (as in R's fisher.test)."""

_LOG_BOUND = 700.0


@dataclass(frozen=True)
class ConditionalDistribution:
    """Events of the first group given all margins, with an odds ratio of 1.

    Parameters
    ----------
    support : array
        Possible numbers of events, ascending.
    log_weight : array
        Logarithm of their probabilities.
    observed : float
    """

    support: Array
    log_weight: Array
    observed: float

    def probabilities(self, log_odds: float) -> Array:
        """Return the probabilities of the support at an odds ratio (E.1)."""
        log = self.log_weight + self.support * log_odds
        weight = np.exp(log - np.max(log))
        return np.asarray(weight / weight.sum())

    def upper_tail(self, log_odds: float, *, mid_p: bool) -> float:
        """Return P(X >= observed), or with half the probability of the observed."""
        return self._tail(self.probabilities(log_odds), self.support > self.observed, mid_p=mid_p)

    def lower_tail(self, log_odds: float, *, mid_p: bool) -> float:
        """Return P(X <= observed), or with half the probability of the observed."""
        return self._tail(self.probabilities(log_odds), self.support < self.observed, mid_p=mid_p)

    def _tail(
        self, p: Array, beyond: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], *, mid_p: bool
    ) -> float:
        here = float(p[self.support == self.observed].sum())
        return min(float(p[beyond].sum()) + (0.5 if mid_p else 1.0) * here, 1.0)


def conditional_distribution(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike
) -> ConditionalDistribution:
    """Return the distribution of the events in the first group given the margins.

    Several strata are given as arrays: the distribution is then that of the
    sum over strata (E.5).
    """
    e1, t1 = (np.atleast_1d(v) for v in checked_proportion(x1, n1))
    e2, t2 = (np.atleast_1d(v) for v in checked_proportion(x2, n2))
    if e1.shape != e2.shape or e1.ndim != 1:
        raise AnalysisError("Give as many counts for the first group as for the second.")
    first, log_weight = 0.0, np.zeros(1)
    for a, m, b, n in zip(e1, t1, e2, t2, strict=True):
        support, log = _hypergeometric(m, n, a + b)
        first += support[0]
        log_weight = log if len(log_weight) == 1 else _convolve(log_weight, log)
    return ConditionalDistribution(
        first + np.arange(len(log_weight), dtype=np.float64), log_weight, float(e1.sum())
    )


def fisher_test(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    alternative: Alternative = "two-sided",
    mid_p: bool = False,
) -> HypothesisTest:
    """Test two proportions for equality by Fisher's exact test, table by table.

    Parameters
    ----------
    x1, n1, x2, n2 : int or array of int
        Events and subjects of the groups; equal tables are computed once.
    alternative : {"two-sided", "greater", "less"}
        ``"greater"``: the first proportion is the larger.
    mid_p : bool
        Count half the probability of the observed table. Two-sided this is
        twice the smaller tail (E.3); without mid-p it is the probability of all
        tables not more probable than the one observed (E.2).

    Returns
    -------
    HypothesisTest
        No statistic; p is 1 where a margin is zero.

    References
    ----------
    Fisher RA. J R Stat Soc 1935; 98:39-82. Lancaster HO. JASA 1961; 56:223-234
    (mid-p).
    """
    known(alternative, "alternative", ALTERNATIVES)
    first, second = checked_proportion(x1, n1), checked_proportion(x2, n2)
    tables = np.stack(np.broadcast_arrays(*first, *second), axis=-1)
    unique, index = np.unique(tables.reshape(-1, 4), axis=0, return_inverse=True)
    p = np.array([_fisher(row, alternative, mid_p) for row in unique])
    shaped = p[index].reshape(tables.shape[:-1])
    name = "Fisher exact, mid-p" if mid_p else "Fisher exact"
    return HypothesisTest(name, plain(np.full_like(shaped, np.nan)), plain(shaped))


def fisher_table_test(table: ArrayLike, *, most: int = 5_000_000) -> HypothesisTest:
    """Test rows and columns of a table for independence by Fisher's exact test.

    The p value is the probability, given both margins, of all tables not more
    probable than the one observed (Freeman and Halton; E.6).

    Parameters
    ----------
    table : array of int, shape (rows, columns)
    most : int
        Go through no more tables than about this many.

    Returns
    -------
    HypothesisTest
        No statistic; p is 1 where fewer than two rows or columns hold anything.

    Raises
    ------
    AnalysisError
        If a count is negative or no whole number, or too many tables have the
        margins.

    Notes
    -----
    Columns are taken in turn, the smallest first; what is kept of the tables so
    far is the row totals left and the distinct probabilities of the ways to
    reach them. The last two columns are summed for each of the row totals.

    References
    ----------
    Freeman GH, Halton JH. Biometrika 1951; 38:141-149. Mehta CR, Patel NR. JASA
    1983; 78:427-434 (the network).
    """
    counts = np.asarray(table, dtype=np.float64)
    if counts.ndim != 2 or (counts < 0).any() or (counts != np.round(counts)).any():
        raise AnalysisError("Give a table of counts: whole numbers, none of them negative.")
    counts = counts[:, counts.sum(axis=0) > 0][counts.sum(axis=1) > 0]
    if min(counts.shape, default=0) < 2:
        return HypothesisTest("Fisher exact", np.nan, 1.0)
    if counts.shape[0] > counts.shape[1]:
        counts = counts.T
    return HypothesisTest("Fisher exact", np.nan, _table_p(counts.astype(np.int64), most))


def exact_test(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, *, mid_p: bool = False
) -> HypothesisTest:
    """Test strata jointly for a common odds ratio of 1, exactly and two-sided (E.5).

    References
    ----------
    Mehta CR, Patel NR, Gray R. JASA 1985; 80:969-973.
    """
    p = _two_sided(conditional_distribution(x1, n1, x2, n2), mid_p)
    name = "Exact conditional test, mid-p" if mid_p else "Exact conditional test"
    return HypothesisTest(name, np.nan, p)


def conditional_odds_ratio(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    level: float = 0.95,
    mid_p: bool = False,
) -> Estimate:
    """Return the conditional maximum likelihood odds ratio with exact limits (E.4).

    Parameters
    ----------
    x1, n1, x2, n2 : int, or array of int
        One table, or one array element for each stratum of a common odds ratio.
    level : float
    mid_p : bool
        Limits from the mid-p tails, which are shorter and not strictly
        conservative.

    Returns
    -------
    Estimate
        The p value is that of :func:`exact_test`. NaN with limits 0 and
        infinity where the margins allow one table only.
    """
    alpha = 1 - checked_level(level)
    given = conditional_distribution(x1, n1, x2, n2)
    at_low, at_high = given.observed == given.support[0], given.observed == given.support[-1]
    if at_low and at_high:
        estimate = np.nan
    elif at_low or at_high:
        estimate = 0.0 if at_low else np.inf
    else:
        estimate = _solve(
            lambda log: float(given.probabilities(log) @ given.support) - given.observed
        )
    lower = 0.0 if at_low else _solve(lambda c: given.upper_tail(c, mid_p=mid_p) - alpha / 2)
    upper = np.inf if at_high else _solve(lambda c: alpha / 2 - given.lower_tail(c, mid_p=mid_p))
    return Estimate(
        measure="odds ratio",
        method="conditional mid-p" if mid_p else "conditional exact",
        level=level,
        estimate=estimate,
        lower=lower,
        upper=upper,
        p_value=_two_sided(given, mid_p),
        null=1.0,
    )


def _hypergeometric(n1: float, n2: float, events: float) -> tuple[Array, Array]:
    """Return support and log probabilities of the events in the first group."""
    from scipy.special import gammaln

    support = np.arange(max(0.0, events - n2), min(n1, events) + 1)

    def choose(n: float | Array, k: float | Array) -> Array:
        return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))

    log = choose(n1, support) + choose(n2, events - support) - choose(n1 + n2, events)
    return support, log


def _convolve(first: Array, second: Array) -> Array:
    """Return the log probabilities of a sum; far tails would vanish outside the log scale."""
    total = np.full(len(first) + len(second) - 1, -np.inf)
    for k, log in enumerate(second):
        here = slice(k, k + len(first))
        total[here] = np.logaddexp(total[here], first + log)
    return total


def _fisher(table: Array, alternative: str, mid_p: bool) -> float:
    given = conditional_distribution(*table)
    if alternative == "greater":
        return given.upper_tail(0.0, mid_p=mid_p)
    if alternative == "less":
        return given.lower_tail(0.0, mid_p=mid_p)
    return _two_sided(given, mid_p)


def _table_p(counts: np.ndarray[tuple[int, ...], np.dtype[np.int64]], most: int) -> float:
    """Return the probability of all tables not more probable than this one (E.6)."""
    from scipy.special import gammaln

    log_factorial = gammaln(np.arange(int(counts.sum()) + 1) + 1.0)
    # Small columns first: there are few ways to fill them. The last two are taken together.
    columns = np.sort(counts.sum(axis=0))
    limits = counts.sum(axis=1)
    observed = -float(log_factorial[counts].sum()) + _EQUAL - 1
    rows = limits[None, :]  # row totals left, one line for each way so far
    log, ways = np.zeros(1), np.ones(1)
    for total in columns[:-2]:
        column = _compositions(int(total), limits, most // len(rows))
        step = -log_factorial[column].sum(axis=1)
        parts = []
        for way, left in zip(column, step, strict=True):
            rest = rows - way
            fits = (rest >= 0).all(axis=1)
            parts.append((rest[fits], log[fits] + left, ways[fits]))
        rows, log, ways = _merged(*(np.concatenate(v) for v in zip(*parts, strict=True)))
    # The logarithm of the sum over all tables with these margins
    norm = log_factorial[-1] - log_factorial[limits].sum() - log_factorial[columns].sum()
    starts = np.flatnonzero(np.append(True, (rows[1:] != rows[:-1]).any(axis=1)))
    p = 0.0
    for first, last in pairwise([*starts.tolist(), len(rows)]):
        rest = rows[first]
        column = _compositions(int(columns[-2]), rest, most // len(starts))
        split = np.sort(-log_factorial[column].sum(axis=1) - log_factorial[rest - column].sum(1))
        below = np.append(0.0, np.cumsum(np.exp(split - split[-1])))
        reached = below[np.searchsorted(split, observed - log[first:last], side="right")]
        p += float(ways[first:last] @ (np.exp(log[first:last] + split[-1] - norm) * reached))
    return min(p, 1.0)


def _merged(
    rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]], log: Array, ways: Array
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], Array, Array]:
    """Put together equal row totals reached with equal probability."""
    # Equal products differ by rounding only; ten digits keep them together.
    order = np.lexsort((log, *rows.T))
    rows, log, ways = rows[order], log[order], ways[order]
    new = np.ones(len(log), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1) | (np.diff(log) > 1e-10)
    return rows[new], log[new], np.add.reduceat(ways, np.flatnonzero(new))


def _compositions(
    total: int, limits: np.ndarray[tuple[int, ...], np.dtype[np.int64]], most: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return every way to divide a total among the rows, at most so many each."""
    found = np.zeros((1, 0), dtype=np.int64)
    for place, limit in enumerate(limits):
        left = total - found.sum(axis=1)
        high = np.minimum(left, limit)
        low = np.maximum(0, left - int(limits[place + 1 :].sum()))
        number = np.maximum(high - low + 1, 0)
        if int(number.sum()) > most:
            raise AnalysisError(
                "The table is too large for Fisher's exact test: too many tables have its "
                "margins. Combine categories, or use the chi-square test, which is as good as "
                "exact for a table so large."
            )
        index = np.repeat(np.arange(len(found)), number)
        start = np.repeat(np.cumsum(number) - number, number)
        value = np.repeat(low, number) + np.arange(len(index)) - start
        found = np.column_stack([found[index], value])
    return found


def _two_sided(given: ConditionalDistribution, mid_p: bool) -> float:
    if mid_p:
        tails = given.upper_tail(0.0, mid_p=True), given.lower_tail(0.0, mid_p=True)
        return min(2 * min(tails), 1.0)
    p = given.probabilities(0.0)
    here = float(p[given.support == given.observed].sum())
    return min(float(p[p <= here * _EQUAL].sum()), 1.0)


def _solve(rising: Callable[[float], float]) -> float:
    """Return the odds ratio at which a function of its logarithm crosses zero."""
    from scipy.optimize import brentq

    bound = 10.0
    while rising(-bound) > 0 or rising(bound) < 0:
        bound = min(2 * bound, _LOG_BOUND)
    return float(np.exp(brentq(rising, -bound, bound, xtol=1e-13, rtol=1e-14)))
