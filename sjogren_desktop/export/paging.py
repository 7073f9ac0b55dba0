"""Which rows of a table stand on which page, from the heights of what is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sjogren_desktop.export.displays import Display, HeadLine, head_lines
from sjogren_desktop.export.grid import GAP, INDENT, Grid, Piece, fit, grid
from sjogren_desktop.export.grid import head_lines as lines_of_heads
from sjogren_desktop.export.house import House
from sjogren_desktop.export.type_metrics import wrap
from sjogren_desktop.results import Watch, paced, unwatched

LEADING = 1.25
"""Height of a line of text of size 1."""

LONGEST_GROUP = 12
"""Rows that are kept together on a page."""

_LEAST_BODY = 120.0  # points a table is given even under the longest footnotes


@dataclass(frozen=True)
class Page:
    """A page laid out: of which display, and the rows of which piece of its table."""

    display: int
    table: Grid | None = None
    piece: Piece | None = None
    rows: range = field(default_factory=lambda: range(0))


def pages_of(
    number: int,
    display: Display,
    house: House,
    *,
    share: float = 1.0,
    watch: Watch = unwatched,
) -> list[Page]:
    """Return the pages of a display; ``share`` is how much of the height may be used."""
    if display.table is None:
        return [Page(number)]
    table = grid(display.table, house.numbers, watch=watch)
    found = []
    for piece in fit(table, house.page, watch=watch):
        room = share * body_room(display, house) - _head_height(table, piece, house)
        heads = group_starts(table)
        talls = [_row_height(table, piece, r, house) for r in paced(range(len(heads)), watch)]
        first, used = 0, 0.0
        for row, tall in enumerate(talls):
            if used + tall > room and row > first:
                # A group goes to the next page as a whole, if there is room for it.
                whole = heads[row] > first and sum(talls[heads[row] : row + 1]) <= room
                start = heads[row] if whole else row
                found.append(Page(number, table, piece, range(first, start)))
                first, used = start, sum(talls[start:row])
            used += tall
        found.append(Page(number, table, piece, range(first, len(table.cells))))
    return found


def group_starts(table: Grid) -> list[int]:
    """Return for each row where the group begins that stays on one page: its own row, if none.

    A group are rows of the same first label, if they have others and are few.
    """
    starts: list[int] = []
    for _, rows in groupby(table.labels, key=lambda labels: labels[:1]):
        count, at = len(list(rows)), len(starts)
        kept = count <= LONGEST_GROUP and len(table.label_heads) > 1
        starts += [at] * count if kept else range(at, at + count)
    return starts


def body_room(display: Display, house: House) -> float:
    """Return the height that titles and footnotes leave on a page."""
    page = house.page
    heads = LEADING * page.text_pt * (title_lines(display, house) + 1)
    notes = LEADING * page.small_pt * (len(notes_of(display, house)) + 1) + 4.0
    return max(_LEAST_BODY, page.points[1] - 2 * page.margin - heads - notes)


def title_lines(display: Display, house: House) -> int:
    """Return how many lines the title block takes."""
    lines = head_lines(display, house)
    return sum(len(broken(line, house)) for line in lines)


def broken(line: HeadLine, house: House) -> list[HeadLine]:
    """Return a line of the title block as the lines it takes on the page."""
    size, room = house.page.text_pt, house.page.room
    if line.right:
        return [line]
    if line.center:
        return [
            HeadLine(center=t, bold=line.bold)
            for t in wrap(line.center, size, room, bold=line.bold)
        ]
    return [HeadLine(left=t, bold=line.bold) for t in wrap(line.left, size, room, bold=line.bold)]


def notes_of(display: Display, house: House) -> list[str]:
    """Return the footnotes as lines of the page."""
    page = house.page
    return [line for note in display.footnotes for line in wrap(note, page.small_pt, page.room)]


def _head_height(table: Grid, piece: Piece, house: House) -> float:
    shared, own = lines_of_heads(table, piece, house.page.text_pt)
    return LEADING * house.page.text_pt * (shared + own) + (6.0 if shared else 3.0)


def row_lines(
    table: Grid, piece: Piece, row: int, house: House, *, shown: Sequence[str] | None = None
) -> list[list[str]]:
    """Return the lines of each cell of a row, labels (those to be ``shown``) first."""
    size, labels = house.page.text_pt, len(table.label_heads)
    lines = []
    for place, text in enumerate(table.labels[row] if shown is None else shown):
        inset = INDENT * table.indents[row] if place == 0 else 0.0
        lines.append(wrap(text, size, piece.widths[place] - GAP - inset))
    for column, wide in zip(piece.columns, piece.widths[labels:], strict=True):
        text = table.cells[row][column]
        lines.append(wrap(text, size, wide - GAP) if table.words[column] else [text])
    return lines


def _row_height(table: Grid, piece: Piece, row: int, house: House) -> float:
    most = max((len(lines) for lines in row_lines(table, piece, row, house)), default=1)
    return LEADING * house.page.text_pt * most + 1.0
