"""Restricted mean times against R survival 3.5-3 and a closed form."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.rmst import restricted_mean, restricted_means
from tests.stats.expected import FOLDER, expected, shared_cases


def test_that_means_equal_r() -> None:
    case = expected("survival")["rmst"]
    d = pd.read_csv(FOLDER / "survival" / "aml.csv")

    result = restricted_means(d["time"], d["event"], d["group"], tau=case["tau"])

    assert_allclose(result.means["estimate"], case["mean"], rtol=1e-9)
    assert_allclose(result.means["std_error"], case["se"], rtol=1e-9)


@pytest.mark.parametrize("number", [0, 1])
def test_that_shared_reference_cases_are_met(shared: Path, number: int) -> None:
    case = shared_cases(shared, "survival")["cases"][number]
    d = pd.read_csv(shared / "reference" / "stats" / "data" / f"{case['id']}.csv")
    labels = pd.Categorical(d[case["group"]].astype(str), categories=case["km"][0]["groups"])

    result = restricted_means(d[case["time"]], d[case["event"]], labels)

    assert result.tau == case["rmst"]["tau"]
    assert_allclose(result.means["estimate"], case["rmst"]["rmean"], rtol=1e-9)
    assert_allclose(result.means["std_error"], case["rmst"]["se"], rtol=1e-9)


def test_that_difference_and_ratio_follow_from_the_means() -> None:
    d = pd.read_csv(FOLDER / "survival" / "aml.csv")

    result = restricted_means(d["time"], d["event"], d["group"], tau=45, level=0.9)

    # from the R figures: 22.7083333333333 (4.18094198103315), 30.7386363636364 (4.11408624001147)
    difference, ratio = result.contrasts.iloc[0], result.contrasts.iloc[1]
    assert_allclose(difference["estimate"], 22.7083333333333 - 30.7386363636364, rtol=1e-9)
    error = np.hypot(4.18094198103315, 4.11408624001147)
    assert_allclose(difference["std_error"], error, rtol=1e-9)
    half = 1.6448536269514722 * error
    assert_allclose(difference["upper"] - difference["estimate"], half, rtol=1e-9)
    assert_allclose(ratio["estimate"], 22.7083333333333 / 30.7386363636364, rtol=1e-9)
    log_error = np.hypot(4.18094198103315 / 22.7083333333333, 4.11408624001147 / 30.7386363636364)
    assert_allclose(ratio["std_error"], log_error, rtol=1e-9)
    assert 0 < difference["p_value"] < 1
    assert ratio["lower"] < ratio["estimate"] < ratio["upper"]


def test_that_tau_beyond_the_last_event_is_fine_if_nobody_is_left() -> None:
    assert restricted_mean([1, 2, 3], [1, 1, 1], tau=10)[0] == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("tau", "told"), [(0, "must be positive"), (np.nan, "must be positive"), (4, "at most 3")]
)
def test_that_a_horizon_without_a_curve_is_refused(tau: float, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        restricted_mean([1, 2, 3], [1, 1, 0], tau=tau)


def test_that_groups_without_events_have_no_test() -> None:
    result = restricted_means([5, 6, 5, 6], [0, 0, 0, 0], list("aabb"))

    assert result.contrasts["p_value"].isna().all()
    assert result.means["estimate"].tolist() == [6.0, 6.0]


@given(st.lists(st.integers(1, 30), min_size=2, max_size=30), st.integers(1, 40))
def test_that_without_censoring_it_is_the_mean_of_times_cut_at_tau(
    times: list[int], tau: int
) -> None:
    mean, error = restricted_mean(times, np.ones(len(times)), tau=tau)

    cut = np.minimum(times, tau)
    assert_allclose(mean, cut.mean(), rtol=1e-9)
    assert_allclose(error, cut.std() / np.sqrt(len(times)), rtol=1e-7, atol=1e-9)
