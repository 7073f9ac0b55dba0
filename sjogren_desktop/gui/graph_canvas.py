"""The picture of a graph of hypotheses that is drawn with the mouse.

The canvas only shows and tells; the numbers belong to the window around it.
Everything it offers can be done in the table with the keyboard too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from sjogren_desktop import palette
from sjogren_desktop.export.graph import curve, label_place, share_text
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.language import tr

Floats = np.ndarray

_BAR = 8
_RING = 7


class GraphCanvas(QWidget):
    """Boxes that can be dragged, bars of alpha, and arrows."""

    weight_changed = Signal(int, float)
    arrow_drawn = Signal(int, int)
    node_moved = Signal(int, float, float)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graph_canvas")
        self.setAccessibleName(tr("Graph of the hypotheses"))
        self.setAccessibleDescription(tr("All of it stands in the table below too"))
        self.setToolTip(
            tr(
                "Drag a box to move it, its bar to set its share of alpha, its ring to draw an "
                "arrow"
            )
        )
        self.setMinimumSize(360, 260)
        self.setMouseTracking(True)
        self._names = tuple(names)
        self._weights = np.zeros(len(names))
        self._arrows = np.zeros((len(names), len(names)))
        self._places: list[tuple[float, float]] = [(0.5, 0.5)] * len(names)
        self._held: tuple[str, int] | None = None
        self._at = QPointF()

    def show_graph(
        self, weights: Floats, arrows: Floats, places: Sequence[tuple[float, float]]
    ) -> None:
        """Show these numbers."""
        self._weights, self._arrows, self._places = weights.copy(), arrows.copy(), list(places)
        self.update()

    # -- where things are

    def box(self, node: int) -> QRectF:
        """Return the box of a node, within the canvas."""
        metrics = QFontMetricsF(theme.font("small"))
        texts = (self._names[node], "alpha 100.0%")  # as wide at every share
        half = max(0.5 * max(map(metrics.horizontalAdvance, texts)) + theme.SPACE, 60.0)
        tall = metrics.lineSpacing() + 1.5 * _BAR
        x, y = self._places[node]
        middle_x = min(max(x * self.width(), half + 2), self.width() - half - _RING - 2)
        middle_y = min(max(y * self.height(), tall + 2), self.height() - tall - 2)
        return QRectF(middle_x - half, middle_y - tall, 2 * half, 2 * tall)

    def bar(self, node: int) -> QRectF:
        """Return the bar of a node, whose filled part is its share of alpha."""
        box = self.box(node)
        return QRectF(
            box.left() + theme.SPACE, box.bottom() - 1.6 * _BAR, box.width() - 2 * theme.SPACE, _BAR
        )

    def ring(self, node: int) -> QPointF:
        """Return the middle of the ring from which an arrow is drawn."""
        box = self.box(node)
        return QPointF(box.right(), box.center().y())

    def _hit(self, position: QPointF) -> tuple[str, int] | None:
        for node in reversed(range(len(self._names))):
            away = position - self.ring(node)
            if away.x() ** 2 + away.y() ** 2 <= (_RING + 3) ** 2:
                return "ring", node
            if self.bar(node).adjusted(-4, -4, 4, 4).contains(position):
                return "bar", node
            if self.box(node).contains(position):
                return "box", node
        return None

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._held, self._at = self._hit(event.position()), event.position()
        if self._held is not None and self._held[0] == "bar":
            self._tell_weight(self._held[1], event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._held is None:
            hit = self._hit(event.position())
            shapes = {
                "bar": Qt.CursorShape.SizeHorCursor,
                "ring": Qt.CursorShape.CrossCursor,
                "box": Qt.CursorShape.OpenHandCursor,
            }
            self.setCursor(shapes[hit[0]] if hit else Qt.CursorShape.ArrowCursor)
            return
        kind, node = self._held
        if kind == "bar":
            self._tell_weight(node, event.position())
        elif kind == "box":
            x = min(max(self._at.x() / max(self.width(), 1), 0.0), 1.0)
            y = min(max(self._at.y() / max(self.height(), 1), 0.0), 1.0)
            self._places[node] = (x, y)
            self.node_moved.emit(node, x, y)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        self.update()
        if held is None or held[0] != "ring":
            return
        for node in range(len(self._names)):
            if node != held[1] and self.box(node).contains(event.position()):
                self.arrow_drawn.emit(held[1], node)
                return

    def _tell_weight(self, node: int, position: QPointF) -> None:
        bar = self.bar(node)
        share = (position.x() - bar.left()) / bar.width()
        self.weight_changed.emit(node, min(max(share, 0.0), 1.0))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = palette.THEMES[theme.scheme_of(QGuiApplication.palette())]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colors.background))
        painter.setFont(theme.font("small"))
        for start, end in np.argwhere(self._arrows > 0):
            self._paint_arrow(painter, int(start), int(end), colors)
        if self._held is not None and self._held[0] == "ring":
            painter.setPen(QPen(QColor(colors.ink), 1, Qt.PenStyle.DashLine))
            painter.drawLine(self.ring(self._held[1]), self._at)
        for node in range(len(self._names)):
            self._paint_node(painter, node, colors)

    def _paint_arrow(self, painter: QPainter, start: int, end: int, colors: palette.Theme) -> None:
        boxes = [_sides(self.box(node)) for node in range(len(self._names))]
        way = curve(boxes[start], boxes[end])
        if len(way) < 2:
            return
        points = [QPointF(*p) for p in way]
        painter.setPen(QPen(QColor(colors.faint), 1.5))
        painter.drawPolyline(QPolygonF(points))
        along = points[-1] - points[-2]
        length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6)
        along = along / length
        side = QPointF(-along.y(), along.x())
        tip = points[-1]
        painter.setBrush(QColor(colors.faint))
        painter.drawPolygon(
            QPolygonF([tip, tip - along * 9 + side * 4, tip - along * 9 - side * 4])
        )
        text = share_text(float(self._arrows[start, end]))
        room = QFontMetricsF(painter.font()).boundingRect(text)
        room.moveCenter(QPointF(*label_place(way, boxes, room=0.5 * room.width() + 2)))
        painter.fillRect(room.adjusted(-2, 0, 2, 0), QColor(colors.background))
        painter.setPen(QColor(colors.ink))
        painter.drawText(room.adjusted(-2, 0, 2, 0), int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_node(self, painter: QPainter, node: int, colors: palette.Theme) -> None:
        box, bar = self.box(node), self.bar(node)
        painter.setPen(QPen(QColor(colors.ink), 1.5))
        painter.setBrush(QColor(colors.background))
        painter.drawRect(box)
        top = QRectF(box.left(), box.top() + 2, box.width(), bar.top() - box.top() - 2)
        share = float(self._weights[node])
        painter.drawText(
            top,
            int(Qt.AlignmentFlag.AlignCenter),
            f"{self._names[node]}\nalpha {_percent(share)}%",
        )
        painter.setPen(QPen(QColor(colors.faint), 1))
        painter.drawRect(bar)
        painter.fillRect(
            QRectF(bar.left(), bar.top(), bar.width() * min(share, 1.0), bar.height()),
            QColor(colors.arms[1]),
        )
        painter.setPen(QPen(QColor(colors.ink), 1.5))
        painter.drawEllipse(self.ring(node), _RING, _RING)


def _percent(share: float) -> str:
    from sjogren_desktop import formats

    return local.numbers(formats.fixed(100 * share, 1))


def _sides(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()
