"""Analyse and pool: against formulas by hand, frames analysed one by one, and shortcuts."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.ancova import fit_ancova
from sjogren_desktop.stats.imputation import (
    Estimates,
    analyse,
    analyse_ancova,
    approximate_bayes,
    bayes,
    bootstrap,
    bootstrapped_ml,
    impute,
    jackknife,
    pool,
)
from sjogren_desktop.stats.imputation.pool import barnard_rubin
from tests.stats.imputation_data import ANCOVA, small_trial, small_trial_frame


def estimates(values, errors, *, pooling="rubin", df=100.0, copies=1):
    """Return estimates of one quantity."""
    values = np.asarray(values, dtype=float)[:, None]
    return Estimates(
        labels=pd.DataFrame({"parameter": ["x"]}),
        values=values,
        std_errors=np.broadcast_to(np.asarray(errors, dtype=float), len(values))[:, None],
        df=np.array([df]),
        pooling=pooling,
        copies=copies,
    )


def by_frames(visit="V3"):
    """Return a function that analyses one frame with the ANCOVA of the package."""

    def function(frame):
        fit = fit_ancova(ANCOVA, frame.loc[frame["VISIT"] == visit])
        means = fit.lsmeans("ARM").set_index("ARM")
        line = fit.contrasts("ARM", reference="Placebo").iloc[0]
        return {
            "placebo": tuple(means.loc["Placebo", ["estimate", "std_error", "df"]]),
            "drug": tuple(means.loc["Drug", ["estimate", "std_error", "df"]]),
            "difference": (line["estimate"], line["std_error"], line["df"]),
        }

    return function


def test_that_rubins_rules_are_those_of_the_book():
    # Estimates 1, 2, 3, 6 with variance 4: W = 4, B = 14/3, T = W + 1.25 B = 9.8333;
    # lambda = 0.59322; nu_old = 3 / lambda^2 = 8.5249; nu_obs = 101/103 * 100 * (1 - lambda)
    # = 39.888; df = 7.0238 (Barnard and Rubin 1999, equation 3).
    pooled = pool(estimates([1, 2, 3, 6], 2.0)).iloc[0]

    assert pooled["estimate"] == 3.0
    assert pooled["std_error"] ** 2 == pytest.approx(4 + 1.25 * 14 / 3, rel=1e-12)
    share = (1.25 * 14 / 3) / (4 + 1.25 * 14 / 3)
    old, observed = 3 / share**2, 101 / 103 * 100 * (1 - share)
    assert pooled["df"] == pytest.approx(old * observed / (old + observed), rel=1e-12)
    assert pooled["df"] == pytest.approx(7.0238, abs=5e-4)
    assert pooled["mc_error"] == pytest.approx(np.sqrt(14 / 3 / 4), rel=1e-12)
    assert pooled["fraction_missing"] == pytest.approx(share, rel=1e-12)


def test_that_equal_estimates_leave_the_degrees_of_freedom_of_complete_data():
    pooled = pool(estimates([0.1 + 0.2] * 5, 2.0, df=50.0)).iloc[0]

    assert pooled["std_error"] == 2.0
    assert pooled["df"] == pytest.approx(51 / 53 * 50, rel=1e-12)
    assert pooled["mc_error"] == pytest.approx(0.0, abs=1e-15)  # nothing is drawn


def test_that_no_variance_at_all_leaves_nothing_to_test():
    pooled = pool(estimates([0.0] * 5, 0.0)).iloc[0]

    assert pooled["estimate"] == pooled["std_error"] == 0.0
    assert np.isnan(pooled[["df", "p_value", "fraction_missing"]].astype(float)).all()


def test_that_infinite_complete_degrees_of_freedom_give_rubins_first_formula():
    df = barnard_rubin(np.array([1.0]), np.array([4.0]), np.array([np.inf]), 10)

    assert df[0] == pytest.approx(9 / (1.1 / 4) ** 2, rel=1e-12)


def test_that_the_jackknife_of_means_is_the_standard_error_of_the_mean():
    x = np.array([1.0, 4.0, 6.0, 13.0])
    left_out = (x.sum() - x) / 3

    pooled = pool(estimates([x.mean(), *left_out], np.nan, pooling="jackknife")).iloc[0]

    assert pooled["estimate"] == 6.0
    assert pooled["std_error"] == pytest.approx(x.std(ddof=1) / 2, rel=1e-12)
    assert pooled["df"] == np.inf
    # Normal limits.
    assert pooled["lower"] == pytest.approx(6 - 1.959963984540054 * x.std(ddof=1) / 2, rel=1e-12)


def test_that_the_bootstrap_standard_error_is_the_standard_deviation():
    pooled = pool(estimates([5.0, 1, 2, 3, 6], np.nan, pooling="bootstrap")).iloc[0]

    assert pooled["estimate"] == 5.0
    assert pooled["std_error"] == pytest.approx(np.std([1, 2, 3, 6], ddof=1), rel=1e-12)


def test_that_bootstrapped_ml_is_pooled_by_variance_components():
    # Three samples, two imputations each: means 2, 5, 8; MSW = 2/3 * ... by hand below.
    values = [1.0, 3.0, 5.0, 5.0, 6.0, 10.0]

    pooled = pool(estimates(values, np.nan, pooling="bmlmi", copies=2)).iloc[0]

    within = (2 + 0 + 8) / 3
    across = 2 * (9 + 0 + 9) / 2
    variance = (1 + 1 / 3) * (across - within) / 2 + within / 6
    df = variance**2 / ((4 / 6) ** 2 * across**2 / 2 + within**2 / (3 * 4 * 1))
    assert pooled["estimate"] == 5.0
    assert pooled["std_error"] == pytest.approx(np.sqrt(variance), rel=1e-12)
    assert pooled["df"] == pytest.approx(max(df, 3.0), rel=1e-12)


def test_that_a_negative_variance_component_is_not_estimable():
    values = [0.0, 10.0, 0.0, 10.0, 0.0, 10.0, 0.0, 10.0]

    pooled = pool(estimates(values, np.nan, pooling="bmlmi", copies=2)).iloc[0]

    assert np.isnan(pooled["std_error"])


def test_that_too_few_data_sets_and_an_impossible_level_are_refused():
    with pytest.raises(AnalysisError, match="2 completed data sets are too few"):
        pool(estimates([1, 2], 1.0))
    with pytest.raises(AnalysisError, match="must lie between 0 and 1, but is 95"):
        pool(estimates([1, 2, 3], 1.0), level=95)


def test_that_the_fast_ancova_is_that_of_every_frame():
    trial = small_trial(strategy="JR")
    imputed = impute(trial, bayes(trial, samples=6, seed=1), seed=2)

    fast = analyse_ancova(imputed, ANCOVA, visits=["V3"])
    slow = analyse(imputed, by_frames())

    np.testing.assert_allclose(fast.values, slow.values, rtol=1e-10)
    np.testing.assert_allclose(fast.std_errors, slow.std_errors, rtol=1e-10)
    np.testing.assert_allclose(fast.df, slow.df)
    assert fast.labels["quantity"].tolist() == ["lsmean", "lsmean", "difference"]
    assert slow.labels["parameter"].tolist() == ["placebo", "drug", "difference"]


@pytest.mark.parametrize("make", ["jackknife", "bootstrap"])
def test_that_weighted_analyses_are_those_of_repeated_subjects(make):
    # LS means hold covariates at their mean in each sample, as a fit to the sample does.
    trial = small_trial(strategy="CIR")
    draws = jackknife(trial) if make == "jackknife" else bootstrap(trial, samples=4, seed=1)
    imputed = impute(trial, draws)

    fast = analyse_ancova(imputed, ANCOVA, visits=["V3"])
    slow = analyse(imputed, by_frames())

    np.testing.assert_allclose(fast.values, slow.values, rtol=1e-9)


def test_that_factors_of_the_analysis_are_weighted_by_the_sample():
    trial = small_trial()
    imputed = impute(trial, jackknife(trial))

    def function(frame):
        fit = fit_ancova("CHG ~ ARM + BASE + SITE", frame.loc[frame["VISIT"] == "V3"])
        lines = fit.lsmeans("ARM", weights="proportional")
        return {
            str(row.ARM): (row.estimate, row.std_error, row.df)
            for row in lines.itertuples(index=False)
        }

    fast = analyse_ancova(imputed, "CHG ~ ARM + BASE + SITE", visits=["V3"], weights="proportional")
    slow = analyse(imputed, function)

    np.testing.assert_allclose(fast.values[:, :2], slow.values, rtol=1e-9)


def test_that_copies_of_a_subject_are_imputed_independently_in_effect():
    # The variance within bootstrap samples must be that of independent copies: a subject
    # drawn twice contributes the mean of two values.
    trial = small_trial()
    draws = bootstrapped_ml(trial, samples=2, copies=3000, seed=1)
    imputed = impute(trial, draws, seed=1)

    once = draws.weights[0] == 1
    twice = draws.weights[0] == 2
    spread = imputed.values[:3000].var(axis=0)
    model = impute(trial, bayes(trial, samples=2000, seed=1), seed=1).values.var(axis=0)
    ratio = spread / model

    assert np.median(ratio[twice[imputed.subject]]) == pytest.approx(
        0.5 * np.median(ratio[once[imputed.subject]]), rel=0.2
    )


def test_that_bootstrapped_ml_refuses_other_analyses():
    trial = small_trial()
    imputed = impute(trial, bootstrapped_ml(trial, samples=3, seed=1))

    with pytest.raises(AnalysisError, match="offered for ANCOVA only"):
        analyse(imputed, by_frames())


def test_that_the_visits_wanted_do_not_change_the_values():
    trial = small_trial(strategy="JR")
    draws = approximate_bayes(trial, samples=4, seed=1)

    everything = impute(trial, draws, seed=7)
    last = impute(trial, draws, seed=7, visits=["V3"])

    np.testing.assert_array_equal(everything.completed(2), last.completed(2))
    assert (last.visit == 2).all()


def test_that_one_visit_after_baseline_works():
    frame = small_trial_frame()
    one = frame.loc[frame["VISIT"] == "V3"]
    trial = small_trial(one, formula="CHG ~ ARM + BASE", strategy="JR")

    pooled = pool(analyse_ancova(impute(trial, jackknife(trial)), ANCOVA))

    # By hand: conditional means are those of the regression on arm and baseline, with the
    # placebo mean for those who left the drug arm.
    fit = fit_ancova(ANCOVA, one.dropna(subset="CHG"))
    placebo = pd.Series(fit.predict(one.assign(ARM="Placebo")), one.index)
    filled = one.assign(CHG=one["CHG"].fillna(placebo))
    wanted = fit_ancova(ANCOVA, filled).contrasts("ARM", reference="Placebo").iloc[0]
    assert pooled["estimate"].iloc[2] == pytest.approx(wanted["estimate"], rel=1e-9)


def test_that_complete_data_give_the_ancova_itself():
    frame = small_trial_frame(interim=False)
    complete = frame.groupby("ID").filter(lambda g: g["CHG"].notna().all())
    trial = small_trial(complete)
    imputed = impute(trial, bayes(trial, samples=5, seed=1))

    pooled = pool(analyse_ancova(imputed, ANCOVA, visits=["V3"])).iloc[2]

    at_end = complete.loc[complete["VISIT"] == "V3"]
    wanted = fit_ancova(ANCOVA, at_end).contrasts("ARM", reference="Placebo").iloc[0]
    assert pooled["estimate"] == pytest.approx(wanted["estimate"], rel=1e-10)
    assert pooled["std_error"] == pytest.approx(wanted["std_error"], rel=1e-10)
    assert pooled["mc_error"] == pytest.approx(0.0, abs=1e-15)  # nothing is drawn


def test_that_a_subject_without_any_value_is_imputed_from_the_reference():
    frame = small_trial_frame()
    frame.loc[frame["ID"] == "D00", "CHG"] = np.nan
    trial = small_trial(frame, strategy="JR")
    draws = jackknife(trial)

    imputed = impute(trial, draws)

    who = trial.subjects.index("D00")
    expected = trial.reference_design[who] @ draws.beta[0]
    np.testing.assert_allclose(imputed.values[0, imputed.subject == who], expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        ("CHG ~ ARM + BASE + I(3 * BASE)", "is determined by the other terms"),
        ("CHG ~ ARM + LEVEL", "miss a covariate of the analysis"),
        ("CHG ~ ARM + ID", "is determined by the other terms"),
        ("CHG ~ ARM + NEARLY", "leaves nothing to estimate"),
    ],
)
def test_that_an_analysis_that_cannot_be_estimated_is_refused(formula, sentence):
    frame = small_trial_frame()
    frame["LEVEL"] = np.where(frame["ID"] == "P01", np.nan, 1.0 * frame["ID"].str[2:].astype(int))
    number = frame.groupby("ID").ngroup()
    frame["NEARLY"] = np.where(number.isin([0, 30]), "A", frame["ID"])
    trial = small_trial(frame)
    imputed = impute(trial, bayes(trial, samples=3, seed=1))

    with pytest.raises(AnalysisError, match=sentence):
        analyse_ancova(imputed, formula)


def test_that_a_level_that_a_sample_lacks_is_refused():
    frame = small_trial_frame()
    frame["SITE"] = np.where(frame["ID"] == "P00", "alone", frame["SITE"])
    trial = small_trial(frame)
    imputed = impute(trial, jackknife(trial))

    with pytest.raises(AnalysisError, match="so few subjects that a leave-one-out"):
        analyse_ancova(imputed, "CHG ~ ARM + SITE", visits=["V3"])
