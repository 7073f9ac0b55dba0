"""Tipping point: the comparison of two arms at every shift of their imputed values.

Shifting imputed values by a number moves every estimate linearly and every
residual sum of squares quadratically. What a whole map needs is therefore
computed once, and the data sets are never rebuilt. Formulas RI.25 to RI.27 of
``resources/methods/tipping_point.md``; ``tests/stats/test_imputation_tipping.py``
compares with rbmi and with data sets that were shifted.

References
----------
Yan X, Lee S, Li N. J Biopharm Stat 2009; 19:1085-1098.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import Weights
from sjogren_desktop.stats.imputation.analyse import linear_analysis
from sjogren_desktop.stats.imputation.impute import Imputed
from sjogren_desktop.stats.imputation.pool import barnard_rubin, interval_columns

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class TippingMap:
    """Results by shift in the active arm (rows) and in the reference arm (columns).

    Parameters
    ----------
    active_delta, reference_delta : arrays, shapes (A,), (B,)
    estimate, std_error, df, lower, upper, p_value : arrays, shape (A, B)
    """

    active_delta: Floats
    reference_delta: Floats
    estimate: Floats
    std_error: Floats
    df: Floats
    lower: Floats
    upper: Floats
    p_value: Floats


def tipping_map(
    imputed: Imputed,
    formula: str,
    visit: object,
    *,
    active: object,
    active_delta: ArrayLike,
    reference_delta: ArrayLike,
    weights: Weights = "equal",
    level: float = 0.95,
) -> TippingMap:
    """Return the ANCOVA comparison of an arm with its reference for a grid of shifts.

    Parameters
    ----------
    imputed : Imputed
        Imputed under the assumption that the map starts from (usually MAR).
    formula : str
        See :func:`~sjogren_desktop.stats.imputation.analyse.analyse_ancova`.
    active : object
        The arm compared; its reference is that of the trial.
    active_delta, reference_delta : arrays
        Numbers added to every imputed value of the arms at the visit.

    Raises
    ------
    AnalysisError
        If the arm is its own reference, or the data sets were imputed by
        bootstrapped maximum likelihood.
    """
    trial = imputed.trial
    pooling = imputed.draws.pooling
    if pooling == "bmlmi":
        raise AnalysisError(
            "The tipping point is not offered for bootstrapped maximum likelihood imputation. "
            "Choose another method."
        )
    analysis = linear_analysis(imputed, formula, visit, weights=weights)
    wanted = (analysis.labels["quantity"] == "difference") & (analysis.labels["arm"] == active)
    row = np.flatnonzero(wanted)
    if not len(row):
        raise AnalysisError(f"{active} is the reference arm itself, or no arm of the data.")
    reference = trial.arms.index(analysis.labels["reference"].iloc[row[0]])
    number = trial.visit_number(visit)
    shifts = np.zeros((2, trial.n_subjects))
    filled = imputed.subject[imputed.at(number)]
    for i, arm in enumerate((trial.arms.index(active), reference)):
        shifts[i, filled[trial.arm[filled] == arm]] = 1.0
    response = imputed.completed(number)
    operator = analysis.operator[:, row[0]]
    # Estimate of each data set at no shift, and its change for a shift of one in either arm.
    parts = np.column_stack(
        [
            analysis.estimates(response)[:, row[0]],
            np.broadcast_to(operator @ shifts.T, (len(response), 2)),
        ]
    )
    a, b = np.asarray(active_delta, np.float64), np.asarray(reference_delta, np.float64)
    grid = np.stack(
        [np.ones((len(a), len(b))), *np.meshgrid(a, b, indexing="ij")], axis=2
    )  # (A, B, 3)
    if pooling == "rubin":
        m = len(response)
        between = _quadratic(grid, np.cov(parts.T))
        within = analysis.unit_error[row[0]] ** 2 / analysis.df
        squares = _residual_squares(analysis.residuals(response), analysis.residuals(shifts))
        total = within * _quadratic(grid, squares) + (1 + 1 / m) * between
        df = barnard_rubin(between, total, np.full(total.shape, analysis.df), m)
        estimate = grid @ parts.mean(axis=0)
    else:
        rest = parts[1:]
        n = len(rest)
        # A jackknife variance is (n - 1)^2 / n times the variance of leave-one-out values.
        scale = (n - 1) ** 2 / n if pooling == "jackknife" else 1.0
        total = scale * _quadratic(grid, np.cov(rest.T))
        df = np.full(total.shape, np.inf)
        estimate = grid @ parts[0]
    columns = interval_columns(estimate, np.sqrt(total), df, level)
    return TippingMap(a, b, **columns)


def _quadratic(grid: Floats, matrix: Floats) -> Floats:
    """Return v' M v for every vector of the grid, shape (A, B); never below zero."""
    return np.asarray(np.maximum(np.einsum("abi,ij,abj->ab", grid, matrix, grid), 0.0))


def _residual_squares(residuals: Floats, shifts: Floats) -> Floats:
    """Return the mean over data sets of cross-products of residuals with shifts, (3, 3)."""
    result = np.empty((3, 3))
    result[0, 0] = np.einsum("mi,mi->", residuals, residuals) / len(residuals)
    result[0, 1:] = result[1:, 0] = shifts @ residuals.mean(axis=0)
    result[1:, 1:] = shifts @ shifts.T
    return result
