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
import numpy.typing as npt
import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study.headers import unique_header
from sjogren_desktop.study.own_process import read_apart
from sjogren_desktop.study.raw import Declared, RawTable, RawTables
from sjogren_desktop.study.sheet_cells import Merged, Part, SheetCells, Words, is_blank
from sjogren_desktop.study.values import column_name, is_date_name, stays_text
from sjogren_desktop.study.wording import counted
from sjogren_desktop.study.workbook_faults import (
    BookFacts,
    cell_name,
    cell_text,
    odd_cell,
    read_facts,
)

_MOST_CELLS_LISTED = 50
_MOST_CELLS_NAMED = 12
_NUMBER_TEXT = re.compile(r"\s*[+-]?(?:\d+[.,]?\d*|[.,]\d+)\s*")
_MOST_HEADER_ROWS = 3
_LARGEST = 4 << 30
_SUSPECT_SIZE = 64 << 20
_SUSPECT_RATIO = 250
_SPACE, _SPACE_PER_BYTE = 3 << 29, 100
"""Bytes of memory that reading in a process of its own may take, and more for each of the file."""

_SECONDS_PER_MB = 10.0
"""Time for each megabyte of such a file, which may be packed to a twentieth."""


class _Grid(NamedTuple):
    """Where the table of a sheet stands: header names and the rows of its records."""

    names: list[str]
    records: npt.NDArray[np.int64]
    notes: list[str]


