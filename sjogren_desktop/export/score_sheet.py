"""Score sheets on paper and in a workbook.

One visit fits on one A4 page (:func:`write_score_page`), to be signed and
filed. A workbook has one row a visit, with numbers as numbers, and every
change of a score on a second sheet (:func:`write_score_rows`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop import __version__
from sjogren_desktop.export.book_file import book_file
from sjogren_desktop.export.caption import wrapped
from sjogren_desktop.export.figures import render
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.sheets import (
    FAINT,
    WARNING,
    print_setup,
    put_paragraph,
    put_text,
    put_value,
    rule,
    set_width,
    text_width,
)
from sjogren_desktop.palette import THEMES
from sjogren_desktop.results import Value

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing
    from openpyxl.worksheet.worksheet import Worksheet

Marks = tuple[tuple[str, str], ...]

ROWS, CHANGES, NOTES = "Score sheets", "Changes", "Notes"

_WIDTH, _HEIGHT, _MARGIN = 210.0, 297.0, 16.0  # A4 in millimetres
_MM = 25.4
_POINT = 25.4 / 72
_INK = THEMES["print"]
_ROW_MM, _LINE_MM = 6.2, 4.3
_COLUMNS = (0.0, 70.0, 96.0, 112.0, 132.0, 148.0)
"""Left edges of the columns of the domains, in millimetres from the margin."""


@dataclass(frozen=True)
class DomainLine:
    """One domain on the page: label, level in words, level before, change, points."""

    label: str
    level: str
    before: str
    change: str
    points: str
    clinical: str
    remark: str = ""


@dataclass(frozen=True)
class ScorePage:
    """What stands on the page of one visit; all texts are ready to print.

    ``is_draft`` marks entries that are not saved; ``marks`` are those of the data
    (see :func:`.caption.marks`).
    """

    patient: tuple[tuple[str, str], ...]
    domains: tuple[DomainLine, ...]
    totals: tuple[tuple[str, str], ...]
    findings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    is_draft: bool = False
    marks: Marks = ()


def write_score_page(path: Path, page: ScorePage) -> None:
    """Write the score sheet of a visit as a PDF of one page.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    write_contents_aside(path, render(draw_score_page(page), ".pdf", title="ESSDAI score sheet"))


def draw_score_page(page: ScorePage) -> Drawing:
    """Return the page as a drawing of exactly A4."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as NewDrawing

    drawing = NewDrawing(figsize=(_WIDTH / _MM, _HEIGHT / _MM), facecolor=_INK.background)
    FigureCanvasAgg(drawing)
    pen = _Pen(drawing)
    pen.write("Score sheet: ESSDAI, ClinESSDAI, ESSPRI", size=14, bold=True)
    draft = (("DRAFT", "entries on this page are not saved"),) if page.is_draft else ()
    for mark, said in (*page.marks, *draft):
        pen.write(f"{mark}: {said}", bold=True, color=_INK.warning)
    pen.skip(1)
    for name, value in page.patient:
        pen.pair(name, value)
    pen.skip(2)
    _write_domains(pen, page.domains)
    pen.skip(3)
    for name, value in page.totals:
        pen.pair(name, value, bold=True)
    for title, texts in (
        ("Findings", page.findings),
        ("Changes of saved values", page.changes),
        ("Notes", page.notes),
    ):
        if texts:
            pen.skip(2)
            pen.write(title, bold=True)
            pen.paragraphs(texts)
    pen.foot()
    return drawing


class _Pen:
    """Writes from the top of the page downwards; positions in millimetres."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.top = _MARGIN

    def skip(self, mm: float) -> None:
        self.top += mm

    def text(
        self,
        left: float,
        text: str,
        *,
        size: float = 9,
        bold: bool = False,
        color: str = _INK.ink,
        top: float | None = None,
    ) -> None:
        """Write one line at a distance from the left margin."""
        self._drawing.text(
            (_MARGIN + left) / _WIDTH,
            1 - (self.top if top is None else top) / _HEIGHT,
            text,
            fontsize=size,
            fontweight="bold" if bold else "normal",
            fontfamily="DejaVu Sans",
            color=color,
            va="top",
            parse_math=False,  # a dollar sign in a text is a dollar sign
        )

    def write(
        self, text: str, *, size: float = 9, bold: bool = False, color: str = _INK.ink
    ) -> None:
        """Write a paragraph over the width of the page."""
        for line in wrapped(text, size, _WIDTH - 2 * _MARGIN):
            self.text(0, line, size=size, bold=bold, color=color)
            self.top += 1.35 * size * _POINT

    def pair(self, name: str, value: str, *, bold: bool = False) -> None:
        """Write a name with its value beside it."""
        self.text(0, name, color=_INK.faint)
        for line in wrapped(value, 9, _WIDTH - 2 * _MARGIN - 40) or [""]:
            self.text(38, line, bold=bold)
            self.top += _LINE_MM

    def paragraphs(self, texts: Sequence[str]) -> None:
        """Write paragraphs as far as the page has room, and say how many are left out."""
        room = _HEIGHT - _MARGIN - 24
        for place, text in enumerate(texts):
            lines = wrapped(text, 7.5, _WIDTH - 2 * _MARGIN)
            if self.top + len(lines) * 3.6 > room:
                self.text(0, f"{len(texts) - place} more: see the workbook.", size=7.5)
                self.top += 3.6
                return
            for line in lines:
                self.text(0, line, size=7.5)
                self.top += 3.6

    def rule(self, *, above: float = 0.0) -> None:
        """Draw a line over the width of the page."""
        from matplotlib.lines import Line2D

        y = 1 - (self.top - above) / _HEIGHT
        edges = [_MARGIN / _WIDTH, 1 - _MARGIN / _WIDTH]
        self._drawing.add_artist(Line2D(edges, [y, y], color=_INK.grid, linewidth=0.6))

    def foot(self) -> None:
        """Leave room for a signature, and say which program wrote the page."""
        low = _HEIGHT - _MARGIN
        self.text(0, "Rated by", color=_INK.faint, top=low - 14)
        self.text(90, "Date and signature", color=_INK.faint, top=low - 14)
        self.top = low - 3
        self.rule()
        self.text(0, f"Sjögren Desktop {__version__}", size=7, color=_INK.faint, top=low - 2)


