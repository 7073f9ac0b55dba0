"""Draws kinds of figures on a plot: points, dots, grids, lanes and boxes.

Helpers of :class:`.plots.FigurePlot`, which clears the plot, sets its colours and
finds the mark under the pointer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QGraphicsRectItem

from sjogren_desktop import formats, palette
from sjogren_desktop.figures import (
    BoxFigure,
    DotFigure,
    GridFigure,
    LaneFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.legend import fill
from sjogren_desktop.gui.pens import line_pen
from sjogren_desktop.gui.shapes import Cells, Estimates, draw_frames, draw_lines, draw_symbols

_POINT_LINES = 26
"""Height of a plot of points, in lines of text."""

if TYPE_CHECKING:
    from sjogren_desktop.gui.plots import FigurePlot


@dataclass(frozen=True)
class Mark:
    """A drawn number: where it is, its text for the pointer, and the patients behind it."""

    x: float
    y: float
    text: str
    subjects: tuple[str, ...] = ()
    area: QRectF | None = None
    """Where the pointer is on the mark, if it is a box and no point."""


def behind(series: Series, place: int) -> tuple[str, ...]:
    """Return the keys of the patients behind a point of a series."""
    return series.subjects[place] if series.subjects else ()


class Quadrants(QObject):
    """Two lines that can be dragged, and the numbers of points in the corners they make."""

    def __init__(self, plot: FigurePlot, figure: ScatterFigure) -> None:
        super().__init__(plot)
        self._plot, self._figure = plot, figure
        pen = line_pen(palette.THEMES[plot.scheme].faint, width=1.5, dash=[4, 4])
        at = self._placed(figure.reference_x[0]), self._placed(figure.reference_y[0])
        self.lines = tuple(
            pg.InfiniteLine(pos=pos, angle=angle, pen=pen, movable=True)
            for pos, angle in zip(at, (90, 0), strict=True)
        )
        ink = palette.THEMES[plot.scheme].ink
        corners = ((1, 0), (0, 0), (1, 1), (0, 1))
        self.texts = tuple(pg.TextItem("", color=ink, anchor=anchor) for anchor in corners)
        for line in self.lines:
            line.sigPositionChanged.connect(self.count)
            plot.addItem(line, ignoreBounds=True)
        for text in self.texts:
            text.setFont(theme.font("small"))
            plot.addItem(text, ignoreBounds=True)
        self.count()

    def _placed(self, value: float) -> float:
        return math.log10(value) if self._figure.log else value

    def cut_offs(self) -> tuple[float, float]:
        """Return where the lines stand, in the numbers of the axes."""
        x, y = (float(line.value()) for line in self.lines)
        return (10**x, 10**y) if self._figure.log else (x, y)

    @Slot()
    def count(self) -> None:
        """Write the numbers of points in the corners."""
        x, y = self.cut_offs()
        for text, said in zip(self.texts, self._figure.corner_texts(x, y), strict=True):
            text.setText(said)
        lines = tr("{x:.3g} and {y:.3g}", x=x, y=y)
        self._plot.setToolTip(tr("Lines at {lines}; drag them to count anew", lines=lines))

    def place(self) -> None:
        """Put the numbers into the corners of what is shown."""
        (left, right), (bottom, top) = self._plot.viewRange()
        for text, place in zip(
            self.texts, ((right, top), (left, top), (right, bottom), (left, bottom)), strict=True
        ):
            text.setPos(*place)


def draw_points(plot: FigurePlot, figure: ScatterFigure) -> None:
    """Draw points and the lines that divide them."""
    import numpy as np

    def placed(values: Iterable[float]) -> np.ndarray:
        found = np.array(list(values), dtype=float)
        return np.log10(found) if figure.log else found

    _dividing_lines(plot, figure)
    every: list[tuple[float, float]] = []
    for place, series in enumerate(figure.series):
        x, y = placed(series.x), placed(series.y)
        if series.curve:
            plot.draw_curve(series)
            every += [(at, v) for at, v in zip(x.tolist(), y.tolist(), strict=True) if v == v]
            continue
        draw_symbols(plot, x.tolist(), y.tolist(), series.style, series.name)
        every += list(zip(x.tolist(), y.tolist(), strict=True))
        names = figure.names[place] if figure.names else ("",) * len(series.x)
        for i, name in enumerate(names):
            text = f"{series.name}\n{name}\n" if name else f"{series.name}\n"
            text += f"{figure.x_label}: {series.x[i]}\n{figure.y_label}: {series.y[i]}"
            plot.marks.append(Mark(float(x[i]), float(y[i]), text, behind(series, i)))
    _name_points(plot, figure)
    plot.name_axis("bottom", figure.x_label)
    plot.name_axis("left", figure.y_label)
    ticks = list(zip(placed(figure.ticks).tolist(), figure.ticks, strict=True))
    for side in ("bottom", "left"):
        if ticks:
            plot.getAxis(side).setTicks([[(at, f"{tick:g}") for at, tick in ticks]])
    lines = placed(figure.reference_x).tolist(), placed(figure.reference_y).tolist()
    # The texts in the corners stand above and below the points, not on them.
    corner = (len(figure.series) + 1.5) / _POINT_LINES if plot.quadrants is not None else 0.0
    for axis, setter in ((0, plot.setXRange), (1, plot.setYRange)):
        finite = [p[axis] for p in every if p[axis] == p[axis]] + lines[axis]
        if finite:
            setter(min(finite), max(finite), padding=0.06 + axis * corner / (1 - 2 * corner))
    if plot.quadrants is not None:
        plot.quadrants.place()
    plot.set_lines(_POINT_LINES)


def _name_points(plot: FigurePlot, figure: ScatterFigure) -> None:
    for x, y, name in figure.labels:
        side = 1 if x > figure.middle() else 0
        text = pg.TextItem(name, color=palette.THEMES[plot.scheme].ink, anchor=(side, 1))
        text.setFont(theme.font("small"))
        text.setPos(*((math.log10(x), math.log10(y)) if figure.log else (x, y)))
        plot.addItem(text, ignoreBounds=True)


def _dividing_lines(plot: FigurePlot, figure: ScatterFigure) -> None:
    if figure.quadrants:
        plot.quadrants = Quadrants(plot, figure)
        return
    for value in figure.reference_x:
        plot.draw_reference(x=math.log10(value) if figure.log else value)
    for value in figure.reference_y:
        plot.draw_reference(y=math.log10(value) if figure.log else value)


def draw_other(plot: FigurePlot, figure: DotFigure | GridFigure | LaneFigure | BoxFigure) -> None:
    """Draw a figure of one of these kinds."""
    if isinstance(figure, DotFigure):
        _dots(plot, figure)
    elif isinstance(figure, GridFigure):
        _grid(plot, figure)
    elif isinstance(figure, LaneFigure):
        _lanes(plot, figure)
    else:
        _boxes(plot, figure)


def _dots(plot: FigurePlot, figure: DotFigure) -> None:
    for series in figure.series:
        draw_symbols(plot, list(series.x), [float(i) for i in range(len(series.x))], series.style)
        for i, (category, value) in enumerate(zip(figure.categories, series.x, strict=True)):
            text = f"{series.name}\n{category}: {value}"
            plot.marks.append(Mark(value, i, text, behind(series, i)))
    several = len(figure.differences)
    looks: defaultdict[int, Estimates] = defaultdict(Estimates)
    for place, rows in enumerate(figure.differences):
        shift = 0.22 * (place - (several - 1) / 2)
        for i, row in enumerate(rows):
            if row.estimate is None:
                continue
            at, y = figure.placed(row.estimate), i + shift
            text = f"{row.label}\n{figure.difference_label}: {row.estimate}"
            if row.lower is not None and row.upper is not None:
                lower, upper = figure.placed(row.lower), figure.placed(row.upper)
                looks[row.style].lines.append((lower, y, upper, y))
                text += tr("\nfrom {lower} to {upper}", lower=row.lower, upper=row.upper)
            looks[row.style].points.append((at, y))
            plot.marks.append(Mark(at, y, text, row.subjects))
    for style, estimates in looks.items():
        estimates.draw(plot, style)
    ticks = [(figure.dots_end() * k / 4, f"{figure.dots_end() * k / 4:.3g}") for k in range(5)]
    if several:
        plot.draw_reference(x=figure.placed(0.0))
        reach = figure.reach()
        ticks += [(figure.placed(v), f"{v:.3g}") for v in (-reach, 0.0, reach)]
    plot.getAxis("bottom").setTicks([ticks])
    label = figure.x_label + (f"     |     {figure.difference_label}" if several else "")
    plot.name_axis("bottom", label)
    plot.name_rows(list(figure.categories))
    end = figure.placed(1.08 * figure.reach()) if several else figure.dots_end() * 1.05
    plot.setXRange(-0.03 * figure.dots_end(), end, padding=0)
    plot.setYRange(-0.6, len(figure.categories) - 0.4, padding=0)
    plot.set_lines(5 + len(figure.categories) * max(plot.lines_a_row(), 0.8 * several))


def _grid(plot: FigurePlot, figure: GridFigure) -> None:
    colors = palette.THEMES[plot.scheme]
    cells = Cells(line_pen(colors.grid), QColor(colors.ink), theme.font("small"))
    for i, row in enumerate(figure.rows):
        for j, column in enumerate(figure.columns):
            if figure.values[i][j] is None:
                continue
            share = 0.65 * figure.share(i, j)
            brush = pg.mkBrush(palette.shade(share, theme=plot.scheme))
            cells.add(QRectF(j - 0.48, i - 0.46, 0.96, 0.92), brush, figure.texts[i][j])
            people = figure.subjects[i][j] if figure.subjects else ()
            said = f"{row}\n{column}\n{figure.value_label}: {figure.values[i][j]}"
            plot.marks.append(Mark(j, i, said, people))
    plot.addItem(cells)
    names = figure.heads()
    plot.getAxis("bottom").setTicks([list(enumerate(names))])
    plot.getAxis("bottom").setHeight(
        plot.fontMetrics().lineSpacing() * (2 + max(n.count("\n") + 1 for n in names))
    )
    plot.name_axis("bottom", figure.x_label)
    plot.name_rows(list(figure.rows))
    plot.setXRange(-0.55, len(figure.columns) - 0.45, padding=0)
    plot.setYRange(-0.6, len(figure.rows) - 0.4, padding=0)
    lines = max(n.count("\n") for n in names)
    plot.set_lines(5 + lines + len(figure.rows) * max(plot.lines_a_row(), 1.9))


def _lanes(plot: FigurePlot, figure: LaneFigure) -> None:
    ends = [0.0]
    points: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for i, lane in enumerate(figure.lanes):
        for span in sorted(lane.spans, key=lambda s: not s.thick):
            look = palette.style(span.style, theme=plot.scheme)
            ends += [span.start, span.end]
            text = f"{lane.label}\n{span.text}" if span.text else lane.label
            text += f"\n{figure.x_label}: {formats.exact(span.start)}"
            text += f"\u2013{formats.exact(span.end)}" if span.end > span.start else ""
            if span.end > span.start:
                half = 0.36 if span.thick else 0.2
                bar = QGraphicsRectItem(
                    QRectF(span.start, i - half, span.end - span.start, 2 * half)
                )
                bar.setBrush(_tinted(span.style, plot.scheme, 0.35 if span.thick else 1.0))
                bar.setPen(line_pen(look.color))
                plot.addItem(bar)
                at = span.start if not span.thick else span.end
            else:
                points[span.style].append((span.start, float(i)))
                at = span.start
            plot.marks.append(Mark(at, i, text, lane.subjects))
    for style, places in points.items():
        draw_symbols(plot, [x for x, _ in places], [y for _, y in places], style)
    for x in figure.reference_x:
        plot.draw_reference(x=x)
    plot.name_axis("bottom", figure.x_label)
    plot.name_rows([lane.label for lane in figure.lanes])
    plot.setXRange(min(ends), max(ends) or 1.0, padding=0.03)
    plot.setYRange(-0.7, len(figure.lanes) - 0.3, padding=0)
    plot.set_lines(5 + 1.5 * len(figure.lanes))


def _tinted(style: int, scheme: str, share: float) -> QBrush:
    """Return the fill of a style, lighter if it is plain; a pattern is light by itself."""
    brush = fill(style, scheme)
    if brush.style() == Qt.BrushStyle.SolidPattern:
        color = brush.color()
        color.setAlphaF(share)
        brush.setColor(color)
    return brush


def _boxes(plot: FigurePlot, figure: BoxFigure) -> None:
    spacing = palette.least_spacing([b.x for s in figure.series for b in s.boxes])
    values = list(figure.reference_y)
    names = dict(figure.x_ticks)
    several = max(len(figure.series), 1)
    width = 0.7 * spacing / several
    for place, series in enumerate(figure.series):
        look = palette.style(series.style, theme=plot.scheme)
        whiskers: list[tuple[float, float, float, float]] = []
        medians: list[tuple[float, float, float, float]] = []
        frames: list[QRectF] = []
        beyond: list[tuple[float, float]] = []
        for box in series.boxes:
            x = box.x + (place - (several - 1) / 2) * width
            half = 0.4 * width
            whiskers += [(x, box.lower, x, box.first), (x, box.third, x, box.upper)]
            frames.append(QRectF(x - half, box.first, 2 * half, box.third - box.first))
            medians.append((x - half, box.median, x + half, box.median))
            at = names.get(box.x, formats.exact(box.x))
            text = tr(
                "{name}\n{at}\nmedian: {median}\nquartiles: {first}, {third}\n"
                "whiskers: {lower}, {upper}",
                name=series.name,
                at=at,
                median=box.median,
                first=box.first,
                third=box.third,
                lower=box.lower,
                upper=box.upper,
            )
            plot.marks.append(Mark(x, box.median, text, box.people))
            values += [box.lower, box.upper]
            values += box.beyond
            beyond += [(x, value) for value in box.beyond]
            for i, value in enumerate(box.beyond):
                people = (box.subjects[i],) if box.subjects else ()
                plot.marks.append(Mark(x, value, f"{series.name}\n{at}: {value}", people))
        pen = line_pen(look.color, width=1.5)
        draw_lines(plot, whiskers, pen)
        draw_frames(plot, frames, pen, _tinted(series.style, plot.scheme, 0.25))
        draw_lines(plot, medians, line_pen(look.color, width=3))
        draw_symbols(plot, [x for x, _ in beyond], [y for _, y in beyond], series.style)
    for y in figure.reference_y:
        plot.draw_reference(y=y)
    plot.name_axis("bottom", figure.x_label)
    plot.name_axis("left", figure.y_label)
    positions = sorted({b.x for s in figure.series for b in s.boxes})
    if positions:
        plot.setXRange(positions[0] - spacing * 0.6, positions[-1] + spacing * 0.6, padding=0)
        plot.setYRange(min(values), max(values), padding=0.06)
    plot.set_lines(20)
    plot.name_positions()
