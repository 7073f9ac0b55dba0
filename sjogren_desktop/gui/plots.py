"""Draws the figures of a result on the screen with pyqtgraph.

One :class:`FigurePlot` serves a panel for its whole life: it is cleared and
drawn again, on a new figure as on a change of the palette. Colours, symbols
and dashes come from :mod:`sjogren_desktop.palette`, as in print. The wheel is
left to the page the plot stands on; resting the pointer on a mark shows its
numbers at full precision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sjogren_desktop import formats, palette
from sjogren_desktop.export.graph import height_in_lines
from sjogren_desktop.figures import (
    BarFigure,
    BoxFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    LineFigure,
    MapFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.at_risk import AtRisk
from sjogren_desktop.gui.brush import marked_text
from sjogren_desktop.gui.flow_items import arrange, columns, flow_items
from sjogren_desktop.gui.graph_items import graph_items, node_boxes
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.legend import pen_of, symbol_of
from sjogren_desktop.gui.map_items import edges, map_items
from sjogren_desktop.gui.more_plots import Mark, Quadrants, behind, draw_other, draw_points
from sjogren_desktop.gui.pens import line_pen
from sjogren_desktop.gui.plot_brush import PlotBrush
from sjogren_desktop.gui.row_plots import draw_bars, draw_forest
from sjogren_desktop.results import Subjects

_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_REACH = 14
"""Distance in pixels at which the pointer is on a mark."""

_FLATTEST = 4
"""How many times as wide as high a plot may be."""
_LETTERS = 160
"""Letters of width that low plots may have all the same."""


class FigurePlot(pg.PlotWidget):  # type: ignore[misc]
    """Shows one figure at a time."""

    subjects_wanted = Signal(object)
    """The patients behind a mark (Subjects) are to be opened."""

    # Events arrive while the widget is still being made.
    figure: Figure | None = None
    scheme = ""
    quadrants: Quadrants | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_plot")
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        # The one place where a reader says what the figure shows is where Tab stops.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.marks: list[Mark] = []
        # The last number of the bottom axis reaches over its end.
        self.getPlotItem().layout.setContentsMargins(0, 0, 2 * theme.SPACE, 0)
        self.brush = PlotBrush(self)
        self.at_risk = AtRisk(self.getAxis("bottom"))
        self.scene().sigMouseMoved.connect(self._point)
        self.scene().sigMouseClicked.connect(self._click)
        self.getViewBox().sigResized.connect(self._fit)
        self._drawn_width = 0
        # Drawing again within a change of size would be undone by what follows it.
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.timeout.connect(self._fit_width)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._draw_again)

    # -- what the panel calls

    def draw(self, figure: Figure) -> None:
        """Draw a figure in place of the one shown."""
        self.figure = figure
        self.setAccessibleName(tr("Figure: {title}", title=figure.title))
        self._redraw()

    def put_away(self) -> None:
        """Draw what is shown not again, whatever size the plot gets: another figure comes."""
        self.figure = None
        self._refit.stop()

    def describe(self, text: str) -> None:
        """Say in words what the figure shows, for readers who do not see it."""
        self.setAccessibleDescription(text)

    # -- events

    def close(self) -> bool:
        # pyqtgraph takes the plot apart; a change of palette may still arrive after that.
        self.figure = None
        return bool(super().close())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.figure is None:
            return
        recoloured = event.type() == QEvent.Type.PaletteChange
        if event.type() == QEvent.Type.FontChange or (
            recoloured and theme.scheme_of(QGuiApplication.palette()) != self.scheme
        ):
            # Not at once: taking items away while events are being passed on to them has
            # ended the program.
            self._again.start()

    @Slot()
    def _draw_again(self) -> None:
        if self.figure is not None:
            self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(object)
    def _point(self, position: QPointF) -> None:
        mark = self.mark_at(position)
        opens = mark is not None and bool(mark.subjects)
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if mark is None:
            QToolTip.hideText()
            return
        count = len(mark.subjects)
        people = tr("the patient") if count == 1 else tr("these {count} patients", count=count)
        text = mark.text
        if count:
            also = marked_text(mark.subjects, self.brush.marked)
            text += f" ({also})" if also else ""
            text += tr("\nClick: open {people}; Ctrl+click: mark everywhere", people=people)
        QToolTip.showText(self.mapToGlobal(self.mapFromScene(position)), local.numbers(text), self)

    @Slot(object)
    def _click(self, event: MouseClickEvent) -> None:
        """Ask for the patients behind the mark that was clicked."""
        mark = self.mark_at(event.scenePos())
        if event.button() == Qt.MouseButton.LeftButton and mark is not None and mark.subjects:
            event.accept()
            self.subjects_wanted.emit(Subjects(_named(mark), mark.subjects))

    def mark_at(self, position: QPointF) -> Mark | None:
        """Return the mark nearest to a position of the scene, if one is near."""
        box = self.getViewBox()
        if isinstance(self.figure, MapFigure):
            return self._cell_at(box.mapSceneToView(position))
        best, least = None, float(_REACH**2)
        for mark in self.marks:
            if mark.area is not None:
                if mark.area.contains(box.mapSceneToView(position)):
                    return mark
                continue
            at = box.mapViewToScene(QPointF(mark.x, mark.y))
            distance = (at.x() - position.x()) ** 2 + (at.y() - position.y()) ** 2
            if distance <= least:
                best, least = mark, distance
        return best

    def _cell_at(self, point: QPointF) -> Mark | None:
        """Return the mark of the cell of a map that a point is in."""
        assert isinstance(self.figure, MapFigure)
        x, y = self.figure.x, self.figure.y
        i = round((point.x() - x[0]) / (x[1] - x[0]))
        j = round((point.y() - y[0]) / (y[1] - y[0]))
        inside = 0 <= i < len(x) and 0 <= j < len(y)
        return self.marks[i * len(y) + j] if inside else None

    # -- drawing

    def _redraw(self) -> None:
        assert self.figure is not None
        self.scheme = theme.scheme_of(QGuiApplication.palette())
        colors = palette.THEMES[self.scheme]
        self.clear()
        self.brush.forget()
        self.quadrants = None
        self.marks = []
        self.at_risk.clear()
        self.setBackground(colors.background)
        for side in ("left", "bottom", "right", "top"):
            axis = self.getAxis(side)
            axis.setTicks(None)
            axis.setPen(line_pen(colors.faint))
            axis.setTextPen(pg.mkPen(colors.ink))
            axis.setTickFont(theme.font("small"))
            # Names of the first and last position may reach over the corner a little.
            axis.setStyle(tickLength=-4, tickAlpha=None, hideOverlappingLabels=4 * theme.SPACE)
            axis.showLabel(False)
            axis.enableAutoSIPrefix(False)  # a p value of 0.05 is not 50 (x0.001)
            if side in ("bottom", "top"):
                axis.setHeight(None)  # a figure before may have asked for more lines
            self.showAxis(side, side in ("left", "bottom"))
        self.getViewBox().invertY(False)
        if isinstance(self.figure, LineFigure):
            self._lines(self.figure)
        elif isinstance(self.figure, ForestFigure):
            draw_forest(self, self.figure)
        elif isinstance(self.figure, MapFigure):
            self._map(self.figure)
        elif isinstance(self.figure, ScatterFigure):
            draw_points(self, self.figure)
        elif isinstance(self.figure, FlowFigure):
            self._flow(self.figure)
        elif isinstance(self.figure, GraphFigure):
            self._graph(self.figure)
        elif isinstance(self.figure, BarFigure):
            draw_bars(self, self.figure)
        else:
            draw_other(self, self.figure)
        self.brush.draw()

    def name_axis(self, side: str, text: str) -> None:
        colors = palette.THEMES[self.scheme]
        size = f"{theme.font('small').pointSizeF():.1f}pt"
        # pyqtgraph clips what is longer than the axis; two lines fit where one does not.
        lines = escape(_folded(text)).replace("\n", "<br>") if side == "left" else escape(text)
        self.getAxis(side).setLabel(lines, **{"color": colors.ink, "font-size": size})

    def set_lines(self, lines: float) -> None:
        height = round(lines * self.fontMetrics().lineSpacing())
        self.setFixedHeight(height)
        # Drawn across a screen of 3840 pixels, every course would look flat.
        letters = _LETTERS * self.fontMetrics().averageCharWidth()
        self.setMaximumWidth(max(_FLATTEST * height, letters))

    def draw_reference(self, *, x: float | None = None, y: float | None = None) -> None:
        pen = line_pen(palette.THEMES[self.scheme].faint, width=1, dash=[4, 4])
        vertical = x is not None
        self.addItem(
            pg.InfiniteLine(pos=x if vertical else y, angle=90 if vertical else 0, pen=pen)
        )

    def _lines(self, figure: LineFigure) -> None:
        positions = [x for series in figure.series for x in series.x]
        points = [series for series in figure.series if not series.curve]
        # A curve has as many positions as it needs to be smooth.
        spacing = palette.least_spacing([x for s in points or figure.series for x in s.x])
        values: list[float] = [] if figure.reference_y is None else [figure.reference_y]
        for series in figure.series:
            if figure.steps:
                self._steps(series)
            elif series.curve:
                self.draw_curve(series)
            else:
                spread = palette.dodge(points.index(series), len(points), spacing)
                self._line(series, spread)
            values += [*series.y, *series.lower, *series.upper]
        if figure.reference_y is not None:
            self.draw_reference(y=figure.reference_y)
        self.name_axis("bottom", figure.x_label)
        self.name_axis("left", figure.y_label)
        if figure.at_risk:
            self.getAxis("bottom").setHeight(self.at_risk.height(figure, theme.font("small")))
        self.set_lines(20 + 2 * len(figure.at_risk))
        finite = [v for v in values if v == v]
        if positions and finite:
            margin = spacing * 0.5
            if not figure.x_ticks:
                # Room for the bars at the ends; half a step may be far, and below zero.
                margin = min(margin, 0.04 * (max(positions) - min(positions)) or margin)
            self.setXRange(min(positions) - margin, max(positions) + margin, padding=0)
            self.setYRange(min(finite), max(finite), padding=0.06)
        self.name_positions()

    @Slot()
    def _fit(self) -> None:
        """Fit what depends on the width of the plot."""
        if isinstance(self.figure, FlowFigure | GraphFigure):
            self._refit.start(0)
        self.name_positions()

    @Slot()
    def _fit_width(self) -> None:
        wide = isinstance(self.figure, FlowFigure | GraphFigure)
        if wide and self.width() != self._drawn_width:
            self._redraw()

    def name_positions(self) -> None:
        """Name every position of the bottom axis, or every second, third ... as there is room."""
        ticks = self.figure.x_ticks if isinstance(self.figure, LineFigure | BoxFigure) else ()
        if not ticks:
            return
        metrics = QFontMetrics(theme.font("small"))
        low, high = self.viewRange()[0]
        pixels = self.getViewBox().width() / (high - low)
        backwards = sorted(ticks, reverse=True)  # the last visit keeps its name
        places = [(x * pixels, metrics.horizontalAdvance(n) + theme.SPACE) for x, n in backwards]
        step = next(k for k in range(1, len(ticks) + 1) if _apart(places[::k]))
        kept = backwards[::step]
        self.getAxis("bottom").setTicks([kept[::-1], [(x, "") for x, _ in ticks]])
        if isinstance(self.figure, LineFigure):
            ink = palette.THEMES[self.scheme].ink
            self.at_risk.write(self.figure, theme.font("small"), ink)

    def _line(self, series: Series, offset: float) -> None:
        import numpy as np

        look = palette.style(series.style, theme=self.scheme)
        pen = pen_of(look)
        x = np.asarray(series.x, dtype=float) + offset
        y = np.asarray(series.y, dtype=float)
        bounded = bool(series.lower)
        if bounded:
            low, high = np.asarray(series.lower), np.asarray(series.upper)
            beam = 0.15 * palette.least_spacing(list(series.x))
            thin = line_pen(look.color, width=1)
            bars = pg.ErrorBarItem(x=x, y=y, top=high - y, bottom=y - low, beam=beam, pen=thin)
            self.addItem(bars)
        self.plot(
            x,
            y,
            pen=pen,
            antialias=True,
            connect="finite",
            name=series.name,
            **symbol_of(look),
        )
        names = self._tick_names()
        for i, value in enumerate(series.y):
            at = names.get(series.x[i], formats.exact(series.x[i]))
            text = f"{series.name}\n{at}: {value}"
            if bounded:
                text += tr(
                    "\nfrom {lower} to {upper}", lower=series.lower[i], upper=series.upper[i]
                )
            self.marks.append(Mark(float(x[i]), float(value), text, behind(series, i)))

    def draw_curve(self, series: Series) -> None:
        import numpy as np

        look = palette.style(series.style, theme=self.scheme)
        x, y = np.asarray(series.x, dtype=float), np.asarray(series.y, dtype=float)
        if series.lower:
            shade = QColor(look.color)
            shade.setAlpha(45)
            edge = line_pen(look.color, width=1)
            sides = [
                pg.PlotDataItem(x, np.asarray(v), pen=edge) for v in (series.lower, series.upper)
            ]
            self.addItem(pg.FillBetweenItem(*sides, brush=shade))
            for side in sides:
                self.addItem(side)
        pen = pen_of(look)
        self.plot(x, y, pen=pen, antialias=True, connect="finite", name=series.name)
        for i, (at, value) in enumerate(zip(series.x, series.y, strict=True)):
            text = f"{series.name}\n{formats.exact(at)}: {value}"
            if series.lower:
                text += tr(
                    "\nfrom {lower} to {upper}", lower=series.lower[i], upper=series.upper[i]
                )
            if value == value:
                self.marks.append(Mark(at, value, text, behind(series, i)))

    def _steps(self, series: Series) -> None:
        import numpy as np

        # A value holds until the next position.
        x = np.repeat(np.asarray(series.x, dtype=float), 2)[1:]
        y = np.repeat(np.asarray(series.y, dtype=float), 2)[:-1]
        pen = pen_of(palette.style(series.style, theme=self.scheme))
        self.plot(x, y, pen=pen, connect="finite", name=series.name)
        for i, (at, value) in enumerate(zip(series.x, series.y, strict=True)):
            text = f"{series.name}\n{formats.exact(at)}: {value}"
            self.marks.append(Mark(at, value, text, behind(series, i)))

    def _map(self, figure: MapFigure) -> None:
        for item in map_items(figure, self.scheme):
            self.addItem(item)
        if figure.x[0] <= 0.0 <= figure.x[-1]:
            self.draw_reference(x=0.0)
        if figure.y[0] <= 0.0 <= figure.y[-1]:
            self.draw_reference(y=0.0)
        for i, x in enumerate(figure.x):
            for j, y in enumerate(figure.y):
                text = f"{figure.x_label}: {formats.exact(x)}\n"
                text += f"{figure.y_label}: {formats.exact(y)}\n"
                text += f"{figure.value_label}: {figure.values[i][j]}"
                text += f"\n{figure.texts[i][j]}" if figure.texts else ""
                behind = figure.subjects[i][j] if figure.subjects else ()
                self.marks.append(Mark(x, y, text, behind))
        self.name_axis("bottom", figure.x_label)
        self.name_axis("left", figure.y_label)
        left, right, bottom, top = edges(figure)
        self.setXRange(left, right, padding=0)
        self.setYRange(bottom, top, padding=0)
        self.set_lines(26)

    def _flow(self, figure: FlowFigure) -> None:
        for side in ("left", "bottom"):
            self.showAxis(side, False)
        self._drawn_width = self.width()
        placed, height = arrange(figure, self._drawn_width)
        for item in flow_items(figure, placed, self.scheme):
            self.addItem(item)
        for box, at in zip(figure.boxes, placed, strict=True):
            centre = at.rect.center()
            text = "\n".join(box.lines)
            self.marks.append(Mark(centre.x(), centre.y(), text, box.subjects, at.rect))
        self.getViewBox().invertY(True)
        self.setXRange(0, columns(figure), padding=0)
        self.setYRange(0, height, padding=0)
        self.set_lines(height)

    def _graph(self, figure: GraphFigure) -> None:
        for side in ("left", "bottom"):
            self.showAxis(side, False)
        self.set_lines(height_in_lines(figure))
        self._drawn_width, height = self.width(), self.height()
        boxes = node_boxes(figure, self._drawn_width, height)
        for item in graph_items(figure, boxes, self.scheme):
            self.addItem(item)
        for node, (left, top, right, bottom) in zip(figure.nodes, boxes, strict=True):
            area = QRectF(left, top, right - left, bottom - top)
            centre = area.center()
            self.marks.append(Mark(centre.x(), centre.y(), "\n".join(node.lines), area=area))
        self.getViewBox().invertY(True)
        self.setXRange(0, self._drawn_width, padding=0)
        self.setYRange(0, height, padding=0)

    def _tick_names(self) -> dict[float, str]:
        ticks = self.figure.x_ticks if isinstance(self.figure, LineFigure) else ()
        return dict(ticks)

    def name_rows(self, labels: list[str]) -> None:
        """Put the first row on top, and the labels at the left."""
        self.getViewBox().invertY(True)
        left = self.getAxis("left")
        left.setTicks([list(enumerate(_folded(label) for label in labels))])
        left.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=False)
        self._folded = any("\n" in _folded(label) for label in labels)

    def lines_a_row(self) -> float:
        return 2.3 if self._folded else 1.6


def _apart(places: Sequence[tuple[float, float]]) -> bool:
    """Say whether texts (middle, width), from right to left, leave each other room."""
    return all(a - b >= (wa + wb) / 2 for (a, wa), (b, wb) in pairwise(places))


def _folded(label: str, most: int = 34) -> str:
    """Return a long label on two lines, divided at the blank nearest its middle."""
    blanks = [i for i, letter in enumerate(label) if letter == " "]
    if len(label) <= most or not blanks:
        return label
    middle = min(blanks, key=lambda i: abs(i - len(label) // 2))
    return f"{label[:middle]}\n{label[middle + 1 :]}"


def _named(mark: Mark) -> str:
    """Return what a mark is in one line, its numbers shortened."""
    line = ", ".join(mark.text.split("\n"))
    shorter = _LONG_NUMBER.sub(lambda found: formats.fixed(float(found[0]), 2), line)
    return local.numbers(shorter.strip())
