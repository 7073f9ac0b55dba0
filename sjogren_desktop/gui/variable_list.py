"""The variables a column can be: drag a column of a plain table onto one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from sjogren_desktop.gui.edit_table import DRAGGED
from sjogren_desktop.gui.language import marked, tr

_VALUE = int(Qt.ItemDataRole.UserRole)
_PLAIN = (
    ("subject", marked("Patient")),
    ("study", marked("Study")),
    ("visit", marked("Visit")),
    ("date", marked("Date")),
    ("parameter", marked("What is measured")),
    ("value", marked("Measured value")),
    ("unit", marked("Unit")),
    ("leave", marked("Not used")),
)


@dataclass(frozen=True)
class ColumnUse:
    """What the column of a row becomes."""

    row: int
    role: str
    target: str


class VariableList(QListWidget):
    """Takes rows of the table of columns that are dropped on a variable."""

    chosen = Signal(object)
    """The :class:`ColumnUse` that was decided on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_variables")
        self.setAccessibleName(tr("Variables of the study"))
        tip = tr("Drag a column of the table onto what it is")
        self.setToolTip(tip)
        self.setAccessibleDescription(tr("{tip}; by keyboard, press F2 in the table", tip=tip))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        self.setCornerWidget(QWidget())  # else of the colour of edges

    def fill(self) -> None:
        """List the variables; not done when made, since that would load pandas."""
        if self.count():
            return
        for role, target, text in _variables():
            item = QListWidgetItem(text, self)
            item.setData(_VALUE, (role, target))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.mimeData().hasFormat(DRAGGED):
            self.setCurrentItem(item)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is None or not event.mimeData().hasFormat(DRAGGED):
            event.ignore()
            return
        row = int(event.mimeData().data(DRAGGED).toStdString())
        role, target = item.data(_VALUE)
        event.acceptProposedAction()
        self.chosen.emit(ColumnUse(row, role, target))


def _variables() -> Iterator[tuple[str, str, str]]:
    from sjogren_desktop.study.mapping_guess import EVENT_VARIABLES, PERSON_VARIABLES
    from sjogren_desktop.study.mapping_medicines import MEDICINE_VARIABLES
    from sjogren_desktop.study.measures import MEASURES

    for role, text in _PLAIN:
        yield role, "", tr(text)
    for measure in MEASURES:
        yield "measure", measure.code, f"{measure.code}: {measure.label}"
    for name in PERSON_VARIABLES:
        yield "person", name, tr("{name} (patient)", name=name)
    for name in EVENT_VARIABLES:
        yield "event", name, tr("{name} (event)", name=name)
    for name in MEDICINE_VARIABLES:
        yield "medicine", name, tr("{name} (medicine)", name=name)
