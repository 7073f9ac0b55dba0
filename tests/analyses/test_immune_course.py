"""Immunoglobulins and blood cells with infections: hand-made courses, counted by hand."""

import math

import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import BLINDED, AnalysisError
from sjogren_desktop.study.blinding import blind
from sjogren_desktop.study.data import Dataset, StudyData
from tests.demo_study import demo_study

COURSE = catalogue.find("immune_course")
FIRST = pd.Timestamp("2024-01-01")


def made_study(**lab):
    """Return two arms: P1 never low, D1 low from day 57 and back on day 225, D2 low to the end."""
    people = ["P1", "P2", "D1", "D2"]
    adsl = pd.DataFrame(
        {
            "STUDYID": "S",
            "USUBJID": people,
            "TRT01A": ["Placebo", "Placebo", "Drug", "Drug"],
            "SAFFL": "Y",
            "TRTSDT": FIRST,
            "TRTEDT": FIRST + pd.Timedelta(days=167),
        }
    )
    values = {
        "P1": [(1, 12.0), (57, 11.0), (169, 12.5)],
        "P2": [(1, 10.0), (57, 9.0)],
        "D1": [(1, 12.0), (57, 6.5), (113, 6.0), (225, 8.0)],
        "D2": [(1, 10.0), (113, 6.9), (197, 6.0)],
    }
    rows = [(s, d, v) for s, course in values.items() for d, v in course]
    adlb = pd.DataFrame(rows, columns=["USUBJID", "ADY", "AVAL"]).assign(
        STUDYID="S",
        PARAMCD="IGG",
        PARAM="Immunoglobulin G (g/L)",
        A1LO=7.0,
        A1HI=16.0,
    )
    adlb["AVISIT"] = "Day " + adlb["ADY"].astype(str)
    adlb["AVISITN"] = adlb["ADY"].astype(float) - 1
    adlb["ABLFL"] = adlb["ADY"].map(lambda d: "Y" if d == 1 else None)
    infections = [("P1", 20), ("D1", 30), ("D1", 100), ("D2", 113), ("D2", 190)]
    adae = pd.DataFrame(infections, columns=["USUBJID", "DAY"]).assign(
        STUDYID="S",
        AEDECOD="Nasopharyngitis",
        AEBODSYS="INFECTIONS AND INFESTATIONS",
        TRTEMFL="Y",
    )
    adae["ASTDT"] = FIRST + pd.to_timedelta(adae["DAY"] - 1, unit="D")
    return StudyData(
        (
            Dataset("ADSL", "ADSL", adsl),
            Dataset("ADLB", "BDS", adlb.assign(**lab)),
            Dataset("ADAE", "ADAE", adae),
        )
    )


def table(result, key):
    return next(t for t in result.tables if t.key == key)


def row(result, key, *labels):
    found = table(result, key)
    (line,) = (
        [r for r in found.rows if r.labels[-len(labels) :] == labels] if labels else found.rows
    )
    return {
        (c.key["ARM"], c.key["STAT"]): formats.cell(cell) if cell else None
        for c, cell in zip(found.columns, line.cells, strict=True)
    }


@pytest.fixture(scope="module")
def result():
    return catalogue.run(COURSE, made_study(), {"study": "S"})


def test_that_the_lowest_value_and_its_change_are_those_after_the_first_dose(result):
    shown = row(result, "immune_falls")

    # Lowest: 11 and 9; 6 and 6. Baseline 12 and 10 in both arms.
    assert shown["Placebo", "n"] == "2"
    assert shown["Placebo", "lowest"].split()[0] == "10.00"
    assert shown["Drug", "lowest"].split()[0] == "6.00"
    assert shown["Drug", "change"].split()[0] == "-5.00"
    assert shown["Placebo", "low"] == "0"
    assert shown["Drug", "low"] == "2 (100%)"


def test_that_time_and_events_are_divided_at_the_first_low_value(result):
    before = row(result, "immune_events", "Before the first low value")
    after = row(result, "immune_events", "After the first low value")

    # Treated for 168 days. D1 is low from day 57 (56 days before), D2 from day 113 (112 days).
    years = {"before": (56 + 112) / 365.25, "after": (112 + 56) / 365.25}
    assert before["Drug", "events"] == f"1 / {years['before']:.1f}"
    # The infection of D2 on day 113 counts after; that on day 190 is beyond the time at risk.
    assert after["Drug", "events"] == f"2 / {years['after']:.1f}"
    assert before["Placebo", "events"] == "1 / 0.9"
    assert after["Placebo", "events"] == "0 / 0.0"
    assert after["Placebo", "rate"] is None
    cells = table(result, "immune_events").rows[1].cells
    rate = cells[1].stats[0].value
    assert math.isclose(rate, 100 * 2 / years["after"], rel_tol=1e-12)


def test_that_recovery_is_of_those_low_at_the_end_and_seen_later(result):
    shown = row(result, "immune_recovery")

    assert (shown["Drug", "low"], shown["Drug", "seen"]) == ("2", "2")
    assert shown["Drug", "back"] == "1 (50.0%)"
    # D1 is back 225 - 168 = 57 days after the end; D2 is censored before, on day 29.
    assert shown["Drug", "days"].startswith("57 ")
    assert shown["Placebo", "low"] == "0"
    assert shown["Placebo", "days"] is None


def test_that_events_stand_on_the_line_of_their_patient(result):
    (figure,) = result.figures
    names = [s.name for s in figure.series]
    marks = figure.series[-1]

    assert names == ["Drug", "Placebo", "Infections"]
    places = zip(marks.x, marks.y, marks.subjects, strict=True)
    at = [(round(x * 7 + 1), y, who) for x, y, who in places if y == y]
    assert sorted(at) == [
        (20, 12.0, ("P1",)),
        (30, 12.0, ("D1",)),
        (100, 6.5, ("D1",)),
        (113, 6.9, ("D2",)),
        (190, 6.9, ("D2",)),
    ]


def test_that_without_limits_only_the_fall_is_told():
    bare = catalogue.run(COURSE, made_study(A1LO=None, A1HI=None), {"study": "S"})

    assert [t.key for t in bare.tables] == ["immune_falls"]
    assert row(bare, "immune_falls")["Drug", "low"] is None


def test_that_records_without_days_are_refused():
    with pytest.raises(AnalysisError, match="no study day"):
        catalogue.run(COURSE, made_study(ADY=None), {"study": "S"})


def test_that_a_blinded_result_says_that_it_could_unblind():
    study = made_study()

    shown = catalogue.run(COURSE, blind(study).study, {"study": "S"})

    assert shown.blinding == BLINDED
    assert any("Could unblind" in note for note in shown.notes)
    assert "Drug" not in {s.name for f in shown.figures for s in f.series}


def test_that_the_demonstration_study_is_followed():
    result = catalogue.run(COURSE, demo_study(), {"study": "Pooled"})

    names = [r.labels[0] for r in table(result, "immune_falls").rows]
    assert any("Immunoglobulin G" in n for n in names)
    assert len(result.figures) == len(names)
