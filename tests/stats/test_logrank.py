"""Log-rank tests against R survival 3.5-3 and statsmodels."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.logrank import logrank_test
from tests.stats.expected import FOLDER, expected, shared_cases

AML = expected("survival")


def aml() -> pd.DataFrame:
    return pd.read_csv(FOLDER / "survival" / "aml.csv")


def test_that_plain_weighted_and_stratified_forms_equal_r() -> None:
    d = aml()

    plain = logrank_test(d["time"], d["event"], d["group"])
    weighted = logrank_test(d["time"], d["event"], d["group"], rho=1)
    stratified = logrank_test(d["time"], d["event"], d["group"], strata=d["stratum"])
    three = logrank_test(d["time"], d["event"], d["kind"])

    assert_allclose(plain.statistic, AML["logrank"]["chisq"], rtol=1e-9)
    assert_allclose(plain.groups["observed"], AML["logrank"]["observed"], rtol=1e-9)
    assert_allclose(plain.groups["expected"], AML["logrank"]["expected"], rtol=1e-9)
    assert_allclose(weighted.statistic, AML["peto"]["chisq"], rtol=1e-9)
    assert_allclose(weighted.groups["observed"], AML["peto"]["observed"], rtol=1e-9)
    assert_allclose(stratified.statistic, AML["stratified"]["chisq"], rtol=1e-9)
    assert_allclose(three.statistic, AML["three"]["chisq"], rtol=1e-9)
    assert (plain.df, three.df, stratified.n_strata) == (1, 2, 2)


@pytest.mark.parametrize("number", [0, 1])
def test_that_shared_reference_cases_are_met(shared: Path, number: int) -> None:
    case = shared_cases(shared, "survival")["cases"][number]
    d = pd.read_csv(shared / "reference" / "stats" / "data" / f"{case['id']}.csv")
    labels = pd.Categorical(d[case["group"]].astype(str), categories=case["km"][0]["groups"])
    data = d[case["time"]], d[case["event"]], labels

    plain = logrank_test(*data)
    stratified = logrank_test(*data, strata=d[case["strata"]])

    assert_allclose(plain.statistic, case["logrank"]["chisq"], rtol=1e-9)
    assert plain.df == case["logrank"]["df"]
    assert_allclose(plain.p_value, case["logrank"]["p"], rtol=1e-9)
    assert_allclose(plain.groups["observed"], case["logrank"]["observed"], rtol=1e-9)
    assert_allclose(plain.groups["expected"], case["logrank"]["expected"], rtol=1e-9)
    peto = logrank_test(*data, rho=1)
    assert_allclose(peto.statistic, case["peto_prentice"]["chisq"], rtol=1e-9)
    assert_allclose(stratified.statistic, case["logrank_stratified"]["chisq"], rtol=1e-9)
    assert_allclose(stratified.p_value, case["logrank_stratified"]["p"], rtol=1e-9)


def test_that_the_pilot_study_report_is_met(shared: Path) -> None:
    # CDISC pilot, figure 14-1: chi-square 60.3 on 2 df, p 8.2e-14 (R), <.0001 (SAS)
    path = shared / "data" / "cdiscpilot" / "adam" / "adtte.xpt"
    data = pd.read_sas(path, format="xport", encoding="utf-8")

    result = logrank_test(data["AVAL"], 1 - data["CNSR"], data["TRTA"])

    assert round(result.statistic, 1) == 60.3
    assert result.df == 2
    assert f"{result.p_value:.1e}" == "8.2e-14"


def test_that_it_equals_statsmodels() -> None:
    from statsmodels.duration.survfunc import survdiff

    d = aml()

    plain = survdiff(d["time"], d["event"], d["group"])
    weighted = survdiff(d["time"], d["event"], d["group"], weight_type="fh", fh_p=0.5)

    assert_allclose(logrank_test(d["time"], d["event"], d["group"]).statistic, plain[0])
    ours = logrank_test(d["time"], d["event"], d["group"], rho=0.5)
    assert_allclose(ours.statistic, weighted[0])


def test_that_tiny_p_values_are_kept() -> None:
    n = 400
    times = np.concatenate((np.arange(n), np.arange(n) + 10_000.0))

    result = logrank_test(times, np.ones(2 * n), np.repeat(["a", "b"], n))

    assert 0 < result.p_value < 1e-100


def test_that_a_group_never_at_risk_costs_no_degree_of_freedom() -> None:
    d = aml()
    times = np.append(d["time"], 0.0)
    events = np.append(d["event"], 0)
    labels = np.append(d["group"].astype(object), "gone at once")

    result = logrank_test(times, events, labels)

    assert result.df == 1
    assert_allclose(result.statistic, AML["logrank"]["chisq"], rtol=1e-9)


def test_that_late_weights_count_late_differences() -> None:
    # closed form by hand: at times 1, 2, 3 of 2 + 2 rows; S(t-) = 1, 3/4, 1/2
    result = logrank_test([1, 2, 3, 4], [1, 1, 1, 0], ["a", "b", "a", "b"], gamma=1)

    weights = np.array([0, 1 / 4, 1 / 2])
    observed = weights[[0, 2]].sum()
    expected_a = weights @ [1 / 2, 1 / 3, 1 / 2]
    variance = weights**2 @ [1 / 4, 2 / 9, 1 / 4]
    assert_allclose(result.statistic, (observed - expected_a) ** 2 / variance)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"group": ["a", "a", "a"]}, "at least 2 are needed"),
        ({"group": ["a", "b"]}, "different length"),
        ({"rho": -1}, "must not be negative"),
        ({"strata": ["x", "y", "z"]}, "cannot be compared"),
        ({"strata": ["x"]}, "different length"),
        ({"event": [0, 0, 0]}, "cannot be compared"),
    ],
)
def test_that_wrong_input_is_named(options: dict, told: str) -> None:
    given_ = {"time": [1, 2, 3], "event": [1, 1, 1], "group": ["a", "b", "a"], **options}

    with pytest.raises(AnalysisError, match=told):
        logrank_test(given_.pop("time"), given_.pop("event"), given_.pop("group"), **given_)


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.sampled_from("ab")), min_size=4))
def test_that_monotone_changes_of_time_and_swapped_groups_do_not_matter(sample: list) -> None:
    times, events, labels = (np.array(v) for v in zip(*sample, strict=True))
    try:
        result = logrank_test(times, events, labels)
    except AnalysisError:
        return

    stretched = logrank_test(times.astype(float) ** 3, events, labels)
    swapped = logrank_test(times, events, np.where(labels == "a", "b", "a"))

    assert_allclose(stretched.statistic, result.statistic, rtol=1e-9, atol=1e-12)
    assert_allclose(swapped.statistic, result.statistic, rtol=1e-9, atol=1e-12)
    total = result.groups["observed"].sum()
    assert_allclose(result.groups["expected"].sum(), total, rtol=1e-9)


def test_that_a_hundred_thousand_rows_take_under_two_seconds() -> None:
    rng = np.random.default_rng(1)
    n = 100_000
    times, events = rng.exponential(size=n), rng.random(n) < 0.7

    start = time.perf_counter()
    logrank_test(times, events, rng.integers(0, 3, n), strata=rng.integers(0, 20, n))

    assert time.perf_counter() - start < 2.0
