"""Missing values and drop-out: counts, patterns, curves and groups by hand."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue, missingness
from sjogren_desktop.figures import MapFigure
from sjogren_desktop.stats.kaplan_meier import kaplan_meier
from sjogren_desktop.study.event_edits import EventEdit
from tests.analyses.dropout_study import START, dropout_study, subject_of
from tests.studies import with_dataset


@pytest.fixture(scope="module")
def study():
    """Return the study with an interim gap at week 8 and a subject without any value."""
    study = dropout_study()
    scores = study.dataset("ADQS").frame
    gap = (scores["USUBJID"] == subject_of(1, 6)) & (scores["AVISITN"] == 8)
    never = (scores["USUBJID"] == subject_of(0, 7)) & (scores["AVISITN"] > 0)
    return with_dataset(study, "ADQS", "BDS", scores.loc[~(gap | never)])


def run(study, /, **given):
    return catalogue.run(missingness.SPEC, study, {"study": "S1", **given})


def table(result, key):
    return next(t for t in result.tables if t.key == key)


def test_that_missing_values_are_counted_by_visit(study):
    rows = {r.labels[0]: r for r in table(run(study), "visits").rows}

    def numbers(visit):
        return [c.stats[0].value for c in rows[visit].cells]

    # Placebo: one without any value, four who left, one who died; active: a gap, four who left.
    assert numbers("Week 4") == [1, 0, 0, 0]
    assert numbers("Week 8") == [1, 0, 1, 1]
    assert numbers("Week 12") == [6, 0, 4, 0]
    assert rows["Week 12"].cells[0].stats[1].value == pytest.approx(100 * 6 / 24)


def test_that_patterns_are_named_and_ordered_by_frequency(study):
    rows = table(run(study), "patterns").rows

    shown = [(r.labels, [c.stats[0].value for c in r.cells]) for r in rows]
    assert shown == [
        (("●●●", "complete"), [18, 19]),
        (("●●○", "drop-out"), [5, 4]),
        (("○○○", "drop-out"), [1, 0]),
        (("●○●", "with gaps"), [0, 1]),
    ]


def test_that_rare_patterns_are_put_together(study):
    rows = table(run(study, patterns=2), "patterns").rows

    assert rows[-1].labels == ("2 other patterns", "")
    assert [c.stats[0].value for c in rows[-1].cells] == [1, 1]


def test_that_reasons_are_counted_most_frequent_first(study):
    rows = table(run(study), "reasons").rows

    shown = {r.labels[0]: [c.stats[0].value for c in r.cells] for r in rows}
    assert shown == {"Any reason": [4, 4], "Adverse event": [2, 2], "Other": [2, 2]}


def test_that_the_curve_is_kaplan_meier(study):
    result = run(study)

    people = study.adsl.loc[(study.adsl["STUDYID"] == "S1") & (study.adsl["TRT01P"] == "Placebo")]
    days = (people["EOSDT"] - START).dt.days
    wanted = kaplan_meier(days, (people["EOSSTT"] == "DISCONTINUED").astype(float))
    figure = result.figures[0]
    assert figure.steps
    assert figure.series[0].x == (0.0, 70.0, 90.0)
    assert figure.series[0].y[1] == pytest.approx(100 * wanted.curve["estimate"].iloc[0])
    row = table(result, "staying").rows[0]
    assert [c.stats[0].value for c in row.cells] == [24, 4, pytest.approx(100 * 20 / 24)]


def test_that_leaving_by_reason_adds_up_to_leaving(study):
    result = run(study)

    by_reason = next(f for f in result.figures if f.key == "leaving_0")
    assert [s.name for s in by_reason.series] == ["Adverse event", "Other"]
    assert sum(s.y[-1] for s in by_reason.series) == pytest.approx(100 * 4 / 24)


@pytest.mark.parametrize(("reasons", "last"), [(5, "E"), (7, "Other reasons")])
def test_that_rare_reasons_share_a_curve(study, reasons, last):
    people = study.adsl.copy()
    left = people["EOSSTT"] == "DISCONTINUED"
    names = [chr(65 + i % reasons) for i in range(int(left.sum()))]
    people.loc[left, "DCSREAS"] = names
    result = run(with_dataset(study, "ADSL", "ADSL", people), study="Pooled")

    by_reason = next(f for f in result.figures if f.key == "leaving_0")
    assert len(by_reason.series) == 5
    assert by_reason.series[-1].name == last


def test_that_groups_are_by_the_last_visit_with_a_value(study):
    rows = table(run(study), "cohorts").rows

    groups = {r.labels for r in rows}
    assert ("Last value at Week 8", "Week 4") in groups
    assert ("Last value at Week 8", "Week 12") not in groups
    line = next(r for r in rows if r.labels == ("Last value at Week 8", "Week 8"))
    scores = study.dataset("ADQS").frame
    ended = {subject_of(0, i) for i in (5, 11, 17, 23)} | {subject_of(0, 1)}
    values = scores.loc[scores["USUBJID"].isin(ended) & (scores["AVISITN"] == 8), "CHG"]
    assert line.cells[0].stats[0].value == 5
    assert line.cells[1].stats[0].value == pytest.approx(values.mean())


def test_that_each_arm_has_a_figure_of_its_groups(study):
    result = run(study)

    figures = [f for f in result.figures if f.key.startswith("cohorts_")]
    assert [f.title.split(":")[0] for f in figures] == ["Placebo", "Drug monthly"]
    assert [s.name for s in figures[0].series] == ["Last value at Week 8", "Seen at Week 12"]
    assert result.figures[-3].key == "missing"


def test_that_without_dates_the_curves_are_left_out_and_it_is_said(study):
    people = study.adsl.drop(columns=["EOSDT"])

    result = run(with_dataset(study, "ADSL", "ADSL", people))

    assert "so leaving the study is not shown" in " ".join(result.notes)
    assert [t.key for t in result.tables] == ["visits", "patterns", "cohorts"]
    assert not any(f.key == "staying" for f in result.figures)


def test_that_subjects_without_an_end_date_are_left_out_of_the_curves(study):
    people = study.adsl.copy()
    people.loc[people["USUBJID"] == subject_of(0, 2), "EOSDT"] = pd.NaT

    result = run(with_dataset(study, "ADSL", "ADSL", people))

    assert "1 subjects without dates of randomisation" in " ".join(result.notes)
    assert table(result, "staying").rows[0].cells[0].stats[0].value == 23


def test_that_nobody_leaving_is_no_error(study):
    people = study.adsl.assign(EOSSTT="COMPLETED")

    result = run(with_dataset(study, "ADSL", "ADSL", people))

    rows = table(result, "staying").rows
    assert [r.cells[2].stats[0].value for r in rows] == [100.0, 100.0]
    assert len(table(result, "reasons").rows) == 1


def test_that_the_summary_gives_the_share_without_a_value(study):
    assert run(study).summary == (
        "Without a value of ESSDAI total at Week 12: Placebo 6 of 24 (25.0%); "
        "Drug monthly 4 of 24 (16.7%)."
    )


def test_that_an_arm_without_dates_has_no_curve(study):
    people = study.adsl.copy()
    people.loc[people["TRT01P"] == "Placebo", "EOSDT"] = pd.NaT

    result = run(with_dataset(study, "ADSL", "ADSL", people))

    assert [s.name for s in result.figures[0].series] == ["Drug monthly"]
    assert np.isfinite(result.figures[0].series[0].y).all()


def test_that_the_picture_sorts_subjects_so_that_leaving_is_a_staircase(study):
    result = catalogue.run(missingness.SPEC, study, {"study": "S1"})

    pictures = [f for f in result.figures if isinstance(f, MapFigure)]
    assert [f.title.split(":")[0] for f in pictures] == ["Placebo", "Drug monthly"]
    shown = np.array(pictures[0].values)
    # 24 subjects: four left and one died before week 12; above them one without any value.
    assert shown.shape == (3, 24)
    assert shown.sum(axis=1).tolist() == [1, 1, 6]
    assert shown[2, -6:].tolist() == [1.0] * 6
    assert shown[:, -1].tolist() == [1.0] * 3
    assert pictures[0].texts[2][0] == "Week 12: missing in 6 of 24 subjects (25.0%)"


def test_that_a_strategy_of_one_patient_makes_no_value_missing(study):
    place = (subject_of(0, 0), "rescue", "strategy")
    edit = EventEdit(*place, None, "hypothetical", "NN", datetime.now(UTC), "Why")
    changed = replace(study, event_edits=(edit,))

    plain = catalogue.run(missingness.SPEC, study, {"study": "S1"})

    assert catalogue.run(missingness.SPEC, changed, {"study": "S1"}).tables == plain.tables
