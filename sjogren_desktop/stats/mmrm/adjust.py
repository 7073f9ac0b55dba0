"""P-values and intervals of several contrasts adjusted together.

Each contrast keeps its own degrees of freedom. Bonferroni, Holm and Sidak need no
distribution of their own; Tukey uses the studentized range, Dunnett the largest
of correlated t statistics (Dunnett, JASA 50 (1955) 1096-1121) with the
correlation of the estimates. Intervals are simultaneous; Holm, a stepwise method,
gets those of Bonferroni. Formulas AD.1 to AD.4: ``resources/methods/mmrm.md``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.linear_functions import ADJUSTMENTS
from sjogren_desktop.stats.max_t import max_t_exceedance

Floats = NDArray[np.float64]


def check_adjustment(method: str, *, pairwise: bool) -> None:
    """Refuse an unknown adjustment, or one that does not fit the comparisons.

    Raises
    ------
    AnalysisError
    """
    if method not in ADJUSTMENTS:
        raise AnalysisError(
            f"The adjustment {method!r} is not known; choose from {', '.join(ADJUSTMENTS)}."
        )
    if method == "tukey" and not pairwise:
        raise AnalysisError(
            "Tukey's adjustment is for all pairwise comparisons; with one reference choose "
            "Dunnett's."
        )
    if method == "dunnett" and pairwise:
        raise AnalysisError(
            "Dunnett's adjustment is for comparisons with one reference; for all pairs choose "
            "Tukey's."
        )


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
    """
    m = len(statistic)
    size = np.abs(statistic)
    plain = 2.0 * stdtr(df, -size)
    alpha = 1.0 - level
    if method == "sidak":
        one = -np.expm1(np.log1p(-alpha) / m)
        return -np.expm1(m * np.log1p(-plain)), stdtrit(df, 1.0 - one / 2.0)
    if method == "tukey":
        return _tukey(size, df, level, n_means)
    if method == "dunnett":
        pairs = [_dunnett(s, d, alpha, correlation) for s, d in zip(size, df, strict=True)]
        return np.array([p for p, _ in pairs]), np.array([c for _, c in pairs])
    p = np.minimum(plain * m, 1.0) if method == "bonferroni" else _holm(plain)
    return p, stdtrit(df, 1.0 - alpha / (2.0 * m))


def _holm(p: Floats) -> Floats:
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted


def _tukey(size: Floats, df: Floats, level: float, n_means: int) -> tuple[Floats, Floats]:
    """Return Tukey-Kramer p-values and critical values (AD.3)."""
    from scipy.stats import studentized_range

    root = np.sqrt(2.0)
    p = np.clip(studentized_range.sf(size * root, n_means, df), 0.0, 1.0)
    return np.asarray(p), np.asarray(studentized_range.ppf(level, n_means, df)) / root


def _dunnett(size: float, df: float, alpha: float, correlation: Floats) -> tuple[float, float]:
    """Return the p-value of one statistic and its critical value (AD.4)."""
    from scipy.optimize import brentq

    low = float(stdtrit(df, 1.0 - 0.5 * alpha))
    p = float(max_t_exceedance(size, correlation, df))
    if len(correlation) == 1:
        return p, low
    high = float(stdtrit(df, 1.0 - 0.5 * alpha / len(correlation)))
    critical = brentq(
        lambda c: max_t_exceedance(c, correlation, df) - alpha, low - 1e-6, high + 1e-6, xtol=1e-10
    )
    return p, float(critical)
