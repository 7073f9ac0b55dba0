"""What passes between the layers: problems, tables, figures and results.

Everything here is a frozen dataclass without Qt, pandas or NumPy, so that any
layer can import it at no cost. A :class:`Table` holds numbers at full
precision together with the name of the statistic each one is; turning them
into text is the business of :mod:`sjogren_desktop.formats` alone, which is
why the screen, the workbook and ``results.json`` cannot disagree.
"""

# reason: one vocabulary between the layers, of which the kinds of figures are a part

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import floor, isfinite, log10
from textwrap import wrap
from typing import TypeVar

Value = float | int | str | None
"""A number at full precision, a text, or None where it is not estimable."""

BLINDED = "BLINDED"
UNBLINDED = "UNBLINDED"
POOLED_AGAIN = "UNBLINDED BEFORE"
BLINDING = {
    BLINDED: "all patients are pooled; treatment arms are withheld",
    UNBLINDED: "treatment arms are shown",
    POOLED_AGAIN: "all patients are pooled, but treatment arms of this study have been shown",
}
"""Marks of a study and of all that comes from it, with what each says."""

Progress = Callable[[float, str], None]
"""Called with (fraction done in 0..1, what is being done); raises Cancelled.

What is being done is a fixed text, or a :class:`Doing` where it names something.
"""


class Doing(str):
    """What work says it does, kept in its parts, so that another language can say it.

    As a string it is the English sentence. It goes to the window from any process.

    Parameters
    ----------
    text : str
        Fixed English text, with names in braces.
    **values
        What replaces the names; a value that is a ``Doing`` itself is translated, too.
    """

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Doing:
        """Put the sentence together."""
        made = super().__new__(cls, text.format(**values) if values else text)
        made.text, made.values = text, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Return what a pickle makes it anew from."""
        return (self.text,), self.values


class AnalysisError(Exception):
    """A sentence for the user: what could not be done, why, and what to do."""


class Cancelled(Exception):
    """Raised by a progress callable when the user pressed Cancel."""


def no_progress(fraction: float, message: str) -> None:
    """Progress callable for callers that neither show nor cancel anything."""


Watch = Callable[[], object]
"""Called now and then during work that takes long; may raise Cancelled."""

_AT_A_TIME = 200
_Thing = TypeVar("_Thing")


def unwatched() -> None:
    """Watch for callers that cancel nothing."""


def paced(things: Iterable[_Thing], watch: Watch) -> Iterator[_Thing]:
    """Yield things one by one, and call ``watch`` before every two hundredth."""
    for number, thing in enumerate(things):
        if number % _AT_A_TIME == 0:
            watch()
        yield thing


@dataclass(frozen=True)
class Issue:
    """A problem found in the data, with its address and what to do about it.

    Parameters
    ----------
    severity : {"error", "warning", "note"}
        An error means something was not read; a warning that it was read but
        should be looked at.
    message, action : str
        What was found, and what the user can do; whole sentences.
    file, sheet, column, subject : str
        Address, as far as it applies ("" where it does not).
    row : int, optional
        Row of the source file as a spreadsheet program numbers it (header is
        row 1).
    check : str
        Stable identifier of the check that found it, such as ``"file.empty"``.
    """

    severity: str
    message: str
    action: str = ""
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    subject: str = ""
    check: str = ""

    def __post_init__(self) -> None:
        if self.severity not in ("error", "warning", "note"):
            raise ValueError(f"unknown severity {self.severity!r}")


@dataclass(frozen=True)
class Stat:
    """One number: which statistic it is, its value, and its display precision.

    ``decimals`` is given where the precision follows from the raw data; left
    at None, the formatter takes the house default of the statistic's name.
    """

    name: str
    value: Value
    decimals: int | None = None


@dataclass(frozen=True)
class Cell:
    """Numbers shown together in one table cell, such as ``"{0} ({1})"``.

    ``subjects`` are the keys of the patients the cell counts (see
    :meth:`.study.data.StudyData.subject_keys`), where it stands for patients:
    the window opens them; they are never exported.
    """

    stats: tuple[Stat, ...]
    pattern: str = "{0}"
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subjects:
    """The patients that a number of a table or a mark of a figure stands for.

    ``of`` says which number or mark it is, ``keys`` are those of
    :meth:`.study.data.StudyData.subject_keys`.
    """

    of: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A table column: what stands above it and what identifies it in exports."""

    header: str
    key: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A table row: labels shown at its left, identifying key, one cell a column."""

    labels: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    key: Mapping[str, Value] = field(default_factory=dict)
    indent: int = 0


@dataclass(frozen=True)
class Table:
    """A table of full-precision numbers.

    ``row_headers`` names the label columns; every row has as many labels as
    there are row headers and as many cells as there are columns.
    """

    key: str
    title: str
    row_headers: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    footnotes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.labels) != len(self.row_headers) or len(row.cells) != len(self.columns):
                raise ValueError(f"table {self.key!r}: row {row.labels} does not fit its columns")

    def numbers(self) -> Iterator[tuple[Row, Column, Stat]]:
        """Yield every number of the table with the row and column it stands in."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                for stat in cell.stats if cell else ():
                    yield row, column, stat


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


@dataclass(frozen=True)
class Course:
    """The records of a parameter that a result is of.

    Parameters
    ----------
    parameter : str
        PARAMCD.
    period : int
        APERIOD, 0 where the records are not told apart by it.
    baseline : str
        BASETYPE, "" where the records are not told apart by it.
    counted_by : tuple of str
        The treatment whose changes count the periods and the variable that orders the records,
        where the data do not tell the periods; else empty.
    """

    parameter: str
    period: int = 0
    baseline: str = ""
    counted_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What one run of one analysis gives, ready to show, export and repeat.

    Parameters
    ----------
    analysis, title : str
        Key and title of the analysis in the catalogue.
    study, population : str
        Study identifier, or "Pooled"; label of the analysis population.
    summary : str
        The main finding in one plain sentence.
    tables, figures : tuple
        In display order.
    notes : tuple of str
        Convergence, warnings and exclusions; printed under the tables.
    method : tuple of (str, str)
        The method card: formula, covariance, degrees of freedom, counts,
        versions ...
    options : mapping
        Every option with the value used, so the run can be repeated.
    synthetic : bool
        True when the data are simulated; shown wherever the result is.
    blinding : str
        A key of :data:`BLINDING`, "" where there is no blind to keep or to
        have broken; shown wherever the result is.
    estimand : tuple of (str, str)
        The estimand card: attribute of ICH E9(R1) and what it is here.
    counts : tuple of (str, int)
        Arms, and the subjects of the population in each; empty where nobody of the
        study is analysed.
    course : Course, optional
        Which records are those of the parameter in the options, where there is one.
    """

    analysis: str
    title: str
    study: str
    population: str
    summary: str
    tables: tuple[Table, ...]
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    method: tuple[tuple[str, str], ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    synthetic: bool = False
    blinding: str = ""
    estimand: tuple[tuple[str, str], ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    course: Course | None = None
