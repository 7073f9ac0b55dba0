"""The contrast tests of MCP-Mod: does the response follow the amount?

Tests take one estimate per amount with a covariance matrix, however they were
made; :func:`dose_groups` makes them from data. Formulas DR.4 to DR.6 in
``resources/methods/dose_response.md``; checked against the R package
``DoseFinding``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, stdtr

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    equally_long,
    fraction,
    numbers,
    positive_definite,
    within,
)
from sjogren_desktop.stats.dose_shapes import Shape, standardised
from sjogren_desktop.stats.multivariate_t import critical_value, exceedance

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class DoseGroups:
    """An estimate for every amount, ascending, with their covariance.

    ``df`` are the degrees of freedom of the covariance (None: taken as known).
    ``n``, ``residual_ss`` and ``n_covariates`` come with estimates made from
    data by least squares, and make the fits' AIC that of the data.
    """

    amounts: FloatArray
    estimates: FloatArray
    covariance: FloatArray
    df: float | None = None
    n: int | None = None
    residual_ss: float = 0.0
    n_covariates: int = 0

    @classmethod
    def of(
        cls,
        amounts: npt.ArrayLike,
        estimates: npt.ArrayLike,
        covariance: npt.ArrayLike,
        *,
        df: float | None = None,
    ) -> DoseGroups:
        """Check estimates made elsewhere (generalised MCP-Mod).

        Raises
        ------
        AnalysisError
            If amounts are not ascending or the shapes do not fit together.
        """
        d = within(amounts, "Amounts", low=0.0, minimum_length=2)
        if (np.diff(d) <= 0).any():
            raise AnalysisError("Amounts: give every amount once, in ascending order.")
        y = numbers(estimates, "Estimates")
        equally_long(amounts=d, estimates=y)
        if df is not None and not df > 0:
            raise AnalysisError(f"Degrees of freedom: {df:g} found, but they must be positive.")
        return cls(d, y, positive_definite(covariance, "Covariance", d.size), df)


@dataclass(frozen=True)
class ContrastTest:
    """Tests for a response that follows the amount.

    Parameters
    ----------
    tests : DataFrame
        Indexed by shape: ``estimate, std_error, statistic, p_value, adjusted,
        significant``; one-sided.
    contrasts : DataFrame
        Optimal contrasts, amounts by shapes.
    correlation : array of shape (k, k)
    critical_value : float
        Multiplicity-adjusted limit of the largest statistic.
    alpha : float
    """

    tests: pd.DataFrame
    contrasts: pd.DataFrame
    correlation: FloatArray
    critical_value: float
    alpha: float


def dose_groups(
    amount: npt.ArrayLike, response: npt.ArrayLike, *, covariates: pd.DataFrame | None = None
) -> DoseGroups:
    """Estimate the mean response of every amount by least squares (DR.4).

    Parameters
    ----------
    amount, response : arrays of shape (n,)
    covariates : DataFrame of n rows, optional
        Numeric; means are given at the covariates' averages.

    Raises
    ------
    AnalysisError
        If an argument has not the form described, there is one amount only, or
        no degree of freedom is left.
    """
    d = within(amount, "Amounts", low=0.0)
    y = numbers(response, "Response")
    equally_long(amount=d, response=y)
    amounts, position = np.unique(d, return_inverse=True)
    if amounts.size < 2:
        raise AnalysisError("Amounts: at least two different amounts are needed.")
    design = np.eye(amounts.size)[position]
    extra = 0
    if covariates is not None:
        equally_long(amount=d, covariates=covariates)
        columns = [numbers(covariates[c], f"Covariate {c}") for c in covariates.columns]
        extra = len(columns)
        design = np.column_stack([design, *(c - c.mean() for c in columns)])
    df = d.size - design.shape[1]
    if df < 1 or np.linalg.matrix_rank(design) < design.shape[1]:
        raise AnalysisError(
            "The means of the amounts cannot be estimated: too few rows, or collinear covariates."
        )
    inverse = np.linalg.inv(design.T @ design)
    beta = inverse @ (design.T @ y)
    rss = float(np.sum((y - design @ beta) ** 2))
    if rss <= 0:
        raise AnalysisError("Response: all values of each amount are equal; there is no error.")
    k = amounts.size
    covariance = inverse[:k, :k] * (rss / df)
    return DoseGroups(amounts, beta[:k], covariance, float(df), d.size, rss, extra)


def optimal_contrasts(
    shapes: Sequence[Shape],
    amounts: npt.ArrayLike,
    covariance: npt.ArrayLike,
    *,
    reference_adjusted: bool = False,
) -> pd.DataFrame:
    """Return the contrast with the most power for each shape (DR.5).

    Parameters
    ----------
    shapes : sequence of Shape
    amounts : array of shape (k,)
        Ascending. With ``reference_adjusted`` without amount 0, which the
        estimates were compared with.
    covariance : array of shape (k, k)
        Of the estimates; a multiple of it will do.
    reference_adjusted : bool

    Returns
    -------
    DataFrame of shape (k, number of shapes)
        Each column of length one, and adding up to 0 unless adjusted.

    References
    ----------
    Bretz, Pinheiro and Branson, Biometrics 2005;61:738-748. Pinheiro,
    Bornkamp, Glimm and Bretz, Stat Med 2014;33:1646-1661, section 2.1.
    """
    import pandas as pd

    d = within(amounts, "Amounts", low=0.0, minimum_length=1 if reference_adjusted else 2)
    s = positive_definite(covariance, "Covariance", d.size)
    if not shapes:
        raise AnalysisError("Give at least one candidate shape.")
    names = [shape.label() for shape in shapes]
    if len(set(names)) < len(names):
        raise AnalysisError("Shapes: every candidate needs a name of its own.")
    columns = {}
    for name, shape in zip(names, shapes, strict=True):
        if reference_adjusted:
            mean = standardised(shape, np.append(0.0, d))[1:]
            contrast = np.linalg.solve(s, mean)
        else:
            mean = standardised(shape, d)
            ones = np.linalg.solve(s, np.ones(d.size))
            contrast = np.linalg.solve(s, mean - mean @ ones / ones.sum())
        columns[name] = contrast / np.sqrt(contrast @ contrast)
    return pd.DataFrame(columns, index=pd.Index(d, name="amount"))


def contrast_test(
    groups: DoseGroups,
    shapes: Sequence[Shape],
    *,
    alpha: float = 0.025,
    increasing: bool = True,
    reference_adjusted: bool = False,
) -> ContrastTest:
    """Test for a response that follows the amount, by all shapes (DR.6).

    Parameters
    ----------
    groups : DoseGroups
    shapes : sequence of Shape
    alpha : float
        One-sided.
    increasing : bool
        False if a fall is the effect looked for.
    reference_adjusted : bool
        Whether the estimates are differences from amount 0.

    Raises
    ------
    AnalysisError
        If a shape does not fit the amounts.
    """
    import pandas as pd

    fraction(alpha, "Alpha")
    contrasts = optimal_contrasts(
        shapes, groups.amounts, groups.covariance, reference_adjusted=reference_adjusted
    )
    c = contrasts.to_numpy() * (1 if increasing else -1)
    covariance = c.T @ groups.covariance @ c
    error = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(error, error)
    np.fill_diagonal(correlation, 1.0)
    statistic = (c.T @ groups.estimates) / error
    df = groups.df
    adjusted = [exceedance(np.full(error.size, t), correlation, df=df) for t in statistic]
    tests = pd.DataFrame(
        {
            "estimate": c.T @ groups.estimates,
            "std_error": error,
            "statistic": statistic,
            "p_value": ndtr(-statistic) if df is None else stdtr(df, -statistic),
            "adjusted": adjusted,
            "significant": np.array(adjusted) <= alpha,
        },
        index=pd.Index(contrasts.columns, name="shape"),
    )
    limit = critical_value(alpha, correlation, df=df)
    signed = pd.DataFrame(c, index=contrasts.index, columns=contrasts.columns)
    return ContrastTest(tests, signed, correlation, limit, alpha)
