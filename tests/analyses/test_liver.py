"""Peak liver tests: quadrants, the R ratio at its own time, and the pilot study."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

LIVER = catalogue.find("liver")
ULN = {"ALT": 40.0, "AST": 40.0, "ALP": 100.0, "BILI": 20.0}
DAYS = {0: 1.0, 4: 29.0, 8: 57.0, 99: 57.0}


def study(*, drop=(), **columns):
    """Return four subjects, one a quadrant; S1-1001 is the case of Hy's law."""
    courses = {
        # ALT peaks at week 4 (10 x ULN), when ALP is 1.5 x ULN; ALP is higher at week 8.
        ("S1-1001", "ALT"): {0: 20, 4: 400, 8: 200},
        ("S1-1001", "AST"): {0: 20, 4: 300, 8: 100},
        ("S1-1001", "ALP"): {0: 80, 4: 150, 8: 180},
        ("S1-1001", "BILI"): {0: 10, 4: 15, 8: 50},
        # AST alone is high, and bilirubin exactly at its cut-off.
        ("S1-1002", "ALT"): {0: 20, 4: 40},
        ("S1-1002", "AST"): {0: 20, 4: 160},
        ("S1-1002", "ALP"): {0: 80, 4: 90},
        ("S1-1002", "BILI"): {0: 10, 4: 40},
        # ALT exactly at its cut-off; a copy at visit 99 must not count.
        ("S1-0001", "ALT"): {0: 20, 4: 120, 99: 9999},
        ("S1-0001", "BILI"): {0: 10, 4: 60},
        ("S1-0002", "ALT"): {0: 500, 4: 30},
        ("S1-0002", "BILI"): {0: 100, 4: 10},
    }
    rows = [
        {
            "STUDYID": "S1",
            "USUBJID": subject,
            "PARAMCD": code,
            "PARAM": code,
            "AVISITN": float(visit),
            "AVISIT": f"Visit {visit}",
            "ADY": DAYS[visit],
            "AVAL": float(value),
            "A1HI": ULN[code],
        }
        for (subject, code), course in courses.items()
        for visit, value in course.items()
        if code not in drop
    ]
    return with_dataset(small_study(), "ADLB", "BDS", pd.DataFrame(rows).assign(**columns))


def quadrants(result):
    return {r.key["QUADRANT"]: [formats.cell(c) for c in r.cells] for r in result.tables[0].rows}


def test_that_subjects_fall_into_quadrants_by_their_peaks_after_baseline():
    found = quadrants(catalogue.run(LIVER, study(), {"study": "S1"}))

    assert found["n"] == ["2", "2"]
    assert found["hys_law"] == ["0", "1 (50.0%)"]
    assert found["hys_law_alp"] == ["0", "1 (50.0%)"]
    assert found["temple"] == ["0", "1 (50.0%)"]
    assert found["cholestasis"] == ["1 (50.0%)", "0"]
    assert found["normal"] == ["1 (50.0%)", "0"]
    assert found["at_5"] == ["0", "1 (50.0%)"]
    assert found["bili_1.5"] == ["1 (50.0%)", "2 (100%)"]


def test_that_the_r_ratio_is_taken_at_the_time_of_the_highest_alt():
    result = catalogue.run(LIVER, study(), {"study": "S1"})

    rows = {r.labels[2]: [formats.cell(c) for c in r.cells] for r in result.tables[1].rows}
    # ALT 10, AST 7.5, bilirubin 2.5, ALP 1.8; R = 10 / 1.5 at day 29; bilirubin at day 57
    assert rows["S1-1001"] == [
        *("10.00", "7.50", "2.50", "1.80", "6.67", "hepatocellular", "29", "57"),
    ]
    # AST alone is high: ALT is at its limit and ALP below, which is no pattern of injury.
    assert rows["S1-1002"][4:6] == ["1.11", "normal ALT and ALP"]
    assert [r.labels[:2] for r in result.tables[1].rows] == [
        ("Both high (possible Hy's law)", MONTHLY),
        ("Aminotransferase alone high (Temple's corollary)", MONTHLY),
        ("Bilirubin alone high", PLACEBO),
    ]


def test_that_cut_offs_can_be_changed():
    options = {"study": "S1", "aminotransferase": 12, "bilirubin": 3}

    found = quadrants(catalogue.run(LIVER, study(), options))

    assert found["hys_law"] == ["0", "0"]


def test_that_the_figure_has_one_point_a_subject_named_for_the_pointer():
    (figure, _) = catalogue.run(LIVER, study(), {"study": "S1"}).figures

    assert figure.names == (("S1-0001", "S1-0002"), ("S1-1001", "S1-1002"))
    assert figure.series[1].x == (10.0, 4.0)
    assert figure.series[1].y == (2.5, 2.0)


def test_that_missing_tests_or_limits_are_refused_in_words():
    with pytest.raises(AnalysisError, match="no total bilirubin"):
        catalogue.run(LIVER, study(drop=("BILI",)), {"study": "S1"})
    with pytest.raises(AnalysisError, match="upper limit of normal"):
        catalogue.run(LIVER, study(A1HI=np.nan), {"study": "S1"})


def test_that_peaks_of_the_pilot_study_are_those_of_its_records(shared):
    folder = shared / "data" / "cdiscpilot"
    pilot = open_study([folder / "adam" / "adsl.xpt", folder / "json" / "adlbc.dsjc"])

    (figure, _) = catalogue.run(LIVER, pilot, {}).figures

    # Computed the plain way from the same records, one subject after the other.
    labs = pilot.dataset("ADLBC").frame
    labs = labs[(labs["ADY"] > 1) & (labs["AVISITN"] != 99) & (labs["ABLFL"] != "Y")]
    ratio = (labs["AVAL"] / labs["A1HI"]).groupby([labs["USUBJID"], labs["PARAMCD"]]).max()
    for series, names in zip(figure.series, figure.names, strict=True):
        for x, y, subject in zip(series.x, series.y, names, strict=True):
            peak = max(ratio[subject, "ALT"], ratio[subject, "AST"])
            assert (x, y) == pytest.approx((peak, ratio[subject, "BILI"]))
    assert sum(len(s.x) for s in figure.series) > 240


def test_that_the_second_plot_counts_from_each_subjects_baseline():
    edish, mdish = catalogue.run(LIVER, study(), {"study": "S1"}).figures

    assert (edish.key, mdish.key) == ("edish", "mdish")
    people = {n: (x, y) for s, ns in zip(mdish.series, mdish.names, strict=True)
              for n, x, y in zip(ns, s.x, s.y, strict=True)}  # fmt: skip
    frame = study().dataset("ADLB").frame
    for name, (x, y) in people.items():
        mine = frame[frame["USUBJID"] == name]
        for value, codes in ((x, ("ALT", "AST")), (y, ("BILI",))):
            folds = [
                part.loc[part["AVISITN"].between(0.5, 90), "AVAL"].max()
                / part.loc[part["AVISITN"] == 0, "AVAL"].iloc[0]
                for _, part in mine[mine["PARAMCD"].isin(codes)].groupby("PARAMCD")
                if (part["AVISITN"] == 0).any()
            ]
            assert value == pytest.approx(max(folds))
    assert people
