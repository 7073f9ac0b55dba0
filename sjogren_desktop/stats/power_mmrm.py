"""Power of a mixed model for repeated measures when subjects are lost on the way.

Closed form for the difference of two groups at the last visit with an
unstructured covariance and monotone missing values. Formulas PM.1 to PM.5 in
``resources/methods/power_mmrm.md``; checked against figures of R's longpower
and by simulation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import choice, fraction, positive_definite, within
from sjogren_desktop.stats.sample_size import DISTRIBUTIONS, SampleSize

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Group:
    """What is known of one group before a study.

    Parameters
    ----------
    covariance : array, shape (T, T)
        Of the response between visits, given the covariates of the model.
    retention : array, shape (T,)
        Share of subjects observed at least until each visit; never rising.
    """

    covariance: Floats
    retention: Floats

    @classmethod
    def of(cls, covariance: npt.ArrayLike, retention: npt.ArrayLike) -> Group:
        """Check and return a group.

        Raises
        ------
        AnalysisError
            If the covariance is not positive definite, or the retention rises,
            leaves 0 to 1, or does not fit.
        """
        kept = within(retention, "Retention", low=0.0, high=1.0)
        matrix = positive_definite(covariance, "Covariance", kept.size)
        if (np.diff(kept) > 1e-12).any() or kept[-1] <= 0:
            raise AnalysisError(
                "Retention: the share still observed must not rise from visit to visit, and must "
                "be above 0 at the last."
            )
        return cls(matrix.copy(), kept.copy())


def last_visit_variance(group: Group) -> float:
    """Return the variance of the mean at the last visit, times the number of subjects (PM.1).

    References
    ----------
    Lu, Luo and Chen, Int J Biostat 2008;4(1):9, formula 3.
    """
    visits = len(group.retention)
    leaving = group.retention - np.append(group.retention[1:], 0.0)
    information = np.zeros((visits, visits))
    for j in range(visits):
        if leaving[j] > 0:
            seen = slice(0, j + 1)
            information[seen, seen] += leaving[j] * np.linalg.inv(group.covariance[seen, seen])
    # Visits after which nobody is left would make it singular; Group.of keeps the last above 0.
    return float(np.linalg.inv(information)[-1, -1])


def difference_error(first: Group, second: Group, *, n_first: float, n_second: float) -> float:
    """Return the standard error of the difference at the last visit (PM.2)."""
    if not (n_first > 0 and n_second > 0):
        raise AnalysisError("Give a positive number of subjects in both groups.")
    return float(
        np.sqrt(last_visit_variance(first) / n_first + last_visit_variance(second) / n_second)
    )


def power_mmrm(
    difference: float,
    first: Group,
    second: Group | None = None,
    *,
    n_first: float,
    n_second: float,
    alpha: float = 0.05,
    two_sided: bool = True,
    distribution: str = "t",
) -> float:
    """Return the power for a difference at the last visit (PM.3).

    Parameters
    ----------
    difference : float
    first, second : Group
        The second is like the first if not given.
    n_first, n_second : float
        Subjects that begin, before any is lost; need not be whole.
    alpha : float
        Level, both sides together if ``two_sided``.
    distribution : {"t", "normal"}
        Noncentral t with the number of subjects expected at the last visit less
        two as degrees of freedom, or the normal distribution of the paper.

    Raises
    ------
    AnalysisError
        If an argument is out of range.
    """
    choice(distribution, "Distribution", DISTRIBUTIONS)
    other = second or first
    level = fraction(alpha, "Alpha") / (2 if two_sided else 1)
    error = difference_error(first, other, n_first=n_first, n_second=n_second)
    shift = abs(difference) / error
    if distribution == "normal":
        return float(ndtr(shift + ndtri(level)))
    from scipy.stats import nct

    df = n_first * first.retention[-1] + n_second * other.retention[-1] - 2
    if df <= 0:
        raise AnalysisError("Too few subjects are left at the last visit for a t test.")
    return float(nct.sf(-stdtrit(df, level), df, shift))


def sample_size_mmrm(
    difference: float,
    first: Group,
    second: Group | None = None,
    *,
    power: float = 0.9,
    alpha: float = 0.05,
    two_sided: bool = True,
    ratio: float = 1.0,
    distribution: str = "t",
) -> SampleSize:
    """Return the subjects needed for a difference at the last visit (PM.4).

    Parameters
    ----------
    difference, first, second, alpha, two_sided, distribution
        See :func:`power_mmrm`.
    power : float
    ratio : float
        Subjects of the first group for each of the second.

    Raises
    ------
    AnalysisError
        If an argument is out of range or the difference is 0.
    """
    fraction(power, "Power")
    if not 0 < ratio < np.inf:
        raise AnalysisError(f"Ratio of the groups: {ratio:g} found, but it must be positive.")
    if difference == 0:
        raise AnalysisError("Difference: no sample size finds a difference of 0.")
    other = second or first

    def attained(total: float) -> float:
        return power_mmrm(
            difference,
            first,
            other,
            n_first=total * ratio / (1 + ratio),
            n_second=total / (1 + ratio),
            alpha=alpha,
            two_sided=two_sided,
            distribution=distribution,
        )

    shares = ratio / (1 + ratio), 1 / (1 + ratio)
    seen = shares[0] * first.retention[-1] + shares[1] * other.retention[-1]
    low = 3.0 / seen if distribution == "t" else 1e-9  # three at the last visit give one df
    high = max(2 * low, 4.0)
    if attained(low) >= power:
        total = low
    else:
        while attained(high) < power:
            low, high = high, 2 * high
        total = float(brentq(lambda n: attained(n) - power, low, high, xtol=1e-10, rtol=1e-13))
    n_first, n_second = total * shares[0], total * shares[1]
    # Forgiving the last digits of the root search.
    whole = max(int(np.ceil(n_first - 1e-7)), 1), max(int(np.ceil(n_second - 1e-7)), 1)
    got = power_mmrm(
        difference,
        first,
        other,
        n_first=whole[0],
        n_second=whole[1],
        alpha=alpha,
        two_sided=two_sided,
        distribution=distribution,
    )
    return SampleSize(total, n_first, n_second, whole, got, ratio)


def assurance(
    expected: float, uncertainty: float, std_error: float, *, alpha: float = 0.05
) -> float:
    """Return the power averaged over what the true difference may be (PM.5).

    Parameters
    ----------
    expected, uncertainty : float
        Mean and standard deviation of a normal distribution of the difference.
    std_error : float
        Standard error that the planned study will have.
    alpha : float
        Two-sided level; only results in the direction of ``expected`` count.

    References
    ----------
    O'Hagan, Stevens and Campbell, Pharm Stat 2005;4:187-201, section 2.
    """
    if not (std_error > 0 and uncertainty >= 0):
        raise AnalysisError("Give a positive standard error and an uncertainty of 0 or more.")
    critical = -ndtri(fraction(alpha, "Alpha") / 2) * std_error
    return float(ndtr((abs(expected) - critical) / np.hypot(std_error, uncertainty)))
