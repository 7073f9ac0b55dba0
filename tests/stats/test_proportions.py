"""Two proportions against R, published examples and brute-force likelihoods."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import Estimate
from sjogren_desktop.stats.proportions import (
    DIFFERENCE_METHODS,
    ODDS_METHODS,
    RATIO_METHODS,
    chi_squared_test,
    number_needed,
    odds_ratio,
    pooled_z_test,
    relative_risk,
    risk_difference,
)

REFERENCE = Path(__file__).parents[1] / "reference" / "proportions"
TABLES = json.loads((REFERENCE / "r_results.json").read_text())["two_by_two"]
BRUTE_FORCE = json.loads((REFERENCE / "brute_force.json").read_text())
NAMES = [f"{t['x1']}/{t['n1']}-{t['x2']}/{t['n2']}-{t['level']}" for t in TABLES]
SCORE = ("miettinen_nurminen", "mee", "koopman")
MEASURES = {
    "risk_difference": (risk_difference, DIFFERENCE_METHODS),
    "relative_risk": (relative_risk, RATIO_METHODS),
    "odds_ratio": (odds_ratio, ODDS_METHODS),
}
CASES = [
    (measure, method)
    for measure, (_, methods) in MEASURES.items()
    for method in methods
    if method != "koopman"  # not in the R results; see the published example
]


def cells(table: dict) -> tuple[int, int, int, int]:
    return table["x1"], table["n1"], table["x2"], table["n2"]


def assert_limits(found: Estimate, expected: list | None, *, score: bool) -> None:
    """Compare limits; null stands for "infinite or not estimable"."""
    for ours, theirs in zip((found.lower, found.upper), expected or (None, None), strict=True):
        if theirs is None:
            assert not math.isfinite(ours)
        else:
            # README of the reference results: score limits 1e-8 absolute, closed forms 1e-9.
            tolerance = {"abs": 1e-8} if score else {"rel": 1e-9, "abs": 1e-12}
            assert ours == pytest.approx(theirs, **tolerance)


@pytest.mark.parametrize(("measure", "method"), CASES)
@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_that_limits_equal_those_of_r(table: dict, measure: str, method: str) -> None:
    function, _ = MEASURES[measure]
    expected = table[measure]

    found = function(*cells(table), method=method, level=table["level"])

    assert_limits(found, expected[method], score=method in SCORE)
    estimate = expected.get("estimate", expected.get("sample"))
    if estimate is None:
        assert not math.isfinite(found.estimate)
    else:
        assert found.estimate == pytest.approx(estimate, rel=1e-9)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_that_tests_equal_those_of_r(table: dict) -> None:
    expected = table["p_values"]

    assert chi_squared_test(*cells(table)).p_value == pytest.approx(expected["pearson"], rel=1e-9)
    yates = chi_squared_test(*cells(table), continuity=True)
    assert yates.p_value == pytest.approx(expected["yates"], rel=1e-9)
    z = pooled_z_test(*cells(table))
    assert z.statistic == pytest.approx(expected["z_pooled_statistic"], rel=1e-9)
    assert z.p_value == pytest.approx(expected["pearson"], rel=1e-9)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_that_the_wald_error_equals_that_of_r(table: dict) -> None:
    found = risk_difference(*cells(table), method="wald")

    expected = table["risk_difference"]["se_wald"]
    assert found.std_error == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("case", BRUTE_FORCE, ids=[str(c["table"]) for c in BRUTE_FORCE])
def test_that_score_limits_equal_brute_force_with_40_digits(case: dict) -> None:
    found = risk_difference(*case["table"])

    np.testing.assert_allclose([found.lower, found.upper], case["limits"], atol=1e-12)


@pytest.mark.parametrize(
    ("table", "method", "limits"),
    [
        # Newcombe RG. Stat Med 1998; 17:873-890, table II (methods 1, 5, 10, 11).
        ((56, 70, 48, 80), "wald", (0.0575, 0.3425)),
        ((56, 70, 48, 80), "mee", (0.0533, 0.3377)),
        ((56, 70, 48, 80), "miettinen_nurminen", (0.0528, 0.3382)),
        ((56, 70, 48, 80), "newcombe", (0.0524, 0.3339)),
        ((56, 70, 48, 80), "newcombe_cc", (0.0428, 0.3422)),
        ((9, 10, 3, 10), "mee", (0.1821, 0.8370)),
        ((9, 10, 3, 10), "miettinen_nurminen", (0.1700, 0.8406)),
        ((9, 10, 3, 10), "newcombe", (0.1705, 0.8090)),
        ((5, 56, 0, 29), "newcombe", (-0.0381, 0.1926)),
        ((10, 10, 0, 20), "miettinen_nurminen", (0.7156, 1.0000)),
    ],
)
def test_that_limits_equal_the_published_examples(
    table: tuple[int, int, int, int], method: str, limits: tuple[float, float]
) -> None:
    found = risk_difference(*table, method=method)

    np.testing.assert_allclose([found.lower, found.upper], limits, atol=5.1e-5)


def test_that_koopmans_interval_equals_the_published_example() -> None:
    found = relative_risk(36, 40, 16, 80, method="koopman")

    # Koopman PAR. Biometrics 1984; 40:513-517: 2.94 to 7.15.
    np.testing.assert_allclose([found.lower, found.upper], (2.94, 7.15), atol=5e-3)


@pytest.mark.parametrize(("measure", "method"), [*CASES, ("relative_risk", "koopman")])
def test_that_arrays_are_treated_element_by_element(measure: str, method: str) -> None:
    function, _ = MEASURES[measure]
    tables = np.array([cells(t) for t in TABLES] + [(0, 20, 0, 20), (20, 20, 20, 20)])

    together = function(*tables.T, method=method)

    for i, table in enumerate(tables):
        single = function(*table, method=method)
        for name in ("estimate", "lower", "upper", "p_value", "std_error"):
            ours, alone = getattr(together, name)[i], getattr(single, name)
            np.testing.assert_allclose(ours, alone, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(
    ("function", "table", "estimate", "limits"),
    [
        (relative_risk, (0, 20, 0, 20), math.nan, (0.0, math.inf)),
        (relative_risk, (0, 20, 5, 20), 0.0, (0.0, None)),
        (relative_risk, (5, 20, 0, 20), math.inf, (None, math.inf)),
        (odds_ratio, (0, 20, 0, 20), math.nan, (0.0, math.inf)),
        (odds_ratio, (20, 20, 20, 20), math.nan, (0.0, math.inf)),
        (odds_ratio, (20, 20, 5, 20), math.inf, (None, math.inf)),
        (odds_ratio, (5, 20, 20, 20), 0.0, (0.0, None)),
        (risk_difference, (20, 20, 0, 20), 1.0, (None, 1.0)),
        (risk_difference, (0, 20, 20, 20), -1.0, (-1.0, None)),
    ],
)
def test_that_empty_cells_leave_a_limit_open(
    function: object, table: tuple, estimate: float, limits: tuple
) -> None:
    found = function(*table)

    np.testing.assert_equal(found.estimate, estimate)
    for ours, expected in zip((found.lower, found.upper), limits, strict=True):
        if expected is None:
            assert math.isfinite(ours)
        else:
            assert ours == expected


@pytest.mark.parametrize(("measure", "method"), [*CASES, ("relative_risk", "koopman")])
def test_that_an_empty_group_is_not_estimable(measure: str, method: str) -> None:
    function, _ = MEASURES[measure]

    found = function([0, 3], [0, 10], [2, 4], [10, 10], method=method)

    values = [found.estimate, found.lower, found.upper, found.p_value]
    assert all(np.isnan(v[0]) for v in values)
    assert np.isfinite(found.estimate[1])


def test_that_no_events_at_all_have_p_of_one_and_a_symmetric_interval() -> None:
    found = risk_difference(0, 20, 0, 20)

    assert found.p_value == 1.0
    assert found.lower == pytest.approx(-found.upper)
    assert found.upper == pytest.approx(0.16457663808, abs=1e-11)  # brute_force.json


def test_that_wald_without_spread_has_no_test() -> None:
    assert math.isnan(risk_difference(0, 20, 20, 20, method="wald").p_value)


def test_that_chi_square_needs_events_and_non_events() -> None:
    found = chi_squared_test([0, 20, 3], 20, [0, 20, 0], [20, 20, 0])

    assert np.isnan(found.statistic).all()
    assert np.isnan(found.p_value).all()


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (risk_difference, {"method": "magic"}, "Unknown interval for a risk difference"),
        (relative_risk, {"method": "magic"}, "Unknown interval for a relative risk"),
        (odds_ratio, {"method": "magic"}, "Unknown interval for an odds ratio"),
        (risk_difference, {"null": 1.0}, "between -1 and 1"),
        (relative_risk, {"null": 0.0}, "above zero and finite"),
        (odds_ratio, {"null": -1.0}, "above zero and finite"),
        (odds_ratio, {"level": 0.0}, "between 0 and 1"),
    ],
)
def test_that_what_cannot_be_is_refused(function: object, arguments: dict, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        function(1, 5, 2, 5, **arguments)


def test_that_groups_of_different_length_are_refused() -> None:
    with pytest.raises(AnalysisError, match="as many counts"):
        risk_difference([1, 2], 5, [1, 2, 3], 5)


def test_that_the_number_needed_is_the_reciprocal() -> None:
    found = number_needed(risk_difference(56, 70, 48, 80, method="newcombe"))

    # 1 / 0.2 = 5, from 1 / 0.3339 to 1 / 0.0524 (Newcombe 1998).
    assert found.estimate == pytest.approx(5.0)
    assert (found.lower, found.upper) == pytest.approx((1 / 0.3339, 1 / 0.0524), rel=1e-3)
    assert found.through_infinity is False


def test_that_the_number_needed_runs_through_infinity_around_no_difference() -> None:
    difference = risk_difference(12, 50, 10, 50)

    found = number_needed(difference)

    assert found.through_infinity is True
    assert found.lower == pytest.approx(1 / difference.lower)
    assert found.lower < 0 < found.upper
    assert found.estimate == pytest.approx(25.0)


def test_that_the_number_needed_of_no_difference_is_infinite() -> None:
    found = number_needed(risk_difference([10, 10, 0], [20, 20, 9], [10, 0, 9], [20, 20, 9]))

    np.testing.assert_allclose(found.estimate, [math.inf, 2.0, -1.0])
    assert list(found.through_infinity) == [True, False, False]


def test_that_a_limit_of_zero_makes_the_number_needed_infinite() -> None:
    made = Estimate("risk difference", "made up", 0.95, 0.1, 0.0, 0.2)
    mirrored = Estimate("risk difference", "made up", 0.95, -0.1, -0.2, 0.0)

    assert number_needed(made).lower == -math.inf
    assert number_needed(mirrored).upper == math.inf


group = st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SCORED = [(f, m) for f, methods in MEASURES.values() for m in methods if m not in ("newcombe_cc",)]


@settings(max_examples=150, deadline=None)
@given(group, group, st.sampled_from(SCORED), st.floats(0.6, 0.995))
def test_that_a_limit_taken_as_null_has_p_equal_to_alpha(
    first: tuple[int, int], second: tuple[int, int], case: tuple, level: float
) -> None:
    function, method = case
    found = function(*first, *second, method=method, level=level)

    for limit in (found.lower, found.upper):
        inside = -1 < limit < 1 if function is risk_difference else 1e-6 < limit < 1e6
        if not inside or method == "wald_cc":
            continue
        p = function(*first, *second, method=method, level=level, null=limit).p_value
        if method == "newcombe" or math.isnan(p):
            continue
        assert p == pytest.approx(1 - level, rel=1e-5)


@settings(max_examples=100, deadline=None)
@given(group, group, st.sampled_from(list(DIFFERENCE_METHODS)), st.floats(0.6, 0.995))
def test_that_exchanging_groups_or_outcomes_mirrors_the_difference(
    first: tuple[int, int], second: tuple[int, int], method: str, level: float
) -> None:
    found = risk_difference(*first, *second, method=method, level=level)
    exchanged = risk_difference(*second, *first, method=method, level=level)
    missed = [(n - x, n) for x, n in (first, second)]
    complement = risk_difference(*missed[0], *missed[1], method=method, level=level)

    assert found.lower == pytest.approx(-exchanged.upper, abs=1e-9)
    assert found.lower == pytest.approx(-complement.upper, abs=1e-9)
    np.testing.assert_allclose(found.p_value, exchanged.p_value, rtol=1e-9)
    if method in ("miettinen_nurminen", "mee", "newcombe"):
        assert -1 <= found.lower <= found.estimate <= found.upper <= 1


@settings(max_examples=100, deadline=None)
@given(group, group, st.sampled_from([relative_risk, odds_ratio]))
def test_that_exchanging_groups_inverts_score_limits_of_ratios(
    first: tuple[int, int], second: tuple[int, int], function: object
) -> None:
    found, exchanged = function(*first, *second), function(*second, *first)

    with np.errstate(divide="ignore"):
        inverse = np.float64(1) / np.float64(exchanged.upper)
    assert found.lower == pytest.approx(inverse, rel=1e-7)
    if math.isfinite(found.estimate):
        assert found.lower <= found.estimate * (1 + 1e-9)
        assert found.upper >= found.estimate * (1 - 1e-9)


def test_that_the_score_test_without_correction_is_pearsons() -> None:
    table = (15, 40, 8, 42)

    expected = chi_squared_test(*table).p_value

    assert risk_difference(*table, method="mee").p_value == pytest.approx(expected, rel=1e-9)
    assert relative_risk(*table, method="koopman").p_value == pytest.approx(expected, rel=1e-9)
