"""A graph of hypotheses for print, and the way its arrows run, which the screen shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.export.caption import text_width
from sjogren_desktop.figures import GraphFigure, GraphNode
from sjogren_desktop.palette import THEMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK = THEMES["print"]
_SIZE = 6.5  # of the text, in points
_LINE_MM = 3.0
_BEND = 0.12
"""How far an arrow leaves the straight line, as a share of its length."""
_STEPS = 120

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def height_in_lines(figure: GraphFigure) -> float:
    """Return the height that its rows of nodes need, in lines of text."""
    tallest = max(len(node.lines) for node in figure.nodes)
    return (tallest + 4.5) * len({round(node.y, 3) for node in figure.nodes})


def curve(start: Box, end: Box) -> list[Point]:
    """Return the points of an arrow from the edge of one box to that of another.

    It bends to one side, so that an arrow and its counterpart lie apart.
    """
    (x0, y0), (x1, y1) = _centre(start), _centre(end)
    bend_x = 0.5 * (x0 + x1) - _BEND * (y1 - y0)
    bend_y = 0.5 * (y0 + y1) + _BEND * (x1 - x0)
    points = []
    for k in range(_STEPS + 1):
        t = k / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * x0 + b * bend_x + c * x1, a * y0 + b * bend_y + c * y1))
    return [p for p in points if not _inside(p, start) and not _inside(p, end)]


def label_place(points: list[Point], boxes: list[Box], *, room: float = 0.0) -> Point:
    """Return where on an arrow its share is written: on no box, if that can be.

    ``room`` is half of the width of the text, kept free of boxes where there is a place for it.
    """
    for margin in (room, 0.0) if room else (0.0,):
        wider = [(left - margin, top, right + margin, low) for left, top, right, low in boxes]
        for fraction in (0.33, 0.5, 0.2, 0.62, 0.42, 0.56, 0.27, 0.68, 0.75, 0.1):
            place = points[int(fraction * (len(points) - 1))]
            if not any(_inside(place, box) for box in wider):
                return place
    return points[len(points) // 3]


def share_text(share: float) -> str:
    """Return the share that an arrow carries."""
    return formats.fixed(share, 2)


def draw_graph(axes: Axes, figure: GraphFigure, text_mm: float, plot_mm: float) -> None:
    """Draw the graph on axes whose units are millimetres."""
    from matplotlib.patches import Rectangle

    axes.set_axis_off()
    axes.set_xlim(0, text_mm)
    axes.set_ylim(plot_mm, 0)
    boxes = [_box(node, text_mm, plot_mm) for node in figure.nodes]
    for start, end, share in figure.arrows:
        points = curve(boxes[start], boxes[end])
        if len(points) < 2:
            continue
        axes.plot(*zip(*points, strict=True), color=_INK.faint, linewidth=0.7, zorder=1)
        axes.annotate(
            "",
            points[-1],
            points[-2],
            arrowprops={"arrowstyle": "-|>", "color": _INK.faint, "lw": 0.7, "shrinkA": 0},
        )
        at = label_place(points, boxes, room=4.0)
        axes.text(
            *at,
            share_text(share),
            ha="center",
            va="center",
            fontsize=_SIZE,
            bbox={"facecolor": _INK.background, "edgecolor": "none", "pad": 0.6},
            zorder=2,
        )
    for node, (left, top, right, bottom) in zip(figure.nodes, boxes, strict=True):
        axes.add_patch(
            Rectangle(
                (left, top),
                right - left,
                bottom - top,
                facecolor=_INK.grid if node.state == "rejected" else _INK.background,
                edgecolor=_INK.ink,
                linestyle="dashed" if node.state == "kept" else "solid",
                linewidth=1.2 if node.state == "rejected" else 0.7,
                zorder=3,
            )
        )
        axes.text(
            0.5 * (left + right),
            0.5 * (top + bottom),
            "\n".join(node.lines),
            ha="center",
            va="center",
            fontsize=_SIZE,
            zorder=4,
        )


def _box(node: GraphNode, width: float, height: float) -> Box:
    half = 0.5 * (max(text_width(line, _SIZE) for line in node.lines) + 4.0)
    tall = 0.5 * _LINE_MM * (len(node.lines) + 0.9)
    x = min(max(node.x * width, half + 0.5), width - half - 0.5)
    y = min(max(node.y * height, tall + 0.5), height - tall - 0.5)
    return x - half, y - tall, x + half, y + tall


def _centre(box: Box) -> Point:
    return 0.5 * (box[0] + box[2]), 0.5 * (box[1] + box[3])


def _inside(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
