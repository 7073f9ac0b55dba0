"""The fitted model on its own small data: figures of R, and everything it can be asked."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm import MMRMResult, fit_arrays, fit_mmrm
from sjogren_desktop.stats.mmrm.inference import _combined_df, two_sided_p

HERE = Path(__file__).parents[1] / "reference" / "mmrm"
EXPECTED = {c["id"]: c for c in json.loads((HERE / "fev_expected.json").read_text())["cases"]}
VARIANTS = [(name, key) for name, case in EXPECTED.items() for key in case["inference"]]
DF = {"Satterthwaite": "satterthwaite", "Residual": "residual", "Between-Within": "between-within"}
FORMULA = "FEV1 ~ RACE + SEX + ARMCD * AVISIT + us(AVISIT | USUBJID)"

# R's `sleep` data (Student 1908): extra hours of sleep under two drugs, ten patients.
SLEEP = pd.DataFrame(
    {
        "extra": [
            *(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
            *(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
        ],
        "group": ["1"] * 10 + ["2"] * 10,
        "ID": list(range(1, 11)) * 2,
    }
)


@cache
def fev() -> pd.DataFrame:
    """Return the example data with R's reference levels."""
    data = pd.read_csv(HERE / "fev_data.csv")
    data["SEX"] = pd.Categorical(data["SEX"], ["Male", "Female"])
    return data


@cache
def fit(name: str, key: str) -> MMRMResult:
    """Fit a reference case."""
    case = EXPECTED[name]
    method, _, vcov = key.partition(" / ")
    df_method = vcov.lower() if method == "Kenward-Roger" else DF[method]
    return fit_mmrm(
        case["formula"],
        fev(),
        weights=case["weights_column"],
        reml=case["reml"],
        df_method=df_method,
        vcov="asymptotic" if method == "Kenward-Roger" else vcov.lower(),
    )


@cache
def plain() -> MMRMResult:
    """Return the unstructured fit with Satterthwaite degrees of freedom."""
    return fit("fev_us_reml", "Satterthwaite / Asymptotic")


@pytest.mark.parametrize("name", EXPECTED)
def test_that_criteria_and_parameters_equal_r(name: str) -> None:
    case = EXPECTED[name]

    result = fit(name, next(iter(case["inference"])))

    assert result.converged
    assert result.gradient_norm < 1e-8
    assert result.deviance == pytest.approx(case["deviance"], abs=1e-7)
    assert result.aicc == pytest.approx(case["aicc"], abs=1e-7)
    assert result.bic == pytest.approx(case["bic"], abs=1e-7)
    np.testing.assert_allclose(result.theta, case["theta"], rtol=1e-6)


@pytest.mark.parametrize(("name", "key"), VARIANTS)
def test_that_inference_equals_r(name: str, key: str) -> None:
    case = EXPECTED[name]
    expected = case["inference"][key]
    rtol_df = 1e-4 if "Empirical" in key else 1e-5

    result = fit(name, key)
    table = result.coefficients
    contrast = result.contrasts("ARMCD", by="AVISIT")

    assert list(table.index) == case["names"]
    np.testing.assert_allclose(table["estimate"], expected["estimate"], rtol=1e-6)
    np.testing.assert_allclose(table["std_error"], expected["se"], rtol=1e-6)
    np.testing.assert_allclose(table["df"], expected["df"], rtol=rtol_df)
    for ours, theirs in {
        "estimate": "estimate",
        "std_error": "SE",
        "lower": "lower.CL",
        "upper": "upper.CL",
    }.items():
        np.testing.assert_allclose(contrast[ours], expected["contrast"][theirs], rtol=1e-6)
    np.testing.assert_allclose(contrast["df"], expected["contrast"]["df"], rtol=rtol_df)


@pytest.mark.parametrize(("name", "key"), [v for v in VARIANTS if "spexp" not in v[0]])
def test_that_joint_tests_equal_r(name: str, key: str) -> None:
    expected = EXPECTED[name]["inference"][key]["joint"]
    result = fit(name, key)
    names = list(result.coefficients.index)
    hypothesis = np.eye(len(names))[[names.index(c) for c in expected["coefficients"]]]

    row = result.test(hypothesis).iloc[0]

    assert row["num_df"] == expected["num_df"]
    assert row["den_df"] == pytest.approx(
        expected["den_df"], rel=1e-4 if "Empirical" in key else 1e-5
    )
    assert row["statistic"] == pytest.approx(expected["f"], rel=1e-5)


