"""Stratified rate differences: one stratum as proved elsewhere, several by brute force."""

import numpy as np
import pytest
from scipy.optimize import brentq, minimize_scalar

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.rates import rate_difference
from sjogren_desktop.stats.rates_stratified import stratified_rate_difference

X1, T1 = np.array([7.0, 12.0, 0.0]), np.array([81.5, 210.0, 15.0])
X2, T2 = np.array([3.0, 15.0, 1.0]), np.array([79.0, 105.0, 20.0])


def test_that_one_stratum_gives_the_unstratified_score_limits():
    mine = stratified_rate_difference(X1[:1], T1[:1], X2[:1], T2[:1], per=100)

    plain = rate_difference(X1[0], T1[0], X2[0], T2[0], per=100)
    assert mine.estimate == pytest.approx(plain.estimate, rel=1e-10)
    assert mine.lower == pytest.approx(plain.lower, rel=1e-8)
    assert mine.upper == pytest.approx(plain.upper, rel=1e-8)
    assert mine.p_value == pytest.approx(plain.p_value, rel=1e-8)


def _score(delta):
    """Return the score at a difference, with the restricted maximum found numerically."""
    weight = T1 * T2 / (T1 + T2)
    weight /= weight.sum()
    variance = 0.0
    for x1, t1, x2, t2, w in zip(X1, T1, X2, T2, weight, strict=True):

        def minus_log(r2, x1=x1, t1=t1, x2=x2, t2=t2):
            r1 = r2 + delta
            value = t1 * r1 + t2 * r2
            return value - (x1 * np.log(r1) if x1 else 0) - (x2 * np.log(r2) if x2 else 0)

        low = max(0.0, -delta) + 1e-13
        r2 = minimize_scalar(minus_log, bounds=(low, low + 2), options={"xatol": 1e-13}).x
        variance += w**2 * ((r2 + delta) / t1 + r2 / t2)
    return float((weight * (X1 / T1 - X2 / T2)).sum() - delta) / np.sqrt(variance)


def test_that_limits_of_three_strata_are_where_the_score_meets_the_quantile():
    found = stratified_rate_difference(X1, T1, X2, T2)

    z = 1.959963984540054
    lower = brentq(lambda d: _score(d) - z, -1, found.estimate, xtol=1e-12)
    upper = brentq(lambda d: _score(d) + z, found.estimate, 1, xtol=1e-12)
    # The optimiser finds the maximum to about 1e-8 of its place.
    assert (found.lower, found.upper) == pytest.approx((lower, upper), rel=1e-6)


def test_that_the_estimate_weights_by_mantel_haenszel():
    weight = T1 * T2 / (T1 + T2)
    by_hand = (weight * (X1 / T1 - X2 / T2)).sum() / weight.sum()

    assert stratified_rate_difference(X1, T1, X2, T2).estimate == pytest.approx(by_hand)


def test_that_a_stratum_without_one_group_does_not_count_and_none_is_not_estimable():
    two = stratified_rate_difference(X1[:2], T1[:2], X2[:2], T2[:2])
    with_gap = stratified_rate_difference([*X1[:2], 0], [*T1[:2], 0], [*X2[:2], 9], [*T2[:2], 50])
    nothing = stratified_rate_difference([0], [0], [9], [50])

    assert with_gap.estimate == pytest.approx(two.estimate)
    assert with_gap.lower == pytest.approx(two.lower)
    assert np.isnan(nothing.estimate)


def test_that_no_event_anywhere_still_has_limits_on_both_sides():
    found = stratified_rate_difference([0, 0], [50, 60], [0, 0], [55, 45], per=100)

    assert found.estimate == 0
    assert found.lower < 0 < found.upper


@pytest.mark.parametrize("per", [0, -100, float("nan"), float("inf")])
def test_that_rates_per_no_time_are_refused(per):
    with pytest.raises(AnalysisError, match="has no meaning"):
        stratified_rate_difference(X1, T1, X2, T2, per=per)
