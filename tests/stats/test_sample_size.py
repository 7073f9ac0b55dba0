"""Sample sizes against rpact 3.3.4, power.t.test and power.prop.test of R 4.2.2."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.sample_size import (
    power_means,
    power_proportions,
    sample_size_means,
    sample_size_proportions,
)
from tests.stats.expected import shared_cases


@pytest.mark.parametrize("number", range(4))
def test_that_shared_means_cases_are_met(shared: Path, number: int) -> None:
    case = shared_cases(shared, "design_multiplicity")["sample_size_means"][number]
    options = {
        "power": case["power"],
        "alpha": case["alpha_two_sided"],
        "ratio": case["allocation_ratio"],
    }

    t = sample_size_means(case["delta"], case["sd"], **options)
    normal = sample_size_means(case["delta"], case["sd"], distribution="normal", **options)
    power = power_means(case["delta"], case["sd"], n_first=100, n_second=100, wrong_direction=True)

    # rpact and power.t.test stop their root searches at 1e-6 to 1e-4
    assert_allclose(t.n, case["n_total_t"], rtol=1e-4)
    assert_allclose([t.n_first, t.n_second], [case["n1_t"], case["n2_t"]], rtol=1e-4)
    assert_allclose(normal.n, case["n_total_normal"], rtol=1e-6)
    assert_allclose(power, case["power_at_n100_per_arm"], rtol=1e-6)


@pytest.mark.parametrize("number", range(2))
def test_that_shared_proportions_cases_are_met(shared: Path, number: int) -> None:
    case = shared_cases(shared, "design_multiplicity")["sample_size_proportions"][number]

    result = sample_size_proportions(
        case["p1"], case["p2"], power=case["power"], alpha=case["alpha_two_sided"]
    )

    assert_allclose(result.n, case["n_total_rpact"], rtol=1e-6)
    assert_allclose(result.n_first, case["base_R_n_per_arm"], rtol=1e-6)


def test_that_r_examples_are_met() -> None:
    # R 4.2.2: power.t.test(n = 20, delta = 1, sd = 1), power.t.test(power = 0.9, delta = 1),
    # power.prop.test(n = 50, p1 = 0.5, p2 = 0.75), power.prop.test(p1, p2, power = 0.9)
    assert power_means(1, 1, n_first=20, n_second=20) == pytest.approx(0.8689528017, rel=1e-9)
    assert sample_size_means(1, 1).n_first == pytest.approx(22.0210977, rel=1e-6)
    p = power_proportions(0.5, 0.75, n_first=50, n_second=50)
    assert p == pytest.approx(0.7401659013, rel=1e-9)
    assert sample_size_proportions(0.5, 0.75).n_first == pytest.approx(76.70693011, rel=1e-6)


def test_that_sizes_are_rounded_up_in_each_group() -> None:
    result = sample_size_means(1.5, 5.5, ratio=2)

    # 425.08 and 212.54 (rpact)
    assert result.rounded == (426, 213)
    assert result.attained_power >= 0.9


def test_that_huge_effects_need_the_fewest_rows_a_test_can_have() -> None:
    result = sample_size_means(1000, 1, power=0.1, alpha=0.5)

    assert result.n == 3.0
    assert result.rounded == (2, 2)


def test_that_the_normal_power_counts_both_directions_if_asked() -> None:
    one = power_means(0.0, 1, n_first=9, n_second=9, distribution="normal")
    both = power_means(0.0, 1, n_first=9, n_second=9, distribution="normal", wrong_direction=True)

    assert one == pytest.approx(0.025)
    assert both == pytest.approx(0.05)
    single = power_means(
        0.0, 1, n_first=9, n_second=9, two_sided=False, wrong_direction=True, alpha=0.025
    )
    assert single == pytest.approx(0.025)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: sample_size_means(0, 1), "difference of 0"),
        (lambda: sample_size_means(1, -1), "positive standard deviation"),
        (lambda: sample_size_means(1, 1, ratio=0), "Ratio of the groups: 0"),
        (lambda: sample_size_means(1, 1, power=90), "Power: 90"),
        (lambda: power_means(1, 1, n_first=0, n_second=5), "positive number of rows"),
        (lambda: power_means(1, 1, n_first=5, n_second=5, distribution="z"), "choose from t"),
        (lambda: sample_size_proportions(0.3, 0.3), "difference of 0"),
        (lambda: sample_size_proportions(0.3, 1.3), "Second proportion: 1.3"),
        (lambda: sample_size_proportions(0.3, 0.5, power=0.01), "more power than asked"),
        (lambda: power_proportions(0.3, 0.5, n_first=5, n_second=0), "positive number of rows"),
    ],
)
def test_that_wrong_input_is_named(call: object, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        call()  # type: ignore[operator]


@settings(deadline=None, max_examples=40)
@given(st.floats(0.1, 3), st.floats(0.5, 5), st.floats(0.3, 0.99), st.floats(0.3, 3))
def test_that_the_size_found_has_the_power_asked_for(
    difference: float, sd: float, power: float, ratio: float
) -> None:
    result = sample_size_means(difference, sd, power=power, ratio=ratio)

    got = power_means(difference, sd, n_first=result.n_first, n_second=result.n_second)
    assert got == pytest.approx(power, abs=1e-6) or result.n == 3.0
    p = sample_size_proportions(0.2, 0.4, power=max(power, 0.5), ratio=ratio)
    again = power_proportions(0.2, 0.4, n_first=p.n_first, n_second=p.n_second)
    assert again == pytest.approx(max(power, 0.5), abs=1e-9)
