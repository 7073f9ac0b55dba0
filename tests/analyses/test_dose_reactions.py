"""Reactions by dose: numbers of doses, hours and days, counted by hand."""

import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

DOSES = catalogue.find("dose_reactions")
GIVEN = {
    "S1-0001": ("2024-01-01T09:00", "2024-01-29T09:00", "2024-02-26T09:00"),
    "S1-0002": ("2024-01-01T10:00",),
    "S1-1001": ("2024-01-01T08:00", "2024-01-29T08:00"),
}
EVENTS = (
    ("S1-0001", "2024-01-01T09:30"),  # dose 1, half an hour
    ("S1-0001", "2024-01-01T12:00"),  # dose 1, three hours
    ("S1-0001", "2024-01-29T08:00"),  # one hour before dose 2: still dose 1, 27.96 days
    ("S1-0002", "2024-01-04"),  # dose 1, three days, no time of day
    ("S1-1001", "2024-02-01T08:00"),  # dose 2, 72 hours
    ("S1-1001", "2023-12-31T08:00"),  # before the first dose
)


def study(*, times=True):
    def cut(text):
        return text if times else text[:10]

    doses = pd.DataFrame(
        [
            {"STUDYID": "S1", "USUBJID": s, "EXTRT": "DRUG", "EXSTDTC": cut(t), "EXOCCUR": None}
            for s, moments in GIVEN.items()
            for t in (*moments, moments[0])
        ]
        + [{"STUDYID": "S1", "USUBJID": "S1-0002", "EXSTDTC": "2024-01-02", "EXOCCUR": "N"}]
    )
    events = pd.DataFrame(
        [
            {
                "STUDYID": "S1", "USUBJID": s, "AETERM": "injection site pain",
                "AEDECOD": "Injection site pain", "AESTDTC": cut(t), "TRTEMFL": "Y", "AESER": "N",
            }
            for s, t in EVENTS
        ]
    )  # fmt: skip
    found = with_dataset(small_study(), "ADAE", "ADAE", events)
    return with_dataset(found, "EX", "OTHER", doses)


def cells(result, key):
    table = next(t for t in result.tables if t.key == key)
    return {row.labels[0]: [formats.cell(c) for c in row.cells] for row in table.rows}


def test_that_an_event_belongs_to_the_last_dose_before_it():
    result = catalogue.run(DOSES, study(), {"study": "S1", "arms": (PLACEBO, MONTHLY)})

    found = cells(result, "dose_reactions")
    assert found["Dose 1"] == ["2", "2 (100%) [4]", "1", "0"]
    assert found["Dose 2"] == ["1", "0", "1", "1 (100%) [1]"]
    assert found["Dose 3"][:2] == ["1", "0"]
    assert found["Any dose"] == ["2", "2 (100%) [4]", "1", "1 (100%) [1]"]
    assert "Not counted: 1 of 6 events" in " ".join(result.notes)
    table = result.tables[0]
    assert table.rows[0].cells[1].subjects == ("S1-0001", "S1-0002")


def test_that_hours_since_the_dose_are_counted_where_times_are_known():
    result = catalogue.run(DOSES, study(), {"study": "S1", "arms": (PLACEBO, MONTHLY)})

    found = cells(result, "dose_times")
    assert found["Within 1 hour"] == ["1 (25.0%)", "0 (0%)"]
    assert found["Above 1 to 24 hours"] == ["1 (25.0%)", "0 (0%)"]
    assert found["Above 24 to 72 hours"] == ["0 (0%)", "1 (100%)"]
    assert found["More than 7 days"] == ["1 (25.0%)", "0 (0%)"]
    assert found["Time of day not known"] == ["1 (25.0%)", "0 (0%)"]


def test_that_days_are_counted_where_times_are_not_known():
    options = {"study": "S1", "arms": (PLACEBO, MONTHLY)}
    result = catalogue.run(DOSES, study(times=False), options)

    found = cells(result, "dose_times")
    # The event on the day of dose 2 belongs to dose 2 when hours are not known.
    assert cells(result, "dose_reactions")["Dose 2"][1] == "1 (100%) [1]"
    assert found["On the day of the dose"] == ["3 (75.0%)", "0 (0%)"]
    assert found["2 or 3 days after"] == ["1 (25.0%)", "1 (100%)"]


def test_that_later_doses_are_taken_together_and_late_events_left_out():
    options = {"study": "S1", "arms": (PLACEBO, MONTHLY), "doses": 1, "window": 20}
    found = cells(catalogue.run(DOSES, study(), options), "dose_reactions")

    assert list(found) == ["Dose 1", "Dose 2 and later", "Any dose"]
    assert found["Dose 1"][1] == "2 (100%) [3]"


def test_that_missing_exposure_is_said_in_words():
    found = study()
    less = type(found)(tuple(d for d in found.datasets if d.name != "EX"))
    with pytest.raises(AnalysisError, match="ADEX or EX"):
        catalogue.run(DOSES, less, {"study": "S1"})
