"""Exposure: days against those of the pilot study's own variable; lanes by hand."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.figures import Lane, LaneFigure, Span
from sjogren_desktop.study.load import open_study
from tests.analyses.test_safety_defaults import START, whole_study
from tests.studies import PLACEBO, with_dataset

LANES = catalogue.find("exposure_lanes")


def test_that_days_of_exposure_are_those_of_the_pilot_study(shared):
    adam = shared / "data" / "cdiscpilot" / "adam"
    study = open_study([adam / "adsl.xpt", adam / "adae.xpt"])

    table = catalogue.run(LANES, study, {}).tables[0]

    found = {row.key["STAT"]: [c.stats for c in row.cells] for row in table.rows}
    adsl = study.adsl.loc[study.adsl["SAFFL"] == "Y"]
    for a, column in enumerate(table.columns):
        days = adsl.loc[adsl["TRT01A"] == column.key["ARM"], "TRTDURD"]
        assert found["mean"][a][0].value == pytest.approx(days.mean(), rel=1e-9)
        assert found["mean"][a][1].value == pytest.approx(days.std(), rel=1e-9)
        assert found["median"][a][0].value == days.median()
        assert found[">=84"][a][0].value == (days >= 84).sum()
        assert found["years"][a][0].value == pytest.approx(days.sum() / 365.25)


def test_that_lanes_show_treatment_events_and_death():
    base = whole_study()
    adsl = base.adsl.copy()
    dead = adsl["USUBJID"] == "S1-0002"
    adsl["DTHDT"] = pd.Series([START + pd.Timedelta(days=50)] * len(adsl)).where(dead)
    events = base.dataset("ADAE").frame.iloc[:1].assign(
        USUBJID="S1-0003", STUDYID="S1", AESER="Y", AEDECOD="Sepsis", TRTEMFL="Y",
        ASTDT=START + pd.Timedelta(days=9),
    )  # fmt: skip
    study = with_dataset(with_dataset(base, "ADSL", "ADSL", adsl), "ADAE", "ADAE", events)

    result = catalogue.run(LANES, study, {"study": "S1", "arms": (PLACEBO,), "most": 3})

    (figure,) = result.figures
    assert figure.lanes[0].label == "S1-0003"
    treated, event = figure.lanes[0].spans
    assert (treated.start, treated.end, treated.thick) == (1.0, 181.0, True)
    assert (event.start, event.end, event.text) == (10.0, 10.0, "Sepsis, day 10")
    death = next(lane for lane in figure.lanes if lane.label == "S1-0002").spans[-1]
    assert (death.start, death.text) == (51.0, "Death, day 51")
    assert [name for name, _ in figure.legend] == ["On treatment", "Serious", "Death"]
    assert len(figure.lanes) == 3
    assert "not drawn" in figure.caption[0]
    assert figure.lanes[0].subjects == ("S1-0003",)
    assert np.isfinite([s.start for lane in figure.lanes for s in lane.spans]).all()


def test_that_styles_of_moments_alone_are_told_from_those_of_spans():
    lanes = (
        Lane("one", (Span(0, 10, 0, thick=True), Span(3, 3, 1), Span(4, 4, 2))),
        Lane("two", (Span(5, 8, 2),)),
    )

    assert LaneFigure("key", "Title", "Day", lanes).moments == {1}
