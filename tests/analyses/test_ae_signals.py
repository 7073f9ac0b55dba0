"""Signal screening: what is screened, adjusted and drawn, by hand and on the pilot study."""

import numpy as np
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.figures import DotFigure, ScatterFigure
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.exact import fisher_test
from sjogren_desktop.stats.multiplicity import adjust_p_values
from sjogren_desktop.study.load import open_study
from tests.analyses.test_safety_defaults import whole_study
from tests.studies import PLACEBO

SIGNALS = catalogue.find("ae_signals")


@pytest.fixture(scope="module")
def pilot(shared):
    adam = shared / "data" / "cdiscpilot" / "adam"
    return open_study([adam / "adsl.xpt", adam / "adae.xpt"])


@pytest.fixture(scope="module")
def screened(pilot):
    return catalogue.run(SIGNALS, pilot, {})


def column(table, text, arm):
    return next(
        i for i, c in enumerate(table.columns) if c.header.endswith(text) and c.key["ARM"] == arm
    )


def test_that_p_values_are_adjusted_over_the_terms_screened(screened):
    table = screened.tables[0]
    raw, fdr = (
        column(table, t, "Xanomeline High Dose") for t in ("\np", "p, false discovery rate")
    )
    p = np.array([row.cells[raw].stats[0].value for row in table.rows])
    adjusted = np.array([row.cells[fdr].stats[0].value for row in table.rows])

    # 14-5.01: pruritus 8 of 86 and 26 of 84
    itch = next(i for i, row in enumerate(table.rows) if row.labels[1] == "PRURITUS")
    assert p[itch] == pytest.approx(fisher_test(26, 84, 8, 86).p_value, rel=1e-9)
    np.testing.assert_allclose(adjusted, adjust_p_values(p, method="benjamini-hochberg"))
    flags = column(table, "Flagged", "Xanomeline High Dose")
    flagged = {r.labels[1] for r in table.rows if r.cells[flags].stats[0].value == "flagged"}
    assert flagged == {"PRURITUS", "APPLICATION SITE PRURITUS", "APPLICATION SITE ERYTHEMA"}


def test_that_marks_and_cells_name_their_patients(screened):
    dots = next(f for f in screened.figures if isinstance(f, DotFigure))
    place = dots.categories.index("PRURITUS")
    assert [len(s.subjects[place]) for s in dots.series] == [8, 21, 26]
    volcano = [f for f in screened.figures if isinstance(f, ScatterFigure)][-1]
    at = volcano.names[1].index("PRURITUS")
    assert len(volcano.series[1].subjects[at]) == 8 + 26
    row = next(r for r in screened.tables[0].rows if r.labels[1] == "PRURITUS")
    assert [len(c.subjects) for c in row.cells[:3]] == [8, 21, 26]


def test_that_the_dot_plot_keeps_dots_and_differences_apart(screened):
    dots = next(f for f in screened.figures if isinstance(f, DotFigure))

    assert dots.placed(-dots.reach()) > dots.dots_end()
    assert dots.placed(0.0) == pytest.approx(1.65 * dots.dots_end())
    assert len(dots.differences) == 2
    assert all(len(rows) == len(dots.categories) for rows in dots.differences)


def test_that_the_model_gives_probabilities_and_says_how_sure_they_are(pilot):
    result = catalogue.run(SIGNALS, pilot, {"bayes": True, "least": 15})

    table = result.tables[0]
    place = column(table, "Probability of a higher risk", "Xanomeline High Dose")
    found = {r.labels[1]: r.cells[place].stats[0].value for r in table.rows}
    assert found["PRURITUS"] > 0.95
    assert all(0 <= v <= 1 for v in found.values())
    assert any("simulation error" in n for n in result.notes)


def test_that_pooled_studies_are_tested_within_studies():
    study = whole_study()
    one = catalogue.run(SIGNALS, study, {"study": "Pooled"})

    assert ("p", "Exact, stratified by study") in one.method


def test_that_one_arm_or_rare_terms_are_refused_in_words():
    study = whole_study()
    with pytest.raises(AnalysisError, match="at least two arms"):
        catalogue.run(SIGNALS, study, {"arms": (PLACEBO,), "reference": PLACEBO})
    with pytest.raises(AnalysisError, match="fewer subjects"):
        catalogue.run(SIGNALS, study, {"least": 1000})


def test_that_the_volcano_names_the_smallest_p_values_apart_from_each_other(screened):
    volcano = [f for f in screened.figures if isinstance(f, ScatterFigure)][-1]

    names = [name for _, _, name in volcano.labels]
    assert names[0] == "PRURITUS"
    assert len(set(names)) == len(names) > 2
    heights = sorted((y for _, y, _ in volcano.labels), reverse=True)
    assert heights[0] == max(y for s in volcano.series for y in s.y)
