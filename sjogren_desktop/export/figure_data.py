"""The numbers of a figure as lines: to copy, and to redraw it elsewhere."""

from __future__ import annotations

from sjogren_desktop import formats
from sjogren_desktop.results import (
    BarFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    LineFigure,
    MapFigure,
    ScatterFigure,
    Series,
    Value,
)

Line = tuple[Value, ...]


def figure_lines(figure: Figure) -> list[Line]:
    """Return the heads, then one line a mark, every number at full precision.

    What cannot be estimated is None. Patients behind the marks are left out.
    """
    if isinstance(figure, ForestFigure):
        heads: Line = ("Label", figure.x_label or "Estimate", "Lower limit", "Upper limit")
        return [heads, *((r.label, r.estimate, r.lower, r.upper) for r in figure.rows)]
    if isinstance(figure, BarFigure):
        pairs = [
            (category, series.name, value)
            for series in figure.series
            for category, value in zip(figure.categories, series.x, strict=True)
        ]
        return [("Category", "Group", figure.x_label), *pairs]
    if isinstance(figure, MapFigure):
        cells = [
            (x, y, figure.values[i][j])
            for i, x in enumerate(figure.x)
            for j, y in enumerate(figure.y)
        ]
        return [(figure.x_label, figure.y_label, figure.value_label), *cells]
    if isinstance(figure, ScatterFigure):
        points = [(s.name, x, y) for s in figure.series for x, y in zip(s.x, s.y, strict=True)]
        return [("Group", figure.x_label, figure.y_label), *points]
    if isinstance(figure, FlowFigure):
        boxes = [(box.row + 1, "; ".join(box.lines)) for box in figure.boxes]
        return [("Step", "Box"), *boxes]
    if isinstance(figure, GraphFigure):
        names = [node.lines[0] for node in figure.nodes]
        nodes = [(names[i], None, "; ".join(n.lines[1:])) for i, n in enumerate(figure.nodes)]
        arrows = [(names[start], names[end], share) for start, end, share in figure.arrows]
        return [("Hypothesis", "Hands on to", "State or share"), *nodes, *arrows]
    return _curves(figure)


def tab_separated(lines: list[Line]) -> str:
    """Return lines as text that a spreadsheet program pastes into columns."""
    return "\n".join("\t".join(_text(value) for value in line) for line in lines)


def _curves(figure: LineFigure) -> list[Line]:
    names = dict(figure.x_ticks)
    limits = any(series.lower or series.upper for series in figure.series)
    heads: list[Value] = ["Group", figure.x_label, figure.y_label]
    if names:
        heads.insert(2, "Name")
    found: list[Line] = [tuple([*heads, *(["Lower limit", "Upper limit"] if limits else [])])]
    for series in figure.series:
        for place, (x, y) in enumerate(zip(series.x, series.y, strict=True)):
            line: list[Value] = [series.name, x, y]
            if names:
                line.insert(2, names.get(x, ""))
            if limits:
                line += [_at(series, "lower", place), _at(series, "upper", place)]
            found.append(tuple(line))
    return found


def _at(series: Series, name: str, place: int) -> Value:
    values: tuple[float, ...] = getattr(series, name)
    return values[place] if values else None


def _text(value: Value) -> str:
    plain = formats.plain(value)
    return "" if plain is None else " ".join(str(plain).split())
