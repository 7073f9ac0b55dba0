"""Plain lists as a workbook: findings of an import, differences of two cuts.

Written row by row into the packed file, so that a hundred thousand rows take little
memory and no file beside it. Texts stay texts, whatever they begin with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.export.book_file import book_file
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.sheets import fill_number, fill_text, font, sheet_name
from sjogren_desktop.results import AnalysisError, Doing, Progress, Value, no_progress

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_EVERY = 500
_MOST_ROWS = 1_048_576  # of a sheet of .xlsx


@dataclass(frozen=True)
class Listing:
    """One list: the name of its sheet, what stands above it, its headers and rows."""

    name: str
    title: str
    headers: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    widths: tuple[float, ...] = ()


def write_listings(
    path: Path, listings: Sequence[Listing], *, progress: Progress = no_progress
) -> None:
    """Write lists as the sheets of a workbook.

    Raises
    ------
    AnalysisError
        If a list is longer than a sheet can be, or the file cannot be written; an
        older file is then as it was.
    """
    for listing in listings:
        if len(listing.rows) + 2 > _MOST_ROWS:
            raise AnalysisError(
                f"{listing.name} would take {len(listing.rows) + 2:,} rows, and a sheet holds "
                f"{_MOST_ROWS:,}. Filter or divide the list, and write it again."
            )
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    rows = {}
    for number, listing in enumerate(listings):
        sheet = book.create_sheet(sheet_name(listing.name, book.sheetnames))
        for place, width in enumerate(listing.widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = "A3"
        last = get_column_letter(len(listing.headers))
        sheet.auto_filter.ref = f"A2:{last}{len(listing.rows) + 2}"
        share = (0.9 * number / len(listings), 0.9 / len(listings))
        rows[sheet.title] = _rows(sheet, listing, share, progress)
    contents = book_file(book, rows=rows)
    progress(0.95, "Writing the workbook")
    write_contents_aside(path, contents)


def _rows(
    sheet: Worksheet, listing: Listing, share: tuple[float, float], progress: Progress
) -> Iterator[list[Cell]]:
    """Yield title, headers and rows as cells."""
    yield [_cell(sheet, 1, 1, listing.title, bold=True)]
    yield [_cell(sheet, 2, place, h, bold=True) for place, h in enumerate(listing.headers, start=1)]
    for number, row in enumerate(listing.rows):
        if number % _EVERY == 0:
            done = share[0] + share[1] * number / len(listing.rows)
            progress(done, Doing("Writing {name}", name=listing.name))
        yield [_cell(sheet, number + 3, place, value) for place, value in enumerate(row, start=1)]


def _cell(sheet: Worksheet, row: int, column: int, value: Value, *, bold: bool = False) -> Cell:
    """Return a cell that is not among those the sheet keeps."""
    from openpyxl.cell import Cell

    plain = formats.plain(value)
    cell = Cell(sheet, row=row, column=column)
    if isinstance(plain, str):
        fill_text(sheet, cell, plain, font(bold=bold))
    elif plain is not None:
        fill_number(cell, plain)
    return cell
