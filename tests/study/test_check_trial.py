"""Checks of the course of a trial: each finds its problem, at its address."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.study.checks import CHECKS, run_checks
from sjogren_desktop.study.data import StudyData
from tests.study import test_checks
from tests.study.test_checks import ADAE, ADQS, ADSL, changed, data_set, found, study

VISITS = ("Week 4", "Week 8", "Week 12")
DAYS = (29.0, 57.0, 85.0)
BY_DAY = pd.DataFrame(
    {
        "STUDYID": "T",
        "USUBJID": np.repeat(["S1", "S2", "S3"], 3),
        "PARAMCD": "ESSDAI",
        "AVISIT": VISITS * 3,
        "AVISITN": (4.0, 8.0, 12.0) * 3,
        "ADT": pd.to_datetime(["2024-01-29", "2024-02-26", "2024-03-25"] * 3),
        "ADY": DAYS * 3,
        "AVAL": 8.0,
    }
)
IGG = pd.DataFrame(
    {
        "STUDYID": "T",
        "USUBJID": np.repeat(["S1", "S2", "S3"], 4),
        "PARAMCD": "IGG",
        "PARAM": "Immunoglobulin G (g/L)",
        "AVISIT": ("Baseline", *VISITS) * 3,
        "AVISITN": (0.0, 4.0, 8.0, 12.0) * 3,
        "AVAL": [16.0, 15.0, 14.0, 13.0, 9.0, 9.5, 8.8, 9.1, 30.0, 28.0, 27.0, 31.0],
    }
)
EVENTS = ADAE.assign(ASTDT=pd.to_datetime(["2024-02-01", "2024-03-01"]))
LATE = {"ADY": 80.0, "ADT": pd.Timestamp("2024-03-20")}


def at(**frames: pd.DataFrame) -> StudyData:
    made = [data_set(n, "BDS", f) for n, f in frames.items()]
    return StudyData((data_set("ADSL", "ADSL", ADSL), *made))


CASES = {
    "no records": (
        at(ADQS=ADQS),
        [("subject.only_in_adsl", "adsl.csv", 4, "USUBJID", "S3")],
    ),
    "arm changes": (
        study(adsl=ADSL.drop(columns=["TRT01P", "TRT01A"]), adqs=changed(ADQS, 1, TRTP="B")),
        [
            ("adsl.no_arms", "adsl.csv", None, "", ""),
            ("key.arm_changes", "adqs.csv", 3, "TRTP", "S1"),
        ],
    ),
    "treatment changes between periods": (
        study(adsl=ADSL.assign(TRT02A=[None, *ADSL["TRT01A"][1:-1], "Other"])),
        [("key.periods", "adsl.csv", None, "TRT02A", "")],
    ),
    "before birth": (
        study(adsl=ADSL.assign(BRTHDTC=["2024-05-01", "1970", "1960-01-01"]), adae=EVENTS),
        [("date.before_birth", "adae.csv", 2, "ASTDT", "S1")],
    ),
    "after death": (
        study(adsl=ADSL.assign(DTHDT=pd.to_datetime([None, None, "2024-02-28"])), adae=EVENTS),
        [("date.after_death", "adae.csv", 3, "ASTDT", "S3")],
    ),
    "dosed before randomised": (
        study(adsl=ADSL.assign(RANDDT=pd.to_datetime(["2024-01-02", "2024-01-01", "2023-12-30"]))),
        [("date.order", "adsl.csv", 2, "TRTSDT", "S1")],
    ),
    "day zero": (
        at(ADQS=BY_DAY.assign(ADY=BY_DAY["ADY"].replace(29.0, 0.0))),
        [("date.study_day", "adqs.csv", 2, "ADY", "S1")],
    ),
    "wrong day": (
        at(ADQS=changed(BY_DAY, 4, ADY=60.0)),
        [("date.study_day", "adqs.csv", 6, "ADY", "S2")],
    ),
    "late visit": (
        at(ADQS=changed(BY_DAY, 4, **LATE)),
        [("visit.window", "adqs.csv", 6, "AVISIT", "S2")],
    ),
    "late, but within a week of the middle": (
        at(ADQS=changed(BY_DAY, 4, ADY=77.0, ADT=pd.Timestamp("2024-03-17"))),
        [],
    ),
    "visits made of days": (
        at(ADQS=changed(BY_DAY, 4, **LATE).assign(AWTDIFF=0.0)),
        [],
    ),
    "two numbers of a visit": (
        at(ADQS=changed(BY_DAY, 8, AVISITN=13.0)),
        [("visit.numbers", "adqs.csv", 10, "AVISITN", "S3")],
    ),
    "one number of two visits": (
        at(ADQS=changed(BY_DAY, 8, AVISIT="Final")),
        [("visit.numbers", "adqs.csv", 10, "AVISIT", "S3")],
    ),
    "value in mg/dL": (
        at(ADLB=changed(IGG, 5, AVAL=950.0)),
        [("value.unit_slip", "adlb.csv", 7, "AVAL", "S2")],
    ),
    "sex in words": (
        study(adsl=ADSL.assign(SEX=["F", "weiblich", "M"])),
        [("term.sex", "adsl.csv", 3, "SEX", "S2")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_that_a_problem_is_found_where_it_is(case: str) -> None:
    data, expected = CASES[case]

    assert found(data) == expected


def test_that_a_slip_names_the_unit_it_would_fit() -> None:
    issue = next(i for i in run_checks(at(ADLB=changed(IGG, 5, AVAL=950.0))))

    assert issue.message.startswith("IGG is 950, which is of the usual size in mg/dL")


def test_that_a_very_high_value_is_no_slip_of_the_unit() -> None:
    assert found(at(ADLB=changed(IGG, 5, AVAL=110.0))) == []


def test_that_every_check_takes_visit_numbers_that_are_words() -> None:
    visits = changed(ADQS.astype({"AVISITN": object}), 0, AVISITN="start").astype({"AVISITN": str})

    assert [i for i in run_checks(at(ADQS=visits)) if i.column == "AVISITN"] == []


def test_that_every_check_has_a_case() -> None:
    cases = [*CASES.values(), *test_checks.CASES.values()]

    seen = {check for _, expected in cases for check, *_ in expected}
    assert seen | {"structure.no_adsl"} == {c.id for c in CHECKS}
