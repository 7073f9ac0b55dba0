"""Make study data sets of plain tables by their maps.

The plain tables stay as they were read; what is made of them stands beside.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from sjogren_desktop.results import Doing, Issue, Progress, no_progress
from sjogren_desktop.study.data import (
    PARAMCD,
    STUDYID,
    USUBJID,
)
from sjogren_desktop.study.mapping import LAYOUTS, AppliedMap, ColumnMap, TableMap, find_map
from sjogren_desktop.study.mapping_guess import SURE, guess_map, mappable
from sjogren_desktop.study.mapping_records import (
    apply_map,
    as_text,
    coded,
    converted,
    made_table,
    origin,
    subjects_of,
)
from sjogren_desktop.study.recognise import SDTM_DOMAINS, clean_name, is_test_code
from sjogren_desktop.study.tables import LoadedTable

_ARMS = frozenset({"ARM", "ACTARM", "ARMCD"})
_RECORDS = ("measure", "value", "event", "medicine")
_PLACES = ("SITEID", "COUNTRY")
_STANDARD = frozenset({PARAMCD, "DOMAIN", "RDOMAIN", "QNAM", "TRT01P", "TRT01A"})


@dataclasses.dataclass(frozen=True)
class Mapped:
    """A plain table with the map it was read by, and whether that was guessed."""

    table: LoadedTable
    map: TableMap
    guessed: bool

    @property
    def sure(self) -> float:
        """Return the confidence a column must have to be used."""
        return SURE if self.guessed else 0.0

    @property
    def columns(self) -> list[ColumnMap]:
        """Return the columns that are used, or were left on purpose."""
        frame = self.table.frame
        return [c for c in self.map.columns if c.confidence >= self.sure and c.column in frame]


def is_plain(table: LoadedTable) -> bool:
    """Say whether a table is neither ADaM nor SDTM but may hold patients."""
    columns = set(map(str, table.frame.columns))
    own = [f"{table.name}{end}" for end in ("TERM", "DECOD", "TRT", "SEQ", "TESTCD", "STDTC")]
    if _STANDARD & columns or any(map(is_test_code, columns)):
        return False
    if table.name in SDTM_DOMAINS and columns & {*own, "RFSTDTC", "ARMCD"}:
        return False
    level = table.name == "ADSL" and USUBJID in columns and not _ARMS & columns
    # With several rows for one patient it may be a sheet of visits of that name.
    if level and not table.frame[USUBJID].duplicated().any():
        return False
    if table.kind in ("ADTTE", "OCCDS"):
        return False
    if table.kind == "ADAE":
        return not {"AETERM", "AEDECOD"} & columns
    return not (table.typed and table.name.startswith("AD"))


def map_tables(
    tables: Sequence[LoadedTable],
    maps: Sequence[TableMap] = (),
    *,
    progress: Progress = no_progress,
) -> tuple[list[LoadedTable], list[AppliedMap], list[Issue]]:
    """Return all tables with those made of plain ones, the maps used, and notes.

    Parameters
    ----------
    tables : sequence of LoadedTable
    maps : sequence of TableMap
        Maps saved before; a table whose columns one of them has is read by it,
        any other by a guess.
    """
    result: list[LoadedTable] = []
    used: list[Mapped] = []
    made: list[LoadedTable] = []
    for table in tables:
        if not is_plain(table):
            continue
        progress(0.0, Doing("Looking at the columns of {name}", name=table.name))
        known = find_map(mappable(table.frame), maps)
        chosen = known or guess_map(table.frame, table.labels, name=table.name)
        if chosen is not None:
            used.append(Mapped(table, chosen, known is None))
    plain = {id(m.table) for m in used}
    # A table that only looks like subject-level data is the source of such.
    levels = [t for t in tables if t.kind == "ADSL" and id(t) not in plain]
    issues: list[Issue] = []
    if not levels:
        levels = [t for m in used if (t := _people_of(m, issues)) is not None]
        if not levels and not any(_tells_subjects(t) for t in tables if id(t) not in plain):
            levels = _people_without_arms(used, issues)
        made += levels
    people = _known_people(levels)
    by_table = {id(m.table): m for m in used}
    for table in tables:
        mapped = by_table.get(id(table))
        if mapped is None:
            result.append(table)
            continue
        progress(0.5, Doing("Mapping {name}", name=table.name))
        new, notes = apply_map(table, mapped.map, people=people, sure=mapped.sure)
        mine = [t for t in levels if t.label == origin(table)]
        if not new and not mine:
            result.append(table)
            continue
        issues += [_summary(table, mapped, [*mine, *new]), *notes]
        kind = "OTHER" if table.kind in ("ADSL", "BDS", "ADAE") else table.kind
        named = _named_by_file(table, [*mine, *new])
        result.append(
            dataclasses.replace(_renamed_subject(table, mapped.map), name=named, kind=kind)
        )
        for each in new:
            made.append(_free_name(each, [*tables, *made]))
    applied = [
        AppliedMap(m.table.name, m.table.file, m.table.sheet, m.map, m.guessed) for m in used
    ]
    return [*result, *made], applied, issues


def _known_people(levels: Sequence[LoadedTable]) -> pd.DataFrame:
    """Return the subject-level records there are, empty if none."""
    frames = [t.frame for t in levels if USUBJID in t.frame]
    if not frames:
        return pd.DataFrame({USUBJID: pd.Series([], dtype="str")})
    return pd.concat(frames, ignore_index=True, sort=False).drop_duplicates(USUBJID)


def _renamed_subject(table: LoadedTable, chosen: TableMap) -> LoadedTable:
    subject = chosen.first("subject")
    if subject is None or USUBJID in table.frame:
        return table
    frame = table.frame.rename(columns={subject.column: USUBJID})
    frame[USUBJID] = as_text(frame[USUBJID])
    return dataclasses.replace(table, frame=frame)


def _named_by_file(table: LoadedTable, made: Sequence[LoadedTable]) -> str:
    """Return the name of a plain table: that of its file where what is made of it needs its own."""
    if table.name not in {t.name for t in made}:
        return table.name
    stem = clean_name(Path(table.file).stem)
    return stem if stem and stem != table.name else f"{table.name}_SOURCE"


def _free_name(table: LoadedTable, others: Sequence[LoadedTable]) -> LoadedTable:
    """Give a made table a name of its own where one of this name has the same patients."""
    name, copy = table.name, 2
    own = set(table.frame[USUBJID].dropna())
    while any(
        t.name == name and USUBJID in t.frame and not own.isdisjoint(t.frame[USUBJID].dropna())
        for t in others
    ):
        name, copy = f"{table.name}{copy}", copy + 1
    return dataclasses.replace(table, name=name)


def _people_of(mapped: Mapped, issues: list[Issue]) -> LoadedTable | None:
    """Return one record per patient with the properties of the patient, if there is an arm."""
    if not any(c.role == "person" and c.target == "TRT01P" for c in mapped.columns):
        return None
    frame = _properties(mapped, issues)
    if frame is None:
        return None
    if "TRT01A" not in frame:
        frame["TRT01A"] = frame["TRT01P"]
    return _one_each(mapped, frame)


def _tells_subjects(table: LoadedTable) -> bool:
    """Say whether who is in the study will be known from a table that is not mapped."""
    arms = {"TRTP", "TRT01P"} & set(table.frame.columns)
    return table.name in ("DM", "ADSL") or (table.kind == "BDS" and bool(arms))


def _people_without_arms(used: Sequence[Mapped], issues: list[Issue]) -> list[LoadedTable]:
    """Return one record for each patient of a study in which nothing names a treatment.

    The table with most properties of patients leads; patients and properties that only
    others have are added. Tables of events say nothing of who had none, and where
    nothing but patients and their sites are known there is nothing to analyse.
    """
    columns = [c for m in used for c in m.columns]
    if not any(
        c.role in _RECORDS or (c.role == "person" and c.target not in _PLACES) for c in columns
    ):
        return []
    found = [
        (m, f)
        for m in used
        if m.map.layout not in ("events", "medicines")
        and (f := _properties(m, issues)) is not None
        and f[USUBJID].notna().any()
    ]
    if not found:
        return []
    found.sort(key=lambda each: -len(each[1].columns))
    people = _one_each(*found[0])
    for _, frame in found[1:]:
        keys = [c for c in (STUDYID, USUBJID) if c in people.frame and c in frame]
        if people.frame.duplicated(keys).any():
            continue  # the numbers alone do not tell the patients of several studies apart
        rows = [people.frame, frame.loc[frame[USUBJID].notna()]]
        both = pd.concat(rows).groupby(keys, sort=False, as_index=False).first()
        added = np.zeros(len(both) - len(people.frame), dtype=np.int64)
        people = dataclasses.replace(people, frame=both, rows=np.concatenate([people.rows, added]))
    return [people]


def _properties(mapped: Mapped, issues: list[Issue]) -> pd.DataFrame | None:
    """Return the patient of every row of a table with the properties that stand there.

    Of a table with one row per patient, measures without a visit are properties too: what
    is measured once stands for the baseline (WEIGHTBL).
    """
    table, chosen = mapped.table, mapped.map
    nobody = pd.DataFrame({USUBJID: pd.Series([], dtype="str")})
    base = subjects_of(table, chosen, nobody)
    if base is None:
        return None
    frame = base.copy()
    for each in mapped.columns:
        if each.role == "person":
            values = table.frame[each.column]
            is_text = each.target in ("TRT01P", "SITEID", "COUNTRY")
            frame[each.target] = coded(as_text(values) if is_text else values, each.target, chosen)
        elif _is_once(mapped, each):
            values = table.frame[each.column].astype(float)
            frame[f"{each.target}BL"] = converted(table, each, values, issues)
    return frame


def _is_once(mapped: Mapped, column: ColumnMap) -> bool:
    """Say whether a column is a measure that each patient has once, at no visit."""
    once = mapped.map.layout == "subjects" and column.role == "measure" and not column.visit
    return once and mapped.table.frame[column.column].dtype.kind in "if"


def _one_each(mapped: Mapped, frame: pd.DataFrame) -> LoadedTable:
    """Return the subject-level data of rows of patients: the first value of each that is there."""
    table = mapped.table
    known = frame[USUBJID].notna()
    keys = [c for c in (STUDYID, USUBJID) if c in frame]
    # Findings such as arm.differs name other values.
    rest = [c for c in frame.columns if c not in keys]
    groups = frame.loc[known].groupby(keys, sort=False, dropna=False)
    first = groups.first().reset_index() if rest else frame.loc[known, keys].drop_duplicates()
    places = np.flatnonzero(known & ~frame.loc[:, keys].duplicated())
    made = made_table(table, "ADSL", "ADSL", first, table.rows[places])
    labels = {f"{c.target}BL": c.label for c in mapped.columns if _is_once(mapped, c) and c.label}
    return dataclasses.replace(made, labels=labels)


def _summary(table: LoadedTable, mapped: Mapped, made: Sequence[LoadedTable]) -> Issue:
    chosen = mapped.map
    # Where the patients are known from elsewhere, what each has once is not used.
    level = any(t.kind == "ADSL" for t in made)
    used = [c for c in mapped.columns if c.role != "leave" and (level or not _is_once(mapped, c))]
    shown = "; ".join(f"{c.column} as {_meaning(c, _is_once(mapped, c))}" for c in used[:12])
    more = f"; and {len(used) - 12} more columns" if len(used) > 12 else ""
    unused = [c.column for c in chosen.columns if c not in used]
    rest = (
        f" Not used: {', '.join(unused[:12])}{' ...' if len(unused) > 12 else ''}."
        if unused
        else ""
    )
    return Issue(
        "note",
        f"{table.name} was read with {LAYOUTS[chosen.layout]}, and "
        f"{', '.join(t.name for t in made)} made of it: {shown}{more}.{rest}",
        action="Look at the columns before analysing, and change what is not right.",
        file=table.file,
        sheet=table.sheet,
        check="mapping.applied",
    )


def _meaning(column: ColumnMap, once: bool) -> str:
    if column.role == "measure":
        unit = f" in {column.unit}" if column.unit else ""
        return f"{column.target}{'BL' if once else ''}{unit}" + (
            f" at {column.visit}" if column.visit else ""
        )
    if column.role == "subject":
        return "patient"
    return column.target or column.role
