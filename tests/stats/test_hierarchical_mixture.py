"""The mixture model against a second sampler, against its prior, and its refusals."""

import json
from pathlib import Path

import numpy as np
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.hierarchical_mixture import fit_mixture

FOLDER = Path(__file__).parents[1] / "reference/hierarchical_mixture"
REFERENCE = json.loads((FOLDER / "expected.json").read_text())
INTEGRATED = json.loads((FOLDER / "quadrature.json").read_text())


def test_that_probabilities_equal_those_of_a_second_sampler():
    data = REFERENCE
    found = fit_mixture(
        data["y"], data["n1"], data["x"], data["n2"], group=data["group"], seed=3, draws=8000
    )

    # Both are simulated: ours to 0.012 or so, the reference to 0.004.
    assert found.simulation_error < 0.02
    np.testing.assert_allclose(found.higher, data["higher"], atol=0.04)
    np.testing.assert_allclose(found.equal, data["equal"], atol=0.04)
    assert found.discrepancy < 1.02


@pytest.mark.parametrize(
    ("place", "draws"),
    [(1, 2500), *(pytest.param(i, 40000, marks=pytest.mark.slow) for i in (0, 1))],
)
def test_that_probabilities_equal_those_of_numerical_integration(place, draws):
    # quadrature.py integrates the model without any simulation, to within 5e-4.
    case = INTEGRATED[place]
    found = fit_mixture(
        case["y"], case["n"], case["x"], case["n"], group=[0] * len(case["y"]), seed=1, draws=draws
    )

    # Three standard errors of the simulation; the probability of none has about the same.
    reach = 3 * found.simulation_error + 5e-4
    assert found.simulation_error < (0.04 if draws < 40000 else 0.012)
    np.testing.assert_allclose(found.higher, case["higher"], atol=reach)
    np.testing.assert_allclose(found.equal, case["equal"], atol=reach)


def test_that_without_subjects_the_prior_comes_back():
    found = fit_mixture([0] * 5, 0, [0] * 5, 0, group=[0, 0, 0, 1, 1], seed=4, draws=4000)

    # The probability of no difference is 1/2 by symmetry, and so of a higher or lower risk.
    np.testing.assert_allclose(found.equal, 0.5, atol=0.05)
    np.testing.assert_allclose(found.higher, 0.25, atol=0.07)


def test_that_pairs_of_a_group_lend_each_other_strength():
    # Three pairs alike: the third is the same in both fits, its group is not.
    high = fit_mixture([20, 22, 6], 100, [8, 9, 3], 100, group=[0, 0, 0], seed=5, draws=2000)
    alone = fit_mixture([9, 10, 6], 100, [9, 10, 3], 100, group=[0, 0, 0], seed=5, draws=2000)

    assert high.higher[2] > alone.higher[2] + 0.1
    assert high.lower[0] <= high.odds_ratio[0] <= high.upper[0]


def test_that_a_seed_repeats_the_figures_and_progress_can_stop_them():
    first, second = (
        fit_mixture([5, 2], 50, [1, 2], 50, group=[0, 1], seed=7, draws=200, warm_up=100)
        for _ in range(2)
    )
    assert first.higher.tolist() == second.higher.tolist()

    def stop(fraction):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fit_mixture([5], 50, [1], 50, group=[0], seed=7, progress=stop)


def test_that_counts_that_do_not_fit_are_refused():
    with pytest.raises(AnalysisError):
        fit_mixture([60], 50, [1], 50, group=[0], seed=1)
    with pytest.raises(AnalysisError, match="groups"):
        fit_mixture([5, 6], 50, [1], 50, group=[0], seed=1)
