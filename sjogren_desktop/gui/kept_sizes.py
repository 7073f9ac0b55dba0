"""Sizes that the user gave to panes and columns, remembered from start to start.

Only what was dragged by hand is kept: a width that the program chose follows
the data. Widths of columns are kept in letters, so that they fit texts of
another size.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QTableView

_WIDEST = 200.0
"""Letters; a wider column was kept by a mistake of the hand or of the file."""


class KeptSplitter(QSplitter):
    """A splitter whose handle stays where it was dragged."""

    def __init__(self, orientation: Qt.Orientation, name: str) -> None:
        super().__init__(orientation)
        self.setObjectName(f"{name}_splitter")
        self.setChildrenCollapsible(False)
        self._is_kept = False
        self.splitterMoved.connect(self._keep)

    def begin(self, *sizes: int) -> None:
        """Give the panes these sizes, or those that they were dragged to.

        Without sizes they are left to what the panes ask for.
        """
        kept = QSettings().value(f"splitters/{self.objectName()}")
        if not self._is_kept and isinstance(kept, QByteArray):
            self._is_kept = self.restoreState(kept)
        if not self._is_kept and sizes:
            self.setSizes(sizes)

    @Slot()
    def _keep(self) -> None:
        self._is_kept = True
        QSettings().setValue(f"splitters/{self.objectName()}", self.saveState())


class _Columns(QObject):
    """Keeps the widths of a table's columns that are dragged."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.horizontalHeader().sectionResized.connect(self._keep)

    @Slot(int, int, int)
    def _keep(self, column: int, before: int, width: int) -> None:
        # The program sizes columns, too; then no button of the mouse is held.
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and width > 0:
            letters = width / self._view.fontMetrics().averageCharWidth()
            QSettings().setValue(_key(self._view, column), f"{letters:.1f}")


def keep_columns(view: QTableView) -> None:
    """Remember the widths that columns of a table are dragged to."""
    _Columns(view)


def kept_width(view: QTableView, column: int) -> int | None:
    """Return the width (pixels) that a column was dragged to, None if it never was."""
    try:
        letters = float(str(QSettings().value(_key(view, column), "")))
    except ValueError:
        return None
    if not 1 <= letters <= _WIDEST:
        return None
    return round(letters * view.fontMetrics().averageCharWidth())


def _key(view: QTableView, column: int) -> str:
    head = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "").strip()
    return f"columns/{view.objectName()}/{head.replace('/', '_').replace(chr(92), '_')}"
