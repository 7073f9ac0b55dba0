"""The two sheets of one result: the one to read, and its numeric twin.

Both have their tables in the same rows. In the sheet to read the texts are
exactly those of the window, right-aligned so that decimal points stand under
each other; in the twin every number is alone in its cell, at full precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.export.caption import marks
from sjogren_desktop.export.displays import Run, marks_of
from sjogren_desktop.export.grid import divided_heads, room_behind
from sjogren_desktop.export.sheets import (
    FAINT,
    LINE_POINTS,
    WARNING,
    lines_of,
    print_setup,
    put_paragraph,
    put_text,
    put_value,
    rule,
    set_width,
    text_width,
    width_of,
)
from sjogren_desktop.formats import NumberStyle
from sjogren_desktop.results import Result, Row, Table, Value, Watch, paced, unwatched

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PICTURE_WIDTH_MM = 170.0

_LEAST_WIDTH = 96.0  # characters a paragraph is broken at, at the least
_PIXELS_A_MM = 96 / 25.4
_ROW_POINTS = 15.0
_TALLEST_PICTURE_MM = 132.0  # what a landscape page leaves below the title block
_PAGE_WIDTH, _PAGE_HEIGHT = 770.0, 480.0  # A4 across within its margins, in points
_PAGE_ROWS = 30  # rows of a table that surely fit on one page


def write_result_sheets(
    display: Worksheet,
    twin: Worksheet,
    result: Result,
    run: Run,
    numbers: NumberStyle = formats.HOUSE,
    *,
    watch: Watch = unwatched,
) -> None:
    """Write the tables of a result into both sheets, row beside row."""
    for column, width in enumerate(_display_widths(result, numbers, watch), start=1):
        set_width(display, column, width)
    for column, width in enumerate(_twin_widths(result, watch), start=1):
        set_width(twin, column, width)
    last = _last_column(display)
    row = max(
        _title_block(display, result, last, run), _title_block(twin, result, last, run, twin=True)
    )
    block_end = row - 1
    page, used = _page_points(display, last, block_end), 0.0
    for number, table in enumerate(result.tables):
        first = row
        for sheet in (display, twin):
            put_text(sheet, row, 1, table.title, bold=True)
        body = row + 1 + _head_rows(table)
        _write_head(display, table, row + 1)
        _write_twin_head(twin, table, body - 1)
        _write_body(display, table, body, numbers, watch)
        _write_twin_body(twin, table, body, watch)
        if number == 0:
            alone = len(result.tables) == 1
            for sheet in (display, twin):
                top = body if alone else block_end + 1
                sheet.freeze_panes = sheet.cell(top, len(table.row_headers) + 1).coordinate
                # Excel repeats the same rows on all pages, so the head of a table that
                # fits on one page would only stand above the figures.
                repeated = body - 1 if alone and len(table.rows) > _PAGE_ROWS else block_end
                sheet.print_title_rows = f"1:{repeated}"
        row = body + len(table.rows)
        for note in table.footnotes:
            put_paragraph(display, row, note, last_column=last, color=FAINT)
            row += 1
        row += 1
        taken = _points(display, first, row - 1)
        if used and used + taken > page:
            _break_page(display, first - 1)
            used = 0.0
        used += taken
    _write_notes(display, result, row, last)
    for sheet in (display, twin):
        mark = marks_of(run, [result])
        print_setup(sheet, left=result.study, centre=mark, footer_right=run.stamp)


def _page_points(sheet: Worksheet, last: int, block_end: int) -> float:
    """Return the height, in points of the sheet, that a page leaves below the title block."""
    # Excel measures a width of c characters as 7 c + 5 pixels of its default font.
    wide = sum((7 * width_of(sheet, column) + 5) * 0.75 for column in range(1, last + 1))
    return _PAGE_HEIGHT / min(1.0, _PAGE_WIDTH / wide) - _points(sheet, 1, block_end)


def _points(sheet: Worksheet, first: int, last: int) -> float:
    """Return the height of rows in points."""
    return sum(sheet.row_dimensions[row].height or _ROW_POINTS for row in range(first, last + 1))


def _title_block(
    sheet: Worksheet, result: Result, last: int, run: Run, *, twin: bool = False
) -> int:
    """Write study, population, title and mark; return the row of the first table."""
    lines = [(result.study, True, "000000"), (f"Population: {result.population}", False, "000000")]
    lines.append((result.title + (" (numbers at full precision)" if twin else ""), True, "000000"))
    lines += [(mark, True, WARNING) for mark in run.marks]
    lines += [(f"{mark}: {says}", True, WARNING) for mark, says in marks(result)]
    for row, (text, bold, color) in enumerate(lines, start=1):
        if twin:
            put_text(sheet, row, 1, text, bold=bold, color=color)
        else:
            put_paragraph(sheet, row, text, last_column=last, bold=bold, color=color)
    return len(lines) + 2


def _head_rows(table: Table) -> int:
    return 2 if any(above for above, _ in divided_heads(table)) else 1


def _write_head(sheet: Worksheet, table: Table, row: int) -> None:
    heads = divided_heads(table)
    labels = len(table.row_headers)
    own = row + _head_rows(table) - 1
    first = 0
    while own > row and first < len(heads):
        above = heads[first][0]
        end = first
        while above and end + 1 < len(heads) and heads[end + 1][0] == above:
            end += 1
        put_text(sheet, row, labels + first + 1, above, bold=True, align="center", wrap=True)
        if end > first:
            sheet.merge_cells(
                start_row=row,
                start_column=labels + first + 1,
                end_row=row,
                end_column=labels + end + 1,
            )
        first = end + 1
    for column, header in enumerate(table.row_headers, start=1):
        put_text(sheet, own, column, header, bold=True, wrap=True, vertical="bottom")
    for column, (_, header) in enumerate(heads, start=labels + 1):
        put_text(sheet, own, column, header, bold=True, align="right", vertical="bottom", wrap=True)
    for column in range(1, labels + len(heads) + 1):
        sheet.cell(row, column).border = rule(top=True, bottom=row == own)
        if own > row:
            sheet.cell(own, column).border = rule(bottom=True)
    _set_head_heights(sheet, heads, row, own, labels)


def _set_head_heights(
    sheet: Worksheet, heads: Sequence[tuple[str, str]], row: int, own: int, labels: int
) -> None:
    if own > row:
        groups: dict[str, float] = {}
        for column, (above, _) in enumerate(heads, start=labels + 1):
            groups[above] = groups.get(above, 0.0) + width_of(sheet, column)
        lines = max(lines_of(above, width) for above, width in groups.items())
        sheet.row_dimensions[row].height = 3.0 + lines * LINE_POINTS
    own_heads = [(own_head, labels + place + 1) for place, (_, own_head) in enumerate(heads)]
    lines = max((lines_of(head, width_of(sheet, c)) for head, c in own_heads), default=1)
    sheet.row_dimensions[own].height = 3.0 + lines * LINE_POINTS


def _write_body(
    sheet: Worksheet, table: Table, first: int, numbers: NumberStyle, watch: Watch
) -> None:
    texts = [[formats.cell(c, numbers) for c in row.cells] for row in paced(table.rows, watch)]
    for place, row in enumerate(paced(table.rows, watch)):
        for column, label in enumerate(row.labels, start=1):
            indent = row.indent if column == 1 else 0
            put_text(sheet, first + place, column, label, wrap=True, indent=indent)
        tallest = max(
            (
                lines_of(text, width_of(sheet, c) - row.indent)
                for c, text in enumerate(row.labels, 1)
            ),
            default=1,
        )
        sheet.row_dimensions[first + place].height = 3.5 + tallest * LINE_POINTS
    for column in range(len(table.columns)):
        shown = [row[column] for row in texts]
        rooms = room_behind(shown)
        for place, (text, behind) in enumerate(paced(zip(shown, rooms, strict=True), watch)):
            at = len(table.row_headers) + column + 1
            cell = put_text(sheet, first + place, at, text, align="right")
            cell.number_format = "@" + "".join(f"_{character}" for character in behind)
    if table.rows:
        for column in range(1, len(table.row_headers) + len(table.columns) + 1):
            sheet.cell(first + len(table.rows) - 1, column).border = rule(bottom=True)


def _twin_columns(table: Table) -> list[tuple[int, str, int, str]]:
    """Return (column, statistic, its repetition within a cell, header) of the twin."""
    heads = [" ".join(column.header.split()) for column in table.columns]
    found: dict[tuple[int, str, int], None] = {}
    for column in range(len(table.columns)):
        for row in table.rows:
            for name, repetition, _ in _stats(row, column):
                found.setdefault((column, name, repetition))
    return [
        (column, name, again, f"{heads[column]} | {name}" + (f" ({again + 1})" if again else ""))
        for column, name, again in found
    ]


def _stats(row: Row, column: int) -> list[tuple[str, int, Value]]:
    """Return (name, repetition, value) of each number of a cell."""
    cell = row.cells[column]
    seen: dict[str, int] = {}
    numbers = []
    for stat in cell.stats if cell else ():
        numbers.append((stat.name, seen.get(stat.name, 0), stat.value))
        seen[stat.name] = seen.get(stat.name, 0) + 1
    return numbers


def _keys(table: Table) -> list[str]:
    """Return the names of the rows' keys, in order of appearance."""
    return list(dict.fromkeys(name for row in table.rows for name in row.key))


