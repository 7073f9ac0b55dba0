"""Subjects who change treatment: a crossover of six by hand."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.study.data import Dataset, StudyData

DAY = pd.Timedelta(days=1)
START = pd.Timestamp("2024-01-01")
SECOND = START + 100 * DAY
"""Treatment A then B, B then A, and C throughout; 60 days each, the second from day 101."""

OVERVIEW, RATES = catalogue.find("ae_overview"), catalogue.find("ae_incidence")


def crossover(*, tells=(), third=False):
    """Return the study; ``tells`` names the variables that tell the treatment of a record."""
    first = ["A", "A", "B", "B", "C", "C"]
    second = ["B", "B", "A", "A", "C", "C"]
    names = [f"S-{i}" for i in range(6)]
    adsl = pd.DataFrame(
        {
            "STUDYID": "S",
            "USUBJID": names,
            "TRT01A": first,
            "TRT02A": second,
            "SAFFL": "Y",
            "TRTSDT": START,
            "TRTEDT": SECOND + 59 * DAY,
            "TR01EDT": START + 59 * DAY,
            "TR02SDT": SECOND,
        }
    )
    # Events of S-0 in both periods, of S-2 in the second only, of S-4 in the second (C, C).
    events = pd.DataFrame(
        {
            "STUDYID": "S",
            "USUBJID": ["S-0", "S-0", "S-2", "S-4"],
            "AEDECOD": ["Cough", "Rash", "Rash", "Rash"],
            "AESER": "N",
            "TRTEMFL": "Y",
            "ASTDT": [START + 9 * DAY, SECOND, SECOND + 5 * DAY, SECOND + 5 * DAY],
            "APERIOD": [1, 2, 2, 2],
            "TRTA": ["A", "B", "A", "C"],
        }
    )
    if third:  # Subjects S-0 and S-1 return to A; an event of S-0 under it.
        adsl["TRT03A"] = ["A", "A", None, None, None, None]
        events.loc[1, ["TRTA", "APERIOD"]] = ["A", 3]
    if "TR02SDT" not in tells:
        adsl = adsl.drop(columns="TR02SDT")
    events = events.drop(columns=[c for c in ("APERIOD", "TRTA") if c not in tells])
    return StudyData((Dataset("ADSL", "ADSL", adsl), Dataset("ADAE", "ADAE", events)))


def counts(result):
    row = next(r for r in result.tables[0].rows if r.labels[0].startswith("Any adverse event"))
    return [cell.stats[0].value for cell in row.cells[:3]]


@pytest.mark.parametrize("column", ["TR02SDTM", "AP02SDT", "TRT02SDTM"])
def test_that_other_variables_tell_when_the_second_period_began(column):
    study = crossover(tells=("TR02SDT",))
    adsl = study.adsl.rename(columns={"TR02SDT": column})
    if column.endswith("M"):
        adsl[column] = adsl[column].dt.strftime("%Y-%m-%dT08:00")
    renamed = StudyData((Dataset("ADSL", "ADSL", adsl), study.datasets[1]))

    assert counts(catalogue.run(OVERVIEW, renamed, {})) == [1, 0, 1]


@pytest.mark.parametrize("tells", [("APERIOD",), ("TRTA",), ("TR02SDT",), ("APERIOD", "TRTA")])
def test_that_events_of_a_later_treatment_count_in_no_arm(tells):
    result = catalogue.run(OVERVIEW, crossover(tells=tells), {})

    # Without the rule, A had S-0 and B had S-2, who had its rash under A.
    assert counts(result) == [1, 0, 1]
    assert "2 event records of later treatments are left out." in result.notes
    assert any(n.startswith("4 subjects had another treatment later") for n in result.notes)


def test_that_events_count_where_nothing_tells_their_treatment():
    assert counts(catalogue.run(OVERVIEW, crossover(), {})) == [1, 1, 1]


def test_that_a_return_to_the_first_treatment_is_later_all_the_same():
    # S-0 has its rash under A again, in the third period; its date tells.
    result = catalogue.run(OVERVIEW, crossover(tells=("TRTA", "TR02SDT"), third=True), {})

    assert counts(result) == [1, 0, 1]
    assert "2 event records of later treatments are left out." in result.notes


def test_that_the_time_at_risk_ends_with_the_first_treatment():
    result = catalogue.run(
        RATES, crossover(tells=("TRTA", "TR02SDT")), {"measure": "subjects", "rows": "category"}
    )

    cells = result.tables[0].rows[0].cells
    # 60 days for who changes, 160 days for who stays on C.
    years = [cells[2 * arm].stats[1].value for arm in range(3)]
    assert years == pytest.approx([2 * 60 / 365.25, 2 * 60 / 365.25, 2 * 160 / 365.25])


def test_that_laboratory_values_of_a_later_treatment_are_left_out():
    study = crossover(tells=("TRTA",))
    days = [0.0, 4.0, 20.0]
    labs = pd.DataFrame(
        [
            ("S", f"S-{i}", "ALT", "ALT (U/L)", f"Week {d:g}", d, 100.0 if d > 10 else 20.0, trt)
            for i in range(6)
            for d, trt in zip(days, (*["AABBCC"[i]] * 2, "BBAACC"[i]), strict=True)
        ],
        columns=["STUDYID", "USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "AVAL", "TRTA"],
    ).assign(A1LO=5.0, A1HI=40.0, ABLFL=lambda f: np.where(f["AVISITN"] == 0, "Y", None))
    study = StudyData((*study.datasets, Dataset("ADLB", "BDS", labs)))

    result = catalogue.run(catalogue.find("lab_shift"), study, {})

    worst = next(t for t in result.tables if t.key == "lab_worst")
    cells = zip(worst.columns, worst.rows[0].cells, strict=True)
    shown = {c.header: cell.stats[0].value for c, cell in cells if len(c.key) == 2}
    assert shown == {
        "A\n(N=2)\nNormal": 2,
        "A\n(N=2)\nHigh": 0,
        "B\n(N=2)\nNormal": 2,
        "B\n(N=2)\nHigh": 0,
        "C\n(N=2)\nNormal": 0,
        "C\n(N=2)\nHigh": 2,
    }


def test_that_serious_events_of_a_later_treatment_are_listed_and_narrated():
    study = crossover(tells=("TRTA", "TR02SDT"))
    events = study.dataset("ADAE").frame.assign(AESER=["N", "Y", "N", "Y"])
    serious = StudyData((study.datasets[0], Dataset("ADAE", "ADAE", events)))

    result = catalogue.run(catalogue.find("deaths_sae"), serious, {})

    listing = next(t for t in result.tables if t.key == "serious_listing")
    # S-0 had its rash under B, its second treatment.
    assert [row.labels for row in listing.rows] == [("B", "S-0"), ("C", "S-4")]
    assert not any("left out." in note for note in result.notes if "event records" in note)
    told = catalogue.run(catalogue.find("narratives"), serious, {}).tables[0]
    assert {row.key["USUBJID"] for row in told.rows} == {"S-0", "S-4"}
    treated = [r.cells[0].stats[0].value for r in told.rows if r.labels[1] == "Treatment"]
    assert ["In period 2 the treatment was B." in text for text in treated] == [True, False]


def test_that_a_trial_of_one_period_has_no_such_note():
    study = crossover(tells=("TRTA",))
    adsl = study.adsl.drop(columns=["TRT02A"])
    plain = StudyData((Dataset("ADSL", "ADSL", adsl), *study.datasets[1:]))

    result = catalogue.run(OVERVIEW, plain, {})

    assert counts(result) == [1, 1, 1]
    assert not any("later" in note for note in result.notes)
