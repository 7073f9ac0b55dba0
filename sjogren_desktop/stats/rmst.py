"""Restricted mean survival time: the area under the Kaplan-Meier curve.

Formulas RM.1 to RM.5 in ``resources/methods/rmst.md``; checked against R's
``survival``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import equally_long, fraction, groups
from sjogren_desktop.stats.kaplan_meier import kaplan_meier, survival_times

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class RestrictedMeans:
    """Restricted mean times by group and their comparison.

    Parameters
    ----------
    means : DataFrame
        One row per group: ``group, n, n_event, estimate, std_error, lower,
        upper``, in units of time.
    contrasts : DataFrame
        Each further group against the first: ``group, reference, scale,
        estimate, std_error, statistic, p_value, lower, upper``, where scale is
        ``difference`` or ``ratio`` (standard error and statistic of a ratio
        are on the log scale).
    tau, level : float
    """

    means: pd.DataFrame
    contrasts: pd.DataFrame
    tau: float
    level: float


def restricted_mean(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    *,
    tau: float,
) -> tuple[float, float]:
    """Return the restricted mean time up to tau and its standard error (RM.1, RM.2).

    Raises
    ------
    AnalysisError
        If tau is not positive or the curve is unknown before tau, because the
        longest time is shorter and censored.

    References
    ----------
    Karrison, JASA 1987;82:1169-1176. Irwin, J Hyg 1949;47:188-189.
    """
    curve = kaplan_meier(time, event).curve
    if not tau > 0:
        raise AnalysisError(f"Tau: {tau:g} found, but the time horizon must be positive.")
    times, survival = curve["time"].to_numpy(), curve["estimate"].to_numpy()
    if tau > times[-1] and survival[-1] > 0:
        raise AnalysisError(
            f"Tau: {tau:g} is beyond the longest follow-up, {times[-1]:g}, which is censored, so "
            f"the curve is unknown there. Choose a time horizon of at most {times[-1]:g}."
        )
    inside = times < tau
    knots = np.concatenate(([0.0], times[inside], [tau]))
    areas = np.diff(knots) * np.concatenate(([1.0], survival[inside]))
    later = np.cumsum(areas[::-1])[::-1][1:]
    n = curve["n_risk"].to_numpy(dtype=np.float64)[inside]
    d = curve["n_event"].to_numpy(dtype=np.float64)[inside]
    # Where everybody left has the event, no area follows and the term is 0.
    remaining = n - d
    terms = np.zeros(n.size)
    np.divide(later**2 * d, n * remaining, out=terms, where=remaining > 0)
    return float(areas.sum()), float(np.sqrt(terms.sum()))


def restricted_means(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    group: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    *,
    tau: float | None = None,
    level: float = 0.95,
) -> RestrictedMeans:
    """Compare restricted mean times of groups with the first group's.

    Parameters
    ----------
    time, event : arrays of shape (n,)
    group : sequence of length n
    tau : float, optional
        Time horizon; the shortest of the groups' longest times if not given.
    level : float

    Raises
    ------
    AnalysisError
        As :func:`restricted_mean`, and if there is one group only.

    References
    ----------
    Royston and Parmar, BMC Med Res Methodol 2013;13:152. Uno et al., J Clin
    Oncol 2014;32:2380-2385.
    """
    import pandas as pd

    times, events = survival_times(time, event)
    equally_long(time=times, group=group)
    codes, labels = groups(group, "Group", minimum=2)
    z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
    members = [codes == k for k in range(len(labels))]
    horizon = min(float(times[m].max()) for m in members) if tau is None else tau
    rows = []
    for label, own in zip(labels, members, strict=True):
        mean, se = restricted_mean(times[own], events[own], tau=horizon)
        n_event = int(events[own].sum())
        rows.append((label, int(own.sum()), n_event, mean, se, mean - z * se, mean + z * se))
    columns = ["group", "n", "n_event", "estimate", "std_error", "lower", "upper"]
    means = pd.DataFrame(rows, columns=columns)
    contrasts = []
    reference, mean_0, se_0 = rows[0][0], rows[0][3], rows[0][4]
    for label, _, _, mean, se, _, _ in rows[1:]:
        # Every restricted mean is positive: the curve starts at 1 and tau > 0.
        log_ratio = float(np.log(mean / mean_0))
        by_scale = (
            ("difference", mean - mean_0, float(np.hypot(se, se_0)), lambda v: v),
            ("ratio", log_ratio, float(np.hypot(se / mean, se_0 / mean_0)), np.exp),
        )
        for scale, value, error, back in by_scale:
            statistic = value / error if error > 0 else float("nan")
            contrasts.append(
                {
                    "group": label,
                    "reference": reference,
                    "scale": scale,
                    "estimate": float(back(value)),
                    "std_error": error,
                    "statistic": statistic,
                    "p_value": float(2 * ndtr(-abs(statistic))),
                    "lower": float(back(value - z * error)),
                    "upper": float(back(value + z * error)),
                }
            )
    return RestrictedMeans(means, pd.DataFrame(contrasts), horizon, level)
