"""Times to an event of time-to-event data, where the study has no adverse events.

The ovarian cancer trial of Edmonson et al. (1979), as in the R package survival 3.5-3
(``ovarian``): days, censored, arm. Expected values are those of its ``survdiff`` and of
``survfit`` with ``conf.type = "log-log"``.
"""

from __future__ import annotations

import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import Dataset, StudyData

TIME = catalogue.find("ae_time")
OVARIAN = (
    (59, 0, "A"), (115, 0, "A"), (156, 0, "A"), (421, 1, "B"), (431, 0, "A"), (448, 1, "A"),
    (464, 0, "B"), (475, 0, "B"), (477, 1, "A"), (563, 0, "B"), (638, 0, "A"), (744, 1,
    "B"), (769, 1, "B"), (770, 1, "B"), (803, 1, "A"), (855, 1, "A"), (1040, 1, "A"), (1106,
    1, "A"), (1129, 1, "B"), (1206, 1, "B"), (1227, 1, "B"), (268, 0, "A"), (329, 0, "A"),
    (353, 0, "B"), (365, 0, "B"), (377, 1, "B"),
)  # fmt: skip


def ovarian(*, timed: bool = True) -> StudyData:
    frame = pd.DataFrame(OVARIAN, columns=["AVAL", "CNSR", "TRT01P"]).astype({"AVAL": float})
    frame = frame.assign(STUDYID="OV", USUBJID=[f"P{i:02}" for i in range(len(frame))])
    people = frame[["STUDYID", "USUBJID", "TRT01P"]].assign(ITTFL="Y", SAFFL="Y")
    times = frame.drop(columns="TRT01P").assign(PARAMCD="OS", PARAM="Overall survival")
    level = Dataset("ADSL", "ADSL", people)
    return StudyData((level, Dataset("ADTTE", "ADTTE", times)) if timed else (level,))


def test_that_times_are_analysed_without_adverse_events() -> None:
    result = catalogue.run(TIME, ovarian(), {})
    numbers = {
        (t.key, *row.key.values(), *column.key.values()): stat.value
        for t in result.tables
        for row, column, stat in t.numbers()
    }

    assert numbers["time_tests", "logrank", "chi_square"] == pytest.approx(1.06273986129, rel=1e-9)
    assert numbers["time_tests", "logrank", "p"] == pytest.approx(0.302591116989, rel=1e-9)
    median = next(r for r in result.tables[0].rows if r.labels[0].startswith("Median"))
    assert [[s.value for s in c.stats] for c in median.cells] == [
        [638.0, 156.0, None], [None, 464.0, None],
    ]  # fmt: skip


def test_that_a_study_with_neither_says_what_is_needed() -> None:
    with pytest.raises(AnalysisError, match=r"neither adverse events .* nor time-to-event data"):
        catalogue.run(TIME, ovarian(timed=False), {"study": "OV"})