def _write_domains(pen: _Pen, lines: Sequence[DomainLine]) -> None:
    heads = ("Domain", "Level", "Before", "Change", "ESSDAI", "ClinESSDAI")
    for left, head in zip(_COLUMNS, heads, strict=True):
        pen.text(left, head, bold=True)
    pen.skip(_LINE_MM + 0.8)
    pen.rule(above=0.8)
    for line in lines:
        texts = (line.label, line.level, line.before, line.change, line.points, line.clinical)
        for left, text in zip(_COLUMNS, texts, strict=True):
            pen.text(left, text)
        pen.skip(_LINE_MM)
        for part in wrapped(line.remark, 7.5, _WIDTH - 2 * _MARGIN - 4):
            pen.text(4, part, size=7.5, color=_INK.warning)
            pen.skip(3.6)
        pen.skip(_ROW_MM - _LINE_MM)
        pen.rule(above=0.9)


# ------------------------------------------------------------------ the workbook


def write_score_rows(
    path: Path,
    rows: Sequence[Mapping[str, Value]],
    *,
    changes: Sequence[Mapping[str, Value]] = (),
    notes: Sequence[str] = (),
    marks: Marks = (),
    written: datetime | None = None,
) -> None:
    """Write score sheets into a workbook, one row a visit.

    Parameters
    ----------
    path : Path
        Ends in ``.xlsx``.
    rows : sequence of mapping
        Columns by head; all rows have those of the first.
    changes : sequence of mapping
        One row a change of a score.
    notes : sequence of str
        Rules and conventions, on a sheet of their own.
    marks : tuple of (mark, what it says)
        Those of the data (see :func:`.caption.marks`).
    written : datetime, optional
        Time printed on the sheets; by default now.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    from openpyxl import Workbook

    stamp = (written or datetime.now().astimezone()).isoformat(sep=" ", timespec="minutes")
    book = Workbook()
    book.properties.creator = f"Sjögren Desktop {__version__}"
    first = book.active
    assert first is not None  # a new workbook has one sheet
    first.title = ROWS
    names = " \N{MIDDLE DOT} ".join(mark for mark, _ in marks)
    _write_rows(first, rows, stamp, names)
    _write_rows(book.create_sheet(CHANGES), changes, stamp, names)
    sheet = book.create_sheet(NOTES)
    set_width(sheet, 1, 110)
    said = [f"{mark}: {text}." for mark, text in marks]
    for row, note in enumerate([*said, *notes], start=1):
        put_paragraph(sheet, row, note, last_column=1)
    print_setup(sheet, left=NOTES, centre=names, footer_right=stamp)
    write_contents_aside(path, book_file(book))


def _write_rows(
    sheet: Worksheet, rows: Sequence[Mapping[str, Value]], stamp: str, marks: str
) -> None:
    """Write a table whose first row is its head, so that programs read it as it is."""
    if not rows:
        put_text(sheet, 1, 1, "None.", color=FAINT)
    heads = list(rows[0]) if rows else []
    for column, head in enumerate(heads, start=1):
        texts = [head, *(str(row.get(head) or "") for row in rows)]
        set_width(sheet, column, text_width(texts))
        put_text(sheet, 1, column, head, bold=True).border = rule(bottom=True)
        for place, row in enumerate(rows, start=2):
            put_value(sheet, place, column, row.get(head))
    if marks and heads:
        put_text(sheet, 1, len(heads) + 2, marks, bold=True, color=WARNING)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    print_setup(sheet, left=sheet.title, centre=marks, footer_right=stamp)
