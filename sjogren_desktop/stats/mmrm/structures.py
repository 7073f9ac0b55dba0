"""Covariance structures: the catalogue, and each structure with two derivatives.

Every structure but the spatial one is a core matrix (correlation, or product of
unit triangular factors) times standard deviations on the log scale, so that one
function (:func:`evaluate`) adds the scale to any core. Parameters are those of
the R package mmrm 0.3.18, since its Kenward-Roger variant with second
derivatives depends on them. Formulas CS.1 to CS.9 are in
``resources/methods/covariance_structures.md``; ``tests/stats/test_mmrm_structures.py``
compares derivatives with differences and the figures with the reference fits.

To add a structure: write its core function and add a row to ``STRUCTURES``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]

Core = Callable[[Floats, int], tuple[Floats, Floats, Floats]]
"""Parameters, number of visits -> core (T, T), first (k, T, T), second (k, k, T, T)."""


@dataclass(frozen=True)
class Structure:
    """One row of the catalogue.

    Parameters
    ----------
    key : str
        Name in formulas.
    title : str
        Name for people.
    heterogeneous : bool
        One standard deviation a visit instead of one for all.
    core : callable or None
        None for the spatial structure, which lives on distances.
    n_core : callable
        Number of core parameters for T visits.
    start : callable or None
        Core parameters from a correlation matrix, for starting values.
    """

    key: str
    title: str
    heterogeneous: bool
    core: Core | None
    n_core: Callable[[int], int]
    start: Callable[[Floats], Floats] | None

    @property
    def spatial(self) -> bool:
        """Whether the structure is a function of distances."""
        return self.core is None

    def n_theta(self, n_visits: int) -> int:
        """Return the number of parameters for one group."""
        return (n_visits if self.heterogeneous else 1) + self.n_core(n_visits)


def evaluate(structure: Structure, theta: Floats, n_visits: int) -> tuple[Floats, Floats]:
    """Return covariance (T, T) and its first derivatives (K, T, T); formula CS.1."""
    assert structure.core is not None
    n_scale = n_visits if structure.heterogeneous else 1
    core, first, _ = structure.core(theta[n_scale:], n_visits)
    scale = _outer_scale(theta[:n_scale], n_visits)
    covariance = scale * core
    derivatives = np.empty((len(theta), n_visits, n_visits))
    derivatives[:n_scale] = covariance * _membership(n_scale, n_visits)
    derivatives[n_scale:] = scale * first
    return covariance, derivatives


def second_derivatives(structure: Structure, theta: Floats, n_visits: int) -> Floats:
    """Return all second derivatives of the covariance, shape (K, K, T, T); formula CS.2."""
    assert structure.core is not None
    n_scale = n_visits if structure.heterogeneous else 1
    core, first, second = structure.core(theta[n_scale:], n_visits)
    scale = _outer_scale(theta[:n_scale], n_visits)
    member = _membership(n_scale, n_visits)
    result = np.empty((len(theta), len(theta), n_visits, n_visits))
    result[:n_scale, :n_scale] = member[:, None] * member * (scale * core)
    mixed = member[:, None] * (scale * first)
    result[:n_scale, n_scale:] = mixed
    result[n_scale:, :n_scale] = mixed.swapaxes(0, 1)
    result[n_scale:, n_scale:] = scale * second
    return result


def curvature(structure: Structure, theta: Floats, slope: Floats) -> Floats:
    """Return the second derivatives of the covariance summed with weights (CS.2).

    The same as ``tensordot(second_derivatives(...), slope)`` for a symmetric
    (T, T) array, without forming the K x K x T x T array.
    """
    assert structure.core is not None
    n_visits = len(slope)
    n_scale = n_visits if structure.heterogeneous else 1
    core, first, second = structure.core(theta[n_scale:], n_visits)
    scaled = slope * _outer_scale(theta[:n_scale], n_visits)
    result = np.empty((len(theta), len(theta)))
    own = scaled * core
    mixed = 2.0 * (scaled * first).sum(axis=2).T
    if structure.heterogeneous:
        result[:n_scale, :n_scale] = 2.0 * (own + np.diag(own.sum(axis=1)))
    else:
        result[0, 0] = 4.0 * own.sum()
        mixed = mixed.sum(axis=0, keepdims=True)
    result[:n_scale, n_scale:] = mixed
    result[n_scale:, :n_scale] = mixed.T
    result[n_scale:, n_scale:] = np.tensordot(second, scaled)
    return result


def evaluate_spatial(theta: Floats, distance: Floats) -> tuple[Floats, Floats, Floats]:
    """Return spatial exponential covariances and derivatives; formula CS.9.

    Parameters
    ----------
    theta : array, shape (2,)
        Log variance and logit of the correlation at distance one.
    distance : array, shape (P, T, T)

    Returns
    -------
    covariance, first, second : arrays, shapes (P, T, T), (2, P, T, T), (2, 2, P, T, T)
    """
    rho = 1.0 / (1.0 + np.exp(-theta[1]))
    covariance = np.exp(theta[0] - distance * np.log1p(np.exp(-theta[1])))
    slope = distance * (1.0 - rho)
    first = np.stack([covariance, covariance * slope])
    bend = covariance * (slope * slope - distance * rho * (1.0 - rho))
    second = np.stack([first, np.stack([first[1], bend])])
    return covariance, first, second


def start_theta(structure: Structure, covariance: Floats) -> Floats:
    """Return starting parameters near a (positive definite) covariance matrix."""
    sd = np.sqrt(np.diag(covariance))
    if structure.start is None:
        return np.array([np.log(np.mean(sd**2)), 0.0])
    core = structure.start(covariance / np.outer(sd, sd))
    if structure.key == "us":
        root = np.linalg.cholesky(covariance)
        return np.concatenate([np.log(np.diag(root)), core])
    scale = np.log(sd) if structure.heterogeneous else np.array([0.5 * np.log(np.mean(sd**2))])
    return np.concatenate([scale, core])


def find_structure(key: str) -> Structure:
    """Return a structure by its name in formulas.

    Raises
    ------
    AnalysisError
        Naming the structures there are.
    """
    found = STRUCTURES.get(key)
    if found is None:
        raise AnalysisError(
            f"There is no covariance structure {key!r}; choose from {', '.join(STRUCTURES)}."
        )
    return found


def _outer_scale(log_sd: Floats, n_visits: int) -> Floats:
    sd = np.exp(log_sd) if len(log_sd) == n_visits else np.full(n_visits, np.exp(log_sd[0]))
    return np.multiply.outer(sd, sd)


@lru_cache(maxsize=64)
def _membership(n_scale: int, n_visits: int) -> Floats:
    """Return how often each log standard deviation enters each element (n_scale, T, T)."""
    if n_scale == 1:
        return np.full((1, n_visits, n_visits), 2.0)
    unit = np.eye(n_visits)
    return unit[:, :, None] + unit[:, None, :]


def _bounded(theta: Floats) -> tuple[Floats, Floats, Floats]:
    """Map to (-1, 1) by x / sqrt(1 + x^2), with two derivatives (CS.3)."""
    root = 1.0 / np.sqrt(1.0 + theta * theta)
    return theta * root, root**3, -3.0 * theta * root**5


def _unbounded(correlation: Floats) -> Floats:
    """Invert :func:`_bounded`, staying clear of the limits."""
    value = np.clip(correlation, -0.95, 0.95)
    return np.asarray(value / np.sqrt(1.0 - value * value))


def _lags(n_visits: int) -> NDArray[np.int64]:
    visits = np.arange(n_visits)
    return np.abs(visits[:, None] - visits)


def _unstructured(theta: Floats, n_visits: int) -> tuple[Floats, Floats, Floats]:
    """Product of a unit lower triangular matrix and its transpose (CS.4)."""
    row, col = _lower(n_visits)
    root = np.eye(n_visits)
    root[row, col] = theta
    k = np.arange(len(theta))
    half = np.zeros((len(theta), n_visits, n_visits))
    half[k, row] = root.T[col]
    return root @ root.T, half + half.swapaxes(1, 2), _unstructured_second(n_visits)


@lru_cache(maxsize=64)
def _lower(n_visits: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows and columns of the elements below the diagonal, row by row."""
    row, col = np.tril_indices(n_visits, -1)
    return row.astype(np.int64), col.astype(np.int64)


