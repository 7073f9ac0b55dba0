"""What define.xml declares and the data lack, and the other way round.

The tables are compared as they were read, before anything is derived. What is missing
is said once for each data set, as the validators of submissions say it once for each
variable (Pinnacle 21 rules SD0054, SD0060 and SD0061): a cut export lacks many at a time.
Of lists of terms, only those of parameters, tests and visits are looked through for terms
that no record has: their absence means absent data, that of a code for "unknown" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sjogren_desktop.results import Issue
from sjogren_desktop.study.read_define import DatasetDefinition
from sjogren_desktop.study.tables import LoadedTable
from sjogren_desktop.study.values import PARTIAL_SUFFIX, TEXT_SUFFIX
from sjogren_desktop.study.wording import counted

_MOST_NAMES = 20
_OF_RECORDS = re.compile(r"PARAMCD|AVISIT|VISIT|\w{2}TESTCD")


@dataclass(frozen=True)
class Definitions:
    """One define.xml: its name, the folder it stands in, and what it says by data set."""

    file: str
    folder: str
    datasets: Mapping[str, DatasetDefinition]


def match_define(tables: Sequence[LoadedTable], defined: Sequence[Definitions]) -> list[Issue]:
    """Return what each define.xml and the data beside it do not share.

    Parameters
    ----------
    tables : sequence of LoadedTable
        As read and named.
    defined : sequence of Definitions
        One is compared with all tables; of several, each with those of its own folder, if
        there are any.
    """
    issues: list[Issue] = []
    for one in defined:
        beside = [t for t in tables if t.folder == one.folder] if len(defined) > 1 else []
        issues += _compare(_by_name(beside or tables), one)
    return issues


def _by_name(tables: Sequence[LoadedTable]) -> dict[str, list[LoadedTable]]:
    found: dict[str, list[LoadedTable]] = {}
    for table in tables:
        found.setdefault(table.name, []).append(table)
    return found


def _compare(tables: Mapping[str, list[LoadedTable]], one: Definitions) -> Iterator[Issue]:
    absent = [n for n, d in one.datasets.items() if n not in tables and not d.no_data]
    if absent:
        yield Issue(
            "warning",
            f"{one.file} declares {counted(len(absent), 'data set')} that none of the files "
            f"holds: {_named(absent)}.",
            action="Open the missing files too, or have them exported again.",
            file=one.file,
            check="define.dataset_absent",
        )
    shared = {n: t for n, t in tables.items() if n in one.datasets}
    if not shared:
        return
    for name, parts in tables.items():
        if name not in shared:
            yield Issue(
                "note",
                f"{name} is not declared in {one.file}.",
                action="Check that the file belongs to the study; it was opened all the same.",
                file=parts[0].file,
                sheet=parts[0].sheet,
                check="define.dataset_undeclared",
            )
    for name, parts in shared.items():
        yield from _variables(name, parts, one)
    yield from _terms(shared, one)


def _variables(name: str, parts: Sequence[LoadedTable], one: Definitions) -> Iterator[Issue]:
    known = one.datasets[name].variables
    held = [str(c) for t in parts for c in t.frame.columns]
    held = [c for c in dict.fromkeys(held) if not _is_companion(c, held)]
    absent = [v for v, d in known.items() if v not in held and not d.no_data]
    if absent:
        yield Issue(
            "warning",
            f"{name} lacks {counted(len(absent), 'variable')} that {one.file} declares: "
            f"{_named(absent)}.",
            action="Check that the export is complete, or correct define.xml.",
            file=parts[0].file,
            sheet=parts[0].sheet,
            column=absent[0] if len(absent) == 1 else "",
            check="define.variable_absent",
        )
    more = [c for c in held if c not in known]
    if more:
        yield Issue(
            "note",
            f"{name} has {counted(len(more), 'variable')} that {one.file} does not declare: "
            f"{_named(more)}.",
            action="Check where they come from; they were read all the same.",
            file=parts[0].file,
            sheet=parts[0].sheet,
            column=more[0] if len(more) == 1 else "",
            check="define.variable_undeclared",
        )


def _is_companion(column: str, held: Sequence[str]) -> bool:
    """Return True for a column that the reading of the values added to another."""
    return any(
        column.endswith(suffix) and column.removesuffix(suffix) in held
        for suffix in (TEXT_SUFFIX, PARTIAL_SUFFIX)
    )


def _terms(shared: Mapping[str, list[LoadedTable]], one: Definitions) -> Iterator[Issue]:
    """Name the parameters, tests and visits of a list that no data set has which uses it."""
    lists: dict[tuple[str, tuple[str, ...]], list[LoadedTable]] = {}
    for name, parts in shared.items():
        for variable, definition in one.datasets[name].variables.items():
            if definition.terms and _OF_RECORDS.fullmatch(variable):
                using = [t for t in parts if variable in t.frame]
                if using:
                    lists.setdefault((variable, tuple(definition.terms)), []).extend(using)
    for (variable, terms), using in lists.items():
        used = {str(v) for t in using for v in t.frame[variable].dropna().unique()}
        absent = [t for t in terms if t not in used]
        if absent and used:
            names = ", ".join(dict.fromkeys(t.name for t in using))
            yield Issue(
                "note",
                f"{names} has no record with {counted(len(absent), 'value')} of {variable} that "
                f"{one.file} lists: {_named(absent)}.",
                action="Check that the export is complete; terms that nobody has may be right.",
                file=using[0].file,
                sheet=using[0].sheet,
                column=variable,
                check="define.term_absent",
            )


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
