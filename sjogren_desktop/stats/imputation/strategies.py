"""Reference-based strategies: which distribution the values after an event are drawn from.

A strategy is a plain function of the distribution of the subject's own arm, that
of the reference arm, and the visits up to the event; it returns the joint
distribution that the subject's missing values are imputed from. To add one,
write such a function and hand it to :func:`sjogren_desktop.stats.imputation.impute`
by name. Formulas RI.1 to RI.5 of ``resources/methods/reference_based_imputation.md``;
proven by ``tests/stats/test_imputation_reference.py``.

References
----------
Carpenter JR, Roger JH, Kenward MG. J Biopharm Stat 2013; 23:1352-1371.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Normal:
    """A multivariate normal distribution of T visits, for many draws and subjects at once.

    Parameters
    ----------
    mean : array, shape (M, n, T)
        For M draws of the parameters and n subjects.
    covariance : array, shape (M, T, T)
    """

    mean: Floats
    covariance: Floats


Strategy = Callable[[Normal, Normal, Bools], Normal]
"""Own distribution, reference distribution, visits before the event (T,) -> distribution.

At least one visit is after the event whenever a strategy is called.
"""


def missing_at_random(own: Normal, reference: Normal, before: Bools) -> Normal:
    """Go on as the own arm does (RI.1)."""
    return own


def jump_to_reference(own: Normal, reference: Normal, before: Bools) -> Normal:
    """Have the mean of the reference arm from the event on (RI.2)."""
    mean = np.where(before, own.mean, reference.mean)
    return Normal(mean, _joined_covariance(own, reference, before))


def copy_reference(own: Normal, reference: Normal, before: Bools) -> Normal:
    """Follow the reference arm at every visit, before the event too (RI.3)."""
    return reference


def copy_increments(own: Normal, reference: Normal, before: Bools) -> Normal:
    """Change after the event as the reference arm does, from the own mean at it (RI.4)."""
    if not before.any():
        return reference
    last = int(np.argmin(before)) - 1
    shift = own.mean[..., last] - reference.mean[..., last]
    mean = np.where(before, own.mean, reference.mean + shift[..., None])
    return Normal(mean, _joined_covariance(own, reference, before))


def last_mean_carried_forward(own: Normal, reference: Normal, before: Bools) -> Normal:
    """Stay at the own mean of the last visit before the event (RI.5).

    Raises
    ------
    AnalysisError
        If the event comes before the first visit.
    """
    if not before.any():
        raise AnalysisError(
            "The last mean cannot be carried forward (LMCF) for a subject whose event comes "
            "before the first visit. Choose another strategy for such subjects."
        )
    last = int(np.argmin(before)) - 1
    return Normal(np.where(before, own.mean, own.mean[..., last, None]), own.covariance)


STRATEGIES: Mapping[str, Strategy] = {
    "MAR": missing_at_random,
    "JR": jump_to_reference,
    "CR": copy_reference,
    "CIR": copy_increments,
    "LMCF": last_mean_carried_forward,
}
"""Strategies by the abbreviation that plans and publications use."""

TITLES = {
    "MAR": "Missing at random",
    "JR": "Jump to reference",
    "CR": "Copy reference",
    "CIR": "Copy increments in reference",
    "LMCF": "Last mean carried forward",
}


def _joined_covariance(own: Normal, reference: Normal, before: Bools) -> Floats:
    """Return the own covariance up to the event, and the regression of the reference after it."""
    if own.covariance is reference.covariance or not before.any():
        return reference.covariance
    first, later = np.flatnonzero(before), np.flatnonzero(~before)
    a = own.covariance[..., first[:, None], first]
    r11 = reference.covariance[..., first[:, None], first]
    r12 = reference.covariance[..., first[:, None], later]
    slope = np.linalg.solve(r11, r12)  # transposed regression of later on first visits
    across = a @ slope
    result = np.empty_like(own.covariance)
    result[..., first[:, None], first] = a
    result[..., first[:, None], later] = across
    result[..., later[:, None], first] = np.swapaxes(across, -1, -2)
    result[..., later[:, None], later] = (
        reference.covariance[..., later[:, None], later]
        - np.swapaxes(slope, -1, -2) @ (r11 - a) @ slope
    )
    return result
