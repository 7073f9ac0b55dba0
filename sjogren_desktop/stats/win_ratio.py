"""Win ratio, net benefit and win odds of all pairs between two groups.

Outcomes are compared in order of priority until one decides. Standard errors
come from U-statistics and allow for every row standing in many pairs. Formulas
WR.1 to WR.6 in ``resources/methods/win_ratio.md``; counts checked against R,
standard errors against the placement (DeLong) form and the jackknife.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    BoolArray,
    FloatArray,
    IntArray,
    equally_long,
    fraction,
    groups,
)
from sjogren_desktop.stats.kaplan_meier import survival_times

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 4_000_000
"""Pairs compared at once."""


@dataclass(frozen=True)
class Measured:
    """A measured outcome; missing values (NaN) leave a pair to the next outcome.

    Values that differ by no more than ``margin`` are equal.
    """

    values: npt.ArrayLike
    larger_wins: bool = True
    margin: float = 0.0


@dataclass(frozen=True)
class TimeToEvent:
    """A time to an event, of which the later wins.

    A pair is decided only where the earlier time is an event and the other row
    is known to have been without one until then.
    """

    time: npt.ArrayLike
    event: npt.ArrayLike


Outcome = Measured | TimeToEvent


@dataclass(frozen=True)
class WinStatistics:
    """Comparison of all pairs; wins are those of the second group.

    Parameters
    ----------
    effects : DataFrame
        Indexed ``win ratio``, ``net benefit``, ``win odds``: ``estimate,
        std_error, statistic, p_value, lower, upper``. Standard errors and
        statistics of the ratios are on the log scale.
    decided : DataFrame
        One row per outcome: ``wins, losses`` decided by it.
    wins, losses, ties : int
    n : tuple of int
        Rows of the first and the second group.
    n_strata : int
    level : float
    """

    effects: pd.DataFrame
    decided: pd.DataFrame
    wins: int
    losses: int
    ties: int
    n: tuple[int, int]
    n_strata: int
    level: float


def win_statistics(
    outcomes: Sequence[Outcome],
    group: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    *,
    strata: Sequence[object] | npt.NDArray[np.generic] | pd.Series | None = None,
    level: float = 0.95,
) -> WinStatistics:
    """Compare every row of the second group with every row of the first.

    Parameters
    ----------
    outcomes : sequence of Measured or TimeToEvent
        In order of priority, each of n rows.
    group : sequence of length n
        Two groups.
    strata : sequence of length n, optional
        Pairs are formed within strata and weighted by one over the number of
        rows of the stratum (WR.6). Strata with one group only are left out.
    level : float

    Raises
    ------
    AnalysisError
        If an argument has not the form described or there are not two groups.

    References
    ----------
    Pocock et al., Eur Heart J 2012;33:176-182. Bebu and Lachin, Biostatistics
    2016;17:178-187. Dong et al., J Biopharm Stat 2018;28:778-796 (strata);
    Stat Biopharm Res 2020;12:99-106 (win odds). Buyse, Stat Med
    2010;29:3245-3257 (net benefit).
    """
    import pandas as pd

    z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
    if not outcomes:
        raise AnalysisError("Give at least one outcome to compare.")
    codes, labels = groups(group, "Group", minimum=2)
    if len(labels) != 2:
        raise AnalysisError(f"Group: {len(labels)} groups found where two are compared.")
    checked = [_checked(outcome, codes.size) for outcome in outcomes]
    stratum = np.zeros(codes.size, dtype=np.intp)
    if strata is not None:
        equally_long(group=codes, strata=strata)
        stratum, _ = groups(strata, "Strata")
    decided = np.zeros((len(outcomes), 2), dtype=np.int64)
    mean, covariance, total_weight, pairs, n_strata = np.zeros(2), np.zeros((2, 2)), 0.0, 0, 0
    for s in np.unique(stratum):
        second = np.flatnonzero((stratum == s) & (codes == 1))
        first = np.flatnonzero((stratum == s) & (codes == 0))
        m, n = second.size, first.size
        if m == 0 or n == 0:
            continue
        counts, per_second, per_first = _compare(checked, second, first)
        decided += counts
        weight = m * n / (m + n)
        mean += weight * per_second.mean(axis=0)
        covariance += weight**2 * (_spread(per_second) / m + _spread(per_first) / n)
        total_weight += weight
        pairs += m * n
        n_strata += 1
    if n_strata == 0:
        raise AnalysisError("No stratum has rows of both groups.")
    effects = _effects(mean / total_weight, covariance / total_weight**2, z)
    wins, losses = (int(v) for v in decided.sum(axis=0))
    return WinStatistics(
        effects,
        pd.DataFrame(decided, columns=["wins", "losses"]),
        wins,
        losses,
        pairs - wins - losses,
        (int((codes == 0).sum()), int((codes == 1).sum())),
        n_strata,
        level,
    )


def _checked(outcome: Outcome, rows: int) -> Outcome:
    """Return the outcome with checked arrays."""
    if isinstance(outcome, TimeToEvent):
        time, event = survival_times(outcome.time, outcome.event)
        equally_long(group=range(rows), outcome=time)
        return TimeToEvent(time, event)
    try:
        values = np.asarray(outcome.values, dtype=np.float64)
    except (TypeError, ValueError):
        raise AnalysisError("Outcome: give numbers only.") from None
    equally_long(group=range(rows), outcome=values)
    if not 0 <= outcome.margin < np.inf:
        raise AnalysisError(f"Outcome: the margin cannot be {outcome.margin:g}.")
    return Measured(values, outcome.larger_wins, outcome.margin)


def _compare(
    outcomes: Sequence[Outcome], second: IntArray, first: IntArray
) -> tuple[npt.NDArray[np.int64], FloatArray, FloatArray]:
    """Return wins and losses by outcome, and their shares per row of each group."""
    decided = np.zeros((len(outcomes), 2), dtype=np.int64)
    per_second, per_first = np.zeros((second.size, 2)), np.zeros((first.size, 2))
    step = max(1, BLOCK // first.size)
    for start in range(0, second.size, step):
        rows = second[start : start + step]
        open_pairs = np.ones((rows.size, first.size), dtype=bool)
        for k, outcome in enumerate(outcomes):
            for side, better in enumerate(_better(outcome, rows, first)):
                better &= open_pairs
                decided[k, side] += np.count_nonzero(better)
                per_second[start : start + step, side] += better.sum(axis=1)
                per_first[:, side] += better.sum(axis=0)
                open_pairs &= ~better
    return decided, per_second / first.size, per_first / second.size


def _better(outcome: Outcome, rows: IntArray, others: IntArray) -> tuple[BoolArray, BoolArray]:
    """Return in which pairs the row wins, and in which the other does."""
    if isinstance(outcome, TimeToEvent):
        time, event = np.asarray(outcome.time), np.asarray(outcome.event)
        t, e = time[rows][:, None], event[rows][:, None]
        u, f = time[others][None, :], event[others][None, :]
        return f & ((t > u) | ((t == u) & ~e)), e & ((u > t) | ((u == t) & ~f))
    values = np.asarray(outcome.values)
    ahead = np.subtract.outer(values[rows], values[others])
    if not outcome.larger_wins:
        ahead = -ahead
    return ahead > outcome.margin, ahead < -outcome.margin


def _spread(shares: FloatArray) -> FloatArray:
    """Return the covariance of wins and losses over rows; 0 for a single row."""
    if len(shares) < 2:
        return np.zeros((2, 2))
    return np.asarray(np.cov(shares, rowvar=False), dtype=np.float64)


def _effects(share: FloatArray, covariance: FloatArray, z: float) -> pd.DataFrame:
    """Return the three measures from win and loss probability (WR.2 to WR.5)."""
    import pandas as pd

    win, loss = float(share[0]), float(share[1])
    ratio_error = odds_error = float("nan")
    ratio = float("nan")
    if win > 0 and loss > 0:
        slope = np.array([1.0 / win, -1.0 / loss])
        ratio_error = float(np.sqrt(max(slope @ covariance @ slope, 0.0)))
        ratio = win / loss
    elif win > 0:
        ratio = float("inf")
    elif loss > 0:
        ratio = 0.0
    benefit = win - loss
    contrast = np.array([1.0, -1.0])
    benefit_error = float(np.sqrt(max(contrast @ covariance @ contrast, 0.0)))
    odds = (1 + benefit) / (1 - benefit) if benefit < 1 else float("inf")
    if abs(benefit) < 1:
        # logit of theta = (1 + benefit) / 2
        odds_error = 2 * benefit_error / (1 - benefit**2)
    rows = {}
    for name, value, error, logarithmic in (
        ("win ratio", ratio, ratio_error, True),
        ("net benefit", benefit, benefit_error, False),
        ("win odds", odds, odds_error, True),
    ):
        usable = error > 0
        centre = (np.log(value) if logarithmic else value) if usable else float("nan")
        low, high = centre - z * error, centre + z * error
        if logarithmic:
            low, high = np.exp(low), np.exp(high)
        statistic = centre / error if usable else float("nan")
        rows[name] = {
            "estimate": value,
            "std_error": error,
            "statistic": statistic,
            "p_value": float(2 * ndtr(-abs(statistic))),
            "lower": float(low),
            "upper": float(high),
        }
    return pd.DataFrame.from_dict(rows, orient="index")
