"""Event rates against base R and ratesci."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import poisson

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.rates import (
    DIFFERENCE_METHODS,
    RATIO_METHODS,
    rate,
    rate_difference,
    rate_ratio,
    rate_test,
)

REFERENCE = Path(__file__).parents[1] / "reference" / "proportions" / "r_results.json"
CASES = json.loads(REFERENCE.read_text())["incidence_rates"]
cases = pytest.mark.parametrize("case", CASES)


def cells(case: dict) -> tuple:
    return case["events1"], case["time1"], case["events2"], case["time2"]


@cases
def test_that_exact_limits_of_a_rate_equal_r(case: dict) -> None:
    for group in ("1", "2"):
        x, t = case[f"events{group}"], case[f"time{group}"]
        found = rate(x, t, level=case["level"])
        got = [found.estimate, found.lower, found.upper]
        np.testing.assert_allclose(
            got, [case[f"rate{group}"], *case[f"exact{group}"]], rtol=1e-9, atol=1e-15
        )


@cases
@pytest.mark.parametrize(
    ("function", "method", "key"),
    [
        (rate_ratio, "exact", "rate_ratio_exact"),
        (rate_ratio, "wald", "rate_ratio_wald_log"),
        (rate_ratio, "miettinen_nurminen", "rate_ratio_score"),
        (rate_difference, "wald", "rate_difference_wald"),
        (rate_difference, "miettinen_nurminen", "rate_difference_score"),
    ],
)
def test_that_comparisons_equal_r(case: dict, function: object, method: str, key: str) -> None:
    found = function(*cells(case), method=method, level=case["level"])

    estimate = case["rate_ratio" if function is rate_ratio else "rate_difference"]
    assert found.estimate == pytest.approx(estimate, rel=1e-9)
    if case[key] is None:
        assert math.isnan(found.lower)
        assert math.isnan(found.upper)
    else:
        tolerance = 1e-8 if method == "miettinen_nurminen" else 1e-15
        got = [found.lower, found.upper]
        np.testing.assert_allclose(got, case[key], rtol=1e-9, atol=tolerance)


@cases
def test_that_the_exact_test_equals_r(case: dict) -> None:
    found = rate_test(*cells(case))

    assert found.p_value == pytest.approx(case["p_exact"], rel=1e-9)
    assert math.isnan(found.statistic)


def test_that_rates_per_100_units_are_a_hundred_times_as_large() -> None:
    single, hundred = rate(23, 118.4), rate(23, 118.4, per=100)
    one = rate_difference(23, 118.4, 14, 121.9)
    many = rate_difference(23, 118.4, 14, 121.9, per=100, null=0.0)

    assert hundred.upper == pytest.approx(100 * single.upper)
    assert many.lower == pytest.approx(100 * one.lower)
    assert many.p_value == pytest.approx(one.p_value)
    shifted = rate_difference(23, 118.4, 14, 121.9, per=100, null=many.upper)
    assert shifted.p_value == pytest.approx(0.05, rel=1e-6)


def test_that_arrays_are_treated_element_by_element_and_no_time_is_not_estimable() -> None:
    x1, t1, x2, t2 = [0, 4, 3, 0], [10.0, 20, 7, 0], [0, 0, 6, 2], [10.0, 30, 4, 5]

    for function, methods in ((rate_difference, DIFFERENCE_METHODS), (rate_ratio, RATIO_METHODS)):
        for method in methods:
            together = function(x1, t1, x2, t2, method=method)
            assert np.isnan([together.estimate[3], together.lower[3], together.p_value[3]]).all()
            for i in range(3):
                alone = function(x1[i], t1[i], x2[i], t2[i], method=method)
                np.testing.assert_allclose(together.lower[i], alone.lower, rtol=1e-12)
                np.testing.assert_allclose(together.p_value[i], alone.p_value, rtol=1e-12)
    assert np.isnan(rate([0, 1], [0, 2]).upper[0])


def test_that_groups_without_events_leave_a_ratio_open() -> None:
    for method in ("exact", "miettinen_nurminen"):
        none = rate_ratio(0, 10, 0, 20, method=method)
        second = rate_ratio(4, 10, 0, 20, method=method)
        assert math.isnan(none.estimate)
        assert (none.lower, none.upper, none.p_value) == (0, math.inf, 1)
        assert (second.estimate, second.upper) == (math.inf, math.inf)
        assert second.lower > 0
    assert math.isnan(rate_ratio(4, 10, 0, 20, method="wald").p_value)


def test_that_no_event_leaves_the_difference_symmetric() -> None:
    found = rate_difference(0, 10, 0, 10)

    assert found.estimate == 0
    assert found.p_value == 1
    assert found.lower == pytest.approx(-found.upper)
    # With no event and equal times the score is sqrt(delta t), so the limit is z^2 / t.
    assert found.upper == pytest.approx(1.959963984540054**2 / 10, rel=1e-9)
    assert math.isnan(rate_difference(0, 10, 0, 10, method="wald").p_value)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rate(1, 0), "above zero where there are events"),
        (lambda: rate(1, -2), "time at risk"),
        (lambda: rate(1.5, 2), "whole numbers"),
        (lambda: rate(1, 2, per=0), "no meaning"),
        (lambda: rate(1, 2, level=1), "between 0 and 1"),
        (lambda: rate_difference(1, 2, 1, 2, method="magic"), "rate difference"),
        (lambda: rate_ratio(1, 2, 1, 2, method="magic"), "rate ratio"),
        (lambda: rate_ratio(1, 2, 1, 2, null=0), "above zero and finite"),
        (lambda: rate_ratio([1, 2], 2, [1, 2, 3], 2), "as many counts"),
    ],
)
def test_that_what_cannot_be_is_refused(call: object, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        call()


counts = st.integers(0, 200)
times = st.floats(0.5, 500)


@settings(max_examples=80, deadline=None)
@given(counts, times, st.floats(0.5, 0.999))
def test_that_exact_limits_have_tails_of_half_alpha(x: int, t: float, level: float) -> None:
    found = rate(x, t, level=level)

    assert poisson.cdf(x, found.upper * t) == pytest.approx((1 - level) / 2, rel=1e-8)
    if x:
        assert poisson.sf(x - 1, found.lower * t) == pytest.approx((1 - level) / 2, rel=1e-8)


@settings(max_examples=80, deadline=None)
@given(counts, times, counts, times, st.floats(0.5, 0.999))
def test_that_score_limits_taken_as_null_have_p_equal_to_alpha(
    x1: int, t1: float, x2: int, t2: float, level: float
) -> None:
    score = {"method": "miettinen_nurminen", "level": level}
    difference = rate_difference(x1, t1, x2, t2, **score)
    ratio = rate_ratio(x1, t1, x2, t2, **score)
    exchanged = rate_difference(x2, t2, x1, t1, **score)

    for limit in (difference.lower, difference.upper):
        p = rate_difference(x1, t1, x2, t2, **score, null=limit).p_value
        assert p == pytest.approx(1 - level, rel=1e-5)
    for limit in (ratio.lower, ratio.upper):
        if 0 < limit < math.inf:
            p = rate_ratio(x1, t1, x2, t2, **score, null=limit).p_value
            assert p == pytest.approx(1 - level, rel=1e-6)
    assert difference.lower == pytest.approx(-exchanged.upper, rel=1e-8, abs=1e-12)
    assert difference.lower <= difference.estimate <= difference.upper
