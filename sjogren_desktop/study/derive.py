"""Variables that follow from others of the same data set."""

from __future__ import annotations

import dataclasses

import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    BASE,
    CHG,
    PARAMCD,
    STUDYID,
    USUBJID,
    Dataset,
)
from sjogren_desktop.study.visits import is_baseline


def derive_change(dataset: Dataset) -> tuple[Dataset, list[Issue]]:
    """Add ABLFL, BASE and CHG to a data set of parameters that lacks them.

    ABLFL, where it is missing together with BASE, marks the record of a visit
    called baseline (or else of week 0); subjects with several such records of
    a parameter get none. BASE is the value of the record with ABLFL = Y of the
    same subject and parameter (and BASETYPE, if there is one); CHG is AVAL -
    BASE, and missing on the baseline record itself. A subject with two
    different baseline values gets none.
    """
    frame = dataset.frame
    if dataset.kind != "BDS" or not {AVAL, USUBJID, PARAMCD} <= set(frame.columns):
        return dataset, []
    if not pd.api.types.is_numeric_dtype(frame[AVAL]):
        return dataset, []
    keys = [c for c in (STUDYID, USUBJID, PARAMCD, "BASETYPE") if c in frame]
    missing = [c for c in (BASE, CHG) if c not in frame]
    rule = "the records with ABLFL = Y"
    if "ABLFL" not in frame and BASE in missing and CHG in missing:
        flag = _baseline_flag(frame, keys)
        if flag is None:
            return dataset, []
        frame = frame.assign(ABLFL=flag)
        missing.insert(0, "ABLFL")
        rule = "the records of the baseline visit"
    if not missing or "ABLFL" not in frame or not (frame["ABLFL"] == "Y").any():
        return dataset, []
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
        f"{'was' if len(missing) == 1 else 'were'} derived from {rule}, "
        "because the file has none.",
        file=dataset.sources[0] if dataset.sources else "",
        column=missing[0],
        check="derive.change",
    )
    return dataclasses.replace(dataset, frame=added), [note]


def _baseline_flag(frame: pd.DataFrame, keys: list[str]) -> pd.Series | None:
    """Return Y on the one value at the baseline visit, None if no visit is the baseline."""
    if AVISIT not in frame or frame[AVISIT].dtype.kind in "iufM":
        return None
    codes, names = pd.factorize(frame[AVISIT])
    baseline = {i for i, n in enumerate(names) if str(n).strip().upper() == "BASELINE"}
    baseline = baseline or {i for i, n in enumerate(names) if is_baseline(str(n))}
    if not baseline:
        return None
    at = pd.Series(codes, index=frame.index).isin(baseline) & frame[AVAL].notna()
    at &= ~(at & frame[keys].where(at).duplicated(keep=False))
    return at.map({True: "Y", False: None}).astype("str")
