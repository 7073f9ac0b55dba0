"""Intervals of one proportion against R, and against Newcombe (1998)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.proportion import METHODS, proportion

REFERENCE = Path(__file__).parents[1] / "reference" / "proportions" / "r_results.json"
TABLES = json.loads(REFERENCE.read_text())["two_by_two"]
GROUPS = [(t[g], t["level"]) for t in TABLES for g in ("group1", "group2")]
# exactci stops its root search at about 1e-4; Blaker limits stand on a grid of 1e-4.
TOLERANCE = {"midp": 1e-4, "blaker": 1.01e-4}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("group", "level"), GROUPS)
def test_that_limits_equal_those_of_r(group: dict, level: float, method: str) -> None:
    found = proportion(group["x"], group["n"], method=method, level=level)

    assert found.estimate == pytest.approx(group["p"], rel=1e-12)
    tolerance = TOLERANCE.get(method, 1e-12)
    np.testing.assert_allclose([found.lower, found.upper], group[method], rtol=1e-9, atol=tolerance)


@pytest.mark.parametrize(
    ("x", "n", "method", "limits"),
    [
        # Newcombe RG. Stat Med 1998; 17:857-872, table I (four decimals).
        (81, 263, "wald", (0.2522, 0.3638)),
        (81, 263, "wilson", (0.2553, 0.3662)),
        (81, 263, "wilson_cc", (0.2535, 0.3682)),
        (81, 263, "clopper_pearson", (0.2527, 0.3676)),
        (81, 263, "midp", (0.2544, 0.3658)),
        (15, 148, "wilson", (0.0624, 0.1605)),
        (0, 20, "wilson", (0.0000, 0.1611)),
        (0, 20, "clopper_pearson", (0.0000, 0.1684)),
        (0, 20, "midp", (0.0000, 0.1391)),
        (1, 29, "wilson_cc", (0.0018, 0.1963)),
        (1, 29, "midp", (0.0017, 0.1585)),
    ],
)
def test_that_limits_equal_the_published_examples(
    x: int, n: int, method: str, limits: tuple[float, float]
) -> None:
    found = proportion(x, n, method=method)

    np.testing.assert_allclose([found.lower, found.upper], limits, atol=5.1e-5)


def test_that_arrays_are_treated_element_by_element() -> None:
    found = proportion([0, 3, 10], [10, 10, 10], method="blaker")

    for i, x in enumerate((0, 3, 10)):
        single = proportion(x, 10, method="blaker")
        assert found.lower[i] == single.lower
        assert found.upper[i] == single.upper


def test_that_an_empty_group_is_not_estimable() -> None:
    found = proportion([0, 2], [0, 4])

    assert np.isnan([found.estimate[0], found.lower[0], found.upper[0]]).all()
    assert found.estimate[1] == 0.5


@pytest.mark.parametrize(
    ("x", "n", "message"),
    [
        (3, 2, "more subjects with an event"),
        (-1, 2, "whole numbers"),
        (0.5, 2, "whole numbers"),
        (np.nan, 2, "whole numbers"),
        ([1, 2], [3, 3, 3], "as many"),
        ("a", 2, "must be numbers"),
    ],
)
def test_that_impossible_counts_are_refused(x: object, n: object, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        proportion(x, n)


def test_that_unknown_methods_and_levels_are_refused() -> None:
    with pytest.raises(AnalysisError, match="Unknown interval"):
        proportion(1, 2, method="magic")
    with pytest.raises(AnalysisError, match="between 0 and 1"):
        proportion(1, 2, level=95)


counts = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=60, deadline=None)
@given(counts, st.sampled_from(list(METHODS)), st.floats(0.5, 0.99))
def test_that_intervals_hold_the_estimate_and_mirror(
    table: tuple[int, int], method: str, level: float
) -> None:
    x, n = table

    found = proportion(x, n, method=method, level=level)
    mirrored = proportion(n - x, n, method=method, level=level)

    if method != "agresti_coull":
        assert found.lower <= x / n + 1e-12
        assert found.upper >= x / n - 1e-12
    assert found.lower == pytest.approx(1 - mirrored.upper, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(counts, st.floats(0.5, 0.99))
def test_that_exact_limits_have_tail_probabilities_of_half_alpha(
    table: tuple[int, int], level: float
) -> None:
    x, n = table
    exact = proportion(x, n, method="clopper_pearson", level=level)
    middle = proportion(x, n, method="midp", level=level)

    if x > 0:
        assert binom.sf(x - 1, n, exact.lower) == pytest.approx((1 - level) / 2, rel=1e-6)
        tail = binom.sf(x, n, middle.lower) + 0.5 * binom.pmf(x, n, middle.lower)
        assert tail == pytest.approx((1 - level) / 2, rel=1e-6)
    assert middle.lower >= exact.lower - 1e-12


def acceptability(p: float, x: int, n: int) -> float:
    """Blaker's function, straight from its definition (Can J Stat 2000; 28:783-798)."""
    upper, lower = binom.sf(x - 1, n, p), binom.cdf(x, n, p)
    if upper < lower:
        return float(upper + binom.cdf(binom.ppf(upper * (1 + 1e-12), n, p) - 1, n, p))
    return float(lower + binom.sf(binom.isf(lower * (1 + 1e-12), n, p), n, p))


@settings(max_examples=60, deadline=None)
@given(counts, st.floats(0.6, 0.99))
def test_that_blaker_limits_bound_the_values_accepted(table: tuple[int, int], level: float) -> None:
    x, n = table
    found = proportion(x, n, method="blaker", level=level)

    outside = np.linspace(0, max(found.lower - 1e-7, 0), 40)[1:]
    if x > 0:
        assert all(acceptability(p, x, n) <= 1 - level + 1e-9 for p in outside)
        near = [acceptability(found.lower + d, x, n) for d in (1e-9, 1e-7)]
        assert max(near) >= 1 - level - 1e-5
