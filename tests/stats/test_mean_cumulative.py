"""The mean cumulative function against R survival 3.5-3 and its definition."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mean_cumulative import MeanCumulative, mean_cumulative_function
from tests.stats.expected import FOLDER, expected


def valve_seat(conf_form: str = "log") -> MeanCumulative:
    data = pd.read_csv(FOLDER / "mean_cumulative" / "valve_seat.csv")
    events = data[data["status"] == 1]
    ends = data.groupby("id")["time"].max()
    return mean_cumulative_function(ends, events["id"], events["time"], conf_form=conf_form)


def test_that_estimate_and_robust_error_equal_r() -> None:
    case = expected("mean_cumulative")

    curve = valve_seat().curve

    assert_allclose(curve["time"], case["time"])
    assert_allclose(curve["estimate"], case["estimate"], rtol=1e-9)
    assert_allclose(curve["std_error"], case["std_error"], rtol=1e-9)


def test_that_limits_follow_their_scale() -> None:
    z = 1.959963984540054
    log, linear = valve_seat().at([400, 650]), valve_seat("linear").at([400, 650])

    spread = np.exp(z * log["std_error"] / log["estimate"])
    assert_allclose(log["upper"], log["estimate"] * spread)
    assert_allclose(linear["lower"], linear["estimate"] - z * linear["std_error"])
    assert valve_seat().at([1]).loc[0].tolist() == [1, 0, 0, 0, 0]


def test_that_units_without_events_count() -> None:
    ends = pd.Series([10.0, 10.0], index=["a", "b"])

    result = mean_cumulative_function(ends, ["a"], [5.0])

    assert result.curve["estimate"].tolist() == [0.5]
    assert mean_cumulative_function(ends, [], []).curve.empty


@pytest.mark.parametrize(
    ("ends", "unit", "time", "told"),
    [
        (pd.Series([1.0, 2.0], index=["a", "a"]), ["a"], [1.0], "unit a stands in it twice"),
        (pd.Series([1.0, 2.0], index=["a", "b"]), ["c"], [1.0], "unit c has an event but"),
        (pd.Series([1.0, 2.0], index=["a", "b"]), ["a"], [1.5], "after its follow-up ended at 1"),
        (pd.Series([1.0, -2.0], index=["a", "b"]), ["a"], [1.0], "End of follow-up: -2"),
        (pd.Series([1.0, 2.0], index=["a", "b"]), ["a", "b"], [1.0], "different length"),
    ],
)
def test_that_wrong_input_is_named(ends: pd.Series, unit: list, time: list, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        mean_cumulative_function(ends, unit, time)


def test_that_an_unknown_scale_is_refused() -> None:
    with pytest.raises(AnalysisError, match="choose from log, linear"):
        valve_seat("plain")


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.floats(0, 1)), min_size=1, max_size=25),
)
def test_that_the_variance_is_its_definition(ends: list[int], events: list) -> None:
    # Lawless and Nadeau 1995, eq. 2.5, by loops over units and times; ties included
    unit = [u % len(ends) for u, _ in events]
    time = [float(np.ceil(f * ends[u % len(ends)])) for u, f in events]

    curve = mean_cumulative_function(pd.Series(ends, dtype=float), unit, time).curve

    for row in curve.itertuples():
        total = 0.0
        for i, end in enumerate(ends):
            deviation = 0.0
            for past in curve.itertuples():
                if past.time > row.time or past.time > end:
                    continue
                own = sum(1 for u, t in zip(unit, time, strict=True) if u == i and t == past.time)
                deviation += (own - past.n_event / past.n_risk) / past.n_risk
            total += deviation**2
        assert_allclose(row.std_error, np.sqrt(total), rtol=1e-6, atol=1e-7)
