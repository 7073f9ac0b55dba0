"""The largest of correlated t statistics against Dunnett's tables and integrals."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm, t

from sjogren_desktop.stats.max_t import max_t_exceedance


def equal(m: int, rho: float = 0.5) -> np.ndarray:
    return np.full((m, m), rho) + (1 - rho) * np.eye(m)


@pytest.mark.parametrize(
    ("m", "df", "critical"),
    [
        # Dunnett CW. Biometrics 1964; 20:482-491, two-sided 5 % points, two decimals.
        (2, 20, 2.38),
        (3, 20, 2.54),
        (2, np.inf, 2.21),
        (3, np.inf, 2.35),
        (4, np.inf, 2.44),
        (6, np.inf, 2.57),
        (9, np.inf, 2.69),
    ],
)
def test_that_dunnetts_table_is_reproduced(m: int, df: float, critical: float) -> None:
    at = [max_t_exceedance(critical + d, equal(m), df) for d in (-0.005, 0.005)]

    assert at[0] > 0.05 - 1e-4
    assert at[1] < 0.05 + 1e-4


@pytest.mark.parametrize(
    ("m", "tolerance"), [(2, 1e-10), (3, 1e-10), (4, 1e-9), (5, 1e-6), (6, 1e-4), (8, 1e-4)]
)
@pytest.mark.parametrize("bound", [0.3, 1.5, 2.7])
def test_that_one_common_factor_gives_the_one_dimensional_integral(
    m: int, tolerance: float, bound: float
) -> None:
    def integrand(factor: float) -> float:
        high = norm.cdf((bound - np.sqrt(0.5) * factor) / np.sqrt(0.5))
        low = norm.cdf((-bound - np.sqrt(0.5) * factor) / np.sqrt(0.5))
        return norm.pdf(factor) * (high - low) ** m

    expected = 1 - quad(integrand, -10, 10, epsabs=1e-12)[0]

    assert max_t_exceedance(bound, equal(m), np.inf) == pytest.approx(expected, abs=tolerance)


def test_that_one_statistic_is_students_t() -> None:
    assert max_t_exceedance(2.0, np.eye(1), 7.0) == pytest.approx(2 * t.sf(2.0, 7), rel=1e-12)


@pytest.mark.parametrize("df", [1.0, 3.0, 40.0])
def test_that_nearly_equal_statistics_are_as_one(df: float) -> None:
    found = max_t_exceedance(2.0, equal(2, 1 - 1e-9), df)

    assert found == pytest.approx(2 * t.sf(2.0, df), abs=1e-4)


def test_that_many_degrees_of_freedom_approach_the_normal() -> None:
    many = max_t_exceedance(2.0, equal(3), 1e7)

    assert many == pytest.approx(max_t_exceedance(2.0, equal(3), np.inf), abs=1e-6)
