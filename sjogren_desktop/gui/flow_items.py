"""What a flow chart is drawn with on the screen: boxes with wrapped text, and arrows.

One unit down is a line of text, one unit across a column of boxes, so that the
chart fits its widget at any width.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from sjogren_desktop import palette
from sjogren_desktop.figures import FlowFigure
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.pens import line_pen

_PADDING = 0.7
"""Lines of room above and below the text of a box together."""
_GAP = 1.4
"""Lines between two rows."""


@dataclass(frozen=True)
class Placed:
    """A box on the chart: its rectangle in columns and lines, and its wrapped text."""

    rect: QRectF
    lines: tuple[str, ...]


def columns(figure: FlowFigure) -> float:
    """Return how many columns wide the chart is."""
    margin = min(box.x - box.width / 2 for box in figure.boxes)
    return max(box.x + box.width / 2 for box in figure.boxes) + margin


def arrange(figure: FlowFigure, width: float) -> tuple[list[Placed], float]:
    """Return where the boxes stand for a width in pixels, and the height in lines."""
    metrics = QFontMetricsF(theme.font("small"))
    column = width / columns(figure)
    wrapped = []
    for box in figure.boxes:
        room = box.width * column - 2 * theme.SPACE
        wrapped.append(tuple(line for text in box.lines for line in _wrapped(text, room, metrics)))
    n_rows = max(box.row for box in figure.boxes) + 1
    heights = [
        max(len(w) for b, w in zip(figure.boxes, wrapped, strict=True) if b.row == row) + _PADDING
        for row in range(n_rows)
    ]
    tops = [0.2 + sum(heights[:row]) + row * _GAP for row in range(n_rows)]
    placed = [
        Placed(QRectF(box.x - box.width / 2, tops[box.row], box.width, heights[box.row]), lines)
        for box, lines in zip(figure.boxes, wrapped, strict=True)
    ]
    return placed, tops[-1] + heights[-1] + 0.2


def flow_items(figure: FlowFigure, placed: list[Placed], scheme: str) -> list[QGraphicsItem]:
    """Return the items of the chart."""
    colors = palette.THEMES[scheme]
    pen = line_pen(colors.faint, width=1)
    items: list[QGraphicsItem] = []
    for start, end in figure.arrows:
        above, below = placed[start].rect, placed[end].rect
        half = below.top() - _GAP / 2
        x = [above.center().x(), above.center().x(), below.center().x(), below.center().x()]
        y = [above.bottom(), half, half, below.top()]
        items.append(pg.PlotCurveItem(x, y, pen=pen))
        # Its angle is that of the arrow's tail, turned by a quarter: it points down.
        head = pg.ArrowItem(angle=-90, headLen=8, pen=pen, brush=colors.faint)
        head.setPos(below.center().x(), below.top())
        items.append(head)
    for box in placed:
        frame = QGraphicsRectItem(box.rect)
        frame.setPen(line_pen(colors.ink, width=1))
        frame.setBrush(pg.mkBrush(colors.background))
        items.append(frame)
        text = pg.TextItem("\n".join(box.lines), color=colors.ink, anchor=(0.5, 0.5))
        text.setFont(theme.font("small"))
        text.setPos(box.rect.center().x(), box.rect.center().y())
        items.append(text)
    return items


def _wrapped(text: str, room: float, metrics: QFontMetricsF) -> list[str]:
    """Return a text on as many lines as its width needs."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
