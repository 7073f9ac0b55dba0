"""A small table of texts that is edited in place, with choices where there are any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.widths import widest_text

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_NO_PARENT = QModelIndex()

DRAGGED = "application/x-sjogren-desktop-row"
"""Format of a row that is dragged: its number, nothing of what stands in it."""


@dataclass(frozen=True)
class EditColumn:
    """A column: header, tip, whether it is edited, and what can be chosen.

    ``choices`` gives (value, text) pairs; ``free`` allows other texts as well.
    """

    header: str
    tip: str = ""
    editable: bool = True
    choices: Callable[[], Sequence[tuple[str, str]]] | None = None
    free: bool = True


class EditTable(QAbstractTableModel):
    """Rows of texts; what was changed is kept."""

    edited = Signal()

    def __init__(self, columns: Sequence[EditColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[list[str]] = []

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows]
        self.endResetModel()

    def rows(self) -> list[list[str]]:
        """Return the rows as they are now."""
        return [list(row) for row in self._rows]

    def add_row(self, row: Sequence[str]) -> None:
        """Add a row at the end."""
        place = len(self._rows)
        self.beginInsertRows(_NO_PARENT, place, place)
        self._rows.append(list(row))
        self.endInsertRows()
        self.edited.emit()

    def remove_row(self, place: int) -> None:
        """Remove a row."""
        self.beginRemoveRows(_NO_PARENT, place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.edited.emit()

    def longest(self, column: int) -> str:
        """Return the longest text of a column, its header included."""
        shown = [self._shown(column, row[column]) for row in self._rows]
        return widest_text([tr(self.columns[column].header), *shown]) + "    "

    def _shown(self, column: int, value: str) -> str:
        choices = self.columns[column].choices
        return dict(choices()).get(value, value) if choices is not None else value

    # -- what the view calls

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        value = self._rows[index.row()][index.column()]
        if role == _EDIT:
            return value
        if role == _DISPLAY:
            return self._shown(index.column(), value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(self.columns[index.column()].tip) or value
        return None

    def setData(self, index: Any, value: Any, role: int = _EDIT) -> bool:
        if role != _EDIT or not self.columns[index.column()].editable:
            return False
        text = str(value).strip()
        if text != self._rows[index.row()][index.column()]:
            self._rows[index.row()][index.column()] = text
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def flags(self, index: Any) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if self.columns[index.column()].editable:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Any) -> QMimeData:
        dragged = QMimeData()
        if indexes:
            dragged.setData(DRAGGED, str(indexes[0].row()).encode("ascii"))
        return dragged

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return tr(self.columns[section].header)
        return tr(self.columns[section].tip) if role == Qt.ItemDataRole.ToolTipRole else None


class ChoiceDelegate(QStyledItemDelegate):
    """Offers the choices of a column in a list; text can be typed where it is free."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Any) -> QWidget:
        model = index.model()
        assert isinstance(model, EditTable)
        column = model.columns[index.column()]
        if column.choices is None:
            return super().createEditor(parent, option, index)
        box = ChoiceBox(parent)
        box.setAccessibleName(tr(column.header))
        box.setEditable(column.free)
        for value, text in column.choices():
            box.addItem(text, value)
        return box

    def setEditorData(self, editor: QWidget, index: Any) -> None:
        if not isinstance(editor, QComboBox):
            super().setEditorData(editor, index)
            return
        value = str(index.data(_EDIT))
        place = editor.findData(value)
        editor.setCurrentIndex(place)
        if place < 0 and editor.isEditable():
            editor.setEditText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Any) -> None:
        if not isinstance(editor, QComboBox):
            super().setModelData(editor, model, index)
            return
        place = editor.currentIndex()
        typed = editor.currentText()
        chosen = editor.itemData(place) if editor.itemText(place) == typed else typed
        model.setData(index, chosen)


class MarkedTable(EditTable):
    """A table whose faults are marked with a sign and told by the tip of the cell."""

    def __init__(self, columns: Sequence[EditColumn], parent: QObject) -> None:
        super().__init__(columns, parent)
        self.faults: dict[tuple[int, int], str] = {}

    def show(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows; an editor that is open stays where their number does."""
        if len(rows) != self.rowCount():
            self.set_rows(rows)
        elif self.rows() != [list(row) for row in rows]:
            self._rows = [list(row) for row in rows]
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def data(self, index: Any, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        fault = self.faults.get((index.row(), index.column()))
        if fault and role == Qt.ItemDataRole.ToolTipRole:
            return fault
        if fault and role == Qt.ItemDataRole.DecorationRole:
            sign = QStyle.StandardPixmap.SP_MessageBoxWarning
            return QApplication.style().standardIcon(sign)
        if fault and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return fault
        if role == Qt.ItemDataRole.TextAlignmentRole and not self.columns[index.column()].editable:
            return _RIGHT
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if (
            role == Qt.ItemDataRole.TextAlignmentRole
            and orientation == Qt.Orientation.Horizontal
            and not self.columns[section].editable
        ):
            return _RIGHT
        return super().headerData(section, orientation, role)
