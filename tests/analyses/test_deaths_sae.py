"""Deaths and listings: who is counted, what is listed, what disagrees."""

import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

DEATHS = catalogue.find("deaths_sae")
START, END = pd.Timestamp("2024-01-01"), pd.Timestamp("2024-06-01")


def study_with_deaths(**changes):
    base = small_study()
    adsl = base.adsl.assign(TRTSDT=START, TRTEDT=END, DTHFL=None, DTHDT=pd.NaT, DTHCAUS=None)
    for subject, when, cause in (
        ("S1-1001", "2024-06-11", "Sepsis"),
        ("S1-1002", "2024-09-01", None),
        ("S1-0003", None, "Stroke"),
    ):
        row = adsl["USUBJID"] == subject
        adsl.loc[row, ["DTHFL", "DTHCAUS"]] = ["Y", cause]
        adsl.loc[row, "DTHDT"] = pd.Timestamp(when) if when else pd.NaT
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["S1-1001", "S1-1001", "S1-0004", "S1-0005"],
            "AEDECOD": ["Sepsis", "Cough", "Fall", "Rash"],
            "AETERM": ["blood poisoning", "cough", "fell", "rash"],
            "ASTDT": pd.to_datetime(["2024-05-01", "2024-02-01", "2023-12-25", "2024-02-01"]),
            "TRTEMFL": ["Y", "Y", None, "Y"],
            "AESER": ["Y", "N", "Y", "N"],
            "AEOUT": ["FATAL", "RECOVERED", "RECOVERED", "FATAL"],
        }
    ).assign(**changes)
    return with_dataset(with_dataset(base, "ADSL", "ADSL", adsl), "ADAE", "ADAE", events)


def rows(result, key):
    table = next(t for t in result.tables if t.key == key)
    return {r.labels: [formats.cell(c) for c in r.cells] for r in table.rows}


def test_that_deaths_are_counted_by_time_and_cause():
    found = rows(catalogue.run(DEATHS, study_with_deaths(), {"study": "S1"}), "deaths")

    counts = {label[0]: (cells[0], cells[2]) for label, cells in found.items()}
    assert counts == {
        "Deaths from any cause": ("1 (9.1%)", "2 (18.2%)"),
        "Up to 30 days after the last dose": ("0", "1 (9.1%)"),
        "More than 30 days after the last dose": ("0", "1 (9.1%)"),
        "At an unknown time": ("1 (9.1%)", "0"),
        "Cause: Not stated": ("0", "1 (9.1%)"),
        "Cause: Sepsis": ("0", "1 (9.1%)"),
        "Cause: Stroke": ("1 (9.1%)", "0"),
    }


def test_that_deaths_and_fatal_events_that_disagree_are_reported():
    result = catalogue.run(DEATHS, study_with_deaths(), {"study": "S1"})

    assert any(n.startswith("1 subjects have an event with fatal outcome") for n in result.notes)
    assert any(n.startswith("2 subjects died without an event") for n in result.notes)


def test_that_no_death_has_an_exact_upper_limit():
    # 0 of 305: 1 - 0.025 ** (1 / 305) = 1.2% (Clopper-Pearson)
    study = small_study(studies=1, per_arm=306)
    study = with_dataset(study, "ADSL", "ADSL", study.adsl.assign(DTHFL=None))
    events = pd.DataFrame({"USUBJID": ["S1-0001"], "AETERM": ["x"], "TRTEMFL": "Y", "AESER": "N"})
    study = with_dataset(study, "ADAE", "ADAE", events)

    result = catalogue.run(DEATHS, study, {})

    assert result.tables[0].columns[0].header == f"{PLACEBO}\n(N=305)"
    upper = result.tables[0].rows[0].cells[1].stats[1].value
    assert upper == pytest.approx(100 * (1 - 0.025 ** (1 / 305)))
    assert formats.cell(result.tables[0].rows[0].cells[1]) == "(0.0, 1.2)"


def test_that_listings_have_one_row_a_death_and_one_a_serious_event():
    result = catalogue.run(DEATHS, study_with_deaths(), {"study": "S1"})

    deaths = rows(result, "deaths_listing")
    assert list(deaths) == [(PLACEBO, "S1-0003"), (MONTHLY, "S1-1001"), (MONTHLY, "S1-1002")]
    # 11 June is day 163 (31 + 29 + 31 + 30 + 31 + 11) and 10 days after the last dose.
    assert deaths[MONTHLY, "S1-1001"][1:] == ["2024-06-11", "163", "10", "Sepsis", "Sepsis"]
    events = rows(result, "serious_listing")
    assert list(events) == [(PLACEBO, "S1-0004"), (MONTHLY, "S1-1001")]
    # The day before the first dose is day -1: there is no day 0.
    assert events[PLACEBO, "S1-0004"][1:3] == ["2023-12-25", "-7"]
    assert events[MONTHLY, "S1-1001"][4:6] == ["Sepsis", "blood poisoning"]


def test_that_only_emergent_events_are_listed_on_request():
    result = catalogue.run(DEATHS, study_with_deaths(), {"study": "S1", "emergent": True})

    assert list(rows(result, "serious_listing")) == [(MONTHLY, "S1-1001")]


def test_that_fatal_events_count_as_deaths_where_subjects_have_no_flag():
    study = study_with_deaths()
    adsl = study.adsl.drop(columns=["DTHFL", "DTHDT", "DTHCAUS"])

    found = rows(catalogue.run(DEATHS, with_dataset(study, "ADSL", "ADSL", adsl), {}), "deaths")

    assert found[("Deaths from any cause",)][:3:2] == ["1 (9.1%)", "1 (9.1%)"]
    assert ("Cause: Sepsis",) in found


def test_that_the_pilot_study_has_three_deaths_and_three_serious_events(pilot):
    # CSR section 12.3.1: 3 deaths (2 placebo, 1 low); table 14-5.02: 3 serious events
    result = catalogue.run(DEATHS, pilot, {})

    assert rows(result, "deaths")[("Deaths from any cause",)][0:6:2] == [
        "2 (2.3%)",
        "1 (1.2%)",
        "0",
    ]
    assert len(rows(result, "deaths_listing")) == 3
    assert len(rows(result, "serious_listing")) == 3
