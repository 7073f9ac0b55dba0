"""Logistic regression against R (glm, MASS) and logistf."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats import logistic
from sjogren_desktop.stats.logistic import LogisticResult, fit_logistic
from sjogren_desktop.stats.proportions import odds_ratio

REFERENCE = Path(__file__).parents[1] / "reference"
CASES = json.loads((REFERENCE / "logistic" / "r_results.json").read_text())["logistic"]
VISITS = [case["visit"] for case in CASES]


def trial(visit: str) -> pd.DataFrame:
    data = pd.read_csv(REFERENCE / "ancova" / "two_arm_trial.csv")
    data["ARM"] = pd.Categorical(data["ARM"], categories=["Placebo", "Dose A"])
    data["RESP"] = (data["CHG"] <= -3).astype(float).where(data["CHG"].notna())
    return data.loc[data["AVISIT"] == visit]


def endometrial() -> pd.DataFrame:
    return pd.read_csv(REFERENCE / "logistic" / "endometrial.csv")


def one(case: dict) -> LogisticResult:
    return fit_logistic(case["formula"], trial(case["visit"]))


@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_coefficients_equal_those_of_r(case: dict) -> None:
    fit = one(case)

    assert list(fit.coefficients.index) == case["names"]
    # glm stops at a relative change of 1e-8 in the deviance: tolerance 1e-6.
    np.testing.assert_allclose(fit.coefficients["estimate"], case["estimate"], rtol=1e-6)
    np.testing.assert_allclose(fit.coefficients["std_error"], case["se"], rtol=1e-6)
    np.testing.assert_allclose(fit.coefficients["statistic"], case["z"], rtol=1e-6)
    np.testing.assert_allclose(fit.coefficients["p_value"], case["p"], rtol=1e-6)
    assert fit.deviance == pytest.approx(case["deviance"], rel=1e-10)
    assert fit.n_obs == case["n"]
    assert not fit.firth
    assert not fit.separated
    assert fit.gradient_norm < 1e-7


@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_profile_limits_equal_those_of_mass(case: dict) -> None:
    fit = one(case)

    found = [fit.profile_interval(name) for name in case["names"]]

    # MASS interpolates the profile by splines, good to about 1e-3.
    np.testing.assert_allclose(found, case["profile_ci"], rtol=1e-3)


def test_that_the_likelihood_has_fallen_as_asked_at_profile_limits() -> None:
    fit = one(CASES[0])
    at = list(fit.coefficients.index).index("ARMDose A")

    low, high = fit.profile_interval("ARMDose A", level=0.9)

    model = logistic._Model(fit.design.matrix, fit.design.y, False)
    for limit in (low, high):
        start = fit.at.estimate.copy()
        start[at] = limit
        profile = logistic._maximise(model, start, fixed=at).value
        assert 2 * (fit.log_likelihood - profile) == pytest.approx(chi2.isf(0.1, 1), rel=1e-8)


def test_that_firths_fit_equals_logistf() -> None:
    fit = fit_logistic("HG ~ NV + PI + EH", endometrial(), firth=True)

    # logistf, as quoted in the tests of firthlogist 0.5 (rtol 1e-5).
    expected = [3.77455951, 2.92927330, -0.03475175, -2.60416387]
    np.testing.assert_allclose(fit.coefficients["estimate"], expected, rtol=1e-5)
    limits = [fit.profile_interval(name) for name in ("(Intercept)", "NV", "PI", "EH")]
    expected_limits = [
        (1.0825371, 7.20928050),
        (0.6097244, 7.85463171),
        (-0.1244587, 0.04045547),
        (-4.3651832, -1.23272106),
    ]
    np.testing.assert_allclose(limits, expected_limits, rtol=1e-4)


def test_that_separation_turns_to_firth_and_says_so() -> None:
    asked = fit_logistic("HG ~ NV + PI + EH", endometrial(), firth=True)

    fit = fit_logistic("HG ~ NV + PI + EH", endometrial())

    assert fit.separated
    assert fit.firth
    assert any("separate events from non-events" in m for m in fit.messages)
    assert ("Estimation", "Firth's penalised likelihood") in fit.method_card
    np.testing.assert_allclose(fit.coefficients["estimate"], asked.coefficients["estimate"])
    with pytest.raises(AnalysisError, match="Use Firth's method"):
        fit_logistic("HG ~ NV + PI + EH", endometrial(), firth=False)


def test_that_a_steep_fit_without_separation_stays_with_maximum_likelihood() -> None:
    x = np.linspace(-6, 6, 40)
    y = (x > 0).astype(float)
    y[[18, 21]] = 1 - y[[18, 21]]
    data = pd.DataFrame({"y": y, "x": x})

    fit = fit_logistic("y ~ x", data)

    assert np.abs(fit.design.matrix @ fit.at.estimate).max() > 8
    assert not fit.firth


def test_that_one_factor_gives_the_odds_ratio_of_the_table() -> None:
    data = pd.DataFrame(
        {
            "y": [1] * 15 + [0] * 25 + [1] * 8 + [0] * 34,
            "g": ["treated"] * 40 + ["control"] * 42,
        }
    )

    row = fit_logistic("y ~ g", data).odds_ratios("g").iloc[0]

    expected = odds_ratio(15, 40, 8, 42, method="woolf")
    for name in ("estimate", "lower", "upper", "p_value", "std_error"):
        assert row[name] == pytest.approx(getattr(expected, name), rel=1e-8)


def test_that_firth_on_one_table_adds_a_half_to_every_cell() -> None:
    data = pd.DataFrame({"y": [1] * 5 + [0] * 4 + [0] * 7, "g": ["b"] * 9 + ["a"] * 7})

    fit = fit_logistic("y ~ g", data)

    # Saturated model: Firth's estimate is that of the cells raised by 1/2 (Heinze 2002).
    assert fit.coefficients.loc["gb", "estimate"] == pytest.approx(
        math.log(5.5 * 7.5 / (4.5 * 0.5)), rel=1e-7
    )


def test_that_a_profile_the_likelihood_does_not_bound_is_infinite() -> None:
    data = pd.DataFrame({"y": [1] * 5 + [0] * 4 + [0] * 7, "g": ["b"] * 9 + ["a"] * 7})
    fit = fit_logistic("y ~ g", data)
    model = logistic._Model(fit.design.matrix, fit.design.y, False)

    near = logistic._maximise(model, np.array([-5.0, 5.0]), fixed=1).beta
    limits = logistic._profile(model, near, 1, 1.0, 50.0)

    assert limits[1] == math.inf


def test_that_type3_and_predictions_follow_the_coefficients() -> None:
    fit = one(CASES[0])
    p = fit.coefficients["p_value"]

    tests = fit.type3().set_index("term")

    assert tests.loc["ARM", "p_value"] == pytest.approx(p["ARMDose A"], rel=1e-9)
    assert list(tests["num_df"]) == [1, 1, 1]
    predicted = fit.predict(fit.data)
    assert predicted.sum() == pytest.approx(fit.n_events, rel=1e-9)


def test_that_dropped_rows_and_a_failed_fit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = trial(VISITS[0]).copy()
    data.iloc[0, data.columns.get_loc("BASE")] = np.nan
    monkeypatch.setattr(logistic, "_ROUNDS", 2)

    fit = fit_logistic(CASES[0]["formula"], data)

    assert any("did not converge" in m for m in fit.messages)
    missing = int(data[["BASE", "CHG"]].isna().any(axis=1).sum())
    assert fit.n_dropped == missing > 0
    assert any(f"{missing} row(s) with a missing value" in m for m in fit.messages)


@pytest.mark.parametrize(
    ("change", "formula", "message"),
    [
        ({"y": [0, 1, 2, 1]}, "y ~ x", "must be 1 where the event"),
        ({"y": [1, 1, 1, 1]}, "y ~ x", "All of the 4"),
        ({"y": [0, 0, 0, 0]}, "y ~ x", "None of the 4"),
        ({}, "y ~ x + z", "cannot be estimated"),
    ],
)
def test_that_what_cannot_be_fitted_is_refused(change: dict, formula: str, message: str) -> None:
    data = pd.DataFrame({"y": [0, 1, 1, 0], "x": [1.0, 2, 4, 3], "z": [2.0, 4, 8, 6]})

    with pytest.raises(AnalysisError, match=message):
        fit_logistic(formula, data.assign(**change))


def test_that_an_unknown_coefficient_has_no_profile() -> None:
    with pytest.raises(AnalysisError, match="no coefficient MAGIC"):
        one(CASES[0]).profile_interval("MAGIC")
