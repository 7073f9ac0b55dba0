"""A table as a page shows it: texts, shared heads, column widths, decimal alignment.

Word processor files, PDF, web pages and the workbook are all set from this, so
that they show the same texts in the same places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from sjogren_desktop import formats
from sjogren_desktop.export.house import PageStyle
from sjogren_desktop.export.type_metrics import width, wrap
from sjogren_desktop.formats import NumberStyle
from sjogren_desktop.results import Row, Table, Watch, paced, unwatched

GAP = 8.0
"""Points between the texts of neighbouring columns; a little of it is slack for rounding."""

MARGIN = 3.0
"""Points left free at either side of a cell."""

INDENT = 8.0
"""Points a level of rows is set in by."""

_NUMBER = re.compile(r"(\d+)(?:\.\d+)?")
_WIDEST_LABELS, _NARROW_LABELS = 0.42, 0.30  # of the page: what broken labels take at most
_WIDEST_WORDS = 160.0  # points a column of words takes before it is broken into lines
_WIDEST_STRETCH = 60.0  # points a column of numbers is widened by to fill the page


@dataclass(frozen=True)
class Span:
    """A head over several columns, counted from the first after the labels."""

    text: str
    first: int
    last: int


@dataclass(frozen=True)
class Grid:
    """The texts of a table.

    Parameters
    ----------
    label_heads, heads : tuple of str
        Heads of the label columns and of the others.
    spans : tuple of Span
        What stands above groups of columns; empty where heads are not divided.
    labels, cells : tuple of tuple of str
        Texts of each row.
    indents : tuple of int
    behind : tuple of tuple of str
        Room to leave behind each right-aligned text, as characters.
    words : tuple of bool
        Whether a column holds words, which are set left-aligned and broken.
    """

    label_heads: tuple[str, ...]
    heads: tuple[str, ...]
    spans: tuple[Span, ...]
    labels: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[str, ...], ...]
    indents: tuple[int, ...]
    behind: tuple[tuple[str, ...], ...]
    words: tuple[bool, ...]


@dataclass(frozen=True)
class Piece:
    """The columns of a table that stand on one page side by side, with their widths.

    ``widths`` are points, of the label columns first.
    """

    columns: tuple[int, ...]
    widths: tuple[float, ...]

    def spans(self, grid: Grid) -> list[tuple[str, int]]:
        """Return text and number of columns of the heads above this piece's columns."""
        found: list[tuple[str, int, Span | None]] = []
        for column in self.columns:
            span = next((s for s in grid.spans if s.first <= column <= s.last), None)
            if found and span is not None and found[-1][2] is span:
                found[-1] = (span.text, found[-1][1] + 1, span)
            else:
                found.append((span.text if span else "", 1, span))
        return [(text, columns) for text, columns, _ in found]


def grid(table: Table, numbers: NumberStyle = formats.HOUSE, *, watch: Watch = unwatched) -> Grid:
    """Return the texts of a table in a style of numbers."""
    cells = [
        tuple(formats.cell(cell, numbers) for cell in row.cells) for row in paced(table.rows, watch)
    ]
    words = tuple(_is_words(table.rows, column) for column in range(len(table.columns)))
    behind = []
    for column in range(len(table.columns)):
        watch()
        shown = [row[column] for row in cells]
        behind.append([""] * len(cells) if words[column] else room_behind(shown))
    heads = divided_heads(table)
    return Grid(
        table.row_headers,
        tuple(own for _, own in heads),
        _spans([above for above, _ in heads]),
        tuple(row.labels for row in table.rows),
        tuple(cells),
        tuple(row.indent for row in table.rows),
        tuple(zip(*behind, strict=True)) if behind else tuple(() for _ in cells),
        words,
    )


