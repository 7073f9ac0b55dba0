"""Sizes that the user gave to panes and columns, remembered from start to start.

Only what was dragged by hand is kept: a width that the program chose follows
the data. Widths of columns are kept in letters, so that they fit texts of
another size.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QTableView, QWidget
from shiboken6 import isValid

from sjogren_desktop.gui import escape, theme
from sjogren_desktop.gui.language import tr

_WIDEST = 200.0
"""Letters; a wider column was kept by a mistake of the hand or of the file."""


_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class _Handle(QSplitterHandle):
    """Moved by arrow keys, too, where F8 gave it the focus."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._back: QWidget | None = None
        self.setAccessibleName(tr("Divider between panes"))
        self.setAccessibleDescription(tr("Arrow keys move it, Esc goes back"))

    def take_keys(self) -> None:
        """Take the focus from where it is, and give it back on Esc."""
        self._back = QApplication.focusWidget()
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        return escape.claimed(event) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            splitter = self.splitter()
            across = splitter.orientation() == Qt.Orientation.Horizontal
            at = self.x() if across else self.y()
            splitter.moveSplitter(at + 2 * theme.SPACE * _KEYS[key], splitter.indexOf(self))
        elif key == Qt.Key.Key_Escape and self._back is not None and isValid(self._back):
            self._back.setFocus()
        else:
            super().keyPressEvent(event)


class KeptSplitter(QSplitter):
    """A splitter whose handle stays where it was moved; F8 goes to it from inside."""

    def __init__(self, orientation: Qt.Orientation, name: str) -> None:
        super().__init__(orientation)
        self.setObjectName(f"{name}_splitter")
        self.setChildrenCollapsible(False)
        self._is_kept = False
        self.splitterMoved.connect(self._keep)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        handles = [self.handle(place) for place in range(1, self.count())]
        inner = [h for h in handles if isinstance(h, _Handle) and h.isVisible()]
        if event.key() == Qt.Key.Key_F8:
            place = next((i + 1 for i, h in enumerate(inner) if h.hasFocus()), 0)
            if place < len(inner):
                inner[place].take_keys()
                return
        super().keyPressEvent(event)  # an outer splitter may have the next handle

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
