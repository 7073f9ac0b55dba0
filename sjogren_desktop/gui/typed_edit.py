"""The control of a small table that is typed in."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.spec import Item, Typed
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import push_button
from sjogren_desktop.gui.edit_table import EditColumn, EditTable
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.targets import LEAST

_LINES = 8
"""Most rows shown before the table scrolls."""


class TypedEdit(QWidget):
    """Rows of texts, edited in place, added and removed."""

    edited = Signal(str)

    def __init__(self, option: Typed) -> None:
        super().__init__()
        self._key = option.key
        self.model = EditTable([EditColumn(tr(name)) for name in option.columns], self)
        self.model.edited.connect(self._tell)
        self.view = QTableView()
        self.view.setObjectName(f"option_{option.key}_table")
        self.view.setAccessibleName(tr(option.label))
        self.view.setAccessibleDescription(tr(option.help))
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.view.horizontalHeader().setMinimumSectionSize(24)
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().setMinimumHeight(LEAST)
        self.view.selectionModel().currentChanged.connect(self._refresh)
        named = f"option_{option.key}"
        self.add = push_button(
            f"{named}_add", tr("Add row"), tr("Add an empty row at the end"), self._add
        )
        self.drop = push_button(
            f"{named}_drop", tr("Remove row"), tr("Remove the row of the cursor"), self._drop
        )
        low = QHBoxLayout()
        low.setSpacing(theme.SPACE)
        low.addWidget(self.add)
        low.addWidget(self.drop)
        low.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.view)
        layout.addLayout(low)
        self.setFocusProxy(self.view)
        self._refresh()

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Show the rows, without telling; a cell that is being typed in stays."""
        assert isinstance(value, tuple)
        if self.value() != value:
            self.model.set_rows(value)
        line = self.view.verticalHeader().defaultSectionSize()
        shown = max(3, min(self.model.rowCount(), _LINES))
        self.view.setFixedHeight(
            shown * line + self.view.horizontalHeader().sizeHint().height() + 4
        )
        self._refresh()

    def value(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows."""
        return tuple(tuple(row) for row in self.model.rows())

    @Slot()
    def _add(self) -> None:
        self.model.add_row([""] * self.model.columnCount())
        self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
        self.view.setFocus()

    @Slot()
    def _drop(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self.model.remove_row(row)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self._key)

    @Slot()
    def _refresh(self) -> None:
        self.drop.setEnabled(self.view.currentIndex().isValid())
