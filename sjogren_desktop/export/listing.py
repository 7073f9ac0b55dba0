"""Plain lists as a workbook: findings of an import, differences of two cuts.

Written row by row, so that a hundred thousand rows take seconds and little
memory. Texts stay texts, whatever they begin with.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sjogren_desktop import formats
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.sheets import clean_text, font, sheet_name
from sjogren_desktop.results import Progress, Value, no_progress

_EVERY = 500


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
        If the file cannot be written; an older file is then as it was.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    contents = io.BytesIO()
    try:
        for number, listing in enumerate(listings):
            sheet = book.create_sheet(sheet_name(listing.name, book.sheetnames))
            share = (number / len(listings), 0.9 / len(listings))
            _write(sheet, listing, share, progress)
        progress(0.95, "Writing the workbook")
    finally:
        # openpyxl complains when a sheet that was begun is not ended, Cancel or not.
        for sheet in book.worksheets:
            sheet.close()
    book.save(contents)
    write_contents_aside(path, contents.getvalue())


def _write(sheet: Any, listing: Listing, share: tuple[float, float], progress: Progress) -> None:
    from openpyxl.utils import get_column_letter

    for place, width in enumerate(listing.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A3"
    last = get_column_letter(len(listing.headers))
    sheet.auto_filter.ref = f"A2:{last}{len(listing.rows) + 2}"
    sheet.append([_cell(sheet, listing.title, bold=True)])
    sheet.append([_cell(sheet, h, bold=True) for h in listing.headers])
    for number, row in enumerate(listing.rows):
        if number % _EVERY == 0:
            done = share[0] + share[1] * number / len(listing.rows)
            progress(done, f"Writing {listing.name}")
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell

    plain = formats.plain(value)
    if not isinstance(plain, str):
        return WriteOnlyCell(sheet, value=plain)
    cell = WriteOnlyCell(sheet, value=clean_text(plain))
    if plain:
        cell.data_type = "s"  # openpyxl would make "=..." a formula and "#N/A" an error
    if bold:
        cell.font = font(bold=True)
    if plain.startswith(("=", "+", "-", "@", "\t", "\r")):
        cell.quotePrefix = True
    return cell