@lru_cache(maxsize=8)
def _unstructured_second(n_visits: int) -> Floats:
    """Second derivatives of the unstructured core, which are constants."""
    row, col = _lower(n_visits)
    i, j = np.nonzero(col[:, None] == col)
    second = np.zeros((len(row), len(row), n_visits, n_visits))
    second[i, j, row[i], row[j]] = 1.0
    return second + second.swapaxes(2, 3)


def _start_unstructured(correlation: Floats) -> Floats:
    root = np.linalg.cholesky(correlation)
    return np.asarray((root / np.diag(root)[:, None])[np.tril_indices(len(root), -1)])


def _toeplitz(theta: Floats, n_visits: int) -> tuple[Floats, Floats, Floats]:
    """One correlation for each lag (CS.5)."""
    value, slope, bend = _bounded(theta)
    lag = _lags(n_visits)
    at_lag = (lag == np.arange(1, n_visits)[:, None, None]).astype(np.float64)
    core = np.concatenate([[1.0], value])[lag]
    k = len(theta)
    second = np.zeros((k, k, n_visits, n_visits))
    second[np.arange(k), np.arange(k)] = bend[:, None, None] * at_lag
    return core, slope[:, None, None] * at_lag, second


def _start_toeplitz(correlation: Floats) -> Floats:
    n_visits = len(correlation)
    means = np.array([float(np.mean(np.diag(correlation, k))) for k in range(n_visits)])
    # Means over lags of a correlation matrix need not be one: shrink towards independence.
    smallest = float(np.linalg.eigvalsh(means[_lags(n_visits)])[0])
    return _unbounded(means[1:] * min(1.0, 0.95 / (1.0 - min(smallest, 0.05))))


