"""Cox's model against coxph and cox.zph of R survival 3.5-3, and statsmodels."""

from __future__ import annotations

import time
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.cox import CoxFit, fit_cox
from tests.stats.expected import FOLDER, expected, shared_cases

AML = expected("survival")
TIES = ("efron", "breslow", "exact")


def aml() -> pd.DataFrame:
    return pd.read_csv(FOLDER / "survival" / "aml.csv")


def fit_aml(ties: str = "efron", columns: tuple[str, ...] = ("group", "dose", "kind")) -> CoxFit:
    d = aml()
    return fit_cox(d["time"], d["event"], d[list(columns)], strata=d["stratum"], ties=ties)


@pytest.mark.parametrize("case", AML["cox"], ids=lambda c: c["ties"])
def test_that_fits_equal_r(case: dict) -> None:
    fit = fit_aml(case["ties"])

    assert fit.converged
    assert fit.coefficients.index.tolist() == [
        "group[T.Nonmaintained]",
        "dose",
        "kind[T.q]",
        "kind[T.r]",
    ]
    assert_allclose(fit.coefficients["estimate"], case["coef"], rtol=1e-6)
    assert_allclose(fit.coefficients["std_error"], case["se"], rtol=1e-6)
    assert_allclose([fit.log_likelihood_null, fit.log_likelihood], case["loglik"], rtol=1e-9)
    assert_allclose(fit.tests.loc["score", "statistic"], case["score"], rtol=1e-6)
    assert_allclose(fit.tests.loc["Wald", "statistic"], case["wald"], rtol=1e-6)


@pytest.mark.parametrize("ties", ["efron", "breslow"])
@pytest.mark.parametrize("transform", ["km", "identity", "log", "rank"])
def test_that_the_test_of_proportional_hazards_equals_r(ties: str, transform: str) -> None:
    case = AML["cox"][TIES.index(ties)]

    table = fit_aml(ties).ph_test(transform)

    assert table.index.tolist() == ["group", "dose", "kind", "GLOBAL"]
    assert_allclose(table.to_numpy(float), case[f"zph_{transform}"], rtol=1e-6)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("ties", TIES)
def test_that_shared_reference_cases_are_met(shared: Path, number: int, ties: str) -> None:
    case = shared_cases(shared, "survival")["cases"][number]
    d = pd.read_csv(shared / "reference" / "stats" / "data" / f"{case['id']}.csv")
    labels = pd.Categorical(d[case["group"]].astype(str), categories=case["km"][0]["groups"])
    expected_fit = case["cox"][ties]
    second = expected_fit["names"][1]

    fit = fit_cox(
        d[case["time"]],
        d[case["event"]],
        pd.DataFrame({"g": labels, second: d[second]}),
        strata=d[case["strata"]],
        ties=ties,
    )

    c = fit.coefficients
    assert_allclose(c["estimate"], expected_fit["coef"], rtol=1e-6)
    assert_allclose(c["std_error"], expected_fit["se"], rtol=1e-6)
    assert_allclose(c["hazard_ratio"], expected_fit["hr"], rtol=1e-6)
    assert_allclose(c["hazard_ratio_lower"], expected_fit["lower"], rtol=1e-6)
    assert_allclose(c["hazard_ratio_upper"], expected_fit["upper"], rtol=1e-6)
    assert_allclose(c["p_value"], expected_fit["p_wald"], rtol=1e-6)
    logs = [fit.log_likelihood_null, fit.log_likelihood]
    assert_allclose(logs, expected_fit["loglik"], rtol=1e-8)
    statistic = fit.tests["statistic"]
    assert_allclose(statistic["likelihood ratio"], expected_fit["lr_test"], rtol=1e-6)
    assert_allclose(statistic["score"], expected_fit["score_test"], rtol=1e-6)
    assert round(statistic["Wald"], 2) == pytest.approx(expected_fit["wald_test"])  # printed so
    if ties == "efron":
        table = fit.ph_test()
        assert_allclose(table["statistic"], case["ph_test"]["chisq"], rtol=1e-6)
        assert_allclose(table["p_value"], case["ph_test"]["p"], rtol=1e-6)


@pytest.mark.parametrize("ties", ["efron", "breslow"])
def test_that_it_equals_statsmodels(ties: str) -> None:
    from statsmodels.duration.hazard_regression import PHReg

    d = aml()
    theirs = PHReg(d["time"], d[["dose"]], status=d["event"], strata=d["stratum"], ties=ties).fit(
        disp=0
    )

    ours = fit_aml(ties, ("dose",))

    assert_allclose(ours.coefficients["estimate"], theirs.params, rtol=1e-5)
    assert_allclose(ours.coefficients["std_error"], theirs.bse, rtol=1e-5)


def test_that_the_score_test_without_ties_is_the_log_rank_test() -> None:
    from sjogren_desktop.stats.logrank import logrank_test

    rng = np.random.default_rng(3)
    times, events = rng.permutation(60) + 1.0, rng.random(60) < 0.7
    x = rng.integers(0, 2, 60)

    fit = fit_cox(times, events, pd.DataFrame({"x": x}))

    assert_allclose(fit.tests.loc["score", "statistic"], logrank_test(times, events, x).statistic)


def test_that_exact_ties_are_the_sum_over_all_sets() -> None:
    # brute force over all sets of two of five rows at risk, one parameter
    x = np.array([0.3, -1.2, 0.7, 2.0, 0.1])
    fit = fit_cox([1, 1, 2, 2, 2], [1, 1, 0, 0, 0], pd.DataFrame({"x": x}), ties="exact")
    beta = fit.coefficients.loc["x", "estimate"]

    sums = [np.exp(beta * x[list(s)].sum()) for s in combinations(range(5), 2)]

    assert_allclose(fit.log_likelihood, beta * (x[0] + x[1]) - np.log(sum(sums)), rtol=1e-10)


