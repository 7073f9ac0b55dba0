"""Draws figures of rows on a plot: forests of estimates, and bars.

Helpers of :class:`.plots.FigurePlot`, as those of :mod:`.more_plots` are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg

from sjogren_desktop import palette
from sjogren_desktop.figures import BarFigure, ForestFigure
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.legend import fill
from sjogren_desktop.gui.more_plots import Mark, behind
from sjogren_desktop.gui.pens import line_pen
from sjogren_desktop.gui.shapes import Estimates

if TYPE_CHECKING:
    from sjogren_desktop.gui.plots import FigurePlot


def draw_forest(plot: FigurePlot, figure: ForestFigure) -> None:
    """Draw the rows of estimates with their limits."""
    bounds, heads = [figure.reference_x], list[float]()
    looks: defaultdict[int, Estimates] = defaultdict(Estimates)
    for place, row in enumerate(figure.rows):
        if row.estimate is None:
            if row.text and place:  # the head of a group of rows
                heads.append(place - 0.5)
            continue
        text = tr("{label}\nestimate: {estimate}", label=row.label, estimate=row.estimate)
        if row.lower is not None and row.upper is not None:
            looks[row.style].lines.append((row.lower, place, row.upper, place))
            text += tr("\nfrom {lower} to {upper}", lower=row.lower, upper=row.upper)
            bounds += [row.lower, row.upper]
        looks[row.style].points.append((row.estimate, place))
        bounds.append(row.estimate)
        plot.marks.append(Mark(row.estimate, place, text, row.subjects))
    for style, estimates in looks.items():
        estimates.draw(plot, style)
    plot.draw_reference(x=figure.reference_x)
    plot.name_rows([row.label for row in figure.rows])
    plot.showAxis("right", True)
    texts = [[(place, row.text) for place, row in enumerate(figure.rows)]]
    plot.getAxis("right").setTicks(texts)
    plot.getAxis("right").setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=False)
    plot.getAxis("right").setPen(pg.mkPen(None))
    plot.name_axis("bottom", figure.x_label)
    span = max(bounds) - min(bounds) or 1.0
    low, high = min(bounds) - 0.05 * span, max(bounds) + 0.05 * span
    if any(figure.favours):
        _favours(plot, figure)
        # Both words need room beside the line, whichever side the estimates are on.
        low = min(low, figure.reference_x - 0.45 * span)
        high = max(high, figure.reference_x + 0.45 * span)
    _rule(plot, heads, low, high)
    plot.setXRange(low, high, padding=0)
    extra = 0.9 if any(figure.favours) else 0.0
    plot.setYRange(-0.6, len(figure.rows) - 0.4 + extra, padding=0)
    plot.set_lines(5 + (len(figure.rows) + extra) * plot.lines_a_row())


def _rule(plot: FigurePlot, heads: Sequence[float], low: float, high: float) -> None:
    """Draw a line over each group of rows, far beyond what is shown: it is not zoomed out of."""
    if heads:
        far = 100.0 * (high - low)
        pen = line_pen(palette.THEMES[plot.scheme].grid, width=1)
        x, y = np.tile([low - far, high + far], len(heads)), np.repeat(heads, 2)
        plot.addItem(pg.PlotCurveItem(x, y, pen=pen, connect="pairs"), ignoreBounds=True)


def _favours(plot: FigurePlot, figure: ForestFigure) -> None:
    y = len(figure.rows) - 0.1
    ink = palette.THEMES[plot.scheme].faint
    left, right = figure.favours
    for text, anchor in ((f"\u2190 {left} ", (1, 0.5)), (f" {right} \u2192", (0, 0.5))):
        item = pg.TextItem(text, color=ink, anchor=anchor)
        item.setFont(theme.font("small"))
        item.setPos(figure.reference_x, y)
        plot.addItem(item, ignoreBounds=True)


def draw_bars(plot: FigurePlot, figure: BarFigure) -> None:
    """Draw the bars of categories, side by side or back to back."""
    n = max(len(figure.series), 1)
    thickness = 0.8 / (1 if figure.mirrored else n)
    longest = 0.0
    for place, series in enumerate(figure.series):
        look = palette.style(series.style, theme=plot.scheme)
        offset = 0.0 if figure.mirrored else (place - (n - 1) / 2) * thickness
        sign = -1.0 if figure.mirrored and place == 0 else 1.0
        rows = [row + offset for row in range(len(series.x))]
        plot.addItem(
            pg.BarGraphItem(
                x0=[0] * len(rows),
                y=rows,
                width=[sign * value for value in series.x],
                height=thickness * 0.9,
                pen=line_pen(look.color),
                brush=fill(series.style, plot.scheme),
            )
        )
        for i, (category, row, value) in enumerate(
            zip(figure.categories, rows, series.x, strict=True)
        ):
            text = f"{series.name}\n{category}: {value}"
            plot.marks.append(Mark(sign * value, row, text, behind(series, i)))
            longest = max(longest, value)
    plot.name_rows(list(figure.categories))
    plot.name_axis("bottom", figure.x_label)
    end = longest * 1.05 or 1.0
    plot.setXRange(-end if figure.mirrored else 0, end, padding=0)
    if figure.mirrored:
        plot.draw_reference(x=0.0)
        ticks = figure.mirrored_ticks()
        plot.getAxis("bottom").setTicks([[(at, f"{abs(at):.3g}") for at in ticks]])
    plot.setYRange(-0.6, len(figure.categories) - 0.4, padding=0)
    plot.set_lines(5 + len(figure.categories) * max(plot.lines_a_row(), 0.9 * n))
