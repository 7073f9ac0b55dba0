"""What results mean in plain words: the numbers are the table's, and nothing is claimed beyond."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.analyses.plain_words import WORDS, in_plain_words
from sjogren_desktop.results import BLINDED, Cell, Column, Result, Row, Stat, Table, Value

ARM = {"ARM": "Drug", "REFERENCE": "Placebo"}


def stats(**numbers: Value) -> Cell:
    return Cell(tuple(Stat(name, value) for name, value in numbers.items()))


def compared(estimate: float, lower: float, upper: float, p: float, key: str) -> Table:
    columns = tuple(Column(name, ARM) for name in ("Difference", "95% CI", "p value"))
    cells = (stats(estimate=estimate), stats(lower=lower, upper=upper), stats(p_value=p))
    rows = (
        Row(("Week 24",), (stats(estimate=9.0), None, None), {"AVISIT": "Week 24"}),
        Row(("Week 48",), cells, {"AVISIT": "Week 48"}),
    )
    return Table(key, "Differences", ("Visit",), columns, rows)


def result(analysis: str, *tables: Table, **options: object) -> Result:
    return Result(analysis, "Title", "S1", "All", "Summary.", tables, options=options)


def counts(key: str, column: str = "any", **arms: tuple[int, float]) -> Table:
    columns = tuple(Column(arm, {"ARM": arm}) for arm in arms)
    cells = tuple(stats(count=count, percent=share) for count, share in arms.values())
    return Table(key, "Counts", ("",), columns, (Row(("Any",), cells, {"CATEGORY": column}),))


def test_that_every_analysis_of_the_catalogue_has_its_words() -> None:
    assert {analysis.key for analysis in ANALYSES} == set(WORDS)


@pytest.mark.parametrize("key", sorted(WORDS))
def test_that_a_result_without_tables_is_explained_without_numbers(key: str) -> None:
    said = in_plain_words(result(key))

    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in said)
    assert not any("None" in sentence or "nan" in sentence for sentence in said)


def test_that_the_difference_of_the_last_visit_is_said_with_its_limits() -> None:
    said = in_plain_words(
        result("mmrm_change", compared(-1.31, -2.60, -0.011, 0.0481, "differences"))
    )

    assert said[0] == (
        "At Week 48, the average change under Drug was 1.3 points lower than under Placebo."
    )
    # The limit is not rounded to the zero that it leaves out.
    assert "between -2.6 and -0.01 points" in said[1]
    assert said[1].endswith("A difference of zero lies outside this range.")
    assert "about 5 of 100 such studies (p = 0.0481)" in said[2]


def test_that_an_interval_with_zero_decides_nothing() -> None:
    said = in_plain_words(result("ancova_visit", compared(0.4, -0.7, 1.5, 0.47, "differences")))

    assert "0.4 points higher" in said[0]
    assert said[1].endswith("so the data do not show which of the two is better.")


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.0042, "in about 4 of 1,000 such studies (p = 0.0042)"),
        (0.00013, "in about 1 of 10,000 such studies (p = 0.0001)"),
        (0.00002, "in fewer than 1 of 10,000 such studies (p <0.0001)"),
        (0.9, "in about 90 of 100 such studies (p = 0.9000)"),
    ],
)
def test_that_a_p_value_is_a_number_of_studies(p: float, words: str) -> None:
    said = in_plain_words(result("mmrm_change", compared(-1.0, -2.0, -0.1, p, "differences")))

    assert words in said[2]


def test_that_the_yardstick_of_single_patients_is_named_for_essdai_alone() -> None:
    table = compared(-1.0, -2.0, -0.1, 0.04, "differences")

    assert any(
        "Seror" in s for s in in_plain_words(result("mmrm_change", table, parameter="ESSDAI"))
    )
    assert not any("Seror" in s for s in in_plain_words(result("mmrm_change", table)))


def test_that_events_are_counted_in_a_hundred_patients() -> None:
    table = counts("ae_overview", Placebo=(1, 0.4), Drug=(145, 86.31), Other=(0, 0.0), Total=(9, 9))

    said = in_plain_words(result("ae_overview", table))

    assert said[0] == (
        "With any adverse event, of 100 patients: Placebo fewer than 1, Drug 86, Other none."
    )
    assert not any("serious event, of" in sentence for sentence in said)


def test_that_there_is_no_tipping_point_where_there_is_no_finding() -> None:
    columns = tuple(Column(name) for name in ("Shift", "95% CI"))
    rows = (
        Row(("No shift",), (stats(delta=0.0), stats(lower=-2.0, upper=0.3)), {"POINT": "No shift"}),
        Row(
            ("Tipping point: only Drug shifted",),
            (stats(delta=0.14), None),
            {"POINT": "Tipping point: only Drug shifted"},
        ),
    )
    found = Table("points", "Points", ("Point",), columns, rows)
    sure = Table("points", "Points", ("Point",), columns, (
        replace(rows[0], cells=(stats(delta=0.0), stats(lower=-2.0, upper=-0.1))), rows[1],
    ))  # fmt: skip

    assert "no finding" in in_plain_words(result("tipping_point", found))[0]
    assert "0.1 points worse" in in_plain_words(result("tipping_point", sure))[0]


def test_that_a_blinded_result_says_that_it_compares_nothing() -> None:
    said = in_plain_words(replace(result("ae_overview"), blinding=BLINDED))

    assert said[0] == "All patients are shown together, so nothing here compares treatments."


def test_that_a_flow_is_said_in_its_unit_and_with_decimals_that_show_it() -> None:
    table = compared(0.013, -0.004, 0.03, 0.13, "differences")

    said = in_plain_words(result("mmrm_change", table, parameter="UWS"))

    assert "was 0.01 mL/min higher" in said[0]
    assert "between -0.004 and 0.03 mL/min" in said[1]
