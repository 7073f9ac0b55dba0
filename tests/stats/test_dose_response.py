"""MCP-Mod against R DoseFinding 1.0-3."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.dose_contrasts import (
    DoseGroups,
    contrast_test,
    dose_groups,
    optimal_contrasts,
)
from sjogren_desktop.stats.dose_response import average_models, fit_dose_model
from sjogren_desktop.stats.dose_shapes import MODELS, Shape, shape_from_guess, standardised
from tests.stats.expected import FOLDER, expected, shared_cases

R = expected("dose_response")
DOSES = [0, 0.05, 0.2, 0.6, 1]
SHAPES = [
    Shape("linear"),
    Shape("linlog"),
    Shape("emax", (0.2,)),
    Shape("sigEmax", (0.3, 3)),
    Shape("exponential", (0.4,)),
    Shape("quadratic", (-0.6,)),
    Shape("logistic", (0.4, 0.09)),
    Shape("betaMod", (1.2, 1.1)),
]
GENERAL = DoseGroups.of(DOSES, R["estimates"], R["covariance"])


def biom() -> DoseGroups:
    data = pd.read_csv(FOLDER / "dose_response" / "dose.csv")
    return dose_groups(data["dose"], data["resp"])


def test_that_contrasts_and_statistics_of_all_shapes_equal_dosefinding() -> None:
    result = contrast_test(GENERAL, SHAPES)

    assert_allclose(result.contrasts, R["contrasts"], rtol=1e-6, atol=1e-12)
    assert_allclose(result.tests["statistic"], R["t"], rtol=1e-6)
    # DoseFinding's integral of eight dependent statistics is itself good to 1e-4 only
    assert_allclose(result.tests["adjusted"], R["p"], atol=1e-4)
    assert_allclose(result.critical_value, R["crit"], rtol=1e-3)
    adjusted = optimal_contrasts(
        SHAPES, DOSES[1:], np.array(R["covariance"])[1:, 1:], reference_adjusted=True
    )
    assert_allclose(adjusted, R["plac_contrasts"], rtol=1e-6, atol=1e-12)


def check_fit(groups: DoseGroups, theirs: dict, aic: str, effect: float) -> None:
    fit = fit_dose_model(groups, theirs["model"])

    # optimisers stop at 1e-6 or so, and at a bound DoseFinding stops before it
    assert_allclose(fit.coefficients["estimate"], theirs["coef"], rtol=1e-5)
    assert_allclose(fit.aic, theirs[aic], rtol=1e-6)
    curve = fit.predict([0, 0.1, 0.5, 1])
    assert_allclose(curve["std_error"], theirs["se"], rtol=1e-5)
    # DoseFinding searches some doses on a grid of limited fineness
    assert_allclose(fit.target_dose(effect), theirs["td"], rtol=1e-3)
    assert_allclose(fit.effective_dose(0.5), theirs["ed"], rtol=1e-3)


@pytest.mark.parametrize("theirs", R["fits_general"], ids=lambda f: f["model"])
def test_that_generalised_fits_equal_dosefinding(theirs: dict) -> None:
    check_fit(GENERAL, theirs, "gaic", 0.4)
    curve = fit_dose_model(GENERAL, theirs["model"]).predict([0, 0.1, 0.5, 1])
    assert_allclose(curve["estimate"], theirs["pred"], rtol=1e-6)


@pytest.mark.parametrize("theirs", R["fits_normal"], ids=lambda f: f["model"])
def test_that_fits_to_data_equal_dosefinding(theirs: dict) -> None:
    check_fit(biom(), theirs, "aic", 0.3)
    assert_allclose(fit_dose_model(biom(), theirs["model"]).residual_ss, theirs["rss"], rtol=1e-7)


@pytest.mark.parametrize(
    ("model", "doses", "fractions"),
    [
        ("emax", [0.2], [0.5]),
        ("exponential", [0.6], [0.2]),
        ("logistic", [0.2, 0.6], [0.1, 0.8]),
        ("sigEmax", [0.2, 0.6], [0.1, 0.8]),
        ("quadratic", [0.2], [0.4]),
        ("betaMod", [0.4], [0.8]),
    ],
)
def test_that_guesses_equal_dosefinding(model: str, doses: list, fractions: list) -> None:
    shape = shape_from_guess(model, doses, fractions, top=1.0, peak=0.8)

    # DoseFinding solves the exponential guess to 1e-4
    assert_allclose(shape.parameters, R["guess"][model], rtol=1e-4)


def test_that_an_exponential_guess_is_met_exactly() -> None:
    shape = shape_from_guess("exponential", [0.6], [0.2], top=1.0)

    assert_allclose(standardised(shape, np.array([0, 0.6, 1.0]))[1], 0.2, rtol=1e-10)
    steep = shape_from_guess("exponential", [0.9], [0.001], top=1.0)
    assert_allclose(standardised(steep, np.array([0, 0.9, 1.0]))[1], 0.001, rtol=1e-9)


def test_that_the_shared_reference_case_is_met(shared: Path) -> None:
    case = shared_cases(shared, "design_multiplicity")["mcpmod"]
    data = pd.read_csv(shared / "reference" / "stats" / "data" / case["data"])
    groups = dose_groups(data["dose"], data["resp"])
    shapes = [Shape("linear"), Shape("emax", (0.2,)), Shape("logistic", (0.5, 0.1))]

    result = contrast_test(groups, shapes, alpha=case["alpha_one_sided"])

    assert_allclose(result.contrasts, case["contrasts"], rtol=1e-6)
    assert_allclose(result.correlation, case["contrast_correlation"], rtol=1e-6)
    assert_allclose(result.tests["statistic"], case["t"], rtol=1e-6)
    assert_allclose(result.tests["adjusted"], case["p_adjusted"], rtol=2e-3)
    assert_allclose(result.critical_value, case["critical_value"], rtol=1e-3)
    means = np.column_stack([standardised(s, np.array(case["doses"])) for s in shapes])
    assert_allclose(means, case["standardised_model_means"], rtol=1e-9, atol=1e-15)
    equal = DoseGroups.of(case["doses"], np.arange(5.0), np.eye(5))
    optimal = contrast_test(equal, shapes).contrasts
    assert_allclose(optimal, case["equal_n_optimal_contrasts"], rtol=1e-6)
    for theirs in case["fits"]:
        fit = fit_dose_model(groups, theirs["model"])
        assert fit.coefficients.index.tolist() == theirs["names"]
        assert_allclose(fit.coefficients["estimate"], theirs["coef"], rtol=1e-6)
        assert_allclose(fit.aic, theirs["aic"], rtol=1e-9)
        assert_allclose(fit.residual_ss, theirs["rss"], rtol=1e-9)


def test_that_a_falling_effect_is_found_with_the_sign_turned() -> None:
    fall = DoseGroups.of(DOSES, -np.array(R["estimates"]), R["covariance"])

    result = contrast_test(fall, SHAPES[:3], increasing=False)

    rising = contrast_test(GENERAL, SHAPES[:3])
    assert_allclose(result.tests["statistic"], rising.tests["statistic"])
    assert fit_dose_model(fall, "emax").target_dose(-0.4) == pytest.approx(
        fit_dose_model(GENERAL, "emax").target_dose(0.4)
    )


def test_that_reference_adjusted_estimates_give_the_same_statistics() -> None:
    difference = np.hstack((-np.ones((4, 1)), np.eye(4)))
    estimates = difference @ np.array(R["estimates"])
    covariance = difference @ np.array(R["covariance"]) @ difference.T

    adjusted = contrast_test(
        DoseGroups.of(DOSES[1:], estimates, covariance), SHAPES[:4], reference_adjusted=True
    )

    assert_allclose(
        adjusted.tests["statistic"], contrast_test(GENERAL, SHAPES[:4]).tests["statistic"]
    )


def test_that_no_dose_reaching_the_effect_is_missing() -> None:
    assert np.isnan(fit_dose_model(GENERAL, "emax").target_dose(5.0))
    with pytest.raises(AnalysisError, match="finite effect other than 0"):
        fit_dose_model(GENERAL, "linear").target_dose(0.0)


def test_that_the_average_weighs_models_by_aic() -> None:
    fits = [fit_dose_model(GENERAL, m) for m in ("linear", "emax", "quadratic")]

    average = average_models(fits)

    aic = np.array([f.aic for f in fits])
    assert_allclose(average.weights, np.exp(-aic / 2) / np.exp(-aic / 2).sum())
    at = average.predict([0.2])
    values = np.array([f.predict([0.2])["estimate"].item() for f in fits])
    assert_allclose(at["estimate"], average.weights @ values)
    errors = np.array([f.predict([0.2])["std_error"].item() for f in fits])
    spread = np.sqrt(errors**2 + (values - at["estimate"].item()) ** 2)
    assert_allclose(at["std_error"], average.weights @ spread)
    dose = average.target_dose(0.4)
    start = average.predict([0.0, dose])["estimate"]
    assert_allclose(start[1] - start[0], 0.4, rtol=1e-9)
    with pytest.raises(AnalysisError, match="at least one fitted model"):
        average_models([])


def test_that_covariates_give_adjusted_means() -> None:
    import statsmodels.api as sm

    data = pd.read_csv(FOLDER / "dose_response" / "dose.csv")
    z = np.sin(np.arange(len(data)))
    frame = pd.DataFrame({"z": z})

    groups = dose_groups(data["dose"], data["resp"], covariates=frame)

    design = np.column_stack(
        [*((data["dose"] == d).to_numpy(float) for d in np.unique(data["dose"])), z - z.mean()]
    )
    ols = sm.OLS(data["resp"], design).fit()
    assert_allclose(groups.estimates, ols.params[:5], rtol=1e-9)
    assert_allclose(groups.covariance, ols.cov_params().to_numpy()[:5, :5], rtol=1e-9, atol=1e-12)
    assert groups.df == len(data) - 6
    # a saturated curve is the linear model with a term for the dose
    fit = fit_dose_model(groups, "linear")
    linear = sm.OLS(
        data["resp"], sm.add_constant(np.column_stack((data["dose"], z - z.mean())))
    ).fit()
    assert_allclose(fit.coefficients["estimate"], linear.params[:2], rtol=1e-9)
    assert_allclose(fit.coefficients["std_error"], linear.bse[:2], rtol=1e-9)
    # statsmodels does not count the variance among the parameters
    assert_allclose(fit.aic, linear.aic + 2, rtol=1e-9)


def test_that_bounds_may_be_given() -> None:
    fit = fit_dose_model(GENERAL, "emax", bounds=[(0.2, 0.5)])

    assert fit.at_bound
    assert_allclose(fit.coefficients.loc["ed50", "estimate"], 0.2, rtol=1e-6)
    assert not fit_dose_model(GENERAL, "emax", bounds=[(0.01, 0.5)]).at_bound


GUESSES = [
    ("emax", [0.2, 0.5], [0.5, 0.6], {}, "takes 1 guesses"),
    ("logistic", [0.2, 0.5], [0.5, 0.4], {}, "must have the larger fraction"),
    ("betaMod", [0.2], [0.5], {}, "needs the amount of greatest effect"),
    ("betaMod", [0.2], [0.5], {"peak": 0.2}, "needs the amount of greatest effect"),
    ("exponential", [0.2], [0.5], {}, "below the straight line"),
    ("linear", [0.2], [0.5], {}, "choose from emax"),
    ("emax", [0.0], [0.5], {}, "must be above 0"),
    ("emax", [0.2], [1.5], {}, "between 0 and 1"),
]


@pytest.mark.parametrize(("model", "doses", "fractions", "options", "told"), GUESSES)
def test_that_guesses_without_a_shape_are_named(
    model: str, doses: list, fractions: list, options: dict, told: str
) -> None:
    with pytest.raises(AnalysisError, match=told):
        shape_from_guess(model, doses, fractions, top=1.0, **options)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: contrast_test(GENERAL, []), "at least one candidate"),
        (lambda: contrast_test(GENERAL, [Shape("linear"), Shape("linear")]), "name of its own"),
        (lambda: contrast_test(GENERAL, [Shape("cubic")]), "choose from linear"),
        (lambda: contrast_test(GENERAL, [Shape("emax")]), "has 1 shape parameters, but 0"),
        (lambda: contrast_test(GENERAL, [Shape("emax", (-1.0,))]), "must be positive"),
        (lambda: contrast_test(GENERAL, [Shape("quadratic", (-30.0,))]), "does not rise"),
        (lambda: DoseGroups.of([1, 0], [1, 2], np.eye(2)), "in ascending order"),
        (lambda: DoseGroups.of([0, 1], [1, 2], np.eye(2), df=0), "must be positive"),
        (lambda: dose_groups([1, 1], [1, 2]), "at least two different amounts"),
        (lambda: dose_groups([0, 1], [1, 2]), "cannot be estimated"),
        (lambda: dose_groups([0, 0, 1, 1], [1, 1, 2, 2]), "there is no error"),
        (lambda: fit_dose_model(DoseGroups.of([0, 1], [1, 2], np.eye(2)), "emax"), "has 3 param"),
        (lambda: fit_dose_model(GENERAL, "emax", bounds=[(2, 1)]), "each with a lower"),
        (lambda: fit_dose_model(GENERAL, "linear").predict([2.0]), "at most 1"),
    ],
)
def test_that_wrong_input_is_named(call: object, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        call()  # type: ignore[operator]


def test_that_a_shape_is_called_by_name_or_parameters() -> None:
    assert Shape("emax", (0.2,)).label() == "emax (0.2)"
    assert Shape("emax", (0.2,), "early").label() == "early"
    assert Shape("linear").label() == "linear"


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(MODELS)), st.floats(0.2, 5), st.floats(-20, 20))
def test_that_scale_and_origin_of_the_response_do_not_matter(
    model: str, scale: float, origin: float
) -> None:
    y, s = np.array(R["estimates"]), np.array(R["covariance"])

    one = fit_dose_model(DoseGroups.of(DOSES, y, s), model)
    moved = fit_dose_model(DoseGroups.of(DOSES, origin + scale * y, scale**2 * s), model)

    assert_allclose(moved.aic, one.aic, rtol=1e-6)
    at = [0.0, 0.3, 0.9]
    assert_allclose(
        moved.predict(at)["estimate"],
        origin + scale * one.predict(at)["estimate"],
        rtol=1e-4,
        atol=1e-4 * scale,
    )
