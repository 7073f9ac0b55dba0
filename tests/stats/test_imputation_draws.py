"""Draws of the imputation model: the short way against fits from scratch, and the posterior."""

import numpy as np
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation import (
    approximate_bayes,
    bayes,
    bootstrap,
    bootstrapped_ml,
    gibbs,
    jackknife,
)
from sjogren_desktop.stats.imputation import (
    draws as draws_module,
)
from sjogren_desktop.stats.imputation import (
    refit as refit_module,
)
from sjogren_desktop.stats.imputation.refit import fit_model, refit
from sjogren_desktop.stats.mmrm import fit_arrays
from tests.stats.imputation_data import small_trial, small_trial_frame


def fit_repeated(trial, weights):
    """Fit the imputation model from scratch to copies of the subjects."""
    copies = np.repeat(np.arange(trial.n_subjects), weights.astype(int))
    in_model = trial.in_model[copies]
    who, when = np.nonzero(in_model)
    subject = np.unique(who, return_inverse=True)[1]
    by_arm = trial.arm[copies][who] if trial.covariance_by_arm else None
    return fit_arrays(
        trial.own_design[copies][who, when],
        trial.response[copies][who, when],
        subject=subject,
        visit=when,
        structure=trial.structure,
        group=by_arm,
    )


@pytest.mark.parametrize("by_arm", [False, True])
@pytest.mark.parametrize("structure", ["us", "ar1h"])
def test_that_leave_one_out_fits_are_those_from_scratch(structure, by_arm):
    trial = small_trial(structure=structure, covariance_by_arm=by_arm)

    draws = jackknife(trial)

    for i in (0, 2, 37):
        alone = fit_repeated(trial, draws.weights[1 + i])
        np.testing.assert_allclose(draws.beta[1 + i], alone.beta, rtol=1e-7, atol=1e-8)
        np.testing.assert_allclose(
            draws.covariance[1 + i], np.stack(alone.optimum.state.covariances), rtol=1e-7
        )


def test_that_bootstrap_fits_are_those_from_scratch():
    trial = small_trial()

    draws = bootstrap(trial, samples=5, seed=3)

    for weights, beta in zip(draws.weights[1:], draws.beta[1:], strict=True):
        alone = fit_repeated(trial, weights)
        scale = np.sqrt(np.diag(alone.vcov))
        # In standard errors: the goal of fits to random samples (RI.7).
        np.testing.assert_allclose(beta / scale, alone.beta / scale, atol=2e-3)


def test_that_bootstrap_samples_keep_the_size_of_each_arm():
    trial = small_trial()

    draws = bootstrap(trial, samples=20, seed=3)

    for arm in (0, 1):
        assert (draws.weights[:, trial.arm == arm].sum(axis=1) == 30).all()


def test_that_a_search_that_loses_its_way_starts_from_scratch(monkeypatch):
    fitted = fit_model(small_trial())
    weights = np.ones((2, len(fitted.subjects)))
    weights[:, 0] = 0.0
    direct = [s.theta for s in refit(fitted, weights, goal=1e-18)]

    monkeypatch.setattr(refit_module, "_MAX_STEPS", 1)
    again = [s.theta for s in refit(fitted, weights, goal=1e-18)]

    np.testing.assert_allclose(again, direct, rtol=1e-7, atol=1e-9)


def test_that_a_start_that_is_singular_for_the_sample_gives_nothing(monkeypatch):
    fitted = fit_model(small_trial())
    weights = np.ones((1, len(fitted.subjects)))
    monkeypatch.setattr(refit_module, "evaluate_model", lambda model, theta: None)
    monkeypatch.setattr(refit_module, "_from_scratch", lambda model: None)

    assert list(refit(fitted, weights, goal=1e-10)) == [None]


def test_that_a_sample_that_does_not_determine_the_model_gives_nothing():
    trial = small_trial()
    fitted = fit_model(trial)
    weights = (trial.arm[fitted.subjects] == 0).astype(float)[None]

    assert list(refit(fitted, weights, goal=1e-10)) == [None]


def test_that_failed_bootstrap_samples_are_drawn_again_and_said(monkeypatch):
    trial = small_trial()
    failing = iter([True])

    def sometimes(fitted, weights, **options):
        for state in refit(fitted, weights, **options):
            yield None if next(failing, False) else state

    monkeypatch.setattr(draws_module, "refit", sometimes)

    draws = approximate_bayes(trial, samples=6, seed=1)

    assert len(draws) == 6
    assert "1 bootstrap sample(s) did not determine" in draws.messages[0]


def test_that_too_many_failures_are_an_error(monkeypatch):
    monkeypatch.setattr(
        draws_module, "refit", lambda fitted, weights, **options: (None for _ in weights)
    )

    with pytest.raises(AnalysisError, match="could not be fitted to 6 of the bootstrap samples"):
        approximate_bayes(small_trial(), samples=6, seed=1)


def test_that_a_failed_leave_one_out_fit_names_the_subject(monkeypatch):
    monkeypatch.setattr(
        draws_module, "refit", lambda fitted, weights, **options: (None for _ in weights)
    )

    with pytest.raises(AnalysisError, match="cannot be fitted without subject D00"):
        jackknife(small_trial())


