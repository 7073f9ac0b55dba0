"""Narratives: each sentence from the records, nothing else."""

import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from tests.analyses.test_safety_defaults import START, whole_study
from tests.studies import with_dataset

NARRATIVES = catalogue.find("narratives")


def day(number):
    return START + pd.Timedelta(days=number)


def study():
    found = whole_study()
    adsl = found.adsl.assign(AGE=52.0, SEX="F", DTHFL=None, DTHDT=pd.NaT)
    dead = adsl["USUBJID"] == "S1-0002"
    adsl["DTHFL"] = dead.map({True: "Y", False: None})
    adsl["DTHDT"] = pd.Series([day(100)] * len(adsl)).where(dead)
    base = {"STUDYID": "S1", "TRTEMFL": "Y", "AESOC": "Infections", "AEBODSYS": "Infections"}
    events = pd.DataFrame(
        [
            {
                "USUBJID": "S1-0001", "AETERM": "lung infection", "AEDECOD": "Pneumonia",
                "AESER": "Y", "AESEV": "SEVERE", "AEREL": "POSSIBLE", "AEACN": "DRUG WITHDRAWN",
                "AEOUT": "RECOVERED", "ASTDT": day(27), "AENDT": day(40),
            },
            {
                "USUBJID": "S1-0001", "AETERM": "Cough", "AEDECOD": "Cough", "AESER": "N",
                "AESEV": "MILD", "AEREL": None, "AEACN": None, "AEOUT": None,
                "ASTDT": day(20), "AENDT": pd.NaT,
            },
        ]
    ).assign(**base)  # fmt: skip
    history = pd.DataFrame(
        {"STUDYID": ["S1"] * 2, "USUBJID": ["S1-0001"] * 2, "MHDECOD": ["Asthma", "Asthma"]}
    )
    doses = pd.DataFrame(
        {
            "STUDYID": "S1", "USUBJID": "S1-0001", "EXTRT": "X",
            "ASTDT": [day(0), day(21)], "ASTDY": [1.0, 22.0],
        }
    )  # fmt: skip
    found = with_dataset(found, "ADSL", "ADSL", adsl)
    found = with_dataset(found, "ADAE", "ADAE", events)
    found = with_dataset(found, "ADMH", "OCCDS", history)
    return with_dataset(found, "ADEX", "OCCDS", doses)


def parts(result):
    texts = {}
    for row in result.tables[0].rows:
        texts.setdefault((row.key["USUBJID"], row.key["PART"]), []).append(
            row.cells[0].stats[0].value
        )
    return texts


def test_that_a_narrative_tells_who_what_and_when():
    found = parts(catalogue.run(NARRATIVES, study(), {"study": "S1"}))

    assert found["S1-0001", "Patient"][0].startswith(
        "The patient, 52 years old, female, received Placebo."
    )
    assert found["S1-0001", "Treatment"][0].startswith(
        "First dose on 2024-01-01, last dose on 2024-06-29. 2 doses are recorded."
    )
    assert found["S1-0001", "History"] == ["Recorded history: Asthma."]
    (event,) = found["S1-0001", "Event"]
    assert event == (
        "On 2024-01-28 (study day 28), Pneumonia (reported as lung infection) in the class "
        "Infections began; severity: severe; grade: not recorded; serious: yes; relationship to "
        "treatment by the investigator: possible; action taken with treatment: drug withdrawn; "
        "outcome: recovered; end: 2024-02-10."
    )
    (around,) = found["S1-0001", "Around the event"]
    assert "The last dose before it was the 2nd, 6 days earlier." in around
    assert "Other events within 30 days: Cough (study day 21)." in around
    assert "No medication is recorded at the start." in around


def test_that_a_death_has_a_narrative_without_an_event_on_record():
    found = parts(catalogue.run(NARRATIVES, study(), {"study": "S1"}))

    assert found["S1-0002", "Outcome"] == ["The patient died on 2024-04-10; no cause is recorded."]
    assert ("S1-0002", "Event") not in found
    assert {key for key, _ in found} == {"S1-0001", "S1-0002"}


def test_that_only_laboratory_values_outside_their_range_near_the_event_are_told():
    base = study()
    labs = base.dataset("ADLB").frame.copy()
    mine = labs["USUBJID"] == "S1-0001"
    labs.loc[mine, "AVAL"] = labs.loc[mine, ["A1LO", "A1HI"]].mean(axis=1)
    at = mine & (labs["PARAMCD"] == "NEUT") & (labs["AVISITN"] == 4)
    labs.loc[at, "AVAL"] = 0.5
    found = parts(
        catalogue.run(NARRATIVES, with_dataset(base, "ADLB", "BDS", labs), {"study": "S1"})
    )

    (text,) = found["S1-0001", "Laboratory"]
    assert text.startswith("Outside the normal range: NEUT (10^9/L) 0.5 on study day 29 (normal")
    assert ";" not in text.split("first value")[1]


def test_that_no_kind_chosen_is_refused_and_nobody_is_said():
    with pytest.raises(AnalysisError, match="Tick at least one"):
        catalogue.run(NARRATIVES, study(), {"study": "S1", "kinds": ()})
    base = study()
    alive = with_dataset(base, "ADSL", "ADSL", base.adsl.assign(DTHFL=None))
    none = with_dataset(alive, "ADAE", "ADAE", base.dataset("ADAE").frame.assign(AESER="N"))
    result = catalogue.run(NARRATIVES, none, {"study": "S1"})
    assert result.tables[0].rows == ()
    assert "No patient" in result.tables[0].footnotes[0]
