"""Adverse event overview: counts by hand, and the CDISC pilot study."""

import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

OVERVIEW = catalogue.find("ae_overview")


def study_with_events(**changes):
    """Return S1 and S2 with five hand-made events in S1; columns may be replaced."""
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["S1-0001", "S1-0001", "S1-1002", "S1-1003", "S1-1000"],
            "AETERM": ["cough", "rash", "cough", "sepsis", "cough"],
            "TRTEMFL": ["Y", "Y", "Y", "Y", "Y"],
            "AESER": ["N", "N", "N", "Y", "N"],
            "AESEV": ["MILD", "SEVERE", "MILD", "SEVERE", "MILD"],
            "AEREL": ["NOT RELATED", "RELATED", None, "RELATED", "RELATED"],
            "AEACN": ["DOSE NOT CHANGED", "DRUG WITHDRAWN", None, None, None],
            "AEOUT": ["RECOVERED", "RECOVERED", "RECOVERED", "FATAL", "RECOVERED"],
        }
    )
    return with_dataset(small_study(), "ADAE", "ADAE", events.assign(**changes))


def texts(result):
    return {
        row.key["CATEGORY"]: [formats.cell(c) for c in row.cells] for row in result.tables[0].rows
    }


def test_that_subjects_are_counted_once_and_events_each_time():
    # The safety population leaves out subject 000 of each arm (11 remain), and so its event.
    result = catalogue.run(OVERVIEW, study_with_events(), {"study": "S1"})

    assert texts(result) == {
        "any": ["1 (9.1%) [2]", "2 (18.2%) [2]", "3 (13.6%) [4]"],
        "serious": ["0", "1 (9.1%) [1]", "1 (4.5%) [1]"],
        "severe": ["1 (9.1%) [1]", "1 (9.1%) [1]", "2 (9.1%) [2]"],
        "related": ["1 (9.1%) [1]", "2 (18.2%) [2]", "3 (13.6%) [3]"],
        "discontinuation": ["1 (9.1%) [1]", "0", "1 (4.5%) [1]"],
        "death": ["0", "1 (9.1%) [1]", "1 (4.5%) [1]"],
    }
    assert result.notes == ("1 event records belong to subjects outside the population or arms.",)
    assert "1 events without a stated relationship are counted as related." in (
        result.tables[0].footnotes
    )


def test_that_only_treatment_emergent_events_count():
    result = catalogue.run(OVERVIEW, study_with_events(TRTEMFL=["Y", None, "N", "Y", "Y"]), {})

    assert texts(result)["any"][:2] == ["1 (9.1%) [1]", "1 (9.1%) [1]"]


def test_that_an_empty_variable_gives_ne_and_not_zero():
    result = catalogue.run(OVERVIEW, study_with_events(AEACN=None), {})

    assert texts(result)["discontinuation"] == ["NE", "NE", "NE"]


def test_that_start_dates_decide_where_there_is_no_flag():
    study = study_with_events()
    events = study.dataset("ADAE").frame.drop(columns="TRTEMFL")
    events["TRTSDT"] = pd.Timestamp("2024-02-01")
    events["ASTDT"] = pd.to_datetime(["2024-01-31", "2024-02-01", None, "2024-03-01", None])

    result = catalogue.run(OVERVIEW, with_dataset(study, "ADAE", "ADAE", events), {})

    assert texts(result)["any"][:2] == ["1 (9.1%) [1]", "2 (18.2%) [2]"]


def without_flag(**columns):
    study = study_with_events()
    events = study.dataset("ADAE").frame.drop(columns="TRTEMFL").assign(**columns)
    return with_dataset(study, "ADAE", "ADAE", events)


def test_that_all_reported_events_count_where_nothing_tells_when_they_began():
    result = catalogue.run(OVERVIEW, without_flag(), {})

    table = result.tables[0]
    assert texts(result)["any"][:2] == ["1 (9.1%) [2]", "2 (18.2%) [2]"]
    assert table.title == "Overview of all reported adverse events"
    assert result.figures[0].title == "Subjects with reported adverse events"
    assert table.footnotes[-1].startswith("All reported events are counted: treatment-emergence")
    assert result.notes[-1] == table.footnotes[-1]
    assert result.summary.startswith("Subjects with any reported adverse event: ")
    assert dict(result.method)["Treatment-emergent"] == "Not derivable, all reported events"


@pytest.mark.parametrize(
    ("column", "values", "said"),
    [
        ("AESTDY", [-3, 1, None, 40, 2], "Study day of the start not negative (AESTDY)"),
        (
            "AESTRF",
            ["BEFORE", "DURING", None, "AFTER", "U"],
            "Not said to be before treatment (AESTRF)",
        ),
        (
            "EPOCH",
            ["SCREENING", "TREATMENT", None, "FOLLOW-UP", "Treatment 2"],
            "Not said to be before treatment (EPOCH)",
        ),
    ],
)
def test_that_study_day_or_phase_tells_what_began_before_treatment(column, values, said):
    result = catalogue.run(OVERVIEW, without_flag(**{column: values}), {})

    assert texts(result)["any"][:2] == ["1 (9.1%) [1]", "2 (18.2%) [2]"]
    assert dict(result.method)["Treatment-emergent"] == said
    assert result.tables[0].title == "Overview of treatment-emergent adverse events"


def test_that_treatment_begins_with_the_randomisation_where_no_first_dose_is_known():
    study = without_flag(ASTDT=pd.to_datetime(["2024-01-31", "2024-02-01", None, None, None]))
    adsl = study.adsl.assign(RANDDT=pd.Timestamp("2024-02-01"))

    result = catalogue.run(OVERVIEW, with_dataset(study, "ADSL", "ADSL", adsl), {})

    assert texts(result)["any"][:2] == ["1 (9.1%) [1]", "2 (18.2%) [2]"]
    assert "randomisation (ASTDT not before RANDDT)" in dict(result.method)["Treatment-emergent"]


def test_that_pooled_counts_carry_the_pooled_denominator():
    result = catalogue.run(OVERVIEW, study_with_events(), {"study": "Pooled"})

    assert [c.header for c in result.tables[0].columns][:2] == [
        f"{PLACEBO}\n(N=22)",
        f"{MONTHLY}\n(N=22)",
    ]


def test_that_the_pilot_study_gives_the_published_counts(pilot):
    # CDISC pilot tables 14-5.01 (any event: subjects, per cent, records) and 14-5.02 (serious)
    result = catalogue.run(OVERVIEW, pilot, {"total": False})

    rows = texts(result)
    assert rows["any"] == ["65 (75.6%) [281]", "77 (91.7%) [412]", "76 (90.5%) [433]"]
    assert rows["serious"] == ["0", "1 (1.2%) [1]", "2 (2.4%) [2]"]
