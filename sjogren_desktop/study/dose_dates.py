"""First and last dose of subject-level data that have none, from where else they stand.

They may be the dates of treatment periods (TR01SDT ...), of DM (RFXSTDTC), of the
exposure records, or at worst the start of the reference period (RFSTDTC), which is
usually the day of the first dose. What is there with values is not changed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import STUDYID, USUBJID
from sjogren_desktop.study.partial_dates import Days, full_dates
from sjogren_desktop.study.tables import LoadedTable
from sjogren_desktop.study.wording import counted


class _Source(NamedTuple):
    """Variables that tell a date, in the order in which they are asked."""

    own: str
    reference: tuple[str, ...]
    exposure: tuple[str, ...]
    last: bool


_SOURCES = {
    "TRTSDT": _Source(
        r"(?:TR|AP)01SDTM?", ("RFXSTDTC", "RFSTDTC"), ("ASTDT", "EXSTDT", "EXSTDTC"), False
    ),
    "TRTEDT": _Source(
        r"TR\d\dEDTM?",
        ("RFXENDTC",),
        ("AENDT", "EXENDT", "EXENDTC", "ASTDT", "EXSTDT", "EXSTDTC"),
        True,
    ),
}
_EXPOSURE = ("ADEX", "EX", "ADEC", "EC")


def with_dose_dates(tables: Sequence[LoadedTable]) -> tuple[list[LoadedTable], list[Issue]]:
    """Return tables with TRTSDT and TRTEDT in subject-level data where they can be known."""
    issues: list[Issue] = []
    done = []
    for table in tables:
        if table.kind == "ADSL" and USUBJID in table.frame and table.name != "DM":
            table = _completed(table, tables, issues)
        done.append(table)
    return done, issues


def _completed(
    table: LoadedTable, tables: Sequence[LoadedTable], issues: list[Issue]
) -> LoadedTable:
    for name, source in _SOURCES.items():
        frame = table.frame
        if name in frame and frame[name].notna().any():
            continue
        for days, told in _found(table, tables, source):
            if np.isnat(days).all():
                continue
            column = pd.Series(days.astype("datetime64[us]"), frame.index)
            table = dataclasses.replace(table, frame=frame.assign(**{name: column}))
            issues.append(
                Issue(
                    "note",
                    f"{table.name} ({counted(len(frame), 'record')}): {name} was made of {told}, "
                    f"because the file has none; it is known for "
                    f"{counted(int((~np.isnat(days)).sum()), 'subject')}.",
                    action="Correct the source if that is not right.",
                    file=table.file,
                    sheet=table.sheet,
                    column=name,
                    check="variant.completed",
                )
            )
            break
    return table


def _found(
    table: LoadedTable, tables: Sequence[LoadedTable], source: _Source
) -> Iterator[tuple[Days, str]]:
    """Yield the date of each subject by each source, with the name of that."""
    frame = table.frame
    own = [str(c) for c in frame.columns if re.fullmatch(source.own, str(c))]
    if own:
        pick = np.fmax if source.last else np.fmin
        yield reduce(pick, [full_dates(frame[c]) for c in own]), ", ".join(own)
    others = [t for t in tables if t is not table and USUBJID in t.frame]
    demographics = [t for t in others if t.name == "DM"]
    for column in source.reference[:1]:
        yield from _of_reference(table, demographics, column)
    exposures = sorted(
        (t for t in others if t.name in _EXPOSURE), key=lambda t: _EXPOSURE.index(t.name)
    )
    for exposure in exposures:
        column = next(
            (c for c in source.exposure if c in exposure.frame and exposure.frame[c].notna().any()),
            "",
        )
        if column:
            which = "last" if source.last else "first"
            days = _by_subject(frame, exposure.frame, column, last=source.last)
            yield days, f"the {which} {column} of {exposure.name}"
    for column in source.reference[1:]:
        yield from _of_reference(table, demographics, column)


def _of_reference(
    table: LoadedTable, demographics: Sequence[LoadedTable], column: str
) -> Iterator[tuple[Days, str]]:
    if column in table.frame:
        yield full_dates(table.frame[column]), column
    for other in demographics:
        if column in other.frame:
            yield _by_subject(table.frame, other.frame, column, last=False), f"{column} of DM"


def _by_subject(people: pd.DataFrame, records: pd.DataFrame, column: str, *, last: bool) -> Days:
    """Return the first or last of a date by subject."""
    keys = [c for c in (STUDYID, USUBJID) if c in people and c in records]
    days = pd.Series(full_dates(records[column]).astype("datetime64[us]"), records.index)
    grouped = days.groupby([records[k] for k in keys])
    found = (grouped.max() if last else grouped.min()).rename("DAY").reset_index()
    joined = people[keys].merge(found, how="left", on=keys, sort=False, validate="many_to_one")
    return joined["DAY"].to_numpy().astype("datetime64[D]")
