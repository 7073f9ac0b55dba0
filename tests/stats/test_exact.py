"""Fisher's test and conditional odds ratios against R, SAS and scipy."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.exact import (
    ALTERNATIVES,
    conditional_distribution,
    conditional_odds_ratio,
    exact_test,
    fisher_test,
)

REFERENCE = json.loads(
    (Path(__file__).parents[1] / "reference" / "proportions" / "r_results.json").read_text()
)
TABLES = REFERENCE["two_by_two"]
STRATIFIED = REFERENCE["stratified"]
NAMES = [f"{t['x1']}/{t['n1']}-{t['x2']}/{t['n2']}-{t['level']}" for t in TABLES]


def cells(table: dict) -> tuple:
    return table["x1"], table["n1"], table["x2"], table["n2"]


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_that_fishers_test_equals_r(table: dict) -> None:
    expected = table["p_values"]

    for alternative, key in (
        ("two-sided", "fisher_two_sided"),
        ("greater", "fisher_greater"),
        ("less", "fisher_less"),
    ):
        found = fisher_test(*cells(table), alternative=alternative)
        assert found.p_value == pytest.approx(expected[key], rel=1e-9)
        assert math.isnan(found.statistic)
    mid = fisher_test(*cells(table), mid_p=True)
    assert mid.p_value == pytest.approx(expected["fisher_mid_p"], rel=1e-9)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_that_the_conditional_odds_ratio_equals_r(table: dict) -> None:
    found = conditional_odds_ratio(*cells(table), level=table["level"])

    expected = table["odds_ratio"]
    # fisher.test stops its root search at about 1e-4.
    for ours, theirs in (
        (found.estimate, expected["conditional_mle"]),
        (found.lower, expected["conditional_exact"][0]),
        (found.upper, expected["conditional_exact"][1]),
    ):
        if theirs is None:
            assert ours == math.inf
        else:
            assert ours == pytest.approx(theirs, rel=3e-4, abs=1e-6)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_that_the_conditional_odds_ratio_equals_scipy(table: dict) -> None:
    x1, n1, x2, n2 = cells(table)

    found = conditional_odds_ratio(x1, n1, x2, n2, level=table["level"])

    expected = stats.contingency.odds_ratio([[x1, n1 - x1], [x2, n2 - x2]])
    limits = expected.confidence_interval(table["level"])
    np.testing.assert_allclose(
        [found.estimate, found.lower, found.upper],
        [expected.statistic, limits.low, limits.high],
        rtol=1e-6,
    )


@pytest.mark.parametrize("case", STRATIFIED)
def test_that_strata_are_tested_as_by_mantelhaen(case: dict) -> None:
    expected = case["exact_conditional"]

    found = conditional_odds_ratio(*cells(case), level=case["level"])

    assert found.p_value == pytest.approx(expected["p"], rel=1e-9)
    assert exact_test(*cells(case)).p_value == found.p_value
    # mantelhaen.test stops its root search at about 1e-4.
    got = [found.estimate, found.lower, found.upper]
    np.testing.assert_allclose(got, [expected["or"], *expected["or_ci"]], rtol=1e-4)


def test_that_adverse_events_of_a_study_report_have_its_p_values(shared: Path) -> None:
    # CDISC pilot, CSR table 14-5.01, 86 / 84 / 84 subjects; SAS rounded four of them twice.
    with (shared / "data" / "cdiscpilot" / "expected_14-5.01.csv").open() as file:
        rows = list(csv.DictReader(file))
    off = 0

    for arm, size in (("low", 84), ("high", 84)):
        counts = [(int(r[f"{arm}_n"]), int(r["placebo_n"]), r[f"p_{arm}"].strip("*")) for r in rows]
        found = fisher_test([c[0] for c in counts], size, [c[1] for c in counts], 86)
        for p, (_, _, printed) in zip(found.p_value, counts, strict=True):
            if printed == ">0.99":
                assert p > 0.989
            elif printed:
                off += abs(p - float(printed)) > 5.01e-4
    assert off <= 4


@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_that_an_empty_margin_has_p_of_one(alternative: str) -> None:
    found = fisher_test([0, 5, 0], [5, 5, 0], [0, 7, 3], [7, 7, 4], alternative=alternative)

    np.testing.assert_allclose(found.p_value, 1.0)


def test_that_one_possible_table_has_no_odds_ratio() -> None:
    found = conditional_odds_ratio(0, 5, 0, 7)

    assert math.isnan(found.estimate)
    assert (found.lower, found.upper) == (0, math.inf)


def test_that_mid_p_limits_are_shorter() -> None:
    exact = conditional_odds_ratio(15, 40, 8, 42)
    mid = conditional_odds_ratio(15, 40, 8, 42, mid_p=True)

    assert exact.lower < mid.lower < mid.estimate < mid.upper < exact.upper
    assert mid.estimate == exact.estimate
    assert exact_test(15, 40, 8, 42, mid_p=True).p_value == pytest.approx(mid.p_value)


def test_that_extreme_odds_ratios_are_reached() -> None:
    found = conditional_odds_ratio(4999, 5000, 1, 5000)

    given_margins = conditional_distribution(4999, 5000, 1, 5000)
    mean = given_margins.probabilities(math.log(found.estimate)) @ given_margins.support
    assert mean == pytest.approx(4999, rel=1e-9)
    assert 1e6 < found.lower < found.upper < math.inf


def test_that_wrong_input_is_refused() -> None:
    with pytest.raises(AnalysisError, match="Unknown alternative"):
        fisher_test(1, 2, 1, 2, alternative="both")
    with pytest.raises(AnalysisError, match="as many counts"):
        conditional_distribution([1, 2], [3, 3], [1, 2, 3], [3, 3, 3])


group = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=80, deadline=None)
@given(group, group, st.sampled_from(ALTERNATIVES))
def test_that_fishers_test_equals_scipy(
    first: tuple[int, int], second: tuple[int, int], alternative: str
) -> None:
    (x1, n1), (x2, n2) = first, second

    found = fisher_test(x1, n1, x2, n2, alternative=alternative).p_value

    table = [[x1, n1 - x1], [x2, n2 - x2]]
    expected = stats.fisher_exact(table, alternative=alternative).pvalue
    assert found == pytest.approx(expected, rel=1e-6)


@settings(max_examples=50, deadline=None)
@given(group, group, st.booleans())
def test_that_limits_have_tails_of_half_alpha(
    first: tuple[int, int], second: tuple[int, int], mid_p: bool
) -> None:
    found = conditional_odds_ratio(*first, *second, level=0.9, mid_p=mid_p)
    given_margins = conditional_distribution(*first, *second)

    if found.lower > 0:
        tail = given_margins.upper_tail(math.log(found.lower), mid_p=mid_p)
        assert tail == pytest.approx(0.05, rel=1e-8)
    if found.upper < math.inf:
        tail = given_margins.lower_tail(math.log(found.upper), mid_p=mid_p)
        assert tail == pytest.approx(0.05, rel=1e-8)
