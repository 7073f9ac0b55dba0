"""A table of results in a view: texts made once by the one formatter.

The tooltip of a cell names each number in it at full precision.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from sjogren_desktop import formats
from sjogren_desktop.gui import theme
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
_NO_PARENT = QModelIndex()
_INDENT = "    "

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
    return "\n".join(lines)


def _tip(cell: Cell | None) -> str:
    """Return the numbers of a cell in full, and that its patients can be opened."""
    if cell is None or not cell.subjects:
        return precise(cell)
    count = len(cell.subjects)
    people = tr("the patient") if count == 1 else tr("these {count} patients", count=count)
    return tr(
        "{precise}\nDouble-click or Enter: open {people}", precise=precise(cell), people=people
    )


class ResultTableModel(QAbstractTableModel):
    """Label columns first, then the columns of the table."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.labels = len(table.row_headers)
        self.headers = [*table.row_headers, *(c.header for c in table.columns)]
        self._marked: frozenset[str] = frozenset()
        self._texts: list[list[str]] = []
        for row in table.rows:
            shown = list(row.labels)
            if shown:
                shown[0] = _INDENT * row.indent + shown[0]
            self._texts.append([*shown, *map(formats.cell, row.cells)])

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        return self._texts[row][column]

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
        if role == _FONT and self._marked_text(index.row(), index.column()):
            return theme.font("body", bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headers):
            return None
        if role == _DISPLAY:
            return self.headers[section]
        if role == _ALIGN:
            return _LEFT if section < self.labels else _CENTER
        return None
