"""Subject-level data where a study has none, or where its own names no treatment."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import STUDYID, TRT01A, TRT01P, TRTA, TRTP, USUBJID
from sjogren_desktop.study.recognise import one_per_subject
from sjogren_desktop.study.tables import LoadedTable

_OF_SUBJECTS = (
    *("SITEID", "AGE", "AGEU", "SEX", "RACE", "ETHNIC", "COUNTRY", "REGION1", "STRATA1"),
    *("ITTFL", "SAFFL", "FASFL", "PPROTFL", "RANDFL", "ENRLFL", "COMPLTFL", "MITTFL"),
)
"""Properties of subjects that records may carry."""
_TREATMENTS = ((TRT01P, (TRT01P, TRTP)), (TRT01A, (TRT01A, TRTA)))
_ARMS = (TRT01P, TRT01A, "ARM", "ACTARM", "TRT01PN", "TRT01AN")


def as_subject_level(table: LoadedTable) -> LoadedTable:
    """Take a data set called ADSL with one record per subject for that, also without an arm."""
    frame = table.frame
    if table.name != "ADSL" or table.kind != "OTHER" or USUBJID not in frame:
        return table
    return dataclasses.replace(table, kind="ADSL") if one_per_subject(frame) else table


def with_arms_of_records(
    tables: Sequence[LoadedTable],
) -> tuple[list[LoadedTable], list[Issue]]:
    """Give subject-level data without any treatment that of the records, where it is one each."""
    done: list[LoadedTable] = []
    issues: list[Issue] = []
    for table in tables:
        frame = table.frame
        named = any(c in frame and frame[c].notna().any() for c in _ARMS)
        if table.kind != "ADSL" or named or USUBJID not in frame:
            done.append(table)
            continue
        added = {}
        for target, sources in _TREATMENTS:
            arms = _single(tables, sources)
            known = frame[USUBJID].map(arms)
            if known.notna().any():
                added[target] = known.astype("str")
        if added:
            issues.append(
                Issue(
                    "note",
                    f"{table.name} names no treatment; {' and '.join(added)} were taken from the "
                    "records of the subjects.",
                    action="Subjects without records are in no arm; add the treatment to the "
                    "source.",
                    file=table.file,
                    sheet=table.sheet,
                    column=next(iter(added)),
                    check="variant.completed",
                )
            )
        done.append(dataclasses.replace(table, frame=frame.assign(**added)))
    return done, issues


def _single(tables: Sequence[LoadedTable], sources: Sequence[str]) -> pd.Series:
    """Return the treatment by subject, for those that have one and the same in all records."""
    pairs = []
    for table in tables:
        source = next((s for s in sources if s in table.frame), "")
        if source and USUBJID in table.frame and table.kind in ("BDS", "ADAE", "ADTTE"):
            part = table.frame[[USUBJID, source]].dropna().drop_duplicates()
            pairs.append(part.set_axis([USUBJID, TRTP], axis=1))
    if not pairs:
        return pd.Series(dtype="str")
    together = pd.concat(pairs).drop_duplicates()
    several = together[USUBJID].duplicated(keep=False)
    # Records of several periods name several treatments: none of them is the arm.
    return pd.Series(dtype="str") if several.any() else together.set_index(USUBJID)[TRTP]


def subject_level(tables: Sequence[LoadedTable]) -> tuple[LoadedTable | None, list[Issue]]:
    """Return subject-level data made of data sets of parameters, where there are none else.

    The subjects are those with records in a data set that names the planned
    treatment, or in any where none does; subjects without any record cannot be
    known, which the issue says.
    """
    if any(t.kind == "ADSL" or t.name == "DM" for t in tables):
        return None, []
    measured = [t for t in tables if t.kind == "BDS"]
    found = [t for t in measured if {TRTP, TRT01P} & set(t.frame.columns)] or measured
    if not found:
        return None, []
    parts = []
    for table in found:
        frame = table.frame
        made = {c: frame[c] for c in (STUDYID, USUBJID) if c in frame}
        for target, sources in _TREATMENTS:
            source = next((s for s in sources if s in frame), "")
            if source:
                made[target] = frame[source]
        made |= {c: frame[c] for c in _OF_SUBJECTS if c in frame}
        parts.append(pd.DataFrame(made))
    keys = [c for c in (STUDYID, USUBJID) if all(c in p for p in parts)]
    frame = pd.concat(parts, ignore_index=True).dropna(subset=[USUBJID])
    frame = frame.groupby(keys, sort=False, as_index=False).first()
    names = ", ".join(dict.fromkeys(t.name for t in found))
    issue = Issue(
        "warning",
        f"No subject-level data set (ADSL, DM) was found; ADSL was made of the {len(frame)} "
        f"subjects with records in {names}. Subjects without any record there are not counted.",
        action="Open the subject-level data set too.",
        file=found[0].file,
        check="variant.no_adsl",
    )
    label = f"Made of {names}"
    rows = np.zeros(len(frame), dtype=np.int64)
    return (
        LoadedTable("ADSL", "ADSL", frame, {}, label, found[0].file, "", found[0].folder, rows),
        [issue],
    )
