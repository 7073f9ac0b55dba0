"""Unconditional exact methods against exact2x2, StatXact and scipy."""

from __future__ import annotations

import json
from fractions import Fraction
from math import comb
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.exact import ALTERNATIVES, fisher_test
from sjogren_desktop.stats.exact_unconditional import (
    barnard_test,
    boschloo_test,
    unconditional_difference,
)

REFERENCE = Path(__file__).parents[1] / "reference" / "proportions" / "r_results.json"
TABLES = [
    t
    for t in json.loads(REFERENCE.read_text())["two_by_two"]
    if t["p_values"]["boschloo"] is not None
]


def cells(table: dict) -> tuple[int, int, int, int]:
    return table["x1"], table["n1"], table["x2"], table["n2"]


@pytest.mark.parametrize("table", TABLES)
def test_that_boschloos_test_equals_exact2x2(table: dict) -> None:
    found = boschloo_test(*cells(table))

    assert found.p_value == pytest.approx(table["p_values"]["boschloo"], abs=1e-4)


@pytest.mark.parametrize("table", TABLES)
def test_that_limits_equal_exact2x2(table: dict) -> None:
    found = unconditional_difference(*cells(table), level=table["level"])

    expected = table["risk_difference"]["exact_unconditional_score"]
    assert (found.lower, found.upper) == pytest.approx(expected, abs=1e-4)
    assert found.estimate == pytest.approx(table["risk_difference"]["estimate"])


def test_that_limits_equal_statxact() -> None:
    found = unconditional_difference(6, 13, 2, 7)

    # StatXact 11, as quoted in the tests of exact2x2 (four decimals).
    got = (found.p_value, found.lower, found.upper)
    assert got == pytest.approx((0.5569, -0.3108, 0.5787), abs=5.1e-5)


SMALL = [(3, 10, 7, 12), (0, 8, 4, 9), (7, 15, 12, 15), (5, 6, 1, 9)]


def signed_square(x1: int, n1: int, x2: int, n2: int) -> Fraction:
    """Return z^2 with the sign of z, in exact arithmetic."""
    pooled = Fraction(x1 + x2, n1 + n2)
    if pooled in (0, 1):
        return Fraction(0)
    difference = Fraction(x1, n1) - Fraction(x2, n2)
    variance = pooled * (1 - pooled) * (Fraction(1, n1) + Fraction(1, n2))
    return difference * abs(difference) / variance


@pytest.mark.parametrize("alternative", ALTERNATIVES)
@pytest.mark.parametrize("table", SMALL)
def test_that_barnards_test_equals_enumeration_in_fractions(table: tuple, alternative: str) -> None:
    _, n1, _, n2 = table
    # scipy.stats.barnard_exact loses tied tables to rounding, so it is no oracle here.
    side = {"greater": lambda v: v, "less": lambda v: -v, "two-sided": abs}[alternative]
    here = side(signed_square(*table))
    region = [
        (a, b)
        for a in range(n1 + 1)
        for b in range(n2 + 1)
        if side(signed_square(a, n1, b, n2)) >= here
    ]
    p = np.linspace(0, 1, 4001)
    total = sum(
        comb(n1, a) * comb(n2, b) * p ** (a + b) * (1 - p) ** (n1 + n2 - a - b) for a, b in region
    )

    found = barnard_test(*table, alternative=alternative)

    assert found.p_value == pytest.approx(total.max(), abs=1e-6)
    assert found.statistic * abs(found.statistic) == pytest.approx(float(signed_square(*table)))


@pytest.mark.parametrize("alternative", ALTERNATIVES)
@pytest.mark.parametrize("table", SMALL)
def test_that_boschloos_test_equals_scipy(table: tuple, alternative: str) -> None:
    x1, n1, x2, n2 = table

    found = boschloo_test(*table, alternative=alternative)

    # scipy takes the groups as columns and maximises by a global search of its own.
    square = [[x1, x2], [n1 - x1, n2 - x2]]
    expected = stats.boschloo_exact(square, alternative=alternative, n=128).pvalue
    assert found.p_value == pytest.approx(expected, abs=2e-5)


@pytest.mark.parametrize("alternative", ["greater", "less"])
def test_that_boschloo_is_never_above_fisher(alternative: str) -> None:
    for x1 in range(0, 9, 2):
        for x2 in range(0, 8, 3):
            fisher = fisher_test(x1, 8, x2, 7, alternative=alternative).p_value
            assert boschloo_test(x1, 8, x2, 7, alternative=alternative).p_value <= fisher + 1e-12


def test_that_nobody_with_the_event_has_p_of_one() -> None:
    assert barnard_test(0, 6, 0, 7).p_value == pytest.approx(1)
    assert boschloo_test(0, 6, 0, 7).p_value == pytest.approx(1)


def test_that_the_most_extreme_tables_reach_the_bounds() -> None:
    high = unconditional_difference(6, 6, 0, 7)
    low = unconditional_difference(0, 6, 7, 7)

    assert high.upper == 1
    assert low.lower == -1
    assert high.lower == pytest.approx(-unconditional_difference(0, 7, 6, 6).upper, abs=1e-6)
    assert -1 < low.upper < 0


def test_that_the_limits_contain_the_closed_form_estimate_and_hold_their_level() -> None:
    found = unconditional_difference(2, 9, 3, 8, level=0.8)
    wider = unconditional_difference(2, 9, 3, 8, level=0.99)

    assert wider.lower < found.lower < found.estimate < found.upper < wider.upper


def test_that_groups_without_subjects_or_too_large_are_refused() -> None:
    with pytest.raises(AnalysisError, match="at least one subject"):
        barnard_test(0, 0, 1, 3)
    with pytest.raises(AnalysisError, match="too large"):
        unconditional_difference(3, 600, 4, 700)
    with pytest.raises(AnalysisError, match="Unknown alternative"):
        boschloo_test(1, 3, 1, 3, alternative="both")
