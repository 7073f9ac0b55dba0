"""The Kaplan-Meier estimate with intervals in three forms.

Greenwood's variance, limits on the log(-log), log or plain scale, and
quantiles by inverting estimate and limits alike. Formulas KM.1 to KM.6 in
``resources/methods/kaplan_meier.md``; checked against R's ``survival`` and
against the limits three versions of SAS print for one data set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from sjogren_desktop.stats.arguments import (
    FloatArray,
    choice,
    equally_long,
    fraction,
    groups,
    indicator,
    within,
)

if TYPE_CHECKING:
    import pandas as pd

CONFIDENCE_FORMS = ("log-log", "log", "linear")
"""Scales on which the limits of a probability can be formed."""

EQUAL_SURVIVAL = 1.5e-8
"""Survival this close to the level asked for counts as reaching it exactly:
products of fractions differ from 0.5 in the last digits."""


@dataclass(frozen=True)
class KaplanMeier:
    """A Kaplan-Meier estimate.

    Parameters
    ----------
    curve : DataFrame
        One row per distinct time, ascending: ``time, n_risk, n_event,
        n_censored, estimate, std_error, lower, upper``. Limits are missing
        where the form of the interval is undefined (estimate 0, and estimate 1
        in the log-log form).
    n, n_events : int
        Rows and events.
    level : float
    conf_form : {"log-log", "log", "linear"}
    """

    curve: pd.DataFrame
    n: int
    n_events: int
    level: float
    conf_form: str

    def at(self, times: npt.ArrayLike) -> pd.DataFrame:
        """Return the estimate at given times.

        The estimate after the last observed time is that of the last time;
        ``n_risk`` then is 0. Columns are those of ``curve`` without the counts
        of events and of censored rows.
        """
        import pandas as pd

        asked = within(times, "Times asked for", low=0.0)
        curve = self.curve
        before = np.searchsorted(curve["time"].to_numpy(), asked, side="right")
        risk = np.append(curve["n_risk"].to_numpy(), 0)
        at_risk = risk[np.searchsorted(curve["time"].to_numpy(), asked, side="left")]
        columns = {"time": asked, "n_risk": at_risk}
        start = {"estimate": 1.0, "std_error": 0.0, "lower": 1.0, "upper": 1.0}
        for name, first in start.items():
            columns[name] = np.append(first, curve[name].to_numpy())[before]
        return pd.DataFrame(columns)

    def quantiles(self, probabilities: Sequence[float] = (0.25, 0.5, 0.75)) -> pd.DataFrame:
        """Return times by which given fractions had the event (KM.5, KM.6).

        Returns
        -------
        DataFrame
            ``probability, estimate, lower, upper``; missing where the curve,
            or its limit, does not come down far enough.
        """
        import pandas as pd

        curve = self.curve
        time = curve["time"].to_numpy()
        rows = []
        for probability in probabilities:
            target = 1.0 - fraction(probability, "Quantile")
            rows.append(
                (
                    probability,
                    _first_time_down_to(target, time, curve["estimate"].to_numpy()),
                    _first_time_down_to(target, time, curve["lower"].to_numpy()),
                    _first_time_down_to(target, time, curve["upper"].to_numpy()),
                )
            )
        return pd.DataFrame(rows, columns=["probability", "estimate", "lower", "upper"])

    def median(self) -> tuple[float, float, float]:
        """Return the median with its lower and upper limit."""
        row = self.quantiles((0.5,)).iloc[0]
        return float(row["estimate"]), float(row["lower"]), float(row["upper"])


def kaplan_meier(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    *,
    conf_form: str = "log-log",
    level: float = 0.95,
) -> KaplanMeier:
    """Estimate the probability of having had no event, by time.

    Parameters
    ----------
    time : array of shape (n,)
        Time to the event or to censoring, not negative.
    event : array of shape (n,)
        1 where the time ends in an event, 0 where it is censored.
    conf_form : {"log-log", "log", "linear"}
        Scale of the limits: log(-log S) is the default of SAS since 9.4, log S
        that of R, linear that of SAS before.
    level : float
        Pointwise level of confidence.

    Raises
    ------
    AnalysisError
        If times or events are not of the form described.

    References
    ----------
    Kaplan and Meier, JASA 1958;53:457-481. Greenwood 1926. Kalbfleisch and
    Prentice, The Statistical Analysis of Failure Time Data, 2002, eq. 1.16.
    """
    import pandas as pd

    times, events = survival_times(time, event)
    choice(conf_form, "Form of the confidence limits", CONFIDENCE_FORMS)
    z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
    distinct, position, total = np.unique(times, return_inverse=True, return_counts=True)
    n_event = np.bincount(position, weights=events, minlength=distinct.size)
    n_risk = times.size - np.concatenate(([0], np.cumsum(total)[:-1]))
    estimate = np.cumprod((n_risk - n_event) / n_risk)
    # The last factor is 0/0 where everybody at risk has the event: the curve
    # is 0 from there on and its variance is not estimable.
    with np.errstate(divide="ignore", invalid="ignore"):
        log_error = np.sqrt(np.cumsum(n_event / (n_risk * (n_risk - n_event))))
        std_error = np.where(estimate > 0, estimate * log_error, np.nan)
    lower, upper = probability_limits(estimate, std_error, z, conf_form)
    curve = pd.DataFrame(
        {
            "time": distinct,
            "n_risk": n_risk,
            "n_event": n_event.astype(np.int64),
            "n_censored": total - n_event.astype(np.int64),
            "estimate": estimate,
            "std_error": std_error,
            "lower": lower,
            "upper": upper,
        }
    )
    return KaplanMeier(curve, times.size, int(events.sum()), level, conf_form)


def kaplan_meier_by_group(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    group: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    *,
    conf_form: str = "log-log",
    level: float = 0.95,
) -> dict[object, KaplanMeier]:
    """Estimate one curve for each group, in the order of the groups."""
    times, events = survival_times(time, event)
    equally_long(time=times, group=group)
    codes, labels = groups(group, "Group")
    return {
        label: kaplan_meier(times[codes == k], events[codes == k], conf_form=conf_form, level=level)
        for k, label in enumerate(labels)
    }


def survival_times(
    time: npt.ArrayLike, event: npt.ArrayLike
) -> tuple[FloatArray, npt.NDArray[np.bool_]]:
    """Return checked times and events, equally long."""
    times = within(time, "Time", low=0.0)
    events = indicator(event, "Event")
    equally_long(time=times, event=events)
    return times, events


def probability_limits(
    estimate: FloatArray, std_error: FloatArray, z: float, form: str
) -> tuple[FloatArray, FloatArray]:
    """Return limits of probabilities on the scale asked for, within 0 to 1.

    They are missing where the scale is undefined: at 0 in every form (its
    standard error is missing), and at 1 in the log-log form.
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if form == "linear":
            lower, upper = estimate - z * std_error, estimate + z * std_error
        elif form == "log":
            spread = np.exp(z * std_error / estimate)
            lower, upper = estimate / spread, estimate * spread
        else:
            # A sum of probabilities may miss 1 by its rounding.
            inside = np.where((estimate > 0) & (estimate < 1 - 1e-12), estimate, np.nan)
            spread = np.exp(z * std_error / (inside * -np.log(inside)))
            lower, upper = inside**spread, inside ** (1 / spread)
    return np.maximum(lower, 0.0), np.minimum(upper, 1.0)


def _first_time_down_to(target: float, time: FloatArray, curve: FloatArray) -> float:
    """Return the first time at which a falling curve is at the target or below.

    A curve that runs exactly at the target gives the middle of that stretch,
    as the median of an even number of complete times does.
    """
    known = np.isfinite(curve)
    time, curve = time[known], curve[known]
    below = np.flatnonzero(curve < target + EQUAL_SURVIVAL)
    if below.size == 0:
        return float("nan")
    first = int(below[0])
    if curve[first] <= target - EQUAL_SURVIVAL:
        return float(time[first])
    lower = np.flatnonzero(curve <= target - EQUAL_SURVIVAL)
    if lower.size == 0:
        # A curve that ends exactly at the target: the middle up to the end.
        return float((time[first] + time[-1]) / 2)
    return float((time[first] + time[int(lower[0])]) / 2)
