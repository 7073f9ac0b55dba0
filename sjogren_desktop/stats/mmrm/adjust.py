"""P-values and intervals of several contrasts adjusted together.

Bonferroni, Holm and Sidak need no distribution of their own; Tukey uses the
studentized range, Dunnett the multivariate t distribution with the correlation
of the estimates (Dunnett, JASA 50 (1955) 1096-1121). Intervals are simultaneous;
Holm, a stepwise method, gets those of Bonferroni. Formulas AD.1 to AD.4:
``resources/methods/mmrm.md``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv, ndtr, ndtri, stdtr, stdtrit

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]

ADJUSTMENTS = ("bonferroni", "holm", "sidak", "tukey", "dunnett")


def adjust_family(
    statistic: Floats,
    df: Floats,
    *,
    method: str,
    level: float,
    correlation: Floats,
    n_means: int,
) -> tuple[Floats, Floats]:
    """Return adjusted two-sided p-values and critical values of one family.

    Parameters
    ----------
    statistic, df : arrays, shape (m,)
        t statistics and their degrees of freedom.
    method : str
        One of ``ADJUSTMENTS``.
    level : float
        Simultaneous coverage of the intervals.
    correlation : array, shape (m, m)
        Correlation of the estimates.
    n_means : int
        Number of means compared (for Tukey).

    Raises
    ------
    AnalysisError
        If the method is not known.
    """
    m = len(statistic)
    size = np.abs(statistic)
    plain = 2.0 * stdtr(df, -size)
    alpha = 1.0 - level
    if method in ("bonferroni", "holm"):
        p = np.minimum(plain * m, 1.0) if method == "bonferroni" else _holm(plain)
        return p, stdtrit(df, 1.0 - alpha / (2.0 * m))
    if method == "sidak":
        one = -np.expm1(np.log1p(-alpha) / m)
        return -np.expm1(m * np.log1p(-plain)), stdtrit(df, 1.0 - one / 2.0)
    if method == "tukey":
        from scipy.stats import studentized_range

        root = np.sqrt(2.0)
        p = np.asarray(studentized_range.sf(size * root, n_means, df))
        return p, np.asarray(studentized_range.ppf(level, n_means, df)) / root
    if method == "dunnett":
        pairs = [_dunnett(s, d, level, correlation) for s, d in zip(size, df, strict=True)]
        return np.array([p for p, _ in pairs]), np.array([c for _, c in pairs])
    raise AnalysisError(
        f"The adjustment {method!r} is not known; choose from {', '.join(ADJUSTMENTS)}."
    )


def _holm(p: Floats) -> Floats:
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted


def _dunnett(size: float, df: float, level: float, correlation: Floats) -> tuple[float, float]:
    """Return the p-value of one statistic and the critical value of the family (AD.4)."""
    from scipy.optimize import brentq

    def outside(limit: float) -> float:
        return 1.0 - max_t_probability(limit, df, correlation)

    if len(correlation) == 1:
        return float(2.0 * stdtr(df, -size)), float(stdtrit(df, 0.5 + 0.5 * level))
    upper = float(stdtrit(df, 1.0 - (1.0 - level) / (2.0 * len(correlation)))) + 0.1
    lower = float(stdtrit(df, 0.5 + 0.5 * level)) - 0.1
    critical = brentq(lambda c: outside(c) - (1.0 - level), lower, upper, xtol=1e-10)
    return max(outside(size), 0.0), float(critical)


def max_t_probability(limit: float, df: float, correlation: Floats) -> float:
    """Return the probability that all |T_j| of a multivariate t stay below a limit (AD.3).

    The scale is integrated by Gauss-Legendre quadrature over the chi
    distribution; given the scale, the normal box probability is integrated
    exactly over one factor where the correlation has one (always so for two
    contrasts), else by a quasi-random sum with a fixed seed.
    """
    from scipy.stats import chi

    low, high = chi.ppf([1e-13, 1.0 - 1e-13], df)
    nodes, weights = np.polynomial.legendre.leggauss(64)
    scale = 0.5 * (high - low) * nodes + 0.5 * (high + low)
    density = chi.pdf(scale, df) * weights * 0.5 * (high - low)
    limits = limit * scale / np.sqrt(df)
    loading = _one_factor(correlation)
    if loading is not None:
        return float(density @ _factor_box(limits, loading))
    return _lattice_box(limit, df, correlation)


def _one_factor(correlation: Floats) -> Floats | None:
    """Return loadings with correlation = loading x loading' off the diagonal, if any."""
    m = len(correlation)
    if m == 2:
        r = float(correlation[0, 1])
        root = np.sqrt(min(abs(r), 1.0))
        return np.array([root, np.copysign(root, r)])
    with np.errstate(divide="ignore", invalid="ignore"):
        first = correlation[0, 1] * correlation[0, 2] / correlation[1, 2]
    if not 0.0 < first <= 1.0:
        return None
    loading = np.empty(m)
    loading[0] = np.sqrt(first)
    loading[1:] = correlation[0, 1:] / loading[0]
    product = np.outer(loading, loading)
    np.fill_diagonal(product, 1.0)
    fits = np.abs(product - correlation).max() < 1e-9 and (np.abs(loading) <= 1.0).all()
    return loading if fits else None


def _factor_box(limits: Floats, loading: Floats) -> Floats:
    """Return P(all |Z_j| < limit) for Z_j = loading_j F + sqrt(1 - loading_j^2) E_j."""
    nodes, weights = np.polynomial.legendre.leggauss(96)
    factor = 9.0 * nodes
    density = np.exp(-0.5 * factor * factor) / np.sqrt(2.0 * np.pi) * weights * 9.0
    rest = np.sqrt(np.maximum(1.0 - loading**2, 1e-12))
    shift = loading[:, None] * factor
    upper = (limits[:, None, None] - shift) / rest[:, None]
    lower = (-limits[:, None, None] - shift) / rest[:, None]
    inside: Floats = np.asarray(ndtr(upper) - ndtr(lower))
    return np.asarray(np.multiply.reduce(inside, axis=1) @ density)


def _lattice_box(limit: float, df: float, correlation: Floats) -> float:
    """Return the box probability for any correlation, by Genz's transformation.

    Genz and Bretz, J Comput Graph Stat 11 (2002) 950-971, summed over a fixed
    Richtmyer lattice: the same figure every time, good to about five decimals.
    """
    m = len(correlation)
    root = np.linalg.cholesky(correlation)
    primes = np.array([2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71])
    points = np.arange(1, 2**15 + 1)[:, None] * np.sqrt(np.resize(primes, m).astype(np.float64))
    uniform = np.abs(2.0 * (points % 1.0) - 1.0)
    scale = limit * np.sqrt(2.0 * gammaincinv(0.5 * df, uniform[:, -1]) / df)
    product = np.ones(len(points))
    drawn = np.zeros((len(points), m))
    for j in range(m):
        centre = drawn[:, :j] @ root[j, :j]
        low = ndtr((-scale - centre) / root[j, j])
        width = ndtr((scale - centre) / root[j, j]) - low
        product *= width
        inside = np.clip(low + uniform[:, j] * width, 1e-15, 1.0 - 1e-15)
        drawn[:, j] = ndtri(inside)
    return float(product.mean())
