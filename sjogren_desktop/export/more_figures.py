"""Draws the rarer kinds of figures for print: dots, grids, lanes and boxes.

The counterpart of :mod:`sjogren_desktop.gui.more_plots`, with the same models, colours
and symbols; called by :mod:`.figures`, which adds the caption and the legend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sjogren_desktop.figures import BoxFigure, DotFigure, GridFigure, LaneFigure
from sjogren_desktop.palette import THEMES, least_spacing, shade, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK = THEMES["print"]
Other = DotFigure | GridFigure | LaneFigure | BoxFigure


def other_height(figure: Other) -> float:
    """Return a fitting height of the plot in millimetres."""
    if isinstance(figure, DotFigure):
        return 26.0 + (5.5 + 1.5 * len(figure.differences)) * len(figure.categories)
    if isinstance(figure, GridFigure):
        lines = max(head.count("\n") + 1 for head in figure.heads())
        return 22.0 + 4.0 * lines + 7.0 * len(figure.rows)
    if isinstance(figure, LaneFigure):
        return 26.0 + 4.0 * len(figure.lanes)
    return 95.0


def draw_other(axes: Axes, figure: Other) -> None:
    """Draw a figure of one of these kinds."""
    if isinstance(figure, DotFigure):
        _dots(axes, figure)
    elif isinstance(figure, GridFigure):
        _grid(axes, figure)
    elif isinstance(figure, LaneFigure):
        _lanes(axes, figure)
    else:
        _boxes(axes, figure)


def _symbols(
    axes: Axes, x: list[float], y: list[float], place: int, name: str = "", *, size: float = 4.5
) -> None:
    look = style(place)
    axes.plot(
        x,
        y,
        color=look.color,
        linestyle="none",
        marker=look.marker,
        markersize=size,
        markeredgecolor=_INK.background,
        markeredgewidth=0.4,
        label=name or None,
        zorder=3,
    )


def _name_rows(axes: Axes, names: tuple[str, ...]) -> None:
    axes.set_yticks(range(len(names)), list(names))
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0, left=False)


def _dots(axes: Axes, figure: DotFigure) -> None:
    rows = [float(i) for i in range(len(figure.categories))]
    for series in figure.series:
        _symbols(axes, list(series.x), rows, series.style, series.name)
    several = len(figure.differences)
    for place, lines in enumerate(figure.differences):
        shift = 0.22 * (place - (several - 1) / 2)
        for i, row in enumerate(lines):
            if row.estimate is None:
                continue
            if row.lower is not None and row.upper is not None:
                ends = [figure.placed(row.lower), figure.placed(row.upper)]
                axes.plot(ends, [i + shift] * 2, color=style(row.style).color, linewidth=1.2)
            _symbols(axes, [figure.placed(row.estimate)], [i + shift], row.style)
    end = figure.dots_end()
    ticks = [(end * k / 4, f"{end * k / 4:.3g}") for k in range(5)]
    label = figure.x_label
    if several:
        axes.axvline(figure.placed(0.0), color=_INK.faint, linewidth=0.7, zorder=1)
        reach = figure.reach()
        ticks += [(figure.placed(v), f"{v:.3g}") for v in (-reach, 0.0, reach)]
        label += f"     |     {figure.difference_label}"
    axes.set_xticks([at for at, _ in ticks], [text for _, text in ticks])
    axes.set_xlabel(label)
    axes.grid(axis="y", color=_INK.grid, linewidth=0.4, zorder=0)
    _name_rows(axes, figure.categories)


def _grid(axes: Axes, figure: GridFigure) -> None:
    from matplotlib.patches import Rectangle

    for i in range(len(figure.rows)):
        for j in range(len(figure.columns)):
            if figure.values[i][j] is None:
                continue
            color = shade(0.65 * figure.share(i, j))
            cell = Rectangle((j - 0.48, i - 0.46), 0.96, 0.92, facecolor=color, edgecolor=_INK.grid)
            axes.add_patch(cell)
            axes.text(j, i, figure.texts[i][j], ha="center", va="center", fontsize=6.5)
    axes.set_xticks(range(len(figure.columns)), figure.heads())
    axes.set_xlim(-0.55, len(figure.columns) - 0.45)
    axes.set_xlabel(figure.x_label)
    axes.spines[["right", "top"]].set_visible(False)
    _name_rows(axes, figure.rows)


def _lanes(axes: Axes, figure: LaneFigure) -> None:
    named = {place: name for name, place in figure.legend}
    for i, lane in enumerate(figure.lanes):
        for span in sorted(lane.spans, key=lambda s: not s.thick):
            look = style(span.style)
            name = named.pop(span.style, "")
            if span.end > span.start:
                axes.barh(
                    i,
                    span.end - span.start,
                    left=span.start,
                    height=0.72 if span.thick else 0.4,
                    facecolor=look.color + ("59" if span.thick else "ff"),
                    edgecolor=look.color,
                    linewidth=0.6,
                    hatch=look.hatch,
                    label=name or None,
                    zorder=2,
                )
            else:
                _symbols(axes, [span.start], [float(i)], span.style, name, size=6.5)
    for x in figure.reference_x:
        axes.axvline(x, color=_INK.faint, linewidth=0.7, linestyle=(0, (4.0, 2.0)), zorder=1)
    axes.set_xlabel(figure.x_label)
    _name_rows(axes, tuple(lane.label for lane in figure.lanes))


def _boxes(axes: Axes, figure: BoxFigure) -> None:
    from matplotlib.patches import Rectangle

    spacing = least_spacing([b.x for s in figure.series for b in s.boxes])
    several = max(len(figure.series), 1)
    width = 0.7 * spacing / several
    for place, series in enumerate(figure.series):
        look = style(series.style)
        name = series.name
        for box in series.boxes:
            x, half = box.x + (place - (several - 1) / 2) * width, 0.4 * width
            axes.vlines(
                [x, x],
                [box.lower, box.third],
                [box.first, box.upper],
                color=look.color,
                linewidth=0.9,
            )
            height = box.third - box.first
            axes.add_patch(
                Rectangle(
                    (x - half, box.first),
                    2 * half,
                    height,
                    facecolor=look.color + "40",
                    edgecolor=look.color,
                    hatch=look.hatch,
                    label=name or None,
                )
            )
            name = ""
            axes.plot([x - half, x + half], [box.median] * 2, color=look.color, linewidth=1.8)
            if box.beyond:
                _symbols(axes, [x] * len(box.beyond), list(box.beyond), series.style)
    for y in figure.reference_y:
        axes.axhline(y, color=_INK.faint, linewidth=0.7, linestyle=(0, (4.0, 2.0)), zorder=1)
    used = {b.x for s in figure.series for b in s.boxes}
    ticks = [(x, text) for x, text in figure.x_ticks if x in used]
    axes.set_xticks([x for x, _ in ticks], [text for _, text in ticks])
    if len(ticks) > 7:
        axes.tick_params(axis="x", rotation=45)
    axes.set_xlabel(figure.x_label)
    axes.set_ylabel(figure.y_label)
    axes.grid(axis="y", color=_INK.grid, linewidth=0.4)
    axes.autoscale_view()
