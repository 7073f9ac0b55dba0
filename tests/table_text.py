"""Tables as text, to be committed and reviewed as diffs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sjogren_desktop.export.displays import PAGE, Run, displays, head_lines
from sjogren_desktop.export.grid import Grid, grid, grouped
from sjogren_desktop.export.house import House
from sjogren_desktop.results import Result

_GAP = "  "


def as_text(results: Sequence[Result], house: House) -> str:
    """Return the tables of results as a house prints them, in letters of one width."""
    run = Run(datetime(2000, 1, 1, tzinfo=UTC))
    parts = []
    for display in displays(results, house, run):
        if display.table is None:
            continue
        body = _body(grid(display.table, house.numbers))
        heads = [
            " | ".join(t for t in (line.left, line.center, line.right) if t and PAGE not in t)
            for line in head_lines(display, house)
        ]
        # Method card and estimand are the same under every table, and tested where they are made.
        same = ("Method.", "Estimand.")
        notes = [note for note in display.footnotes if not note.startswith(same)]
        parts.append("\n".join([*heads, "", *body, "", *notes]))
    return ("\n\n" + "=" * 100 + "\n\n").join(parts) + "\n"


def _body(shown: Grid) -> list[str]:
    columns = [list(column) for column in zip(*_rows(shown), strict=True)]
    labels = len(shown.label_heads)
    laid = []
    for place, column in enumerate(columns):
        wide = max(len(line) for text in column for line in text.split("\n"))
        left = place < labels or shown.words[place - labels]
        laid.append([t.ljust(wide) if left else t.rjust(wide) for t in column])
    lines = [_GAP.join(row).rstrip() for row in zip(*laid, strict=True)]
    rule = "-" * max(len(line) for line in lines)
    spans = [f"{span.first + 1}-{span.last + 1}: {_line(span.text)}" for span in shown.spans]
    return [*spans, rule, lines[0], rule, *lines[1:], rule]


def _rows(shown: Grid) -> list[list[str]]:
    heads = [*shown.label_heads, *(_line(head) for head in shown.heads)]
    rows = [heads]
    for labels, cells, indent, behind in zip(
        grouped(shown.labels), shown.cells, shown.indents, shown.behind, strict=True
    ):
        first = "  " * indent + labels[0] if labels else ""
        texts = [cell + " " * len(room) for cell, room in zip(cells, behind, strict=True)]
        rows.append([first, *labels[1:], *texts])
    return rows


def _line(text: str) -> str:
    return " ".join(text.split())
