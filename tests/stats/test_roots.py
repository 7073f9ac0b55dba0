"""The vectorised root search on functions with known roots, and at its edges."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sjogren_desktop.stats.roots import falling_root


@given(st.lists(st.floats(-0.99, 0.99), min_size=1, max_size=8), st.floats(0.1, 50))
def test_that_known_roots_are_found(roots: list[float], steepness: float) -> None:
    at = np.array(roots)

    found = falling_root(lambda x: np.sinh(steepness * (at - x)), at * 0 - 1, at * 0 + 1)

    np.testing.assert_allclose(found, at, atol=1e-14)


def test_that_a_root_at_the_middle_or_repeated_exactly_is_kept() -> None:
    found = falling_root(lambda x: np.array([0.0, 0.25]) - x, np.array([-1.0, -1]), np.ones(2))

    np.testing.assert_allclose(found, [0.0, 0.25], atol=1e-15)


def test_that_functions_of_one_sign_give_the_edge() -> None:
    shift = np.array([5.0, -5.0])

    found = falling_root(lambda x: shift - x, np.array([-1.0, -1]), np.ones(2))

    np.testing.assert_array_equal(found, [1.0, -1.0])


def test_that_infinite_and_missing_values_are_borne() -> None:
    def function(x: np.ndarray) -> np.ndarray:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(x > 0.5, np.nan, 1 / np.maximum(x, 0) - 4)

    found = falling_root(function, np.array([0.0]), np.array([1.0]))

    np.testing.assert_allclose(found, [0.25], atol=1e-14)


def test_that_a_steep_step_is_located() -> None:
    found = falling_root(lambda x: np.where(x < 1 / 3, 1.0, -1e-9), np.zeros(1), np.ones(1))

    np.testing.assert_allclose(found, [1 / 3], atol=1e-14)
