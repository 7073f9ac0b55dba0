"""The kinds of figures a result can hold, as data: what is drawn, not how.

Screen, print and copied numbers are made from the same values.
"""

# reason: one list of kinds, each with what screen and print must agree on

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log10
from textwrap import wrap


@dataclass(frozen=True)
class Series:
    """Points of one group. ``style`` fixes colour and symbol (an arm keeps its own).

    ``subjects`` holds the keys of the patients behind each point, where the
    points stand for patients; empty otherwise, and never exported. A ``curve``
    is a function of the position: drawn without symbols, with a band for limits,
    and not moved aside from other series; a missing value interrupts it.
    """

    name: str
    style: int
    x: tuple[float, ...]
    y: tuple[float, ...]
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    subjects: tuple[tuple[str, ...], ...] = ()
    curve: bool = False


@dataclass(frozen=True)
class LineFigure:
    """Points joined by lines, with error bars where the series has limits.

    With ``steps`` a value holds from its position to the next, as a survival
    curve does: drawn as steps, without symbols and error bars. ``at_risk``
    holds groups by name with their numbers at risk at ``x_ticks``, under which
    they stand.
    """

    key: str
    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    x_ticks: tuple[tuple[float, str], ...] = ()
    reference_y: float | None = None
    caption: tuple[str, ...] = ()
    steps: bool = False
    at_risk: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def __post_init__(self) -> None:
        if any(len(numbers) != len(self.x_ticks) for _, numbers in self.at_risk):
            raise ValueError(f"figure {self.key!r}: the numbers at risk do not fit")


@dataclass(frozen=True)
class ForestRow:
    """One estimate of a forest plot; ``text`` stands at the right margin.

    ``subjects`` are the keys of the patients it was made from; never exported.
    """

    label: str
    estimate: float | None
    lower: float | None
    upper: float | None
    text: str = ""
    style: int = 0
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForestFigure:
    """Estimates with intervals under each other, around a reference line."""

    key: str
    title: str
    x_label: str
    rows: tuple[ForestRow, ...]
    reference_x: float = 0.0
    favours: tuple[str, str] = ("", "")
    caption: tuple[str, ...] = ()


@dataclass(frozen=True)
class BarFigure:
    """Horizontal bars: one group of bars a category, one bar a series.

    In each series ``x`` holds the bar lengths, in the order of ``categories``;
    ``y`` stays empty. ``mirrored`` draws the first series to the left and the
    second to the right of a common axis (a butterfly).
    """

    key: str
    title: str
    x_label: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    caption: tuple[str, ...] = ()
    mirrored: bool = False

    def mirrored_ticks(self) -> tuple[float, ...]:
        """Return round numbers for the axis of a butterfly, the left ones below zero."""
        most = max([1.0, *(x for series in self.series for x in series.x if isfinite(x))])
        power = 10.0 ** floor(log10(most / 2))
        step = max(power * k for k in (1, 2, 5) if power * k <= most / 2)
        reach = int(most / step)
        return tuple(step * k for k in range(-reach, reach + 1))


@dataclass(frozen=True)
class MapFigure:
    """Numbers over a grid, shaded by bands, with the line where they cross a level.

    Parameters
    ----------
    x, y : tuple of float
        Evenly spaced positions of the grid.
    values : tuple of tuple of float
        ``values[i][j]`` belongs to ``x[i]`` and ``y[j]``.
    value_label : str
        What the values are, for the pointer.
    bands : tuple of float
        Upper bounds of the bands, ascending; the darkest shade is the lowest band.
    contour : tuple of ((x, y), (x, y))
        Pieces of the line.
    region : (x from, x to, y from, y to), optional
        Part of the plane to frame.
    texts : tuple of tuple of str
        What the pointer says of each position besides the value.
    subjects : tuple of tuple of tuple of str
        Keys of the patients each value stands for, or empty; never exported.
    """

    key: str
    title: str
    x_label: str
    y_label: str
    value_label: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    values: tuple[tuple[float, ...], ...]
    bands: tuple[float, ...]
    contour: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()
    region: tuple[float, float, float, float] | None = None
    texts: tuple[tuple[str, ...], ...] = ()
    caption: tuple[str, ...] = ()
    subjects: tuple[tuple[tuple[str, ...], ...], ...] = ()

    def __post_init__(self) -> None:
        if len(self.x) < 2 or len(self.y) < 2 or len(self.values) != len(self.x):
            raise ValueError(f"figure {self.key!r}: the values do not fit the grid")
        if any(len(column) != len(self.y) for column in self.values):
            raise ValueError(f"figure {self.key!r}: the values do not fit the grid")

    def band(self, i: int, j: int) -> int:
        """Return which band a value is in, counted from the lowest."""
        return sum(self.values[i][j] >= bound for bound in self.bands)


