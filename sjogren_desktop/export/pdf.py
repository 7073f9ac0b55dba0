"""Displays as one PDF report: contents with page numbers, tables, vector figures.

Pages are laid out here, since a table's titles and footnotes stand on each of
its pages and the number of all pages is known only at the end; reportlab writes
them. Figures are drawn by matplotlib, all into one file so that their font is
embedded once, and laid on their pages as vectors by pypdf.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from sjogren_desktop import __version__
from sjogren_desktop.export.displays import (
    PAGE,
    PAGES,
    Display,
    HeadLine,
    Run,
    head_lines,
    marks_of,
)
from sjogren_desktop.export.grid import GAP, INDENT, MARGIN, Grid, Piece, grouped
from sjogren_desktop.export.grid import head_lines as lines_of_heads
from sjogren_desktop.export.house import House
from sjogren_desktop.export.paging import (
    LEADING,
    Page,
    body_room,
    broken,
    notes_of,
    pages_of,
    row_lines,
    title_lines,
)
from sjogren_desktop.export.type_metrics import BOLD, REGULAR, register_fonts, width, wrap
from sjogren_desktop.results import Doing, Progress, no_progress

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing
    from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Display, float, float], "Drawing"]
"""Called with a display and the room in points; returns the drawing."""

_WARNING, _FAINT, _INK = (0.64, 0.16, 0.0), (0.35, 0.35, 0.35), (0.0, 0.0, 0.0)


def pdf_report(
    displays: Sequence[Display],
    house: House,
    run: Run,
    *,
    draw: Draw,
    progress: Progress = no_progress,
) -> bytes:
    """Return the contents of a ``.pdf`` file of these displays."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    watch = partial(progress, 0.0, "Laying out the pages")
    pages = [page for n, d in enumerate(displays) for page in pages_of(n, d, house, watch=watch)]
    contents = BytesIO()
    canvas = Canvas(contents, pagesize=house.page.points, pageCompression=1, invariant=1)
    canvas.setTitle("Tables and figures")
    canvas.setAuthor(f"Sjögren Desktop {__version__}")
    canvas.setCreator(f"Sjögren Desktop {__version__}")
    writer = _Writer(canvas, house, run)
    writer.contents(displays, pages)
    figures: list[tuple[int, Display]] = []
    for number, page in enumerate(pages):
        progress(
            0.1 + 0.4 * number / len(pages),
            Doing("Writing {name}", name=displays[page.display].label),
        )
        if page.table is None:
            figures.append((writer.number, displays[page.display]))
        writer.page(displays[page.display], page)
    canvas.save()
    if not figures:
        return contents.getvalue()
    return _with_figures(contents, figures, house, draw, progress)


