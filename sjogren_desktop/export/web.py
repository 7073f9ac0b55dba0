"""Displays as one web page, and a table as HTML for the clipboard.

A number that stands alone in its cell is given to spreadsheet programs at full
precision (``x:num`` for Excel, ``sdval`` for LibreOffice) with the format it is
shown in; any other text is marked as text, so that ``1 (2)`` or ``3/10`` does
not become a negative number or a date.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import partial
from html import escape

from sjogren_desktop import __version__, formats
from sjogren_desktop.export.displays import Display, Run, marks_of
from sjogren_desktop.export.formula import as_text
from sjogren_desktop.export.grid import Grid, Span, grid
from sjogren_desktop.export.house import House
from sjogren_desktop.export.type_metrics import width
from sjogren_desktop.export.word import Picture
from sjogren_desktop.formats import NumberStyle
from sjogren_desktop.results import Cell, Progress, Table, Watch, no_progress, paced, unwatched

Part = tuple[range, range]
"""Rows of a table's body, and columns counted with the label columns first."""

_STYLE = """
body{font-family:Arial,"Liberation Sans",sans-serif;font-size:10pt;margin:2em;color:#000}
section{margin:0 0 3em;break-after:page;overflow-x:auto}
table{border-collapse:collapse;border-top:1px solid;border-bottom:1px solid}
th,td{padding:.15em .5em;vertical-align:top;text-align:left;font-variant-numeric:tabular-nums}
thead th{vertical-align:bottom;border-bottom:1px solid}thead tr.s th{border-bottom:0}
thead tr.s th.c{text-align:center;border-bottom:1px solid}
.r{text-align:right;white-space:nowrap}h2{font-size:11pt;margin:.6em 0}
td:first-child{min-width:9em}.l{margin:0}.n{font-size:8.5pt;margin:.2em 0}.f{color:#595959}
.m{color:#a32a00;font-weight:bold}img{max-width:100%}
"""


def web_page(
    displays: Sequence[Display],
    house: House,
    run: Run,
    *,
    picture: Picture,
    progress: Progress = no_progress,
) -> bytes:
    """Return the contents of an ``.html`` file of these displays, pictures included."""
    items = "".join(
        f'<li><a href="#d{n}">{escape(d.heading)}</a> — {escape(d.result.study)}</li>'
        for n, d in enumerate(displays)
    )
    marks = marks_of(run, [d.result for d in displays])
    parts = [
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>Tables and figures</title><style>{_STYLE}</style></head><body>",
        _marked(marks),
        f"<h1>Tables and figures</h1><p class='f'>Sjögren Desktop {escape(__version__)}, "
        f"{escape(run.stamp)}</p><nav><ul>{items}</ul></nav>",
    ]
    for number, display in enumerate(displays):
        watch = partial(progress, number / max(1, len(displays)), f"Writing {display.label}")
        watch()
        parts.append(f'<section id="d{number}">{_marked(display.marks)}')
        parts += [f"<p class='l'>{escape(t)}</p>" for t in (display.protocol, display.population)]
        parts.append(f"<h2>{escape(display.heading)}</h2>")
        if display.table is not None:
            parts.append(table_html(display.table, house.numbers, watch=watch))
        else:
            contents, _ = picture(display, house.page.room, 400.0)
            data = b64encode(contents).decode("ascii")
            parts.append(f'<img alt="{escape(display.title)}" src="data:image/png;base64,{data}">')
        parts += [f"<p class='n'>{escape(note)}</p>" for note in display.footnotes]
        if display.source:
            parts.append(f"<p class='n f'>{escape(display.source)} · {escape(run.stamp)}</p>")
        parts.append("</section>")
    parts.append("</body></html>\n")
    return "\n".join(parts).encode("utf-8")


def table_html(
    table: Table,
    numbers: NumberStyle = formats.HOUSE,
    *,
    part: Part | None = None,
    watch: Watch = unwatched,
) -> str:
    """Return a table, or a part of it, as an HTML table; the whole one has heads."""
    shown = grid(table, numbers, watch=watch)
    rows, columns = part or whole(table)
    body = "".join(
        "<tr>" + "".join(_td(table, shown, numbers, row, c) for c in columns) + "</tr>\n"
        for row in paced(rows, watch)
    )
    heads = f"<thead>{_heads(shown, columns)}</thead>\n" if part is None else ""
    return f"<table>\n{heads}<tbody>\n{body}</tbody>\n</table>"