def test_that_paired_data_give_the_paired_t_test() -> None:
    formula = "extra ~ group + us(group | ID)"
    result = fit_mmrm(formula, SLEEP, df_method="kenward-roger-linear")
    nonlinear = fit_mmrm(formula, SLEEP, df_method="kenward-roger")

    row = result.coefficients.loc["group2"]

    # SAS (ddfm=kr) and the paired t test, as reported in openpharma/mmrm issue 510.
    assert row["std_error"] == pytest.approx(0.3890, abs=5e-5)
    assert row["df"] == pytest.approx(9.0, rel=1e-8)
    test = stats.ttest_rel(SLEEP["extra"][10:], SLEEP["extra"][:10])
    assert row["p_value"] == pytest.approx(test.pvalue, rel=1e-8)
    # R's variant with second derivatives is documented to give this instead.
    assert nonlinear.coefficients.loc["group2", "std_error"] == pytest.approx(0.3386, abs=5e-5)


def test_that_the_result_describes_itself() -> None:
    result = plain()

    assert (result.n_obs, result.n_subjects, result.n_visits) == (537, 197, 4)
    assert result.n_dropped == 263
    assert result.messages == (
        "263 of 800 rows were left out because a variable of the model is missing.",
    )
    card = dict(result.method_card)
    assert card["Model"] == "FEV1 ~ RACE + SEX + ARMCD * AVISIT"
    assert card["Covariance"] == "Unstructured, us(AVISIT | USUBJID)"
    assert card["Estimation"] == "REML"
    assert card["Rows left out"] == "263"
    assert "numpy" in card["Software"]
    assert all(isinstance(text, str) for pair in result.method_card for text in pair)
    assert result.rows_per_visit.to_dict() == {"VIS1": 134, "VIS2": 140, "VIS3": 129, "VIS4": 134}
    assert result.iterations < 10
    assert result.log_likelihood == -0.5 * result.deviance
    assert result.aic == result.deviance + 20
    assert list(result.vcov.columns) == list(result.coefficients.index)


def test_that_correlation_is_the_scaled_covariance() -> None:
    result = plain()

    sd = np.sqrt(np.diag(result.covariance))

    assert list(result.correlation.columns) == ["VIS1", "VIS2", "VIS3", "VIS4"]
    np.testing.assert_allclose(result.correlation * np.outer(sd, sd), result.covariance)


def test_that_grouped_fits_have_one_covariance_a_group() -> None:
    result = fit("fev_csh_grouped_reml", "Satterthwaite / Asymptotic")

    assert list(result.covariance) == ["PBO", "TRT"]
    assert result.covariance["TRT"].loc["VIS1", "VIS1"] == pytest.approx(45.6763304552528)


def test_that_spatial_covariance_is_shown_at_distance_one() -> None:
    result = fit("fev_spexp2d_reml", "Kenward-Roger / Kenward-Roger-Linear")

    # R: component(fit, "varcor")
    np.testing.assert_allclose(
        result.covariance, [[45.050878, 15.387455], [15.387455, 45.050878]], rtol=1e-6
    )
    assert result.rows_per_visit.sum() == 537


def test_that_a_test_of_one_row_is_a_t_test() -> None:
    result = plain()

    row = result.test(np.eye(11)[3]).iloc[0]

    wanted = result.coefficients.loc["SEXFemale"]
    np.testing.assert_allclose(row[wanted.index].astype(float), wanted)


def test_that_dependent_rows_are_tested_once() -> None:
    result = plain()
    pair = np.eye(11)[[1, 2]]

    tripled = result.test(np.vstack([pair, pair[0] - pair[1]]))

    # Denominator df are not compared: Satterthwaite's depend on how rows are written.
    columns = ["num_df", "statistic"]
    np.testing.assert_allclose(tripled[columns], result.test(pair)[columns], rtol=1e-8)


