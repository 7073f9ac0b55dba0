"""A table of results in a view: texts made once by the one formatter.

The tooltip of a cell names each number in it at full precision.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication

from sjogren_desktop import formats
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.brush import marked_text
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.results import Cell, Subjects, Table

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_CENTER = int(Qt.AlignmentFlag.AlignCenter.value)
_SPOKEN = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_NAME = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()
_INDENT = "    "
_IN_A_TURN = 1_500
"""Cells whose texts are made in one turn of the event loop."""

NAMES = {
    "std_error": marked("standard error"),
    "sd": marked("standard deviation"),
    "lower": marked("lower limit"),
    "upper": marked("upper limit"),
    "p_value": marked("p value"),
    "df": marked("degrees of freedom"),
}
"""Statistics whose name for the reader differs from the one in the data."""


def precise(cell: Cell | None) -> str:
    """Return every number of a cell at full precision, one a line, by name."""
    lines = []
    for stat in cell.stats if cell else ():
        value = tr("not estimable") if stat.value is None else stat.value
        lines.append(f"{tr(NAMES.get(stat.name, stat.name.replace('_', ' ')))}: {value}")
    return local.numbers("\n".join(lines))


def _tip(cell: Cell | None) -> str:
    """Return the numbers of a cell in full, and that its patients can be opened."""
    if cell is None or not cell.subjects:
        return precise(cell)
    count = len(cell.subjects)
    people = tr("the patient") if count == 1 else tr("these {count} patients", count=count)
    return tr(
        "{precise}\nDouble-click or Enter: open {people}", precise=precise(cell), people=people
    )


@dataclass
class TableTexts:
    """The texts of a table, row by row, and the widest one of each column."""

    rows: list[list[str]] = field(default_factory=list)
    widest: list[str] = field(default_factory=list)


def texts_of(table: Table) -> Generator[None, None, TableTexts]:
    """Make the texts of a table, some rows in a step; the last step returns them."""
    columns = len(table.row_headers) + len(table.columns)
    made = TableTexts(widest=[""] * columns)
    wide = QFontMetrics(QGuiApplication.font()).horizontalAdvance
    size = max(1, _IN_A_TURN // max(1, columns))
    for start in range(0, len(table.rows), size):
        if start:
            yield
        part = []
        for row in table.rows[start : start + size]:
            shown = list(row.labels)
            if shown:
                shown[0] = _INDENT * row.indent + shown[0]
            part.append([*shown, *(local.numbers(formats.cell(c)) for c in row.cells)])
        made.rows += part
        for column, texts in enumerate(zip(*part, strict=True)):
            made.widest[column] = max({made.widest[column], *texts}, key=wide)
    return made


def _at_once(steps: Generator[None, None, TableTexts]) -> TableTexts:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            texts: TableTexts = end.value
            return texts


class ResultTableModel(QAbstractTableModel):
    """Label columns first, then the columns of the table."""

    def __init__(
        self, table: Table, parent: QObject | None = None, *, texts: TableTexts | None = None
    ) -> None:
        """Show a table; ``texts`` are those of :func:`texts_of`, where they were made already."""
        super().__init__(parent)
        self.table = table
        self.labels = len(table.row_headers)
        self.headers = [*table.row_headers, *(c.header for c in table.columns)]
        self._marked: frozenset[str] = frozenset()
        made = texts or _at_once(texts_of(table))
        self._texts, self._widest = made.rows, made.widest

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        return self._texts[row][column]

    def widest(self, column: int) -> str:
        """Return the text of a column that takes most room."""
        return self._widest[column]

    def subjects(self, row: int, column: int) -> Subjects | None:
        """Return the patients that a cell stands for, None where it stands for none."""
        cell = self.table.rows[row].cells[column - self.labels] if column >= self.labels else None
        if cell is None or not cell.subjects:
            return None
        words = [*self.table.rows[row].labels, *self.headers[column].split("\n")[:1]]
        return Subjects(", ".join(w.strip() for w in words if w.strip()), cell.subjects)

    def show_marked(self, marked: frozenset[str]) -> None:
        """Show numbers that have one of these patients behind them in bold."""
        self._marked = marked
        if self._texts and self.headers:
            last = self.index(len(self._texts) - 1, len(self.headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _tip(self, row: int, column: int) -> str:
        found = self.table.rows[row]
        if column < self.labels:
            return found.labels[column]
        return _tip(found.cells[column - self.labels])

    def _marked_text(self, row: int, column: int) -> str:
        cell = self.table.rows[row].cells[column - self.labels] if column >= self.labels else None
        return marked_text(cell.subjects, self._marked) if cell and self._marked else ""

    @property
    def has_subjects(self) -> bool:
        """Say whether any cell stands for patients."""
        return any(cell and cell.subjects for row in self.table.rows for cell in row.cells)

    # -- what the view calls

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headers)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            return self._texts[index.row()][index.column()]
        if role == _ALIGN:
            return _LEFT if index.column() < self.labels else _RIGHT
        if role == _TIP:
            also = self._marked_text(index.row(), index.column())
            return self._tip(index.row(), index.column()) + (f"\n{also}" if also else "")
        if role == _SPOKEN:  # what is seen in bold
            return self._marked_text(index.row(), index.column()) or None
        if role == _FONT and self._marked_text(index.row(), index.column()):
            return theme.font("body", bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical and role == _NAME:  # the rows show no head
            return ", ".join(t for t in self.table.rows[section].labels if t)
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headers):
            return None
        if role == _DISPLAY:
            return self.headers[section]
        if role == _ALIGN:
            return _LEFT if section < self.labels else _CENTER
        return None
