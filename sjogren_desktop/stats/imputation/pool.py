"""Pool: one estimate, standard error and interval from many completed data sets.

Formulas RI.16 to RI.20 of ``resources/methods/reference_based_imputation.md``.

References
----------
Barnard J, Rubin DB. Biometrika 1999; 86:948-955 (degrees of freedom).
Efron B, Tibshirani RJ. An Introduction to the Bootstrap. 1994, chapter 11.
Von Hippel PT, Bartlett JW. Stat Sci 2021; 36:400-420.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation.analyse import Estimates

Floats = NDArray[np.float64]


def pool(estimates: Estimates, *, level: float = 0.95) -> pd.DataFrame:
    """Return the pooled estimates.

    Parameters
    ----------
    level : float
        Confidence level.

    Returns
    -------
    DataFrame
        The labels, with estimate, std_error, df (infinite for normal theory),
        lower, upper, p_value (two-sided), mc_error (Monte Carlo standard error
        of the estimate; 0 for deterministic methods), and fraction_missing (of
        information, NaN unless pooled by Rubin's rules).

    Raises
    ------
    AnalysisError
        If there are too few data sets, or the level is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise AnalysisError(f"The confidence level must lie between 0 and 1, but is {level:g}.")
    rule = {
        "rubin": _rubin,
        "jackknife": _jackknife,
        "bootstrap": _bootstrap,
        "bmlmi": _von_hippel_bartlett,
    }[estimates.pooling]
    if len(estimates.values) < 3:
        raise AnalysisError(
            f"{len(estimates.values)} completed data sets are too few to pool; take at least 3."
        )
    estimate, error, df, monte_carlo, fraction = rule(estimates)
    return estimates.labels.assign(
        **interval_columns(estimate, error, df, level),
        mc_error=monte_carlo,
        fraction_missing=fraction,
    )


def interval_columns(
    estimate: Floats, error: Floats, df: Floats, level: float
) -> dict[str, Floats]:
    """Return estimate to p_value by the t distribution (the normal if df is infinite)."""
    from scipy.stats import t

    half = t.ppf(0.5 + level / 2, df) * error
    with np.errstate(divide="ignore", invalid="ignore"):
        p = 2.0 * t.sf(np.abs(estimate / error), df)
    return {
        "estimate": estimate,
        "std_error": error,
        "df": df,
        "lower": estimate - half,
        "upper": estimate + half,
        "p_value": np.asarray(p),
    }


def barnard_rubin(between: Floats, total: Floats, complete_df: Floats, m: int) -> Floats:
    """Return the degrees of freedom of Barnard and Rubin (RI.17).

    Parameters
    ----------
    between, total : arrays
        Variance between data sets, and total variance.
    complete_df : array
        Degrees of freedom with complete data, possibly infinite.
    m : int
        Number of imputations.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        # Without any variance there are no degrees of freedom either (NaN).
        share = (1 + 1 / m) * between / total
        from_draws = (m - 1) / share**2
        observed = np.where(
            np.isinf(complete_df),
            np.inf,
            (complete_df + 1) / (complete_df + 3) * complete_df * (1 - share),
        )
        return np.asarray(1.0 / (1.0 / from_draws + 1.0 / observed))


def _rubin(found: Estimates) -> tuple[Floats, ...]:
    """Rubin's rules (RI.16)."""
    m = len(found.values)
    between = found.values.var(axis=0, ddof=1)
    # Rounding must not turn equal values into a tiny variance.
    between = np.where(np.ptp(found.values, axis=0) == 0, 0.0, between)
    total = (found.std_errors**2).mean(axis=0) + (1 + 1 / m) * between
    df = barnard_rubin(between, total, found.df, m)
    with np.errstate(invalid="ignore"):
        share = (1 + 1 / m) * between / total
    return found.values.mean(axis=0), np.sqrt(total), df, np.sqrt(between / m), share


def _jackknife(found: Estimates) -> tuple[Floats, ...]:
    """Efron's jackknife around the estimate of all subjects (RI.18)."""
    left_out = found.values[1:]
    n = len(left_out)
    error = np.sqrt((n - 1) / n * ((left_out - left_out.mean(axis=0)) ** 2).sum(axis=0))
    return _normal(found.values[0], error, np.zeros_like(error))


def _bootstrap(found: Estimates) -> tuple[Floats, ...]:
    """Standard deviation over bootstrap samples, with normal limits (RI.19)."""
    error = found.values[1:].std(axis=0, ddof=1)
    return _normal(found.values[0], error, np.zeros_like(error))


def _normal(estimate: Floats, error: Floats, monte_carlo: Floats) -> tuple[Floats, ...]:
    q = len(estimate)
    return estimate, error, np.full(q, np.inf), monte_carlo, np.full(q, np.nan)


def _von_hippel_bartlett(found: Estimates) -> tuple[Floats, ...]:
    """Variance components between and within bootstrap samples (RI.20)."""
    d = found.copies
    b = len(found.values) // d
    values = found.values.reshape(b, d, -1)
    means = values.mean(axis=1)
    estimate = means.mean(axis=0)
    within = ((values - means[:, None]) ** 2).sum(axis=(0, 1)) / (b * (d - 1))
    across = d * ((means - estimate) ** 2).sum(axis=0) / (b - 1)
    variance = (1 + 1 / b) * (across - within) / d + within / (b * d)
    with np.errstate(divide="ignore", invalid="ignore"):
        df = variance**2 / (
            ((b + 1) / (b * d)) ** 2 * across**2 / (b - 1) + within**2 / (b * d**2 * (d - 1))
        )
    # With few samples the estimated variance can be negative, and then is not estimable.
    error = np.sqrt(np.where(variance > 0, variance, np.nan))
    monte_carlo = np.sqrt(across / (b * d))
    return estimate, error, np.maximum(df, 3.0), monte_carlo, np.full(len(estimate), np.nan)
