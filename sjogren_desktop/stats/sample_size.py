"""Sample size and power for two means and two proportions.

Formulas SS.1 to SS.4 in ``resources/methods/sample_size.md``; checked against
R's ``power.t.test``, ``power.prop.test`` and ``rpact``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import choice, fraction

DISTRIBUTIONS = ("t", "normal")


@dataclass(frozen=True)
class SampleSize:
    """Rows needed, as computed and rounded up in each group.

    ``ratio`` is the size of the first group over that of the second;
    ``attained_power`` is that of the rounded sizes.
    """

    n: float
    n_first: float
    n_second: float
    rounded: tuple[int, int]
    attained_power: float
    ratio: float


def power_means(
    difference: float,
    sd: float,
    *,
    n_first: float,
    n_second: float,
    alpha: float = 0.05,
    two_sided: bool = True,
    distribution: str = "t",
    wrong_direction: bool = False,
) -> float:
    """Return the power of a comparison of two means (SS.1, SS.2).

    Parameters
    ----------
    difference, sd : float
        True difference and common standard deviation.
    n_first, n_second : float
        Rows in each group; need not be whole.
    alpha : float
        Level of the test, both sides together if ``two_sided``.
    distribution : {"t", "normal"}
        Noncentral t with the pooled variance, or the normal approximation.
    wrong_direction : bool
        Count rejections against the direction of the difference too, as
        ``strict`` does in R's ``power.t.test``; only if ``two_sided``.

    Raises
    ------
    AnalysisError
        If an argument is out of range.

    References
    ----------
    Julious, Stat Med 2004;23:1921-1986, sections 2.1 and 3.1.
    """
    if not sd > 0 or not np.isfinite(difference):
        raise AnalysisError("Give a finite difference and a positive standard deviation.")
    if not (n_first > 0 and n_second > 0 and n_first + n_second > 2):
        raise AnalysisError("Give a positive number of rows in both groups, above 2 together.")
    level = fraction(alpha, "Alpha") / (2 if two_sided else 1)
    choice(distribution, "Distribution", DISTRIBUTIONS)
    shift = abs(difference) / (sd * np.sqrt(1.0 / n_first + 1.0 / n_second))
    count_both = wrong_direction and two_sided
    if distribution == "normal":
        wrong = float(ndtr(ndtri(level) - shift)) if count_both else 0.0
        return float(ndtr(shift + ndtri(level))) + wrong
    # scipy.stats takes a second to load and nothing else here needs it.
    from scipy.stats import nct

    df = n_first + n_second - 2
    critical = -stdtrit(df, level)
    wrong = float(nct.cdf(-critical, df, shift)) if count_both else 0.0
    return float(nct.sf(critical, df, shift)) + wrong


def sample_size_means(
    difference: float,
    sd: float,
    *,
    power: float = 0.9,
    alpha: float = 0.05,
    two_sided: bool = True,
    ratio: float = 1.0,
    distribution: str = "t",
) -> SampleSize:
    """Return the rows needed to compare two means with a given power.

    Parameters
    ----------
    difference, sd, alpha, two_sided, distribution
        See :func:`power_means`.
    power : float
    ratio : float
        Rows of the first group for each of the second.

    Raises
    ------
    AnalysisError
        If an argument is out of range or the difference is 0.
    """
    fraction(power, "Power")
    _positive(ratio, "Ratio of the groups")
    if difference == 0:
        raise AnalysisError("Difference: no sample size finds a difference of 0.")

    def attained(total: float) -> float:
        first, second = total * ratio / (1 + ratio), total / (1 + ratio)
        return power_means(
            difference,
            sd,
            n_first=first,
            n_second=second,
            alpha=alpha,
            two_sided=two_sided,
            distribution=distribution,
        )

    low, high = 3.0, 6.0  # fewer rows leave no degree of freedom for a variance
    if attained(low) >= power:
        total = low
    else:
        while attained(high) < power:
            low, high = high, 2 * high
        total = float(brentq(lambda n: attained(n) - power, low, high, xtol=1e-10, rtol=1e-13))
    first, second = total * ratio / (1 + ratio), total / (1 + ratio)
    # At least two rows of one group are needed to estimate a variance.
    whole = max(_up(first), 1), max(_up(second), 2)
    got = power_means(
        difference,
        sd,
        n_first=whole[0],
        n_second=whole[1],
        alpha=alpha,
        two_sided=two_sided,
        distribution=distribution,
    )
    return SampleSize(total, first, second, whole, got, ratio)


def power_proportions(
    p_first: float,
    p_second: float,
    *,
    n_first: float,
    n_second: float,
    alpha: float = 0.05,
    two_sided: bool = True,
) -> float:
    """Return the power of the z test of two proportions (SS.3).

    The null variance is that of the pooled proportion.

    References
    ----------
    Fleiss, Tytun and Ury, Biometrics 1980;36:343-346, without correction.
    """
    fraction(p_first, "First proportion")
    fraction(p_second, "Second proportion")
    if not (n_first > 0 and n_second > 0):
        raise AnalysisError("Give a positive number of rows in both groups.")
    level = fraction(alpha, "Alpha") / (2 if two_sided else 1)
    pooled = (n_first * p_first + n_second * p_second) / (n_first + n_second)
    null = np.sqrt(pooled * (1 - pooled) * (1 / n_first + 1 / n_second))
    true = np.sqrt(p_first * (1 - p_first) / n_first + p_second * (1 - p_second) / n_second)
    return float(ndtr((abs(p_first - p_second) + ndtri(level) * null) / true))


def sample_size_proportions(
    p_first: float,
    p_second: float,
    *,
    power: float = 0.9,
    alpha: float = 0.05,
    two_sided: bool = True,
    ratio: float = 1.0,
) -> SampleSize:
    """Return the rows needed to compare two proportions with a given power (SS.4).

    Raises
    ------
    AnalysisError
        If an argument is out of range or the proportions are equal.
    """
    fraction(p_first, "First proportion")
    fraction(p_second, "Second proportion")
    _positive(ratio, "Ratio of the groups")
    if p_first == p_second:
        raise AnalysisError("Proportions: no sample size finds a difference of 0.")
    level = fraction(alpha, "Alpha") / (2 if two_sided else 1)
    share = ratio / (1 + ratio), 1 / (1 + ratio)
    pooled = share[0] * p_first + share[1] * p_second
    null = np.sqrt(pooled * (1 - pooled) * (1 / share[0] + 1 / share[1]))
    true = np.sqrt(p_first * (1 - p_first) / share[0] + p_second * (1 - p_second) / share[1])
    reach = -ndtri(level) * null + ndtri(fraction(power, "Power")) * true
    if reach <= 0:
        raise AnalysisError("Power: any sample size has more power than asked for.")
    total = float((reach / (p_first - p_second)) ** 2)
    first, second = total * share[0], total * share[1]
    whole = _up(first), _up(second)
    got = power_proportions(
        p_first,
        p_second,
        n_first=whole[0],
        n_second=whole[1],
        alpha=alpha,
        two_sided=two_sided,
    )
    return SampleSize(total, first, second, whole, got, ratio)


def _positive(value: float, name: str) -> None:
    if not 0 < value < np.inf:
        raise AnalysisError(f"{name}: {value:g} found, but it must be positive.")


def _up(n: float) -> int:
    """Round up, forgiving the last digits of a root search."""
    return int(np.ceil(n - 1e-7))