def test_that_one_covariate_has_no_global_line() -> None:
    assert fit_aml(columns=("dose",)).ph_test().index.tolist() == ["dose"]


def test_that_a_factor_of_several_levels_has_a_global_line() -> None:
    assert fit_aml(columns=("kind",)).ph_test().index.tolist() == ["kind", "GLOBAL"]


def test_that_a_coefficient_without_bound_is_named() -> None:
    times, x = np.arange(1.0, 9.0), np.repeat([1.0, 0.0], 4)

    fit = fit_cox(times, np.ones(8), pd.DataFrame({"early": x}))

    assert not fit.converged
    assert "early grows without bound" in fit.messages[0]


def test_that_event_times_of_zero_have_no_logarithm() -> None:
    fit = fit_cox([0, 1, 2, 3], [1, 1, 1, 1], pd.DataFrame({"x": [1.0, 3.0, 2.0, 1.5]}))

    with pytest.raises(AnalysisError, match="no logarithm"):
        fit.ph_test("log")


def test_that_exact_ties_have_no_test_of_proportional_hazards() -> None:
    with pytest.raises(AnalysisError, match="needs Efron or Breslow"):
        fit_aml("exact").ph_test()
    with pytest.raises(AnalysisError, match="Scale of time"):
        fit_aml().ph_test("sqrt")


@pytest.mark.parametrize(
    ("covariates", "options", "told"),
    [
        ({"x": [1.0, np.nan, 2.0, 3.0]}, {}, "Covariate x: 1 values are missing"),
        ({"x": [1.0, np.inf, 2.0, 3.0]}, {}, "infinite values"),
        ({"x": [1.0, 1.0, 1.0, 1.0]}, {}, "same value in every row"),
        ({"x": [1.0, 2.0, 3.0, 5.0], "y": [2.0, 4.0, 6.0, 10.0]}, {}, "collinear"),
        ({"x": ["a", "a", "a", "a"]}, {}, "at least 2 are needed"),
        ({"x": [1.0, 2.0, 3.0]}, {}, "different length"),
        ({"x": [1.0, 2.0, 3.0, 5.0]}, {"ties": "average"}, "choose from efron"),
        ({"x": [1.0, 2.0, 3.0, 5.0]}, {"event": [0, 0, 0, 0]}, "cannot be compared"),
        ({"x": [1.0, 1.0, 1.0, 5.0]}, {"strata": list("aaab")}, "cannot be compared"),
        ({"x": [1.0, 2.0, 3.0, 5.0]}, {"strata": list("aa")}, "different length"),
        (
            {"x": [1.0, 2.0, 3.0, 5.0], "y": [0.0, 0.0, 0.0, 1.0]},
            {"strata": list("aaab")},
            "constant among the rows",
        ),
    ],
)
def test_that_wrong_input_is_named(covariates: dict, options: dict, told: str) -> None:
    event = options.pop("event", [1, 1, 1, 1])

    with pytest.raises(AnalysisError, match=told):
        fit_cox([1, 2, 3, 4], event, pd.DataFrame(covariates), **options)


def test_that_no_covariate_is_refused() -> None:
    with pytest.raises(AnalysisError, match="at least one covariate"):
        fit_cox([1, 2], [1, 1], pd.DataFrame(index=[0, 1]))


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.sampled_from(TIES), st.floats(0.1, 50), st.floats(-100, 100))
def test_that_scale_and_origin_of_covariates_do_not_matter(
    seed: int, ties: str, scale: float, origin: float
) -> None:
    rng = np.random.default_rng(seed)
    times, events = rng.integers(1, 8, 30), rng.random(30) < 0.8
    x = rng.normal(size=30)
    order = rng.permutation(30)

    one = fit_cox(times, events, pd.DataFrame({"x": x}), ties=ties)
    moved = pd.DataFrame({"x": (origin + scale * x)[order]})
    other = fit_cox(times[order], events[order], moved, ties=ties)

    a, b = one.coefficients.loc["x"], other.coefficients.loc["x"]
    assert_allclose(b["estimate"] * scale, a["estimate"], rtol=1e-6, atol=1e-9)
    assert_allclose(b["std_error"] * scale, a["std_error"], rtol=1e-6)


def test_that_a_hundred_thousand_rows_take_seconds() -> None:
    rng = np.random.default_rng(1)
    n = 100_000
    x = pd.DataFrame(rng.normal(size=(n, 3)), columns=list("abc"))
    times = np.ceil(rng.exponential(1 / np.exp(0.5 * x["a"])) * 100)

    start = time.perf_counter()
    fit = fit_cox(times, rng.random(n) < 0.7, x)

    assert time.perf_counter() - start < 10.0
    assert abs(fit.coefficients.loc["a", "estimate"] - 0.5) < 0.05


def test_that_a_first_step_too_long_is_halved_until_the_likelihood_rises() -> None:
    # a covariate with a heavy tail; the second Newton step leaves the range of numbers
    rng = np.random.default_rng(3)
    n = rng.integers(4, 30)
    x = np.exp(rng.normal(size=n) * 3)
    times = rng.exponential(1 / np.exp(np.clip(x / x.max() * rng.normal() * 20, -30, 30)))

    fit = fit_cox(times, np.ones(n), pd.DataFrame({"x": x}))

    assert fit.converged
    # the score equation, by its definition at the estimate
    beta = fit.coefficients.loc["x", "estimate"]
    score = 0.0
    for i in range(n):
        risk = times >= times[i]
        weight = np.exp(beta * (x[risk] - x.max()))
        score += x[i] - weight @ x[risk] / weight.sum()
    assert abs(score) < 1e-8 * x.sum()
