"""The re-randomisation test against complete enumeration and the t test."""

import itertools

import numpy as np
import pytest
from scipy import stats

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.rerandomisation import rerandomisation_test


def test_that_p_is_the_share_of_all_assignments_as_extreme():
    y = np.array([3.1, 4.0, 2.2, 5.3, 6.1, 7.7, 4.4, 6.9])
    active = np.array([0, 0, 0, 0, 1, 1, 1, 1.0])
    ones = np.ones((8, 1))

    def difference(who):
        chosen = np.isin(np.arange(8), who)
        return y[chosen].mean() - y[~chosen].mean()

    every = [abs(difference(c)) for c in itertools.combinations(range(8), 4)]
    exact = np.mean(np.array(every) >= abs(difference((4, 5, 6, 7))) - 1e-12)

    found = rerandomisation_test(
        y, active, covariates=ones, strata=np.zeros(8), permutations=40_000, seed=1
    )

    t = stats.ttest_ind(y[4:], y[:4])
    assert found.estimate == pytest.approx(y[4:].mean() - y[:4].mean(), rel=1e-12)
    assert found.statistic == pytest.approx(t.statistic, rel=1e-12)
    assert found.p_value == pytest.approx(exact, abs=4 * found.mc_error)
    assert found.mc_error < 0.0015


def test_that_arms_are_only_exchanged_within_strata():
    # Two strata of one subject of each arm: four assignments, all as extreme by symmetry of
    # the sign in one stratum; by hand the p value is 2 / 4.
    y = np.array([1.0, 2.0, 10.0, 12.0])
    active = np.array([0.0, 1.0, 0.0, 1.0])
    strata = np.array(["a", "a", "b", "b"])
    columns = np.array([[1.0, 0], [1, 0], [1, 1], [1, 1]])

    found = rerandomisation_test(
        y, active, covariates=columns, strata=strata, permutations=20_000, seed=2
    )

    assert found.estimate == pytest.approx(1.5)
    assert found.p_value == pytest.approx(0.5, abs=0.015)


def test_that_the_statistic_is_adjusted_for_covariates():
    rng = np.random.default_rng(1)
    x = rng.normal(size=40)
    active = np.tile([0.0, 1.0], 20)
    y = 2 * x - 1.5 * active + rng.normal(size=40)
    columns = np.column_stack([np.ones(40), x, 3 * x])

    found = rerandomisation_test(
        y, active, covariates=columns, strata=np.zeros(40), permutations=999, seed=1
    )

    design = np.column_stack([np.ones(40), x, active])
    beta, rss = np.linalg.lstsq(design, y)[:2]
    error = np.sqrt(rss[0] / 37 * np.linalg.inv(design.T @ design)[2, 2])
    assert found.estimate == pytest.approx(beta[2], rel=1e-9)
    assert found.statistic == pytest.approx(beta[2] / error, rel=1e-9)
    # Nothing more extreme in 999: p is never zero (Phipson and Smyth).
    assert found.p_value == pytest.approx(1 / 1000)


def test_that_a_seed_repeats_the_result():
    y, active = np.arange(12.0), np.tile([0.0, 1.0], 6)
    runs = [
        rerandomisation_test(
            y, active, covariates=np.ones((12, 1)), strata=np.zeros(12), permutations=3000, seed=4
        )
        for _ in range(2)
    ]

    assert runs[0] == runs[1]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"strata": [0, 0, 1, 1]}, "No stratum has subjects of both arms"),
        ({"permutations": 0}, "at least one permutation"),
        ({"covariates": np.eye(4)[:, :3]}, "too few subjects for the covariates"),
        ({"strata": [0, 0, 1]}, "Arrays of different length"),
    ],
)
def test_that_what_cannot_be_tested_is_refused(change, sentence):
    options = {
        "covariates": np.ones((4, 1)),
        "strata": [0, 0, 0, 0],
        "permutations": 10,
        "seed": 1,
        **change,
    }

    with pytest.raises(AnalysisError, match=sentence):
        rerandomisation_test([1.0, 2.0, 4.0, 3.0], [0, 0, 1, 1], **options)
