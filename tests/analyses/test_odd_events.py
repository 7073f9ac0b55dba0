"""Adverse events as data sets of other sponsors write them."""

import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.ae_records import is_yes, related, severities
from tests.studies import small_study, with_dataset

OVERVIEW = catalogue.find("ae_overview")


@pytest.mark.parametrize(
    ("column", "texts", "expected"),
    [
        ("AESEV", ["Mild", "moderate ", "SEVERE", "Fatal", None], [1, 2, 3, 5, 0]),
        ("AESEV", [1.0, 2.0, 3.0, None], [1, 2, 3, 0]),
        ("AESEV", ["Grade 3", "GRADE 1", "3 - Severe", "Gr. 2", "4: LT"], [3, 1, 3, 2, 4]),
        ("ASEV", ["MILD TO MODERATE", "Severe (Grade 3)", "SEV", "MOD", "n/a"], [2, 3, 3, 2, 0]),
        ("AESEV", ["Death", "LIFE THREATENING", "13"], [5, 4, 0]),
    ],
)  # fmt: skip
def test_that_severity_is_read_however_it_is_written(column, texts, expected):
    assert severities(pd.DataFrame({column: texts})).tolist() == expected


def test_that_an_empty_severity_gives_way_to_the_analysis_variable():
    frame = pd.DataFrame({"AESEV": [None, None], "ASEV": ["Severe", "Mild"]})

    assert severities(frame).tolist() == [3, 1]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("PROBABLE", True), ("possible", True), ("RELATED", True), ("Y", True), (None, True),
        ("NONE", False), ("REMOTE", False), ("Not Related", False), ("N", False),
        ("NOT RELATED TO STUDY DRUG", False), ("Unlikely/remote", False), ("UNRELATED", False),
        ("UNKNOWN", True), ("NOT APPLICABLE", True),
    ],
)  # fmt: skip
def test_that_only_what_is_said_to_be_unrelated_is(word, expected):
    assert related(pd.DataFrame({"AEREL": [word, "X"]})).tolist() == [expected, True]


def test_that_flags_of_studies_that_write_them_differently_all_count():
    assert is_yes(pd.Series(["Y", "Yes", "N", None, "1", "y"])).tolist() == [
        *(True, True, False, False, True, True),
    ]


def two_studies(**changes):
    events = pd.DataFrame(
        {
            "STUDYID": ["S1", "S1", "S2", "S2"],
            "USUBJID": ["S1-0001", "S1-1002", "S2-0001", "S2-1002"],
            "AEDECOD": "Cough",
            "TRTEMFL": ["Y", None, None, None],
            "ASTDT": pd.to_datetime(["2024-02-01", "2024-02-01", "2024-02-01", "2023-12-01"]),
        }
    )
    study = small_study()
    adsl = study.adsl.assign(TRTSDT=pd.Timestamp("2024-01-01"))
    study = with_dataset(study, "ADSL", "ADSL", adsl)
    return with_dataset(study, "ADAE", "ADAE", events.assign(**changes))


def counted(result):
    table = result.tables[0]
    row = next(r for r in table.rows if r.labels[0].strip() == "Any adverse event")
    cells = [c for c, head in zip(row.cells, table.columns, strict=True) if "(N=" in head.header]
    return max(s.value for c in cells for s in c.stats if s.name == "events")  # of the total


def test_that_a_study_without_the_flag_is_told_by_its_dates_beside_one_with_it():
    result = catalogue.run(OVERVIEW, two_studies(), {"study": "Pooled"})

    # S1: one flagged of two; S2: one starts after the first dose, one before.
    assert counted(result) == 2
    assert any("The data of S2 have no treatment-emergent flag" in note for note in result.notes)


def test_that_a_flag_that_is_blank_everywhere_is_no_flag():
    result = catalogue.run(OVERVIEW, two_studies(TRTEMFL=None), {"study": "Pooled"})

    assert counted(result) == 3
    assert any("The data have no treatment-emergent flag" in note for note in result.notes)


def test_that_events_of_nobody_and_of_screening_failures_are_told_of():
    study = two_studies(USUBJID=["S1-0001", "S1-9999", "S2-0001", "S2-1002"], TRTEMFL="Y")
    adsl = study.adsl.copy()
    adsl.loc[adsl["USUBJID"] == "S2-0001", ["TRT01P", "TRT01A"]] = None
    study = with_dataset(study, "ADSL", "ADSL", adsl)

    result = catalogue.run(OVERVIEW, study, {"study": "Pooled"})

    assert counted(result) == 2
    assert any("2 event records belong to subjects outside" in note for note in result.notes)