def test_that_type3_without_interaction_tests_the_coefficients() -> None:
    result = fit_mmrm("FEV1 ~ RACE + ARMCD + AVISIT + us(AVISIT | USUBJID)", fev())

    row = result.type3().set_index("term").loc["AVISIT"]

    joint = result.test(np.eye(7)[4:]).iloc[0]
    np.testing.assert_allclose(row.astype(float), joint, rtol=1e-8)


def test_that_type3_of_an_arm_without_interaction_equals_its_t_test() -> None:
    result = fit_mmrm("FEV1 ~ ARMCD + cs(AVISIT | USUBJID)", fev())

    row = result.type3().iloc[0]

    assert row["statistic"] == pytest.approx(result.coefficients.loc["ARMCDTRT", "statistic"] ** 2)
    assert row["term"] == "ARMCD"


def test_that_specs_and_by_only_arrange_the_rows() -> None:
    result = plain()

    by = result.lsmeans("ARMCD", by="AVISIT")
    listed = result.lsmeans(["ARMCD", "AVISIT"])

    pd.testing.assert_frame_equal(by, listed)
    assert list(by.columns) == [
        "ARMCD",
        "AVISIT",
        "estimate",
        "std_error",
        "df",
        "lower",
        "upper",
        "statistic",
        "p_value",
    ]


def test_that_contrasts_turn_with_the_reference() -> None:
    result = plain()

    forward = result.contrasts("ARMCD", by="AVISIT")
    backward = result.contrasts("ARMCD", by="AVISIT", reference="TRT")

    assert list(forward.columns[:4]) == ["AVISIT", "contrast", "level", "reference"]
    assert forward["contrast"][0] == "TRT - PBO"
    np.testing.assert_allclose(forward["estimate"], -backward["estimate"])
    np.testing.assert_allclose(forward["lower"], -backward["upper"])


def test_that_pairwise_contrasts_compare_later_with_earlier_levels() -> None:
    table = plain().contrasts("RACE", reference="pairwise")

    assert list(zip(table["level"], table["reference"], strict=True)) == [
        ("Black or African American", "Asian"),
        ("White", "Asian"),
        ("White", "Black or African American"),
    ]


def test_that_combinations_can_be_compared() -> None:
    table = plain().contrasts(["ARMCD", "AVISIT"], reference=("PBO", "VIS2"))

    assert len(table) == 7
    assert table["contrast"][0] == "PBO VIS1 - PBO VIS2"


@pytest.mark.parametrize(
    ("adjust", "reference", "p"),
    [
        # Closed forms from the unadjusted p-values 0.0148..., 5e-14 and 1e-10.
        ("bonferroni", None, lambda p: np.minimum(2 * p, 1)),
        ("sidak", None, lambda p: -np.expm1(2 * np.log1p(-p))),
        ("holm", None, lambda p: np.where(p == p.min(), 2 * p, p)),
    ],
)
def test_that_simple_adjustments_equal_their_closed_forms(adjust, reference, p) -> None:
    result = plain()
    raw = result.contrasts("RACE", reference=reference)

    adjusted = result.contrasts("RACE", reference=reference, adjust=adjust)

    np.testing.assert_allclose(adjusted["p_value"], p(raw["p_value"].to_numpy()), rtol=1e-8)
    assert (adjusted["upper"] > raw["upper"]).all()
    np.testing.assert_allclose(adjusted["std_error"], raw["std_error"])


def test_that_tukey_uses_the_studentized_range() -> None:
    result = plain()
    raw = result.contrasts("RACE", reference="pairwise")

    table = result.contrasts("RACE", reference="pairwise", adjust="tukey")

    wanted = stats.studentized_range.sf(np.sqrt(2) * raw["statistic"].abs(), 3, raw["df"])
    np.testing.assert_allclose(table["p_value"], wanted, rtol=1e-8, atol=1e-14)


def test_that_dunnett_limits_and_p_values_agree() -> None:
    result = plain()

    table = result.contrasts("RACE", adjust="dunnett", level=0.9)
    at_limit = result.contrasts("RACE", adjust="dunnett", level=1 - table["p_value"][0])

    # The interval at one minus the p-value ends at zero.
    assert min(abs(at_limit["lower"][0]), abs(at_limit["upper"][0])) < 1e-6
    raw = result.contrasts("RACE")
    assert (table["p_value"] >= raw["p_value"]).all()
    # The multivariate integral has an absolute error near 1e-14.
    assert (table["p_value"] <= 2 * raw["p_value"] + 1e-12).all()


