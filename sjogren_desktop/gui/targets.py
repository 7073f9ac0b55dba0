"""Rows, heads and entries of lists that are tall enough to be hit (WCAG 2.2, 2.5.8).

Buttons and fields may be a little smaller, since there is room around them; rows and entries
touch one another, so each has the whole size by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from sjogren_desktop.gui import theme

LEAST = 24
"""Least height of what is clicked, in device-independent pixels."""


class TallItems(QStyledItemDelegate):
    """Draws entries of a list as usual, none lower than :data:`LEAST`."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, LEAST))


class RowsTable(QTableView):
    """A table whose rows have room for their lines of text at every size of letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = 1
        self._letters = self.fontMetrics().height()
        self.horizontalHeader().setMinimumHeight(LEAST)
        self.set_lines(1)

    def set_lines(self, lines: int) -> None:
        """Give every row room for so many lines."""
        self._lines = lines
        self.verticalHeader().setDefaultSectionSize(self.line_height())

    def line_height(self) -> int:
        """Return how high a row is."""
        metrics = self.fontMetrics()
        needed = metrics.height() + (self._lines - 1) * metrics.lineSpacing() + theme.SPACE
        return max(LEAST, needed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.FontChange:
            return
        self.set_lines(self._lines)
        before, self._letters = self._letters, self.fontMetrics().height()
        header = self.horizontalHeader()
        for column in range(header.count() if before != self._letters else 0):
            if not header.isSectionHidden(column):
                width = round(header.sectionSize(column) * self._letters / before)
                header.resizeSection(column, width)
