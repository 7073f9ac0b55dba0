"""Cumulative incidence with competing risks, and Gray's test.

The Aalen-Johansen estimate with Greenwood-type or Aalen's variance. Formulas
CI.1 to CI.8 in ``resources/methods/competing_risks.md``; checked against R's
``survival`` (Greenwood-type) and ``cmprsk`` (Aalen's variance, Gray's test).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc, ndtri

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    IntArray,
    choice,
    equally_long,
    fraction,
    groups,
    numbers,
    within,
)
from sjogren_desktop.stats.kaplan_meier import CONFIDENCE_FORMS, probability_limits

if TYPE_CHECKING:
    import pandas as pd

VARIANCES = ("greenwood", "aalen")


@dataclass(frozen=True)
class CumulativeIncidence:
    """Cumulative incidence of one cause.

    Parameters
    ----------
    curve : DataFrame
        One row per distinct time: ``time, n_risk, n_event, n_competing,
        estimate, std_error, lower, upper``. Limits are missing before the
        first event of the cause.
    n, n_events, n_competing : int
    level : float
    conf_form, variance : str
    """

    curve: pd.DataFrame
    n: int
    n_events: int
    n_competing: int
    level: float
    conf_form: str
    variance: str

    def at(self, times: npt.ArrayLike) -> pd.DataFrame:
        """Return estimate, standard error and limits at given times."""
        import pandas as pd

        asked = within(times, "Times asked for", low=0.0)
        before = np.searchsorted(self.curve["time"].to_numpy(), asked, side="right")
        columns = {"time": asked}
        for name, first in (
            ("estimate", 0.0),
            ("std_error", 0.0),
            ("lower", np.nan),
            ("upper", np.nan),
        ):
            columns[name] = np.append(first, self.curve[name].to_numpy())[before]
        return pd.DataFrame(columns)


@dataclass(frozen=True)
class GrayTest:
    """Gray's test: chi-square, degrees of freedom, p value, and the scores."""

    statistic: float
    df: int
    p_value: float
    scores: FloatArray
    variance: FloatArray


def cumulative_incidence(
    time: npt.ArrayLike,
    cause: npt.ArrayLike,
    *,
    of: int = 1,
    conf_form: str = "log-log",
    level: float = 0.95,
    variance: str = "greenwood",
) -> CumulativeIncidence:
    """Estimate the probability of an event of one cause by time (CI.1).

    Parameters
    ----------
    time : array of shape (n,)
    cause : array of shape (n,)
        0 where the time is censored, else the number of the cause.
    of : int
        The cause wanted; all other causes compete with it.
    conf_form : {"log-log", "log", "linear"}
        Scale of the limits: log(-log F), log F or F.
    level : float
    variance : {"greenwood", "aalen"}
        "greenwood" (CI.2) becomes Greenwood's without competing events;
        "aalen" (CI.3) is that of cmprsk and of SAS's default.

    Raises
    ------
    AnalysisError
        If an argument has not the form described.

    References
    ----------
    Aalen and Johansen, Scand J Stat 1978;5:141-150. Allignol, Schumacher and
    Beyersmann, Biom J 2010;52:126-137. Aalen, Ann Stat 1978;6:534-545.
    """
    import pandas as pd

    times, causes = _times_and_causes(time, cause)
    choice(conf_form, "Form of the confidence limits", CONFIDENCE_FORMS)
    choice(variance, "Variance", VARIANCES)
    z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
    distinct, position, total = np.unique(times, return_inverse=True, return_counts=True)
    n = times.size - np.concatenate(([0], np.cumsum(total)[:-1])).astype(np.float64)
    own = np.bincount(position, weights=causes == of, minlength=distinct.size)
    other = np.bincount(position, weights=(causes != 0) & (causes != of), minlength=distinct.size)
    survival = np.cumprod((n - own - other) / n)
    before = np.append(1.0, survival[:-1])
    estimate = np.cumsum(before * own / n)
    form = _greenwood if variance == "greenwood" else _aalen
    std_error = np.sqrt(np.maximum(form(estimate, before, n, own, other), 0.0))
    known = np.where(estimate > 0, estimate, np.nan)
    lower, upper = probability_limits(known, std_error, z, conf_form)
    curve = pd.DataFrame(
        {
            "time": distinct,
            "n_risk": n.astype(np.int64),
            "n_event": own.astype(np.int64),
            "n_competing": other.astype(np.int64),
            "estimate": estimate,
            "std_error": std_error,
            "lower": lower,
            "upper": upper,
        }
    )
    counts = int(own.sum()), int(other.sum())
    return CumulativeIncidence(curve, times.size, *counts, level, conf_form, variance)


