"""Cells of a workbook: text that stays text, numbers in full, and their look.

openpyxl is imported in the functions that use it, since nothing needs it before
something is exported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

from sjogren_desktop import __version__, formats
from sjogren_desktop.results import Value

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Alignment, Border, Font
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    SheetCell = Cell | MergedCell

FONT = "Arial"  # its digits all have one width, and every office program has or replaces it
SIZE = 9.0
LINE_POINTS = 12.0  # height of a line of text of this size
WARNING = "A32A00"
FAINT = "595959"
LINK = "0050A0"

Align = Literal["left", "center", "right"]
VerticalAlign = Literal["top", "center", "bottom"]

_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_CHARACTERS = 32_767  # in a cell


@cache
def font(*, bold: bool = False, color: str = "000000", size: float = SIZE) -> Font:
    """Return the house font; the same object for the same look, since making one is slow."""
    from openpyxl.styles import Font

    return Font(name=FONT, size=size, bold=bold, color=color)


@cache
def _alignment(align: Align, vertical: VerticalAlign, wrap: bool, indent: int) -> Alignment:
    from openpyxl.styles import Alignment

    return Alignment(horizontal=align, vertical=vertical, wrap_text=wrap, indent=indent)


class _Looks:
    """The looks of cells of one workbook, found by what they are made of.

    openpyxl compares fonts and alignments with all it has at every cell; copying
    the look of an earlier cell takes a tenth of the time.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], StyleArray] = {}

    def give(self, cell: SheetCell, font: Font, alignment: Alignment, quoted: bool) -> None:
        key = (id(font), id(alignment), quoted)  # fonts and alignments are kept by the caches above
        known = self._known.get(key)
        if known is None:
            cell.font, cell.alignment = font, alignment
            if quoted:
                cell.quotePrefix = True
            self._known[key] = copy(cell._style)  # type: ignore[union-attr]
        else:
            cell._style = copy(known)  # type: ignore[union-attr]


_looks: WeakKeyDictionary[Workbook, _Looks] = WeakKeyDictionary()


def _dress(
    sheet: Worksheet, cell: SheetCell, font: Font, alignment: Alignment, *, quoted: bool = False
) -> None:
    book = sheet.parent
    assert book is not None
    found = _looks.get(book)
    if found is None:
        found = _looks[book] = _Looks()
    found.give(cell, font, alignment, quoted)


def clean_text(text: str) -> str:
    """Return a text as a cell can hold it: without control characters, not too long."""
    return _CONTROLS.sub(" ", text)[:_MOST_CHARACTERS]


def put_text(
    sheet: Worksheet,
    row: int,
    column: int,
    text: str,
    *,
    bold: bool = False,
    color: str = "000000",
    size: float = SIZE,
    align: Align = "left",
    vertical: VerticalAlign = "center",
    wrap: bool = False,
    indent: int = 0,
) -> SheetCell:
    """Write a text as text, whatever it begins with.

    A text such as ``=1+1`` or ``-1.3 (0.2)`` is stored as a string with Excel's
    quote mark, so it neither is nor becomes a formula when the cell is edited.
    """
    cell = sheet.cell(row, column)
    look = font(bold=bold, color=color, size=size)
    fill_text(sheet, cell, text, look, _alignment(align, vertical, wrap, indent))
    return cell


def fill_text(
    sheet: Worksheet,
    cell: SheetCell,
    text: str,
    look: Font | None = None,
    alignment: Alignment | None = None,
) -> None:
    """Write a text into a cell, which may be one that the sheet does not keep."""
    cell.value = clean_text(text)
    if text:
        cell.data_type = "s"  # openpyxl would make "=..." a formula and "#N/A" an error
    quoted = text.startswith(("=", "+", "-", "@", "\t", "\r"))
    placed = alignment or _alignment("left", "center", False, 0)
    _dress(sheet, cell, look or font(), placed, quoted=quoted)


def put_value(
    sheet: Worksheet, row: int, column: int, value: Value, *, align: Align = "right"
) -> SheetCell:
    """Write a number at full precision, a text as text, and nothing where there is neither."""
    plain = formats.plain(value)
    if isinstance(plain, str):
        return put_text(sheet, row, column, plain)
    cell = sheet.cell(row, column)
    _dress(sheet, cell, font(), _alignment(align, "center", False, 0))
    if plain is not None:
        fill_number(cell, plain)
    return cell


