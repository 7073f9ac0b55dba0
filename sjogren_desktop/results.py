"""What passes between the layers: problems, tables, figures and results.

Everything here is a frozen dataclass without Qt, pandas or NumPy, so that any
layer can import it at no cost. A :class:`Table` holds numbers at full
precision together with the name of the statistic each one is; turning them
into text is the business of :mod:`sjogren_desktop.formats` alone, which is
why the screen, the workbook and ``results.json`` cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

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
"""Called with (fraction done in 0..1, what is being done); raises Cancelled."""


class AnalysisError(Exception):
    """A sentence for the user: what could not be done, why, and what to do."""


class Cancelled(Exception):
    """Raised by a progress callable when the user pressed Cancel."""


def no_progress(fraction: float, message: str) -> None:
    """Progress callable for callers that neither show nor cancel anything."""


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
    points stand for patients; empty otherwise, and never exported.
    """

    name: str
    style: int
    x: tuple[float, ...]
    y: tuple[float, ...]
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    subjects: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class LineFigure:
    """Points joined by lines, with error bars where the series has limits.

    With ``steps`` a value holds from its position to the next, as a survival
    curve does: drawn as steps, without symbols and error bars.
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


@dataclass(frozen=True)
class ForestRow:
    """One estimate of a forest plot; ``text`` stands at the right margin."""

    label: str
    estimate: float | None
    lower: float | None
    upper: float | None
    text: str = ""
    style: int = 0


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
    ``y`` stays empty.
    """

    key: str
    title: str
    x_label: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    caption: tuple[str, ...] = ()


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
    caption: tuple[str, ...] = ()

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


Figure = (
    LineFigure | ForestFigure | BarFigure | MapFigure | ScatterFigure | FlowFigure | GraphFigure
)


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
