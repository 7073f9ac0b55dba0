"""A flow chart for print: boxes with wrapped text, and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sjogren_desktop.export.caption import wrapped
from sjogren_desktop.figures import FlowFigure
from sjogren_desktop.palette import THEMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK = THEMES["print"]
_SIZE = 6.5  # of the text, in points
_LINE_MM = 3.0
_PADDING = 0.9
_GAP = 1.8


def flow_lines(figure: FlowFigure, text_mm: float) -> tuple[list[tuple[str, ...]], list[float]]:
    """Return the wrapped lines of every box, and the height of every row in lines."""
    columns = _columns(figure)
    texts = []
    for box in figure.boxes:
        room = 0.92 * box.width * text_mm / columns
        texts.append(tuple(line for text in box.lines for line in wrapped(text, _SIZE, room)))
    rows = max(box.row for box in figure.boxes) + 1
    heights = [
        max(len(t) for b, t in zip(figure.boxes, texts, strict=True) if b.row == row) + _PADDING
        for row in range(rows)
    ]
    return texts, heights


def flow_height(figure: FlowFigure, text_mm: float) -> float:
    """Return the height of the chart in millimetres."""
    _, heights = flow_lines(figure, text_mm)
    return _LINE_MM * (sum(heights) + _GAP * (len(heights) - 1) + 1)


def draw_flow(axes: Axes, figure: FlowFigure, text_mm: float) -> None:
    """Draw the chart on axes that fill the width."""
    from matplotlib.patches import Rectangle

    texts, heights = flow_lines(figure, text_mm)
    tops = [sum(heights[:row]) + _GAP * row for row in range(len(heights))]
    axes.set_axis_off()
    axes.set_xlim(0, _columns(figure))
    axes.set_ylim(tops[-1] + heights[-1] + 0.5, -0.5)
    for box, lines in zip(figure.boxes, texts, strict=True):
        top, height = tops[box.row], heights[box.row]
        axes.add_patch(
            Rectangle(
                (box.x - box.width / 2, top),
                box.width,
                height,
                facecolor=_INK.background,
                edgecolor=_INK.ink,
                linewidth=0.6,
            )
        )
        axes.text(
            box.x,
            top + height / 2,
            "\n".join(lines),
            ha="center",
            va="center",
            multialignment="left",
            fontsize=_SIZE,
        )
    for start, end in figure.arrows:
        above, below = figure.boxes[start], figure.boxes[end]
        bottom, top = tops[above.row] + heights[above.row], tops[below.row]
        half = top - _GAP / 2
        axes.plot(
            [above.x, above.x, below.x], [bottom, half, half], color=_INK.faint, linewidth=0.7
        )
        axes.annotate(
            "",
            (below.x, top),
            (below.x, half),
            arrowprops={
                "arrowstyle": "-|>",
                "color": _INK.faint,
                "lw": 0.7,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )


def _columns(figure: FlowFigure) -> float:
    margin = min(box.x - box.width / 2 for box in figure.boxes)
    return max(box.x + box.width / 2 for box in figure.boxes) + margin
