"""Fisher's test and conditional odds ratios against R, SAS and scipy."""

from __future__ import annotations

import csv
import itertools
import json
import math
from fractions import Fraction
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
    fisher_table_test,
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


def by_enumeration(table: np.ndarray) -> float:
    """Return the p value by going through every table with the margins, in exact fractions."""
    rows, columns = table.sum(axis=1), table.sum(axis=0)

    def weight(cells: np.ndarray) -> Fraction:
        return Fraction(1, math.prod(math.factorial(int(c)) for c in cells.ravel()))

    observed, total, extreme = weight(table), Fraction(0), Fraction(0)
    free = [range(int(min(r, c)) + 1) for r in rows[:-1] for c in columns[:-1]]
    for choice in itertools.product(*free):
        cells = np.zeros_like(table)
        cells[:-1, :-1] = np.reshape(choice, (len(rows) - 1, len(columns) - 1))
        cells[:-1, -1] = rows[:-1] - cells[:-1].sum(axis=1)
        cells[-1] = columns - cells.sum(axis=0)
        if (cells < 0).any():
            continue
        total += weight(cells)
        extreme += weight(cells) if weight(cells) <= observed else 0
    return float(extreme / total)


@pytest.mark.parametrize(
    "table",
    [
        [[3, 5, 2], [4, 1, 6]],
        [[4, 1, 0], [2, 3, 5], [1, 1, 4]],
        [[2, 2, 1, 0], [0, 1, 3, 1], [1, 0, 0, 4]],
        [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
        [[0, 3, 0], [2, 0, 4]],
    ],
)
def test_that_the_test_of_a_table_equals_an_enumeration(table: list) -> None:
    cells = np.array(table)

    assert fisher_table_test(cells).p_value == pytest.approx(by_enumeration(cells), rel=1e-9)
    assert fisher_table_test(cells.T).p_value == pytest.approx(by_enumeration(cells), rel=1e-9)


def test_that_the_test_of_a_table_equals_r_on_job_satisfaction() -> None:
    # Agresti 2002, p. 57, in the help page of R's fisher.test: p = 0.7827.
    job = np.array([[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]])

    assert fisher_table_test(job).p_value == pytest.approx(0.7827, abs=5e-5)


def test_that_two_by_two_tables_are_fishers() -> None:
    for x1, n1, x2, n2 in ((8, 10, 1, 6), (0, 5, 0, 7), (3, 9, 4, 20)):
        table = [[x1, n1 - x1], [x2, n2 - x2]]
        expected = fisher_test(x1, n1, x2, n2).p_value
        assert fisher_table_test(table).p_value == pytest.approx(expected, rel=1e-9)


def test_that_the_lab_tables_of_the_pilot_study_have_the_p_values_of_r(shared) -> None:
    path = shared / "data" / "cdiscpilot" / "expected.json"
    tables = json.loads(path.read_text(encoding="utf-8"))["tables"]
    seen = 0
    for name in ("14-6.02", "14-6.03"):
        for row in tables[name]["rows"]:
            expected = row["R_fisher_3x3_p"]
            found = fisher_table_test(np.reshape(row["csr"], (3, 3))).p_value
            if expected is not None:
                assert found == pytest.approx(expected, abs=5.01e-7)  # given to six decimals
                seen += 1
    assert seen == 59


def test_that_a_table_too_large_or_wrong_is_refused_in_words() -> None:
    with pytest.raises(AnalysisError, match="too large"):
        fisher_table_test([[400, 300, 200], [380, 320, 210], [390, 310, 220]], most=10_000)
    with pytest.raises(AnalysisError, match="whole numbers"):
        fisher_table_test([[1.5, 2], [3, 4]])
