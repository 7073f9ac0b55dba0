"""Laboratory shifts: categories and worst values by hand, and the CDISC pilot study."""

import json

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

SHIFT = catalogue.find("lab_shift")
PILOT_ARMS = ("Placebo", "Xanomeline Low Dose", "Xanomeline High Dose")


def lab(values, **columns):
    """Return neutrophils (normal 2 to 7) of subjects: {subject: {visit number: value}}."""
    rows = [
        {
            "STUDYID": "S1",
            "USUBJID": subject,
            "PARAMCD": "NEUT",
            "PARAM": "Neutrophils (10^9/L)",
            "AVISITN": float(visit),
            "AVISIT": "Baseline" if visit == 0 else f"Week {visit}",
            "AVAL": value,
            "A1LO": 2.0,
            "A1HI": 7.0,
        }
        for subject, course in values.items()
        for visit, value in course.items()
    ]
    return with_dataset(small_study(), "ADLB", "BDS", pd.DataFrame(rows).assign(**columns))


FOUR = {
    "S1-0001": {0: 3.0, 4: 1.5, 8: 3.0},
    "S1-0002": {0: 3.0, 4: 3.0, 8: 8.0},
    "S1-1001": {0: 1.0, 4: 1.0, 8: 2.0},
    "S1-1002": {0: 3.0, 4: 9.0, 8: 1.9},
}


def cells(result, key):
    """Return {row label: {(arm, baseline): text}} of a table."""
    table = next(t for t in result.tables if t.key == key)
    return {
        row.labels[1:]: {
            (c.key["ARM"], c.key["BNRIND"]): formats.cell(cell)
            for c, cell in zip(table.columns, row.cells, strict=True)
            if "BNRIND" in c.key
        }
        for row in table.rows
    }


def test_that_limits_give_the_categories_where_there_is_no_indicator():
    found = cells(catalogue.run(SHIFT, lab(FOUR), {"study": "S1"}), "lab_shift_visits")

    assert found["Week 4", "Low"] == {
        (PLACEBO, "Low"): "0",
        (PLACEBO, "Normal"): "1 (50.0%)",
        (MONTHLY, "Low"): "1 (100%)",
        (MONTHLY, "Normal"): "0",
    }
    assert found["Week 4", "n"][MONTHLY, "Normal"] == "1"
    # A value at the limit is normal.
    assert found["Week 8", "Normal"][MONTHLY, "Low"] == "1 (100%)"


def test_that_the_worst_value_is_the_one_farthest_outside_its_range():
    # S1-1002 had 9.0 (2 above) and 1.9 (0.1 below): high is worse.
    found = cells(catalogue.run(SHIFT, lab(FOUR), {"study": "S1"}), "lab_shift_worst")

    assert found["High",][MONTHLY, "Normal"] == "1 (100%)"
    assert found["Low",][PLACEBO, "Normal"] == "1 (50.0%)"
    assert found["High",][PLACEBO, "Normal"] == "1 (50.0%)"


def test_that_the_last_value_is_the_last_up_to_the_visit_chosen():
    every = cells(catalogue.run(SHIFT, lab(FOUR), {"study": "S1"}), "lab_shift_last")
    early = cells(
        catalogue.run(SHIFT, lab(FOUR), {"study": "S1", "until": "Week 4"}), "lab_shift_last"
    )

    assert every["Low",][MONTHLY, "Normal"] == "1 (100%)"
    assert early["High",][MONTHLY, "Normal"] == "1 (100%)"


def test_that_copies_at_a_summary_visit_are_no_values_of_their_own():
    values = {s: {**course, 99: 20.0} for s, course in FOUR.items()}

    found = cells(catalogue.run(SHIFT, lab(values), {"study": "S1"}), "lab_shift_worst")

    assert found == cells(catalogue.run(SHIFT, lab(FOUR), {"study": "S1"}), "lab_shift_worst")


