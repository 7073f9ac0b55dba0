"""Cochran-Mantel-Haenszel tests: association within strata.

Two groups and an event (with Mantel-Haenszel's continuity correction, for
arrays of tables), or any number of rows and columns with the general
association, row mean score and correlation statistics. Formulas C.1 to C.5 in
``resources/methods/cmh.md``. Proved by ``tests/stats/test_cmh.py`` against R's
mantelhaen.test, SAS output and the CMH p values of a published study report.

References
----------
Mantel N, Haenszel W. J Natl Cancer Inst 1959; 22:719-748. Landis JR, Heyman
ER, Koch GG. Average partial association in three-way contingency tables. Int
Stat Rev 1978; 46:237-254.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import (
    Array,
    HypothesisTest,
    checked_counts,
    checked_proportion,
    known,
    plain,
)

Statistic = Literal["general", "row_means", "correlation"]
STATISTICS: dict[Statistic, str] = {
    "general": "CMH general association",
    "row_means": "CMH row mean scores",
    "correlation": "CMH correlation",
}


def mantel_haenszel_test(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, *, continuity: bool = False
) -> HypothesisTest:
    """Test that two proportions agree within every stratum (C.1).

    Parameters
    ----------
    x1, n1, x2, n2 : array of int, shape (..., strata)
        Events and subjects; strata that tell nothing (an empty group, no event
        or no non-event) do not count.
    continuity : bool
        Subtract one half from the absolute difference.

    Returns
    -------
    HypothesisTest
        Chi-square with one degree of freedom; NaN where no stratum tells
        anything.
    """
    from scipy.special import chdtrc

    first, second = checked_proportion(x1, n1), checked_proportion(x2, n2)
    e1, t1, e2, t2 = (np.atleast_1d(a) for a in np.broadcast_arrays(*first, *second))
    total, events = t1 + t2, e1 + e2
    tells = (t1 > 0) & (t2 > 0) & (events > 0) & (events < total)
    safe = np.where(tells, total, 2.0)
    expected = np.where(tells, t1 * events / safe, 0.0)
    variance = np.where(
        tells, t1 * t2 * events * (total - events) / (safe**2 * (safe - 1)), 0.0
    ).sum(axis=-1)
    distance = np.abs((np.where(tells, e1, 0.0) - expected).sum(axis=-1))
    if continuity:
        distance = distance - np.minimum(0.5, distance)
    some = variance > 0
    statistic = np.where(some, distance**2 / np.where(some, variance, 1.0), np.nan)
    p = np.where(some, chdtrc(1, np.where(some, statistic, 0.0)), np.nan)
    name = "Cochran-Mantel-Haenszel" + (", continuity corrected" if continuity else "")
    return HypothesisTest(name, plain(statistic), plain(p), 1.0)


def cmh_test(
    tables: ArrayLike,
    *,
    statistic: Statistic = "general",
    row_scores: ArrayLike | None = None,
    column_scores: ArrayLike | Literal["modridit"] | None = None,
) -> HypothesisTest:
    """Test association of rows and columns within strata.

    Parameters
    ----------
    tables : array of int, shape (rows, columns) or (strata, rows, columns)
        Rows are groups, columns responses. Rows and columns without any count
        are left out.
    statistic : {"general", "row_means", "correlation"}
        General association needs no scores (C.2); row mean scores need scores
        of the columns (C.3); correlation needs both (C.4).
    row_scores, column_scores : array, optional
        1, 2, 3 ... by default. Column scores ``"modridit"`` are midranks within
        the stratum divided by its size plus one (C.5).

    Returns
    -------
    HypothesisTest
        Chi-square; its degrees of freedom are the rank of the covariance.

    Raises
    ------
    AnalysisError
        If the counts or scores do not fit, or no stratum tells anything.
    """
    from scipy.special import chdtrc

    known(statistic, "CMH statistic", STATISTICS)
    counts = _tables(tables)
    rows = _scores(row_scores, counts.shape[1], "row")
    modridit = isinstance(column_scores, str)
    if modridit:
        known(str(column_scores), "column scores", ("modridit",))
    columns = _scores(None if modridit else column_scores, counts.shape[2], "column")
    keep_rows, keep_columns = counts.any(axis=(0, 2)), counts.any(axis=(0, 1))
    counts = counts[:, keep_rows][:, :, keep_columns]
    rows, columns = rows[keep_rows], columns[keep_columns]

    total_distance: Array | None = None
    total_covariance: Array = np.zeros((1, 1))
    for stratum in counts:
        if stratum.sum() < 2:
            continue
        within = _modridit(stratum) if modridit else columns
        distance, covariance = _stratum(stratum, _weights(statistic, rows, within))
        if total_distance is None:
            total_distance, total_covariance = distance, covariance
        else:
            total_distance = total_distance + distance
            total_covariance = total_covariance + covariance
    df = 0 if total_distance is None else int(np.linalg.matrix_rank(total_covariance))
    if total_distance is None or df == 0:
        raise AnalysisError(
            "No stratum tells anything about an association: each has one group or one response "
            "only. Check the groups, or use fewer strata."
        )
    inverse = np.linalg.pinv(total_covariance, rcond=1e-10, hermitian=True)
    value = float(total_distance @ inverse @ total_distance)
    return HypothesisTest(STATISTICS[statistic], value, float(chdtrc(df, value)), float(df))


def cross_tabulate(
    groups: ArrayLike, responses: ArrayLike, strata: ArrayLike | None = None
) -> tuple[Array, list[object], list[object]]:
    """Count responses by group within strata.

    Parameters
    ----------
    groups, responses, strata : array, shape (n,)
        Categorical values count in the order of their categories, others sorted.
        Rows with a missing value are left out.

    Returns
    -------
    tables : array, shape (strata, rows, columns)
    rows, columns : list
        Groups and responses, in the order of the table.
    """
    import pandas as pd

    given = [groups, responses] + ([] if strata is None else [strata])
    coded = [pd.factorize(pd.Series(v), sort=True) for v in given]
    if len({len(codes) for codes, _ in coded}) > 1:
        raise AnalysisError("Groups, responses and strata must have the same number of rows.")
    keep = np.all([codes >= 0 for codes, _ in coded], axis=0)
    codes = [c[keep] for c, _ in coded]
    if strata is None:
        codes.append(np.zeros(int(keep.sum()), dtype=np.intp))
    layers = 1 if strata is None else len(coded[2][1])
    shape = (layers, len(coded[0][1]), len(coded[1][1]))
    tables = np.zeros(shape)
    np.add.at(tables, (codes[2], codes[0], codes[1]), 1.0)
    return tables, list(coded[0][1]), list(coded[1][1])


def _tables(tables: ArrayLike) -> Array:
    (counts,) = checked_counts(tables)
    if counts.ndim == 2:
        counts = counts[None]
    if counts.ndim != 3:
        raise AnalysisError("Give one table of rows and columns, or one table for each stratum.")
    return counts


def _scores(scores: ArrayLike | None, size: int, name: str) -> Array:
    if scores is None:
        return np.arange(1.0, size + 1)
    found = np.asarray(scores, dtype=np.float64)
    if found.shape != (size,) or not np.isfinite(found).all():
        raise AnalysisError(f"Give {size} {name} scores, one for each {name} of the table.")
    return found


def _modridit(stratum: Array) -> Array:
    """Return the midrank of each column over the size of the stratum plus one (C.5)."""
    columns = stratum.sum(axis=0)
    midrank = np.cumsum(columns) - columns + (columns + 1) / 2
    return np.asarray(midrank / (columns.sum() + 1))


def _weights(statistic: Statistic, rows: Array, columns: Array) -> tuple[Array, Array]:
    """Return the matrices applied to rows and to columns."""
    all_rows = np.eye(len(rows))[:-1]
    if statistic == "general":
        return all_rows, np.eye(len(columns))[:-1]
    if statistic == "row_means":
        return all_rows, columns[None]
    return rows[None], columns[None]


def _stratum(stratum: Array, weights: tuple[Array, Array]) -> tuple[Array, Array]:
    """Return weighted observed minus expected, and its covariance, of one stratum."""
    n = float(stratum.sum())
    row, column = stratum.sum(axis=1) / n, stratum.sum(axis=0) / n
    distance = weights[0] @ (stratum - n * np.outer(row, column)) @ weights[1].T
    row_part = weights[0] @ (np.diag(row) - np.outer(row, row)) @ weights[0].T
    column_part = weights[1] @ (np.diag(column) - np.outer(column, column)) @ weights[1].T
    covariance = n**2 / (n - 1) * np.kron(row_part, column_part)
    return distance.ravel(), np.asarray(covariance, dtype=np.float64)
