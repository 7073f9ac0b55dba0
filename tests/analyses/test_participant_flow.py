"""Participant flow: counts, reasons, what does not add up, and the boxes."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue, participant_flow
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import Dataset, StudyData
from tests.demo_study import demo_study
from tests.studies import MONTHLY, PLACEBO, small_study


def made(change=None):
    """Return the small study with 12 an arm, of whom in S1 some are lost."""
    study = small_study()
    adsl = study.adsl.copy()
    number = adsl["USUBJID"].str[-3:].astype(int)
    adsl["TRTSDT"] = pd.Timestamp("2024-01-01")
    adsl.loc[number == 3, "TRTSDT"] = pd.NaT
    adsl["EOSSTT"] = np.where(number < 3, "DISCONTINUED", "COMPLETED")
    adsl["DCSREAS"] = pd.Series(np.nan, adsl.index, dtype=object)
    adsl.loc[number < 2, "DCSREAS"] = "LOST TO FOLLOW-UP"
    adsl["FASFL"] = np.where(number == 3, "N", "Y")
    if change is not None:
        adsl = change(adsl)
    rest = [d for d in study.datasets if d.name != "ADSL"]
    return StudyData((Dataset("ADSL", "ADSL", adsl), *rest))


def run(study, /, **given):
    return catalogue.run(participant_flow.SPEC, study, {"study": "S1", **given})


def counts(result, key="flow"):
    table = next(t for t in result.tables if t.key == key)
    return {r.labels[0]: [c.stats[0].value if c else None for c in r.cells] for r in table.rows}


def test_that_every_step_is_counted_by_arm():
    found = counts(run(made()))

    assert found == {
        "Randomised": [12, 12, 24],
        "Received treatment": [11, 11, 22],
        "Did not receive treatment": [1, 1, 2],
        "Completed the study": [9, 9, 18],
        "Discontinued the study": [3, 3, 6],
        "Lost to follow-up": [2, 2, 4],
        "Reason not given": [1, 1, 2],
        "Analysed: Full analysis set": [11, 11, 22],
        "Not in: Full analysis set": [1, 1, 2],
        # every sixth, numbers 5 and 11, has no value at week 12
        "With ESSDAI at Week 12": [9, 9, 18],
        "Without ESSDAI at Week 12": [2, 2, 4],
    }


def test_that_a_count_opens_its_patients():
    table = run(made()).tables[0]
    lost = next(r for r in table.rows if r.labels == ("Lost to follow-up",))

    assert lost.cells[1].subjects == ("S1-1000", "S1-1001")
    assert set(lost.cells[2].subjects) == {"S1-0000", "S1-0001", "S1-1000", "S1-1001"}


def test_that_the_boxes_stand_by_arm_and_stage():
    figure = run(made()).figures[0]

    assert [(b.row, b.x) for b in figure.boxes] == [
        (0, 1.0),
        (1, 0.5), (1, 1.5), (2, 0.5), (2, 1.5), (3, 0.5), (3, 1.5),
    ]  # fmt: skip
    assert figure.boxes[0].lines == ("Randomised (n=24)",)
    assert figure.boxes[1].lines[0] == f"{PLACEBO} (n=12)"
    assert "\u2022 Lost to follow-up (n=2)" in figure.boxes[4].lines
    assert figure.boxes[4].subjects == ("S1-1000", "S1-1001", "S1-1002")
    assert figure.arrows == ((0, 1), (0, 2), (1, 3), (2, 4), (3, 5), (4, 6))


def test_that_what_adds_up_is_said():
    result = run(made())

    assert "Every step adds up" in result.summary
    verdicts = {
        c.stats[2].value
        for t in result.tables
        if t.key == "reconciled"
        for r in t.rows
        for c in r.cells
    }
    assert verdicts == {"adds up"}


def test_that_patients_in_no_population_are_missed_and_said():
    def blank(adsl):
        # Neither in nor out: the flag of one is empty, and one has ended in no known way.
        adsl.loc[adsl["USUBJID"] == "S1-0004", "EOSSTT"] = "DISCONTINUED"
        adsl.loc[adsl["USUBJID"] == "S1-0004", "DCSREAS"] = "DEATH"
        adsl.loc[adsl["USUBJID"] == "S1-0005", "EOSSTT"] = np.nan
        return adsl

    found = counts(run(made(blank)))

    assert found["Still in the study"] == [1, 0, 1]
    assert found["Death"] == [1, 0, 1]
    assert found["Completed the study"] == [7, 9, 16]


def test_that_screen_failures_stand_above():
    def fail(adsl):
        row = {"STUDYID": "S1", "USUBJID": "S1-9000", "TRT01P": "Screen Failure"}
        return pd.concat([adsl, pd.DataFrame([row])], ignore_index=True)

    result = run(made(fail))

    assert result.figures[0].boxes[0].lines == ("Failed screening (n=1)",)
    assert counts(result)["Failed screening"] == [None, None, 1]
    assert counts(result)["Randomised"] == [12, 12, 24]


def test_that_the_demonstration_study_is_reconciled_with_the_published_counts():
    result = catalogue.run(participant_flow.SPEC, demo_study(), {"study": "NEPTUNUS-2"})

    assert counts(result)["Randomised"] == [169, 168, 167, 504]
    assert "Every step adds up" in result.summary
    assert any("504 randomised as published" in n and "the same" in n for n in result.notes)


def test_that_a_study_without_dispositions_still_has_a_flow():
    result = run(small_study(), arms=(MONTHLY,))

    assert counts(result)["Randomised"] == [12, 12]
    assert any("do not tell who completed" in n for n in result.notes)


def test_that_no_arm_is_refused():
    with pytest.raises(AnalysisError, match="Tick at least one"):
        run(made(), arms=())
