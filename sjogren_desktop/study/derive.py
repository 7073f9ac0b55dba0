"""Variables that follow from others of the same data set."""

from __future__ import annotations

import dataclasses

import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import AVAL, BASE, CHG, PARAMCD, STUDYID, USUBJID, Dataset


def derive_change(dataset: Dataset) -> tuple[Dataset, list[Issue]]:
    """Add BASE and CHG to a data set of parameters that has neither, from ABLFL.

    BASE is the value of the record with ABLFL = Y of the same subject and
    parameter (and BASETYPE, if there is one); CHG is AVAL - BASE, and missing
    on the baseline record itself. A subject with two different baseline values
    gets none.
    """
    frame = dataset.frame
    if dataset.kind != "BDS" or "ABLFL" not in frame or AVAL not in frame:
        return dataset, []
    if not {USUBJID, PARAMCD} <= set(frame.columns) or not pd.api.types.is_numeric_dtype(
        frame[AVAL]
    ):
        return dataset, []
    missing = [c for c in (BASE, CHG) if c not in frame]
    if not missing or not (frame["ABLFL"] == "Y").any():
        return dataset, []
    keys = [c for c in (STUDYID, USUBJID, PARAMCD, "BASETYPE") if c in frame]
    added = frame.copy()
    if BASE in missing:
        baseline = frame.loc[(frame["ABLFL"] == "Y") & frame[AVAL].notna(), [*keys, AVAL]]
        baseline = baseline.drop_duplicates()
        single = baseline.loc[~baseline.duplicated(keys, keep=False)]
        single = single.rename(columns={AVAL: BASE})
        added = added.merge(single, how="left", on=keys, sort=False, validate="many_to_one")
        added.index = frame.index
    if CHG in missing:
        change = added[AVAL] - added[BASE]
        added[CHG] = change.mask((frame["ABLFL"] == "Y").fillna(False).to_numpy(dtype=bool))
    note = Issue(
        "note",
        f"{dataset.name}: {' and '.join(missing)} "
        f"{'was' if len(missing) == 1 else 'were'} derived from the records with ABLFL = Y, "
        "because the file has none.",
        file=dataset.sources[0] if dataset.sources else "",
        column=missing[0],
        check="derive.change",
    )
    return dataclasses.replace(dataset, frame=added), [note]
