"""Readings repeated at one visit and time point: averages in the data, and of triplicates.

Rule LB.1 in ``resources/methods/lab_values.md``; checked in
``tests/analyses/test_lab_change.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses.ae_records import IntArray, Mask, among, is_yes
from sjogren_desktop.study.data import ANL01FL, AVAL, AVISIT, BASE, CHG, DTYPE
from sjogren_desktop.study.wording import counted

if TYPE_CHECKING:
    import pandas as pd

_AVERAGES = frozenset({"AVERAGE", "MEAN", "AVG"})
_POINT = (AVISIT, "ATPT", "ADT", "ADY")
"""What readings of one moment have in common; a repeat on another day is none of them."""


def observed(
    frame: pd.DataFrame, use: Mask, place: IntArray, own: IntArray
) -> tuple[Mask, pd.DataFrame]:
    """Mark records not imputed; averages, baseline where a reading is, replace readings (LB.1)."""
    import pandas as pd

    single = frame[DTYPE].isna().to_numpy()
    average = use & among(frame, DTYPE, _AVERAGES) & frame[AVISIT].notna().to_numpy()
    if not average.any():
        return single, frame
    points = {c: pd.factorize(frame[c])[0] for c in (AVISIT, "ATPT") if c in frame}
    keys = pd.DataFrame({"PERSON": place, "PARAM": own, **points})
    group = keys.groupby(list(keys.columns)).ngroup().to_numpy()
    replaced = single & use & np.isin(group, group[average])
    if "ABLFL" in frame:
        flagged = is_yes(frame["ABLFL"])
        taken = average & np.isin(group, group[replaced & flagged])
        marks = np.where(flagged | taken, "Y", None)
        frame = frame.assign(ABLFL=pd.Series(marks, index=frame.index, dtype="str"))
    return average | (single & ~replaced), frame


def averaged(
    frame: pd.DataFrame, use: Mask, place: IntArray, own: IntArray
) -> tuple[Mask, pd.DataFrame, int]:
    """Put the mean in place of readings repeated at one visit, time point and day (LB.1).

    The last reading carries the mean of value, baseline and change, and the baseline flag
    where any had it. Nothing is averaged where ANL01FL chooses among the readings.

    Returns
    -------
    the records that count, the frame with the means, and the number of means
    """
    import pandas as pd

    rows = np.flatnonzero(use & frame[AVAL].notna().to_numpy() & frame[AVISIT].notna().to_numpy())
    points = {c: pd.factorize(frame[c].iloc[rows])[0] for c in _POINT if c in frame}
    keys = pd.DataFrame({"PERSON": place[rows], "PARAM": own[rows], **points})
    group = keys.groupby(list(keys.columns), sort=False).ngroup().to_numpy()
    size = np.bincount(group)
    if ANL01FL in frame:
        chosen = np.bincount(group, weights=is_yes(frame[ANL01FL])[rows], minlength=len(size))
        size[(chosen > 0) & (chosen < size)] = 1
    several = size[group] > 1
    if not several.any():
        return use, frame, 0
    last = np.zeros(len(size), dtype=np.intp)
    last[group] = rows
    groups = np.flatnonzero(size > 1)
    kept = use.copy()
    kept[rows[several]] = False
    kept[last[groups]] = True
    for column in (AVAL, BASE, CHG):
        if column in frame:
            values = frame[column].to_numpy(dtype=np.float64, na_value=np.nan).copy()
            means = pd.Series(values[rows]).groupby(group).mean().to_numpy()
            values[last[groups]] = means[groups]
            frame = frame.assign(**{column: values})
    if "ABLFL" in frame:
        flagged = is_yes(frame["ABLFL"])
        any_flagged = np.bincount(group, weights=flagged[rows], minlength=len(size)) > 0
        flagged[last[groups]] = any_flagged[groups]
        marks = np.where(flagged, "Y", None)
        frame = frame.assign(ABLFL=pd.Series(marks, index=frame.index, dtype="str"))
    return kept, frame, len(groups)


def averages_note(number: int) -> tuple[str, ...]:
    """Say how many means stand for repeated readings, nothing where there is none."""
    if not number:
        return ()
    return (
        f"ECG readings repeated at one visit, time point and day are averaged, since the data hold "
        f"no average of them: {counted(number, 'mean')}.",
    )
