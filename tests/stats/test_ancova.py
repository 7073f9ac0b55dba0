"""ANCOVA against R (lm, emmeans, sandwich), and SAS output of a study report."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.ancova import ANCOVAResult, fit_ancova, fit_ancova_by
from sjogren_desktop.stats.linear_functions import Coefficients, f_test, inference_frame

REFERENCE = Path(__file__).parents[1] / "reference" / "ancova"
CASES = json.loads((REFERENCE / "r_results.json").read_text())["ancova"]
VISITS = [case["visit"] for case in CASES]


def trial() -> pd.DataFrame:
    data = pd.read_csv(REFERENCE / "two_arm_trial.csv")
    data["ARM"] = pd.Categorical(data["ARM"], categories=["Placebo", "Dose A"])
    return data


def small() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "y": [1.0, 2.0, 4.0, 3.0, 5.0, 9.0, 6.0, 8.0, 9.5, 4.5],
            "x": [0.1, 0.4, 0.3, 0.9, 0.8, 0.2, 0.6, 0.5, 0.7, 0.35],
            "g": list("aaabbbcccc"),
            "s": list("uvuvuvuvuv"),
        }
    )


def one(case: dict, vcov: str = "classical") -> ANCOVAResult:
    data = trial()
    return fit_ancova(case["formula"], data.loc[data["AVISIT"] == case["visit"]], vcov=vcov)


@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_coefficients_equal_those_of_r(case: dict) -> None:
    fit = one(case)

    assert list(fit.coefficients.index) == case["names"]
    np.testing.assert_allclose(fit.coefficients["estimate"], case["estimate"], rtol=1e-9)
    np.testing.assert_allclose(fit.coefficients["std_error"], case["se"], rtol=1e-9)
    np.testing.assert_allclose(fit.coefficients["statistic"], case["t"], rtol=1e-9)
    np.testing.assert_allclose(fit.coefficients["p_value"], case["p"], rtol=1e-9)
    assert fit.df_residual == case["df"]
    assert fit.n_obs == case["n"]
    assert fit.sigma2**0.5 == pytest.approx(case["sigma"], rel=1e-9)
    assert fit.r_squared == pytest.approx(case["r2"], rel=1e-9)


@pytest.mark.parametrize("kind", ["hc0", "hc1", "hc2", "hc3"])
@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_robust_errors_equal_those_of_sandwich(case: dict, kind: str) -> None:
    np.testing.assert_allclose(one(case, kind).coefficients["std_error"], case[kind], rtol=1e-9)


@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_type3_equals_type2_of_r_without_interactions(case: dict) -> None:
    found = one(case).type3()

    expected = case["type2_f"]
    assert list(found["term"]) == expected["term"]
    assert list(found["num_df"]) == expected["df"]
    assert list(found["den_df"]) == [case["df"]] * len(found)
    np.testing.assert_allclose(found["statistic"], expected["f"], rtol=1e-9)
    np.testing.assert_allclose(found["p_value"], expected["p"], rtol=1e-9)


@pytest.mark.parametrize(
    ("weights", "key"), [("equal", "emmeans"), ("proportional", "emmeans_proportional")]
)
@pytest.mark.parametrize("case", CASES, ids=VISITS)
def test_that_ls_means_and_contrasts_equal_emmeans(case: dict, weights: str, key: str) -> None:
    fit = one(case)
    columns = {
        "estimate": ("emmean", "estimate"),
        "std_error": ("SE", "SE"),
        "df": ("df", "df"),
        "lower": ("lower.CL", "lower.CL"),
        "upper": ("upper.CL", "upper.CL"),
        "statistic": ("t.ratio", "t.ratio"),
        "p_value": ("p.value", "p.value"),
    }

    means = fit.lsmeans(["ARM"], weights=weights)
    contrasts = fit.contrasts(["ARM"], weights=weights)

    assert list(means["ARM"]) == case[key]["lsmeans"]["ARM"]
    assert list(contrasts["contrast"]) == [case[key]["contrasts_vs_reference"]["contrast"]]
    for ours, (of_means, of_contrasts) in columns.items():
        expected = case[key]["lsmeans"][of_means]
        np.testing.assert_allclose(means[ours], expected, rtol=1e-9, atol=1e-12)
        expected = case[key]["contrasts_vs_reference"][of_contrasts]
        np.testing.assert_allclose(contrasts[ours], expected, rtol=1e-9, atol=1e-12)


@pytest.fixture(scope="session")
def pilot(shared: Path) -> ANCOVAResult:
    """The primary analysis of the CDISC pilot study (table 14-3.01)."""
    import pyreadstat

    data, _ = pyreadstat.read_xport(shared / "data" / "cdiscpilot" / "adam" / "adadas.xpt")
    chosen = (data["EFFFL"] == "Y") & (data["ANL01FL"] == "Y") & (data["PARAMCD"] == "ACTOT")
    data = data.loc[chosen & (data["AVISITN"] == 24)].copy()
    names = {"Placebo": "P", "Xanomeline Low Dose": "L", "Xanomeline High Dose": "H"}
    data["TRTP"] = pd.Categorical(data["TRTP"].map(names), categories=["P", "L", "H"])
    return fit_ancova("CHG ~ TRTP + SITEGR1 + BASE", data)


def test_that_the_pilot_studys_residual_equals_sas(pilot: ANCOVAResult) -> None:
    assert pilot.df_residual == 220  # SAS raw output, CSR p. 469-475
    assert pilot.sigma2 == pytest.approx(26.599853, abs=5e-7)


def test_that_the_pilot_studys_ls_means_equal_sas_with_observed_margins(
    pilot: ANCOVAResult,
) -> None:
    means = pilot.lsmeans("TRTP", weights="proportional")

    expected = [2.49455402, 2.02777167, 1.48854043]  # SAS raw output, CSR p. 469-475
    np.testing.assert_allclose(means["estimate"], expected, atol=6e-9)
    expected = [0.58187565, 0.57490509, 0.60334071]
    np.testing.assert_allclose(means["std_error"], expected, atol=6e-9)


def test_that_the_pilot_studys_differences_equal_sas(pilot: ANCOVAResult) -> None:
    found = pilot.contrasts("TRTP", reference="pairwise")

    assert list(found["contrast"]) == ["L - P", "H - P", "H - L"]
    np.testing.assert_allclose(
        found["estimate"], [-0.46678236, -1.00601360, -0.53923124], atol=6e-9
    )
    np.testing.assert_allclose(found["std_error"], [0.81804222, 0.84052936, 0.83610890], atol=6e-9)
    np.testing.assert_allclose(found["lower"][:2], [-2.078985, -2.662534], atol=6e-7)
    np.testing.assert_allclose(found["upper"][:2], [1.145420, 0.650506], atol=6e-7)
    np.testing.assert_allclose(found["p_value"], [0.568847, 0.232641, 0.519645], atol=6e-7)


def test_that_the_pilot_studys_type3_tests_equal_sas(pilot: ANCOVAResult) -> None:
    found = pilot.type3().set_index("term")

    assert list(found["num_df"]) == [2, 10, 1]
    np.testing.assert_allclose(found["statistic"], [0.72, 2.09, 0.13], atol=5e-3)  # printed digits
    np.testing.assert_allclose(found["p_value"], [0.4896, 0.0262, 0.7207], atol=5e-5)


def test_that_one_way_tukey_equals_scipy() -> None:
    from scipy.stats import tukey_hsd

    data = small()
    fit = fit_ancova("y ~ g", data)

    found = fit.contrasts("g", reference="pairwise", adjust="tukey")

    expected = tukey_hsd(*(data.loc[data["g"] == v, "y"] for v in "abc"))
    limits = expected.confidence_interval(0.95)
    pairs = [(1, 0), (2, 0), (2, 1)]
    np.testing.assert_allclose(found["p_value"], [expected.pvalue[p] for p in pairs], rtol=1e-6)
    np.testing.assert_allclose(found["lower"], [limits.low[p] for p in pairs], rtol=1e-5)


def test_that_one_way_dunnett_equals_scipy() -> None:
    from scipy.stats import dunnett

    data = small()
    fit = fit_ancova("y ~ g", data)

    found = fit.contrasts("g", reference="a", adjust="dunnett")

    groups = [data.loc[data["g"] == v, "y"] for v in "abc"]
    expected = dunnett(groups[1], groups[2], control=groups[0], random_state=1)
    # scipy integrates by quasi-Monte Carlo and solves for the limits by minimisation.
    np.testing.assert_allclose(found["p_value"], expected.pvalue, atol=2e-4)
    limits = expected.confidence_interval(0.95)
    np.testing.assert_allclose(found["lower"], limits.low, atol=1e-2)
    inside = fit.contrasts("g", reference="a")
    assert (found["lower"] < inside["lower"]).all()


def test_that_a_single_dunnett_comparison_is_unadjusted() -> None:
    fit = fit_ancova("y ~ s + x", small())

    plain = fit.contrasts("s")
    adjusted = fit.contrasts("s", adjust="dunnett")

    np.testing.assert_allclose(adjusted["p_value"], plain["p_value"], rtol=1e-12)
    np.testing.assert_allclose(adjusted["upper"], plain["upper"], rtol=1e-12)


def test_that_simple_adjustments_follow_their_definitions() -> None:
    fit = fit_ancova("y ~ g + x", small())
    raw = fit.contrasts("g", reference="pairwise")
    p = raw["p_value"].to_numpy()
    ordered = np.sort(p)

    def adjusted(name: str) -> pd.DataFrame:
        return fit.contrasts("g", reference="pairwise", adjust=name)

    np.testing.assert_allclose(adjusted("bonferroni")["p_value"], np.minimum(3 * p, 1))
    np.testing.assert_allclose(adjusted("sidak")["p_value"], 1 - (1 - p) ** 3)
    holm = np.maximum.accumulate(ordered * [3, 2, 1]).clip(max=1)
    np.testing.assert_allclose(np.sort(adjusted("holm")["p_value"]), holm)
    np.testing.assert_allclose(adjusted("holm")["lower"], adjusted("bonferroni")["lower"])
    level = 1 - 0.05 / 3
    at_level = fit.contrasts("g", reference="pairwise", level=level)
    np.testing.assert_allclose(adjusted("bonferroni")["lower"], at_level["lower"])
    at_level = fit.contrasts("g", reference="pairwise", level=0.95 ** (1 / 3))
    np.testing.assert_allclose(adjusted("sidak")["upper"], at_level["upper"])


def test_that_contrasts_stay_within_the_by_groups() -> None:
    data = trial()
    fit = fit_ancova("CHG ~ BASE + ARM * AVISIT", data)

    found = fit.contrasts("ARM", by="AVISIT")

    assert list(found["AVISIT"]) == sorted(data["AVISIT"].unique())
    means = fit.lsmeans("ARM", by="AVISIT").set_index(["ARM", "AVISIT"])["estimate"]
    for _, row in found.iterrows():
        difference = means["Dose A", row["AVISIT"]] - means["Placebo", row["AVISIT"]]
        assert row["estimate"] == pytest.approx(difference, abs=1e-12)


def test_that_a_combination_of_levels_can_be_the_reference() -> None:
    fit = fit_ancova("CHG ~ BASE + ARM + CORTHIST", trial())

    found = fit.contrasts(["ARM", "CORTHIST"], reference=("Placebo", "Y"))

    assert set(found["reference"]) == {"Placebo Y"}
    assert len(found) == 3
    row = found.set_index("level").loc["Dose A Y"]
    assert row["estimate"] == pytest.approx(fit.coefficients.loc["ARMDose A", "estimate"])


def test_that_prediction_returns_fitted_values_and_residuals_complete_them() -> None:
    data = small()
    fit = fit_ancova("y ~ g + x", data)

    np.testing.assert_allclose(fit.predict(data) + fit.residuals, data["y"], rtol=1e-12)
    assert fit.leverage.sum() == pytest.approx(4)


def test_that_dropped_rows_are_counted_and_said() -> None:
    data = small()
    data.loc[2, "x"] = np.nan

    fit = fit_ancova("y ~ g + x", data)

    assert fit.n_dropped == 1
    assert fit.n_obs == 9
    assert any("1 row(s) with a missing value" in m for m in fit.messages)
    assert ("Rows dropped (missing values)", "1") in fit.method_card


def test_that_a_level_with_one_row_is_said() -> None:
    data = small()
    data.loc[0, "g"] = "lonely"

    fit = fit_ancova("y ~ g + x", data)

    assert any("g lonely has one row only" in m for m in fit.messages)


def test_that_hc3_refuses_a_level_with_one_row() -> None:
    data = small()
    data.loc[0, "g"] = "lonely"

    with pytest.raises(AnalysisError, match="determine their own fitted value"):
        fit_ancova("y ~ g + x", data, vcov="hc3")


def test_that_an_exact_fit_is_said() -> None:
    data = small()
    data["y"] = 2 * data["x"]

    fit = fit_ancova("y ~ x", data)

    assert any("fits exactly" in m for m in fit.messages)


def test_that_a_constant_response_has_no_r_squared() -> None:
    data = small()
    data["y"] = 0.0

    assert np.isnan(fit_ancova("y ~ g", data).r_squared)


def test_that_r_squared_without_intercept_refers_to_zero() -> None:
    data = small()

    fit = fit_ancova("y ~ 0 + x", data)

    expected = 1 - (fit.residuals**2).sum() / (data["y"] ** 2).sum()
    assert fit.r_squared == pytest.approx(expected)


@pytest.mark.parametrize(
    ("formula", "change", "message"),
    [
        ("y ~ g + x", {"y": np.nan}, "No row has a value"),
        ("y ~ g + x + z", {"z": list("aaabbbcccc")}, "cannot be estimated"),
        ("y ~ g + x", {"vcov": "hc9"}, "Unknown covariance"),
        ("y ~ x", {"keep": 2}, "nothing is left"),
    ],
)
def test_that_a_model_that_cannot_be_fitted_is_refused(
    formula: str, change: dict, message: str
) -> None:
    vcov = change.pop("vcov", "classical")
    data = small().iloc[: change.pop("keep", 10)]
    data = data.assign(**change)

    with pytest.raises(AnalysisError, match=message):
        fit_ancova(formula, data, vcov=vcov)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"reference": "z"}, "is not among the levels of g"),
        ({"adjust": "magic"}, "Unknown adjustment"),
        ({"adjust": "tukey"}, "all pairwise comparisons"),
        ({"adjust": "dunnett", "reference": "pairwise"}, "one reference"),
        ({"level": 1.5}, "between 0 and 1"),
    ],
)
def test_that_contrasts_that_do_not_fit_are_refused(arguments: dict, message: str) -> None:
    fit = fit_ancova("y ~ g + x", small())

    with pytest.raises(AnalysisError, match=message):
        fit.contrasts("g", **arguments)


def test_that_a_hypothesis_must_fit_the_model() -> None:
    fit = fit_ancova("y ~ g + x", small())

    with pytest.raises(AnalysisError, match="4 coefficients"):
        fit.test(np.ones((1, 3)))
    with pytest.raises(AnalysisError, match="empty"):
        fit.test(np.zeros((1, 4)))


def test_that_repeated_rows_of_a_hypothesis_count_once() -> None:
    fit = fit_ancova("y ~ g + x", small())
    rows = np.array([[0, 1, 0, 0], [0, 2, 0, 0]])

    twice, once = fit.test(rows), fit.test(rows[:1])

    assert twice.num_df == 1
    assert twice.statistic == pytest.approx(once.statistic)


def test_that_infinite_df_refer_to_normal_and_chi_square() -> None:
    at = Coefficients(np.array([1.0, 2.0]), np.eye(2), np.inf)

    frame = inference_frame(np.eye(2), at)

    np.testing.assert_allclose(frame["p_value"], [0.3173105078629141, 0.04550026389635842])
    assert f_test(np.eye(2), at).p_value == pytest.approx(np.exp(-2.5))  # chi-square 5 on 2 df


def test_that_the_model_repeats_over_visits() -> None:
    fits = fit_ancova_by(CASES[0]["formula"], trial(), "AVISIT")

    assert list(fits) == VISITS
    for case in CASES:
        found = fits[case["visit"]].coefficients["estimate"]
        np.testing.assert_allclose(found, case["estimate"], rtol=1e-9)


def test_that_empty_levels_are_passed_over_when_repeating() -> None:
    data = small()
    data["s"] = pd.Categorical(data["s"], categories=["w", "u", "v"])

    assert list(fit_ancova_by("y ~ x", data, "s")) == ["u", "v"]


def test_that_a_failing_repetition_names_its_level() -> None:
    data = small()
    data.loc[data["s"] == "v", "x"] = np.nan

    with pytest.raises(AnalysisError, match="s v: No row"):
        fit_ancova_by("y ~ x", data, "s")
    with pytest.raises(AnalysisError, match="no column visit"):
        fit_ancova_by("y ~ x", data, "visit")


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(10)), st.floats(0.01, 100), st.floats(-50, 50))
def test_that_contrasts_ignore_row_order_and_follow_the_scale(
    order: list[int], scale: float, shift: float
) -> None:
    data = small()
    moved = data.iloc[order].assign(y=lambda d: scale * d["y"] + shift, x=lambda d: 3 * d["x"] - 1)

    before = fit_ancova("y ~ g + x", data).contrasts("g")
    after = fit_ancova("y ~ g + x", moved).contrasts("g")

    np.testing.assert_allclose(after["estimate"], scale * before["estimate"], rtol=1e-7)
    np.testing.assert_allclose(after["p_value"], before["p_value"], rtol=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.floats(0.5, 0.999))
def test_that_a_limit_taken_as_null_has_p_equal_to_alpha(level: float) -> None:
    from scipy.stats import t

    row = fit_ancova("y ~ g + x", small()).contrasts("g", level=level).iloc[0]

    for limit in (row["lower"], row["upper"]):
        p = 2 * t.sf(abs(row["estimate"] - limit) / row["std_error"], row["df"])
        assert p == pytest.approx(1 - level, rel=1e-9)
