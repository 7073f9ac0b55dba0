"""Standardised effect sizes against published examples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import nct, ttest_1samp, ttest_ind

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.effect_size import (
    bias_factor,
    hedges_g,
    noncentral_limits,
    standardised_response_mean,
)


def sample(mean: float, sd: float, n: int) -> np.ndarray:
    """Return n values with exactly this mean and standard deviation."""
    raw = np.random.default_rng(1).normal(size=n)
    return mean + sd * (raw - raw.mean()) / raw.std(ddof=1)


def test_that_hedges_g_equals_the_published_example() -> None:
    # Borenstein M et al. Introduction to Meta-Analysis 2009, p. 26-28: means 103 and 100,
    # SD 5.5 and 4.5, 50 in each group: J 0.9923 (approximate), g 0.5924, variance 0.0411.
    found = hedges_g(sample(103, 5.5, 50), sample(100, 4.5, 50), method="normal")

    assert bias_factor(98) == pytest.approx(0.9923, abs=5e-5)
    assert found.estimate == pytest.approx(0.5924, abs=1e-4)
    assert found.std_error**2 == pytest.approx(0.0411, abs=5e-5)
    assert found.lower == pytest.approx(0.5924 - 1.96 * 0.2028, abs=2e-4)


def test_that_noncentral_limits_equal_the_published_example() -> None:
    # R package MBESS, conf.limits.nct(2.83, 126) (Kelley K. J Stat Softw 2007; 20:8).
    found = noncentral_limits(2.83, 126)

    assert found == pytest.approx((0.8337502, 4.815359), rel=1e-6)


def test_that_p_values_are_those_of_the_t_tests() -> None:
    x, y = sample(1.0, 2.0, 12), sample(0.2, 1.5, 9)

    assert hedges_g(x, y).p_value == pytest.approx(ttest_ind(x, y).pvalue, rel=1e-9)
    found = standardised_response_mean(x)
    assert found.estimate == pytest.approx(0.5, rel=1e-12)
    assert found.p_value == pytest.approx(ttest_1samp(x, 0).pvalue, rel=1e-9)


def test_that_the_normal_interval_of_the_response_mean_follows_its_formula() -> None:
    found = standardised_response_mean(sample(1.0, 2.0, 12), method="normal", level=0.9)

    error = np.sqrt(1 / 12 + 0.25 / 22)
    assert found.std_error == pytest.approx(error, rel=1e-12)
    assert found.upper == pytest.approx(0.5 + 1.6448536269514722 * error, rel=1e-12)


def test_that_missing_values_are_left_out() -> None:
    x = sample(1.0, 2.0, 12)

    found = standardised_response_mean([*x, np.nan])

    assert found.upper == standardised_response_mean(x).upper


def test_that_the_smallest_groups_have_no_unbiased_estimate() -> None:
    assert bias_factor(1) == 0
    found = hedges_g([1.0, 2.0], [3.0])
    assert found.estimate == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: hedges_g([], [1, 2, 3]), "there are 0 and 3"),
        (lambda: hedges_g([1], [2]), "three in all"),
        (lambda: hedges_g([1, 1], [1, 1]), "All values are equal"),
        (lambda: standardised_response_mean([1]), "two changes or more"),
        (lambda: standardised_response_mean([2, 2]), "All values are equal"),
        (lambda: standardised_response_mean([1, 2], method="magic"), "response mean"),
        (lambda: hedges_g([1, 2], [1, 2], method="magic"), "Hedges' g"),
    ],
)
def test_that_what_cannot_be_is_refused(call: object, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        call()


@settings(max_examples=40, deadline=None)
@given(st.floats(-30, 30), st.integers(2, 200), st.floats(0.5, 0.99))
def test_that_limits_have_tails_of_half_alpha_and_mirror(t: float, df: int, level: float) -> None:
    low, high = noncentral_limits(t, df, level=level)

    assert nct.cdf(t, df, high) == pytest.approx((1 - level) / 2, abs=1e-8)
    assert nct.cdf(t, df, low) == pytest.approx((1 + level) / 2, abs=1e-8)
    assert noncentral_limits(-t, df, level=level) == pytest.approx((-high, -low), abs=1e-6)
