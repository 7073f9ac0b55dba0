"""Covariate-adjusted risks and their difference, from a logistic model.

The model predicts everybody's risk as if all had been in each group; the mean
predictions are compared (g-computation, standardisation). The variance is by
the delta method. Formulas G.1 to G.4 in ``resources/methods/logistic.md``. Proved
by ``tests/stats/test_standardisation.py`` against R.

References
----------
Ge M, Durham LK, Meyer RD, Xie W, Thomas N. Covariate-adjusted difference in
proportions from clinical trials using logistic regression and weighted risk
differences. Drug Inf J 2011; 45:481-493.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import Floats, design_rows, level_text
from sjogren_desktop.stats.estimate import Array, normal_quantile, two_sided
from sjogren_desktop.stats.logistic import LogisticResult

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class StandardisedRisks:
    """Risks standardised to the covariates of all analysed rows.

    Parameters
    ----------
    risks : DataFrame
        One row for each level of the factor: the factor's column, estimate,
        std_error, lower, upper.
    differences : DataFrame
        Each level minus the reference: contrast, level, reference, estimate,
        std_error, lower, upper, statistic (z), p_value.
    vcov : array, shape (levels, levels)
        Covariance of the risks.
    level : float
    messages : tuple of str
        Those of the model.
    """

    risks: pd.DataFrame
    differences: pd.DataFrame
    vcov: Floats
    level: float
    messages: tuple[str, ...]


def standardised_risks(
    fit: LogisticResult, factor: str, *, reference: object = None, level: float = 0.95
) -> StandardisedRisks:
    """Return standardised risks of the levels of a factor, and their differences.

    Parameters
    ----------
    fit : LogisticResult
        Under Firth's method the mean of the predictions is biased slightly
        towards one half.
    factor : str
        The groups compared; it may interact with other terms.
    reference : object, optional
        Level the others are compared with; the first by default.
    level : float

    Notes
    -----
    The standard error holds for the covariates as they are in the data (G.3).

    Raises
    ------
    AnalysisError
        If the model has no such factor, or the factor no such level.
    """
    import pandas as pd

    levels = fit.design.levels(factor)
    if reference is not None and reference not in levels:
        raise AnalysisError(
            f"The reference {reference} is not among the levels of {factor} in the analysed rows: "
            f"{', '.join(map(level_text, levels))}."
        )
    base = 0 if reference is None else levels.index(reference)
    z = normal_quantile(level)
    estimate, gradient = _means(fit, factor, levels)
    vcov = gradient @ fit.at.vcov @ gradient.T
    error = np.sqrt(np.diag(vcov))
    risks = pd.DataFrame({factor: list(levels), **_interval(estimate, error, z)})
    others = [i for i in range(len(levels)) if i != base]
    contrast = np.zeros((len(others), len(levels)))
    contrast[range(len(others)), others] = 1
    contrast[:, base] -= 1
    difference = contrast @ estimate
    spread = np.sqrt(np.diag(contrast @ vcov @ contrast.T))
    names = [level_text(v) for v in levels]
    differences = pd.DataFrame(
        {
            "contrast": [f"{names[i]} - {names[base]}" for i in others],
            "level": [names[i] for i in others],
            "reference": names[base],
            **_interval(difference, spread, z),
            "statistic": difference / spread,
            "p_value": two_sided(difference / spread),
        }
    )
    return StandardisedRisks(risks, differences, vcov, level, fit.messages)


def _means(fit: LogisticResult, factor: str, levels: tuple[object, ...]) -> tuple[Array, Array]:
    """Return mean predictions with everybody in each level, and their gradients (G.1, G.2)."""
    import pandas as pd
    from scipy.special import expit

    estimate = np.empty(len(levels))
    gradient = np.empty((len(levels), len(fit.at.estimate)))
    for i, value in enumerate(levels):
        moved = fit.data.copy()
        moved[factor] = pd.Series([value] * len(moved), index=moved.index, dtype=object)
        matrix = design_rows(fit.design, moved)
        p = expit(matrix @ fit.at.estimate)
        estimate[i] = p.mean()
        gradient[i] = (p * (1 - p)) @ matrix / len(matrix)
    return estimate, gradient


def _interval(estimate: Array, error: Array, z: float) -> dict[str, Array]:
    return {
        "estimate": estimate,
        "std_error": error,
        "lower": estimate - z * error,
        "upper": estimate + z * error,
    }