def test_that_a_flag_of_one_record_marks_the_worst():
    study = lab(FOUR)
    frame = study.dataset("ADLB").frame.copy()
    week = frame["USUBJID"].map({"S1-1002": 8.0}).fillna(4.0)
    frame["ANL01FL"] = np.where(frame["AVISITN"] == week, "Y", None)
    study = with_dataset(study, "ADLB", "BDS", frame)
    # The flag must look like one: more visits, so that it marks a third of the records.
    more = frame.loc[frame["AVISITN"] == 8].assign(AVISITN=12.0, AVISIT="Week 12", ANL01FL=None)
    study = with_dataset(study, "ADLB", "BDS", pd.concat([frame, more], ignore_index=True))

    result = catalogue.run(SHIFT, study, {"study": "S1"})

    assert ("Worst value", "As flagged in the data (ANL01FL = Y)") in result.method
    assert cells(result, "lab_shift_worst")["Low",][MONTHLY, "Normal"] == "1 (100%)"


def test_that_an_empty_worst_flag_gives_no_hang_but_derived_values():
    found = catalogue.run(SHIFT, lab(FOUR, ANL01FL=None), {"study": "S1"})

    assert ("Worst value", "The value farthest outside its normal range") in found.method
    assert cells(found, "lab_shift_worst")["High",][MONTHLY, "Normal"] == "1 (100%)"


def test_that_indicators_go_before_limits_and_their_words_are_known():
    words = ["normal", "L", "N"] * 4

    found = cells(
        catalogue.run(SHIFT, lab(FOUR, ANRIND=words), {"study": "S1"}), "lab_shift_visits"
    )

    assert found["Week 4", "Low"][MONTHLY, "Normal"] == "2 (100%)"


def test_that_values_without_ranges_are_refused_in_words():
    study = lab(FOUR, A1LO=np.nan, A1HI=np.nan)

    with pytest.raises(AnalysisError, match="No parameter is chosen"):
        catalogue.run(SHIFT, study, {"study": "S1"})


# --- the pilot study


@pytest.fixture(scope="module")
def pilot_labs(shared):
    folder = shared / "data" / "cdiscpilot"
    paths = ["adam/adsl.xpt", "json/adlbc.dsjc", "json/adlbh.dsjc"]
    return open_study([folder / p for p in paths])


@pytest.fixture(scope="module")
def printed(shared):
    path = shared / "data" / "cdiscpilot" / "expected.json"
    return json.loads(path.read_text(encoding="utf-8"))["tables"]


@pytest.fixture(scope="module")
def shifts(pilot_labs):
    return catalogue.run(SHIFT, pilot_labs, {})


def by_row(table):
    """Return {(parameter, week): {shift to: [n by arm and baseline N, H]}} and p values."""
    counts, p_values = {}, {}
    for row in table.rows:
        place = row.key["PARAMCD"], row.key.get("AVISITN")
        cell_of = {
            (c.key["ARM"], c.key["BNRIND"]): cell.stats[0].value
            for c, cell in zip(table.columns, row.cells, strict=True)
            if "BNRIND" in c.key
        }
        counts.setdefault(place, {})[row.key["ANRIND"]] = [
            cell_of[a, b] for a in PILOT_ARMS for b in ("Normal", "High")
        ]
        if row.cells[-1] is not None:
            p_values[place] = row.cells[-1].stats[0].value
    return counts, p_values


def test_that_the_pilot_study_gives_all_270_blocks_of_table_14_6_04(shifts, printed):
    table = next(t for t in shifts.tables if t.key == "lab_shift_visits")
    counts, _ = by_row(table)

    expected = {(r["param"], r["week"]): r["csr"] for r in printed["14-6.04"]["rows"]}
    assert len(expected) == 270
    # The report leaves out a category nobody was in.
    found = {p: {k: n for k, n in block.items() if any(n)} for p, block in counts.items()}
    differ = [place for place, block in expected.items() if found.get(place) != block]
    assert differ == []