class _Writer:
    """Writes laid-out pages one after the other."""

    def __init__(self, canvas: Canvas, house: House, run: Run) -> None:
        self._canvas, self._house, self._run = canvas, house, run
        self._total = 0
        self._marked: set[int] = set()
        self.number = 0
        """Number of pages written."""

    def contents(self, displays: Sequence[Display], pages: Sequence[Page]) -> None:
        """Write the list of displays with the page each begins on."""
        page = self._house.page
        tall = page.points[1] - 2 * page.margin - 4 * LEADING * page.text_pt
        lines = []
        for number, display in enumerate(displays):
            room = page.room - 40.0
            text = f"{display.heading} — {display.result.study}"
            lines += [
                (number if i == 0 else -1, t) for i, t in enumerate(wrap(text, page.text_pt, room))
            ]
        each = max(1, int(tall // (1.35 * page.text_pt)))
        chunks = [lines[i : i + each] for i in range(0, len(lines), each)] or [[]]
        self._total = len(chunks) + len(pages)
        starts: dict[int, int] = {}
        for place, laid in enumerate(pages):
            starts.setdefault(laid.display, len(chunks) + place + 1)
        marks = marks_of(self._run, [d.result for d in displays])
        for chunk in chunks:
            y = self._titles((HeadLine("Contents", marks, f"Page {PAGE} of {PAGES}"),))
            for number, text in chunk:
                y -= 1.35 * page.text_pt
                self._text(page.margin, y, text)
                if number >= 0:
                    right = page.margin + page.room
                    self._text(right, y, str(starts[number]), align="right")
                    box = (page.margin, y - 2, right, y + page.text_pt)
                    self._canvas.linkRect("", f"display_{number}", box, relative=0, thickness=0)
            self._foot(())
            self._finish()

    def page(self, display: Display, laid: Page) -> None:
        """Write one page of a display."""
        canvas = self._canvas
        if laid.display not in self._marked:
            self._marked.add(laid.display)
            canvas.bookmarkPage(f"display_{laid.display}")
            canvas.addOutlineEntry(display.heading, f"display_{laid.display}", level=0)
        y = self._titles(head_lines(display, self._house))
        if laid.table is not None and laid.piece is not None:
            self._table(laid.table, laid.piece, laid.rows, y)
        self._foot(notes_of(display, self._house), display.source)
        self._finish()

    def _finish(self) -> None:
        self._canvas.showPage()
        self.number += 1

    def _titles(self, lines: Sequence[HeadLine]) -> float:
        page = self._house.page
        y = page.points[1] - page.margin
        left, middle, right = page.margin, page.points[0] / 2, page.margin + page.room
        for line in (part for whole in lines for part in broken(whole, self._house)):
            y -= LEADING * page.text_pt
            self._text(left, y, line.left, bold=line.bold)
            mark = bool(line.right)
            color = _WARNING if mark else _INK
            self._text(middle, y, line.center, bold=line.bold or mark, color=color, align="center")
            text = line.right.replace(PAGE, str(self.number + 1)).replace(PAGES, str(self._total))
            self._text(right, y, text, align="right")
        return y - LEADING * page.text_pt / 2

    def _foot(self, notes: Sequence[str], source: str | None = None) -> None:
        page = self._house.page
        small, y = page.small_pt, page.margin
        if source is None:
            source = f"Sjögren Desktop {__version__}"
        if source:
            self._text(page.margin, y, source, size=small, color=_FAINT)
            stamp = self._run.stamp
            self._text(page.margin + page.room, y, stamp, size=small, color=_FAINT, align="right")
        for note in reversed(notes):
            y += LEADING * small
            self._text(page.margin, y, note, size=small)

    def _table(self, table: Grid, piece: Piece, rows: range, y: float) -> None:
        page = self._house.page
        size, leading = page.text_pt, LEADING * page.text_pt
        wide = sum(piece.widths)
        left = page.margin
        self._rule(left, left + wide, y)
        y = self._heads(table, piece, y)
        self._rule(left, left + wide, y)
        labels = len(table.label_heads)
        names = grouped([table.labels[row] for row in rows])
        for row, shown in zip(rows, names, strict=True):
            x, most = left, 1
            cells = row_lines(table, piece, row, self._house, shown=shown)
            for place, lines in enumerate(cells):
                column = place - labels
                inset = INDENT * table.indents[row] if place == 0 else 0.0
                at_left = column < 0 or table.words[piece.columns[column]]
                for number, text in enumerate(lines, start=1):
                    if at_left:
                        self._text(x + inset + MARGIN, y - number * leading + 2, text)
                    else:
                        behind = width(table.behind[row][piece.columns[column]], size)
                        end = x + piece.widths[place] - MARGIN - behind
                        self._text(end, y - number * leading + 2, text, align="right")
                most = max(most, len(lines))
                x += piece.widths[place]
            y -= most * leading + 1.0
        self._rule(left, left + wide, y)

    def _heads(self, table: Grid, piece: Piece, y: float) -> float:
        size = self._house.page.text_pt
        leading = LEADING * size
        labels = len(table.label_heads)
        shared, own = lines_of_heads(table, piece, size)
        if shared:
            x, at = self._house.page.margin + sum(piece.widths[:labels]), labels
            low = y - shared * leading - 2.0
            for text, count in piece.spans(table):
                wide = sum(piece.widths[at : at + count])
                for number, line in enumerate(wrap(text, size, wide - GAP, bold=True), start=1):
                    middle = x + wide / 2
                    self._text(middle, y - number * leading + 2, line, bold=True, align="center")
                if text:
                    self._rule(x + MARGIN, x + wide - MARGIN, low)
                x, at = x + wide, at + count
            y = low - 1.0
        x = self._house.page.margin
        heads = [*table.label_heads, *(table.heads[c] for c in piece.columns)]
        for place, (head, wide) in enumerate(zip(heads, piece.widths, strict=True)):
            lines = wrap(head, size, wide - GAP, bold=True)
            at_left = place < labels or table.words[piece.columns[place - labels]]
            for number, line in enumerate(lines, start=own - len(lines) + 1):
                where = x + MARGIN if at_left else x + wide - MARGIN
                align = "left" if at_left else "right"
                self._text(where, y - number * leading + 2, line, bold=True, align=align)
            x += wide
        return y - own * leading - 3.0

    def _rule(self, start: float, end: float, y: float) -> None:
        self._canvas.setLineWidth(0.5)
        self._canvas.line(start, y, end, y)

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 0.0,
        bold: bool = False,
        color: tuple[float, float, float] = _INK,
        align: str = "left",
    ) -> None:
        if not text:
            return
        canvas = self._canvas
        canvas.setFont(BOLD if bold else REGULAR, size or self._house.page.text_pt)
        canvas.setFillColorRGB(*color)
        draw = {"left": "drawString", "right": "drawRightString", "center": "drawCentredString"}
        getattr(canvas, draw[align])(x, y, text)


def _with_figures(
    report: BytesIO,
    figures: Sequence[tuple[int, Display]],
    house: House,
    draw: Draw,
    progress: Progress,
) -> bytes:
    from pypdf import PdfReader, PdfWriter

    from sjogren_desktop.export.figures import vector_files

    page = house.page
    rooms = [(page.room, body_room(display, house)) for _, display in figures]

    def drawings() -> list[Drawing]:
        made = []
        for number, ((_, display), room) in enumerate(zip(figures, rooms, strict=True)):
            progress(0.5 + 0.4 * number / len(figures), Doing("Drawing {name}", name=display.title))
            made.append(draw(display, *room))
        return made

    made = drawings()
    pages = vector_files(made, [display.title for _, display in figures], svg=False)[1]
    pictures = PdfReader(BytesIO(pages))
    progress(0.95, "Placing the figures")
    writer = PdfWriter(clone_from=report)
    for (place, display), picture, room in zip(figures, pictures.pages, rooms, strict=True):
        top = page.points[1] - page.margin
        top -= LEADING * page.text_pt * (title_lines(display, house) + 1)
        wide, tall = float(picture.mediabox.width), float(picture.mediabox.height)
        x = page.margin + max(0.0, (room[0] - wide) / 2)
        writer.pages[place].merge_translated_page(picture, x, top - tall)
    contents = BytesIO()
    writer.write(contents)
    return contents.getvalue()
