"""Events and flares: visits and events of four subjects, counted by hand."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.flare_events import Levels, judged
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import Dataset, StudyData
from tests.analyses.scored_study import levels, study, visit

FLARES = catalogue.find("flare_events")
START = pd.Timestamp("2024-01-01")


def flare_study():
    base = study(
        visit("A-1", (0, "Baseline"), levels(articular=1)),
        visit("A-1", (4, "Week 4"), levels(articular=2)),  # day 28: the joints rise
        visit("A-1", (12, "Week 12"), levels(articular=1)),
        visit("A-2", (0, "Baseline"), levels(articular=2)),
        visit("A-2", (4, "Week 4"), levels(articular=1)),
        visit("B-1", (0, "Baseline"), levels(articular=0)),
        visit("B-1", (4, "Week 4"), levels(articular=0)),
        visit("B-1", (12, "Week 12"), levels(articular=2)),  # day 84: a rise without an event
        visit("B-2", (0, "Baseline"), levels()),
    )
    adsl = base.adsl.assign(TRTSDT=START)
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["A-1", "A-1", "A-2", "B-1", "B-2"],
            "AEDECOD": ["Arthralgia", "Rash", "Polyarthritis", "Arthralgia", "Arthritis bacterial"],
            "AETERM": "",
            "TRTEMFL": "Y",
            "AESER": "N",
            # 10 days before the rise; B-1: 64 days before it
            "ASTDT": START + pd.to_timedelta([18, 18, 30, 20, 20], unit="D"),
        }
    )
    return StudyData(
        (
            Dataset("ADSL", "ADSL", adsl),
            *(d for d in base.datasets if d.kind != "ADSL"),
            Dataset("ADAE", "ADAE", events),
        )
    )


def joints(result):
    return {
        row.key["LINE"]: [formats.cell(c) for c in row.cells]
        for row in result.tables[0].rows
        if row.key["DOMAIN"] == "articular"
    }


def test_that_events_are_set_against_the_rises_of_their_domain():
    result = catalogue.run(FLARES, flare_study(), {})

    # Placebo comes first; the rash and the bacterial arthritis are no joint events.
    found = joints(result)
    assert found["events"] == ["2", "1"]
    assert found["seen"] == ["2", "1"]
    assert found["rose"] == ["1 (50.0%)", "0 (0%)"]
    assert found["rises"] == ["1", "1"]
    assert found["explained"] == ["1 (100%)", "0 (0%)"]
    (line,) = [r for r in result.tables[1].rows if r.labels[2] == "Articular"]
    assert line.labels[:2] == ("Placebo", "A-1")
    assert [formats.cell(c) for c in line.cells] == ["Arthralgia", "19", "1 to 2"]
    assert "Placebo 1 of 2" in result.summary


def test_that_the_days_chosen_decide():
    near = joints(catalogue.run(FLARES, flare_study(), {"window": 5}))
    far = joints(catalogue.run(FLARES, flare_study(), {"window": 70}))

    assert near["rose"][0].startswith("0")
    assert far["rose"] == ["1 (50.0%)", "1 (100%)"]
    assert far["explained"] == ["1 (100%)", "1 (100%)"]


def test_that_an_event_without_visits_about_it_is_not_judged():
    some = Levels(
        np.array([0, 0]), np.array([0.0, 28.0]), np.array([1.0, 2.0]), np.array([False, True])
    )

    seen, rose, before, after = judged(some, np.array([0, 0, 1]), np.array([30.0, 300.0, 30.0]), 42)

    assert seen.tolist() == [True, False, False]
    assert rose.tolist() == [True, False, False]
    assert (before[0], after[0]) == (1.0, 2.0)
    assert np.isnan(before[1:]).all()


def test_that_a_study_without_domains_is_refused_in_words():
    base = flare_study()
    bare = StudyData(tuple(d for d in base.datasets if d.name != "ADQS"))
    with pytest.raises(AnalysisError, match="no levels of ESSDAI domains"):
        catalogue.run(FLARES, bare, {})


def test_that_events_without_a_day_are_named_in_a_note():
    base = flare_study()
    datasets = [
        dataclasses.replace(d, frame=d.frame.assign(ASTDT=pd.NaT)) if d.name == "ADAE" else d
        for d in base.datasets
    ]
    result = catalogue.run(FLARES, StudyData(tuple(datasets)), {})

    assert any(note.startswith("5 events have no complete start date") for note in result.notes)
    assert joints(result)["seen"] == ["0", "0"]
