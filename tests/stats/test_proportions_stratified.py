"""Stratified comparisons of proportions against base R, metafor, ratesci and tern."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats import proportions_stratified as ps
from sjogren_desktop.stats.estimate import Estimate
from sjogren_desktop.stats.proportions import odds_ratio, relative_risk, risk_difference

REFERENCE = Path(__file__).parents[1] / "reference" / "proportions" / "r_results.json"
CASES = json.loads(REFERENCE.read_text())["stratified"]
NAMES = [f"{len(c['x1'])} strata" for c in CASES]
cases = pytest.mark.parametrize("case", CASES, ids=NAMES)


def cells(case: dict) -> tuple[list[int], ...]:
    return case["x1"], case["n1"], case["x2"], case["n2"]


def assert_equal(found: Estimate, estimate: float, limits: list, tolerance: float) -> None:
    got = [found.estimate, found.lower, found.upper]
    np.testing.assert_allclose(got, [estimate, *limits], rtol=1e-9, atol=tolerance)


@cases
def test_that_satos_interval_equals_metafor(case: dict) -> None:
    found = ps.stratified_difference(*cells(case), method="sato", level=case["level"])

    expected = case["mantel_haenszel"]["RD"]
    assert_equal(found, expected["estimate"], expected["ci"], 0)
    assert found.std_error == pytest.approx(expected["se"], rel=1e-9)


@cases
def test_that_the_weighted_wald_interval_equals_r(case: dict) -> None:
    found = ps.stratified_difference(*cells(case), method="wald", level=case["level"])

    expected = case["cmh_weighted_difference"]
    assert_equal(found, expected["estimate"], expected["wald"], 0)
    assert found.std_error == pytest.approx(expected["se_wald"], rel=1e-9)


@cases
def test_that_stratified_newcombe_equals_tern(case: dict) -> None:
    found = ps.stratified_difference(*cells(case), method="newcombe", level=case["level"])

    expected = case["cmh_weighted_difference"]
    assert_equal(found, expected["estimate"], expected["newcombe_yan_su"], 0)


@cases
@pytest.mark.parametrize(
    ("arm", "key"), [(1, "stratified_wilson_arm1"), (2, "stratified_wilson_arm2")]
)
def test_that_stratified_wilson_limits_equal_tern(case: dict, arm: int, key: str) -> None:
    expected = case["cmh_weighted_difference"]
    x, n = np.array(case[f"x{arm}"]), np.array(case[f"n{arm}"])

    found = ps.stratified_wilson(x / n, n, np.array(expected["weights"]), 1.959963984540054)

    np.testing.assert_allclose(found, expected[key], rtol=1e-9)


@cases
@pytest.mark.parametrize(
    ("function", "weights", "key"),
    [
        (ps.stratified_difference, "mantel_haenszel", "RD_mh_weights"),
        (ps.stratified_difference, "miettinen_nurminen", "RD_mn_weights"),
        (ps.stratified_relative_risk, "miettinen_nurminen", "RR_mn_weights"),
        (ps.stratified_odds_ratio, "miettinen_nurminen", "OR_mn_weights"),
    ],
)
def test_that_score_limits_equal_ratesci(
    case: dict, function: object, weights: str, key: str
) -> None:
    found = function(
        *cells(case), method="miettinen_nurminen", weights=weights, level=case["level"]
    )

    expected = case["stratified_miettinen_nurminen"][key]
    assert_equal(found, expected["mle"], expected["ci"], 1e-8)


@cases
def test_that_mantel_haenszel_ratios_equal_metafor_and_r(case: dict) -> None:
    risk = ps.stratified_relative_risk(*cells(case), method="mantel_haenszel", level=case["level"])
    odds = ps.stratified_odds_ratio(*cells(case), level=case["level"])

    expected = case["mantel_haenszel"]
    assert_equal(risk, math.exp(expected["RR"]["estimate"]), np.exp(expected["RR"]["ci"]), 0)
    assert risk.std_error == pytest.approx(expected["RR"]["se"], rel=1e-9)
    assert_equal(odds, case["cmh"]["mh_or"], case["cmh"]["mh_or_ci"], 0)
    assert odds.std_error == pytest.approx(expected["OR"]["se"], rel=1e-9)


@cases
@pytest.mark.parametrize(
    ("measure", "key"), [("difference", "RD"), ("ratio", "RR"), ("odds", "OR")]
)
def test_that_heterogeneity_equals_metafor(case: dict, measure: str, key: str) -> None:
    found = ps.heterogeneity_test(*cells(case), measure=measure)

    assert found.statistic == pytest.approx(case["mantel_haenszel"][key]["q"], rel=1e-9)
    assert found.p_value == pytest.approx(case["mantel_haenszel"][key]["q_p"], rel=1e-9)


@cases
@pytest.mark.parametrize(("tarone", "key"), [(False, "breslow_day"), (True, "tarone")])
def test_that_breslow_day_equals_metafor(case: dict, tarone: bool, key: str) -> None:
    found = ps.breslow_day_test(*cells(case), tarone=tarone)

    expected = case["mantel_haenszel"]["OR"]
    assert found.statistic == pytest.approx(expected[key], rel=1e-9)
    assert found.p_value == pytest.approx(expected[f"{key}_p"], rel=1e-9)


@pytest.mark.parametrize(
    ("stratified", "plain"),
    [
        (ps.stratified_difference, risk_difference),
        (ps.stratified_relative_risk, relative_risk),
        (ps.stratified_odds_ratio, odds_ratio),
    ],
)
@pytest.mark.parametrize("weights", ps.STRATUM_WEIGHTS)
@pytest.mark.parametrize("table", [(15, 40, 8, 42), (0, 25, 4, 26), (25, 25, 20, 24), (5, 9, 0, 8)])
def test_that_one_stratum_is_the_plain_score_interval(
    stratified: object, plain: object, weights: str, table: tuple
) -> None:
    found = stratified(*([v] for v in table), method="miettinen_nurminen", weights=weights)

    expected = plain(*table)
    for name in ("estimate", "lower", "upper", "p_value"):
        got, want = getattr(found, name), getattr(expected, name)
        np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-9)


def test_that_tables_are_treated_one_by_one() -> None:
    x1, n1, x2, n2 = (np.array([c, c[::-1]]) for c in cells(CASES[1]))

    for method in ps.DIFFERENCE_METHODS:
        together = ps.stratified_difference(x1, n1, x2, n2, method=method)
        alone = ps.stratified_difference(*cells(CASES[1]), method=method)
        np.testing.assert_allclose(together.lower, [alone.lower] * 2, rtol=1e-9)
        assert together.upper.shape == (2,)


@pytest.mark.parametrize("method", ps.DIFFERENCE_METHODS)
@pytest.mark.parametrize("weights", ps.STRATUM_WEIGHTS)
def test_that_a_stratum_with_an_empty_group_is_left_out(method: str, weights: str) -> None:
    some = ps.stratified_difference(
        [3, 0], [10, 0], [5, 6], [12, 9], method=method, weights=weights
    )
    without = ps.stratified_difference([3], [10], [5], [12], method=method, weights=weights)

    assert some.estimate == pytest.approx(without.estimate)
    assert some.lower == pytest.approx(without.lower)
    assert some.upper == pytest.approx(without.upper)


@pytest.mark.parametrize("method", ps.DIFFERENCE_METHODS)
def test_that_without_strata_nothing_is_estimable(method: str) -> None:
    found = ps.stratified_difference([0], [0], [1], [3], method=method)

    assert np.isnan([found.estimate, found.lower, found.upper, found.p_value]).all()


def test_that_no_event_in_any_stratum_leaves_the_difference_symmetric() -> None:
    for weights in ps.STRATUM_WEIGHTS:
        found = ps.stratified_difference([0, 0], [20, 10], [0, 0], [20, 10], weights=weights)
        assert found.estimate == pytest.approx(0, abs=1e-12)
        assert found.p_value == 1
        assert found.lower == pytest.approx(-found.upper)
    newcombe = ps.stratified_difference([0, 0], [20, 10], [0, 0], [20, 10], method="newcombe")
    assert -1 < newcombe.lower < 0 < newcombe.upper < 1
    wald = ps.stratified_difference([0, 0], [20, 10], [0, 0], [20, 10], method="wald")
    assert math.isnan(wald.p_value)


@pytest.mark.parametrize("function", [ps.stratified_relative_risk, ps.stratified_odds_ratio])
def test_that_a_group_without_events_leaves_a_ratio_open(function: object) -> None:
    score = {"method": "miettinen_nurminen"}

    none = function([0, 0], [20, 10], [0, 0], [20, 10], **score)
    first = function([0, 0], [20, 10], [3, 1], [20, 10], **score)
    second = function([3, 1], [20, 10], [0, 0], [20, 10], **score)
    closed = function([0, 0], [20, 10], [3, 1], [20, 10], method="mantel_haenszel")

    assert math.isnan(none.estimate)
    assert (none.lower, none.upper) == (0, math.inf)
    assert (first.estimate, first.lower) == (0, 0)
    assert 0 < first.upper < math.inf
    assert (second.estimate, second.upper) == (math.inf, math.inf)
    assert 0 < second.lower < math.inf
    assert closed.estimate == 0
    assert math.isnan(closed.upper)
    assert math.isnan(closed.p_value)


def test_that_tests_of_homogeneity_need_two_strata_that_tell() -> None:
    for table in (([3], [10], [5], [12]), ([0, 3], [5, 10], [0, 5], [5, 12])):
        assert math.isnan(ps.breslow_day_test(*table).p_value)
        assert math.isnan(ps.heterogeneity_test(*table, measure="odds").p_value)


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (ps.stratified_difference, {"method": "magic"}, "stratified risk difference"),
        (ps.stratified_difference, {"weights": "magic"}, "weights of strata"),
        (ps.stratified_relative_risk, {"method": "magic"}, "stratified relative risk"),
        (ps.stratified_odds_ratio, {"null": 0}, "above zero"),
        (ps.heterogeneity_test, {"measure": "magic"}, "measure"),
    ],
)
def test_that_what_cannot_be_is_refused(function: object, arguments: dict, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        function([1, 2], [5, 6], [1, 2], [5, 6], **arguments)
    with pytest.raises(AnalysisError, match="as many counts"):
        function([1, 2], [5, 6], [1, 2, 3], [5, 6, 7])


stratum = st.tuples(st.integers(2, 30), st.integers(2, 30)).flatmap(
    lambda n: st.tuples(st.integers(0, n[0]), st.just(n[0]), st.integers(0, n[1]), st.just(n[1]))
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(stratum, min_size=2, max_size=4),
    st.sampled_from(ps.STRATUM_WEIGHTS),
    st.sampled_from(
        [ps.stratified_difference, ps.stratified_relative_risk, ps.stratified_odds_ratio]
    ),
)
def test_that_a_score_limit_taken_as_null_has_p_equal_to_alpha(
    strata: list[tuple], weights: str, function: object
) -> None:
    table = [np.array(v) for v in zip(*strata, strict=True)]
    options = {"method": "miettinen_nurminen", "weights": weights}

    found = function(*table, **options)

    for limit in (found.lower, found.upper):
        inside = -1 < limit < 1 if function is ps.stratified_difference else 1e-5 < limit < 1e5
        if inside:
            p = function(*table, **options, null=limit).p_value
            assert p == pytest.approx(0.05, rel=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.lists(stratum, min_size=2, max_size=4), st.sampled_from(ps.DIFFERENCE_METHODS))
def test_that_exchanging_groups_mirrors_and_order_does_not_matter(
    strata: list[tuple], method: str
) -> None:
    x1, n1, x2, n2 = (np.array(v) for v in zip(*strata, strict=True))

    found = ps.stratified_difference(x1, n1, x2, n2, method=method)
    exchanged = ps.stratified_difference(x2, n2, x1, n1, method=method)
    turned = ps.stratified_difference(x1[::-1], n1[::-1], x2[::-1], n2[::-1], method=method)

    assert found.lower == pytest.approx(-exchanged.upper, abs=1e-9)
    assert found.upper == pytest.approx(turned.upper, abs=1e-9)