@pytest.mark.parametrize("method", [approximate_bayes, bootstrap, bayes, bootstrapped_ml])
def test_that_the_same_seed_gives_the_same_draws(method):
    trial = small_trial()

    first, again = (method(trial, samples=5, seed=8) for _ in range(2))
    other = method(trial, samples=5, seed=9)

    np.testing.assert_array_equal(first.beta, again.beta)
    np.testing.assert_array_equal(first.covariance, again.covariance)
    assert (first.beta[1:] != other.beta[1:]).any()


@pytest.mark.parametrize("method", [approximate_bayes, bootstrap, bayes])
def test_that_one_sample_is_too_few(method):
    with pytest.raises(AnalysisError, match="At least two"):
        method(small_trial(), samples=1, seed=1)


def test_that_bootstrapped_ml_needs_two_copies():
    with pytest.raises(AnalysisError, match="two imputations of each; 5 and 1 were given"):
        bootstrapped_ml(small_trial(), samples=5, copies=1, seed=1)


def test_that_progress_can_stop_the_draws():
    class Stop(Exception):
        pass

    def progress(fraction):
        if fraction > 0.3:
            raise Stop

    for method in (approximate_bayes, bayes):
        with pytest.raises(Stop):
            method(small_trial(), samples=200, seed=1, progress=progress)


def test_that_the_posterior_lies_around_the_fit():
    # With weak priors the posterior mean of the coefficients is near the REML fit, and
    # their covariance near, and a little above, the covariance of the fit.
    trial = small_trial(small_trial_frame(per_arm=150))
    fit = fit_model(trial).fit

    draws = bayes(trial, samples=2000, seed=1)

    scale = np.sqrt(np.diag(fit.vcov))
    away = (draws.beta.mean(axis=0) - fit.beta) / scale
    assert np.abs(away).max() < 0.1  # Monte Carlo: 2000 draws, 1 / sqrt(2000) = 0.022 each
    np.testing.assert_allclose(draws.beta.std(axis=0) / scale, 1.0, atol=0.12)
    np.testing.assert_allclose(
        draws.covariance[:, 0].mean(axis=0), fit.optimum.state.covariances[0], rtol=0.1
    )


def test_that_inverse_wishart_draws_have_the_right_moments():
    # E[X] = S / (df - T - 1); var of a diagonal element = 2 s^2 / ((df - T - 1)^2 (df - T - 3)).
    scale = np.array([[4.0, 1.0], [1.0, 3.0]])
    copies = np.repeat(scale[None], 40_000, axis=0)
    draws = gibbs._inverse_wishart(copies, 12, np.random.default_rng(1))

    np.testing.assert_allclose(draws.mean(axis=0), scale / 9, atol=0.01)
    assert draws[:, 0, 0].var() == pytest.approx(2 * 16 / (81 * 7), rel=0.06)


def test_that_the_posterior_has_one_covariance_for_each_arm_if_asked():
    trial = small_trial(small_trial_frame(per_arm=60), covariance_by_arm=True)
    fit = fit_model(trial).fit

    draws = bayes(trial, samples=600, seed=1)

    assert draws.covariance.shape == (600, 2, 3, 3)
    for g in (0, 1):
        np.testing.assert_allclose(
            draws.covariance[:, g].mean(axis=0), fit.optimum.state.covariances[g], rtol=0.2
        )


def test_that_chains_that_disagree_are_said(monkeypatch):
    monkeypatch.setattr(gibbs, "_CONVERGED", 0.5)

    draws = bayes(small_trial(), samples=125, seed=1)

    assert "do not agree yet" in draws.messages[0]


def test_that_the_posterior_needs_an_unstructured_covariance():
    with pytest.raises(AnalysisError, match="unstructured covariance only"):
        bayes(small_trial(structure="ar1"), samples=10, seed=1)


def test_that_a_visit_without_values_is_refused():
    frame = small_trial_frame()
    frame.loc[frame["VISIT"] == "V3", "CHG"] = np.nan

    with pytest.raises(AnalysisError, match="No value before an event was observed at V3"):
        jackknife(small_trial(frame))


def test_that_an_arm_without_values_cannot_have_its_own_covariance():
    frame = small_trial_frame()
    frame.loc[frame["ARM"] == "Drug", "CHG"] = np.nan

    with pytest.raises(AnalysisError, match="an arm has no values"):
        jackknife(small_trial(frame, covariance_by_arm=True))


def test_that_a_model_with_redundant_terms_is_refused():
    with pytest.raises(AnalysisError, match=r"cannot be estimated: I\(2 \* BASE\)"):
        jackknife(small_trial(formula="CHG ~ ARM * VISIT + BASE + I(2 * BASE)"))


def test_that_a_covariance_that_cannot_be_estimated_is_refused():
    frame = small_trial_frame()
    frame = frame.loc[~((frame["VISIT"] == "V2") & (frame["ID"].str[1:].astype(int) > 0))]
    frame = frame.loc[~((frame["VISIT"] != "V2") & (frame["ID"].str[1:].astype(int) == 0))]

    with pytest.raises(AnalysisError, match="could not be fitted"):
        jackknife(small_trial(frame, formula="CHG ~ ARM + BASE"))
