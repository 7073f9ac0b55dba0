"""Results as one Excel workbook.

The first sheet lists what is in it. Each result then has two sheets: one to
read, with the text exactly as the window shows it, footnotes, notes, method
card and figures; and its numeric twin, in which every number stands alone in a
cell at full precision, in the same rows. A sheet of methods for all results
closes the workbook. Where a result is not estimable, the sheet to read says NE
and the twin is empty.

Printed, each sheet is as wide as a landscape page; the title block, and with a
single long table also the table's head, repeat on every page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop import __version__
from sjogren_desktop.export.book_file import book_file
from sjogren_desktop.export.caption import marks
from sjogren_desktop.export.displays import Run, marks_of
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.house import House
from sjogren_desktop.export.result_sheets import place_pictures, write_result_sheets
from sjogren_desktop.export.sheets import (
    FAINT,
    LINE_POINTS,
    WARNING,
    lines_of,
    link,
    print_setup,
    put_text,
    put_value,
    rule,
    set_width,
    sheet_name,
)
from sjogren_desktop.export.versions import versions
from sjogren_desktop.formats import HOUSE, NumberStyle, notation
from sjogren_desktop.results import Progress, Result, Watch, no_progress

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Pictures = Callable[[int], Sequence[bytes]]
"""Called with the number of a result, from 0; returns its figures as PNG files."""


def no_pictures(number: int) -> Sequence[bytes]:
    """Return none: a workbook of tables only."""
    return ()


CONTENTS, METHODS = "Contents", "Methods"

_WIDTHS = (4.0, 14.0, 18.0, 40.0, 32.0, 12.0, 11.0, 52.0)  # of the contents, in characters


def write_workbook(
    path: Path,
    results: Sequence[Result],
    *,
    pictures: Pictures = no_pictures,
    style: House | None = None,
    run: Run | None = None,
    progress: Progress = no_progress,
) -> None:
    """Write results into a workbook.

    Parameters
    ----------
    path : Path
        Ends in ``.xlsx``.
    results : sequence of Result
    pictures : callable
        Asked for the drawn figures of a result when its sheet is packed, one result after
        the other, so that they can be drawn while all sheets are laid out and the first
        are packed.
    style : House, optional
        How numbers are written; by default as the sponsor does.
    run : Run, optional
        Time and marks printed on the sheets; by default this moment, no marks.
    progress : callable
        Called for each result laid out (to 0.4) and each sheet packed.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    run = run or Run(datetime.now().astimezone())
    numbers = style.numbers if style else HOUSE
    book, names = _book(results, run, numbers, progress)

    def complete(sheet: str) -> None:
        if sheet in names:
            place_pictures(book[sheet], pictures(names.index(sheet)))

    contents = book_file(
        book, complete=complete, progress=lambda f, text: progress(0.4 + 0.6 * f, text)
    )
    write_contents_aside(path, contents, partial(progress, 1.0, "Writing the workbook"))