def grouped(labels: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the labels of rows as a page shows them: what a group shares, once at its top.

    A label is left out where it and those before it are as in the row above. The last label
    of a row always stands, so that every row is named.
    """
    found = []
    for place, own in enumerate(labels):
        above = labels[place - 1] if place else ()
        same = min(_agreeing(above, own), max(0, len(own) - 1))
        found.append(("",) * same + own[same:])
    return found


def divided_heads(table: Table) -> list[tuple[str, str]]:
    """Return of each column what stands above a group of columns, and its own head.

    Columns side by side whose heads agree in all lines but the last share
    those; where none do, heads are not divided.
    """
    parted = [column.header.rpartition("\n")[::2] for column in table.columns]
    spans = [above for above, _ in parted]
    shared = any(a and a == b for a, b in pairwise(spans))
    if shared:
        return [(above, own) for above, own in parted]
    return [("", column.header) for column in table.columns]


def fit(table: Grid, page: PageStyle, *, watch: Watch = unwatched) -> tuple[Piece, ...]:
    """Divide the columns over as many pages side by side as the paper needs.

    Labels are repeated on each; columns under one head stay together where
    they fit.
    """
    size, room = page.text_pt, page.room
    wanted = []
    for column in range(len(table.heads)):
        watch()
        wanted.append(_column_width(table, column, size))
    for share in (1.0, _WIDEST_LABELS, _NARROW_LABELS):
        labels = _label_widths(table, size, share * room)
        if sum(labels) + sum(wanted) <= room:
            break
    left = room - sum(labels)
    pieces: list[list[int]] = [[]]
    for group in _groups(table):
        need = sum(wanted[column] for column in group)
        used = sum(wanted[column] for column in pieces[-1])
        if pieces[-1] and used + need > left:
            pieces.append([])
        for column in group:
            used = sum(wanted[c] for c in pieces[-1])
            if pieces[-1] and used + wanted[column] > left:
                pieces.append([])
            pieces[-1].append(column)
    return tuple(
        Piece(tuple(columns), _filled(labels, _widened(table, columns, wanted, left, size), room))
        for columns in pieces
    )


def room_behind(texts: Sequence[str]) -> list[str]:
    """Return the characters to leave room for behind each text of a column.

    With that room the right-aligned texts stand with their decimal points
    under each other: aligned is the last number of those with as many numbers
    as the column's longest, the first number of the others. The room is no part
    of the text, which stays as the screen has it.
    """
    # Digits are all as wide as a zero.
    ends = [[match.end(1) for match in _NUMBER.finditer(text)] for text in texts]
    tails = [
        [re.sub(r"\d", "0", text[end:]) for end in found]
        for text, found in zip(texts, ends, strict=True)
    ]
    most = max((len(behind) for behind in tails), default=0)
    full = [behind for behind in tails if behind and len(behind) == most]
    longest = max((behind[-1] for behind in full), key=len, default="")
    opening = min((behind[0] for behind in full), key=len, default="")
    rooms = []
    for text, behind in zip(texts, tails, strict=True):
        if text == formats.NOT_ESTIMABLE:  # ends where the first number has its point
            rooms.append(opening)
            continue
        aligned = (longest, behind[-1:]) if len(behind) == most else (opening, behind[:1])
        rooms.append("".join(_rest(aligned[0], own) for own in aligned[1]))
    return rooms


def _rest(longer: str, own: str) -> str:
    """Return what the longer text has beyond the own one, ends that agree left aside."""
    start = _agreeing(longer, own)
    longer, own = longer[start:], own[start:]
    end = _agreeing(longer[::-1], own[::-1])
    return longer[: max(0, len(longer) - end - len(own[end:]))]


def _agreeing(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many characters, or labels, two have in common from their beginning."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return sum(1 for _ in same)


def _is_words(rows: Sequence[Row], column: int) -> bool:
    """Say whether all that a column holds is text."""
    values = [s.value for row in rows if (cell := row.cells[column]) for s in cell.stats]
    return bool(values) and all(isinstance(value, str) for value in values)


def _spans(above: Sequence[str]) -> tuple[Span, ...]:
    found: list[Span] = []
    for column, text in enumerate(above):
        if text and found and found[-1].text == text and found[-1].last == column - 1:
            found[-1] = Span(text, found[-1].first, column)
        elif text:
            found.append(Span(text, column, column))
    return tuple(found)


def _groups(table: Grid) -> list[list[int]]:
    """Return the columns, those under one head together."""
    groups: list[list[int]] = []
    for column in range(len(table.heads)):
        if any(s.first < column <= s.last for s in table.spans):
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


def _column_width(table: Grid, column: int, size: float) -> float:
    texts = [row[column] for row in table.cells]
    own = table.heads[column]
    longest = max((width(w, size, bold=True) for w in own.split()), default=0.0)
    if table.words[column]:
        needed = max((width(text, size) for text in texts), default=0.0)
        return max(longest, min(needed, _WIDEST_WORDS)) + GAP
    rooms = [row[column] for row in table.behind]
    body = max((width(t + r, size) for t, r in zip(texts, rooms, strict=True)), default=0.0)
    span = next((s for s in table.spans if s.first <= column <= s.last), None)
    above = 0.0
    if span is not None:  # the longest word of a shared head must fit over its columns
        word = max(width(w, size, bold=True) for w in span.text.split())
        above = word / (span.last - span.first + 1)
    return max(longest, body, above) + GAP


def _label_widths(table: Grid, size: float, most: float) -> list[float]:
    """Return widths of the label columns that together are at most this wide."""
    needed = []
    for place, head in enumerate(table.label_heads):
        sets = [
            width(labels[place], size) + (INDENT * indent if place == 0 else 0.0)
            for labels, indent in zip(table.labels, table.indents, strict=True)
        ]
        words = [width(word, size, bold=True) for word in head.split()]
        needed.append(max([*sets, *words, 20.0]) + GAP)
    total = sum(needed)
    if total <= most:
        return needed
    # Narrow ones keep their width; the wide ones share what is left.
    for few in range(len(needed)):
        fair = (most - sum(sorted(needed)[:few])) / (len(needed) - few)
        if sorted(needed)[few] > fair:
            return [min(each, fair) for each in needed]
    return needed


def _widened(
    table: Grid, columns: Sequence[int], wanted: Sequence[float], room: float, size: float
) -> list[float]:
    """Return the widths of columns, broken words given what the page has left."""
    widths = [wanted[c] for c in columns]
    lacking = [
        max(0.0, max((width(row[c], size) for row in table.cells), default=0.0) + GAP - wide)
        if table.words[c]
        else 0.0
        for c, wide in zip(columns, widths, strict=True)
    ]
    spare, total = max(0.0, room - sum(widths)), sum(lacking)
    share = min(1.0, spare / total) if total > 0 else 0.0
    return [wide + share * lack for wide, lack in zip(widths, lacking, strict=True)]


def _filled(labels: Sequence[float], wanted: Sequence[float], room: float) -> tuple[float, ...]:
    """Return the widths, stretched towards the width of the page."""
    spare = room - sum(labels) - sum(wanted)
    if spare < 0:  # one column alone is wider than the page
        return (*labels, *(each + spare / max(1, len(wanted)) for each in wanted))
    each = min(_WIDEST_STRETCH, spare / (len(wanted) + 1)) if wanted else spare
    return (labels[0] + each, *labels[1:], *(w + each for w in wanted)) if labels else tuple(wanted)


def head_lines(table: Grid, piece: Piece, size: float) -> tuple[int, int]:
    """Return how many lines the shared heads and the columns' own heads take."""
    first = len(table.label_heads)
    shared, at = 0, first
    for text, columns in piece.spans(table):
        room = sum(piece.widths[at : at + columns]) - GAP
        shared = max(shared, len(wrap(text, size, room, bold=True)) if text else 0)
        at += columns
    heads = [*table.label_heads, *(table.heads[c] for c in piece.columns)]
    own = [
        len(wrap(head, size, wide - GAP, bold=True))
        for head, wide in zip(heads, piece.widths, strict=True)
    ]
    return shared, max(own, default=1)
