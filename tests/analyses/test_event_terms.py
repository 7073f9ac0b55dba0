"""Terms of adverse events: who had them, counted once, most frequent first."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from sjogren_desktop.analyses.event_terms import EventTerm, event_terms, patients_with
from sjogren_desktop.study.data import Dataset, StudyData
from tests.studies import small_study


def _study(**columns: list[str | None]) -> StudyData:
    study = small_study()
    events = Dataset("ADAE", "ADAE", pd.DataFrame(columns))
    return replace(study, datasets=(*study.datasets, events))


def test_that_a_patient_counts_once_and_the_most_frequent_term_comes_first() -> None:
    study = _study(
        USUBJID=["S1-0000", "S1-0000", "S1-0001", "S2-1003", None],
        AEDECOD=["Nausea", "Headache", "Headache", "Headache", "Rash"],
    )

    assert event_terms(study) == (
        EventTerm("ADAE", "Headache", 3),
        EventTerm("ADAE", "Nausea", 1),
    )


def test_that_terms_as_reported_stand_in_where_nothing_is_coded() -> None:
    study = _study(
        USUBJID=["S1-0000", "S1-0001"],
        AEDECOD=[None, None],
        AETERM=["sore throat", None],
    )

    assert event_terms(study) == (EventTerm("ADAE", "sore throat", 1),)
    assert patients_with(study, "ADAE", "sore throat").keys == ("S1-0000",)


def test_that_patients_are_told_by_their_study_where_numbers_come_again() -> None:
    people = pd.DataFrame({"STUDYID": ["A", "B"], "USUBJID": ["1", "1"]})
    events = pd.DataFrame(
        {"STUDYID": ["A", "B", "B"], "USUBJID": ["1", "1", "1"], "AEDECOD": ["Rash"] * 3}
    )
    study = StudyData((Dataset("ADSL", "ADSL", people), Dataset("ADAE", "ADAE", events)), ())

    assert event_terms(study) == (EventTerm("ADAE", "Rash", 2),)
    found = patients_with(study, "ADAE", "Rash")
    assert found.of == "Rash"
    assert found.keys == ("A/1", "B/1")


@pytest.mark.parametrize("columns", [{}, {"USUBJID": ["S1-0000"]}])
def test_that_records_without_a_term_give_none(columns: dict[str, list[str | None]]) -> None:
    assert event_terms(_study(**columns)) == ()


def test_that_without_subjects_no_term_is_offered() -> None:
    events = pd.DataFrame({"USUBJID": ["1"], "AEDECOD": ["Rash"]})

    assert event_terms(StudyData((Dataset("ADAE", "ADAE", events),), ())) == ()


def test_that_texts_as_reported_are_listed_only_up_to_a_number() -> None:
    texts: list[str | None] = [f"as reported {i}" for i in range(6_000)]
    study = _study(USUBJID=["S1-0000"] * 6_001, AETERM=[*texts, texts[5_999]])

    listed = event_terms(study)

    assert len(listed) == 5_000
    assert patients_with(study, "ADAE", "as reported 5999").keys == ("S1-0000",)
