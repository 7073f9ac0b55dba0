"""Displays as RTF, the format in which tables of study reports are exchanged.

Written here rather than with a library: the one that is kept for this format
(rtflite) brings a second data frame library and a validation framework, some
60 MB, for what are three constructs of the RTF specification 1.9.1: a section
with header and footer, a table row that is repeated, and a page number field.
Every text is escaped to ASCII, so the file reads the same on every system. Tables
are divided into pages here, each with its heads: LibreOffice (7.4) passes over
the keyword for repeated rows, which is written all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

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
from sjogren_desktop.export.grid import INDENT, MARGIN, grouped
from sjogren_desktop.export.house import House
from sjogren_desktop.export.paging import Page, pages_of
from sjogren_desktop.export.type_metrics import width
from sjogren_desktop.export.word import Picture, figure_room
from sjogren_desktop.results import Progress, Watch, no_progress

_COLORS = r"{\colortbl;\red0\green0\blue0;\red89\green89\blue89;\red163\green42\blue0;}"
_INK, _FAINT, _WARNING = 1, 2, 3
_FIELDS = {PAGE: "PAGE", PAGES: "NUMPAGES"}
_SHARE = 0.93  # of the height: programs set lines a little higher or lower
_BORDERS = {"top": r"\clbrdrt\brdrs\brdrw10", "bottom": r"\clbrdrb\brdrs\brdrw10"}


def rtf_document(
    displays: Sequence[Display],
    house: House,
    run: Run,
    *,
    picture: Picture,
    progress: Progress = no_progress,
) -> bytes:
    """Return the contents of an ``.rtf`` file of these displays."""
    moment = run.written
    wide, tall = (round(20 * side) for side in house.page.points)
    margin = round(20 * house.page.margin)
    landscape = r"\landscape" if house.page.orientation == "landscape" else ""
    parts = [
        rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0\fswiss {escaped(house.page.font)};}}}}",
        _COLORS,
        r"{\info{\title Tables and figures}{\author "
        + escaped(f"Sjögren Desktop {__version__}")
        + rf"}}{{\creatim\yr{moment.year}\mo{moment.month}\dy{moment.day}"
        rf"\hr{moment.hour}\min{moment.minute}}}}}",
        rf"\paperw{wide}\paperh{tall}\margl{margin}\margr{margin}\margt{margin}\margb{margin}"
        rf"{landscape}\uc1\f0\fs{round(2 * house.page.text_pt)}",
        _contents(displays, house, run),
    ]
    for number, display in enumerate(displays):
        watch = partial(progress, number / max(1, len(displays)), f"Writing {display.label}")
        watch()
        parts.append(r"\sect" + _section(head_lines(display, house), _feet(display, run), house))
        parts.append(rf"{{\*\bkmkstart display_{number}}}{{\*\bkmkend display_{number}}}")
        if display.table is not None:
            laid = pages_of(number, display, house, share=_SHARE, watch=watch)
            # A break that is part of a paragraph: LibreOffice drops \page before a table.
            parts.append(
                "\\pard\\plain\\pagebb\\fs2\\par\n".join(_table(p, house, watch) for p in laid)
            )
        else:
            contents, points = picture(display, *figure_room(display, house))
            parts.append(_picture(contents, points))
    parts.append("}")
    return "\n".join(parts).encode("ascii")


def escaped(text: str) -> str:
    """Return a text in RTF's own notation, in ASCII."""
    found = []
    for letter in text:
        code = ord(letter)
        if letter in "\\{}":
            found.append("\\" + letter)
        elif letter == "\n":
            found.append(r"\line ")
        elif 32 <= code < 127:
            found.append(letter)
        elif code >= 128 and not 0xD800 <= code <= 0xDFFF:
            units = letter.encode("utf-16-le")
            for low, high in zip(units[::2], units[1::2], strict=True):
                unit = low + 256 * high
                found.append(rf"\u{unit - 65536 if unit > 32767 else unit}?")
        else:
            found.append(" ")
    return "".join(found)


def _contents(displays: Sequence[Display], house: House, run: Run) -> str:
    marks = marks_of(run, [d.result for d in displays])
    head = (HeadLine("Contents", marks, f"Page {PAGE} of {PAGES}"),)
    feet = (HeadLine(f"Sjögren Desktop {__version__}", "", run.stamp),)
    parts = [_section(head, feet, house)]
    size = round(2 * house.page.text_pt)
    for number, display in enumerate(displays):
        text = escaped(f"{display.heading} — {display.result.study}")
        parts.append(
            rf'\pard\sa40\fs{size}{{\field{{\*\fldinst HYPERLINK \\l "display_{number}"}}'
            rf"{{\fldrslt {text}}}}}\par"
        )
    return "\n".join(parts)


def _feet(display: Display, run: Run) -> tuple[HeadLine, ...]:
    last = HeadLine(display.source, "", run.stamp if display.source else "")
    return (*(HeadLine(note) for note in display.footnotes), last)


