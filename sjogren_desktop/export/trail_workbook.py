"""The audit trail as an Excel workbook: texts only, as they stand in the trail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sjogren_desktop.export import sheets
from sjogren_desktop.export.book_file import book_file
from sjogren_desktop.export.files import write_contents_aside

_WIDTHS = (7, 26, 16, 24, 16, 24, 24, 24, 24, 26)


def write_trail(
    path: Path,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    title: str,
    notes: Sequence[str],
) -> None:
    """Write entries of an audit trail, one a row, with title and notes above them.

    Raises
    ------
    AnalysisError
        If the workbook cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Audit trail"
    for column in range(1, len(headers) + 1):
        width = _WIDTHS[column - 1] if column <= len(_WIDTHS) else 20
        sheet.column_dimensions[get_column_letter(column)].width = width
    last = len(headers)
    sheets.put_paragraph(sheet, 1, title, last_column=last, bold=True, size=12.0)
    for number, note in enumerate(notes, start=2):
        sheets.put_paragraph(sheet, number, note, last_column=last, color=sheets.FAINT)
    head = len(notes) + 3
    for column, header in enumerate(headers, start=1):
        cell = sheets.put_text(sheet, head, column, header, bold=True)
        cell.border = sheets.rule(top=True, bottom=True)
    for number, row in enumerate(rows, start=head + 1):
        for column, text in enumerate(row, start=1):
            if text:
                sheets.put_text(sheet, number, column, text, vertical="top", wrap=True)
    sheet.freeze_panes = sheet.cell(head + 1, 1).coordinate
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(last)}{head + max(1, len(rows))}"
    sheet.print_title_rows = f"{head}:{head}"
    written = f"{datetime.now():%Y-%m-%d %H:%M}"
    sheets.print_setup(sheet, left=title, centre="", footer_right=written)
    write_contents_aside(path, book_file(book))
