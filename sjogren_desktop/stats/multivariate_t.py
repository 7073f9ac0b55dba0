"""Tail probabilities and critical values of correlated normal and t statistics.

The probability that any of several statistics exceeds its limit is summed over
which of them is the last to do so. Every term is a tail probability times a
mean of probabilities, so that the sum keeps its relative accuracy however
small it is, and singular correlation matrices need no special care. The means
are taken over a fixed lattice: the same arguments give the same number.
Formulas MT.1 to MT.4 in ``resources/methods/multivariate_t.md``; checked
against ``mvtnorm`` and, for equal correlations, a one-dimensional integral.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq
from scipy.special import gammaincinv, ndtr, ndtri, stdtr, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import FloatArray, fraction, numbers

POINTS = 4093
SHIFTS = 4
"""Lattice points and shifts of them: a relative error near 1e-5 with up to four
statistics, 2e-4 at worst with twelve strongly correlated ones."""

LARGEST_DF = 1e6
"""Degrees of freedom from which t is taken as normal (relative error 1e-6)."""

_DEPENDENT = 1e-7
"""Standard deviation left after conditioning below which none is left."""


def exceedance(
    limits: npt.ArrayLike,
    correlation: npt.ArrayLike,
    *,
    df: float | None = None,
    two_sided: bool = False,
) -> float:
    """Return the probability that any statistic exceeds its limit (MT.1).

    Parameters
    ----------
    limits : array of shape (k,)
        Upper limits, or limits of absolute values if ``two_sided``; infinite
        limits are never exceeded.
    correlation : array of shape (k, k)
        May be singular.
    df : float, optional
        Degrees of freedom of the common variance estimate; normal if None.
    two_sided : bool

    Raises
    ------
    AnalysisError
        If the matrix is no correlation matrix of that size.

    References
    ----------
    Genz and Bretz, Computation of Multivariate Normal and t Probabilities,
    Springer 2009, sections 2.2, 4.1 and 4.2.
    """
    upper = np.asarray(limits, dtype=np.float64)
    matrix = correlation_matrix(correlation, upper.size)
    kept = np.flatnonzero(upper < np.inf)
    upper, matrix = upper[kept], matrix[np.ix_(kept, kept)]
    if two_sided:
        upper = np.concatenate((upper, upper))
        matrix = np.block([[matrix, -matrix], [-matrix, matrix]])
    if df is not None and df >= LARGEST_DF:
        df = None
    # Statistics likely to exceed come first: those after them then meet a
    # condition that is nearly certain, which keeps the means smooth.
    order = np.argsort(upper, kind="stable")
    upper, matrix = upper[order], matrix[np.ix_(order, order)]
    points = _lattice(upper.size + 1)
    return float(
        min(sum(_last_to_exceed(j, upper, matrix, df, points) for j in range(upper.size)), 1.0)
    )


def critical_value(
    alpha: float,
    correlation: npt.ArrayLike,
    *,
    df: float | None = None,
    two_sided: bool = False,
) -> float:
    """Return the limit any of the statistics exceeds with probability alpha (MT.4)."""
    fraction(alpha, "Alpha")
    k = len(np.atleast_2d(np.asarray(correlation, dtype=np.float64)))
    matrix = correlation_matrix(correlation, k)
    sides = 2 if two_sided else 1
    single, all_apart = (
        -(ndtri(p) if df is None else stdtrit(df, p)) for p in (alpha / sides, alpha / (sides * k))
    )

    def too_likely(limit: float) -> float:
        p = exceedance(np.full(k, limit), matrix, df=df, two_sided=two_sided)
        return float(np.log(p / alpha))

    return float(brentq(too_likely, single - 0.01, all_apart + 0.01, xtol=1e-9))


def correlation_matrix(correlation: npt.ArrayLike, size: int) -> FloatArray:
    """Return a checked correlation matrix; it may be singular."""
    matrix = np.atleast_2d(np.asarray(correlation, dtype=np.float64))
    if matrix.shape != (size, size):
        raise AnalysisError(
            f"Correlation: give a {size} x {size} matrix; its shape is {matrix.shape}."
        )
    numbers(matrix.ravel(), "Correlation")
    if not np.allclose(np.diag(matrix), 1.0) or not np.allclose(matrix, matrix.T):
        raise AnalysisError("Correlation: the matrix must be symmetric with ones on its diagonal.")
    if np.linalg.eigvalsh(matrix)[0] < -1e-7:
        raise AnalysisError("Correlation: no statistics can have these correlations together.")
    return matrix


def _lattice(dimensions: int) -> list[FloatArray]:
    """Return points in the unit cube, one array per coordinate (MT.3).

    A Richtmyer lattice, shifted and folded, which makes integrands periodic.
    """
    primes: list[int] = []
    number = 2
    while len(primes) < dimensions:
        if all(number % p for p in primes):
            primes.append(number)
        number += 1
    shifts = np.random.default_rng(20090714).random((dimensions, SHIFTS, 1))
    steps = np.arange(1, POINTS + 1) * np.sqrt(np.array(primes, dtype=np.float64))[:, None, None]
    folded = np.abs(2.0 * ((steps + shifts) % 1.0) - 1.0).reshape(dimensions, -1)
    return list(np.clip(folded, 1e-15, 1.0 - 1e-15))


def _last_to_exceed(
    j: int,
    limits: FloatArray,
    matrix: FloatArray,
    df: float | None,
    points: list[FloatArray],
) -> float:
    """Return P(statistic j exceeds its limit, those before it do not) (MT.2)."""
    limit = limits[j]
    tail = ndtr(-limit) if df is None else stdtr(df, -limit)
    if tail == 0.0 or j == 0:
        return float(tail)
    factor = _cholesky(matrix[np.ix_([j, *range(j)], [j, *range(j)])])
    if df is None:
        value, spread = -ndtri(tail * points[0]), np.ones(1)
    else:
        statistic = np.asarray(-stdtrit(df, tail * points[0]), dtype=np.float64)
        chi_square = 2 * np.asarray(gammaincinv((df + 1) / 2, points[1]), dtype=np.float64)
        spread = np.sqrt(chi_square / (df + statistic**2))
        value = statistic * spread
    drawn = [value]
    probability = np.ones_like(value)
    for i in range(1, j + 1):
        given = sum(factor[i, m] * drawn[m] for m in range(i))
        room = spread * limits[i - 1] - given
        if factor[i, i] < _DEPENDENT:
            probability = probability * (room >= 0)
            drawn.append(np.zeros_like(value))
            continue
        below = ndtr(room / factor[i, i])
        probability = probability * below
        if i < j:
            drawn.append(ndtri(np.clip(points[i + 1] * below, 1e-300, 1.0 - 1e-16)))
    return float(tail * probability.mean())


def _cholesky(matrix: FloatArray) -> FloatArray:
    """Return the lower factor of a matrix that may be singular, row by row."""
    k = len(matrix)
    factor = np.zeros((k, k))
    for i in range(k):
        for m in range(i):
            if factor[m, m] > 0:
                rest = matrix[i, m] - factor[i, :m] @ factor[m, :m]
                factor[i, m] = rest / factor[m, m]
        left = matrix[i, i] - factor[i, :i] @ factor[i, :i]
        factor[i, i] = np.sqrt(left) if left > _DEPENDENT**2 else 0.0
    return factor
