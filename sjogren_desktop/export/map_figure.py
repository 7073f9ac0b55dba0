"""The map of numbers over a grid, drawn for print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sjogren_desktop.figures import MapFigure
from sjogren_desktop.palette import THEMES, shade

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK = THEMES["print"]


def draw_map(axes: Axes, figure: MapFigure) -> None:
    """Draw shaded bands, the line where they cross the level, and the framed region."""
    from matplotlib.colors import to_rgb

    n = len(figure.bands)
    shades = [
        [to_rgb(shade(0.75 * (1 - figure.band(i, j) / n))) for i in range(len(figure.x))]
        for j in range(len(figure.y))
    ]
    half_x, half_y = (figure.x[1] - figure.x[0]) / 2, (figure.y[1] - figure.y[0]) / 2
    axes.imshow(
        shades,
        origin="lower",
        aspect="auto",
        interpolation="nearest",
        extent=(
            figure.x[0] - half_x,
            figure.x[-1] + half_x,
            figure.y[0] - half_y,
            figure.y[-1] + half_y,
        ),
    )
    for line, places in ((axes.axhline, figure.y), (axes.axvline, figure.x)):
        if places[0] <= 0 <= places[-1]:
            line(0, color=_INK.faint, linewidth=0.5)
    for (x0, y0), (x1, y1) in figure.contour:
        axes.plot([x0, x1], [y0, y1], color=_INK.ink, linewidth=1.6, solid_capstyle="round")
    if figure.region is not None:
        x0, x1, y0, y1 = figure.region
        axes.plot(
            [x0, x1, x1, x0, x0],
            [y0, y0, y1, y1, y0],
            color=_INK.warning,
            linewidth=1.2,
            linestyle=(0, (4.0, 2.0)),
        )
    axes.set_xlabel(figure.x_label)
    axes.set_ylabel(figure.y_label)
    axes.spines[["right", "top"]].set_visible(False)