@dataclass(frozen=True)
class ScatterFigure:
    """One symbol a subject (or other unit), with reference lines.

    Parameters
    ----------
    series : tuple of Series
        Points of one group each; values must be positive where ``log`` is set.
    names : tuple of tuple of str
        What each point of each series is, for the pointer; may be empty.
    reference_x, reference_y : tuple of float
        Positions of vertical and horizontal lines.
    log : bool
        Both axes logarithmic.
    ticks : tuple of float
        Numbers named on both axes.
    quadrants : bool
        The first vertical and horizontal line divide the points: their numbers
        stand in the corners, and on the screen the lines can be dragged.
    labels : tuple of (x, y, text)
        Names to write at points; the caller takes care that they have room, each
        reaching from its point towards the middle of the plot.
    """

    key: str
    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    names: tuple[tuple[str, ...], ...] = ()
    reference_x: tuple[float, ...] = ()
    reference_y: tuple[float, ...] = ()
    log: bool = False
    ticks: tuple[float, ...] = ()
    caption: tuple[str, ...] = ()
    quadrants: bool = False
    labels: tuple[tuple[float, float, str], ...] = ()

    def middle(self) -> float:
        """Return the middle of the horizontal range of the points."""
        known = [x for series in self.series for x in series.x if x == x]
        return (min(known) + max(known)) / 2 if known else 0.0

    def in_quadrants(self, x: float, y: float) -> tuple[tuple[int, ...], ...]:
        """Count the points of each series by quadrant, around lines at x and y.

        Returns
        -------
        tuple of tuple of int
            Upper right, upper left, lower right, lower left: one count a series.
            A point on a line is not beyond it.
        """
        sides = ((True, True), (False, True), (True, False), (False, False))
        return tuple(
            tuple(
                sum(
                    (a > x) == right and (b > y) == above
                    for a, b in zip(series.x, series.y, strict=True)
                    if a == a and b == b
                )
                for series in self.series
            )
            for right, above in sides
        )

    def corner_texts(self, x: float, y: float) -> tuple[str, ...]:
        """Return what stands in the corners: all points of each, then those of each series."""
        return tuple(
            "\n".join(
                (
                    str(sum(counts)),
                    *(f"{s.name} {n}" for s, n in zip(self.series, counts, strict=True)),
                )
            )
            for counts in self.in_quadrants(x, y)
        )


@dataclass(frozen=True)
class FlowBox:
    """A box of a flow chart.

    Parameters
    ----------
    lines : tuple of str
    x : float
        Middle of the box, in columns.
    row : int
        From the top.
    width : float
        In columns.
    subjects : tuple of str
        Keys of the patients the box stands for; never exported.
    """

    lines: tuple[str, ...]
    x: float
    row: int
    width: float = 0.9
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class FlowFigure:
    """Boxes in rows, joined by arrows from one box (its place) down to another."""

    key: str
    title: str
    boxes: tuple[FlowBox, ...]
    arrows: tuple[tuple[int, int], ...] = ()
    caption: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.boxes or any(max(pair) >= len(self.boxes) for pair in self.arrows):
            raise ValueError(f"figure {self.key!r}: an arrow has no box")