def test_that_one_contrast_needs_no_dunnett_adjustment() -> None:
    result = plain()

    adjusted = result.contrasts("ARMCD", by="AVISIT", adjust="dunnett")

    raw = result.contrasts("ARMCD", by="AVISIT")
    np.testing.assert_allclose(adjusted["p_value"], raw["p_value"], rtol=1e-8)
    np.testing.assert_allclose(adjusted["lower"], raw["lower"], rtol=1e-8)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"adjust": "scheffe"}, "'scheffe' is not known"),
        ({"adjust": "tukey"}, "Tukey's adjustment is for all pairwise"),
        ({"adjust": "dunnett", "reference": "pairwise"}, "Dunnett's adjustment is for"),
        ({"reference": "Green"}, "Green is no level of RACE"),
        ({"level": 95}, "must lie between 0 and 1"),
    ],
)
def test_that_impossible_contrasts_are_explained(
    arguments: dict[str, object], message: str
) -> None:
    with pytest.raises(AnalysisError, match=message):
        plain().contrasts("RACE", **arguments)


def test_that_hypotheses_must_fit_the_coefficients() -> None:
    with pytest.raises(AnalysisError, match="one number for each of the 11"):
        plain().test([1.0, 2.0])
    with pytest.raises(AnalysisError, match="only zero coefficients"):
        plain().test(np.zeros((2, 11)))


def test_that_predictions_are_means_of_the_fixed_part() -> None:
    result = plain()
    data = fev()

    fitted = result.predict()
    again = result.predict(data)

    pd.testing.assert_frame_equal(again.loc[fitted.index], fitted, check_exact=False)
    assert len(again) == 800
    observed = data.loc[fitted.index, "FEV1"]
    np.testing.assert_allclose(observed - fitted["estimate"], result.residuals())
    one = pd.DataFrame({"RACE": ["White"], "SEX": ["Male"], "ARMCD": ["PBO"], "AVISIT": ["VIS1"]})
    beta = result.coefficients["estimate"]
    assert result.predict(one)["estimate"][0] == pytest.approx(
        beta["(Intercept)"] + beta["RACEWhite"]
    )


def test_that_pearson_residuals_are_scaled_by_the_visit() -> None:
    result = fit("fev_ar1h_weighted_reml", "Satterthwaite / Asymptotic")
    data = fev().loc[result.index]

    pearson = result.residuals("pearson")

    variance = np.diag(result.covariance)[data["AVISIT"].str[3:].astype(int) - 1] / data["WEIGHT"]
    np.testing.assert_allclose(pearson, result.residuals() / np.sqrt(variance))


def test_that_normalized_residuals_have_the_generalised_sum_of_squares() -> None:
    result = plain()

    normalized = result.residuals("normalized")

    # y' P y at the optimum of a REML fit with free scale equals n - p.
    assert (normalized**2).sum() == pytest.approx(537 - 11)


def test_that_unknown_residuals_are_refused() -> None:
    with pytest.raises(AnalysisError, match="Residuals 'odd' are not known"):
        plain().residuals("odd")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["fev_us_reml", "fev_ar1h_weighted_reml", "fev_spexp2d_reml"])
def test_that_simulated_responses_follow_the_model(name: str) -> None:
    result = fit(name, next(iter(EXPECTED[name]["inference"])))
    rows = result.fit.rows

    draws = np.array([result.simulate(seed) for seed in range(400)])

    noise = (draws - result.predict()["estimate"].to_numpy())[:, rows.order]
    first = rows.subject == 3
    weights = np.ones(len(rows.y)) if rows.weights is None else rows.weights
    v = np.linalg.inv(
        result.fit.optimum.state.precision[result.fit.model.patterns.subject_pattern[3]][
            np.ix_(rows.visit[first], rows.visit[first])
        ]
    ) / np.sqrt(np.outer(weights[first], weights[first]))
    sample = np.cov(noise[:, first], rowvar=False)
    # Standard error of a covariance from 400 draws is at most sqrt(2/400) of the variances.
    sd = np.sqrt(np.diag(v))
    assert (np.abs(sample - v) / np.outer(sd, sd)).max() < 4 * np.sqrt(2 / 400)
    pd.testing.assert_series_equal(result.simulate(7), result.simulate(7))


