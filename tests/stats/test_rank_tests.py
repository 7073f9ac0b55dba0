"""Rank tests against R 4.2.2 (wilcox.test), coin 1.4-2 and scipy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats import rank_tests
from sjogren_desktop.stats.rank_tests import (
    hodges_lehmann,
    midranks,
    rank_sum_test,
    van_elteren_test,
)
from tests.stats.expected import expected, shared_cases

R = expected("rank_tests")


def test_that_exact_tests_and_intervals_equal_r() -> None:
    test, shift = rank_sum_test(R["x"], R["y"]), hodges_lehmann(R["x"], R["y"])

    assert test.method == shift.method == "exact"
    assert test.u == R["exact"]["u"]
    assert_allclose(test.p_value, R["exact"]["p"], rtol=1e-9)
    for side in ("greater", "less"):
        p = rank_sum_test(R["x"], R["y"], alternative=side).p_value
        assert_allclose(p, R[f"exact_{side}"], rtol=1e-9)
    assert_allclose(shift.estimate, R["exact"]["estimate"], rtol=1e-9)
    assert_allclose([shift.lower, shift.upper], R["exact"]["ci"], rtol=1e-9)
    narrower = hodges_lehmann(R["x"], R["y"], level=0.9)
    assert_allclose([narrower.lower, narrower.upper], R["exact_90"], rtol=1e-9)


@pytest.mark.parametrize(("key", "correct"), [("normal", True), ("uncorrected", False)])
def test_that_normal_tests_and_intervals_with_ties_equal_r(key: str, correct: bool) -> None:
    x, y = R["tied_x"], R["tied_y"]

    test = rank_sum_test(x, y, correct=correct)
    shift = hodges_lehmann(x, y, correct=correct)

    assert test.method == shift.method == "normal"
    assert_allclose(test.p_value, R[key]["p"], rtol=1e-9)
    # R finds the limits by a root search of tolerance 1e-4
    assert_allclose([shift.lower, shift.upper], R[key]["ci"], atol=1e-4)


def test_that_one_sided_and_permutation_p_values_equal_r() -> None:
    x, y = R["tied_x"], R["tied_y"]

    got = {
        "greater": rank_sum_test(x, y, alternative="greater"),
        "less": rank_sum_test(x, y, alternative="less"),
        "permutation": rank_sum_test(x, y, method="exact"),
        "permutation_greater": rank_sum_test(x, y, method="exact", alternative="greater"),
    }

    for name, test in got.items():
        assert_allclose(test.p_value, R[name], rtol=1e-9)


def test_that_stratified_forms_equal_r() -> None:
    values = R["tied_x"] + R["tied_y"]
    group = ["x"] * 8 + ["y"] * 7

    joint = van_elteren_test(values, group, R["block"], weights="joint")
    weighted = van_elteren_test(values, group, R["block"])

    assert_allclose(joint.statistic, R["joint"], rtol=1e-9)
    assert_allclose(weighted.statistic, R["van_elteren"], rtol=1e-9)
    assert weighted.n_strata == 2


@pytest.mark.parametrize("visit", range(6))
def test_that_shared_reference_cases_are_met(shared: Path, visit: int) -> None:
    case = shared_cases(shared, "ancova_rank_logistic")["rank_tests"][visit]
    d = pd.read_csv(shared / "reference" / "stats" / "data" / "sim_essdai_shared.csv")
    d = d[(d["AVISIT"] == case["visit"]) & d["CHG"].notna()]
    placebo = d.loc[d["ARM"] == "Placebo", "CHG"]
    active = d.loc[d["ARM"] == "Dose A", "CHG"]

    uncorrected = rank_sum_test(active, placebo, method="normal", correct=False)
    corrected = rank_sum_test(active, placebo, method="normal")
    exact = rank_sum_test(active, placebo, method="exact")

    assert uncorrected.u == case["u"]
    assert_allclose(uncorrected.p_value, case["p_normal"], rtol=1e-9)
    assert_allclose(corrected.p_value, case["p_normal_cc"], rtol=1e-9)
    assert_allclose(exact.p_value, case["p_exact_permutation_with_ties"], rtol=1e-9)
    for correct, name in ((False, "uncorrected"), (True, "corrected")):
        shift = hodges_lehmann(active, placebo, correct=correct)
        assert shift.estimate == case["hl_median_of_differences"]
        assert_allclose([shift.lower, shift.upper], case[f"r_ci_{name}"], atol=1e-9)
    arm = pd.Categorical(d["ARM"], categories=["Placebo", "Dose A"])
    stratified = van_elteren_test(d["CHG"], arm, d["CORTHIST"], weights="joint")
    # coin takes the first group, so the sign is the other one
    assert_allclose(-stratified.statistic, case["stratified_wilcoxon_z_coin"], rtol=1e-9)
    assert_allclose(stratified.p_value, case["stratified_wilcoxon_p_coin"], rtol=1e-9)


def test_that_the_small_shared_case_is_met(shared: Path) -> None:
    case = shared_cases(shared, "ancova_rank_logistic")["exact_small"]

    shift = hodges_lehmann(case["x"], case["y"])

    assert rank_sum_test(case["x"], case["y"]).u == case["w"]
    assert_allclose(rank_sum_test(case["x"], case["y"]).p_value, case["p_exact"], rtol=1e-9)
    assert_allclose(shift.estimate, case["hl"], rtol=1e-9)
    assert_allclose([shift.lower, shift.upper], case["ci_exact"], rtol=1e-9)


def test_that_few_rows_have_unbounded_limits() -> None:
    exact = hodges_lehmann([1.0, 2.0], [3.0, 4.5])
    normal = hodges_lehmann([1.0, 2.0], [3.0, 4.5], method="normal")

    assert (exact.lower, exact.upper) == (-np.inf, np.inf)
    assert (normal.lower, normal.upper) == (-np.inf, np.inf)


def test_that_equal_values_speak_for_nothing() -> None:
    assert rank_sum_test([1, 1], [1, 1]).p_value == 1.0
    assert rank_sum_test([1], [1]).statistic == 0.0


def test_that_equal_weights_sum_the_strata_as_they_are() -> None:
    values, group = [1, 2, 3, 4, 5, 6.0], list("ababab")

    one = van_elteren_test(values, group, ["s"] * 6, weights="equal")

    plain = rank_sum_test([2, 4, 6], [1, 3, 5], method="normal", correct=False)
    assert_allclose(one.statistic, plain.statistic)


def test_that_strata_of_one_group_add_nothing() -> None:
    values, group, strata = [1, 2, 3, 4, 9.0], list("ababb"), list("xxxxy")

    with_it = van_elteren_test(values, group, strata)
    without = van_elteren_test(values[:4], group[:4], strata[:4])

    assert_allclose(with_it.statistic, without.statistic)


def test_that_impossible_requests_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AnalysisError, match="not defined with tied values"):
        hodges_lehmann([1, 2], [2, 3], method="exact")
    with pytest.raises(AnalysisError, match="3 groups found where two"):
        van_elteren_test([1, 2, 3], list("abc"), list("xxx"))
    with pytest.raises(AnalysisError, match="No stratum has rows of both groups"):
        van_elteren_test([1, 1], list("ab"), list("xx"))
    with pytest.raises(AnalysisError, match="choose from auto, exact, normal"):
        rank_sum_test([1], [2], method="bootstrap")
    monkeypatch.setattr(rank_tests, "EXACT_WORK", 10)
    with pytest.raises(AnalysisError, match="takes too long"):
        rank_sum_test([1, 2], [3, 4], method="exact")
    monkeypatch.setattr(rank_tests, "DIFFERENCES_LIMIT", 3)
    with pytest.raises(AnalysisError, match="differences are too many"):
        hodges_lehmann([1, 2], [3, 4])


VALUES = st.lists(st.integers(-6, 6), min_size=2, max_size=12)


@settings(deadline=None)
@given(VALUES, VALUES)
def test_that_it_equals_scipy(x: list[int], y: list[int]) -> None:
    if len(set(x + y)) == 1:
        return
    ours = rank_sum_test(x, y, method="normal")
    theirs = stats.mannwhitneyu(x, y, method="asymptotic")

    assert ours.u == theirs.statistic
    assert_allclose(ours.p_value, theirs.pvalue, rtol=1e-9)
    assert_allclose(midranks(np.array(x, float))[0], stats.rankdata(x))


@settings(deadline=None)
@given(VALUES, VALUES, st.integers(-5, 5))
def test_that_a_shift_moves_estimate_and_limits(x: list[int], y: list[int], by: int) -> None:
    first = hodges_lehmann(x, y, method="normal")
    moved = hodges_lehmann(np.array(x) + by, y, method="normal")

    assert_allclose(
        [moved.estimate, moved.lower, moved.upper],
        np.array([first.estimate, first.lower, first.upper]) + by,
    )
    assert first.lower <= first.estimate <= first.upper