def gray_test(
    time: npt.ArrayLike,
    cause: npt.ArrayLike,
    group: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    *,
    of: int = 1,
    strata: Sequence[object] | npt.NDArray[np.generic] | pd.Series | None = None,
    rho: float = 0.0,
) -> GrayTest:
    """Test whether groups have the same cumulative incidence of a cause.

    Parameters
    ----------
    time, cause, of
        See :func:`cumulative_incidence`.
    group : sequence of length n
    strata : sequence of length n, optional
    rho : float
        Weights (1 - F(t-))^rho, where F is the incidence of all groups.

    Raises
    ------
    AnalysisError
        If an argument has not the form described, there is one group only, or
        no event of the cause.

    References
    ----------
    Gray, Ann Stat 1988;16:1141-1154, section 2 and the variance of section 3.
    """
    times, causes = _times_and_causes(time, cause)
    equally_long(time=times, group=group)
    codes, labels = groups(group, "Group", minimum=2)
    stratum = np.zeros(times.size, dtype=np.intp)
    if strata is not None:
        equally_long(time=times, strata=strata)
        stratum, _ = groups(strata, "Strata")
    k = len(labels)
    scores, variance = np.zeros(k), np.zeros((k, k))
    for s in np.unique(stratum):
        rows = stratum == s
        part = _gray_stratum(times[rows], causes[rows], codes[rows], k, of, rho)
        scores += part[0]
        variance += part[1]
    inner = variance[: k - 1, : k - 1]
    if np.linalg.matrix_rank(inner) < k - 1:
        raise AnalysisError(
            f"Too few events of cause {of} to compare the groups' cumulative incidence."
        )
    statistic = float(scores[:-1] @ np.linalg.solve(inner, scores[:-1]))
    return GrayTest(statistic, k - 1, float(chdtrc(k - 1, statistic)), scores, variance)


def _times_and_causes(
    time: npt.ArrayLike, cause: npt.ArrayLike
) -> tuple[FloatArray, npt.NDArray[np.int64]]:
    times = within(time, "Time", low=0.0)
    causes = numbers(cause, "Cause")
    equally_long(time=times, cause=causes)
    whole = causes.astype(np.int64)
    if (whole != causes).any() or (whole < 0).any():
        raise AnalysisError("Cause: give 0 for censored rows and 1, 2 ... for the causes.")
    return times, whole


def _greenwood(
    estimate: FloatArray, before: FloatArray, n: FloatArray, own: FloatArray, other: FloatArray
) -> FloatArray:
    """Return the variance by Greenwood-type sums (CI.2), all times at once."""
    d = own + other
    with np.errstate(divide="ignore", invalid="ignore"):
        hazard = np.where(n > d, d / (n * (n - d)), 0.0)
    cross = before * own / n**2
    square = before**2 * own * (n - own) / n**3
    _, twice = _weighted_distances(estimate, hazard)
    once, _ = _weighted_distances(estimate, cross)
    return np.asarray(twice - 2 * once + np.cumsum(square), dtype=np.float64)


def _aalen(
    estimate: FloatArray, before: FloatArray, n: FloatArray, own: FloatArray, other: FloatArray
) -> FloatArray:
    """Return Aalen's variance (CI.3), with the correction for ties cmprsk makes.

    An event at u moves F(t) by 1 - (F(t) - F(u)) / S(u) if it is of the cause,
    and by minus the second term if it is not. Where nobody is left after u, F
    stays as it is, and so does what depends on S.
    """
    after = before * (n - own - other) / n
    inverse = np.zeros(n.size)
    np.divide(1.0, after, out=inverse, where=after > 0)

    def rate(count: FloatArray) -> FloatArray:
        tied = np.where(count > 1, 1.0 - (count - 1.0) / np.maximum(n - 1.0, 1.0), 1.0)
        return np.asarray(tied * before**2 * count / n**2, dtype=np.float64)

    once, _ = _weighted_distances(estimate, rate(own) * inverse)
    _, twice = _weighted_distances(estimate, (rate(own) + rate(other)) * inverse**2)
    return np.asarray(np.cumsum(rate(own)) - 2 * once + twice, dtype=np.float64)


