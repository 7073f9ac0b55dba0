"""Kenward-Roger adjusted covariance and denominator degrees of freedom.

Kenward and Roger, Biometrics 53 (1997) 983-997. The linear form leaves out the
term with second derivatives of the covariance; it does not depend on the
parametrisation and is what SAS PROC MIXED computes. Formulas KR.1 to KR.6 are in
``resources/methods/kenward_roger.md``. Both forms use the observed information.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.stats.mmrm.engine import ArrayFit
from sjogren_desktop.stats.mmrm.likelihood import project
from sjogren_desktop.stats.mmrm.structures import evaluate_spatial, second_derivatives

Floats = NDArray[np.float64]


def adjusted_vcov(fit: ArrayFit, *, linear: bool) -> Floats:
    """Return the adjusted covariance of the coefficients (KR.1).

    The double sums over covariance parameters are taken inside, on T x T
    matrices (KR.2), instead of over K squared matrices of size p x p.
    """
    model, state, terms = fit.model, fit.optimum.state, fit.optimum.terms
    patterns = model.patterns
    w = fit.theta_vcov
    phi = state.inverse
    k, p = len(terms), len(phi)
    mixed = (w @ terms.reshape(k, p * p)).reshape(k, p, p)
    total = -np.asarray((terms @ phi @ mixed).sum(axis=0))
    for g, where in enumerate(patterns.group_slices):
        block = model.parameters(g)
        precision = state.precision[where]
        inner = _double_sum(state.derivatives[g], w[block, block], precision)
        if not linear:
            if patterns.distance is None:
                second = second_derivatives(model.structure, state.theta[block], model.n_visits)
            else:
                second = evaluate_spatial(state.theta[block], patterns.distance[where])[2]
            inner = inner - 0.25 * np.tensordot(w[block, block], second)
        total = total + project(patterns, precision @ inner @ precision, where)
    adjusted = phi + 2.0 * phi @ total @ phi
    s = patterns.to_beta
    return np.asarray(s @ (0.5 * (adjusted + adjusted.T)) @ s.T)


def joint_df(fit: ArrayFit, contrast: Floats) -> tuple[float, float]:
    """Return denominator degrees of freedom and scale of F for a joint test (KR.3 to KR.6).

    Parameters
    ----------
    contrast : array, shape (r, p)
        Linearly independent rows.
    """
    phi = fit.optimum.state.inverse
    turned = contrast @ fit.model.patterns.to_beta
    z = turned @ phi
    root = np.linalg.inv(np.linalg.cholesky(z @ turned.T))
    z = root @ z
    # tr(Theta Phi P_i Phi) and its products, in the r-dimensional space of the contrast.
    small = z @ fit.optimum.terms @ z.T
    rank = len(contrast)
    w = fit.theta_vcov
    traces = np.trace(small, axis1=1, axis2=2)
    a1 = float(traces @ w @ traces)
    flat = small.reshape(len(small), -1)
    a2 = float((flat * (w @ flat)).sum())
    b = (a1 + 6.0 * a2) / (2.0 * rank)
    g = ((rank + 1) * a1 - (rank + 4) * a2) / ((rank + 2) * a2)
    denominator = 3.0 * rank + 2.0 * (1.0 - g)
    c1, c2, c3 = g / denominator, (rank - g) / denominator, (rank + 2 - g) / denominator
    expected = 1.0 / (1.0 - a2 / rank)
    variance = 2.0 / rank * (1.0 + c1 * b) / ((1.0 - c2 * b) ** 2 * (1.0 - c3 * b))
    rho = variance / (2.0 * expected**2)
    df = 4.0 + (rank + 2.0) / (rank * rho - 1.0)
    return df, df / (expected * (df - 2.0))


def _double_sum(first: Floats, w: Floats, precision: Floats) -> Floats:
    """Return the sum over i, j of w_ij D_i W D_j for every pattern (KR.2)."""
    mixed = np.tensordot(w, first, (1, 0))
    if first.ndim == 4:
        return np.asarray((first @ precision @ mixed).sum(axis=0))
    k, t = first.shape[0], first.shape[1]
    # [a b] of the first and [c d] of the second factor, W between b and c.
    omega = first.reshape(k, t * t).T @ mixed.reshape(k, t * t)
    turned = omega.reshape(t, t, t, t).transpose(1, 2, 0, 3).reshape(t * t, t * t)
    return np.asarray((precision.reshape(-1, t * t) @ turned).reshape(-1, t, t))
