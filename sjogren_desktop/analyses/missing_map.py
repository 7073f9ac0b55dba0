"""Missing values as pictures: subjects over visits, sorted so that leaving shows, and shares.

Subjects of an arm are sorted by their last visit with a value and then by how many they
have, so that drop-out is a staircase and gaps are specks beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import Course
from sjogren_desktop.figures import LineFigure, MapFigure, Series

if TYPE_CHECKING:
    import pandas as pd

_ROWS = 100
"""Rows of the picture at most; each then stands for an equal share of the subjects."""
_BANDS = (0.25, 0.75)


def missing_maps(found: Course, wide: pd.DataFrame, arm: pd.Series) -> tuple[MapFigure, ...]:
    """Return one picture an arm with at least two subjects, none for a single visit.

    Parameters
    ----------
    wide : DataFrame
        Subjects by visits, NaN where missing.
    arm : Series
        Arm of each subject, in the same order.
    """
    if wide.shape[1] < 2:
        return ()
    numbers = [int((arm == a).sum()) for a in found.data.arms]
    return tuple(
        _map(found, wide.loc[arm == a], a)
        for a, n in zip(found.data.arms, numbers, strict=True)
        if n > 1
    )


def share_figure(found: Course, wide: pd.DataFrame, arm: pd.Series) -> LineFigure:
    """Return the share of subjects without a value by visit, one curve an arm."""
    x = tuple(n for n, _ in found.data.visits)
    series = tuple(
        Series(
            a,
            found.data.styles[a],
            x,
            tuple(float(v) for v in 100 * wide.loc[arm == a].isna().mean()),
            subjects=tuple(who.named(wide.index[(arm == a) & wide[name].isna()]) for name in wide),
        )
        for a in found.data.arms
    )
    return LineFigure(
        "missing",
        f"{found.data.label}: share of subjects without a value",
        "Visit",
        "Share missing (%)",
        series,
        x_ticks=found.data.visits,
    )


def _map(found: Course, mine: pd.DataFrame, arm: str) -> MapFigure:
    gone = mine.isna().to_numpy()
    n, t = gone.shape
    last = np.where(gone.all(axis=1), -1, t - 1 - np.argmin(gone[:, ::-1], axis=1))
    order = np.lexsort((gone.sum(axis=1), -last))
    rows = min(n, _ROWS)
    # Equal shares of the sorted subjects, from the bottom up.
    share = np.array([part.mean(axis=0) for part in np.array_split(gone[order], rows)])
    keys = [who.named(part) for part in np.array_split(mine.index.to_numpy()[order], rows)]
    step = 100 / rows
    names = list(mine.columns)
    missing = [int(k) for k in gone.sum(axis=0)]
    texts = tuple(
        (f"{name}: missing in {k} of {n} subjects ({formats.percent(100 * k / n)}%)",) * rows
        for name, k in zip(names, missing, strict=True)
    )
    return MapFigure(
        f"missing_{found.data.styles[arm]}",
        f"{arm}: who lacks which visits",
        f"Visit in order, 1 = {names[0]}, {t} = {names[-1]}",
        "Subjects, sorted by their last visit with a value (%)",
        "Share missing",
        x=tuple(float(j + 1) for j in range(t)),
        y=tuple((i + 0.5) * step for i in range(rows)),
        values=tuple(tuple(float(v) for v in share[:, j]) for j in range(t)),
        bands=_BANDS,
        texts=texts,
        caption=(
            f"Filled: value present; empty: missing; pale: missing in part of the row. "
            f"{n} subjects; those seen longest stand at the bottom.",
        ),
        subjects=(tuple(keys),) * t,
    )