def fill_number(cell: SheetCell, number: float) -> None:
    """Write a number at full precision.

    openpyxl writes floats with 16 digits, which loses the last bit of some; the
    shortest text that reads back as the same float loses none.
    """
    cell.value = repr(number)
    cell.data_type = "n"


def put_paragraph(
    sheet: Worksheet,
    row: int,
    text: str,
    *,
    last_column: int,
    bold: bool = False,
    color: str = "000000",
    size: float = SIZE,
) -> None:
    """Write a text over the columns from the first, broken into lines, in one row."""
    from openpyxl.utils import get_column_letter

    put_text(sheet, row, 1, text, bold=bold, color=color, size=size, wrap=True)
    if last_column > 1:
        # Not by merge_cells, which looks for borders to carry on in cells that have none.
        sheet.merged_cells.add(f"A{row}:{get_column_letter(last_column)}{row}")
    room = sum(width_of(sheet, column) for column in range(1, last_column + 1))
    room *= SIZE / size * (0.92 if bold else 1.0)
    lines = sum(max(1, ceil(len(part) / room)) for part in text.split("\n"))
    sheet.row_dimensions[row].height = 3.0 + lines * LINE_POINTS * size / SIZE


@cache
def rule(*, top: bool = False, bottom: bool = False) -> Border:
    """Return a border of thin horizontal lines."""
    from openpyxl.styles import Border, Side

    line, none = Side(style="thin", color="000000"), Side()
    return Border(top=line if top else none, bottom=line if bottom else none)


def width_of(sheet: Worksheet, column: int) -> float:
    """Return the width of a column in characters."""
    from openpyxl.utils import get_column_letter

    return float(sheet.column_dimensions[get_column_letter(column)].width)


def set_width(sheet: Worksheet, column: int, characters: float) -> None:
    """Set the width of a column in characters."""
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions[get_column_letter(column)].width = characters


def text_width(texts: Iterable[str], *, least: float = 6.0, most: float = 44.0) -> float:
    """Return a column width in characters that holds the longest line of the texts."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return min(most, max(least, longest + 2.0))


def lines_of(text: str, width: float) -> int:
    """Return the number of lines a text takes in a column of this width in characters."""
    room = max(1, int(width - 1.5))
    return sum(max(1, ceil(len(part) / room)) for part in text.split("\n"))


def link(cell: SheetCell, sheet_name: str) -> None:
    """Make the cell a link to a sheet of the same workbook."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    quoted = sheet_name.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1")
    cell.font = font(color=LINK)


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name Excel accepts that is not yet taken, as near to the wanted as can be."""
    used = {name.casefold() for name in taken} | {"history"}  # Excel keeps that name to itself
    base = _FORBIDDEN_IN_NAMES.sub("-", wanted).strip("' ")[:31].rstrip("' ") or "Sheet"
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        end = f" ({number})"
        name = base[: 31 - len(end)].rstrip("' ") + end
    return name


def print_setup(sheet: Worksheet, *, left: str, centre: str, footer_right: str) -> None:
    """Set the sheet up for paper: landscape, as wide as the page, with header and footer.

    Parameters
    ----------
    left, centre, footer_right : str
        Study in the header, mark in header and footer, date and time of writing.
    """
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.75
    head = (_header(left), _header(centre), "Page &P of &N")
    foot = (_header(f"Sjögren Desktop {__version__}"), _header(centre), _header(footer_right))
    for item, texts in ((sheet.oddHeader, head), (sheet.oddFooter, foot)):
        if item is None:  # a sheet of openpyxl's own making has both
            continue
        for part, text in zip((item.left, item.center, item.right), texts, strict=True):
            part.text, part.font, part.size = text, f"{FONT},Regular", 8


def _header(text: str) -> str:
    """Return a text for header or footer, where an ampersand begins a code.

    A blank in front keeps a leading digit from being read as part of the size.
    """
    clean = _CONTROLS.sub(" ", text).replace("&", "&&")
    return f" {clean}" if clean[:1].isdigit() else clean
