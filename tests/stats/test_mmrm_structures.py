"""Covariance structures: derivatives against differences, and known matrices."""

from __future__ import annotations

import numpy as np
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm.structures import (
    STRUCTURES,
    curvature,
    evaluate,
    evaluate_spatial,
    find_structure,
    second_derivatives,
    start_theta,
)

PLAIN = [s for s in STRUCTURES.values() if not s.spatial]
STEP = 1e-6


def some_theta(key: str, n_visits: int) -> np.ndarray:
    """Return parameters inside the region where every structure is a covariance."""
    rng = np.random.default_rng(len(key) + n_visits)
    return rng.normal(0.2, 0.2, STRUCTURES[key].n_theta(n_visits))


@pytest.mark.parametrize("structure", PLAIN, ids=lambda s: s.key)
@pytest.mark.parametrize("n_visits", [2, 5])
def test_that_first_derivatives_equal_differences(structure, n_visits: int) -> None:
    theta = some_theta(structure.key, n_visits)

    _, first = evaluate(structure, theta, n_visits)

    steps = STEP * np.eye(len(theta))
    numeric = [
        (evaluate(structure, theta + e, n_visits)[0] - evaluate(structure, theta - e, n_visits)[0])
        / (2 * STEP)
        for e in steps
    ]
    # Central differences with this step are good to about 1e-9.
    np.testing.assert_allclose(first, numeric, atol=1e-8)


@pytest.mark.parametrize("structure", PLAIN, ids=lambda s: s.key)
@pytest.mark.parametrize("n_visits", [2, 5])
def test_that_second_derivatives_equal_differences(structure, n_visits: int) -> None:
    theta = some_theta(structure.key, n_visits)

    second = second_derivatives(structure, theta, n_visits)

    steps = STEP * np.eye(len(theta))
    numeric = [
        (evaluate(structure, theta + e, n_visits)[1] - evaluate(structure, theta - e, n_visits)[1])
        / (2 * STEP)
        for e in steps
    ]
    np.testing.assert_allclose(second, numeric, atol=1e-8)


@pytest.mark.parametrize("structure", PLAIN, ids=lambda s: s.key)
def test_that_curvature_is_the_weighted_sum_of_second_derivatives(structure) -> None:
    theta = some_theta(structure.key, 5)
    weights = np.random.default_rng(1).normal(size=(5, 5))
    weights = weights + weights.T

    summed = curvature(structure, theta, weights)

    wanted = np.tensordot(second_derivatives(structure, theta, 5), weights)
    np.testing.assert_allclose(summed, wanted, atol=1e-12)


def test_that_spatial_derivatives_equal_differences() -> None:
    theta = np.array([0.4, -0.3])
    points = np.random.default_rng(1).normal(size=(2, 4, 2))
    distance = np.sqrt(((points[:, :, None] - points[:, None]) ** 2).sum(axis=3))

    _, first, second = evaluate_spatial(theta, distance)

    for k, e in enumerate(STEP * np.eye(2)):
        up, down = evaluate_spatial(theta + e, distance), evaluate_spatial(theta - e, distance)
        np.testing.assert_allclose(first[k], (up[0] - down[0]) / (2 * STEP), atol=1e-8)
        np.testing.assert_allclose(second[k], (up[1] - down[1]) / (2 * STEP), atol=1e-8)


@pytest.mark.parametrize("key", ["us", "cs", "csh", "ar1", "ar1h", "ad", "adh"])
def test_that_start_reproduces_a_covariance_of_the_kind(key: str) -> None:
    structure = STRUCTURES[key]
    covariance, _ = evaluate(structure, some_theta(key, 4), 4)

    again, _ = evaluate(structure, start_theta(structure, covariance), 4)

    np.testing.assert_allclose(again, covariance, rtol=1e-10)


@pytest.mark.parametrize("structure", PLAIN, ids=lambda s: s.key)
def test_that_one_visit_has_a_start(structure) -> None:
    theta = start_theta(structure, np.array([[4.0]]))

    covariance, _ = evaluate(structure, theta, 1)

    np.testing.assert_allclose(covariance, [[4.0]])


def test_that_the_toeplitz_start_is_positive_definite() -> None:
    rng = np.random.default_rng(2)
    for _ in range(50):
        root = rng.normal(size=(6, 7))
        theta = start_theta(STRUCTURES["toeph"], root @ root.T + 0.01 * np.eye(6))

        covariance, _ = evaluate(STRUCTURES["toeph"], theta, 6)

        assert np.linalg.eigvalsh(covariance)[0] > 0


def test_that_toeplitz_depends_on_the_lag_only() -> None:
    theta = np.array([np.log(2.0), 0.5, -0.2, 0.1])

    covariance, _ = evaluate(STRUCTURES["toep"], theta, 4)

    # x / sqrt(1 + x^2), CS.3
    lags = [1.0, 0.5 / np.sqrt(1.25), -0.2 / np.sqrt(1.04), 0.1 / np.sqrt(1.01)]
    wanted = 4 * np.array([[lags[abs(i - j)] for j in range(4)] for i in range(4)])
    np.testing.assert_allclose(covariance, wanted)


def test_that_compound_symmetry_stays_above_its_lower_limit() -> None:
    covariance, _ = evaluate(STRUCTURES["cs"], np.array([0.0, -30.0]), 4)

    assert covariance[0, 1] == pytest.approx(-1 / 3)


def test_that_unknown_structures_are_named() -> None:
    with pytest.raises(AnalysisError, match="no covariance structure 'un'; choose from us, toep"):
        find_structure("un")