def _twin_headers(table: Table) -> list[str]:
    return [*table.row_headers, *_keys(table), *(head for *_, head in _twin_columns(table))]


def _write_twin_head(sheet: Worksheet, table: Table, row: int) -> None:
    headers = _twin_headers(table)
    for column, header in enumerate(headers, start=1):
        cell = put_text(sheet, row, column, header, bold=True, wrap=True)
        cell.border = rule(top=True, bottom=True)
    lines = max((lines_of(h, width_of(sheet, c)) for c, h in enumerate(headers, 1)), default=1)
    sheet.row_dimensions[row].height = 3.0 + lines * LINE_POINTS


def _write_twin_body(sheet: Worksheet, table: Table, first: int, watch: Watch) -> None:
    keys, columns = _keys(table), _twin_columns(table)
    for at, row in enumerate(paced(table.rows, watch), start=first):
        for column, label in enumerate(row.labels, start=1):
            put_text(sheet, at, column, label, indent=row.indent if column == 1 else 0)
        column = len(row.labels)
        for key in keys:
            column += 1
            put_value(sheet, at, column, row.key.get(key))
        values = {
            (place, name, again): value
            for place in range(len(table.columns))
            for name, again, value in _stats(row, place)
        }
        for place, name, again, _ in columns:
            column += 1
            put_value(sheet, at, column, values.get((place, name, again)))


