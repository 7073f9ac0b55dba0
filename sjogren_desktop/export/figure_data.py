"""The numbers of a figure as lines: to copy, and to redraw it elsewhere."""

from __future__ import annotations

from sjogren_desktop import formats
from sjogren_desktop.export.formula import as_text
from sjogren_desktop.figures import (
    BarFigure,
    BoxFigure,
    DotFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    GridFigure,
    LaneFigure,
    LineFigure,
    MapFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.results import Value

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
    if isinstance(figure, LineFigure):
        return _curves(figure)
    return _rarer(figure)


def _rarer(figure: DotFigure | GridFigure | LaneFigure | BoxFigure) -> list[Line]:
    if isinstance(figure, DotFigure):
        dots = [
            (category, series.name, value, None, None)
            for series in figure.series
            for category, value in zip(figure.categories, series.x, strict=True)
        ]
        rows = [
            (row.label, figure.difference_label, row.estimate, row.lower, row.upper)
            for rows in figure.differences
            for row in rows
        ]
        heads = ("Category", "Group or difference", "Value", "Lower limit", "Upper limit")
        return [heads, *dots, *rows]
    if isinstance(figure, GridFigure):
        cells = [
            (row, column.replace("\n", " "), figure.values[i][j], figure.texts[i][j])
            for i, row in enumerate(figure.rows)
            for j, column in enumerate(figure.columns)
        ]
        return [("Row", "Column", figure.value_label, "Text"), *cells]
    if isinstance(figure, LaneFigure):
        spans = [
            (lane.label, span.start, span.end, span.text)
            for lane in figure.lanes
            for span in lane.spans
        ]
        return [("Lane", "From", "To", "Text"), *spans]
    boxes = [
        (s.name, b.x, b.lower, b.first, b.median, b.third, b.upper)
        for s in figure.series
        for b in s.boxes
    ]
    parts = ("Lower whisker", "First quartile", "Median", "Third quartile", "Upper whisker")
    beyond = [(s.name, b.x, value) for s in figure.series for b in s.boxes for value in b.beyond]
    above = [("Beyond the whiskers", figure.x_label, figure.y_label)] if beyond else []
    return [("Group", figure.x_label, *parts), *boxes, *above, *beyond]


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
    if figure.at_risk:
        found.append(("Number at risk", figure.x_label, "Subjects"))
        for name, numbers in figure.at_risk:
            found += [(name, x, n) for (x, _), n in zip(figure.x_ticks, numbers, strict=True)]
    return found


def _at(series: Series, name: str, place: int) -> Value:
    values: tuple[float, ...] = getattr(series, name)
    return values[place] if values else None


def _text(value: Value) -> str:
    plain = formats.plain(value)
    return "" if plain is None else as_text(" ".join(str(plain).split()))
