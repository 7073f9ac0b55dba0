"""Exact inference on two proportions without conditioning on the events.

The tables at least as extreme as the one observed are found once; their
probability is maximised over the unknown common level (the nuisance
parameter). Formulas U.1 to U.4 in ``resources/methods/proportions.md``. Proved by
``tests/stats/test_exact_unconditional.py`` against R's exact2x2, StatXact and
scipy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.binomial_score import DIFFERENCE, Counts, z_statistic
from sjogren_desktop.stats.estimate import (
    Array,
    Estimate,
    HypothesisTest,
    checked_level,
    checked_proportion,
    known,
)
from sjogren_desktop.stats.exact import ALTERNATIVES, Alternative, fisher_test

Flags = NDArray[np.bool_]

_TIE = 1e-9
"""Statistics closer than this count as equal, as they differ by rounding only."""

_GRID = 501
_QUICK_GRID = 51
_SCAN = 1 / 128
_LARGEST = 250_000
"""Most tables (n1 + 1)(n2 + 1) that are enumerated; above, asymptotics serve."""


@dataclass(frozen=True)
class _Tables:
    """All tables with the given group sizes, first group along the first axis."""

    n1: int
    n2: int

    def counts(self) -> Counts:
        x1 = np.repeat(np.arange(self.n1 + 1.0)[:, None], self.n2 + 1, axis=1)
        x2 = np.repeat(np.arange(self.n2 + 1.0)[None, :], self.n1 + 1, axis=0)
        return Counts(x1, np.full_like(x1, self.n1), x2, np.full_like(x2, self.n2))

    def probability(self, region: Flags, p1: Array, p2: Array) -> Array:
        """Return the probability of a region for each pair of proportions."""
        first, second = _binomial(self.n1, p1), _binomial(self.n2, p2)
        inside = region.astype(np.float64) @ second
        return np.asarray(np.einsum("ik,ik->k", first, inside))


def barnard_test(
    x1: int, n1: int, x2: int, n2: int, *, alternative: Alternative = "two-sided"
) -> HypothesisTest:
    """Test two proportions for equality by Barnard's test (U.1, U.2).

    Tables are ordered by the z statistic with pooled variance.

    Returns
    -------
    HypothesisTest
        The statistic is z; p is 1 where nobody or everybody has the event.

    Raises
    ------
    AnalysisError
        If a group is empty or the groups are too large to enumerate.

    References
    ----------
    Barnard GA. Biometrika 1947; 34:123-138. Suissa S, Shuster JJ. J R Stat Soc
    A 1985; 148:317-327.
    """
    known(alternative, "alternative", ALTERNATIVES)
    tables = _tables(x1, n1, x2, n2)
    z = _score_table(tables, 0.0)
    here = float(z[int(x1), int(x2)])
    extreme = {
        "greater": z >= here - _TIE,
        "less": z <= here + _TIE,
        "two-sided": np.abs(z) >= abs(here) - _TIE,
    }[alternative]
    return HypothesisTest("Barnard (pooled z)", here, _largest(tables, extreme, 0.0))


def boschloo_test(
    x1: int, n1: int, x2: int, n2: int, *, alternative: Alternative = "two-sided"
) -> HypothesisTest:
    """Test two proportions for equality by Boschloo's test (U.3).

    Tables are ordered by the one-sided p value of Fisher's test; two-sided, the
    smaller of the two one-sided results is doubled.

    Returns
    -------
    HypothesisTest
        The statistic is the one-sided p value of Fisher's test.

    Raises
    ------
    AnalysisError
        If a group is empty or the groups are too large to enumerate.

    References
    ----------
    Boschloo RD. Stat Neerl 1970; 24:1-35.
    """
    known(alternative, "alternative", ALTERNATIVES)
    tables = _tables(x1, n1, x2, n2)
    sides: tuple[Alternative, ...] = (
        ("greater", "less") if alternative == "two-sided" else (alternative,)
    )
    found = [_boschloo(tables, (int(x1), int(x2)), side) for side in sides]
    statistic, p = min(found, key=lambda pair: pair[1])
    return HypothesisTest("Boschloo", statistic, min(len(sides) * p, 1.0))


def _boschloo(tables: _Tables, at: tuple[int, int], side: Alternative) -> tuple[float, float]:
    """Return Fisher's p value of the observed table, and the one-sided result."""
    counts = tables.counts()
    fisher = np.asarray(
        fisher_test(counts.x1, counts.n1, counts.x2, counts.n2, alternative=side).p_value
    )
    here = float(fisher[at])
    return here, _largest(tables, fisher <= here * (1 + _TIE), 0.0)


