"""Count regression against R (glm, MASS::glm.nb) and statsmodels."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.negative_binomial import fit_counts
from sjogren_desktop.stats.rates import rate_ratio

REFERENCE = Path(__file__).parents[1] / "reference" / "rates"
EXPECTED = json.loads((REFERENCE / "r_results.json").read_text())


def counted() -> pd.DataFrame:
    data = pd.read_csv(REFERENCE / "counts.csv")
    data["ARM"] = pd.Categorical(data["ARM"], categories=["Placebo", "Active"])
    return data


def test_that_poisson_regression_equals_r() -> None:
    fit = fit_counts("N ~ ARM", counted(), exposure="YEARS", family="poisson")

    expected = EXPECTED["poisson"]
    np.testing.assert_allclose(fit.coefficients["estimate"], expected["coef"], rtol=1e-7)
    np.testing.assert_allclose(fit.coefficients["std_error"], expected["se"], rtol=1e-7)
    assert fit.log_likelihood == pytest.approx(expected["loglik"], abs=1e-8)
    assert np.isinf(fit.size)
    assert np.isnan(fit.size_std_error)


def test_that_negative_binomial_regression_equals_r() -> None:
    fit = fit_counts("N ~ ARM", counted(), exposure="YEARS")

    expected = EXPECTED["negative_binomial"]
    # glm.nb stops early (README of the reference results: 1e-4).
    np.testing.assert_allclose(fit.coefficients["estimate"], expected["coef"], rtol=1e-6)
    np.testing.assert_allclose(fit.coefficients["std_error"], expected["se"], rtol=1e-6)
    assert fit.size == pytest.approx(expected["size"], rel=1e-6)
    assert fit.size_std_error == pytest.approx(expected["se_size"], rel=1e-4)
    assert fit.log_likelihood == pytest.approx(expected["loglik"], abs=1e-8)
    assert fit.family == "negative_binomial"
    assert fit.messages == ()
    assert fit.gradient_norm < 1e-7


def test_that_negative_binomial_regression_equals_statsmodels() -> None:
    from statsmodels.discrete.discrete_model import NegativeBinomial

    data = counted()
    design = np.column_stack([np.ones(len(data)), data["ARM"] == "Active"]).astype(float)
    model = NegativeBinomial(data["N"].to_numpy(), design, exposure=data["YEARS"].to_numpy())
    expected = model.fit(disp=0, maxiter=500, gtol=1e-10, method="bfgs")

    fit = fit_counts("N ~ ARM", data, exposure="YEARS")

    np.testing.assert_allclose(fit.coefficients["estimate"], expected.params[:2], rtol=1e-5)
    assert 1 / fit.size == pytest.approx(expected.params[2], rel=1e-4)


def test_that_poisson_rates_and_ratio_are_the_closed_form() -> None:
    data = counted()
    fit = fit_counts("N ~ ARM", data, exposure="YEARS", family="poisson")
    total = data.groupby("ARM", observed=True)[["N", "YEARS"]].sum()

    rates = fit.rates("ARM", per=100)
    ratio = fit.rate_ratios("ARM").iloc[0]

    np.testing.assert_allclose(rates["estimate"], 100 * total["N"] / total["YEARS"], rtol=1e-9)
    active, placebo = total.loc["Active"], total.loc["Placebo"]
    closed = rate_ratio(active["N"], active["YEARS"], placebo["N"], placebo["YEARS"], method="wald")
    assert ratio["contrast"] == "Active - Placebo"
    for name in ("estimate", "lower", "upper", "p_value"):
        assert ratio[name] == pytest.approx(getattr(closed, name), rel=1e-8)


def test_that_a_joint_test_of_one_coefficient_is_its_wald_test() -> None:
    fit = fit_counts("N ~ ARM", counted(), exposure="YEARS")

    found = fit.test(np.array([[0.0, 1.0]]))

    assert found.p_value == pytest.approx(fit.coefficients["p_value"].iloc[1], rel=1e-9)


@pytest.mark.parametrize("counts", [[0, 1, 1, 0, 1, 1, 0, 1] * 5, [3, 3, 2, 3, 3, 4, 3, 3] * 5])
def test_that_counts_without_overdispersion_are_fitted_as_poisson(counts: list[int]) -> None:
    data = pd.DataFrame({"n": counts, "g": list("aaaabbbb") * 5})

    fit = fit_counts("n ~ g", data)

    assert fit.family == "poisson"
    assert np.isinf(fit.size)
    assert any("no more than a Poisson" in m for m in fit.messages)
    assert ("Exposure", "None") in fit.method_card


@pytest.mark.parametrize("size", [0.05, 0.3, 30.0])
def test_that_extreme_sizes_are_reached(size: float) -> None:
    rng = np.random.default_rng(3)
    n = 3000
    mean = rng.gamma(size, 6.0 / size, n)
    data = pd.DataFrame({"n": rng.poisson(mean), "x": rng.normal(size=n)})

    fit = fit_counts("n ~ x", data)

    assert abs(np.log(fit.size / size)) < 0.4
    assert fit.gradient_norm < 1e-5


def test_that_dropped_rows_are_counted() -> None:
    data = counted()
    data.loc[0, "YEARS"] = np.nan

    fit = fit_counts("N ~ ARM", data, exposure="YEARS")

    assert fit.n_dropped == 1
    assert any("1 row(s)" in m for m in fit.messages)
    assert fit.n_events == data["N"].iloc[1:].sum()
    assert fit.exposure == pytest.approx(data["YEARS"].sum())


@pytest.mark.parametrize(
    ("change", "options", "message"),
    [
        ({"n": [1, 2, -1, 3]}, {}, "whole number"),
        ({"n": [1, 2, 0.5, 3]}, {}, "whole number"),
        ({"n": [0, 0, 0, 0]}, {}, "No event"),
        ({"t": [1, 2, 0, 3]}, {"exposure": "t"}, "above zero in every row"),
        ({"n": [1, 2, 0, 0]}, {}, "has no event"),
        ({}, {"family": "magic"}, "family"),
        ({}, {"formula": "n ~ g + h"}, "cannot be estimated"),
    ],
)
def test_that_what_cannot_be_fitted_is_refused(change: dict, options: dict, message: str) -> None:
    data = pd.DataFrame({"n": [1, 2, 3, 4], "g": list("aabb"), "h": list("ccdd")}).assign(**change)

    with pytest.raises(AnalysisError, match=message):
        fit_counts(options.pop("formula", "n ~ g"), data, **options)
