"""An estimate with its interval, and the checks counts must pass.

Shared by the methods for proportions and rates. Every field has the shape the
inputs broadcast to; numbers in give numbers out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError

Array = NDArray[np.float64]
Values = float | Array
"""A number, or an array of numbers of the shape the inputs broadcast to."""


@dataclass(frozen=True)
class Estimate:
    """An estimate, its confidence limits and the test that belongs to them.

    Parameters
    ----------
    measure, method : str
        What is estimated (``"risk difference"``) and how (``"newcombe"``).
    level : float
        Two-sided confidence level.
    estimate, lower, upper : float or array
        NaN where not estimable; a ratio may be infinite.
    p_value : float or array
        Two-sided p value at ``null`` of the test whose inversion the interval
        is; NaN where the method defines no test.
    std_error : float or array
        On the scale the method works on (the logarithm for ratios); NaN where
        it uses none.
    null : float
        The value tested.
    messages : tuple of str
        What the reader of the number must know.
    """

    measure: str
    method: str
    level: float
    estimate: Values
    lower: Values
    upper: Values
    p_value: Values = np.nan
    std_error: Values = np.nan
    null: float = 0.0
    messages: tuple[str, ...] = ()


@dataclass(frozen=True)
class HypothesisTest:
    """A test: its statistic, degrees of freedom (0 where it has none) and p value."""

    method: str
    statistic: Values
    p_value: Values
    df: float = 0.0


def plain(values: ArrayLike) -> Values:
    """Return a float for a single value, else the array."""
    array = np.asarray(values, dtype=np.float64)
    return float(array) if array.ndim == 0 else array


def normal_quantile(level: float) -> float:
    """Return the standard normal quantile of a two-sided confidence level.

    Raises
    ------
    AnalysisError
        If the level does not lie between 0 and 1.
    """
    from scipy.special import ndtri

    return float(-ndtri((1 - checked_level(level)) / 2))


def two_sided(z: Values) -> Array:
    """Return the two-sided p value of a standard normal statistic."""
    from scipy.special import ndtr

    return np.asarray(2 * ndtr(-np.abs(np.asarray(z, dtype=np.float64))))


def known(value: str, name: str, allowed: Iterable[str]) -> str:
    """Return the value.

    Raises
    ------
    AnalysisError
        If it is not among those allowed, listing them.
    """
    if value not in (options := list(allowed)):
        raise AnalysisError(f"Unknown {name} {value!r}; known are {', '.join(options)}.")
    return value


def checked_level(level: float) -> float:
    """Return the confidence level.

    Raises
    ------
    AnalysisError
        If it does not lie between 0 and 1.
    """
    if not 0 < level < 1:
        raise AnalysisError(
            f"The confidence level must lie between 0 and 1, but is {level:g}. Give 0.95 for 95%."
        )
    return float(level)


def checked_counts(*counts: ArrayLike) -> tuple[Array, ...]:
    """Return counts as float arrays of one common shape.

    Raises
    ------
    AnalysisError
        If one is negative, fractional or missing, or the shapes do not fit.
    """
    arrays = _broadcast(*counts)
    for array in arrays:
        if not np.all(np.isfinite(array) & (array >= 0) & (array == np.floor(array))):
            raise AnalysisError(
                "Counts must be whole numbers of zero or more, without missing values. "
                "Check the numbers of events and of subjects."
            )
    return arrays


def checked_proportion(events: ArrayLike, total: ArrayLike) -> tuple[Array, Array]:
    """Return events and totals as float arrays of one shape.

    A total of zero is allowed: what is computed from it is not estimable.

    Raises
    ------
    AnalysisError
        If they are no counts, or there are more events than subjects.
    """
    x, n = checked_counts(events, total)
    if np.any(x > n):
        at = int(np.flatnonzero(x > n)[0])
        raise AnalysisError(
            f"There are more subjects with an event ({x.flat[at]:g}) than subjects "
            f"({n.flat[at]:g}). Count each subject once."
        )
    return x, n


def checked_rate(events: ArrayLike, time: ArrayLike) -> tuple[Array, Array]:
    """Return event counts and the time at risk as float arrays of one shape.

    Raises
    ------
    AnalysisError
        If the events are no counts, or a time is negative or missing, or zero
        although there are events.
    """
    x, t = _broadcast(events, time)
    checked_counts(x)
    if not np.all(np.isfinite(t) & (t >= 0)) or np.any((t == 0) & (x > 0)):
        raise AnalysisError(
            "The time at risk must be a number of zero or more, and above zero where there are "
            "events. Check the start and end dates it is computed from."
        )
    return x, t


def _broadcast(*values: ArrayLike) -> tuple[Array, ...]:
    try:
        return tuple(
            np.array(a, dtype=np.float64)
            for a in np.broadcast_arrays(*(np.asarray(v, dtype=np.float64) for v in values))
        )
    except ValueError as error:
        raise AnalysisError(
            "Counts must be numbers, and as many for the one group as for the other."
        ) from error
