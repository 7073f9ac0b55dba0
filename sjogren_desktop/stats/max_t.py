"""Probability that the largest of correlated t statistics exceeds a bound.

The normal rectangle probability is integrated one standardised variable after
the other (Genz 1992), by a product Gauss-Legendre rule for up to five
statistics and by a fixed lattice above, so that there is no random error.
Formula L.5 in ``resources/methods/ancova.md``; proved against Dunnett's (1964)
table and one-dimensional integrals by ``tests/stats/test_max_t.py``.

References
----------
Genz A. J Comput Graph Stat 1992; 1:141-149. Genz A, Bretz F. Computation of
Multivariate Normal and t Probabilities. Springer 2009, section 4.1.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from sjogren_desktop.stats.design import Floats

_NODES = {2: 48, 3: 40, 4: 28, 5: 20}
"""Nodes in each direction of the cube, by number of statistics."""

_FAR = 9.0
"""Beyond this many standard deviations nothing is left of a normal distribution."""

_LATTICE_POINTS = 20011
_RADIAL_NODES = 48


def max_t_exceedance(bound: float, correlation: Floats, df: float) -> float:
    """Return P(max |T_i| > bound) for T multivariate t.

    Parameters
    ----------
    bound : float
        Not negative.
    correlation : array, shape (m, m)
        Positive definite.
    df : float
        Degrees of freedom; infinite for normal statistics.

    Returns
    -------
    float
        Accurate to about 1e-9 for up to four statistics, 1e-6 for five and 1e-4
        above.
    """
    from scipy.stats import t

    if len(correlation) == 1:
        return float(2 * t.sf(bound, df))
    factor = np.linalg.cholesky(correlation)
    cube = _cube_rule(len(correlation))
    radii, weights = _radial_rule(df)
    inside = sum(
        w * _normal_rectangle(bound * r, factor, cube) for r, w in zip(radii, weights, strict=True)
    )
    return float(np.clip(1 - inside, 0, 1))


@lru_cache(maxsize=16)
def _radial_rule(df: float) -> tuple[Floats, Floats]:
    """Return nodes and weights for the distribution of sqrt(chi-square / df)."""
    from scipy.stats import chi

    if np.isinf(df):
        return np.ones(1), np.ones(1)
    edge = 1e-14
    low, high = float(chi.ppf(edge, df)), float(chi.isf(edge, df))
    nodes, weights = np.polynomial.legendre.leggauss(_RADIAL_NODES)
    at = low + (high - low) * (nodes + 1) / 2
    mass = weights * (high - low) / 2 * chi.pdf(at, df)
    return at / np.sqrt(df), mass / mass.sum()


@lru_cache(maxsize=8)
def _cube_rule(m: int) -> tuple[Floats, Floats]:
    """Return points, shape (N, m - 1), and weights of a rule over the unit cube."""
    if m in _NODES:
        nodes, weights = np.polynomial.legendre.leggauss(_NODES[m])
        points = np.stack(np.meshgrid(*[(nodes + 1) / 2] * (m - 1), indexing="ij"), axis=-1)
        mass = np.stack(np.meshgrid(*[weights / 2] * (m - 1), indexing="ij"), axis=-1)
        return points.reshape(-1, m - 1), mass.reshape(-1, m - 1).prod(axis=1)
    # Richtmyer's lattice with the baker's transformation (Genz and Bretz 2009, p. 47).
    steps = np.sqrt(np.array(_primes(m - 1), dtype=np.float64))
    lattice = np.outer(np.arange(1, _LATTICE_POINTS + 1), steps) % 1
    return np.abs(2 * lattice - 1), np.full(_LATTICE_POINTS, 1 / _LATTICE_POINTS)


def _primes(count: int) -> list[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % p for p in found):
            found.append(candidate)
        candidate += 1
    return found


def _normal_rectangle(bound: float, factor: Floats, cube: tuple[Floats, Floats]) -> float:
    """Return P(|Z_i| <= bound for all i), Z normal with Cholesky factor ``factor``."""
    from scipy.special import ndtr

    points, weights = cube
    m = len(factor)
    normal = np.zeros((len(points), m))
    product = weights
    for i in range(m):
        shift = normal[:, :i] @ factor[i, :i]
        low, high = (-bound - shift) / factor[i, i], (bound - shift) / factor[i, i]
        if i == m - 1:
            product = product * (ndtr(high) - ndtr(low))
        elif m in _NODES:
            low, high = np.clip(low, -_FAR, _FAR), np.clip(high, -_FAR, _FAR)
            normal[:, i] = low + points[:, i] * (high - low)
            density = np.exp(-0.5 * normal[:, i] ** 2) / np.sqrt(2 * np.pi)
            product = product * density * (high - low)
        else:
            normal[:, i], share = _uniform_to_normal(points[:, i], low, high)
            product = product * share
    return float(product.sum())


def _uniform_to_normal(uniform: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return points spread over an interval as the normal is, and its probability."""
    from scipy.special import ndtr, ndtri

    start = ndtr(low)
    share = np.asarray(ndtr(high) - start)
    # Rounding may put the argument on 0 or 1, where the quantile is infinite.
    return np.asarray(ndtri(np.clip(start + uniform * share, 1e-300, 1 - 1e-16))), share
