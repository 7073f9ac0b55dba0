"""Worst grades by arm: which records count, and what cannot be graded."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from tests.studies import small_study, with_dataset

GRADES = catalogue.find("ctcae_grades")


def lab(**columns):
    """Return neutrophils (normal 2 to 7) of three subjects, and ALT of one."""
    courses = {
        ("S1-0001", "NEUT"): {0: 3.0, 4: 1.2, 8: 0.8, 99: 0.1},
        ("S1-0002", "NEUT"): {0: 1.8, 4: 1.9, 8: 2.5},
        ("S1-1001", "NEUT"): {0: 3.0, 4: 0.4},
        ("S1-1001", "ALT"): {0: 100.0, 4: 110.0, 8: 320.0},
    }
    rows = [
        {
            "STUDYID": "S1",
            "USUBJID": subject,
            "PARAMCD": code,
            "PARAM": "Neutrophils (10^9/L)" if code == "NEUT" else "ALT (U/L)",
            "AVISITN": float(visit),
            "AVISIT": "Baseline" if visit == 0 else f"Week {visit}",
            "AVAL": value,
            "A1LO": 2.0 if code == "NEUT" else 0.0,
            "A1HI": 7.0 if code == "NEUT" else 40.0,
        }
        for (subject, code), course in courses.items()
        for visit, value in course.items()
    ]
    return with_dataset(small_study(), "ADLB", "BDS", pd.DataFrame(rows).assign(**columns))


def rows(result):
    return {
        (r.key["CRITERION"], r.key["GRADE"]): [formats.cell(c) for c in r.cells]
        for r in result.tables[0].rows
    }


def test_that_the_worst_grade_after_baseline_is_counted_without_copies():
    found = rows(catalogue.run(GRADES, lab(), {"study": "S1"}))

    assert found["neutrophils", "n"] == ["2", "1"]
    assert found["neutrophils", "1"] == ["1 (50.0%)", "0"]
    assert found["neutrophils", "3"] == ["1 (50.0%)", "0"]
    assert found["neutrophils", "4"] == ["0", "1 (100%)"]
    assert found["neutrophils", "3-4"] == ["1 (50.0%)", "1 (100%)"]


def test_that_a_grade_like_that_of_the_baseline_is_no_worsening():
    # S1-0002 had grade 1 at baseline and after it.
    found = rows(catalogue.run(GRADES, lab(), {"study": "S1"}))

    assert found["neutrophils", "worse"] == ["1 (50.0%)", "1 (100%)"]


def test_that_an_abnormal_baseline_is_the_reference_of_liver_tests():
    # Baseline 100 (2.5 x ULN, grade 1); 320 is 3.2 x baseline: grade 2, where 8 x ULN were 3.
    found = rows(catalogue.run(GRADES, lab(), {"study": "S1"}))

    assert found["alt", "2"] == ["0", "1 (100%)"]
    assert found["alt", "worse"] == ["0", "1 (100%)"]
    assert found["alt", "3-4"] == ["0", "0"]


def test_that_values_after_the_last_visit_that_counts_are_left_out():
    found = rows(catalogue.run(GRADES, lab(), {"study": "S1", "until": "Week 4"}))

    assert found["neutrophils", "2"] == ["1 (50.0%)", "0"]
    assert found["alt", "0"] == ["0", "1 (100%)"]


def test_that_the_unit_of_the_record_goes_before_that_of_the_label():
    study = lab(AVALU="/mm3")

    found = rows(catalogue.run(GRADES, study, {"study": "S1", "parameters": ("NEUT",)}))

    assert found["neutrophils", "4"] == ["2 (100%)", "1 (100%)"]


def test_that_what_cannot_be_graded_is_named_or_refused():
    result = catalogue.run(GRADES, lab(AVALU="%"), {"study": "S1"})

    assert any("Neutrophils (10^9/L) (Neutrophil count decreased)" in n for n in result.notes)
    with pytest.raises(AnalysisError, match="can be graded"):
        catalogue.run(GRADES, lab(AVALU="%", A1HI=np.nan), {"study": "S1"})


def test_that_the_version_chosen_decides_the_grade():
    # 0.8 and 0.4 x 10^9/L: grades 3 and 4 in version 5, 2 and 3 in version 6.
    study = lab()

    old = rows(catalogue.run(GRADES, study, {"study": "S1"}))
    new = catalogue.run(GRADES, study, {"study": "S1", "version": "6"})

    assert old["neutrophils", "4"] == ["0", "1 (100%)"]
    assert rows(new)["neutrophils", "3"] == ["0", "1 (100%)"]
    assert rows(new)["neutrophils", "2"] == ["1 (50.0%)", "0"]
    assert "6.0" in new.tables[0].title


def test_that_a_cell_names_the_subjects_it_counts():
    table = catalogue.run(GRADES, lab(), {"study": "S1"}).tables[0]

    found = {
        (r.key["CRITERION"], r.key["GRADE"]): [c.subjects for c in r.cells] for r in table.rows
    }
    assert found["neutrophils", "n"] == [("S1-0001", "S1-0002"), ("S1-1001",)]
    assert found["neutrophils", "4"] == [(), ("S1-1001",)]
