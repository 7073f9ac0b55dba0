"""Workbooks: XLSX, XLSM, XLSB, XLS and ODS, by python-calamine.

A sheet need not begin with its table: title rows, a header of several merged
rows, cells merged downwards, blank rows and footnotes are recognised and
reported. Cells whose kind does not fit (error values, formulas that were never
calculated, truth values, times) are reported by their address.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from sjogren_desktop.results import AnalysisError, Issue, Progress, no_progress
from sjogren_desktop.study.headers import unique_header
from sjogren_desktop.study.raw import Declared, RawTable, RawTables
from sjogren_desktop.study.values import column_name, is_date_name, stays_text
from sjogren_desktop.study.wording import counted
from sjogren_desktop.study.workbook_faults import BookFacts, cell_name, read_facts

_Rows = list[list[Any]]
_MOST_CELLS_LISTED = 50
_MOST_CELLS_NAMED = 12
_NUMBER_TEXT = re.compile(r"\s*[+-]?(?:\d+[.,]?\d*|[.,]\d+)\s*")
_MOST_HEADER_ROWS = 3
_LARGEST = 4 << 30
_SUSPECT_SIZE = 64 << 20
_SUSPECT_RATIO = 250
_SERIALS = (18000, 80000)
_EPOCH = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}


class _Grid(NamedTuple):
    """Where the table of a sheet stands: header names and the rows of its records."""

    names: list[str]
    records: list[int]
    notes: list[str]


def read_workbook(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read every visible sheet of a workbook that holds a table.

    Raises
    ------
    AnalysisError
        If the workbook is damaged, protected by a password, or holds no table.
    """
    progress(0.02, f"Reading {path.name}")
    _refuse_bomb(path)
    with _no_panic_printed():
        return _read_book(path, progress)