def _autoregressive(theta: Floats, n_visits: int) -> tuple[Floats, Floats, Floats]:
    """Correlation to the power of the lag (CS.6)."""
    value, slope, bend = _bounded(theta)
    rho = value[0]
    lag = _lags(n_visits)
    d1 = lag * rho ** np.maximum(lag - 1, 0)
    d2 = lag * (lag - 1) * rho ** np.maximum(lag - 2, 0)
    return rho**lag, (slope[0] * d1)[None], (d2 * slope[0] ** 2 + d1 * bend[0])[None, None]


def _start_autoregressive(correlation: Floats) -> Floats:
    return _unbounded(
        np.array([np.mean(np.diag(correlation, 1))]) if len(correlation) > 1 else np.zeros(1)
    )


def _compound_symmetry(theta: Floats, n_visits: int) -> tuple[Floats, Floats, Floats]:
    """One correlation, kept above -1 / (T - 1) (CS.7)."""
    lower = -1.0 / max(n_visits - 1, 1)
    logistic = 1.0 / (1.0 + np.exp(-theta[0]))
    slope = (1.0 - lower) * logistic * (1.0 - logistic)
    off = 1.0 - np.eye(n_visits)
    core = np.eye(n_visits) + off * (lower + (1.0 - lower) * logistic)
    return core, (slope * off)[None], (slope * (1.0 - 2.0 * logistic) * off)[None, None]


def _start_compound_symmetry(correlation: Floats) -> Floats:
    t = len(correlation)
    lower = -1.0 / max(t - 1, 1)
    mean = (correlation.sum() - t) / max(t * (t - 1), 1)
    share = np.clip((mean - lower) / (1.0 - lower), 0.05, 0.95)
    return np.array([np.log(share / (1.0 - share))])


def _ante_dependence(theta: Floats, n_visits: int) -> tuple[Floats, Floats, Floats]:
    """Products of the correlations of neighbouring visits in between (CS.8)."""
    value, slope, bend = _bounded(theta)
    k = len(theta)
    visits = np.arange(n_visits)
    low = np.minimum(visits[:, None], visits)
    high = np.maximum(visits[:, None], visits)
    steps = np.arange(k)[:, None, None]
    inside = (steps >= low) & (steps < high)
    values = np.where(inside, value[:, None, None], 1.0)
    core = values.prod(axis=0)
    # Leave-one-out and leave-two-out products instead of divisions: a correlation may be zero.
    first = np.empty((k, n_visits, n_visits))
    second = np.empty((k, k, n_visits, n_visits))
    for i in range(k):
        without = np.delete(values, i, axis=0)
        first[i] = inside[i] * slope[i] * without.prod(axis=0)
        second[i, i] = inside[i] * bend[i] * without.prod(axis=0)
        for j in range(i):
            rest = np.delete(without, j, axis=0).prod(axis=0)
            second[i, j] = second[j, i] = inside[i] * inside[j] * slope[i] * slope[j] * rest
    return core, first, second


def _start_ante_dependence(correlation: Floats) -> Floats:
    return _unbounded(np.diag(correlation, 1))


def _pairs(n_visits: int) -> int:
    return n_visits * (n_visits - 1) // 2


def _steps(n_visits: int) -> int:
    return n_visits - 1


def _one(n_visits: int) -> int:
    return 1


STRUCTURES: dict[str, Structure] = {
    s.key: s
    for s in (
        Structure("us", "Unstructured", True, _unstructured, _pairs, _start_unstructured),
        Structure("toep", "Toeplitz", False, _toeplitz, _steps, _start_toeplitz),
        Structure("toeph", "Heterogeneous Toeplitz", True, _toeplitz, _steps, _start_toeplitz),
        Structure("ar1", "AR(1)", False, _autoregressive, _one, _start_autoregressive),
        Structure(
            "ar1h", "Heterogeneous AR(1)", True, _autoregressive, _one, _start_autoregressive
        ),
        Structure(
            "cs", "Compound symmetry", False, _compound_symmetry, _one, _start_compound_symmetry
        ),
        Structure(
            "csh",
            "Heterogeneous compound symmetry",
            True,
            _compound_symmetry,
            _one,
            _start_compound_symmetry,
        ),
        Structure("ad", "Ante-dependence", False, _ante_dependence, _steps, _start_ante_dependence),
        Structure(
            "adh",
            "Heterogeneous ante-dependence",
            True,
            _ante_dependence,
            _steps,
            _start_ante_dependence,
        ),
        Structure("sp_exp", "Spatial exponential", False, None, _one, None),
    )
}
