"""Log-rank tests of two or more groups, plain, stratified and weighted.

The Fleming-Harrington family contains the log-rank test (rho 0) and the
Peto-Prentice form of the Wilcoxon test (rho 1). Formulas LR.1 to LR.4 in
``resources/methods/logrank.md``; checked against R's ``survival``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import FloatArray, IntArray, equally_long, groups
from sjogren_desktop.stats.kaplan_meier import survival_times

if TYPE_CHECKING:
    import pandas as pd

Labels = Sequence[object] | npt.NDArray[np.generic]


@dataclass(frozen=True)
class LogRank:
    """A log-rank test.

    Parameters
    ----------
    statistic, df, p_value : float
        Chi-square, its degrees of freedom, and the upper tail beyond it.
    groups : DataFrame
        One row per group: ``group, n, observed, expected``; weighted where the
        test is.
    variance : array of shape (k, k)
        Covariance matrix of observed minus expected.
    rho, gamma : float
        Weights S(t-)^rho (1 - S(t-))^gamma.
    n_strata : int
    """

    statistic: float
    df: int
    p_value: float
    groups: pd.DataFrame
    variance: FloatArray
    rho: float
    gamma: float
    n_strata: int


def logrank_test(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    group: Labels | pd.Series,
    *,
    strata: Labels | pd.Series | None = None,
    rho: float = 0.0,
    gamma: float = 0.0,
) -> LogRank:
    """Test whether the groups have the same hazard.

    Parameters
    ----------
    time, event : arrays of shape (n,)
        See :func:`~sjogren_desktop.stats.kaplan_meier.kaplan_meier`.
    group : sequence of length n
        At least two groups.
    strata : sequence of length n, optional
        Observed, expected and variance are summed over these.
    rho, gamma : float
        Exponents of the weights S(t-)^rho (1 - S(t-))^gamma, where S is the
        Kaplan-Meier estimate of all groups of the stratum together.

    Raises
    ------
    AnalysisError
        If an argument has not the form described, there is one group only, or
        no stratum has an event with two groups at risk.

    References
    ----------
    Mantel, Cancer Chemother Rep 1966;50:163-170. Harrington and Fleming,
    Biometrika 1982;69:553-566.
    """
    import pandas as pd

    times, events = survival_times(time, event)
    equally_long(time=times, group=group)
    codes, labels = groups(group, "Group", minimum=2)
    k = len(labels)
    if strata is None:
        stratum, n_strata = np.zeros(times.size, dtype=np.intp), 1
    else:
        equally_long(time=times, strata=strata)
        stratum, levels = groups(strata, "Strata")
        n_strata = len(levels)
    if rho < 0 or gamma < 0:
        raise AnalysisError("Weights: rho and gamma must not be negative.")
    observed, expected, variance = np.zeros(k), np.zeros(k), np.zeros((k, k))
    order = np.argsort(stratum, kind="stable")
    edges = np.searchsorted(stratum[order], np.arange(n_strata + 1))
    for start, stop in pairwise(edges):
        rows = order[start:stop]
        parts = _stratum(times[rows], events[rows], codes[rows], k, (rho, gamma))
        observed += parts[0]
        expected += parts[1]
        variance += parts[2]
    compared = np.diag(variance) > 0
    if np.count_nonzero(compared) < 2:
        raise AnalysisError(
            "No event happened while two groups were at risk, so they cannot be compared."
        )
    difference = (observed - expected)[compared]
    inner = variance[np.ix_(compared, compared)]
    # Rows of the matrix add up to zero, so one group carries no information.
    statistic = float(difference[1:] @ np.linalg.solve(inner[1:, 1:], difference[1:]))
    df = int(np.count_nonzero(compared)) - 1
    frame = pd.DataFrame(
        {
            "group": labels,
            "n": np.bincount(codes, minlength=k),
            "observed": observed,
            "expected": expected,
        }
    )
    p_value = float(chdtrc(df, statistic))
    return LogRank(statistic, df, p_value, frame, variance, rho, gamma, n_strata)


def _stratum(
    time: FloatArray,
    event: npt.NDArray[np.bool_],
    codes: IntArray,
    k: int,
    exponents: tuple[float, float],
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return observed, expected and variance of one stratum (LR.1 to LR.3)."""
    distinct, position = np.unique(time[event], return_inverse=True)
    cells = np.bincount(position * k + codes[event], minlength=distinct.size * k)
    deaths = cells.reshape(distinct.size, k).astype(np.float64)
    at_risk = np.empty((distinct.size, k))
    for g in range(k):
        own = np.sort(time[codes == g])
        at_risk[:, g] = own.size - np.searchsorted(own, distinct, side="left")
    d, n = deaths.sum(axis=1), at_risk.sum(axis=1)
    survival = np.append(1.0, np.cumprod(1.0 - d / n))[:-1]
    rho, gamma = exponents
    weight = survival**rho * (1.0 - survival) ** gamma
    share = at_risk / n[:, None]
    # One row at risk: no variance, not 0/0.
    spread = weight**2 * d * (n - d) / np.maximum(n - 1.0, 1.0)
    variance = np.diag(spread @ share) - (share * spread[:, None]).T @ share
    return weight @ deaths, (weight * d) @ share, variance
