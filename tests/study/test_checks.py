"""Each data check finds its problem, at its address, and nothing in clean data."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import Issue
from sjogren_desktop.study.check_findings import MOST_ISSUES
from sjogren_desktop.study.checks import run_checks
from sjogren_desktop.study.data import Dataset, Part, StudyData

ADSL = pd.DataFrame(
    {
        "STUDYID": "T",
        "USUBJID": ["S1", "S2", "S3"],
        "TRT01P": ["A", "B", "A"],
        "TRT01A": ["A", "B", "A"],
        "SAFFL": "Y",
        "ITTFL": "Y",
        "TRTSDT": pd.to_datetime(["2024-01-01"] * 3),
        "TRTEDT": pd.to_datetime(["2024-06-01"] * 3),
    }
)
ADQS = pd.DataFrame(
    {
        "STUDYID": "T",
        "USUBJID": ["S1", "S1", "S2", "S2"],
        "TRTP": ["A", "A", "B", "B"],
        "PARAMCD": "ESSDAI",
        "PARAM": "ESSDAI total",
        "AVALU": "points",
        "AVISIT": ["Baseline", "Week 4"] * 2,
        "AVISITN": [0.0, 4.0] * 2,
        "AVAL": [10.0, 7.0, 8.0, 9.0],
        "BASE": [10.0, 10.0, 8.0, 8.0],
        "CHG": [np.nan, -3.0, np.nan, 1.0],
        "ANL01FL": "Y",
    }
)
ADAE = pd.DataFrame(
    {
        "STUDYID": "T",
        "USUBJID": ["S1", "S3"],
        "TRTA": "A",
        "AETERM": "Headache",
        "AESEV": ["MILD", "SEVERE"],
        "TRTEMFL": ["Y", "N"],
        "AESTDTC": ["2024-02-01", "2024-03"],
        "AEENDTC": ["2024-02-03", "2024-02"],
    }
)


def data_set(name: str, kind: str, frame: pd.DataFrame) -> Dataset:
    rows = np.arange(len(frame)) + 2
    part = Part(f"{name.lower()}.csv", "", 0, len(frame), rows)
    return Dataset(name, kind, frame, sources=(part.file,), parts=(part,))


def study(
    adsl: pd.DataFrame = ADSL, adqs: pd.DataFrame = ADQS, adae: pd.DataFrame = ADAE
) -> StudyData:
    return StudyData(
        (
            data_set("ADSL", "ADSL", adsl),
            data_set("ADQS", "BDS", adqs),
            data_set("ADAE", "ADAE", adae),
        )
    )


def changed(frame: pd.DataFrame, row: int, **values: object) -> pd.DataFrame:
    copy = frame.copy()
    for column, value in values.items():
        copy.loc[row, column] = value
    return copy


def repeated(frame: pd.DataFrame, row: int, **values: object) -> pd.DataFrame:
    more = pd.concat([frame, frame.loc[[row]]], ignore_index=True)
    return changed(more, len(frame), **values)


def found(data: StudyData) -> list[tuple[str, str, int | None, str, str]]:
    return [(i.check, i.file, i.row, i.column, i.subject) for i in run_checks(data)]


def test_that_clean_data_give_no_findings() -> None:
    assert found(study()) == []


CASES: dict[str, tuple[StudyData, list[tuple[str, str, int | None, str, str]]]] = {
    "subject twice": (
        study(adsl=repeated(ADSL, 1)),
        [("adsl.duplicate", "adsl.csv", 5, "USUBJID", "S2")],
    ),
    "no subjects": (
        StudyData(
            (*study().datasets, data_set("ADLB", "OTHER", ADQS.drop(columns="USUBJID")))
        ),
        [("structure.no_subjects", "adlb.csv", None, "USUBJID", "")],
    ),
    "no flags": (
        study(adsl=ADSL.drop(columns=["ITTFL", "SAFFL"])),
        [
            ("adsl.no_population", "adsl.csv", None, "ITTFL", ""),
            ("adsl.no_population", "adsl.csv", None, "SAFFL", ""),
        ],
    ),
    "no treatment": (
        study(adsl=changed(ADSL, 2, TRT01P=None)),
        [("adsl.no_treatment", "adsl.csv", 4, "TRT01P", "S3")],
    ),
    "no treatment, in no population": (
        study(adsl=changed(ADSL, 2, TRT01P=None, ITTFL="N", SAFFL=None)),
        [],
    ),
    "unknown subject": (
        study(adqs=changed(changed(ADQS, 2, USUBJID="S9"), 3, USUBJID="S9")),
        [
            ("key.not_in_adsl", "adqs.csv", 4, "USUBJID", "S9"),
            ("subject.only_in_adsl", "adsl.csv", 3, "USUBJID", "S2"),
        ],
    ),
    "unknown subject of another study": (
        study(adae=changed(ADAE, 0, STUDYID="U")),
        [("key.not_in_adsl", "adae.csv", 2, "USUBJID", "S1")],
    ),
    "other arm": (
        study(adqs=changed(ADQS, 3, TRTP="A")),
        [("key.arm_differs", "adqs.csv", 5, "TRTP", "S2")],
    ),
    "two records of a visit": (
        study(adqs=repeated(ADQS, 1, AVAL=6.0, CHG=-4.0)),
        [("key.duplicate", "adqs.csv", 6, "AVISITN", "S1")],
    ),
    "two records, one flagged": (study(adqs=repeated(ADQS, 1, ANL01FL=None)), []),
    "derived record": (study(adqs=repeated(ADQS, 1, DTYPE="LOCF")), []),
    "end of treatment copy": (
        study(
            adqs=repeated(repeated(ADQS, 1, AVISITN=99), 1, AVISITN=99, AVISIT="End of Treatment")
        ),
        [],
    ),
    "unscheduled": (
        study(
            adqs=repeated(
                repeated(ADQS, 1, AVISIT="Unscheduled", AVISITN=4.1), 1,
                AVISIT="Unscheduled", AVISITN=4.1,
            )
        ),
        [],
    ),
    "event ends before it starts": (
        study(adae=changed(ADAE, 0, AEENDTC="2024-01-31")),
        [("date.end_before_start", "adae.csv", 2, "AEENDTC", "S1")],
    ),
    "treatment ends before it starts": (
        study(adsl=changed(ADSL, 0, TRTEDT=pd.Timestamp("2023-12-31"))),
        [("date.end_before_start", "adsl.csv", 2, "TRTEDT", "S1")],
    ),
    "impossible date": (
        study(adsl=changed(ADSL, 0, TRTEDT=pd.Timestamp("2204-06-01"))),
        [("date.impossible", "adsl.csv", 2, "TRTEDT", "S1")],
    ),
    "value without a visit": (
        study(adqs=changed(changed(ADQS, 3, AVISIT=None), 3, AVISITN=np.nan)),
        [("key.no_visit", "adqs.csv", 5, "AVISIT", "S2")],
    ),
    "wrong change": (
        study(adqs=changed(ADQS, 1, CHG=-2.0)),
        [("value.change", "adqs.csv", 3, "CHG", "S1")],
    ),
    "result beyond a limit": (
        study(adqs=changed(changed(ADQS, 3, AVAL=np.nan, CHG=np.nan), 3, AVALC="<1.0")),
        [("value.limit", "adqs.csv", 5, "AVALC", "S2")],
    ),
    "two units": (
        study(adqs=changed(ADQS, 3, AVALU="score")),
        [("value.units", "adqs.csv", 5, "AVALU", "S2")],
    ),
    "severity": (
        study(adae=changed(ADAE, 1, AESEV="Severe")),
        [("term.severity", "adae.csv", 3, "AESEV", "S3")],
    ),
    "several baselines": (
        study(adqs=pd.concat([ADQS.assign(BASETYPE=b) for b in ("LAST", "MEAN")])),
        [("key.parts", "adqs.csv", None, "BASETYPE", "")],
    ),
    "emergence": (
        study(adae=ADAE.drop(columns=["TRTEMFL", "AESTDTC"])),
        [("ae.emergence", "adae.csv", None, "TRTEMFL", "")],
    ),
    "flag": (
        study(adsl=changed(ADSL, 1, SAFFL="yes")),
        [("term.flag", "adsl.csv", 3, "SAFFL", "S2")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_that_a_problem_is_found_at_its_address(case: str) -> None:
    data, expected = CASES[case]

    assert found(data) == expected


def test_that_a_study_without_subject_level_data_is_told() -> None:
    data = StudyData((data_set("ADQS", "BDS", ADQS),))

    assert [i.check for i in run_checks(data)] == ["structure.no_adsl"]


def test_that_rounded_changes_are_no_findings() -> None:
    rounded = ADQS.assign(
        AVAL=[10 / 3, 7 / 3, 8 / 3, 10 / 3], BASE=[10 / 3, 10 / 3, 8 / 3, 8 / 3]
    ).round(6)
    rounded["CHG"] = [np.nan, -1.0, np.nan, 0.666666]

    assert found(study(adqs=rounded)) == []


def test_that_another_definition_of_change_is_told_once() -> None:
    many = pd.concat([ADQS] * 10, ignore_index=True).assign(
        AVISITN=np.repeat(np.arange(20), 2), CHG=np.tile([np.nan, 40.0], 20)
    )

    issues = [i for i in run_checks(study(adqs=many)) if i.check == "value.change"]

    assert len(issues) == 1
    assert "another way" in issues[0].message


def test_that_findings_beyond_the_limit_are_only_counted() -> None:
    count = MOST_ISSUES + 30
    many = pd.concat([ADQS.head(1)] * count, ignore_index=True)
    many["USUBJID"] = [f"X{i}" for i in range(count)]

    issues = [i for i in run_checks(study(adqs=many)) if i.check == "key.not_in_adsl"]

    assert len(issues) == MOST_ISSUES + 1
    assert "30 more findings of this kind (130 in all)" in issues[-1].message


def test_that_every_finding_says_what_to_do() -> None:
    issues: list[Issue] = []
    for data, _ in CASES.values():
        issues += run_checks(data)

    assert issues
    assert all(i.action and i.message.endswith(".") and i.check for i in issues)


def test_that_checks_leave_the_data_as_they_are() -> None:
    data = study()
    before = [d.frame.copy() for d in data.datasets]

    run_checks(data)

    for old, dataset in zip(before, data.datasets, strict=True):
        pd.testing.assert_frame_equal(old, dataset.frame)
    assert dataclasses.replace(data).issues == ()


def test_that_subjects_written_in_another_way_are_one_finding() -> None:
    other = ADQS.assign(USUBJID=ADQS["USUBJID"].str.replace("S", "s-00"))

    (issue,) = [i for i in run_checks(study(adqs=other)) if i.check == "key.not_in_adsl"]

    assert (issue.file, issue.column) == ("adqs.csv", "USUBJID")
    assert "are written in another way" in issue.message
    assert "'s-001' is 'S1' there" in issue.message


def test_that_numbers_two_subjects_would_share_are_no_other_spelling() -> None:
    twins = ADSL.assign(USUBJID=["S1", "S01", "S001"])
    other = ADQS.assign(USUBJID=ADQS["USUBJID"].str.replace("S", "s-00"))

    found = [i for i in run_checks(study(adsl=twins, adqs=other)) if i.check == "key.not_in_adsl"]

    assert not [i for i in found if "another way" in i.message]
