"""Empirical (sandwich) covariance of the coefficients, and its degrees of freedom.

CR0 after Liang and Zeger, Biometrika 73 (1986) 13-22; CR2 and the degrees of
freedom after Bell and McCaffrey, Survey Methodology 28 (2002) 169-181; CR3 after
Mancl and DeRouen, Biometrics 57 (2001) 126-134. Subjects are the clusters.
Formulas SW.1 to SW.4: ``resources/methods/mmrm_sandwich.md``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.stats.mmrm.engine import ArrayFit

Floats = NDArray[np.float64]

POWERS = {"empirical": 0.0, "empirical-bias-reduced": -0.5, "empirical-jackknife": -1.0}
"""Power of I - H_ii that residuals are multiplied by (SW.2)."""


@dataclass(frozen=True)
class Sandwich:
    """Sandwich covariance and the whitened rows its degrees of freedom need.

    Parameters
    ----------
    vcov : array, shape (p, p)
    whitened, adjusted : arrays, shape (N, T, p)
        L_i' X_i and A_i L_i' X_i, zero at visits a subject lacks.
    """

    vcov: Floats
    whitened: Floats
    adjusted: Floats


def sandwich(fit: ArrayFit, kind: str) -> Sandwich:
    """Return the sandwich of a fit (SW.1, SW.2); ``kind`` is a key of ``POWERS``."""
    rows, patterns = fit.rows, fit.model.patterns
    n, t, p = rows.n_subjects, rows.n_visits, rows.x.shape[1]
    root_weight = np.ones(len(rows.y)) if rows.weights is None else np.sqrt(rows.weights)
    x = np.zeros((n, t, p))
    x[rows.subject, rows.visit] = rows.x * root_weight[:, None]
    residual = np.zeros((n, t, 1))
    residual[rows.subject, rows.visit, 0] = fit.residuals * root_weight
    absent = ~patterns.present
    filled = fit.optimum.state.precision.copy()
    where, visit = np.nonzero(absent)
    filled[where, visit, visit] = 1.0
    roots = np.linalg.cholesky(filled).swapaxes(1, 2)[patterns.subject_pattern]
    whitened = roots @ x
    adjusted = whitened
    if POWERS[kind]:
        leverage = whitened @ fit.vcov @ whitened.swapaxes(1, 2)
        adjusted = _power(np.eye(t) - leverage, POWERS[kind]) @ whitened
    scores = (adjusted.swapaxes(1, 2) @ (roots @ residual))[:, :, 0]
    half = scores @ fit.vcov
    return Sandwich(half.T @ half, whitened, adjusted)


def sandwich_df(fit: ArrayFit, parts: Sandwich, contrast: Floats) -> float:
    """Return the Bell-McCaffrey degrees of freedom of one contrast (SW.3, SW.4)."""
    a = parts.adjusted @ (fit.vcov @ contrast)
    b = (parts.whitened * a[:, :, None]).sum(axis=1)
    own = (a * a).sum(axis=1)
    pulled = fit.vcov @ (b.T @ b)
    shrunk = np.einsum("ij,jk,ik->i", b, fit.vcov, b)
    trace = float((own - shrunk).sum())
    # Squared norm of the N x N matrix diag(own) - B Phi B' without forming it.
    square = float((own * own).sum() - 2.0 * (own * shrunk).sum() + (pulled * pulled.T).sum())
    return trace * trace / square


def _power(matrices: Floats, power: float) -> Floats:
    """Return a power of symmetric matrices; directions of leverage one are dropped."""
    values, vectors = np.linalg.eigh(matrices)
    kept = values > 1e-10
    raised = np.where(kept, np.where(kept, values, 1.0) ** power, 0.0)
    return np.asarray((vectors * raised[:, None, :]) @ vectors.swapaxes(1, 2))