def read_workbook(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read every visible sheet of a workbook that holds a table.

    Raises
    ------
    AnalysisError
        If the workbook is damaged, protected by a password, or holds no table.
    """
    progress(0.02, Doing("Reading {name}", name=path.name))
    _refuse_bomb(path)
    if not _is_xlsx(path):
        memory = min(3 * _LARGEST, _SPACE + _SPACE_PER_BYTE * path.stat().st_size)
        tables = read_apart(
            __name__, path, memory=memory, seconds_per_mb=_SECONDS_PER_MB, progress=progress
        )
        if tables is None:
            raise AnalysisError(
                f"{path.name} could not be read as a workbook: it is damaged, or a cell stands far "
                "away from the others. Open it in a spreadsheet program and save it as XLSX."
            )
        return RawTables(*tables)
    with _no_panic_printed():
        return _read_book(path, progress)


def read_here(path: Path) -> tuple[tuple[RawTable, ...], tuple[Issue, ...]]:
    """Return the tables and issues of a workbook, read in this process."""
    found = _read_book(path, no_progress)
    return found.tables, found.issues


def _is_xlsx(path: Path) -> bool:
    """Return True for XLSX and XLSM, whose far cells are seen beforehand."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        # No archive, or a damaged one: the reader proper says what is wrong with it.
        return False


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


def _refuse_far_cell(cell: str, file: str, sheet: str) -> None:
    """Refuse a sheet with a lost cell: the library would make room for all cells up to it."""
    if cell:
        raise AnalysisError(
            f"{file} was not opened: on the sheet {sheet} the cell {cell} is in use, far away from "
            "the others. Delete the rows and columns behind the table in a spreadsheet program and "
            "save the file again."
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
        at = 0.05 + 0.8 * number / len(sheets)
        progress(at, Doing("Reading {name}, sheet {sheet}", name=path.name, sheet=meta.name))
        share = 0.8 / len(sheets)
        _refuse_far_cell(facts.far.get(meta.name, ""), path.name, meta.name)
        try:
            cells, wide, banded = _cells_of(book, meta.name, path.name, progress, (at, share))
        except (CalamineError, OSError, ValueError) as error:
            raise _unreadable(path, error) from error
        table, more = _read_sheet(cells, wide, banded, path.name, meta.name, facts)
        issues += more
        if table is not None:
            tables.append(table)
    if not tables:
        raise AnalysisError(
            f"{path.name} has no sheet with a table: a header row and records below it. "
            "Open the workbook and check that it is the right one."
        )
    return RawTables(tuple(tables), tuple(issues))


def _cells_of(
    book: CalamineWorkbook, sheet: str, file: str, progress: Progress, span: tuple[float, float]
) -> tuple[SheetCells, set[int], set[int]]:
    """Return the cells of a sheet, the rows that are one wide cell, and those with headings
    over several columns."""
    source = book.get_sheet_by_name(sheet)
    height, width = source.total_height, source.total_width
    at, share = span

    def tick(rows: int) -> None:
        progress(
            at + share * rows / max(1, height),
            Doing("Reading {name}, sheet {sheet}", name=file, sheet=sheet),
        )

    ranges = [Merged(*first, *last) for first, last in source.merged_cell_ranges or []]
    merged = [m for m in ranges if m.top < height and m.left < width]
    wide = {m.top for m in merged if m.left == 0 and m.right >= width - 1 and width > 2}
    filled = [m for m in merged if not (m.left == 0 and m.right >= width - 1 and width > 2)]
    left = source.start[1] if source.start else 0
    cells = SheetCells(source.iter_rows(), left, filled, tick)
    return cells, wide, {m.top for m in filled if m.right > m.left}


def _read_sheet(
    cells: SheetCells,
    wide: set[int],
    banded: set[int],
    file: str,
    sheet: str,
    facts: BookFacts,
) -> tuple[RawTable | None, list[Issue]]:
    grid = _find_table(cells, wide, banded)
    if grid is None:
        if cells.filled.any():
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
    address = _Address(file, sheet, grid.records + 1)
    columns = {
        position: _column(
            name, position, cells.column(position, grid.records), address, facts, issues
        )
        for position, name in enumerate(names)
    }
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


def _find_table(cells: SheetCells, wide: set[int], banded: set[int]) -> _Grid | None:
    """Find the header row and the records below it."""
    filled = cells.filled
    own = np.ones(cells.height, dtype=bool)
    own[list(wide)] = False
    width = int(filled[:1000][own[:1000]].max(initial=0))
    if width == 0:
        return None
    need = 1 if width == 1 else max(2, (width + 1) // 2)
    heading = (filled > 0) & (cells.worded == filled)
    tops = np.flatnonzero(own & heading & (filled >= need))
    if not tops.size:
        return None
    top = int(tops[0])
    header = [top]
    while (
        len(header) < _MOST_HEADER_ROWS
        and header[-1] in banded
        and header[-1] + 1 < cells.height
        and heading[header[-1] + 1]
    ):
        header.append(header[-1] + 1)
    own[: header[-1] + 1] = False
    records = np.flatnonzero(own & (filled > 0))
    if width >= 3:
        # A row of one cell below the last record is a footnote.
        whole = np.flatnonzero(filled[records] > 1)
        records = records[: whole[-1] + 1] if whole.size else records[:0]
    if not records.size:
        return None
    outside = np.flatnonzero(filled > 0)
    outside = outside[(outside < top) | (outside > records[-1])]
    notes = [f"row {i + 1} ({_first_word(cells.row(int(i)))!r})" for i in outside[:5]]
    rows = [cells.row(h) for h in header]
    return _Grid([_joined(parts) for parts in zip(*rows, strict=True)], records, notes)


def _first_word(row: Sequence[Any]) -> str:
    return next(str(c) for c in row if not is_blank(c))[:60]


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
    part: Part,
    address: _Address,
    facts: BookFacts,
    issues: list[Issue],
) -> pd.Series:
    """Return a column of cells as numbers, dates or text."""
    if isinstance(part, np.ndarray):
        if not is_date_name(column_name(name)) or not np.isnan(part).any():
            return pd.Series(part)
        part = ["" if cell != cell else cell for cell in part.tolist()]
    if isinstance(part, Words):
        _report_number_texts(name, position, part, address, issues)
        texts = pd.Series([text or None for text in part.texts], dtype="str")
        return texts.take(part.codes).reset_index(drop=True)
    cells: Sequence[Any] = part
    kinds = set(map(type, cells)) - {type(None)}
    if kinds <= {str}:
        _report_number_texts(name, position, cells, address, issues)
        return pd.Series([c or None for c in cells], dtype="str")
    if kinds <= {float, int, str} and (not is_date_name(column_name(name))):
        if {c for c in cells if isinstance(c, str)} == {""}:
            return pd.Series([np.nan if c == "" else c for c in cells], dtype=float)
        _report_number_texts(name, position, cells, address, issues)
        return pd.Series([cell_text(c) for c in cells], dtype="str")
    if kinds <= {dt.date, dt.datetime, str} and {c for c in cells if type(c) is str} <= {""}:
        return pd.Series([None if c == "" else c for c in cells]).astype("datetime64[us]")
    _report_number_texts(name, position, cells, address, issues)
    return _mixed(name, position, cells, address, facts, issues)


def _report_number_texts(
    name: str, position: int, cells: Words | Sequence[Any], address: _Address, issues: list[Issue]
) -> None:
    """Name the cells whose numbers are stored as text; they are read as numbers."""
    if stays_text(column_name(name)) or is_date_name(column_name(name)):
        return
    if isinstance(cells, Words):
        alike = np.array([bool(_NUMBER_TEXT.fullmatch(text)) for text in cells.texts])
        found = address.rows[alike[cells.codes]].tolist()
    else:
        distinct = {c for c in set(cells) if isinstance(c, str) and _NUMBER_TEXT.fullmatch(c)}
        found = [int(address.rows[i]) for i, c in enumerate(cells) if distinct and c in distinct]
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
        text, finding = odd_cell(cell, dates, facts)
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


def _fault_issues(facts: BookFacts, address: _Address, grid: _Grid) -> list[Issue]:
    faults = facts.faults.get(address.sheet, ())
    records = set((grid.records + 1).tolist()) if faults else set()
    found = [f for f in faults if f.row in records]
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
