"""What each strategy makes of two distributions, computed by hand (RI.1 to RI.5)."""

import numpy as np
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation import STRATEGIES, Normal, impute, jackknife
from tests.stats.imputation_data import small_trial

OWN = Normal(np.array([[[-1.0, -3.0, -6.0]]]), np.diag([4.0, 9.0, 16.0])[None])
REFERENCE = Normal(
    np.array([[[-0.5, -1.0, -2.0]]]),
    np.array([[[1.0, 0.5, 0.2], [0.5, 2.0, 1.0], [0.2, 1.0, 3.0]]]),
)
AFTER_FIRST = np.array([True, False, False])
NEVER = np.array([False, False, False])


@pytest.mark.parametrize(
    ("name", "mean"),
    [
        ("MAR", [-1.0, -3.0, -6.0]),
        ("JR", [-1.0, -1.0, -2.0]),
        ("CR", [-0.5, -1.0, -2.0]),
        # -1.0 at the event, then the reference's steps of -0.5 and -1.0.
        ("CIR", [-1.0, -1.5, -2.5]),
        ("LMCF", [-1.0, -1.0, -1.0]),
    ],
)
def test_that_the_mean_follows_the_strategy(name, mean):
    found = STRATEGIES[name](OWN, REFERENCE, AFTER_FIRST)

    np.testing.assert_allclose(found.mean[0, 0], mean, rtol=1e-12)


@pytest.mark.parametrize("name", ["JR", "CIR"])
def test_that_the_covariance_joins_own_visits_with_the_regression_of_the_reference(name):
    found = STRATEGIES[name](OWN, REFERENCE, AFTER_FIRST)

    # By hand: slopes of the reference on visit 1 are 0.5 and 0.2; own variance there is 4.
    # cov(1, later) = slope * 4; later = R22 - slope slope' * (1 - 4).
    expected = [[4.0, 2.0, 0.8], [2.0, 2.75, 1.3], [0.8, 1.3, 3.12]]
    np.testing.assert_allclose(found.covariance[0], expected, rtol=1e-12)


@pytest.mark.parametrize("name", ["MAR", "LMCF"])
def test_that_the_covariance_stays_the_own_one(name):
    assert STRATEGIES[name](OWN, REFERENCE, AFTER_FIRST).covariance is OWN.covariance


@pytest.mark.parametrize("name", ["JR", "CR", "CIR"])
def test_that_an_event_before_the_first_visit_means_the_reference(name):
    found = STRATEGIES[name](OWN, REFERENCE, NEVER)

    np.testing.assert_array_equal(found.mean, REFERENCE.mean)
    np.testing.assert_array_equal(found.covariance, REFERENCE.covariance)


def test_that_no_mean_can_be_carried_forward_from_before_the_first_visit():
    with pytest.raises(AnalysisError, match="event comes before the first visit"):
        STRATEGIES["LMCF"](OWN, REFERENCE, NEVER)


def test_that_a_strategy_of_the_user_is_applied():
    def no_change(own, reference, before):
        return Normal(np.where(before, own.mean, 0.0), own.covariance * np.eye(3))

    trial = small_trial(strategy="ZERO")

    imputed = impute(trial, jackknife(trial), strategies={"ZERO": no_change})

    after = ~trial.before_event[imputed.subject, imputed.visit]
    np.testing.assert_allclose(imputed.values[:, after], 0.0, atol=1e-12)
    assert after.any()


def test_that_an_unknown_strategy_is_refused():
    trial = small_trial(strategy="WORST")

    with pytest.raises(AnalysisError, match="Unknown imputation strategy WORST; known are MAR"):
        impute(trial, jackknife(trial))


def test_that_interim_gaps_are_imputed_from_the_own_arm_under_jump_to_reference():
    # The mean before the event is that of the own arm, so MAR and JR agree where the
    # subject came back, and differ after drop-out.
    trial = small_trial()
    draws = jackknife(trial)

    random = impute(trial, draws)
    jump = impute(trial.with_strategy("JR"), draws)

    before = trial.before_event[random.subject, random.visit]
    drug = trial.arm[random.subject] == 1
    came_back = before & trial.before_event[random.subject].all(axis=1)
    assert came_back.any()
    key = [(s, v) for s, v in zip(random.subject, random.visit, strict=True)]
    other = {(s, v): i for i, (s, v) in enumerate(zip(jump.subject, jump.visit, strict=True))}
    jumped = jump.values[:, [other[k] for k in key]]
    np.testing.assert_allclose(jumped[:, came_back], random.values[:, came_back], rtol=1e-12)
    assert (np.abs(jumped - random.values)[0, ~before & drug] > 1e-3).all()
    np.testing.assert_allclose(jumped[:, ~drug], random.values[:, ~drug], rtol=1e-10)
