"""What a graph of hypotheses is drawn with on the screen, in pixels of the plot."""

from __future__ import annotations

from math import atan2, degrees

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from sjogren_desktop import palette
from sjogren_desktop.export.graph import Box, curve, label_place, share_text
from sjogren_desktop.figures import GraphFigure, GraphNode
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.pens import line_pen


def node_boxes(figure: GraphFigure, width: float, height: float) -> list[Box]:
    """Return where the nodes stand on a plot of this size."""
    metrics = QFontMetricsF(theme.font("small"))
    return [_box(node, width, height, metrics) for node in figure.nodes]


def graph_items(figure: GraphFigure, boxes: list[Box], scheme: str) -> list[QGraphicsItem]:
    """Return the items of the graph."""
    colors = palette.THEMES[scheme]
    pen = line_pen(colors.faint, width=1)
    items: list[QGraphicsItem] = []
    labels: list[QGraphicsItem] = []
    for start, end, share in figure.arrows:
        points = curve(boxes[start], boxes[end])
        if len(points) < 2:
            continue
        x, y = zip(*points, strict=True)
        items.append(pg.PlotCurveItem(list(x), list(y), pen=pen, antialias=True))
        turn = degrees(atan2(y[-1] - y[-2], x[-1] - x[-2]))
        head = pg.ArrowItem(angle=180 + turn, headLen=9, pen=pen, brush=colors.faint)
        head.setPos(x[-1], y[-1])
        items.append(head)
        label = pg.TextItem(
            share_text(share), color=colors.ink, anchor=(0.5, 0.5), fill=colors.background
        )
        label.setFont(theme.font("small"))
        half = 0.5 * label.boundingRect().width()
        label.setPos(*label_place(points, boxes, room=half))
        labels.append(label)
    for node, (left, top, right, bottom) in zip(figure.nodes, boxes, strict=True):
        frame = QGraphicsRectItem(left, top, right - left, bottom - top)
        rejected = node.state == "rejected"
        dashed = Qt.PenStyle.DashLine if node.state == "kept" else Qt.PenStyle.SolidLine
        frame.setPen(line_pen(colors.ink, width=2 if rejected else 1, style=dashed))
        frame.setBrush(pg.mkBrush(colors.grid if rejected else colors.background))
        items.append(frame)
        text = pg.TextItem("\n".join(node.lines), color=colors.ink, anchor=(0.5, 0.5))
        text.setFont(theme.font("small"))
        text.setPos(0.5 * (left + right), 0.5 * (top + bottom))
        items.append(text)
    return [*items, *labels]


def _box(node: GraphNode, width: float, height: float, metrics: QFontMetricsF) -> Box:
    half = 0.5 * max(metrics.horizontalAdvance(line) for line in node.lines) + theme.SPACE
    tall = 0.5 * metrics.lineSpacing() * len(node.lines) + theme.SPACE // 2
    x = min(max(node.x * width, half + 1), width - half - 1)
    y = min(max(node.y * height, tall + 1), height - tall - 1)
    return x - half, y - tall, x + half, y + tall
