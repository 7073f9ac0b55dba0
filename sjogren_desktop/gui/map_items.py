"""What a map is drawn of: shaded cells, the line where it crosses a level, and a frame."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from sjogren_desktop import palette
from sjogren_desktop.figures import MapFigure
from sjogren_desktop.gui.pens import line_pen


def edges(figure: MapFigure) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top edge; cells are centred at their positions."""
    half_x, half_y = (figure.x[1] - figure.x[0]) / 2, (figure.y[1] - figure.y[0]) / 2
    return (
        figure.x[0] - half_x,
        figure.x[-1] + half_x,
        figure.y[0] - half_y,
        figure.y[-1] + half_y,
    )


def map_items(
    figure: MapFigure, scheme: str
) -> tuple[pg.ImageItem | pg.PlotDataItem | pg.PlotCurveItem, ...]:
    """Return the drawing of a map in the colours of a scheme, from the ground up."""
    n = len(figure.bands)
    shades = [
        QColor(palette.shade(0.75 * (1 - band / n), theme=scheme)).getRgb() for band in range(n + 1)
    ]
    cells = [
        [shades[figure.band(i, j)] for j in range(len(figure.y))] for i in range(len(figure.x))
    ]
    left, right, bottom, top = edges(figure)
    # Without levels the colours would be stretched to the full range of each channel.
    image = pg.ImageItem(np.array(cells, dtype=np.uint8), axisOrder="col-major", levels=(0, 255))
    image.setRect(QRectF(left, bottom, right - left, top - bottom))
    colors = palette.THEMES[scheme]
    ends = np.array(figure.contour, dtype=float).reshape(-1, 2)
    pen = line_pen(colors.ink, width=2)
    line = pg.PlotDataItem(ends[:, 0], ends[:, 1], pen=pen, connect="pairs")
    if figure.region is None:
        return image, line
    x0, x1, y0, y1 = figure.region
    pen = line_pen(colors.warning, width=2, dash=[4, 2])
    frame = pg.PlotDataItem([x0, x1, x1, x0, x0], [y0, y0, y1, y1, y0], pen=pen)
    return image, line, frame
