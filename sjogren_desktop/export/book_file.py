"""The file of a workbook, made in memory.

openpyxl writes each sheet to a file of the temporary folder before it is packed. There
it would lie open to read, and stay if the program were ended at that moment. Here sheets
are packed while they are written; rows too many to be held as cells are given one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sjogren_desktop.results import Progress, no_progress, paced

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell


def book_file(
    book: Workbook,
    *,
    rows: Mapping[str, Iterable[Sequence[Cell]]] | None = None,
    complete: Callable[[str], object] = lambda name: None,
    progress: Progress = no_progress,
) -> bytes:
    """Return the contents of the file of a workbook.

    Parameters
    ----------
    book : Workbook
    rows : mapping, optional
        By the name of a sheet without cells, its rows from the first; they are taken one
        by one when the sheet is written, and let go of again.
    complete : callable
        Called with the name of each sheet before it is packed, to put there what is still
        to come.
    progress : callable
        Called for each sheet and now and then within it; what it raises passes through.
    """
    later = rows or {}
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    done = 0

    def watch() -> None:
        progress(done / len(book.worksheets), "Writing the workbook")

    class RowWriter(WorksheetWriter):
        """Writes the rows that are given instead of the cells of the sheet."""

        def write_dimensions(self: Any) -> None:
            """Leave out how large the sheet is, which is known at its end only."""

        def rows(self: Any) -> Any:
            return enumerate(later[self.ws.title], start=1)

    class CellWriter(WorksheetWriter):
        """Tells how far it is while it writes a sheet."""

        def rows(self: Any) -> Any:
            return paced(super().rows(), watch)

    class Writer(ExcelWriter):
        """Packs sheets from memory, and pictures as they are; otherwise as openpyxl (3.1)."""

        def _write_images(self: Any) -> None:
            # They are packed already, and would not become smaller.
            for image in self._images:
                watch()
                self._archive.writestr(image.path[1:], image._data(), ZIP_STORED)

        def write_worksheet(self: Any, ws: Any) -> None:
            nonlocal done
            watch()
            done += 1
            complete(ws.title)
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts = ws._charts
            ws._drawing.images = ws._images
            kind = RowWriter if ws.title in later else CellWriter
            with self._archive.open(ws.path[1:], "w", force_zip64=True) as out:
                writer: Any = kind(ws, out)
                try:
                    writer.write()
                finally:
                    writer.close()
            ws._rels = writer._rels
            self.manifest.append(ws)

    contents = BytesIO()
    with ZipFile(contents, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        Writer(book, archive).write_data()
    return contents.getvalue()
