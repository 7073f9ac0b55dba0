"""Overlapping groups along the baseline, and consistency over regions."""

import numpy as np
import pytest
import statsmodels.formula.api as smf

from sjogren_desktop.analyses import catalogue, subgroups
from sjogren_desktop.analyses.sliding_windows import bounds
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study

GIVEN = {"study": "S2", "visits": ("Week 8",), "least": 2, "window": 40, "step": 10}


@pytest.fixture(scope="module")
def study():
    made = small_study(per_arm=24)
    adsl = made.adsl
    adsl["REGION1"] = np.where(adsl["AGE"] % 3 == 0, "A", np.where(adsl["AGE"] % 3 == 1, "B", "C"))
    return made


@pytest.fixture(scope="module")
def result(study):
    return catalogue.run(subgroups.SPEC, study, GIVEN)


def table(result, key):
    return next(t for t in result.tables if t.key == key)


@pytest.mark.parametrize(
    ("n", "size", "step", "expected"),
    [
        (72, 40, 10, [(0, 40), (10, 50), (20, 60), (30, 72)]),
        (70, 40, 10, [(0, 40), (10, 50), (20, 60), (30, 70)]),
        (85, 40, 20, [(0, 40), (20, 60), (40, 85)]),
        (40, 40, 10, [(0, 40)]),
        (45, 40, 10, [(0, 45)]),
    ],
)
def test_that_windows_overlap_and_reach_the_end(n, size, step, expected):
    assert bounds(n, size, step) == expected


def test_that_a_window_is_least_squares_of_its_subjects(study, result):
    scores = study.dataset("ADQS").frame
    mine = scores.loc[(scores["STUDYID"] == "S2") & (scores["AVISIT"] == "Week 8")]
    frame = mine.merge(study.adsl[["USUBJID", "TRT01P"]])
    frame["T"] = frame["TRT01P"].map({PLACEBO: "a", MONTHLY: "b", QUARTERLY: "c"})
    first = frame.sort_values("BASE", kind="stable").iloc[:40]
    fit = smf.ols("CHG ~ C(T) + BASE", first).fit()

    row = table(result, "stepp").rows[0]

    n, monthly = row.cells[0].stats[0].value, row.cells[1].stats
    assert n == 40
    assert monthly[0].value == pytest.approx(fit.params["C(T)[T.b]"], rel=1e-6)
    assert monthly[1].value == pytest.approx(fit.bse["C(T)[T.b]"], rel=1e-6)


def test_that_the_figure_shows_every_window_and_arm(result):
    figure = next(f for f in result.figures if f.key == "stepp")

    rows = table(result, "stepp").rows
    assert [s.name for s in figure.series] == [MONTHLY, QUARTERLY]
    assert all(len(s.x) == len(rows) > 2 for s in figure.series)
    assert list(figure.series[0].x) == sorted(figure.series[0].x)


def test_that_no_window_is_drawn_where_one_holds_all(study):
    result = catalogue.run(subgroups.SPEC, study, {**GIVEN, "window": 500})

    assert "stepp" not in [t.key for t in result.tables]


def test_that_a_region_is_consistent_with_half_of_the_overall_effect(result):
    whole = table(result, "subgroups").rows[0]
    overall = whole.cells[1].stats[0].value

    found = table(result, "consistency")

    assert [r.labels for r in found.rows] == [("A",), ("B",), ("C",)]
    for row in found.rows:
        effect, share, verdict = (row.cells[i].stats[0].value for i in range(3))
        assert share == pytest.approx(100 * effect / overall, rel=1e-9)
        assert verdict == ("Yes" if share >= 50 else "No")