@dataclass(frozen=True)
class GraphNode:
    """A node of a graph: its text, its place (0 to 1 each way, from the top left), its look.

    ``state`` is "open", "rejected" or "kept"; what it means stands in the lines too.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    state: str = "open"


@dataclass(frozen=True)
class GraphFigure:
    """Nodes joined by arrows, each from one node (its place) to another with its share."""

    key: str
    title: str
    nodes: tuple[GraphNode, ...]
    arrows: tuple[tuple[int, int, float], ...] = ()
    caption: tuple[str, ...] = ()


def _round_up(value: float) -> float:
    """Return the least of 1, 2, 4, 6, 8, 10, 12, 16, 20, 24 ... that is not smaller."""
    step = 10.0 ** (len(str(int(value))) - 1)
    for multiple in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10):
        if value <= multiple * step:
            return multiple * step
    return 10 * step


@dataclass(frozen=True)
class DotFigure:
    """Dots by category on the left, differences with intervals beside them.

    In each series ``x`` holds the values in the order of ``categories``; every
    entry of ``differences`` has one row a category. The two parts share one
    axis: :meth:`placed` says where a difference stands on that of the dots.
    """

    key: str
    title: str
    x_label: str
    difference_label: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    differences: tuple[tuple[ForestRow, ...], ...] = ()
    caption: tuple[str, ...] = ()

    def dots_end(self) -> float:
        """Return a round number that no dot exceeds, at least 1."""
        return _round_up(max([1.0, *(x for series in self.series for x in series.x if x == x)]))

    def reach(self) -> float:
        """Return a round number from which no difference and no limit is farther from zero."""
        known = [
            abs(value)
            for rows in self.differences
            for row in rows
            for value in (row.estimate, row.lower, row.upper)
            if value is not None
        ]
        return _round_up(max([1.0, *known]))

    def placed(self, difference: float) -> float:
        """Return where a difference stands on the axis of the dots."""
        end = self.dots_end()
        return end * (1.65 + 0.5 * difference / self.reach())


_LETTERS_ACROSS = 84
"""Letters that fit side by side under a grid, on paper and in a small window."""


@dataclass(frozen=True)
class GridFigure:
    """Cells of rows and columns, shaded by a number and carrying a text.

    ``values[i][j]`` belongs to row i and column j; None leaves a cell empty.
    ``subjects`` has the keys of the patients of each cell, or is empty.
    """

    key: str
    title: str
    x_label: str
    y_label: str
    value_label: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    subjects: tuple[tuple[tuple[str, ...], ...], ...] = ()
    caption: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.values) != len(self.rows) or len(self.texts) != len(self.rows):
            raise ValueError(f"figure {self.key!r}: the values do not fit the rows")
        if any(len(line) != len(self.columns) for line in (*self.values, *self.texts)):
            raise ValueError(f"figure {self.key!r}: the values do not fit the columns")

    def share(self, row: int, column: int) -> float:
        """Return how dark a cell is, from 0 to 1."""
        most = max([v for line in self.values for v in line if v is not None], default=0.0)
        value = self.values[row][column]
        return 0.0 if value is None or most <= 0 else max(0.0, value / most)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, folded to the width columns so many have."""
        most = max(8, _LETTERS_ACROSS // max(1, len(self.columns)))
        return tuple(
            "\n".join(
                line
                for part in column.split("\n")
                for line in wrap(part, most, break_long_words=False, break_on_hyphens=False)
            )
            for column in self.columns
        )


@dataclass(frozen=True)
class Span:
    """A stretch of time in a lane, or a moment where ``end`` equals ``start``.

    ``thick`` spans lie behind the others, as the time on treatment does.
    """

    start: float
    end: float
    style: int
    text: str = ""
    thick: bool = False


@dataclass(frozen=True)
class Lane:
    """One line of a lane figure: a patient, or a kind of event of one patient."""

    label: str
    spans: tuple[Span, ...]
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class LaneFigure:
    """Spans of time under each other: swim lanes of patients, or the events of one.

    ``legend`` names styles; ``reference_x`` are positions of vertical lines.
    """

    key: str
    title: str
    x_label: str
    lanes: tuple[Lane, ...]
    legend: tuple[tuple[str, int], ...] = ()
    reference_x: tuple[float, ...] = ()
    caption: tuple[str, ...] = ()

    @property
    def series(self) -> tuple[Series, ...]:
        """The names of the legend, as other figures give them."""
        return tuple(Series(name, style, (), ()) for name, style in self.legend)

    @property
    def moments(self) -> frozenset[int]:
        """Styles that are drawn as symbols alone, since no span of them lasts."""
        spans = [span for lane in self.lanes for span in lane.spans]
        lasting = {span.style for span in spans if span.end > span.start}
        return frozenset(span.style for span in spans) - lasting


@dataclass(frozen=True)
class Box:
    """Quartiles, whiskers and values beyond them at one position.

    ``subjects`` are the keys of the patients with the values beyond, ``people`` those of
    all patients of the box, each once.
    """

    x: float
    lower: float
    first: float
    median: float
    third: float
    upper: float
    beyond: tuple[float, ...] = ()
    subjects: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class BoxSeries:
    """The boxes of one group."""

    name: str
    style: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class BoxFigure:
    """Box plots of groups side by side at each position."""

    key: str
    title: str
    x_label: str
    y_label: str
    series: tuple[BoxSeries, ...]
    x_ticks: tuple[tuple[float, str], ...] = ()
    reference_y: tuple[float, ...] = ()
    caption: tuple[str, ...] = ()


Figure = (
    LineFigure
    | ForestFigure
    | BarFigure
    | MapFigure
    | ScatterFigure
    | FlowFigure
    | GraphFigure
    | DotFigure
    | GridFigure
    | LaneFigure
    | BoxFigure
)
