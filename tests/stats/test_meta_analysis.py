"""Pooling against R metafor 3.8-1."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.meta_analysis import (
    INTERVALS,
    METHODS,
    MetaAnalysis,
    effect_differences,
    leave_one_out,
    pool,
)
from tests.stats.expected import expected, floats, shared_cases

INTERVAL = {"z": "normal", "knha": "hksj", "adhoc": "hksj-adhoc"}
OWN = expected("meta_analysis")


def run(fit: dict, y: list, se: object) -> MetaAnalysis:
    method = "fixed" if fit["method"] == "FE" else fit["method"]
    return pool(y, se, method=method, interval=INTERVAL[fit["test"]])  # type: ignore[arg-type]


@pytest.mark.parametrize("fit", OWN["fits"], ids=lambda f: f"{f['method']}-{f['test']}")
def test_that_every_method_equals_metafor(fit: dict) -> None:
    result = run(fit, OWN["yi"], OWN["se"])

    for ours, theirs in {
        "estimate": "estimate",
        "std_error": "se",
        "p_value": "p",
        "lower": "lower",
        "upper": "upper",
        "tau2": "tau2",
        "i2": "i2",
        "h2": "h2",
        "q": "q",
        "q_p_value": "q_p",
    }.items():
        assert_allclose(getattr(result, ours), fit[theirs], rtol=1e-6, err_msg=ours)
    if fit["method"] == "FE":
        assert np.isnan([result.prediction_lower, result.tau2_lower, result.i2_lower]).all()
        return
    assert_allclose(result.tau2_std_error, fit["se_tau2"], rtol=1e-6)
    assert_allclose(
        [result.prediction_lower, result.prediction_upper], fit["prediction"], rtol=1e-6
    )
    assert_allclose([result.tau2_lower, result.tau2_upper], fit["tau2_ci"], rtol=1e-6)


@pytest.mark.parametrize("case", range(3))
@pytest.mark.parametrize("fit", range(10))
def test_that_shared_reference_cases_are_met(shared: Path, case: int, fit: int) -> None:
    data = shared_cases(shared, "meta")["cases"][case]
    theirs = data["fits"][fit]
    # iterative estimators and their intervals: 1e-6, the others 1e-9
    rtol = 1e-9 if theirs["method"] in ("FE", "DL") else 1e-6

    result = run(theirs, data["yi"], np.sqrt(data["vi"]))

    assert_allclose(result.estimate, floats(theirs["estimate"]).item(), rtol=rtol)
    for ours, key in {
        "std_error": "se",
        "statistic": "statistic",
        "p_value": "p",
        "tau2": "tau2",
        "tau2_std_error": "se_tau2",
        "q": "q",
        "q_p_value": "q_p",
        "i2": "i2",
        "h2": "h2",
    }.items():
        assert_allclose(getattr(result, ours), floats(theirs[key]), rtol=rtol, err_msg=ours)
    assert_allclose([result.lower, result.upper], theirs["ci"], rtol=rtol)
    if theirs["prediction"]:
        prediction = [result.prediction_lower, result.prediction_upper]
        assert_allclose(prediction, theirs["prediction"], rtol=1e-6)
        # metafor's default root search stops at 1.2e-4; ours meets the chi-square exactly
        # (see the comparison with tightened tolerances above)
        limits = [result.tau2_lower, result.tau2_upper]
        assert_allclose(limits, theirs["tau2_ci"], rtol=3e-4)


@pytest.mark.parametrize("case", [0, 2])
def test_that_leaving_one_out_equals_metafor(shared: Path, case: int) -> None:
    data = shared_cases(shared, "meta")["cases"][case]

    table = leave_one_out(data["yi"], np.sqrt(data["vi"]), method="DL")

    assert_allclose(table["estimate"], data["loo_dl"]["estimate"], rtol=1e-9)
    assert_allclose(table["std_error"], data["loo_dl"]["se"], rtol=1e-9)
    assert_allclose(table["tau2"], data["loo_dl"]["tau2"], rtol=1e-9)


def test_that_leaving_one_out_is_pooling_the_rest() -> None:
    table = leave_one_out(OWN["yi"], OWN["se"], labels=list("abcdef"))

    rest = pool(OWN["yi"][1:], OWN["se"][1:])
    assert table.loc[0, "omitted"] == "a"
    assert_allclose(table.loc[0, "estimate"], rest.estimate)
    assert_allclose(table.loc[0, "i2"], rest.i2)


def test_that_weights_add_up_and_labels_are_kept() -> None:
    studies = pool([1.0, 2.0], [0.5, 1.0], method="fixed", labels=["x", "y"]).studies

    assert studies["study"].tolist() == ["x", "y"]
    assert_allclose(studies["weight"], [80, 20])
    assert_allclose(studies.loc[1, "upper"], 2 + 1.959963984540054)


def test_that_prediction_may_take_its_own_degrees_of_freedom() -> None:
    result = pool(OWN["yi"], OWN["se"], prediction_df=4)

    # Higgins, Thompson and Spiegelhalter 2009: t on k - 2 = 4 is 2.776445105197793
    half = 2.776445105197793 * np.sqrt(result.std_error**2 + result.tau2)
    assert_allclose(result.prediction_upper, result.estimate + half, rtol=1e-9)


def test_that_two_studies_interact_as_their_difference() -> None:
    result = effect_differences([-1.19, -1.47], [0.52, 0.49], labels=["one", "two"])

    row = result.differences.iloc[0]
    z = (-1.47 + 1.19) / np.hypot(0.52, 0.49)
    assert_allclose([row["statistic"], row["estimate"]], [z, -0.28])
    assert_allclose(result.statistic, z**2)
    assert_allclose(result.p_value, row["p_value"])
    assert (row["study"], row["reference"], result.df) == ("two", "one", 1)


def test_that_identical_studies_have_no_variance_between_them() -> None:
    for method in METHODS:
        result = pool([1.0, 1.0], [0.5, 0.5], method=method)
        assert result.tau2 == pytest.approx(0.0)
        assert result.i2 == pytest.approx(0.0)
    assert np.isnan(pool([1.0, 1.0], [0.5, 0.5], interval="hksj").p_value)


@pytest.mark.parametrize(
    ("y", "se", "options", "told"),
    [
        ([1.0], [1.0], {}, "1 given where at least 2"),
        ([1.0, 2.0], [1.0, 0.0], {}, "must be above 0"),
        ([1.0, 2.0], [1.0], {}, "different length"),
        ([1.0, 2.0], [1.0, 1.0], {"method": "EB"}, "choose from fixed"),
        ([1.0, 2.0], [1.0, 1.0], {"interval": "t"}, "choose from normal"),
        ([1.0, 2.0], [1.0, 1.0], {"labels": ["a"]}, "different length"),
        ([1.0, 2.0], [1.0, 1.0], {"prediction_df": 0}, "at least 1"),
    ],
)
def test_that_wrong_input_is_named(y: list, se: list, options: dict, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        pool(y, se, **options)


def test_that_two_studies_cannot_be_left_out() -> None:
    with pytest.raises(AnalysisError, match="at least three studies"):
        leave_one_out([1.0, 2.0], [1.0, 1.0])


STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.2, 2)), min_size=2, max_size=8)


@settings(deadline=None, max_examples=40)
@given(STUDIES, st.sampled_from(METHODS), st.sampled_from(INTERVALS), st.floats(-5, 5))
def test_that_a_shift_moves_the_estimate_only(
    studies: list, method: str, interval: str, by: float
) -> None:
    y, se = (np.array(v) for v in zip(*studies, strict=True))

    one = pool(y, se, method=method, interval=interval)
    moved = pool(y + by, se, method=method, interval=interval)

    assert_allclose(moved.estimate, one.estimate + by, rtol=1e-5, atol=1e-5)
    assert_allclose(moved.tau2, one.tau2, rtol=1e-4, atol=1e-5)
    assert one.lower <= one.estimate <= one.upper
    assert one.tau2 >= 0
