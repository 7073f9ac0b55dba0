"""Marking patients in a plot: Ctrl with a click or a drag, and rings around marked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand

from sjogren_desktop import palette
from sjogren_desktop.gui.pens import line_pen

if TYPE_CHECKING:
    from sjogren_desktop.gui.plots import FigurePlot

_RING = 18


class PlotBrush(QObject):
    """Takes the mouse of a plot while Ctrl is held, and draws the rings."""

    brushed = Signal(object)
    """Patients (keys) whose marks are to be set or taken away everywhere."""

    def __init__(self, plot: FigurePlot) -> None:
        super().__init__(plot)
        self._plot = plot
        self.marked: frozenset[str] = frozenset()
        self.rings: pg.ScatterPlotItem | None = None
        self._start: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, plot)
        plot.viewport().installEventFilter(self)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Put a ring around every mark that has one of these patients behind it."""
        self.marked = marked
        if self.rings is not None:
            self._plot.removeItem(self.rings)
            self.rings = None
        self.draw()

    def forget(self) -> None:
        """The plot was cleared, and the rings with it."""
        self.rings = None

    def draw(self) -> None:
        """Draw the rings over what is drawn."""
        chosen = [m for m in self._plot.marks if self.marked.intersection(m.subjects)]
        if not chosen:
            return
        self.rings = pg.ScatterPlotItem(
            x=[m.x for m in chosen],
            y=[m.y for m in chosen],
            symbol="o",
            size=_RING,
            brush=None,
            pen=line_pen(palette.THEMES[self._plot.scheme].warning, width=2),
        )
        self.rings.setZValue(100)
        self._plot.addItem(self.rings, ignoreBounds=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and _is_wanted(event):
            self._start = at
            return True
        if self._start is None:
            return False
        area = QRect(self._start, at).normalized()
        if event.type() == QEvent.Type.MouseMove:
            self._band.setGeometry(area)
            self._band.show()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._start = None
            self._band.hide()
            self.brushed.emit(self._within(area))
        return True

    def _within(self, area: QRect) -> tuple[str, ...]:
        """Return the patients of the marks in an area, or of the mark at a point."""
        plot = self._plot
        if max(area.width(), area.height()) < QApplication.startDragDistance():
            mark = plot.mark_at(plot.mapToScene(area.center()))
            return mark.subjects if mark is not None else ()
        box = plot.getViewBox()
        found: dict[str, None] = {}
        for mark in plot.marks:
            if area.contains(plot.mapFromScene(box.mapViewToScene(QPointF(mark.x, mark.y)))):
                found |= dict.fromkeys(mark.subjects)
        return tuple(found)


def _is_wanted(event: QMouseEvent) -> bool:
    """Say whether the left button was pressed with Ctrl."""
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.button() == Qt.MouseButton.LeftButton and bool(held)
