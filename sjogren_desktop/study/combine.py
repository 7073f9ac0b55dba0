"""Put tables of the same name together, so that no record is ever there twice.

Data sets of one name from several studies stand in one frame, told apart by
STUDYID. A second file of the same data set and the same study is left out,
unless it holds other subjects or other records of them (a data set cut by site,
parameter or visit).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import PARAMCD, STUDYID, USUBJID, Dataset, Part
from sjogren_desktop.study.tables import LoadedTable
from sjogren_desktop.study.wording import counted


def fill_study_ids(tables: Sequence[LoadedTable]) -> tuple[list[LoadedTable], list[Issue]]:
    """Give every table with subjects a STUDYID.

    It is taken from the subject-level data set by USUBJID; if that has none
    either, or the subject is not in it, the folder's name is taken.
    """
    issues: list[Issue] = []
    levels = [t for t in tables if t.kind == "ADSL"]
    named = {id(t): _with_study(t, None, issues) for t in levels}
    known = _studies_of_subjects(list(named.values()))
    filled = [named[id(t)] if id(t) in named else _with_study(t, known, issues) for t in tables]
    return filled, issues


def _studies_of_subjects(levels: Sequence[LoadedTable]) -> pd.Series:
    """Return STUDYID by USUBJID, for subjects that are in one study only."""
    pairs = [t.frame[[USUBJID, STUDYID]].dropna() for t in levels if STUDYID in t.frame]
    if not pairs:
        return pd.Series(dtype="str")
    together = pd.concat(pairs).drop_duplicates()
    single = together.loc[~together[USUBJID].duplicated(keep=False)]
    return single.set_index(USUBJID)[STUDYID]


def _with_study(table: LoadedTable, known: pd.Series | None, issues: list[Issue]) -> LoadedTable:
    frame = table.frame
    if USUBJID not in frame or (STUDYID in frame and frame[STUDYID].notna().any()):
        return table
    folder = table.folder or table.name
    if known is None or known.empty:
        ids = pd.Series(folder, index=frame.index, dtype="str")
        guessed = len(frame)
    else:
        ids = frame[USUBJID].map(known).astype("str")
        lost = ids.isna()
        studies = known.unique()
        guessed = int(lost.sum()) if len(studies) != 1 else 0
        ids = ids.mask(lost, studies[0] if len(studies) == 1 else folder)
    if guessed:
        issues.append(
            Issue(
                "note",
                f"{table.name} does not say which study it belongs to; the name of the folder "
                f"({folder}) was taken as STUDYID of {counted(guessed, 'record')}.",
                action="Add a column STUDYID to the source if the name is wrong.",
                file=table.file,
                sheet=table.sheet,
                column=STUDYID,
                check="study.id_from_folder",
            )
        )
    rest = frame.drop(columns=STUDYID, errors="ignore")
    rest.insert(0, STUDYID, ids)
    return dataclasses.replace(table, frame=rest)


def combine(tables: Sequence[LoadedTable]) -> tuple[list[Dataset], list[Issue]]:
    """Return one data set for each name and kind, in the order of the files."""
    groups: dict[tuple[str, str], list[LoadedTable]] = {}
    for table in tables:
        groups.setdefault((table.name, _group(table, groups)), []).append(table)
    datasets: list[Dataset] = []
    issues: list[Issue] = []
    taken: set[str] = set()
    for (name, _), members in groups.items():
        unique, copy = name, 2
        while unique in taken:
            unique, copy = f"{name}_{copy}", copy + 1
        taken.add(unique)
        dataset, more = _join(unique, members)
        datasets.append(dataset)
        issues += more
    single, more = _one_subject_level(datasets)
    return single, issues + more


def _group(table: LoadedTable, groups: dict[tuple[str, str], list[LoadedTable]]) -> str:
    """Return what keeps tables of one name apart: their kind, or for others themselves."""
    if table.kind == "OTHER" and STUDYID not in table.frame:
        return f"OTHER {len(groups)}"
    return table.kind


def _join(name: str, members: Sequence[LoadedTable]) -> tuple[Dataset, list[Issue]]:
    issues: list[Issue] = []
    kept: list[LoadedTable] = []
    for member in members:
        admitted, issue = _admit(member, kept)
        if issue is not None:
            issues.append(issue)
        if admitted is not None:
            kept.append(admitted)
    frame, more = _stack(name, kept)
    issues += more
    parts: list[Part] = []
    start = 0
    for member in kept:
        stop = start + len(member.frame)
        parts.append(Part(member.file, member.sheet, start, stop, member.rows))
        start = stop
    labels: dict[str, str] = {}
    for member in kept:
        for column, label in member.labels.items():
            labels.setdefault(column, label)
    label = next((m.label for m in kept if m.label), "")
    sources = tuple(dict.fromkeys(m.file for m in kept))
    return Dataset(name, kept[0].kind, frame, labels, sources, label, tuple(parts)), issues


def _admit(
    new: LoadedTable, kept: Sequence[LoadedTable]
) -> tuple[LoadedTable | None, Issue | None]:
    """Return the part of a table whose studies are not there yet, and an issue if not all."""
    if not kept or STUDYID not in new.frame:
        return new, None
    ids = new.frame[STUDYID]
    twice: list[str] = []
    for study in ids.dropna().unique():
        before = [m for m in kept if STUDYID in m.frame and (m.frame[STUDYID] == study).any()]
        if before and not _other_records(new.frame, before, study):
            twice.append(study)
    if not twice:
        return new, None
    drop = ids.isin(twice).to_numpy(dtype=bool)
    first = next(m for m in kept if STUDYID in m.frame and bool(m.frame[STUDYID].isin(twice).any()))
    same = len(first.frame) == len(new.frame)
    issue = Issue(
        "warning",
        f"{new.name} of study {', '.join(twice)} was already read from {first.file} "
        f"({len(first.frame)} records); the {int(drop.sum())} records in {new.file} were left "
        "out." + ("" if same else " The two files do not have the same number of records."),
        action="If the other file is the right one, open it without this one.",
        file=new.file,
        sheet=new.sheet,
        check="study.data_set_twice",
    )
    if drop.all():
        return None, issue
    left = dataclasses.replace(
        new, frame=new.frame.loc[~drop].reset_index(drop=True), rows=new.rows[~drop]
    )
    return left, issue


_RECORD = (
    PARAMCD, "AVISIT", "AVISITN", "VISIT", "VISITNUM", "ADT", "ADTM", "ATPT", "ATPTN", "BASETYPE",
    "DTYPE", "PARAMTYP", "AETERM", "AEDECOD", "ASTDT", "AESTDTC",
)  # fmt: skip
"""Variables that tell the records of a subject apart, with those that end in SEQ or TESTCD."""


def _other_records(new: pd.DataFrame, before: Sequence[LoadedTable], study: str) -> bool:
    """Return True if the new records of a study are all of subjects or keys not met yet.

    That is so where a data set was cut by site, by parameter or by visit, but
    not for a second copy or another cut of the same data set.
    """
    if USUBJID not in new or set(new.columns) != set(before[0].frame.columns):
        return False
    mine = new.loc[new[STUDYID] == study]
    if not mine[USUBJID].notna().any():
        return False
    keys = [
        USUBJID,
        *(c for c in new.columns if c in _RECORD or str(c).endswith(("SEQ", "TESTCD"))),
    ]
    for member in before:
        frame = member.frame
        if not set(keys) <= set(frame.columns):
            return False
        theirs = frame.loc[frame[STUDYID] == study]
        if set(mine[USUBJID].dropna()).isdisjoint(theirs[USUBJID].dropna()):
            continue
        if len(keys) < 2 or any(mine[k].dtype != theirs[k].dtype for k in keys):
            return False
        both = pd.concat([mine[keys].drop_duplicates(), theirs[keys].drop_duplicates()])
        if both.duplicated().any():
            return False
    return True


def _stack(name: str, members: Sequence[LoadedTable]) -> tuple[pd.DataFrame, list[Issue]]:
    """Put frames under each other, reconciling columns that differ in type."""
    frames = [m.frame for m in members]
    if len(frames) == 1:
        return frames[0], []
    issues: list[Issue] = []
    columns = list(dict.fromkeys(c for f in frames for c in f.columns))
    stacked: dict[str, pd.Series] = {}
    for column in columns:
        pieces = [f[column] if column in f else _blank(f) for f in frames]
        kinds = {_family(p) for p in pieces if p.notna().any()}
        if len(kinds) > 1:
            issues.append(
                Issue(
                    "warning",
                    f"{column} of {name} is {' in one file and '.join(sorted(kinds))} in another; "
                    "it was taken as text.",
                    action="Make the files agree if the column is to be analysed.",
                    file=members[-1].file,
                    column=column,
                    check="study.type_differs",
                )
            )
        kind = kinds.pop() if len(kinds) == 1 else "text"
        stacked[column] = pd.concat([_as(p, kind) for p in pieces], ignore_index=True)
    return pd.DataFrame(stacked), issues


def _blank(frame: pd.DataFrame) -> pd.Series:
    return pd.Series(np.nan, index=frame.index)


def _family(values: pd.Series) -> str:
    if values.dtype.kind in "iuf":
        return "a number"
    return "a date" if values.dtype.kind == "M" else "text"


def _as(values: pd.Series, family: str) -> pd.Series:
    if _family(values) == family:
        return values
    if values.isna().all():
        if family == "a number":
            return pd.Series(np.nan, index=values.index, dtype="float64")
        if family == "a date":
            return pd.Series(pd.NaT, index=values.index, dtype="datetime64[us]")
        return pd.Series(None, index=values.index, dtype="str")
    if values.dtype.kind == "M":
        return pd.Series(values.dt.strftime("%Y-%m-%d"), dtype="str")
    text = [None if np.isnan(v) else f"{v:.15g}" for v in values.to_numpy(float)]
    return pd.Series(text, index=values.index, dtype="str")


def _one_subject_level(datasets: Sequence[Dataset]) -> tuple[list[Dataset], list[Issue]]:
    """Leave one subject-level data set per study: ADSL goes before DM and others."""
    levels = sorted(
        (d for d in datasets if d.kind == "ADSL"),
        key=lambda d: (d.name != "ADSL", not d.name.startswith("AD")),
    )
    if len(levels) < 2:
        return list(datasets), []
    main = levels[0]
    studies = set(main.frame[STUDYID].dropna()) if STUDYID in main.frame else set()
    second = {
        d.name
        for d in levels[1:]
        if STUDYID not in d.frame or not studies.isdisjoint(d.frame[STUDYID].dropna())
    }
    ordered = [main] + [d for d in datasets if d is not main]
    kept = [dataclasses.replace(d, kind="OTHER") if d.name in second else d for d in ordered]
    issues = [
        Issue(
            "note",
            f"{d.name} also has one record per subject; populations and arms are taken from "
            f"{main.name}.",
            file=d.sources[0] if d.sources else "",
            check="study.second_subject_level",
        )
        for d in datasets
        if d.name in second
    ]
    return kept, issues