@contextlib.contextmanager
def _no_panic_printed() -> Iterator[None]:
    """Keep what the library, written in Rust, prints when a damaged file surprises it.

    The user gets a sentence (see :func:`.readers.read_file`), not its backtrace.
    """
    try:
        kept = os.dup(2)
    except OSError:  # a windowed program has no standard error
        yield
        return
    quiet = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(quiet, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(quiet)


def _read_book(path: Path, progress: Progress) -> RawTables:
    try:
        book = CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise AnalysisError(
            f"{path.name} is protected by a password. Save a copy without one and open that."
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return _read_sheets(book, path, progress)


def _refuse_bomb(path: Path) -> None:
    """Refuse a workbook that would fill the memory when unpacked."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
    ratio = size / max(1, path.stat().st_size)
    if size > _LARGEST or (size > _SUSPECT_SIZE and ratio > _SUSPECT_RATIO):
        raise AnalysisError(
            f"{path.name} would grow to {size >> 20} MB when unpacked, so it was not opened. Check "
            "where the file comes from, or export the data as CSV."
        )


def _unreadable(path: Path, error: Exception) -> AnalysisError:
    return AnalysisError(
        f"{path.name} could not be read as a workbook ({error}). Open it in a spreadsheet "
        "program and save it again."
    )


def _read_sheets(book: CalamineWorkbook, path: Path, progress: Progress) -> RawTables:
    tables: list[RawTable] = []
    issues: list[Issue] = []
    facts = read_facts(path)
    sheets = [s for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
    hidden = [s.name for s in book.sheets_metadata if s.visible != SheetVisibleEnum.Visible]
    if hidden:
        issues.append(
            Issue(
                "note",
                f"The hidden sheets were left out: {', '.join(hidden)}.",
                action="Unhide them in a spreadsheet program if they hold data.",
                file=path.name,
                check="workbook.hidden_sheet",
            )
        )
    for number, meta in enumerate(sheets):
        progress(0.05 + 0.8 * number / len(sheets), f"Reading {path.name}, sheet {meta.name}")
        try:
            sheet = book.get_sheet_by_name(meta.name)
            rows: _Rows = sheet.to_python(skip_empty_area=False)
            merged = sheet.merged_cell_ranges or []
        except (CalamineError, OSError, ValueError) as error:
            raise _unreadable(path, error) from error
        table, more = _read_sheet(rows, merged, path.name, meta.name, facts)
        issues += more
        if table is not None:
            tables.append(table)
    if not tables:
        raise AnalysisError(
            f"{path.name} has no sheet with a table: a header row and records below it. "
            "Open the workbook and check that it is the right one."
        )
    return RawTables(tuple(tables), tuple(issues))


def _read_sheet(
    rows: _Rows, merged: Sequence[Any], file: str, sheet: str, facts: BookFacts
) -> tuple[RawTable | None, list[Issue]]:
    wide, banded = _fill_merged(rows, merged)
    grid = _find_table(rows, wide, banded)
    if grid is None:
        if any(any(c not in ("", None) for c in row) for row in rows):
            return None, [
                Issue(
                    "note",
                    "The sheet holds no table (a header row with records below it); it was left "
                    "out.",
                    file=file,
                    sheet=sheet,
                    check="workbook.no_table",
                )
            ]
        return None, []
    names, issues = unique_header(grid.names, file, sheet=sheet)
    if grid.notes:
        issues.append(
            Issue(
                "note",
                "Text outside the table was left out: " + "; ".join(grid.notes) + ".",
                file=file,
                sheet=sheet,
                check="workbook.outside_table",
            )
        )
    chosen = [rows[i] for i in grid.records]
    address = _Address(file, sheet, np.array(grid.records, dtype=np.int64) + 1)
    columns: dict[int, pd.Series] = {}
    for position, cells in enumerate(zip(*chosen, strict=True)):
        columns[position] = _column(names[position], position, cells, address, facts, issues)
    frame = pd.DataFrame(columns)
    frame.columns = pd.Index(names)
    blank = [i for i, n in enumerate(grid.names) if not n and frame.iloc[:, i].isna().all()]
    frame = frame.drop(columns=[names[i] for i in blank])
    issues += _fault_issues(facts, address, grid)
    table = RawTable(
        sheet,
        frame,
        labels=dict(zip(map(column_name, names), grid.names, strict=True)),
        sheet=sheet,
        rows=address.rows,
        declared=Declared(typed=False),
        positions=tuple(i for i in range(len(names)) if i not in set(blank)),
    )
    return table, issues


class _Address(NamedTuple):
    file: str
    sheet: str
    rows: Any

    def issue(self, check: str, severity: str, message: str, row: int | None, column: str) -> Issue:
        return Issue(
            severity,
            message,
            file=self.file,
            sheet=self.sheet,
            row=row,
            column=column,
            check=check,
            action="Correct the cell in the source if it is a slip.",
        )


def _fill_merged(rows: _Rows, merged: Sequence[Any]) -> tuple[set[int], set[int]]:
    """Copy the value of each merged range into its cells.

    Returns the rows that are one wide cell, and those with headings over
    several columns.
    """
    wide: set[int] = set()
    banded: set[int] = set()
    width = len(rows[0]) if rows else 0
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= width:
            continue
        if left == 0 and right >= width - 1 and width > 2:
            wide.add(top)
            continue
        if right > left:
            banded.add(top)
        value = rows[top][left]
        for r in range(top, min(bottom, len(rows) - 1) + 1):
            for c in range(left, min(right, width - 1) + 1):
                rows[r][c] = value
    return wide, banded


def _filled(row: Sequence[Any]) -> int:
    return len(row) - row.count("") - row.count(None)  # counted in C, for a million rows


def _is_heading(row: Sequence[Any]) -> bool:
    cells = [c for c in row if c != "" and c is not None]
    return bool(cells) and all(isinstance(c, str) for c in cells)


def _find_table(rows: _Rows, wide: set[int], banded: set[int]) -> _Grid | None:
    """Find the header row and the records below it."""
    width = max((_filled(r) for i, r in enumerate(rows[:1000]) if i not in wide), default=0)
    if width == 0:
        return None
    need = 1 if width == 1 else max(2, (width + 1) // 2)
    top = next(
        (i for i, r in enumerate(rows) if i not in wide and _filled(r) >= need and _is_heading(r)),
        None,
    )
    if top is None:
        return None
    header = [top]
    while (
        len(header) < _MOST_HEADER_ROWS
        and header[-1] in banded
        and header[-1] + 1 < len(rows)
        and _is_heading(rows[header[-1] + 1])
    ):
        header.append(header[-1] + 1)
    below = [i for i in range(header[-1] + 1, len(rows)) if i not in wide and _filled(rows[i])]
    last = next((i for i in reversed(below) if width < 3 or _filled(rows[i]) > 1), None)
    records = [i for i in below if last is not None and i <= last]
    if not records:
        return None
    outside = [i for i in range(len(rows)) if (i < top or i > records[-1]) and _filled(rows[i])]
    notes = [
        f"row {i + 1} ({next(str(c) for c in rows[i] if c not in ('', None))[:60]!r})"
        for i in outside[:5]
    ]
    names = [_joined(rows[h][c] for h in header) for c in range(len(rows[0]))]
    return _Grid(names, records, notes)


def _joined(parts: Any) -> str:
    names: list[str] = []
    for part in parts:
        text = " ".join(str(part or "").split())
        if text and (not names or names[-1] != text):
            names.append(text)
    return " ".join(names)


def _column(
    name: str,
    position: int,
    cells: Sequence[Any],
    address: _Address,
    facts: BookFacts,
    issues: list[Issue],
) -> pd.Series:
    """Return a column of cells as numbers, dates or text."""
    kinds = set(map(type, cells)) - {type(None)}
    blank = cells.count("")
    if kinds <= {float, int}:
        return pd.Series(cells, dtype=float)
    if kinds <= {str} or not kinds:
        _report_number_texts(name, position, cells, address, issues)
        return pd.Series([c or None for c in cells], dtype="str")
    if kinds <= {float, int, str} and (not is_date_name(column_name(name))):
        texts = {c for c in cells if isinstance(c, str)}
        if texts == {""} and blank:
            return pd.Series([np.nan if c == "" else c for c in cells], dtype=float)
        _report_number_texts(name, position, cells, address, issues)
        return pd.Series([_text(c) for c in cells], dtype="str")
    if kinds <= {dt.date, dt.datetime, str} and {c for c in cells if type(c) is str} <= {""}:
        return pd.Series([None if c == "" else c for c in cells]).astype("datetime64[us]")
    _report_number_texts(name, position, cells, address, issues)
    return _mixed(name, position, cells, address, facts, issues)


def _report_number_texts(
    name: str, position: int, cells: Sequence[Any], address: _Address, issues: list[Issue]
) -> None:
    """Name the cells whose numbers are stored as text; they are read as numbers."""
    if stays_text(column_name(name)) or is_date_name(column_name(name)):
        return
    distinct = {c for c in set(cells) if isinstance(c, str) and _NUMBER_TEXT.fullmatch(c)}
    found = [int(address.rows[i]) for i, c in enumerate(cells) if c in distinct] if distinct else []
    if found:
        shown = ", ".join(cell_name(row, position) for row in found[:_MOST_CELLS_NAMED])
        issues.append(
            Issue(
                "note",
                f"{counted(len(found), 'number')} stored as text (cells {shown}"
                f"{' ...' if len(found) > _MOST_CELLS_NAMED else ''}).",
                action="Nothing to do if the values shown are right.",
                file=address.file,
                sheet=address.sheet,
                row=found[0],
                column=column_name(name),
                check="workbook.number_as_text",
            )
        )


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _mixed(
    name: str,
    position: int,
    cells: Sequence[Any],
    address: _Address,
    facts: BookFacts,
    issues: list[Issue],
) -> pd.Series:
    """Turn cells of several kinds into text, naming the cells that do not fit."""
    dates = any(isinstance(c, dt.date) for c in cells) or is_date_name(column_name(name))
    texts: list[str | None] = []
    odd: list[Issue] = []
    for index, cell in enumerate(cells):
        row = int(address.rows[index])
        text, finding = _odd_cell(cell, dates, facts)
        texts.append(text)
        if finding:
            odd.append(
                address.issue(
                    "workbook.cell_kind",
                    "warning",
                    f"Cell {cell_name(row, position)} {finding}.",
                    row,
                    column_name(name),
                )
            )
    issues += odd[:_MOST_CELLS_LISTED]
    if len(odd) > _MOST_CELLS_LISTED:
        issues.append(
            address.issue(
                "workbook.cell_kind",
                "warning",
                f"{len(odd)} cells are of another kind than their column; the first "
                f"{_MOST_CELLS_LISTED} are listed.",
                None,
                column_name(name),
            )
        )
    return pd.Series(texts, dtype="str")


def _odd_cell(cell: Any, dates: bool, facts: BookFacts) -> tuple[str | None, str]:
    """Return the text of a cell and what is odd about it ("" if nothing)."""
    if isinstance(cell, bool):
        text = "TRUE" if cell else "FALSE"
        return text, f"holds the truth value {text}"
    if isinstance(cell, dt.datetime):
        plain = cell.time() == dt.time()
        return (cell.date().isoformat() if plain else cell.isoformat()), ""
    if isinstance(cell, dt.date):
        return cell.isoformat(), ""
    if isinstance(cell, dt.time):
        return cell.isoformat(), f"holds the time {cell.isoformat()}"
    if isinstance(cell, dt.timedelta):
        return str(cell), f"holds the duration {cell}"
    if dates and isinstance(cell, float | int) and _SERIALS[0] <= cell <= _SERIALS[1]:
        day = (_EPOCH[facts.date1904] + dt.timedelta(days=int(cell))).date().isoformat()
        return day, f"holds the number {cell:g}, read as the date {day}"
    if dates and isinstance(cell, float | int):
        return _text(cell), f"holds the number {cell:g} where dates are expected"
    return _text(cell), ""


def _fault_issues(facts: BookFacts, address: _Address, grid: _Grid) -> list[Issue]:
    found = [f for f in facts.faults.get(address.sheet, ()) if f.row - 1 in set(grid.records)]
    issues = [
        address.issue(
            f.check,
            "warning",
            f"Cell {f.cell} {f.what}; it was taken as missing.",
            f.row,
            column_name(grid.names[f.column]) if f.column < len(grid.names) else "",
        )
        for f in found[:_MOST_CELLS_LISTED]
    ]
    if len(found) > _MOST_CELLS_LISTED:
        issues.append(
            address.issue(
                "workbook.cell_fault",
                "warning",
                f"{len(found)} cells hold errors or formulas without a value; the first "
                f"{_MOST_CELLS_LISTED} are listed.",
                None,
                "",
            )
        )
    return issues