def _book(
    results: Sequence[Result], run: Run, numbers: NumberStyle, progress: Progress
) -> tuple[Workbook, list[str]]:
    """Return the workbook without figures, and the names of the sheets they belong on."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = "Results of " + ", ".join(dict.fromkeys(r.study for r in results))
    book.properties.creator = f"Sjögren Desktop {__version__}"
    book.properties.created = book.properties.modified = run.written.astimezone(UTC).replace(
        tzinfo=None
    )
    contents = book.active
    assert contents is not None  # a new workbook has one sheet
    contents.title = CONTENTS
    names: list[tuple[str, str]] = []
    for number, result in enumerate(results):
        watch = partial(progress, 0.4 * number / len(results), "Laying out the workbook")
        watch()
        display = book.create_sheet(
            sheet_name(f"{number + 1} {result.study} {result.analysis}", book.sheetnames)
        )
        twin = book.create_sheet(sheet_name(f"{number + 1} Numbers", book.sheetnames))
        names.append((display.title, twin.title))
        write_result_sheets(display, twin, result, run, numbers, watch=watch)
    _write_methods(
        book.create_sheet(METHODS), results, run, partial(progress, 0.4, "Laying out the workbook")
    )
    _write_contents(contents, results, names, run)
    return book, [name for name, _ in names]


def _write_contents(
    sheet: Worksheet, results: Sequence[Result], names: Sequence[tuple[str, str]], run: Run
) -> None:
    mark = marks_of(run, results)
    for column, width in enumerate(_WIDTHS, start=1):
        set_width(sheet, column, width)
    put_text(sheet, 1, 1, "Contents", bold=True, size=12)
    put_text(sheet, 2, 1, f"Sjögren Desktop {__version__}, written {run.stamp}", color=FAINT)
    if mark:
        put_text(sheet, 3, 1, f"{mark}: see the column Data", bold=True, color=WARNING)
    head = 5
    titles = ("", "Study", "Population", "Title", "Tables", "Numbers", "Data", "Main finding")
    for column, title in enumerate(titles, start=1):
        put_text(sheet, head, column, title, bold=True).border = rule(top=True, bottom=True)
    for number, (result, (display, twin)) in enumerate(zip(results, names, strict=True)):
        row = head + 1 + number
        put_value(sheet, row, 1, number + 1, align="left")
        texts = (result.study, result.population, result.title)
        for column, text in enumerate(texts, start=2):
            put_text(sheet, row, column, text, wrap=True)
        link(put_text(sheet, row, 5, display), display)
        link(put_text(sheet, row, 6, twin), twin)
        data = ", ".join(m.lower().removesuffix(" data") for m, _ in marks(result))
        put_text(sheet, row, 7, data, color=WARNING, wrap=True)
        put_text(sheet, row, 8, result.summary, wrap=True)
        shown = [*zip(texts, _WIDTHS[1:4], strict=True), (data, _WIDTHS[6])]
        shown.append((result.summary, _WIDTHS[7]))
        tallest = max(lines_of(text, width) for text, width in shown)
        sheet.row_dimensions[row].height = 3.0 + tallest * LINE_POINTS
    row = head + 1 + len(results)
    link(put_text(sheet, row + 1, 2, METHODS), METHODS)
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    print_setup(sheet, left=CONTENTS, centre=mark, footer_right=run.stamp)


def _write_methods(sheet: Worksheet, results: Sequence[Result], run: Run, watch: Watch) -> None:
    """Write method card, options and versions, enough to repeat every run."""
    for column, width in enumerate((28, 96), start=1):
        set_width(sheet, column, width)
    put_text(sheet, 1, 1, "Methods", bold=True, size=12)
    row = 3
    for number, result in enumerate(results, start=1):
        watch()
        title = f"{number}  {result.title} ({result.study}, {result.population})"
        put_text(sheet, row, 1, title, bold=True)
        row = _write_pairs(sheet, row + 1, [*result.estimand, *result.method])
        put_text(sheet, row, 1, f"Options of {result.analysis}, as in an options file", color=FAINT)
        row = _write_pairs(
            sheet, row + 1, [(key, notation(value)) for key, value in result.options.items()]
        )
        row += 1
    put_text(sheet, row, 1, "Versions", bold=True)
    row = _write_pairs(sheet, row + 1, versions())
    if run.inputs:
        put_text(sheet, row + 1, 1, "Fingerprints of the input files (SHA-256)", bold=True)
        _write_pairs(sheet, row + 2, list(run.inputs.items()))
    sheet.print_title_rows = "1:1"
    print_setup(sheet, left=METHODS, centre=marks_of(run, results), footer_right=run.stamp)


def _write_pairs(sheet: Worksheet, row: int, pairs: Sequence[tuple[str, str]]) -> int:
    for name, value in pairs:
        put_text(sheet, row, 1, name, wrap=True, indent=1)
        put_text(sheet, row, 2, value, wrap=True)
        tallest = max(lines_of(name, 26), lines_of(value, 96))
        sheet.row_dimensions[row].height = 1.5 + tallest * LINE_POINTS
        row += 1
    return row
