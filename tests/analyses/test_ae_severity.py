"""Adverse events by worst severity and relationship: hand-made, and counted anew on the pilot."""

import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

SEVERITY = catalogue.find("ae_severity")


def study_with_events(**changes):
    """Return S1 with hand-made events of known severity and relationship."""
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["S1-0001", "S1-0001", "S1-1002", "S1-1003", "S1-1003", "S1-1004"],
            "AEDECOD": ["Cough", "Rash", "Cough", "Sepsis", "Cough", "Rash"],
            "AEBODSYS": ["Chest", "Skin", "Chest", "Infections", "Chest", "Skin"],
            "AESEV": ["MILD", "SEVERE", "moderate", "SEVERE", "MILD", None],
            "AEREL": ["NONE", "POSSIBLE", "PROBABLE", "NONE", "POSSIBLE", None],
            "TRTEMFL": "Y",
        }
    )
    return with_dataset(small_study(), "ADAE", "ADAE", events.assign(**changes))


def texts(result):
    table = result.tables[0]
    heads = [(c.key["ARM"], c.key.get("RELATION", ""), c.key["CATEGORY"]) for c in table.columns]
    return {
        row.labels[0]: dict(zip(heads, (formats.cell(c) for c in row.cells), strict=True))
        for row in table.rows
    }


def test_that_a_subject_counts_once_a_row_at_its_worst():
    rows = texts(catalogue.run(SEVERITY, study_with_events(), {"study": "S1"}))

    overall = rows["Any adverse event"]
    assert [k[2] for k in overall if k[0] == PLACEBO] == [
        "Not recorded",
        "Mild",
        "Moderate",
        "Severe",
    ]
    assert overall[PLACEBO, "", "Severe"] == "1 (9.1%)"
    assert overall[PLACEBO, "", "Mild"] == "0"
    assert rows["Cough"][PLACEBO, "", "Mild"] == "1 (9.1%)"
    assert [overall[MONTHLY, "", c] for c in ("Not recorded", "Mild", "Moderate", "Severe")] == [
        "1 (9.1%)",
        "0",
        "1 (9.1%)",
        "1 (9.1%)",
    ]
    assert rows["Cough"][MONTHLY, "", "Mild"] == "1 (9.1%)"


def test_that_related_and_other_events_have_their_own_worst():
    result = catalogue.run(SEVERITY, study_with_events(), {"study": "S1", "by": "both"})

    overall = texts(result)["Any adverse event"]
    assert overall[MONTHLY, "Not related", "Severe"] == "1 (9.1%)"
    assert overall[MONTHLY, "Related", "Mild"] == "1 (9.1%)"
    assert overall[MONTHLY, "Related", "Moderate"] == "1 (9.1%)"
    # A relationship that is not recorded counts as related.
    assert overall[MONTHLY, "Related", "Not recorded"] == "1 (9.1%)"
    assert overall[PLACEBO, "Related", "Severe"] == "1 (9.1%)"
    assert overall[PLACEBO, "Not related", "Mild"] == "1 (9.1%)"


def test_that_counts_name_their_subjects():
    result = catalogue.run(SEVERITY, study_with_events(), {"study": "S1"})

    for row in result.tables[0].rows:
        for cell in row.cells:
            assert cell.stats[0].value == len(cell.subjects)
    assert any(c.subjects == ("S1-1003",) for c in result.tables[0].rows[0].cells)


def test_that_events_without_any_category_are_refused():
    study = study_with_events(AESEV=None, AEREL=None)

    with pytest.raises(AnalysisError, match="neither severity"):
        catalogue.run(SEVERITY, study, {"study": "S1"})


def test_that_no_event_of_a_kind_is_said():
    study = study_with_events(AESER="N")

    with pytest.raises(AnalysisError, match="No adverse event"):
        catalogue.run(SEVERITY, study, {"study": "S1", "events": "serious"})


def test_that_grades_sort_by_number():
    study = study_with_events(AETOXGR=["1", "3", "2", "4", "1", None])

    rows = texts(catalogue.run(SEVERITY, study, {"study": "S1", "by": "grade"}))

    assert rows["Any adverse event"][MONTHLY, "", "Grade 4"] == "1 (9.1%)"
    assert rows["Any adverse event"][PLACEBO, "", "Grade 3"] == "1 (9.1%)"


@pytest.mark.parametrize(
    ("by", "column", "order"),
    [
        ("severity", "AESEV", {"MILD": "Mild", "MODERATE": "Moderate", "SEVERE": "Severe"}),
        ("relation", "AEREL", {"NONE": "Not related", "REMOTE": "Not related"}),
    ],
)
def test_that_the_pilot_study_is_counted_as_pandas_counts_it(pilot, by, column, order):
    result = catalogue.run(SEVERITY, pilot, {"by": by, "rows": "term"})

    shown = texts(result)
    events = pilot.dataset("ADAE").frame
    events = events.loc[(events["TRTEMFL"] == "Y") & (events["SAFFL"] == "Y")]
    names = list(dict.fromkeys(order.values())) + (["Related"] if by == "relation" else [])
    category = events[column].astype("object").map(order)
    place = category.fillna(names[-1]).map({n: i for i, n in enumerate(names)})
    arms = pilot.adsl.set_index("USUBJID")["TRT01A"]
    worst = place.groupby([events["AEDECOD"].str.upper(), events["USUBJID"]]).max().reset_index()
    worst["ARM"] = worst["USUBJID"].map(arms)
    columns = ["AEDECOD", "ARM", worst.columns[2]]
    expected = worst.groupby(columns).size()
    checked = 0
    for (term, arm, code), n in expected.items():
        row = next(v for k, v in shown.items() if k.upper() == term)
        assert row[arm, "", names[code]].split(" ")[0] == str(n), (term, arm)
        checked += 1
    assert checked > 300
