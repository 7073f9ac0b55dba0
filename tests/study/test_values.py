"""The values of a table by the convention of the study, with every change counted."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import Issue
from sjogren_desktop.study.raw import Declared, RawTable
from sjogren_desktop.study.values import column_name, interpret, stays_text

UNTYPED = Declared(typed=False)


def interpreted(
    columns: dict[str, list[object]], declared: Declared = UNTYPED, **options: object
) -> tuple[pd.DataFrame, list[Issue]]:
    table, issues = interpret(
        RawTable("T", pd.DataFrame(columns), declared=declared), "t.csv", **options
    )
    return table.frame, issues


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (" usubjid ", "USUBJID"),
        ("\ufeffUSUBJID", "USUBJID"),
        ("Creatinine  (µmol/L)", "CREATININE (UMOL/L)"),
    ],
)
def test_that_column_names_are_upper_case_without_blanks(header: str, name: str) -> None:
    assert column_name(header) == name


@pytest.mark.parametrize(
    "name",
    ["USUBJID", "SUBJID", "SITEID", "PARAMCD", "AESTDTC", "SAFFL", "TRT01P", "TRTA", "AVISIT",
     "AVALC", "AETERM", "ARMCD", "SUBJECT NO.", "PATIENT ID"],
)  # fmt: skip
def test_that_identifiers_and_codes_stay_text(name: str) -> None:
    assert stays_text(name)
    frame, _ = interpreted({name: ["0012", "13"]})
    assert frame[name].tolist() == ["0012", "13"]


@pytest.mark.parametrize("name", ["AVAL", "AGE", "TRT01PN", "AVISITN", "IGG", "HEIGHTBL"])
def test_that_measurements_become_numbers(name: str) -> None:
    assert not stays_text(name)
    frame, issues = interpreted({name: ["12", "13.5"]})
    assert frame[name].tolist() == [12.0, 13.5]
    assert issues == []


def test_that_numeric_identifiers_of_typed_files_become_text() -> None:
    frame, _ = interpreted({"SUBJID": [101.0, np.nan], "AVAL": [1.0, 2.0]}, Declared())

    assert frame["SUBJID"].tolist()[0] == "101"
    assert frame["SUBJID"].isna().tolist() == [False, True]
    assert frame["AVAL"].tolist() == [1.0, 2.0]


def test_that_a_numeric_variable_declared_as_text_is_read_as_numbers_and_said() -> None:
    frame, issues = interpreted({"AVISITN": ["0", "12", ""], "AVAL": ["1", "<5", "2"]}, Declared())

    assert frame["AVISITN"].tolist()[:2] == [0.0, 12.0]
    assert frame["AVISITN"].isna().tolist() == [False, False, True]
    assert frame["AVAL"].tolist() == ["1", "<5", "2"]
    assert [(i.check, i.severity, i.column) for i in issues] == [
        ("value.number_as_text", "warning", "AVISITN")
    ]


def test_that_other_text_of_typed_files_never_becomes_a_number() -> None:
    frame, issues = interpreted({"LBORRES": [" 12 ", "", "<5"]}, Declared())

    assert frame["LBORRES"].tolist()[::2] == ["12", "<5"]
    assert frame["LBORRES"].isna().tolist() == [False, True, False]
    assert issues == []


def test_that_qualified_values_keep_their_text_beside() -> None:
    frame, issues = interpreted({"USUBJID": ["A", "B", "C"], "LBORRES": ["<0.5", "7", "ND"]})

    assert frame["LBORRES"].isna().tolist() == [True, False, True]
    assert frame["LBORRES_TEXT"].tolist()[0] == "<0.5"
    assert frame["LBORRES_TEXT"].isna().tolist() == [False, True, True]
    assert [(i.check, i.row, i.subject) for i in issues] == [
        ("value.missing_code", 4, "C"),
        ("value.qualifier", 2, "A"),
    ]
    assert "1 value taken as missing: 'ND'" in issues[0].message


def test_that_minus_99_is_a_number_unless_it_is_declared_missing() -> None:
    columns: dict[str, list[object]] = {"USUBJID": ["-99", "B"], "IGG": ["-99", "7"]}

    kept, _ = interpreted(columns)
    dropped, _ = interpreted(columns, missing_codes=["-99"])

    assert kept["IGG"].tolist() == [-99.0, 7.0]
    assert dropped["IGG"].isna().tolist() == [True, False]
    assert dropped["USUBJID"].tolist() == ["-99", "B"]


def test_that_declared_codes_also_hold_for_columns_read_as_numbers() -> None:
    frame, issues = interpreted({"IGG": [-99.0, 7.0], "N": [-99, 3]}, missing_codes=["-99"])

    assert frame["IGG"].isna().tolist() == [True, False]
    assert frame["N"].isna().tolist() == [True, False]
    assert [i.check for i in issues] == ["value.missing_code"] * 2


def test_that_a_column_with_other_texts_stays_text_unless_it_must_be_a_number() -> None:
    free, _ = interpreted({"RESULT": ["5", "positive"]})
    must, issues = interpreted({"AVAL": ["5", "positive"]})

    assert free["RESULT"].tolist() == ["5", "positive"]
    assert must["AVAL"].tolist()[0] == 5.0
    assert must["AVAL_TEXT"].tolist()[1] == "positive"
    assert [i.check for i in issues] == ["value.not_a_number"]


def test_that_partial_dates_stay_text_with_a_flag_and_impossible_ones_are_named() -> None:
    frame, issues = interpreted(
        {"USUBJID": ["A", "B", "C"], "AESTDTC": ["2014-01", "2014-01-09", "2014-02-30"]}
    )

    assert frame["AESTDTC"].tolist() == ["2014-01", "2014-01-09", "2014-02-30"]
    assert frame["AESTDTC_PARTIAL"].fillna("").tolist() == ["Y", "", ""]
    assert [(i.check, i.row, i.subject) for i in issues] == [
        ("date.partial", 2, "A"),
        ("date.invalid", 4, "C"),
    ]


def test_that_a_date_column_is_dates_only_if_all_of_it_is() -> None:
    whole, _ = interpreted({"ADT": ["2014-01-09", None], "TRTSDT": ["09JAN2014", "10.01.2014"]})
    part, issues = interpreted({"ADT": ["2014-01-09", "2014-01"]})

    assert whole["ADT"].dtype == "datetime64[us]"
    assert whole["TRTSDT"].tolist() == [pd.Timestamp("2014-01-09"), pd.Timestamp("2014-01-10")]
    assert part["ADT"].tolist() == ["2014-01-09", "2014-01"]
    assert [i.check for i in issues] == ["date.partial"]


def test_that_infinite_values_become_missing_and_are_counted() -> None:
    frame, issues = interpreted({"AVAL": [1.0, np.inf, -np.inf]})

    assert frame["AVAL"].isna().tolist() == [False, True, True]
    assert [(i.check, i.row) for i in issues] == [("value.infinite", 3)]


def test_that_blank_text_is_missing() -> None:
    frame, _ = interpreted({"RACE": ["  ", "\u00a0", " WHITE "]})

    assert frame["RACE"].isna().tolist() == [True, True, False]
    assert frame["RACE"].iloc[2] == "WHITE"
