"""Kaplan-Meier against R survival 3.5-3, statsmodels and SAS figures of a study report."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.kaplan_meier import KaplanMeier, kaplan_meier, kaplan_meier_by_group
from tests.stats.expected import FOLDER, expected, floats, shared_cases

FORMS = {"log-log": "log-log", "log": "log", "plain": "linear"}
AML = expected("survival")


def aml() -> pd.DataFrame:
    return pd.read_csv(FOLDER / "survival" / "aml.csv")


@pytest.mark.parametrize("case", AML["km"], ids=lambda c: c["type"])
def test_that_curves_limits_and_quantiles_equal_r(case: dict) -> None:
    data = aml()

    curves = kaplan_meier_by_group(
        data["time"], data["event"], data["group"], conf_form=FORMS[case["type"]]
    )

    for i, curve in enumerate(curves.values()):
        rows = slice(4 * i, 4 * i + 4)
        at = curve.at(case["time"][rows])
        assert_allclose(at["n_risk"], case["n_risk"][rows])
        pairs = {"estimate": "estimate", "std_error": "std_error", "lower": "lo", "upper": "hi"}
        for ours, theirs in pairs.items():
            assert_allclose(at[ours], floats(case[theirs][rows]), rtol=1e-9)
        quantiles = curve.quantiles()
        for ours, theirs in {"estimate": "quantile", "lower": "lower", "upper": "upper"}.items():
            assert_allclose(quantiles[ours], floats(case[theirs][i]))


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("form", [0, 1, 2])
def test_that_shared_reference_cases_are_met(shared: Path, number: int, form: int) -> None:
    case = shared_cases(shared, "survival")["cases"][number]
    data = pd.read_csv(shared / "reference" / "stats" / "data" / f"{case['id']}.csv")
    km = case["km"][form]

    curves = kaplan_meier_by_group(
        data[case["time"]],
        data[case["event"]],
        pd.Categorical(data[case["group"]].astype(str), categories=km["groups"]),
        conf_form=FORMS[km["conf_type"]],
    )

    at_all = pd.DataFrame(km["at"])
    for i, (label, curve) in enumerate(curves.items()):
        assert (curve.n, curve.n_events) == (km["n"][i], km["events"][i])
        quantiles = curve.quantiles()
        assert_allclose(quantiles["estimate"], floats(km["quantiles"][i]))
        assert_allclose(quantiles["lower"], floats(km["lower"][i]))
        assert_allclose(quantiles["upper"], floats(km["upper"][i]))
        at = at_all[at_all["group"] == label]
        ours = curve.at(at["time"])
        for mine, theirs in (
            ("estimate", "survival"),
            ("std_error", "se_greenwood"),
            ("lower", "lower"),
            ("upper", "upper"),
            ("n_risk", "n_risk"),
        ):
            assert_allclose(ours[mine], floats(at[theirs].tolist()), rtol=1e-9)


@pytest.mark.parametrize(
    ("form", "high", "low"),
    [
        ("linear", (36, 24, 46), (33, 27, 48)),  # as printed in the study report, SAS 9.1
        ("log-log", (36, 23, 46), (33, 27, 48)),  # default of SAS 9.4
        ("log", (36, 25, 47), (33, 28, 51)),  # default of R
    ],
)
def test_that_medians_equal_the_pilot_study_report(
    shared: Path, form: str, high: tuple[int, ...], low: tuple[int, ...]
) -> None:
    # CDISC pilot, figure 14-1: time to the first dermatologic event
    path = shared / "data" / "cdiscpilot" / "adam" / "adtte.xpt"
    data = pd.read_sas(path, format="xport", encoding="utf-8")

    curves = kaplan_meier_by_group(data["AVAL"], 1 - data["CNSR"], data["TRTA"], conf_form=form)

    assert np.isnan(curves["Placebo"].median()[0])
    assert curves["Xanomeline High Dose"].median() == high
    assert curves["Xanomeline Low Dose"].median() == low
    assert [c.n_events for c in curves.values()] == [29, 61, 62]
    at_28 = curves["Xanomeline High Dose"].at([28]).iloc[0]
    assert round(at_28["estimate"], 4) == 0.5883
    assert at_28["n_risk"] == 41


def test_that_the_estimate_equals_statsmodels() -> None:
    from statsmodels.duration.survfunc import SurvfuncRight

    data = aml()

    curve = kaplan_meier(data["time"], data["event"]).curve
    theirs = SurvfuncRight(data["time"], data["event"]).summary()

    events = curve[curve["n_event"] > 0]
    assert_allclose(events["estimate"], theirs["Surv prob"], rtol=1e-12)
    assert_allclose(events["std_error"].iloc[:-1], theirs["Surv prob SE"].iloc[:-1], rtol=1e-9)


def test_that_a_stretch_at_one_half_gives_its_middle() -> None:
    # survfit gives 3.0 for censored, and 2.5 for complete times
    assert kaplan_meier([1, 2, 3, 4], [1, 1, 0, 0]).median()[0] == 3.0
    assert kaplan_meier([1, 2, 3, 4], [1, 1, 1, 1]).median()[0] == 2.5


def test_that_the_curve_before_the_first_time_is_one() -> None:
    at = kaplan_meier([5, 6], [1, 0]).at([0, 4.9]).iloc[1]

    assert (at["estimate"], at["std_error"], at["n_risk"]) == (1.0, 0.0, 2)


def test_that_log_log_limits_are_missing_where_everybody_is_event_free() -> None:
    first = kaplan_meier([1, 2, 3], [0, 1, 1]).curve.iloc[0]

    assert np.isnan(first["lower"])
    assert np.isnan(first["upper"])


@pytest.mark.parametrize(
    ("time", "event", "told"),
    [
        ([1, -2], [1, 0], "Time: -2 found"),
        ([1, 2], [1, 2], "Event: 2 found"),
        ([1, 2, 3], [1, 0], "different length"),
        ([1, np.nan], [1, 0], "1 of 2 values are missing"),
        ([], [], "0 given where at least 1"),
        (["a", "b"], [1, 0], "give numbers only"),
        ([[1, 2]], [1, 0], "not 2 dimensions"),
    ],
)
def test_that_wrong_input_is_named(time: list, event: list, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        kaplan_meier(time, event)


def test_that_unknown_forms_and_levels_are_refused() -> None:
    with pytest.raises(AnalysisError, match="choose from log-log, log, linear"):
        kaplan_meier([1], [1], conf_form="arcsine")
    with pytest.raises(AnalysisError, match="between 0 and 1"):
        kaplan_meier([1], [1], level=95)
    with pytest.raises(AnalysisError, match="Group: 1 rows have no value"):
        kaplan_meier_by_group([1, 2], [1, 1], ["a", None])


SAMPLES = st.lists(st.tuples(st.integers(0, 20), st.booleans()), min_size=1, max_size=40)


def fit(sample: list[tuple[int, bool]], **options: object) -> KaplanMeier:
    time, event = zip(*sample, strict=True)
    return kaplan_meier(time, event, **options)  # type: ignore[arg-type]


@given(SAMPLES, st.randoms())
def test_that_row_order_does_not_matter(sample: list, random: object) -> None:
    mixed = list(sample)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    pd.testing.assert_frame_equal(fit(sample).curve, fit(mixed).curve)


@given(SAMPLES, st.sampled_from(["log-log", "log", "linear"]))
def test_that_the_curve_falls_within_its_limits(sample: list, form: str) -> None:
    curve = fit(sample, conf_form=form).curve.dropna()

    assert (np.diff(curve["estimate"]) <= 0).all()
    assert (curve["lower"] <= curve["estimate"] + 1e-12).all()
    assert (curve["estimate"] <= curve["upper"] + 1e-12).all()
    assert curve["lower"].min() >= 0 if len(curve) else True
    assert curve["upper"].max() <= 1 if len(curve) else True


@given(st.lists(st.integers(0, 20), min_size=1, max_size=40))
def test_that_without_censoring_it_is_the_share_still_event_free(times: list[int]) -> None:
    curve = kaplan_meier(times, np.ones(len(times))).curve

    share = [np.mean(np.array(times) > t) for t in curve["time"]]
    assert_allclose(curve["estimate"], share, atol=1e-12)
    binomial = np.sqrt(np.array(share) * (1 - np.array(share)) / len(times))
    known = curve["estimate"].to_numpy() > 0
    assert_allclose(curve["std_error"][known], binomial[known], rtol=1e-9)