def _display_widths(result: Result, numbers: NumberStyle, watch: Watch) -> list[float]:
    widths: list[float] = []
    for table in result.tables:
        texts = [
            [h, *(row.labels[i] + "  " * row.indent for row in table.rows)]
            for i, h in enumerate(table.row_headers)
        ]
        for column, (_, own) in enumerate(divided_heads(table)):
            rows = paced(table.rows, watch)
            shown = (formats.cell(row.cells[column], numbers) for row in rows)
            texts.append([_narrow(own), *shown])
        fitting = [text_width(column, least=8.0) for column in texts]
        _widen_for_spans(fitting, table)
        widths = [max(pair) for pair in zip_longest(widths, fitting, fillvalue=0.0)]
    return widths or [_LEAST_WIDTH]


def _narrow(head: str) -> str:
    """Return a column's head broken as it may be, so that it does not set the width alone."""
    return "\n".join(wrap(head, 11, break_long_words=False, break_on_hyphens=False))


def _widen_for_spans(widths: list[float], table: Table) -> None:
    """Widen the columns of a group until its head's longest word fits."""
    heads = divided_heads(table)
    for above in {above for above, _ in heads if above}:
        members = [len(table.row_headers) + i for i, (a, _) in enumerate(heads) if a == above]
        longest = max(len(word) for word in above.split()) + 2.0
        lacking = longest - sum(widths[i] for i in members)
        for i in members:
            widths[i] += max(0.0, lacking / len(members))


def _twin_widths(result: Result, watch: Watch) -> list[float]:
    widths: list[float] = []
    for table in result.tables:
        watch()
        labels = [
            text_width([h, *(row.labels[i] for row in table.rows)])
            for i, h in enumerate(table.row_headers)
        ]
        keys = [
            text_width([k, *(str(row.key.get(k, "")) for row in table.rows)], most=30.0)
            for k in _keys(table)
        ]
        fitting = [*labels, *keys, *(14.0 for _ in _twin_columns(table))]
        widths = [max(pair) for pair in zip_longest(widths, fitting, fillvalue=0.0)]
    return widths


def _last_column(sheet: Worksheet) -> int:
    """Return the column up to which paragraphs run: that of the tables, or further."""
    last, room = 0, 0.0
    while last < len(sheet.column_dimensions) or room < _LEAST_WIDTH:
        last += 1
        if last > len(sheet.column_dimensions):
            set_width(sheet, last, 10.0)
        room += width_of(sheet, last)
    return last


def _write_notes(sheet: Worksheet, result: Result, row: int, last: int) -> None:
    """Write summary, estimand, notes and method card below the tables."""
    for heading, lines in (
        ("Main finding", [result.summary] if result.summary else []),
        ("Estimand", [f"{name}: {value}" for name, value in result.estimand]),
        ("Notes", list(result.notes)),
        ("Method", [f"{name}: {value}" for name, value in result.method]),
    ):
        if lines:
            put_paragraph(sheet, row, heading, last_column=last, bold=True)
            for line in lines:
                row += 1
                put_paragraph(sheet, row, line, last_column=last)
            row += 2


def place_pictures(sheet: Worksheet, pictures: Sequence[bytes]) -> None:
    """Place figures (PNG files) below everything else, each on a page of its own."""
    from openpyxl.drawing.image import Image

    row = sheet.max_row + 2
    for picture in pictures:
        _break_page(sheet, row - 1)
        image = Image(BytesIO(picture))
        height_mm = min(_TALLEST_PICTURE_MM, PICTURE_WIDTH_MM * image.height / image.width)
        width_mm = height_mm * image.width / image.height
        image.width, image.height = round(width_mm * _PIXELS_A_MM), round(height_mm * _PIXELS_A_MM)
        sheet.add_image(image, f"A{row}")
        covered = -(-image.height * 72 // 96 // int(_ROW_POINTS)) + 2
        for under in range(row, row + covered):
            sheet.row_dimensions[under].height = _ROW_POINTS
        row += covered


def _break_page(sheet: Worksheet, row: int) -> None:
    from openpyxl.worksheet.pagebreak import Break

    sheet.row_breaks.append(Break(id=row))