def _weighted_distances(estimate: FloatArray, weight: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return sums over u <= t of w(u) (F(t) - F(u)), and of its square, for every t.

    Built from running sums of terms that are never negative, so that small
    variances early in a long follow-up do not drown in rounding.
    """
    step = np.diff(estimate, prepend=0.0)
    so_far = np.append(0.0, np.cumsum(weight)[:-1])
    once = np.cumsum(step * so_far)
    once_before = np.append(0.0, once[:-1])
    return once, np.cumsum(2 * step * once_before + step**2 * so_far)


def _gray_stratum(
    time: FloatArray,
    cause: npt.NDArray[np.int64],
    codes: IntArray,
    k: int,
    of: int,
    rho: float,
) -> tuple[FloatArray, FloatArray]:
    """Return scores and their covariance in one stratum (CI.5 to CI.8)."""
    distinct = np.unique(time[cause != 0])
    own = np.zeros((distinct.size, k))
    other = np.zeros((distinct.size, k))
    risk = np.zeros((distinct.size, k))
    for g in range(k):
        mine = codes == g
        own[:, g] = _count(distinct, time[mine & (cause == of)])
        other[:, g] = _count(distinct, time[mine & (cause != of) & (cause != 0)])
        ordered = np.sort(time[mine])
        risk[:, g] = ordered.size - np.searchsorted(ordered, distinct, side="left")
    present = risk > 0
    safe = np.where(present, risk, 1.0)
    after = np.cumprod(np.where(present, 1.0 - (own + other) / safe, 1.0), axis=0)
    before = np.vstack((np.ones(k), after[:-1]))
    incidence = np.cumsum(before * own / safe, axis=0)
    incidence_before = np.vstack((np.zeros(k), incidence[:-1]))
    d1 = own.sum(axis=1)
    # R: the number at risk of the subdistribution, R1: the same with the
    # group's own incidence, as in the score; both 0 where nobody is left.
    share = np.where(present, risk / np.where(before > 0, before, 1.0), 0.0)
    total = share.sum(axis=1)
    adjusted = share * (1.0 - incidence_before)
    pooled = np.cumsum(d1 / total)
    pooled_before = np.append(0.0, pooled[:-1])
    weight = (1.0 - pooled_before) ** rho
    expected = (d1 / adjusted.sum(axis=1))[:, None] * adjusted
    scores = weight @ (own - expected)
    # a_ij at each time and its integral c_ij, times x group x group
    fraction_of = share / total[:, None]
    a = weight[:, None, None] * (
        share[:, :, None] * np.eye(k) - share[:, :, None] * fraction_of[:, None, :]
    )
    c = np.cumsum(a * (d1 / (total * (1.0 - pooled_before)))[:, None, None], axis=0)
    ratio = np.where(after > 0, (1.0 - pooled)[:, None] / np.where(after > 0, after, 1.0), 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        tie_1 = np.where(
            (d1 > 1)[:, None], 1.0 - (d1 - 1.0)[:, None] / (total[:, None] * before - 1.0), 1.0
        )
        tie_2 = np.where(other > 1, 1.0 - (other - 1.0) / (safe - 1.0), 1.0)
    rate_1 = np.where(present, tie_1 * before * (d1 / total)[:, None] / safe, 0.0)
    alive = present & (after > 0)
    rate_2 = np.where(alive, tie_2 * before**2 * other / safe**2, 0.0)
    # The jump of cause k moves the score by c_end * v + (what accrued so far).
    jump_1, jump_2 = 1.0 - ratio, ratio
    move_1 = a - jump_1[:, None, :] * c + jump_1[:, None, :] * c[-1]
    move_2 = jump_2[:, None, :] * (c - c[-1])
    variance = np.einsum("tik,tjk,tk->ij", move_1, move_1, rate_1)
    variance += np.einsum("tik,tjk,tk->ij", move_2, move_2, rate_2)
    return scores, variance


def _count(distinct: FloatArray, times: FloatArray) -> FloatArray:
    """Return how many of the times stand at each distinct time."""
    ordered = np.sort(times)
    upper = np.searchsorted(ordered, distinct, side="right")
    return np.asarray(upper - np.searchsorted(ordered, distinct, side="left"), np.float64)
