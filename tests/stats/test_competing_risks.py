"""Cumulative incidence and Gray's test against R survival 3.5-3 and cmprsk 2.2-11."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.competing_risks import cumulative_incidence, gray_test
from sjogren_desktop.stats.kaplan_meier import kaplan_meier
from tests.stats.expected import FOLDER, expected, floats

CASE = expected("competing_risks")


def mgus() -> pd.DataFrame:
    return pd.read_csv(FOLDER / "competing_risks" / "mgus2.csv")


@pytest.mark.parametrize("of", [1, 2])
@pytest.mark.parametrize("sex", ["F", "M"])
def test_that_incidence_and_greenwood_type_errors_equal_survfit(of: int, sex: str) -> None:
    theirs = CASE["survfit"][("one", "two")[of - 1]]
    rows = slice(0, 4) if sex == "F" else slice(4, 8)
    d = mgus().query("sex == @sex")

    at = cumulative_incidence(d["time"], d["cause"], of=of).at(CASE["at"])

    for column in ("estimate", "std_error", "lower", "upper"):
        assert_allclose(at[column], floats(theirs[column][rows]), rtol=1e-9)


@pytest.mark.parametrize("of", [1, 2])
@pytest.mark.parametrize("sex", ["F", "M"])
def test_that_aalens_variance_equals_cmprsk(of: int, sex: str) -> None:
    theirs = CASE["cuminc"]["variance"][CASE["cuminc"]["rows"].index(f"{sex} {of}")]
    d = mgus().query("sex == @sex")

    at = cumulative_incidence(d["time"], d["cause"], of=of, variance="aalen").at(CASE["at"])

    assert_allclose(at["std_error"] ** 2, theirs, rtol=1e-9)


@pytest.mark.parametrize("of", [1, 2])
@pytest.mark.parametrize(
    ("name", "group", "options"),
    [
        ("sex", "sex", {}),
        ("age", "age_group", {}),
        ("rho", "sex", {"rho": 1}),
        ("strata", "sex", {"strata": True}),
    ],
)
def test_that_grays_test_equals_cmprsk(name: str, group: str, options: dict, of: int) -> None:
    d = mgus()
    if "strata" in options:
        options = {"strata": d["age_group"]}

    test = gray_test(d["time"], d["cause"], d[group], of=of, **options)

    theirs = CASE["gray"][name][of - 1]
    assert_allclose([test.statistic, test.p_value, test.df], theirs, rtol=1e-6)


def test_that_limits_before_the_first_event_are_missing() -> None:
    at = cumulative_incidence([2, 3, 4], [2, 1, 0]).at([0, 2, 3])

    assert at["estimate"].tolist()[:2] == [0.0, 0.0]
    assert at["std_error"].tolist()[:2] == [0.0, 0.0]
    assert at["lower"].isna().tolist() == [True, True, False]


def test_that_aalens_variance_stands_when_nobody_is_left() -> None:
    # the one row at risk has the event: S falls to 0
    result = cumulative_incidence([1, 2, 3], [1, 2, 1], variance="aalen").curve

    assert np.isfinite(result["std_error"]).all()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"cause": [1, 0.5, 2]}, "give 0 for censored"),
        ({"cause": [1, -1, 2]}, "give 0 for censored"),
        ({"cause": [1, 2]}, "different length"),
        ({"variance": "delta"}, "choose from greenwood, aalen"),
        ({"conf_form": "x"}, "choose from"),
    ],
)
def test_that_wrong_input_is_named(options: dict, told: str) -> None:
    cause = options.pop("cause", [1, 2, 0])
    with pytest.raises(AnalysisError, match=told):
        cumulative_incidence([1, 2, 3], cause, **options)


def test_that_groups_without_events_cannot_be_compared() -> None:
    with pytest.raises(AnalysisError, match="Too few events of cause 1"):
        gray_test([1, 2, 3, 4], [2, 2, 0, 0], list("abab"))


CAUSES = st.lists(
    st.tuples(st.integers(0, 15), st.sampled_from([0, 1, 1, 2])), min_size=2, max_size=40
)


@given(CAUSES)
def test_that_incidences_and_survival_add_up_to_one(sample: list) -> None:
    time, cause = (np.array(v) for v in zip(*sample, strict=True))

    one = cumulative_incidence(time, cause).curve
    two = cumulative_incidence(time, cause, of=2).curve
    free = kaplan_meier(time, cause > 0).curve

    total = one["estimate"] + two["estimate"] + free["estimate"]
    assert_allclose(total, 1.0, rtol=1e-12)


@given(CAUSES)
def test_that_without_competing_events_it_is_the_kaplan_meier_estimate(sample: list) -> None:
    time, cause = (np.array(v) for v in zip(*sample, strict=True))
    event = (cause > 0).astype(int)

    incidence = cumulative_incidence(time, event).curve
    free = kaplan_meier(time, event).curve

    assert_allclose(incidence["estimate"], 1 - free["estimate"], atol=1e-12)
    known = free["estimate"].to_numpy() > 0
    assert_allclose(incidence["std_error"][known], free["std_error"][known], rtol=1e-7, atol=1e-10)
