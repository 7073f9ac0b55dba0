"""The plots of figures for print: lines, points, forests, bars and rows on axes of matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, nan
from typing import TYPE_CHECKING, Any

from sjogren_desktop.export.caption import text_width, wrapped
from sjogren_desktop.export.more_figures import draw_other
from sjogren_desktop.figures import (
    BarFigure,
    BoxFigure,
    DotFigure,
    Figure,
    ForestFigure,
    GridFigure,
    LaneFigure,
    LineFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.palette import THEMES, dodge, least_spacing, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABEL_SIZE = 8.0
"""Of the axes, in points."""

_INK = THEMES["print"]
_RISK_LINE_MM = 3.2
_POINTS_A_MM = 72 / 25.4
_UNDER_LABEL = 31.0  # points from the axis to what stands under its ticks and label


def draw_lines(axes: Axes, figure: LineFigure, text_mm: float, plot_mm: float) -> None:
    if figure.reference_y is not None:
        axes.axhline(figure.reference_y, color=_INK.faint, linewidth=0.7, zorder=1)
    points = [series for series in figure.series if not series.curve]
    spacing = least_spacing([x for series in points or figure.series for x in series.x])
    for series in figure.series:
        if figure.steps:
            _draw_steps(axes, series)
        elif series.curve:
            _draw_curve(axes, series)
        else:
            _draw_series(axes, series, dodge(points.index(series), len(points), spacing))
    if figure.x_ticks:
        axes.set_xticks([x for x, _ in figure.x_ticks], [label for _, label in figure.x_ticks])
        _turn_labels(axes, [label for _, label in figure.x_ticks], text_mm)
    axes.set_xlabel(figure.x_label)
    _write_at_risk(axes, figure)
    axes.set_ylabel("\n".join(wrapped(figure.y_label, LABEL_SIZE, 0.6 * plot_mm)))
    axes.grid(axis="y", color=_INK.grid, linewidth=0.4)
    _finish(axes, [series.name for series in figure.series], text_mm - 12.0)


def at_risk_mm(figure: LineFigure) -> float:
    """Return the height that the numbers at risk take under the axis."""
    return (1 + 2 * len(figure.at_risk)) * _RISK_LINE_MM if figure.at_risk else 0.0


def _write_at_risk(axes: Axes, figure: LineFigure) -> None:
    """Write the numbers at risk under the axis: each exactly below its tick."""
    if not figure.at_risk:
        return
    below = _UNDER_LABEL

    def write(text: str, x: float, *, data: bool, bold: bool = False) -> None:
        axes.annotate(
            text,
            xy=(x, 0),
            xycoords=("data" if data else "axes fraction", "axes fraction"),
            xytext=(0, -below),
            textcoords="offset points",
            ha="center" if data else "left",
            va="top",
            fontsize=7.0,
            fontweight="bold" if bold else "normal",
            annotation_clip=False,
        )

    write("Number at risk", 0.0, data=False, bold=True)
    each = _RISK_LINE_MM * _POINTS_A_MM
    for name, numbers in figure.at_risk:
        below += each
        write(name, 0.0, data=False)
        below += each
        for (x, _), number in zip(figure.x_ticks, numbers, strict=True):
            write(str(number), x, data=True)


def _line(series: Series) -> dict[str, Any]:
    """Return how matplotlib draws the line of a series."""
    look = style(series.style)
    return {
        "color": look.color,
        "linestyle": (0, look.dash) if look.dash else "solid",
        "linewidth": 1.2,
        "dash_capstyle": "butt",
    }


def _marker(series: Series, size: float) -> dict[str, Any]:
    """Return how matplotlib draws the marks of a series, with a rim where they overlap."""
    look = style(series.style)
    return {
        "color": look.color,
        "marker": look.marker,
        "markersize": size,
        "markeredgecolor": _INK.background,
        "markeredgewidth": 0.4,
    }


def _draw_series(axes: Axes, series: Series, shift: float) -> None:
    look = style(series.style)
    x = [value + shift for value in series.x]
    y = [_number(value) for value in series.y]
    if series.lower and series.upper:
        limits = zip(x, map(_number, series.lower), map(_number, series.upper), strict=True)
        whole = [(at, low, high) for at, low, high in limits if isfinite(low + high)]
        if whole:
            at, low, high = (list(part) for part in zip(*whole, strict=True))
            axes.vlines(at, low, high, colors=look.color, linewidth=0.8, zorder=2)
            axes.plot(
                at + at,
                low + high,
                color=look.color,
                linestyle="none",
                marker="_",
                markersize=4,
                markeredgewidth=0.8,
                zorder=2,
            )
    axes.plot(x, y, **(_line(series) | _marker(series, 4.5)), label=series.name, zorder=3)


def _draw_curve(axes: Axes, series: Series) -> None:
    look = style(series.style)
    if series.lower and series.upper:
        low, high = (list(map(_number, v)) for v in (series.lower, series.upper))
        axes.fill_between(series.x, low, high, color=look.color, alpha=0.15, linewidth=0, zorder=1)
        for limit in (low, high):
            axes.plot(series.x, limit, color=look.color, linewidth=0.5, zorder=2)
    y = [_number(value) for value in series.y]
    axes.plot(series.x, y, **_line(series), label=series.name, zorder=3)


def _draw_steps(axes: Axes, series: Series) -> None:
    y = [_number(value) for value in series.y]
    axes.plot(series.x, y, **_line(series), drawstyle="steps-post", label=series.name, zorder=3)


def draw_points(axes: Axes, figure: ScatterFigure, text_mm: float) -> None:
    if figure.log:
        axes.set_xscale("log")
        axes.set_yscale("log")
    for x in figure.reference_x:
        axes.axvline(x, color=_INK.faint, linewidth=0.7, linestyle=(0, (4.0, 2.0)), zorder=1)
    for y in figure.reference_y:
        axes.axhline(y, color=_INK.faint, linewidth=0.7, linestyle=(0, (4.0, 2.0)), zorder=1)
    for series in figure.series:
        if series.curve:
            _draw_curve(axes, series)
            continue
        at = [list(map(_number, values)) for values in (series.x, series.y)]
        axes.plot(*at, linestyle="none", **_marker(series, 4.0), label=series.name, zorder=2)
    if figure.ticks:
        axes.minorticks_off()
        texts = [f"{tick:g}" for tick in figure.ticks]
        axes.set_xticks(figure.ticks, texts)
        axes.set_yticks(figure.ticks, texts)
    for where, height, name in figure.labels:
        axes.annotate(
            name,
            (where, height),
            xytext=(0, 3),
            textcoords="offset points",
            ha="right" if where > figure.middle() else "left",
            fontsize=6.5,
        )
    if figure.quadrants:
        corners = ((0.99, 0.99), (0.01, 0.99), (0.99, 0.01), (0.01, 0.01))
        counts = figure.corner_texts(figure.reference_x[0], figure.reference_y[0])
        for (x, y), said in zip(corners, counts, strict=True):
            axes.text(
                x,
                y,
                said,
                transform=axes.transAxes,
                ha="right" if x > 0.5 else "left",
                va="top" if y > 0.5 else "bottom",
                fontsize=7.0,
                color=_INK.faint,
            )
    axes.set_xlabel(figure.x_label)
    axes.set_ylabel(figure.y_label)
    _finish(axes, [series.name for series in figure.series], text_mm - 12.0)


def draw_forest(axes: Axes, figure: ForestFigure) -> None:
    axes.axvline(figure.reference_x, color=_INK.faint, linewidth=0.7, zorder=1)
    reached = [figure.reference_x]
    for place, row in enumerate(figure.rows):
        look = style(row.style)
        low, high, middle = (_number(v) for v in (row.lower, row.upper, row.estimate))
        reached += [v for v in (low, high, middle) if isfinite(v)]
        if isfinite(low + high):
            axes.hlines(place, low, high, colors=look.color, linewidth=1.2, zorder=2)
            axes.plot(
                [low, high],
                [place, place],
                color=look.color,
                linestyle="none",
                marker="|",
                markersize=5,
                markeredgewidth=1.0,
                zorder=2,
            )
        if isfinite(middle):
            axes.plot(
                [middle], [place], color=look.color, marker=look.marker, markersize=6, zorder=3
            )
    reach = max(reached) - min(reached) or 1.0
    axes.set_xlim(min(reached) - 0.08 * reach, max(reached) + 0.08 * reach)
    axes.set_yticks(range(len(figure.rows)), [row.label for row in figure.rows])
    for label, row in zip(axes.get_yticklabels(), figure.rows, strict=True):
        if row.estimate is None and row.text:  # the head of a group of rows
            label.set_fontweight("bold")
    axes.set_ylim(len(figure.rows) - 0.4, -0.6)
    margin = axes.twinx()
    margin.set_ylim(axes.get_ylim())
    margin.set_yticks(range(len(figure.rows)), [row.text for row in figure.rows])
    for side in (axes, margin):
        side.tick_params(axis="y", length=0, left=False, right=False)
        side.spines[["left", "right", "top"]].set_visible(False)
    axes.set_xlabel(figure.x_label)
    _write_favours(axes, figure)


def _write_favours(axes: Axes, figure: ForestFigure) -> None:
    """Write under the axis, at either side of the reference line, whom it favours."""
    before, after = figure.favours
    if not before and not after:
        return
    axes.xaxis.labelpad = 14
    for text, move, side in ((f"← {before}", -6, "right"), (f"{after} →", 6, "left")):
        if text.strip("←→ "):
            axes.annotate(
                text,
                xy=(figure.reference_x, 0),
                xycoords=("data", "axes fraction"),
                xytext=(move, -18),
                textcoords="offset points",
                ha=side,
                va="top",
                fontsize=7.5,
                color=_INK.faint,
                annotation_clip=False,
            )


def _draw_bars(axes: Axes, figure: BarFigure, text_mm: float) -> None:
    thick = 0.8 / (1 if figure.mirrored else max(1, len(figure.series)))
    for index, series in enumerate(figure.series):
        look = style(series.style)
        middle = 0.0 if figure.mirrored else (index - (len(figure.series) - 1) / 2) * thick
        sign = -1.0 if figure.mirrored and index == 0 else 1.0
        axes.barh(
            [place + middle for place in range(len(figure.categories))],
            [sign * _number(value) for value in series.x],
            height=0.92 * thick,
            color=look.color,
            hatch=look.hatch,
            edgecolor=_INK.background,
            linewidth=0,
            label=series.name,
            zorder=2,
        )
    if figure.mirrored:
        axes.axvline(0, color=_INK.faint, linewidth=0.7)
        ticks = figure.mirrored_ticks()
        axes.set_xticks(ticks, [f"{abs(at):.3g}" for at in ticks])
    axes.set_yticks(range(len(figure.categories)), list(figure.categories))
    axes.set_ylim(len(figure.categories) - 0.45, -0.55)
    axes.tick_params(axis="y", length=0, left=False, right=False)
    axes.set_xlabel(figure.x_label)
    axes.grid(axis="x", color=_INK.grid, linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    labels_mm = max((text_width(name, 7.5) for name in figure.categories), default=0.0)
    _finish(axes, [series.name for series in figure.series], text_mm - labels_mm - 3.0)


def draw_rows(
    axes: Axes, figure: BarFigure | DotFigure | GridFigure | LaneFigure | BoxFigure, text_mm: float
) -> None:
    if isinstance(figure, BarFigure):
        _draw_bars(axes, figure, text_mm)
        return
    draw_other(axes, figure)
    if not isinstance(figure, GridFigure):
        room = text_mm - 12.0 - _rows_width(figure)
        _finish(axes, [series.name for series in figure.series], room)


def _rows_width(figure: Figure) -> float:
    """Return the width of the names at the left, in millimetres."""
    names: tuple[str, ...] = ()
    if isinstance(figure, DotFigure):
        names = figure.categories
    elif isinstance(figure, LaneFigure):
        names = tuple(lane.label for lane in figure.lanes)
    return max((text_width(name, 7.5) for name in names), default=0.0)


def _finish(axes: Axes, names: Sequence[str], room_mm: float) -> None:
    """Take away the frame the data do not need, and put the legend above them."""
    axes.spines[["right", "top"]].set_visible(False)
    if not any(names):
        return
    # An entry takes its text, its handle and the gaps: about 16 mm beside the text.
    widths = [text_width(name, 7.5) + 16.0 for name in names]
    columns = len(names) if sum(widths) <= room_mm else int(room_mm // max(widths))
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0.0, 1.01),
        ncols=max(1, columns),
        frameon=False,
        borderaxespad=0.3,
        handlelength=3.6,
        columnspacing=1.5,
    )


def _turn_labels(axes: Axes, labels: Sequence[str], text_mm: float) -> None:
    """Turn the labels of the axis when they would meet side by side."""
    needed = sum(text_width(label, 7.5) + 2.0 for label in labels)
    if needed > text_mm - 14.0:
        axes.tick_params(axis="x", rotation=45)
        for label in axes.get_xticklabels():
            label.set_horizontalalignment("right")
            label.set_rotation_mode("anchor")


def _number(value: float | None) -> float:
    """Return the value for drawing, where what is not estimable leaves a gap."""
    return nan if value is None or not isfinite(value) else float(value)
