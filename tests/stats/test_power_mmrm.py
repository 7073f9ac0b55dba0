"""Power of the mixed model: against longpower's recorded figures, and what follows from theory."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.power_mmrm import (
    Group,
    assurance,
    difference_error,
    last_visit_variance,
    power_mmrm,
    sample_size_mmrm,
)
from sjogren_desktop.stats.sample_size import power_means, sample_size_means

# Figures printed by power.mmrm and power.mmrm.ar1 of R's longpower, in the recorded runs of
# their own examples: (a) exchangeable correlation 0.25, (b) AR(1) 0.6 with two retentions,
# (c) no correlation.
EXCHANGEABLE = Group.of(0.25 + 0.75 * np.eye(4), [1, 0.9, 0.8, 0.7])


def ar1(rho: float, visits: int) -> np.ndarray:
    at = np.arange(visits)
    return rho ** np.abs(at[:, None] - at)


def test_that_power_is_that_of_longpower() -> None:
    found = power_mmrm(0.5, EXCHANGEABLE, n_first=87, n_second=87, distribution="normal")

    # uniroot of R stops at about 1e-5 of the power
    assert found == pytest.approx(0.800037187212964, rel=2e-5)


def test_that_variances_and_power_with_two_retentions_are_those_of_longpower() -> None:
    first = Group.of(ar1(0.6, 4), [1, 0.76, 0.63, 0.52])
    second = Group.of(ar1(0.6, 4), [1, 0.87, 0.81, 0.78])

    assert last_visit_variance(first) == pytest.approx(1.75227635858878, rel=1e-9)
    assert last_visit_variance(second) == pytest.approx(1.24695119599175, rel=1e-9)
    found = power_mmrm(0.9, first, second, n_first=40, n_second=40, distribution="normal")
    assert found == pytest.approx(0.907711669457866, rel=2e-5)


def test_that_the_sample_size_is_that_of_longpower() -> None:
    group = Group.of(np.eye(2), [1, 0.8])

    size = sample_size_mmrm(1, group, power=0.8, distribution="normal")

    assert last_visit_variance(group) == pytest.approx(1.25)
    assert size.n_first == pytest.approx(19.6221993358727, rel=1e-9)
    assert size.rounded == (20, 20)


def test_that_with_everyone_seen_it_is_a_comparison_of_means() -> None:
    group = Group.of(9 * ar1(0.5, 3), [1, 1, 1])

    assert power_mmrm(1.3, group, n_first=80, n_second=120) == pytest.approx(
        power_means(1.3, 3, n_first=80, n_second=120), rel=1e-9
    )
    assert sample_size_mmrm(1.3, group, ratio=2).n == pytest.approx(
        sample_size_means(1.3, 3, ratio=2).n, rel=1e-7
    )


@settings(max_examples=40, deadline=None)
@given(
    rho=st.floats(0, 0.95),
    lost=st.lists(st.floats(0, 0.15), min_size=3, max_size=3),
)
def test_that_earlier_visits_help_but_never_replace_the_last(rho: float, lost: list[float]) -> None:
    retention = 1 - np.cumsum(lost)

    variance = last_visit_variance(Group.of(ar1(rho, 3), retention))

    # Between that of everyone and that of those seen at the last visit alone
    assert 1 - 1e-9 <= variance <= 1 / retention[-1] + 1e-9


@pytest.mark.parametrize("distribution", ["t", "normal"])
@pytest.mark.parametrize("ratio", [1.0, 2.0, 0.5])
def test_that_the_size_attains_the_power(distribution: str, ratio: float) -> None:
    size = sample_size_mmrm(0.7, EXCHANGEABLE, power=0.85, ratio=ratio, distribution=distribution)

    exact = power_mmrm(
        0.7,
        EXCHANGEABLE,
        n_first=size.n_first,
        n_second=size.n_second,
        distribution=distribution,
    )
    assert exact == pytest.approx(0.85, rel=1e-9)
    assert size.n_first / size.n_second == pytest.approx(ratio)
    assert size.attained_power >= 0.85


def test_that_assurance_is_power_averaged_over_the_difference() -> None:
    error, expected, uncertainty = 0.5, -1.2, 0.4
    true = np.linspace(expected - 12 * uncertainty, expected + 12 * uncertainty, 200_001)
    power = norm.sf(1.959963984540054 - (-true) / error)  # significant in the expected direction
    average = np.trapezoid(power * norm.pdf(true, expected, uncertainty), true)

    assert assurance(expected, uncertainty, error) == pytest.approx(average, rel=1e-6)
    assert assurance(expected, 0, error) == pytest.approx(norm.sf(1.959963984540054 - 2.4))


def test_that_the_error_shrinks_with_the_root_of_the_subjects() -> None:
    one = difference_error(EXCHANGEABLE, EXCHANGEABLE, n_first=50, n_second=50)
    four = difference_error(EXCHANGEABLE, EXCHANGEABLE, n_first=200, n_second=200)

    assert one == pytest.approx(2 * four)


@pytest.mark.parametrize(
    ("covariance", "retention", "said"),
    [
        (np.eye(2), [0.8, 0.9], "must not rise"),
        (np.eye(2), [1, 0], "above 0 at the last"),
        (np.ones((2, 2)), [1, 0.9], "Covariance"),
        (np.eye(3), [1, 0.9], "Covariance"),
        (np.eye(2), [1.2, 0.9], "Retention"),
    ],
)
def test_that_impossible_groups_are_refused(covariance, retention, said) -> None:
    with pytest.raises(AnalysisError, match=said):
        Group.of(covariance, retention)


def test_that_no_difference_has_no_sample_size() -> None:
    with pytest.raises(AnalysisError, match="difference of 0"):
        sample_size_mmrm(0, EXCHANGEABLE)
