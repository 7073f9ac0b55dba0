"""Draws many marks of one look as one item of a plot.

Every item costs pyqtgraph about a millisecond of the thread of the window, however
small it is; a forest or a grid drawn row by row would keep it from a click.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from sjogren_desktop import palette
from sjogren_desktop.gui.legend import symbol_of
from sjogren_desktop.gui.pens import line_pen

if TYPE_CHECKING:
    from sjogren_desktop.gui.plots import FigurePlot


def draw_symbols(
    plot: FigurePlot, x: Sequence[float], y: Sequence[float], style: int, name: str | None = None
) -> None:
    """Draw the marks of points, if any, without a line between them."""
    if not len(x):
        return
    look = palette.style(style, theme=plot.scheme)
    plot.plot(list(x), list(y), pen=None, name=name, **symbol_of(look))


def draw_lines(
    plot: FigurePlot, lines: Sequence[tuple[float, float, float, float]], pen: QPen
) -> None:
    """Draw lines, if any: each from x and y to x and y."""
    if lines:
        x = [at for line in lines for at in line[::2]]
        y = [at for line in lines for at in line[1::2]]
        plot.addItem(pg.PlotCurveItem(x, y, pen=pen, connect="pairs"))


@dataclass
class Estimates:
    """Points of one style with their limits, gathered to be drawn at once."""

    points: list[tuple[float, float]] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)

    def draw(self, plot: FigurePlot, style: int) -> None:
        """Draw the limits and the points over them."""
        color = palette.style(style, theme=plot.scheme).color
        draw_lines(plot, self.lines, line_pen(color, width=2))
        draw_symbols(plot, [x for x, _ in self.points], [y for _, y in self.points], style)


def draw_frames(plot: FigurePlot, frames: Sequence[QRectF], pen: QPen, brush: QBrush) -> None:
    """Draw rectangles of one look; they must not overlap."""
    path = QPainterPath()
    for frame in frames:
        path.addRect(frame)
    item = QGraphicsPathItem(path)
    item.setPen(pen)
    item.setBrush(brush)
    plot.addItem(item)


class Cells(pg.GraphicsObject):  # type: ignore[misc]
    """Filled rectangles with a text in the middle of each, as high on any scale."""

    def __init__(self, pen: QPen, ink: QColor, font: QFont) -> None:
        super().__init__()
        self._pen, self._ink, self._font = pen, ink, font
        self._cells: list[tuple[QRectF, QBrush, str]] = []
        self._bounds = QRectF()

    def add(self, frame: QRectF, brush: QBrush, text: str) -> None:
        """Add a cell."""
        self.prepareGeometryChange()
        self._cells.append((frame, brush, text))
        self._bounds = self._bounds.united(frame)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(self._pen)
        for frame, brush, _ in self._cells:
            painter.setBrush(brush)
            painter.drawRect(frame)
        # The text keeps its size and goes the right way up: in the units of the scene.
        to_scene = self.sceneTransform()
        painter.setTransform(to_scene.inverted()[0] * painter.transform())
        painter.setPen(self._ink)
        painter.setFont(self._font)
        for frame, _, text in self._cells:
            middle = to_scene.map(frame.center())
            around = QRectF(middle - QPointF(500, 50), middle + QPointF(500, 50))
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, text)