def clipboard_html(table: Table, *, part: Part | None = None) -> str:
    """Return a table as spreadsheet programs and word processors paste it."""
    title = "" if part else f"<p><b>{escape(table.title)}</b></p>"
    notes = "" if part else "".join(f"<p>{escape(note)}</p>" for note in table.footnotes)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
        "<style>td,th{font-family:Arial;font-size:9pt;white-space:nowrap}"
        "table{border-collapse:collapse}</style></head><body>"
        f"{title}{table_html(table, part=part)}{notes}</body></html>"
    )


def clipboard_text(table: Table, *, part: Part | None = None) -> str:
    """Return a table separated by tabs; the whole one has its heads in one line."""
    shown = grid(table)
    rows, columns = part or whole(table)
    heads = [*table.row_headers, *(column.header for column in table.columns)]
    lines = [] if part else [heads]
    lines += [[*shown.labels[row], *shown.cells[row]] for row in rows]
    return "\n".join(
        "\t".join(as_text(" ".join(line[c].split())) for c in columns) for line in lines
    )


def whole(table: Table) -> Part:
    """Return all rows and columns of a table, label columns first."""
    return range(len(table.rows)), range(len(table.row_headers) + len(table.columns))


def _marked(marks: str) -> str:
    return f"<p class='m'>{escape(marks)}</p>" if marks else ""


def _heads(shown: Grid, columns: range) -> str:
    labels = len(shown.label_heads)
    own = "".join(
        f"<th{_class(shown, c)}>{_lines((*shown.label_heads, *shown.heads)[c])}</th>"
        for c in columns
    )
    if not any(s.first <= c - labels <= s.last for s in shown.spans for c in columns):
        return f"<tr>{own}</tr>"
    cells: list[tuple[Span | None, int]] = []
    for c in columns:
        span = next((s for s in shown.spans if s.first <= c - labels <= s.last), None)
        if cells and span is not None and cells[-1][0] is span:
            cells[-1] = (span, cells[-1][1] + 1)
        else:
            cells.append((span, 1))
    above = "".join(
        f'<th class="c" colspan="{count}">{_lines(span.text)}</th>' if span else "<th></th>"
        for span, count in cells
    )
    return f'<tr class="s">{above}</tr>\n<tr>{own}</tr>'


def _class(shown: Grid, column: int) -> str:
    place = column - len(shown.label_heads)
    right = place >= 0 and not shown.words[place]
    return ' class="r" style="text-align:right"' if right else ""


def _lines(text: str) -> str:
    return "<br>".join(escape(part) for part in text.split("\n"))


def _td(table: Table, shown: Grid, numbers: NumberStyle, row: int, column: int) -> str:
    labels = len(table.row_headers)
    if column < labels:
        indent = shown.indents[row] if column == 0 else 0
        space = f"padding-left:{0.5 + 1.2 * indent:.1f}em;" if indent else ""
        look = f"{space}mso-number-format:'\\@'"
        return f'<td style="{look}">{_lines(shown.labels[row][column])}</td>'
    place = column - labels
    text = shown.cells[row][place]
    if shown.words[place]:
        return f"<td style=\"mso-number-format:'\\@'\">{_lines(text)}</td>"
    behind = width(shown.behind[row][place], 1.0)
    space = f"padding-right:{0.5 + behind:.3f}em;" if behind else ""
    number = _number(table.rows[row].cells[place], text, numbers)
    kind = number or "mso-number-format:'\\@'\""
    return f'<td class="r" style="text-align:right;{space}{kind}>{escape(text)}</td>'


def _number(cell: Cell | None, text: str, numbers: NumberStyle) -> str:
    """Return the end of the attributes of a cell that holds one number, else ""."""
    if cell is None or len(cell.stats) != 1 or cell.pattern != "{0}":
        return ""
    value = formats.plain(cell.stats[0].value)
    if (
        value is None
        or isinstance(value, str)
        or not text.removeprefix("-").replace(".", "").isdigit()
    ):
        return ""
    decimals = len(text.partition(".")[2])
    shape = "0." + "0" * decimals if decimals else "0"
    quoted = shape.replace(".", "\\.")
    return (
        f'mso-number-format:\'{quoted}\'" x:num="{value!r}" '
        f'sdval="{value!r}" sdnum="1033;0;{shape}"'
    )
