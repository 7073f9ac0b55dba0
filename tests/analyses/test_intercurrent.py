"""Intercurrent events: found from the data, dated, and what values after them count as."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue, intercurrent
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import course
from sjogren_desktop.analyses.sensitivity import SPEC as SENSITIVITY
from sjogren_desktop.analyses.spec import resolve
from tests.analyses.dropout_study import START, dropout_study, subject_of
from tests.studies import with_dataset

RESCUED, DEAD, TREATED = subject_of(0, 0), subject_of(0, 1), subject_of(1, 2)


def events_of(study):
    people = who.subjects(study)
    return between.find_events(study, people).set_index(["SUBJECT", "KIND"])


def course_of(study, **given):
    values = resolve(SENSITIVITY.options, study, {"study": "S1", **given})
    return course(study, values)


def values_of(found, subject):
    mine = found.frame.loc[found.frame["USUBJID"] == subject]
    return mine["CHG"].tolist()


def test_that_each_kind_of_event_is_found_with_date_and_reason():
    events = events_of(dropout_study())

    rescue = events.loc[(RESCUED, "rescue")]
    assert rescue.tolist() == [START + pd.Timedelta(days=40), "PREDNISONE", "", False]
    assert events.loc[(DEAD, "death"), "DATE"] == START + pd.Timedelta(days=60)
    assert events.loc[(DEAD, "death"), "REASON"] is None
    drug = events.loc[(TREATED, "immunosuppressant")]
    assert drug.tolist() == [START + pd.Timedelta(days=30), "AZATHIOPRINE", "", False]
    stopped = events.xs("stopped", level="KIND")
    assert len(stopped) == 5 * 4  # every sixth of 24 in five arms
    assert set(stopped["DATE"]) == {START + pd.Timedelta(days=62)}
    assert set(stopped["REASON"]) == {"ADVERSE EVENT", "OTHER"}


def test_that_days_count_from_the_first_dose_and_that_there_may_be_no_event():
    study = dropout_study()
    people = who.subjects(study)
    events = between.find_events(study, people)
    events = events.assign(DAY=between.study_days(events, people)).set_index(["SUBJECT", "KIND"])

    assert events.loc[(RESCUED, "rescue"), "DAY"] == 41
    assert events.loc[(DEAD, "death"), "DAY"] == 61
    for people_left in (people, people.iloc[:0]):
        none = between.study_days(events.reset_index().iloc[:0], people_left)
        assert none.tolist() == []
    strangers = between.study_days(events.reset_index(), people.iloc[:0])
    assert strangers.isna().all()


def test_that_background_medication_is_no_event():
    events = events_of(dropout_study())

    assert (subject_of(1, 3), "immunosuppressant") not in events.index
    assert "prohibited" not in events.index.get_level_values("KIND")


def test_that_rescue_is_found_from_the_medications_without_a_flag():
    study = dropout_study()
    study = with_dataset(study, "ADSL", "ADSL", study.adsl.drop(columns=["RESCFL", "RESCDT"]))

    events = events_of(study)

    assert events.loc[(RESCUED, "rescue"), "DATE"] == START + pd.Timedelta(days=40)


def test_that_a_study_without_such_variables_has_no_events():
    study = dropout_study()
    wanted = ["STUDYID", "USUBJID", "TRT01P", "TRT01PN", "TRT01A", "TRT01AN", "FASFL"]
    study = with_dataset(study, "ADSL", "ADSL", study.adsl[wanted])
    study = with_dataset(study, "ADCM", "OTHER", pd.DataFrame())

    assert events_of(study).empty


def test_that_treatment_policy_leaves_every_value():
    study = dropout_study()
    found = course_of(study)

    records = study.dataset("ADQS").frame
    mine = records.loc[(records["USUBJID"] == RESCUED) & (records["AVISITN"] > 0), "CHG"]
    assert values_of(found, RESCUED) == mine.tolist()


def test_that_hypothetical_sets_values_after_the_event_aside():
    # Day 40 lies between week 4 (day 28) and week 8 (day 56).
    found = course_of(dropout_study(), event_rescue="hypothetical")

    values = values_of(found, RESCUED)
    assert not np.isnan(values[0])
    assert np.isnan(values[1:]).all()
    assert "2 values after an intercurrent event were set aside and imputed." in found.notes


def test_that_while_on_treatment_carries_the_last_value_before_the_event():
    study = dropout_study()
    before = values_of(course_of(study), RESCUED)

    found = course_of(study, event_rescue="while")

    assert values_of(found, RESCUED) == [before[0]] * 3


def test_that_composite_means_no_change_at_missed_visits_too():
    # The subject died on day 60; week 12 was missed, and its usual day is 84.
    study = dropout_study()
    before = values_of(course_of(study), DEAD)

    found = course_of(study, event_death="composite")

    assert np.isnan(before[2])
    assert values_of(found, DEAD) == [*before[:2], 0.0]


def test_that_composite_of_a_value_is_its_baseline():
    study = dropout_study()
    values = resolve(
        SENSITIVITY.options,
        study,
        {"study": "S1", "response": "AVAL", "event_death": "composite"},
    )

    found = course(study, values)

    mine = found.frame.loc[found.frame["USUBJID"] == DEAD]
    assert mine["AVAL"].iloc[2] == mine["BASE"].iloc[2]


def test_that_composite_decides_where_several_events_precede():
    study = dropout_study()
    people = study.adsl.copy()
    people.loc[people["USUBJID"] == RESCUED, "DTHFL"] = "Y"
    people.loc[people["USUBJID"] == RESCUED, "DTHDT"] = START + pd.Timedelta(days=50)
    study = with_dataset(study, "ADSL", "ADSL", people)

    found = course_of(study, event_rescue="hypothetical", event_death="composite")

    assert values_of(found, RESCUED)[1:] == [0.0, 0.0]


def test_that_events_without_a_date_are_told():
    study = dropout_study()
    study = with_dataset(study, "ADSL", "ADSL", study.adsl.assign(RESCDT=pd.NaT))

    found = course_of(study, event_rescue="hypothetical")

    assert "1 intercurrent event(s) have no date" in " ".join(found.notes)
    assert not np.isnan(values_of(found, RESCUED)).any()


def test_that_records_without_dates_are_told():
    study = dropout_study()
    scores = study.dataset("ADQS").frame.drop(columns="ADT")
    study = with_dataset(study, "ADQS", "BDS", scores)

    found = course_of(study, event_rescue="hypothetical")

    assert "The records have no dates" in " ".join(found.notes)


def test_that_without_a_first_dose_only_recorded_dates_count():
    study = dropout_study()
    study = with_dataset(study, "ADSL", "ADSL", study.adsl.drop(columns=["TRTSDT", "RANDDT"]))

    found = course_of(study, event_death="composite")

    assert np.isnan(values_of(found, DEAD)[2])


def test_that_the_table_counts_subjects_by_arm_and_names_the_strategy():
    study = dropout_study()

    result = catalogue.run(
        intercurrent.SPEC, study, {"study": "S1", "event_rescue": "hypothetical"}
    )

    events = next(t for t in result.tables if t.key == "events")
    rows = {row.key["KIND"]: row for row in events.rows}
    counts = {kind: [c.stats[0].value for c in row.cells] for kind, row in rows.items()}
    assert counts["rescue"] == [1, 0]
    assert counts["death"] == [1, 0]
    assert counts["immunosuppressant"] == [0, 1]
    assert counts["stopped"] == [4, 4]
    assert counts["any"] == [6, 5]
    assert rows["rescue"].labels[1] == "hypothetical"
    assert rows["rescue"].cells[0].stats[1].value == pytest.approx(100 / 24)
    assert result.summary.endswith("Placebo 6 of 24; Drug monthly 5 of 24.")


def test_that_values_after_each_event_are_counted():
    result = catalogue.run(intercurrent.SPEC, dropout_study(), {"study": "S1"})

    after = next(t for t in result.tables if t.key == "values_after")
    counts = {row.key["KIND"]: [c.stats[0].value for c in row.cells] for row in after.rows}
    assert counts == {
        "stopped": [0, 0],
        "rescue": [2, 0],
        "prohibited": [0, 0],
        "immunosuppressant": [0, 2],
        "death": [0, 0],
    }


def test_that_every_event_is_listed_with_its_study_day():
    result = catalogue.run(intercurrent.SPEC, dropout_study(), {"study": "S1"})

    listing = next(t for t in result.tables if t.key == "listing")
    assert len(listing.rows) == 11
    row = next(r for r in listing.rows if r.labels[0] == RESCUED)
    shown = [c.stats[0].value for c in row.cells]
    # Day 1 is the day of the first dose, so 40 days later is day 41.
    assert shown == ["Placebo", "2024-02-10", 41, "PREDNISONE", "treatment policy", "data"]
