"""Multivariate normal and t tails against integrals, mvtnorm and published tables."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.special import ndtr, stdtr
from scipy.stats import norm

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.multivariate_t import critical_value, exceedance


def equal_correlation(k: int, r: float) -> np.ndarray:
    matrix = np.full((k, k), r)
    np.fill_diagonal(matrix, 1.0)
    return matrix


@pytest.mark.parametrize("k", [2, 4, 8])
@pytest.mark.parametrize("r", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("limit", [1.0, 2.5, 4.5])
def test_that_equal_correlations_give_the_one_dimensional_integral(
    k: int, r: float, limit: float
) -> None:
    def integrand(x: float) -> float:
        inner = ndtr((limit - np.sqrt(r) * x) / np.sqrt(1 - r))
        return -np.expm1(k * np.log(inner)) * norm.pdf(x)

    exact = quad(integrand, -9, 9, epsabs=1e-14, epsrel=1e-11, limit=400)[0]

    # the lattice: see the module's POINTS
    assert_allclose(exceedance([limit] * k, equal_correlation(k, r)), exact, rtol=2e-4)


def test_that_t_probabilities_equal_mvtnorm() -> None:
    # R 4.2.2, mvtnorm 1.1-3: 1 - pmvt(upper, df = 95, corr, abseps = 1e-10)
    correlation = [
        [1, 0.911598115542425, 0.97940333767661],
        [0.911598115542425, 1, 0.876340868371312],
        [0.97940333767661, 0.876340868371312, 1],
    ]

    got = [exceedance([q] * 3, correlation, df=95) for q in (1, 2.17948, 3.46411)]

    # mvtnorm's own error is of this size
    assert_allclose(got, [0.215798149024067, 0.0249812587679115, 0.0007199810717744], rtol=1e-4)


@pytest.mark.parametrize(
    ("k", "df", "table"), [(2, 10, 2.57), (3, 20, 2.54), (4, 60, 2.51), (2, 5, 3.03)]
)
def test_that_dunnetts_table_is_met(k: int, df: int, table: float) -> None:
    # Dunnett, Biometrics 1964;20:482-491, two-sided 5 %, printed to two digits
    value = critical_value(0.05, equal_correlation(k, 0.5), df=df, two_sided=True)

    assert abs(value - table) < 0.0051


def test_that_one_statistic_is_its_own_tail() -> None:
    assert exceedance([2.0], [[1.0]]) == pytest.approx(ndtr(-2.0), rel=1e-14)
    assert exceedance([2.0], [[1.0]], df=7) == pytest.approx(stdtr(7, -2.0), rel=1e-14)
    assert exceedance([2.0], [[1.0]], df=1e7) == pytest.approx(ndtr(-2.0), rel=1e-14)
    assert critical_value(0.025, [[1.0]]) == pytest.approx(1.959963984540054)


def test_that_identical_statistics_count_once() -> None:
    assert exceedance([2.0, 2.0], np.ones((2, 2))) == pytest.approx(ndtr(-2.0), rel=1e-12)
    two = exceedance([2.0, 2.0], np.ones((2, 2)), two_sided=True)
    assert two == pytest.approx(2 * ndtr(-2.0), rel=1e-12)


def test_that_infinite_limits_are_never_exceeded() -> None:
    assert exceedance([np.inf, 2.0], np.eye(2)) == pytest.approx(ndtr(-2.0))
    assert exceedance([np.inf], np.eye(1)) == 0.0
    assert exceedance([60.0, 70.0], np.eye(2)) == 0.0


@pytest.mark.parametrize(
    ("matrix", "told"),
    [
        (np.eye(3), "give a 2 x 2 matrix"),
        ([[1.0, 0.2], [0.5, 1.0]], "symmetric with ones"),
        ([[1.0, np.nan], [np.nan, 1.0]], "missing"),
        ([[1.0, 1.5], [1.5, 1.0]], "no statistics can have"),
    ],
)
def test_that_what_is_no_correlation_is_refused(matrix: object, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        exceedance([1.0, 1.0], matrix)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000), st.integers(2, 4), st.floats(-1, 4), st.sampled_from([None, 5.0]))
def test_that_a_tail_lies_between_its_bounds(
    seed: int, k: int, limit: float, df: float | None
) -> None:
    rng = np.random.default_rng(seed)
    factor = rng.normal(size=(k, 6))
    covariance = factor @ factor.T
    scale = np.sqrt(np.diag(covariance))
    single = float(ndtr(-limit) if df is None else stdtr(df, -limit))

    p = exceedance([limit] * k, covariance / np.outer(scale, scale), df=df)

    assert single * (1 - 1e-9) <= p <= min(1.0, k * single) * (1 + 1e-9)
