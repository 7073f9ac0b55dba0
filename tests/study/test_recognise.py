"""What a data set is, by its variables, and what it is called."""

from __future__ import annotations

import pandas as pd
import pytest

from sjogren_desktop.study.recognise import data_set_name, recognise


def frame(*columns: str, subjects: int = 3) -> pd.DataFrame:
    data = {c: ["x"] * 3 for c in columns}
    if "USUBJID" in data:
        data["USUBJID"] = [f"S{i % subjects}" for i in range(3)]
    return pd.DataFrame(data)


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (("USUBJID", "TRT01P", "SAFFL"), "ADSL"),
        (("USUBJID", "ARM"), "ADSL"),
        (("USUBJID", "PARAMCD", "AVAL", "TRTP"), "BDS"),
        (("USUBJID", "PARAMCD", "AVALC"), "BDS"),
        (("USUBJID", "PARAMCD", "AVAL", "CNSR"), "ADTTE"),
        (("USUBJID", "AETERM", "AEDECOD", "AESEV"), "ADAE"),
        (("USUBJID", "AEDECOD", "TRTEMFL", "TRT01A"), "ADAE"),
        (("USUBJID", "CMTRT", "CMDECOD"), "OCCDS"),
        (("USUBJID", "AVAL"), "OTHER"),
        (("PARAMCD", "AVAL"), "OTHER"),
        (("CODE", "TEXT"), "OTHER"),
    ],
)
def test_that_the_variables_tell_the_kind(columns: tuple[str, ...], kind: str) -> None:
    assert recognise(frame(*columns)) == kind


def test_that_several_records_a_subject_are_no_subject_level_data() -> None:
    assert recognise(frame("USUBJID", "TRT01P", "VISIT", subjects=1)) == "OTHER"


def test_that_one_subject_entered_twice_still_is_subject_level_data() -> None:
    subjects = [f"S{i}" for i in range(60)] + ["S0"]

    assert recognise(pd.DataFrame({"USUBJID": subjects, "TRT01P": "A"})) == "ADSL"


@pytest.mark.parametrize(
    ("given", "stem", "kind", "name"),
    [
        ("", "adqs", "BDS", "ADQS"),
        ("ADLB", "whatever", "BDS", "ADLB"),
        ("", "subject level", "ADSL", "ADSL"),
        ("", "n1_adverse-events (2)", "ADAE", "ADAE"),
        ("ADSL_LONG_NAME", "adsl_v8", "ADSL", "ADSL"),
        ("Sheet1", "lab export", "OTHER", "LAB_EXPORT"),
        ("", "n1_adlb", "BDS", "ADLB"),
        ("", "2024 labs", "BDS", "_2024_LABS"),
        ("DM", "x", "ADSL", "DM"),
        ("", "...", "OTHER", "DATA"),
    ],
)
def test_that_names_are_upper_case_and_usual(given: str, stem: str, kind: str, name: str) -> None:
    assert data_set_name(given, stem, kind) == name
