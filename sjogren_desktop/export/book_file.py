"""The file of a workbook, made in memory.

openpyxl writes each sheet to a file of the temporary folder before it is packed. There
it would lie open to read, and stay if the program were ended at that moment.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sjogren_desktop.results import Progress, no_progress

if TYPE_CHECKING:
    from openpyxl import Workbook


def book_file(book: Workbook, *, progress: Progress = no_progress) -> bytes:
    """Return the contents of the file of a workbook whose sheets are in memory.

    ``progress`` is called for each sheet; what it raises passes through.
    """
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    done = 0

    class Writer(ExcelWriter):
        """Packs sheets from memory, and pictures as they are; otherwise as openpyxl (3.1)."""

        def _write_images(self: Any) -> None:
            # They are packed already, and would not become smaller.
            for image in self._images:
                self._archive.writestr(image.path[1:], image._data(), ZIP_STORED)

        def write_worksheet(self: Any, ws: Any) -> None:
            nonlocal done
            progress(done / len(book.worksheets), "Writing the workbook")
            done += 1
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts = ws._charts
            ws._drawing.images = ws._images
            out = BytesIO()
            writer: Any = WorksheetWriter(ws, out)
            writer.write()
            ws._rels = writer._rels
            self._archive.writestr(ws.path[1:], out.getvalue())
            self.manifest.append(ws)

    contents = BytesIO()
    with ZipFile(contents, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        Writer(book, archive).write_data()
    return contents.getvalue()