def unconditional_difference(
    x1: int, n1: int, x2: int, n2: int, *, level: float = 0.95
) -> Estimate:
    """Return the risk difference with exact unconditional limits (U.4).

    Two one-sided tests ordered by the score statistic at the difference tested
    are inverted (Chan and Zhang).

    Returns
    -------
    Estimate
        The p value is twice the smaller one-sided p value at a difference of 0.

    Raises
    ------
    AnalysisError
        If a group is empty or the groups are too large to enumerate.

    References
    ----------
    Chan ISF, Zhang Z. Biometrics 1999; 55:1202-1209.
    """
    alpha = 1 - checked_level(level)
    tables = _tables(x1, n1, x2, n2)
    at = int(x1), int(x2)

    def at_least(delta: float, *, quick: bool = False) -> float:
        z = _score_table(tables, delta)
        return _largest(tables, z >= z[at] - _TIE, delta, quick=quick)

    def at_most(delta: float, *, quick: bool = False) -> float:
        z = _score_table(tables, delta)
        return _largest(tables, z <= z[at] + _TIE, delta, quick=quick)

    lower = -1.0 if at == (0, tables.n2) else _first_above(at_least, alpha / 2, 1)
    upper = 1.0 if at == (tables.n1, 0) else -_first_above(at_most, alpha / 2, -1)
    return Estimate(
        measure=DIFFERENCE.name,
        method="exact unconditional, score",
        level=level,
        estimate=x1 / n1 - x2 / n2,
        lower=lower,
        upper=upper,
        p_value=min(2 * min(at_least(0.0), at_most(0.0)), 1.0),
    )


def _binomial(n: int, p: Array) -> Array:
    """Return the probabilities of 0 to n events (rows) for each p (columns)."""
    from scipy.special import gammaln, xlog1py, xlogy

    x = np.arange(n + 1.0)[:, None]
    choose = gammaln(n + 1) - gammaln(x + 1) - gammaln(n - x + 1)
    return np.asarray(np.exp(choose + xlogy(x, p) + xlog1py(n - x, -p)))


def _tables(x1: int, n1: int, x2: int, n2: int) -> _Tables:
    checked_proportion([x1, x2], [n1, n2])
    if min(n1, n2) < 1:
        raise AnalysisError("An exact test needs at least one subject in each group.")
    if (n1 + 1) * (n2 + 1) > _LARGEST:
        raise AnalysisError(
            f"Groups of {n1} and {n2} subjects are too large for an unconditional exact method. "
            "Use Miettinen and Nurminen's interval or Fisher's test."
        )
    return _Tables(int(n1), int(n2))


def _score_table(tables: _Tables, delta: float) -> Array:
    counts = tables.counts()
    value = np.full_like(counts.x1, delta)
    score, variance = DIFFERENCE.score(value, counts, DIFFERENCE.restricted(value, counts))
    return z_statistic(score, variance)


def _largest(tables: _Tables, region: Flags, delta: float, *, quick: bool = False) -> float:
    """Return the largest probability of a region over all levels with this difference.

    A grid over the level of the second group finds the highest peaks; each is
    then climbed by repeated refinement of the grid around it. ``quick`` stops
    at a coarse grid, which gives a lower bound.
    """
    low, high = max(0.0, -delta), min(1.0, 1.0 - delta)
    points = _QUICK_GRID if quick else _GRID
    grid = np.linspace(low, high, points)
    values = tables.probability(region, np.clip(grid + delta, 0, 1), grid)
    best = float(np.max(values))
    if quick:
        return best
    for peak in np.argsort(values)[-3:]:
        step = (high - low) / (points - 1)
        centre = float(grid[peak])
        for _ in range(5):
            around = np.clip(centre + step * np.linspace(-1, 1, 21), low, high)
            local = tables.probability(region, np.clip(around + delta, 0, 1), around)
            centre = float(around[int(np.argmax(local))])
            best = max(best, float(np.max(local)))
            step /= 10
    return min(best, 1.0)


class _Tail(Protocol):
    def __call__(self, delta: float, *, quick: bool = False) -> float: ...


def _first_above(tail: _Tail, bound: float, sign: int) -> float:
    """Return the smallest value of sign * delta from which on the p value exceeds the bound.

    The p value need not rise everywhere, hence a quick scan over the range and
    a bisection in the first step where it passes the bound. At delta = 1 the
    p value is 1 unless the table observed is the most extreme one.
    """
    at = -1.0
    while tail(sign * (at + _SCAN), quick=True) <= bound:
        at += _SCAN
    low, high = at, at + _SCAN
    while low > -1.0 and tail(sign * low) > bound:
        low -= _SCAN
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (low, middle) if tail(sign * middle) > bound else (middle, high)
    return high