def test_that_refitting_starts_warm_and_ends_at_the_same_place() -> None:
    result = plain()

    again = result.refit(fev())

    assert again.iterations == 0
    np.testing.assert_allclose(again.coefficients, result.coefficients, rtol=1e-8)


def test_that_a_bad_start_is_replaced() -> None:
    far = fit_mmrm(FORMULA, fev(), start=np.full(10, 50.0))
    lost = fit_mmrm(FORMULA, fev(), start=np.full(10, np.nan))

    for result in (far, lost):
        assert result.converged
        assert result.deviance == pytest.approx(plain().deviance, abs=1e-8)


def test_that_arrays_and_frames_give_the_same_fit() -> None:
    result = plain()
    rows = result.fit.rows

    for start in (None, result.theta):
        bare = fit_arrays(rows.x, rows.y, subject=rows.subject, visit=rows.visit, start=start)

        np.testing.assert_allclose(bare.beta, result.coefficients["estimate"], rtol=1e-9)
        np.testing.assert_allclose(bare.vcov, result.vcov, rtol=1e-7, atol=1e-12)


def test_that_spatial_grouped_weighted_arrays_can_be_fitted() -> None:
    rows = plain().fit.rows

    bare = fit_arrays(
        rows.x,
        rows.y,
        subject=rows.subject,
        structure="sp_exp",
        group=rows.subject % 2,
        weights=np.ones(len(rows.y)),
        coordinates=rows.visit[:, None],
    )

    assert not bare.optimum.problem
    assert len(bare.theta) == 4


def test_that_grouped_spatial_covariances_are_listed() -> None:
    result = fit_mmrm("FEV1 ~ ARMCD + sp_exp(VISITN | ARMCD / USUBJID)", fev())
    nonlinear = fit_mmrm(
        "FEV1 ~ ARMCD + sp_exp(VISITN | ARMCD / USUBJID)", fev(), df_method="kenward-roger"
    )

    assert list(result.covariance) == ["PBO", "TRT"]
    assert result.covariance["PBO"].shape == (2, 2)
    assert (nonlinear.coefficients["std_error"] > 0).all()


def test_that_values_can_be_given_as_weights() -> None:
    named = fit_mmrm(FORMULA, fev(), weights="WEIGHT")
    given = fit_mmrm(FORMULA, fev(), weights=fev()["WEIGHT"].to_numpy())

    np.testing.assert_allclose(given.coefficients, named.coefficients, rtol=1e-10)
    assert named.refit(fev()).deviance == pytest.approx(named.deviance)
    with pytest.raises(AnalysisError, match=r"no column \(weights\)"):
        given.refit(fev())


def test_that_a_single_visit_is_a_linear_model() -> None:
    data = fev().query("AVISIT == 'VIS2'")

    result = fit_mmrm("FEV1 ~ RACE + ARMCD + us(AVISIT | USUBJID)", data)

    design = result.fit.rows.x
    beta, rss, *_ = np.linalg.lstsq(design, result.fit.rows.y, rcond=None)
    np.testing.assert_allclose(result.coefficients["estimate"], beta)
    assert result.covariance.to_numpy()[0, 0] == pytest.approx(rss[0] / (140 - 4))
    np.testing.assert_allclose(result.coefficients["df"], 136)


def test_that_p_values_reach_below_the_smallest_normal_number() -> None:
    statistic, df = np.array([63.745108620605, 2.0]), np.array([792.814220007818, 9.0])

    p = two_sided_p(df, statistic)

    # R 4.2: 2 * pt(-63.745108620605, 792.814220007818)
    assert p[0] == pytest.approx(2.9304415337e-314, rel=1e-9)
    assert p[1] == pytest.approx(2 * stats.t.sf(2.0, 9.0))


def test_that_equal_degrees_of_freedom_combine_to_themselves() -> None:
    assert _combined_df(np.array([9.0, 9.0, 9.0])) == 9.0


def test_that_the_combined_df_is_two_when_a_part_has_fewer() -> None:
    assert _combined_df(np.array([1.5, 9.0])) == 2.0
