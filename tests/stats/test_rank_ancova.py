"""Rank analysis of covariance against statsmodels and the CMH test."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import f_oneway, rankdata

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.cmh import cmh_test, cross_tabulate
from sjogren_desktop.stats.rank_ancova import rank_ancova

# Quade D. JASA 1967; 62:1187-1200, the example of page 1188: group, response, two covariates.
QUADE = np.array(
    [
        (1, 16, 26, 12), (1, 60, 10, 21), (1, 82, 42, 24), (1, 126, 49, 29), (1, 137, 55, 34),
        (2, 44, 21, 17), (2, 67, 28, 2), (2, 87, 5, 40), (2, 100, 12, 38), (2, 142, 58, 36),
        (3, 17, 1, 8), (3, 28, 19, 1), (3, 105, 41, 9), (3, 149, 48, 28), (3, 160, 35, 16),
    ],
    dtype=float,
)  # fmt: skip


def test_that_quades_example_equals_statsmodels_fits_of_ranks() -> None:
    group, y, x = QUADE[:, 0], QUADE[:, 1], QUADE[:, 2:]
    ranks = rankdata(x, axis=0)
    residual = sm.OLS(rankdata(y), sm.add_constant(ranks)).fit().resid
    expected = f_oneway(*(residual[group == g] for g in (1, 2, 3)))

    found = rank_ancova(y, x, group)

    assert found.statistic == pytest.approx(expected.statistic, rel=1e-9)
    assert found.p_value == pytest.approx(expected.pvalue, rel=1e-9)
    assert found.df == 2


def test_that_strata_without_a_useful_covariate_give_the_cmh_test_of_ranks() -> None:
    rng = np.random.default_rng(11)
    n = 90
    group, stratum, y = rng.integers(0, 2, n), rng.integers(0, 3, n), rng.normal(size=n)
    constant = np.zeros(n)

    found = rank_ancova(y, constant, group, strata=stratum)

    # A covariate that does not vary leaves the ranks as they are: scores within strata.
    total, variance = 0.0, 0.0
    for s in range(3):
        here = stratum == s
        ranks = rankdata(y[here])
        tables, _, levels = cross_tabulate(group[here], ranks)
        m, a = len(ranks), (group[here] == 0).sum()
        total += ranks[group[here] == 0].sum() - a * ranks.mean()
        variance += a * (m - a) / m * ranks.var(ddof=1)
        single = rank_ancova(y[here], constant[here], group[here], strata=stratum[here])
        assert single.statistic == pytest.approx(
            cmh_test(tables, statistic="row_means", column_scores=levels).statistic, rel=1e-9
        )
    assert found.statistic == pytest.approx(total**2 / variance, rel=1e-9)
    assert found.df == 1


def test_that_adjusting_removes_what_the_covariate_explains() -> None:
    rng = np.random.default_rng(2)
    x = rng.normal(size=60)
    group = np.repeat([0, 1], 30)
    y = 3 * x + 0.8 * group + 0.3 * rng.normal(size=60)

    adjusted = rank_ancova(y, x, group)
    stratified = rank_ancova(y, x, group, strata=np.tile([0, 1], 30))

    assert adjusted.p_value < 0.001
    assert stratified.p_value < 0.001
    assert rank_ancova(y, np.zeros(60), group).p_value > 0.01


def test_that_missing_values_and_single_rows_of_a_stratum_are_left_out() -> None:
    y, x, group = QUADE[:, 1].copy(), QUADE[:, 2].copy(), QUADE[:, 0].copy()
    expected = rank_ancova(y[1:], x[1:], group[1:])
    y[0] = np.nan

    assert rank_ancova(y, x, group).statistic == pytest.approx(expected.statistic)
    strata = np.array(["a"] * 14 + ["b"])
    one = rank_ancova(QUADE[:14, 1], x[:14], group[:14], strata=strata[:14])
    with_single = rank_ancova(QUADE[:, 1], x, group, strata=strata)
    assert with_single.statistic == pytest.approx(one.statistic)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, 2, 3], [1, 2], [1, 2, 1]), "differ in their length"),
        (([1, 2, 3], [1, 2, 3], [1, 1, 1]), "two groups"),
        (([1, 2], [1, 2], [1, 2]), "more rows than groups"),
        (([1.0, 1, 2, 2], [0, 0, 0, 0], [1, 1, 2, 2]), "do not vary within"),
        (([np.nan], [1], [1]), "two groups"),
    ],
)
def test_that_what_cannot_be_compared_is_refused(arguments: tuple, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        rank_ancova(*arguments)


def test_that_strata_with_one_group_each_are_refused() -> None:
    with pytest.raises(AnalysisError, match="No stratum holds more than one group"):
        rank_ancova([1, 2, 3, 4], [0, 0, 0, 0], [1, 1, 2, 2], strata=[1, 1, 2, 2])