def _section(head: Sequence[HeadLine], feet: Sequence[HeadLine], house: House) -> str:
    wide, tall = (round(20 * side) for side in house.page.points)
    margin = round(20 * house.page.margin)
    far = round(12 * house.page.margin)
    landscape = r"\lndscpsxn" if house.page.orientation == "landscape" else ""
    size, small = house.page.text_pt, house.page.small_pt
    header = "".join(_paragraph(line, house, size, _INK) for line in head)
    *notes, last = feet
    footer = "".join(_paragraph(line, house, small, _INK) for line in notes)
    footer += _paragraph(last, house, small, _FAINT)
    return (
        rf"\sectd\sbkpage{landscape}\pgwsxn{wide}\pghsxn{tall}"
        rf"\marglsxn{margin}\margrsxn{margin}\margtsxn{margin}\margbsxn{margin}"
        rf"\headery{far}\footery{far}"
        rf"{{\header {header}\pard\fs{round(size)}\par}}{{\footer {footer}}}"
    )


def _paragraph(line: HeadLine, house: House, size: float, color: int) -> str:
    room = round(20 * house.page.room)
    bold = r"\b " if line.bold else ""
    start = rf"\fs{round(2 * size)}\cf{color} "
    if line.center and not (line.left or line.right):
        return rf"\pard\plain\qc\f0{start}{{{bold}{_fields(line.center)}}}\par "
    center = rf"{{\b\cf{_WARNING} {_fields(line.center)}}}" if line.center else ""
    return (
        rf"\pard\plain\tqc\tx{room // 2}\tqr\tx{room}\f0{start}{{{bold}{_fields(line.left)}}}"
        + (rf"\tab {center}\tab {_fields(line.right)}" if line.center or line.right else "")
        + r"\par "
    )


def _fields(text: str) -> str:
    found = []
    for part in re.split(r"(\{pages?\})", text):
        if part in _FIELDS:
            found.append(rf"{{\field{{\*\fldinst {_FIELDS[part]}}}{{\fldrslt 1}}}}")
        else:
            found.append(escaped(part))
    return "".join(found)


def _table(page: Page, house: House, watch: Watch) -> str:
    table, piece = page.table, page.piece
    assert table is not None
    assert piece is not None
    labels = len(table.label_heads)
    ends, at = [], 0.0
    for wide in piece.widths:
        at += wide
        ends.append(round(20 * at))
    rows = []
    if table.spans:
        cells = [("", r"\ql\b", "top")] * labels
        span_ends, column = list(ends[:labels]), labels
        for text, count in piece.spans(table):
            column += count
            cells.append((text, r"\qc\b", "top bottom" if text else "top"))
            span_ends.append(ends[column - 1])
        rows.append(_row(cells, span_ends, house, head=True))
    borders = "bottom" if table.spans else "top bottom"
    heads = [*table.label_heads, *(table.heads[c] for c in piece.columns)]
    left = [True] * labels + [table.words[c] for c in piece.columns]
    cells = [
        (text, r"\ql\b" if at_left else r"\qr\b", borders)
        for text, at_left in zip(heads, left, strict=True)
    ]
    rows.append(_row(cells, ends, house, head=True))
    size = house.page.text_pt
    watch()  # a page at a time
    names = grouped([table.labels[place] for place in page.rows])
    for place, shown in zip(page.rows, names, strict=True):
        borders = "bottom" if place == page.rows[-1] else ""
        indent = rf"\ql\li{round(20 * INDENT * table.indents[place])}"
        cells = [(text, indent if i == 0 else r"\ql", borders) for i, text in enumerate(shown)]
        for column in piece.columns:
            behind = round(20 * width(table.behind[place][column], size))
            look = r"\ql" if table.words[column] else rf"\qr\ri{behind}"
            cells.append((table.cells[place][column], look, borders))
        rows.append(_row(cells, ends, house))
    return "\n".join(rows) + "\n\\pard\\plain\\fs2\\par\n"


def _row(
    cells: Sequence[tuple[str, str, str]], ends: Sequence[int], house: House, *, head: bool = False
) -> str:
    repeated = r"\trhdr" if head else ""
    low = r"\clvertalb" if head else ""
    shape = "".join(
        "".join(_BORDERS[b] for b in borders.split()) + rf"{low}\cellx{end}"
        for (_, _, borders), end in zip(cells, ends, strict=True)
    )
    size = round(2 * house.page.text_pt)
    texts = "".join(
        rf"\pard\plain\intbl\f0\fs{size}\sb10\sa10{look} {escaped(text)}\cell"
        for text, look, _ in cells
    )
    return rf"\trowd\trgaph{round(20 * MARGIN)}\trleft0\trkeep{repeated}{shape}{texts}\row"


def _picture(contents: bytes, points: float) -> str:
    from struct import unpack

    wide, tall = unpack(">II", contents[16:24])  # of the PNG header, in pixels
    goal = round(20 * points)
    size = rf"\picw{wide}\pich{tall}\picwgoal{goal}\pichgoal{round(goal * tall / wide)}"
    return rf"\pard\plain{{\pict\pngblip{size}" + "\n" + contents.hex() + "}\\par"
