"""CMH tests against R, SAS and a published study report."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.cmh import (
    STATISTICS,
    cmh_test,
    cross_tabulate,
    mantel_haenszel_test,
)
from sjogren_desktop.stats.proportions import chi_squared_test

REFERENCE = Path(__file__).parents[1] / "reference" / "proportions" / "r_results.json"
CASES = json.loads(REFERENCE.read_text())["stratified"]

# Agresti A. Categorical Data Analysis, 2nd ed. 2002, table 7.8: job satisfaction (columns)
# by income (rows), women then men.
SATISFACTION = np.array(
    [
        [[1, 3, 11, 2], [2, 3, 17, 3], [0, 1, 8, 5], [0, 2, 4, 2]],
        [[1, 1, 2, 1], [0, 3, 5, 1], [0, 0, 7, 3], [0, 1, 9, 6]],
    ]
)


def cells(case: dict) -> tuple:
    return case["x1"], case["n1"], case["x2"], case["n2"]


@pytest.mark.parametrize("case", CASES)
def test_that_two_groups_are_tested_as_by_mantelhaen(case: dict) -> None:
    found = mantel_haenszel_test(*cells(case))
    corrected = mantel_haenszel_test(*cells(case), continuity=True)

    assert found.statistic == pytest.approx(case["cmh"]["statistic"], rel=1e-9)
    assert found.p_value == pytest.approx(case["cmh"]["p"], rel=1e-9)
    assert corrected.p_value == pytest.approx(case["cmh"]["p_continuity"], rel=1e-9)


@pytest.mark.parametrize("statistic", STATISTICS)
@pytest.mark.parametrize("case", CASES)
def test_that_all_statistics_agree_on_two_by_two_tables(case: dict, statistic: str) -> None:
    tables = [[[x, n - x], [y, m - y]] for x, n, y, m in zip(*cells(case), strict=True)]

    found = cmh_test(tables, statistic=statistic)

    assert found.statistic == pytest.approx(case["cmh"]["statistic"], rel=1e-9)
    assert found.df == 1


@pytest.mark.parametrize(
    ("statistic", "value", "df", "p"),
    [
        # SAS PROC FREQ output in Agresti (2002), table 7.13.
        ("correlation", 6.1563, 1, 0.0131),
        ("row_means", 9.0342, 3, 0.0288),
        ("general", 10.2001, 9, 0.3345),
    ],
)
def test_that_larger_tables_equal_sas(statistic: str, value: float, df: int, p: float) -> None:
    found = cmh_test(
        SATISFACTION,
        statistic=statistic,
        row_scores=[3, 10, 20, 35],
        column_scores=[1, 3, 4, 5],
    )

    assert found.statistic == pytest.approx(value, abs=5.1e-5)
    assert found.p_value == pytest.approx(p, abs=5.1e-5)
    assert found.df == df


@pytest.mark.parametrize(
    ("normal", "high", "value", "p"),
    [
        # CDISC pilot, CSR table 14-6.05: normal and high on treatment by arm, for subjects
        # normal and high at baseline; statistic computed from the printed counts in R.
        ([[80, 2], [78, 1], [78, 2]], [[0, 2], [0, 1], [0, 0]], 0.37764, 0.827935),
        ([[81, 1], [78, 1], [79, 0]], [[0, 2], [0, 0], [0, 1]], 0.98653, 0.61063),
        ([[79, 3], [77, 2], [78, 2]], [[1, 1], [1, 0], [0, 0]], 0.523775, 0.769598),
    ],
)
def test_that_shift_tables_of_a_study_report_are_reproduced(
    normal: list, high: list, value: float, p: float
) -> None:
    found = cmh_test([normal, high], statistic="general")

    assert found.statistic == pytest.approx(value, abs=5e-6)
    assert found.p_value == pytest.approx(p, abs=5e-6)
    assert found.df == 2


@pytest.mark.parametrize(("week", "p"), [(8, 0.272728), (16, 0.400315), (24, 0.618044)])
def test_that_row_mean_scores_of_a_study_report_are_reproduced(
    shared: Path, week: int, p: float
) -> None:
    import pyreadstat

    # CDISC pilot, CSR table 14-3.13; recomputed p values in R, printed 0.2727, 0.4003, 0.6180.
    data, _ = pyreadstat.read_xport(shared / "data" / "cdiscpilot" / "adam" / "adcibc.xpt")
    rows = data.loc[(data["EFFFL"] == "Y") & (data["ANL01FL"] == "Y") & (data["AVISITN"] == week)]

    tables, _, levels = cross_tabulate(rows["TRTP"], rows["AVAL"], rows["SITEGR1"])
    found = cmh_test(tables, statistic="row_means", column_scores=np.array(levels, dtype=float))

    assert found.p_value == pytest.approx(p, abs=1e-6)
    assert found.df == 2


def test_that_one_stratum_is_pearsons_statistic_scaled() -> None:
    pearson = chi_squared_test(15, 40, 8, 42).statistic

    assert mantel_haenszel_test(15, 40, 8, 42).statistic == pytest.approx(pearson * 81 / 82)


def test_that_modridit_scores_give_the_rank_test() -> None:
    rng = np.random.default_rng(5)
    group, value = rng.integers(0, 3, 60), rng.integers(0, 5, 60)
    tables, _, _ = cross_tabulate(group, value)

    found = cmh_test(tables, statistic="row_means", column_scores="modridit")

    from scipy.stats import kruskal

    expected = kruskal(*(value[group == g] for g in range(3)))
    assert found.statistic == pytest.approx(expected.statistic, rel=1e-9)
    assert rankdata(value).mean() == 30.5


def test_that_strata_that_tell_nothing_do_not_count() -> None:
    with_empty = mantel_haenszel_test([3, 0, 4, 0], [10, 5, 4, 0], [5, 0, 6, 2], [12, 5, 6, 3])
    alone = mantel_haenszel_test([3], [10], [5], [12])

    assert with_empty.statistic == pytest.approx(alone.statistic)
    nothing = mantel_haenszel_test([[0], [3]], [[5], [10]], [[0], [5]], [[5], [12]])
    assert math.isnan(nothing.p_value[0])
    assert nothing.statistic[1] == pytest.approx(alone.statistic)


def test_that_empty_rows_columns_and_strata_are_left_out() -> None:
    padded = np.zeros((4, 5, 5))
    padded[:2, :4, :4] = SATISFACTION
    padded[3, 0, 0] = 1

    found = cmh_test(padded)

    assert found.statistic == pytest.approx(10.2001, abs=5.1e-5)
    assert found.df == 9


@pytest.mark.parametrize(
    ("tables", "options", "message"),
    [
        ([[1, 2], [3, 4]], {"statistic": "magic"}, "CMH statistic"),
        ([[1, 2], [3, 4]], {"column_scores": "magic"}, "column scores"),
        ([[1, 2], [3, 4]], {"column_scores": [1, 2, 3]}, "2 column scores"),
        ([[1, 2], [3, 4]], {"row_scores": [1, np.nan]}, "2 row scores"),
        ([1, 2], {}, "one table of rows and columns"),
        ([[1, 0], [3, 0]], {}, "No stratum tells anything"),
        ([[1, 0], [0, 0]], {}, "No stratum tells anything"),
    ],
)
def test_that_what_cannot_be_tested_is_refused(tables: list, options: dict, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        cmh_test(tables, **options)


def test_that_rows_are_counted_in_the_order_of_categories_without_missing_ones() -> None:
    group = pd.Categorical(["b", "a", None, "b"], categories=["b", "a"])

    tables, rows, columns = cross_tabulate(group, [2, 1, 1, 1], ["x", "x", "x", "y"])

    assert rows == ["b", "a"]
    assert columns == [1, 2]
    np.testing.assert_array_equal(tables, [[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
    with pytest.raises(AnalysisError, match="same number of rows"):
        cross_tabulate([1, 2], [1, 2, 3])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(1, 9), min_size=6, max_size=6), min_size=1, max_size=3),
    st.sampled_from(list(STATISTICS)),
)
def test_that_scores_may_be_moved_and_scaled(strata: list, statistic: str) -> None:
    tables = np.array(strata).reshape(-1, 3, 2)

    found = cmh_test(tables, statistic=statistic)
    moved = cmh_test(tables, statistic=statistic, row_scores=[12, 10, 8], column_scores=[5.0, 5.5])

    assert found.statistic == pytest.approx(moved.statistic, rel=1e-6, abs=1e-9)
