"""Standardised risks against R, and against closed forms."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.logistic import fit_logistic
from sjogren_desktop.stats.proportions import risk_difference
from sjogren_desktop.stats.standardisation import standardised_risks
from tests.stats.test_logistic import CASES, VISITS, one, trial


@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_standardised_risks_equal_those_of_r(case: dict) -> None:
    found = standardised_risks(one(case), "ARM")

    # glm's stopping rule: tolerance 1e-6.
    np.testing.assert_allclose(found.risks["estimate"], case["standardised_risk"], rtol=1e-6)
    row = found.differences.iloc[0]
    assert row["contrast"] == "Dose A - Placebo"
    assert row["estimate"] == pytest.approx(case["standardised_risk_difference"][0], rel=1e-6)
    assert row["std_error"] == pytest.approx(case["standardised_rd_se_delta"][0], rel=1e-6)
    assert row["upper"] == pytest.approx(row["estimate"] + 1.959963984540054 * row["std_error"])


def test_that_without_covariates_it_is_the_wald_difference() -> None:
    data = pd.DataFrame(
        {"y": [1] * 15 + [0] * 25 + [1] * 8 + [0] * 34, "g": ["b"] * 40 + ["a"] * 42}
    )

    row = standardised_risks(fit_logistic("y ~ g", data), "g").differences.iloc[0]

    expected = risk_difference(15, 40, 8, 42, method="wald")
    for name in ("estimate", "lower", "upper", "std_error", "p_value"):
        assert row[name] == pytest.approx(getattr(expected, name), rel=1e-7)


def test_that_the_gradient_equals_a_numerical_derivative() -> None:
    fit = one(CASES[0])
    found = standardised_risks(fit, "ARM", level=0.9)
    step = 1e-6

    def difference(beta: np.ndarray) -> float:
        means = []
        for arm in ("Placebo", "Dose A"):
            matrix = fit.design.matrix.copy()
            matrix[:, -1] = arm == "Dose A"
            means.append((1 / (1 + np.exp(-matrix @ beta))).mean())
        return means[1] - means[0]

    beta = fit.at.estimate
    gradient = [
        (difference(beta + step * e) - difference(beta - step * e)) / (2 * step)
        for e in np.eye(len(beta))
    ]
    expected = np.sqrt(gradient @ fit.at.vcov @ gradient)
    assert found.differences["std_error"].iloc[0] == pytest.approx(expected, rel=1e-6)


def test_that_the_reference_can_be_chosen_and_interactions_count() -> None:
    fit = fit_logistic("RESP ~ BASE * ARM", trial(VISITS[0]))

    forward = standardised_risks(fit, "ARM").differences.iloc[0]
    backward = standardised_risks(fit, "ARM", reference="Dose A").differences.iloc[0]

    assert backward["level"] == "Placebo"
    assert backward["estimate"] == pytest.approx(-forward["estimate"])
    assert backward["p_value"] == pytest.approx(forward["p_value"])


def test_that_an_unknown_reference_or_factor_is_refused() -> None:
    fit = one(CASES[0])

    with pytest.raises(AnalysisError, match="not among the levels of ARM"):
        standardised_risks(fit, "ARM", reference="Dose Z")
    with pytest.raises(AnalysisError, match="BASE"):
        standardised_risks(fit, "BASE")
