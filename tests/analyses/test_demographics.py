"""Demographics: which variables, missing values, order of levels, p values of other programs."""

import pandas as pd
import pytest
from scipy import stats

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

DEMOGRAPHICS = catalogue.find("demographics")


@pytest.fixture
def study():
    people = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": [f"S1-{i}" for i in range(8)],
            "SITEID": "1",
            "TRT01P": [PLACEBO] * 4 + [MONTHLY] * 4,
            "TRT01PN": [0.0] * 4 + [1.0] * 4,
            "ITTFL": "Y",
            "AGE": [40.0, 50.0, None, 60.0, 45.0, 55.0, 65.0, 75.0],
            "AGEGR1": ["<45", "45-<60", None, ">=60", "45-<60", "45-<60", ">=60", ">=60"],
            "SEX": ["F", "F", "F", "M", "F", "F", "F", "F"],
            "RACE": ["ASIAN", "WHITE", "WHITE", "WHITE", "ASIAN", "WHITE", "WHITE", "WHITE"],
            "RACEN": [2.0, 1.0, 1.0, 1.0, 2.0, 1.0, 1.0, 1.0],
            "TRTSDT": pd.Timestamp("2024-01-01"),
        }
    )
    return with_dataset(small_study(), "ADSL", "ADSL", people)


def shown(result):
    return {
        (row.key["VARIABLE"], row.labels[1]): [formats.cell(c) if c else "" for c in row.cells]
        for row in result.tables[0].rows
    }


def test_that_characteristics_are_offered_and_codes_flags_and_dates_are_not(study):
    result = catalogue.run(DEMOGRAPHICS, study, {})

    assert result.options["variables"] == ("AGE", "AGEGR1", "SEX", "RACE")


def test_that_missing_values_stand_apart_and_percentages_are_of_those_known(study):
    found = shown(catalogue.run(DEMOGRAPHICS, study, {}))

    assert found["AGE", "n"] == ["3", "4", "7"]
    assert found["AGE", "Mean (SD)"] == ["50.0 (10.00)", "60.0 (12.91)", "55.7 (12.05)"]
    assert found["AGE", "Median"] == ["50.0", "60.0", "55.0"]
    assert found["AGEGR1", "45-<60"] == ["1 (33.3%)", "2 (50.0%)", "3 (42.9%)"]
    assert found["AGEGR1", "Missing"] == ["1", "0", "1"]
    assert ("SEX", "Missing") not in found


def test_that_levels_follow_their_code_or_their_numbers(study):
    found = list(shown(catalogue.run(DEMOGRAPHICS, study, {})))

    assert [level for name, level in found if name == "RACE"] == ["n", "WHITE", "ASIAN"]
    assert [level for name, level in found if name == "AGEGR1"] == [
        *("n", "<45", "45-<60", ">=60", "Missing"),
    ]


def test_that_p_values_are_those_of_scipy(study):
    result = catalogue.run(DEMOGRAPHICS, study, {"p_values": True})

    p = {
        row.key["VARIABLE"]: row.cells[-1].stats[0].value
        for row in result.tables[0].rows
        if row.cells[-1] is not None
    }
    age = study.adsl["AGE"]
    anova = stats.f_oneway(age[:4].dropna(), age[4:])
    square = stats.chi2_contingency([[3, 1], [4, 0]], correction=False)
    assert p["AGE"] == pytest.approx(anova.pvalue, rel=1e-12)
    assert p["SEX"] == pytest.approx(square.pvalue, rel=1e-12)


def test_that_one_level_or_no_variation_has_no_p(study):
    adsl = study.adsl.assign(SEX="F", AGE=50.0)

    result = catalogue.run(
        DEMOGRAPHICS, with_dataset(study, "ADSL", "ADSL", adsl), {"p_values": True}
    )

    cells = {r.key["VARIABLE"]: r.cells[-1] for r in result.tables[0].rows if r.labels[1] == "n"}
    assert cells["SEX"] is None
    assert cells["AGE"] is None


def test_that_a_count_opens_its_subjects(study):
    result = catalogue.run(DEMOGRAPHICS, study, {})

    row = next(r for r in result.tables[0].rows if r.key.get("LEVEL") == "M")
    assert row.cells[0].subjects == ("S1-3",)


def test_that_a_subset_without_subjects_is_refused(study):
    with pytest.raises(AnalysisError, match="No subject is in the population"):
        catalogue.run(DEMOGRAPHICS, study, {"subset": "AGE > 90"})
