"""What passes between the layers: problems, tables, figures (:mod:`.figures`) and results.

Everything here is a frozen dataclass without Qt, pandas or NumPy, so that any
layer can import it at no cost. A :class:`Table` holds numbers at full
precision together with the name of the statistic each one is; turning them
into text is the business of :mod:`sjogren_desktop.formats` alone, which is
why the screen, the workbook and ``results.json`` cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sjogren_desktop.figures import Figure

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
    visits : tuple of str
        The visits by which missing values are imputed, in order; empty where none are.
    """

    parameter: str
    period: int = 0
    baseline: str = ""
    counted_by: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()


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
