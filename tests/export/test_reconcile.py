"""Numbers of patients are compared over flow, tables and figures of all results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.export.reconcile import reconcile
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table
from tests.studies import PLACEBO, small_study

FAS = "Full analysis set"


def result(study: str, n: int, *, title: str = "Means", start: int | None = None) -> Result:
    """A result with one table, whose column of placebo says N, and perhaps a curve."""
    column = Column(f"Placebo\n(N={n})", {"ARM": PLACEBO})
    table = Table("means", "By visit", ("",), (column,), ())
    figures = ()
    if start is not None:
        line = Series(PLACEBO, 0, (0.0,), (0.0,))
        figures = (
            LineFigure(
                "km", "Curve", "", "", (line,), ((0.0, "0"),), at_risk=((PLACEBO, (start,)),)
            ),
        )
    return Result("means", title, study, FAS, "", (table,), figures)


def test_that_equal_numbers_agree() -> None:
    found = reconcile([result("S1", 12, start=12), result("S2", 9), result("Pooled", 21)])

    assert found.discrepancies == ()
    assert found.summary == "4 numbers of patients in 4 tables and figures were compared and agree."
    one = reconcile([result("S1", 12)]).summary
    assert one.endswith("in 1 table or figure were compared and agree.")


def test_that_those_with_a_known_time_are_no_disagreement_where_a_table_counts_them() -> None:
    curve = result("S1", 12, start=11)
    column = curve.tables[0].columns[0]
    row = Row(("Subjects",), (Cell((Stat("n", 11),)),), {"STAT": "n"})
    told = replace(curve, tables=(Table("times", "Times", ("",), (column,), (row,)),))

    assert len(reconcile([result("S1", 12), curve]).discrepancies) == 1
    assert reconcile([result("S1", 12), told]).discrepancies == ()


def test_that_a_table_with_another_number_is_named() -> None:
    found = reconcile([result("S1", 12), result("S1", 12), result("S1", 11, title="Deaths")])

    (sentence,) = found.discrepancies
    assert sentence == (
        "S1, Full analysis set, Placebo: N is 11 in Deaths (S1): By visit, but 12 elsewhere"
    )
    assert found.text.count("\n") == 2


def test_that_subjects_who_got_another_treatment_are_no_disagreement() -> None:
    actual = ("Treatment", "Actual treatment of the subject-level data set")
    treated = [
        replace(result("S1", n, title=title), method=(actual,))
        for n, title in ((11, "Deaths"), (11, "Shifts"), (10, "Events"))
    ]

    found = reconcile([result("S1", 12), result("S1", 12, start=12), *treated])

    (sentence,) = found.discrepancies
    assert sentence.startswith(
        "S1, Full analysis set, actual treatment, Placebo: N is 10 in Events"
    )


def test_that_a_figure_with_another_number_is_named() -> None:
    found = reconcile([result("S1", 12), result("S1", 12, start=10)])

    (sentence,) = found.discrepancies
    assert "N is 10 in Means (S1): Curve" in sentence


def test_that_pooled_studies_must_be_the_sum() -> None:
    found = reconcile([result("S1", 12), result("S2", 9), result("Pooled", 20)])

    (sentence,) = found.discrepancies
    assert sentence.endswith("N is 20 in the pooled studies, but 12 in S1 + 9 in S2")


def test_that_another_population_is_not_compared() -> None:
    safety = replace(result("S1", 10), population="Safety population")

    assert reconcile([result("S1", 12), safety]).discrepancies == ()


@pytest.mark.parametrize("changed", [False, True])
def test_that_flow_and_tables_of_one_study_are_compared(changed: bool) -> None:
    study = small_study()
    flow, means = (
        catalogue.run(catalogue.find(key), study, {"study": "S2"})
        for key in ("participant_flow", "ancova_visit")
    )
    if changed:
        table = means.tables[0]
        columns = tuple(
            replace(c, header=c.header.replace("(N=12)", "(N=13)")) for c in table.columns
        )
        means = replace(means, tables=(replace(table, columns=columns), *means.tables[1:]))

    found = reconcile([flow, means])

    assert found.compared >= 6
    assert bool(found.discrepancies) is changed


@pytest.mark.parametrize(("total", "wrong"), [(21, 0), (22, 1)])
def test_that_a_total_is_the_sum_of_the_arms_beside_it(total: int, wrong: int) -> None:
    def with_total(study: str, arms: dict[str, int]) -> Result:
        columns = tuple(Column(f"{a}\n(N={n})", {"ARM": a}) for a, n in arms.items())
        return replace(result(study, 1), tables=(Table("means", "By visit", ("",), columns, ()),))

    # The pooled studies share two arms; the total of the study with a third one is larger.
    found = reconcile(
        [
            with_total("S1", {PLACEBO: 5, "Drug": 4, "Total": 9}),
            with_total("S2", {PLACEBO: 7, "Drug": 5, "Other": 6, "Total": 18}),
            with_total("Pooled", {PLACEBO: 12, "Drug": 9, "Total": total}),
        ]
    )

    assert len(found.discrepancies) == wrong
    assert all("N of the total is 22, but 12 in Placebo + 9" in d for d in found.discrepancies)


def test_that_a_population_smaller_than_the_flow_is_no_disagreement() -> None:
    study = small_study()
    people = study.adsl.assign(ITTFL="Y")
    people.loc[people.index[people["STUDYID"] == "S2"][:3], "ITTFL"] = "N"
    study = replace(study, datasets=(replace(study.datasets[0], frame=people), *study.datasets[1:]))

    flow, means = (
        catalogue.run(catalogue.find(key), study, {"study": "S2", "population": "ITTFL"})
        for key in ("participant_flow", "ancova_visit")
    )

    assert reconcile([flow, means]).discrepancies == ()
