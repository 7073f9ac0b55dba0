"""Deviance of the model in its covariance parameters, with gradient and Hessian.

The fixed effects are profiled out. Everything is a sum over visit patterns, and
the sums are matrix products over the pattern axis, so no Python loop runs over
patterns or subjects. Formulas L.1 to L.7 are in ``resources/methods/mmrm.md``;
derivations after Harville, JASA 72 (1977) 320-338 and Lindstrom and Bates, JASA
83 (1988) 1014-1022. ``tests/stats/test_mmrm_likelihood.py`` compares every
derivative with differences.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.stats.mmrm.patterns import Patterns
from sjogren_desktop.stats.mmrm.structures import (
    Structure,
    curvature,
    evaluate,
    evaluate_spatial,
)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class State:
    """The model at one value of the covariance parameters.

    Parameters
    ----------
    covariances : tuple of array
        One (T, T) matrix a group; for a spatial structure (P_g, T, T).
    derivatives : tuple of array
        First derivatives of these, (K, T, T) or (K, P_g, T, T).
    precision : array, shape (P, T, T)
        Inverse covariances, zero at visits that a pattern lacks.
    inverse : array, shape (p, p)
        Covariance of the coefficients of the orthonormal columns.
    gamma : array, shape (p,)
        These coefficients, as corrections to the least-squares fit.
    """

    theta: Floats
    deviance: float
    covariances: tuple[Floats, ...]
    derivatives: tuple[Floats, ...]
    precision: Floats
    inverse: Floats
    gamma: Floats


@dataclass(frozen=True)
class Model:
    """What the deviance is a function of, besides the parameters."""

    patterns: Patterns
    structure: Structure
    reml: bool

    @property
    def n_visits(self) -> int:
        """Number of visits T."""
        return int(self.patterns.present.shape[1])

    @property
    def n_groups(self) -> int:
        """Number of covariance groups."""
        return len(self.patterns.group_slices)

    @property
    def n_theta(self) -> int:
        """Number of covariance parameters of all groups."""
        return self.n_groups * self.structure.n_theta(self.n_visits)

    def parameters(self, group: int) -> slice:
        """Return where the parameters of a group stand."""
        k = self.structure.n_theta(self.n_visits)
        return slice(group * k, (group + 1) * k)


def evaluate_model(model: Model, theta: Floats) -> State | None:
    """Return the deviance and its ingredients, or None where the covariance is singular.

    Notes
    -----
    Formulas L.1 (deviance) and L.2 (profiled coefficients).
    """
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            state = _evaluate(model, theta)
    except np.linalg.LinAlgError:
        return None
    return state if math.isfinite(state.deviance) else None


def _evaluate(model: Model, theta: Floats) -> State:
    """Return the state; raises LinAlgError where a covariance is not positive definite."""
    patterns = model.patterns
    covariances, derivatives = [], []
    full = np.empty((len(patterns.count), model.n_visits, model.n_visits))
    for g, where in enumerate(patterns.group_slices):
        part = theta[model.parameters(g)]
        if patterns.distance is None:
            covariance, first = evaluate(model.structure, part, model.n_visits)
            # A Toeplitz matrix may be positive definite for each pattern but not for all visits.
            np.linalg.cholesky(covariance)
        else:
            covariance, first, _ = evaluate_spatial(part, patterns.distance[where])
        covariances.append(covariance)
        derivatives.append(first)
        full[where] = covariance
    precision, log_dets = _invert(full, patterns.present)
    root = np.linalg.cholesky(project(patterns, precision))
    root_inverse = np.linalg.inv(root)
    inverse = root_inverse.T @ root_inverse
    weighted = (patterns.ur @ precision).sum(axis=0)
    b = patterns.basis.T @ weighted.T.ravel()
    gamma = inverse @ b
    deviance = (
        float(patterns.count @ log_dets)
        - patterns.log_weights
        + float((precision * patterns.rr).sum())
        - float(b @ gamma)
        + patterns.n_obs * math.log(2.0 * math.pi)
    )
    if model.reml:
        deviance += (
            2.0 * float(np.log(np.diag(root)).sum())
            + patterns.log_det_x
            - len(gamma) * math.log(2.0 * math.pi)
        )
    return State(
        theta=theta,
        deviance=deviance,
        covariances=tuple(covariances),
        derivatives=tuple(derivatives),
        precision=precision,
        inverse=inverse,
        gamma=gamma,
    )


def project(patterns: Patterns, weights: Floats, where: slice = slice(None)) -> Floats:
    """Return the sum over subjects of X_i' F X_i, with F given by pattern (L.3).

    Parameters
    ----------
    weights : array, shape (P, T, T)
        Zero at visits that a pattern lacks.
    where : slice
        Patterns that ``weights`` belongs to.
    """
    p, t = weights.shape[0], weights.shape[1]
    uu = patterns.uu[where]
    k = uu.shape[1]
    summed = weights.reshape(p, t * t).T @ uu.reshape(p, k * k)
    middle = summed.reshape(t, t, k, k).swapaxes(1, 2).reshape(t * k, t * k)
    return np.asarray(patterns.basis.T @ (middle @ patterns.basis))


@dataclass(frozen=True)
class Slopes:
    """Gradient, and what the Hessian shares with it.

    ``by_pattern`` is the derivative with respect to the covariance of each
    pattern, ``squares`` the matrices W S W of formula L.4, ``cross`` the
    cross-products of basis numbers and final residuals.
    """

    gradient: Floats
    by_pattern: Floats
    squares: Floats
    cross: Floats


def slopes(model: Model, state: State) -> Slopes:
    """Return the gradient of the deviance (L.4)."""
    patterns = model.patterns
    p, t = len(patterns.count), model.n_visits
    k = patterns.uu.shape[1]
    effects = (patterns.basis @ state.gamma).reshape(t, k)
    fitted = effects @ patterns.uu
    cross = patterns.ur - fitted.swapaxes(1, 2)
    mixed = effects @ patterns.ur
    residual = patterns.rr - mixed - mixed.swapaxes(1, 2) + fitted @ effects.T
    if model.reml:
        spread = (patterns.basis @ state.inverse @ patterns.basis.T).reshape(t, k, t, k)
        flat = spread.transpose(1, 3, 0, 2).reshape(k * k, t * t)
        residual = residual + (patterns.uu.reshape(p, k * k) @ flat).reshape(p, t, t)
    squares = state.precision @ residual @ state.precision
    by_pattern = patterns.count[:, None, None] * state.precision - squares
    gradient = np.empty(model.n_theta)
    for g, where in enumerate(patterns.group_slices):
        first = state.derivatives[g]
        if patterns.distance is None:
            gradient[model.parameters(g)] = (
                first.reshape(len(first), -1) @ by_pattern[where].sum(axis=0).ravel()
            )
        else:
            gradient[model.parameters(g)] = (first * by_pattern[where]).sum(axis=(1, 2, 3))
    return Slopes(gradient, by_pattern, squares, cross)


def partial_hessian(model: Model, state: State, slope: Slopes) -> Floats:
    """Return the Hessian of the deviance without the term L.7 (L.5 and L.6)."""
    patterns = model.patterns
    t, k = model.n_visits, patterns.uu.shape[1]
    p = len(state.gamma)
    hessian = np.zeros((model.n_theta, model.n_theta))
    scores = np.empty((model.n_theta, p))
    q = 2.0 * slope.squares - patterns.count[:, None, None] * state.precision
    # W r u', by pattern: visits x basis numbers.
    pulled = state.precision @ slope.cross.swapaxes(1, 2)
    for g, where in enumerate(patterns.group_slices):
        block = model.parameters(g)
        first = state.derivatives[g]
        w = state.precision[where]
        if patterns.distance is None:
            hessian[block, block] = _trace_products(q[where], w, first) + curvature(
                model.structure, state.theta[block], slope.by_pattern[where].sum(axis=0)
            )
            scores[block] = _scores(w, pulled[where], first) @ patterns.basis
        else:
            wd = w @ first
            qd = (q[where] @ first).swapaxes(2, 3)
            second = evaluate_spatial(state.theta[block], patterns.distance[where])[2]
            hessian[block, block] = np.tensordot(qd, wd, ((1, 2, 3), (1, 2, 3))) + (
                second * slope.by_pattern[where]
            ).sum(axis=(2, 3, 4))
            scores[block] = (wd @ pulled[where]).sum(axis=1).reshape(-1, t * k) @ patterns.basis
    hessian -= 2.0 * scores @ state.inverse @ scores.T
    return hessian


def information_terms(model: Model, state: State) -> Floats:
    """Return P_i = X' W dV_i W X for each covariance parameter, shape (K, p, p) (L.7)."""
    patterns = model.patterns
    p, k = len(state.gamma), patterns.uu.shape[1]
    t = model.n_visits
    terms = np.empty((model.n_theta, p, p))
    for g, where in enumerate(patterns.group_slices):
        block = model.parameters(g)
        first, w, uu = state.derivatives[g], state.precision[where], patterns.uu[where]
        n = len(w)
        # As many parameters at a time as keep the intermediate near the processor.
        chunk = max(1, 30_000 // (n * t * t))
        for at in range(0, len(first), chunk):
            d = first[at : at + chunk]
            turned = w @ (d[:, None] if d.ndim == 3 else d) @ w
            summed = turned.reshape(len(d), n, t * t).swapaxes(1, 2) @ uu.reshape(n, k * k)
            middle = summed.reshape(-1, t, t, k, k).swapaxes(2, 3).reshape(-1, t * k, t * k)
            start = block.start + at
            terms[start : start + len(d)] = patterns.basis.T @ (middle @ patterns.basis)
    return terms


def reml_term(state: State, terms: Floats) -> Floats:
    """Return the part of the REML Hessian that comes from log det X'WX (L.7)."""
    scaled = state.inverse @ terms
    k = len(terms)
    return -(scaled.reshape(k, -1) @ scaled.swapaxes(1, 2).reshape(k, -1).T)


def _invert(full: Floats, present: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return inverses and log determinants of the parts that are present."""
    both = present[:, :, None] & present[:, None, :]
    t = present.shape[1]
    filled = np.where(both, full, np.eye(t))
    diagonal = np.linalg.cholesky(filled)[:, np.arange(t), np.arange(t)]
    precision = np.linalg.inv(filled)
    precision = 0.5 * (precision + precision.swapaxes(1, 2))
    return np.where(both, precision, 0.0), 2.0 * np.log(diagonal).sum(axis=1)


def _trace_products(q: Floats, w: Floats, first: Floats) -> Floats:
    """Return the sums over patterns of tr(Q D_i W D_j), shape (K, K) (L.5)."""
    p, t = q.shape[0], q.shape[1]
    k = len(first)
    products = q.reshape(p, t * t).T @ w.reshape(p, t * t)
    # From [a b, c d] to [b c, a d]: D_i sits between b and c, D_j between d and a.
    turned = products.reshape(t, t, t, t).transpose(1, 2, 0, 3).reshape(t * t, t * t)
    return np.asarray((first.reshape(k, -1) @ turned) @ first.swapaxes(1, 2).reshape(k, -1).T)


def _scores(w: Floats, pulled: Floats, first: Floats) -> Floats:
    """Return the sums over patterns of W D_i (W r u'), shape (K, T * k) (L.6)."""
    p, t = w.shape[0], w.shape[1]
    k = pulled.shape[2]
    products = w.reshape(p, t * t).T @ pulled.reshape(p, t * k)
    # From [a c, d k] to [c d, a k].
    turned = products.reshape(t, t, t, k).transpose(1, 2, 0, 3).reshape(t * t, t * k)
    return np.asarray(first.reshape(len(first), -1) @ turned)