def test_that_the_pilot_study_gives_table_14_6_05_with_its_p_values(shifts, printed):
    table = next(t for t in shifts.tables if t.key == "lab_shift_worst")
    counts, p_values = by_row(table)

    rows = printed["14-6.05"]["rows"]
    differ = [r["param"] for r in rows if counts.get((r["param"], None)) != r["csr"]]
    # The public data have 79 low-dose subjects for bilirubin, the report 80.
    assert differ == ["BILI"]
    for row in rows:
        found = p_values.get((row["param"], None))
        if row["csr_p"] is None:
            assert found is None
        elif row["param"] != "BILI":
            assert formats.fixed(found, 3) == row["csr_p"], row["param"]
    # The corrected value of a p printed wrong elsewhere; R 4.2, mantelhaen.test
    assert p_values["EOS", None] == pytest.approx(0.043835, abs=5e-7)


def test_that_the_pilot_study_gives_table_14_6_02(pilot_labs, printed):
    result = catalogue.run(SHIFT, pilot_labs, {"indicator": "LBNRIND", "times": ("worst",)})

    table = next(t for t in result.tables if t.key == "lab_worst")
    # The report has no column for qualitative tests, which are abnormal and not low or high.
    shown = [i for i, c in enumerate(table.columns) if c.key.get("ANRIND") != "Abnormal"]
    found = {
        r.key["PARAMCD"]: [r.cells[i].stats[0].value for i in shown if r.cells[i]]
        for r in table.rows
    }
    rows = printed["14-6.02"]["rows"]
    assert len(rows) == 30
    assert {r["param"]: found[r["param"]][:9] for r in rows} == {r["param"]: r["csr"] for r in rows}
    p_values = {r["param"]: found[r["param"]][9:] for r in rows}
    for row in rows:
        if row["R_fisher_3x3_p"] is None:
            assert p_values[row["param"]] == []
        else:  # R 4.2, given to six decimals; the report prints three
            assert p_values[row["param"]] == [pytest.approx(row["R_fisher_3x3_p"], abs=5.01e-7)]
            assert formats.fixed(p_values[row["param"]][0], 3) == row["csr_p"]


def test_that_a_shift_cell_names_the_subjects_it_counts():
    table = catalogue.run(SHIFT, lab(FOUR), {"study": "S1", "times": ("worst",)}).tables[0]

    found = {
        (row.labels[-1], c.key["ARM"], c.key["BNRIND"]): cell.subjects
        for row in table.rows
        for c, cell in zip(table.columns, row.cells, strict=True)
        if cell is not None and "BNRIND" in c.key
    }
    assert found["High", MONTHLY, "Normal"] == ("S1-1002",)
    assert found["n", PLACEBO, "Normal"] == ("S1-0001", "S1-0002")
    assert found["Low", MONTHLY, "Low"] == ("S1-1001",)


def test_that_a_criterion_without_limits_has_the_categories_that_its_shifts_tell():
    study = lab(
        {
            "S1-0001": {0: 0.0, 4: 1.0},
            "S1-0002": {0: 0.0, 4: 0.0},
            "S1-1001": {0: 1.0, 4: 1.0},
            "S1-1002": {0: 0.0, 4: 0.0},
        },
        A1LO=None,
        A1HI=None,
        # As in the pilot study, "High to High" is told by the values alone.
        SHIFT1=[None, "Normal to High", None, "Normal to Normal", None, None, None, None],
    )

    found = cells(catalogue.run(SHIFT, study, {"study": "S1"}), "lab_shift_worst")

    assert found["High",] == {
        (PLACEBO, "Normal"): "1 (50.0%)",
        (PLACEBO, "High"): "0",
        (MONTHLY, "Normal"): "0",
        (MONTHLY, "High"): "1 (100%)",
    }
