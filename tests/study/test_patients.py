"""One patient's records on one axis: days, status, tests, events; nothing tells the arm."""

import dataclasses
import pickle

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.course import event, medication, study_day
from sjogren_desktop.study.data import Dataset, StudyData
from sjogren_desktop.study.patients import index_patients, visit_days
from tests.patient_study import ARMS, patient_study

NO_SCORES = pd.DataFrame(
    {n: pd.Series(dtype=float) for n in ("AVISITN", "AVISIT", "DAY", "DATE", "BASELINE")}
)


@pytest.fixture(scope="module")
def index():
    return index_patients(patient_study())


def patient(index, key):
    return index.patient(key, NO_SCORES)


@pytest.mark.parametrize(("day", "shown"), [(0, 1), (27, 28), (-1, -1), (0.5, 1), (-0.5, -1)])
def test_that_there_is_no_study_day_zero(day, shown):
    assert study_day(day) == shown


def test_that_status_says_how_the_study_ended(index):
    assert list(index.people["STATUS"]) == [
        "Completed",
        "Discontinued: adverse event",
        "Not known",
    ]


def test_that_a_death_is_the_status():
    study = patient_study()
    study.adsl["DTHFL"] = ["N", "Y", None]

    assert list(index_patients(study).people["STATUS"]) == ["Completed", "Died", "Not known"]


def test_that_events_medication_and_injections_stand_by_day(index):
    one, two = patient(index, "P-1"), patient(index, "P-2")

    (headache,), (pneumonia,) = one.events, two.events
    assert (headache.label, headache.start, headache.stop, headache.ongoing) == (
        "Headache",
        9.0,
        11.0,
        False,
    )
    assert (headache.severity, headache.is_serious) == (1, False)
    assert (pneumonia.start, pneumonia.stop, pneumonia.ongoing) == (30.0, None, True)
    assert (pneumonia.severity, pneumonia.is_serious) == (3, True)
    (prednisone,) = one.medications
    assert (prednisone.label, prednisone.start, prednisone.detail) == ("PREDNISONE", -100.0, "5 mg")
    assert (one.doses, one.end, two.end) == ((0.0, 28.0), 170.0, 40.0)


def test_that_tests_carry_their_range_and_say_what_is_outside(index):
    (igg,) = patient(index, "P-2").measures

    assert (igg.code, igg.days, igg.values) == ("IGG", (0.0, 28.0), (17.0, 6.5))
    assert [igg.outside(i) for i in range(2)] == ["high", "low"]


def test_that_an_index_goes_to_a_process_with_its_study_and_without_other_copies_of_records():
    study = patient_study()
    many = pd.concat([study.dataset("ADLB").frame] * 1000, ignore_index=True)
    many = many.assign(AVISIT="Week 4", COMMENT=[f"Comment {i}" for i in range(len(many))])
    rest = tuple(d for d in study.datasets if d.name != "ADLB")
    study = StudyData((*rest, Dataset("ADLB", "BDS", many)))
    index = index_patients(study)

    whole = len(pickle.dumps((study, index)))
    again, other = pickle.loads(pickle.dumps((study, index)))

    # Six numbers a record: where it stands, its day, test, visit, value and limits.
    assert whole - len(pickle.dumps(study)) < 6 * 8 * len(many)
    assert other._events.frame is again.dataset("ADAE").frame
    assert patient(other, "P-2") == patient(index, "P-2")


def test_that_b_cells_and_arms_are_not_shown(index):
    one = patient(index, "P-1")

    assert [m.code for m in one.measures] == ["IGG"]
    shown = " ".join(str(v) for v in dataclasses.astuple(one))
    assert all(arm not in shown for arm in set(ARMS.values()))


def test_that_a_patient_without_any_record_is_still_a_patient(index):
    three = patient(index, "P-3")

    assert (three.visits, three.measures, three.events, three.doses) == ((), (), (), ())


def test_that_an_unknown_patient_is_refused_in_a_sentence(index):
    with pytest.raises(AnalysisError, match="no patient P-9"):
        patient(index, "P-9")


def test_that_numbers_used_in_two_studies_are_told_apart():
    study = patient_study()
    twin = study.adsl.assign(STUDYID="S2")
    both = Dataset("ADSL", "ADSL", pd.concat([study.adsl, twin], ignore_index=True))

    keys = index_patients(StudyData((both, *study.datasets[1:]))).keys

    assert keys == ("S1/P-1", "S1/P-2", "S1/P-3", "S2/P-1", "S2/P-2", "S2/P-3")


def test_that_a_study_without_subjects_is_refused_in_a_sentence():
    bare = Dataset("ADSL", "ADSL", pd.DataFrame({"AGE": [1.0]}))

    with pytest.raises(AnalysisError, match="no USUBJID"):
        index_patients(StudyData((bare,)))


def test_that_visit_days_come_from_dates_then_days_then_names(index):
    frame = pd.DataFrame(
        {
            "SUBJECT": "P-1",
            "AVISIT": ["Week 4", "Week 4", "Week 4", "Unscheduled"],
            "AVISITN": [1.0, 1.0, 1.0, 6.0],
            "ADT": pd.to_datetime(["2024-03-11", None, None, None]),
            "ADY": [99.0, 31.0, np.nan, np.nan],
        }
    )

    assert visit_days(frame, index).tolist() == [10.0, 30.0, 28.0, 42.0]


def test_that_bare_records_make_a_span():
    assert event({}, None, None).label == "Adverse event"
    assert event({"AEOUT": "FATAL", "AETOXGR": "5"}, 1.0, None).ongoing is False
    assert medication({}, 1.0, 2.0).label == "Medication"
