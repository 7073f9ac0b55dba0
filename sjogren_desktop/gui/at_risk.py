"""Numbers at risk under the bottom axis of a plot, each below its tick."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QGraphicsSimpleTextItem

from sjogren_desktop.figures import LineFigure


class AtRisk:
    """The texts of one plot, kept by its bottom axis; written again on every change of size."""

    def __init__(self, axis: pg.AxisItem) -> None:
        self._axis = axis
        self.items: list[QGraphicsSimpleTextItem] = []

    def clear(self) -> None:
        """Take all numbers away."""
        for item in self.items:
            if item.scene() is not None:
                item.scene().removeItem(item)
        self.items = []

    def height(self, figure: LineFigure, font: QFont) -> int:
        """Return the height of the axis with its tick names, the numbers and its label."""
        lines = 3 + 1 + 2 * len(figure.at_risk)
        return lines * QFontMetrics(font).lineSpacing()

    def write(self, figure: LineFigure, font: QFont, color: str) -> None:
        """Write the numbers of a figure; the range and width of the plot must be known."""
        self.clear()
        view = self._axis.linkedView()
        if not figure.at_risk or view is None:
            return
        each = QFontMetrics(font).lineSpacing()
        (low, high), _ = view.viewRange()
        a_unit = self._axis.size().width() / (high - low)
        below = 1.6 * each
        self._text("Number at risk", 0.0, below, font, color)
        for name, numbers in figure.at_risk:
            below += each
            self._text(name, 0.0, below, font, color)
            below += each
            for (x, _), number in zip(figure.x_ticks, numbers, strict=True):
                item = self._text(str(number), 0.0, below, font, color)
                item.setX((x - low) * a_unit - item.boundingRect().width() / 2)

    def _text(
        self, text: str, x: float, y: float, font: QFont, color: str
    ) -> QGraphicsSimpleTextItem:
        item = QGraphicsSimpleTextItem(text, self._axis)
        item.setFont(font)
        item.setBrush(QColor(color))
        item.setPos(x, y)
        self.items.append(item)
        return item
