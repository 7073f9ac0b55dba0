"""The mean cumulative function of recurrent events.

Nelson's estimate with the robust variance of Lawless and Nadeau, which allows
for the events of one unit being dependent. Formulas MC.1 to MC.3 in
``resources/methods/mean_cumulative.md``; checked against R's ``survival`` on
the valve seat data of Nelson (1995).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    IntArray,
    choice,
    equally_long,
    fraction,
    within,
)

if TYPE_CHECKING:
    import pandas as pd

MCF_FORMS = ("log", "linear")


@dataclass(frozen=True)
class MeanCumulative:
    """Mean number of events per unit, by time.

    Parameters
    ----------
    curve : DataFrame
        One row per distinct event time: ``time, n_risk, n_event, estimate,
        std_error, lower, upper``.
    n_units, n_events : int
    level : float
    conf_form : {"log", "linear"}
    """

    curve: pd.DataFrame
    n_units: int
    n_events: int
    level: float
    conf_form: str

    def at(self, times: npt.ArrayLike) -> pd.DataFrame:
        """Return estimate, standard error and limits at given times."""
        import pandas as pd

        asked = within(times, "Times asked for", low=0.0)
        before = np.searchsorted(self.curve["time"].to_numpy(), asked, side="right")
        columns = {"time": asked}
        for name in ("estimate", "std_error", "lower", "upper"):
            columns[name] = np.append(0.0, self.curve[name].to_numpy())[before]
        return pd.DataFrame(columns)


def mean_cumulative_function(
    follow_up: pd.Series,
    event_unit: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    event_time: npt.ArrayLike,
    *,
    conf_form: str = "log",
    level: float = 0.95,
) -> MeanCumulative:
    """Estimate the mean number of events a unit has had, by time (MC.1, MC.2).

    Parameters
    ----------
    follow_up : Series
        End of follow-up of every unit, indexed by unit; units without events
        must be in it.
    event_unit, event_time : sequences of equal length
        One entry per event; several of one unit, at one time too, are allowed.
    conf_form : {"log", "linear"}
        Scale of the limits.
    level : float

    Raises
    ------
    AnalysisError
        If a unit stands twice in ``follow_up``, an event belongs to a unit not
        in it, or happened after the unit's follow-up.

    References
    ----------
    Nelson, J Qual Technol 1988;20:24-35. Lawless and Nadeau, Technometrics
    1995;37:158-168, eq. 2.5.
    """
    import pandas as pd

    ends = within(follow_up.to_numpy(), "End of follow-up", low=0.0)
    choice(conf_form, "Form of the confidence limits", MCF_FORMS)
    z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
    times, unit = _events(follow_up, ends, event_unit, event_time)
    distinct, position = np.unique(times, return_inverse=True)
    n_event = np.bincount(position, minlength=distinct.size).astype(np.float64)
    ordered = np.sort(ends)
    n_risk = ends.size - np.searchsorted(ordered, distinct, side="left").astype(np.float64)
    estimate = np.cumsum(n_event / n_risk)
    std_error = np.sqrt(_robust_variance(ends, distinct, position, unit, n_event, n_risk))
    if conf_form == "log":
        spread = np.exp(z * std_error / estimate)
        lower, upper = estimate / spread, estimate * spread
    else:
        lower, upper = estimate - z * std_error, estimate + z * std_error
    curve = pd.DataFrame(
        {
            "time": distinct,
            "n_risk": n_risk.astype(np.int64),
            "n_event": n_event.astype(np.int64),
            "estimate": estimate,
            "std_error": std_error,
            "lower": lower,
            "upper": upper,
        }
    )
    return MeanCumulative(curve, ends.size, times.size, level, conf_form)


def _events(
    follow_up: pd.Series,
    ends: FloatArray,
    event_unit: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    event_time: npt.ArrayLike,
) -> tuple[FloatArray, IntArray]:
    """Return event times and the place of each event's unit in ``follow_up``."""
    import pandas as pd

    if follow_up.index.has_duplicates:
        twice = follow_up.index[follow_up.index.duplicated()][0]
        raise AnalysisError(f"End of follow-up: unit {twice} stands in it twice.")
    if np.size(event_time) == 0:
        return np.empty(0), np.empty(0, dtype=np.intp)
    times = within(event_time, "Event time", low=0.0)
    equally_long(event_time=times, event_unit=event_unit)
    unit = np.asarray(follow_up.index.get_indexer(pd.Index(event_unit)), dtype=np.intp)
    if (unit < 0).any():
        stray = list(event_unit)[int(np.argmin(unit))]
        raise AnalysisError(f"Event: unit {stray} has an event but no end of follow-up.")
    late = times > ends[unit]
    if late.any():
        first = int(np.argmax(late))
        raise AnalysisError(
            f"Event: unit {list(event_unit)[first]} has an event at {times[first]:g}, after its "
            f"follow-up ended at {ends[unit[first]]:g}."
        )
    return times, unit


def _robust_variance(
    ends: FloatArray,
    distinct: FloatArray,
    position: IntArray,
    unit: IntArray,
    n_event: FloatArray,
    n_risk: FloatArray,
) -> FloatArray:
    """Return the sum over units of squared deviations, at every time (MC.2).

    The deviation of a unit up to t is A(t) - B(t): A its own events over the
    numbers at risk, B the same expected of any unit under follow-up so long.
    The sums of squares need one running total each, so no table of units by
    times is built.
    """
    drift = np.cumsum(n_event / n_risk**2)  # B(t) while under follow-up
    last = np.searchsorted(distinct, ends, side="right")  # times seen by a unit
    drift_end = np.append(0.0, drift)[last]
    # Units still under follow-up at time j: B = drift[j]; the others keep theirs.
    under = n_risk
    gone = np.zeros(distinct.size + 1)
    np.add.at(gone, last, drift_end**2)
    ended = np.cumsum(gone)[:-1]
    sum_b2 = under * drift**2 + ended
    # A changes with each event: A^2 grows by 2 A h + h^2, A B by h B and A dB.
    order = np.lexsort((position, unit))
    u, j = unit[order], position[order]
    h = 1.0 / n_risk[j]
    running = np.cumsum(h)
    first = np.append(True, u[1:] != u[:-1]) if u.size else np.empty(0, dtype=bool)
    starts = np.flatnonzero(first)
    offset = np.repeat((running - h)[starts], np.diff(np.append(starts, u.size)))
    a_after = running - offset
    a_before = a_after - h
    m = distinct.size
    sum_a2 = np.cumsum(np.bincount(j, weights=a_after**2 - a_before**2, minlength=m))
    # A(t) B(t) summed over units: while under follow-up B(t) is the drift, so
    # the sum is drift times the summed A of units under follow-up, plus the
    # product that units took with them at their end.
    a_total = np.cumsum(np.bincount(j, weights=h, minlength=m))
    a_unit = np.bincount(u, weights=h, minlength=ends.size)
    left_a, left_ab = np.zeros(m + 1), np.zeros(m + 1)
    np.add.at(left_a, last, a_unit)
    np.add.at(left_ab, last, a_unit * drift_end)
    sum_ab = drift * (a_total - np.cumsum(left_a)[:-1]) + np.cumsum(left_ab)[:-1]
    return np.asarray(np.maximum(sum_a2 - 2 * sum_ab + sum_b2, 0.0), dtype=np.float64)
