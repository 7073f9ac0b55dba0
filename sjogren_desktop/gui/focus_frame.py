"""Keeps in sight what has the focus when the keys moved it, and frames what does not show it.

Styles show the focus of fields and buttons, but not of texts, empty tables and the default
button, and an area scrolls to a control only if Tab came from inside of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPushButton,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from sjogren_desktop.gui import theme

_LINE = 2


class _Frame(QWidget):
    """Lies on the edge of a widget and lets all through to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lay_on(self, widget: QWidget) -> None:
        """Frame a widget, which the frame goes with."""
        above = self.parentWidget()
        if above is not widget:
            if above is not None:
                above.removeEventFilter(self)
            self.setParent(widget)
            widget.installEventFilter(self)
        self.setGeometry(widget.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _LINE))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class FocusFrame(QObject):
    """Follows the focus in the main window and its dialogs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._frame: _Frame | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # When it is told, the focus is still where it was, and no key is known of yet.
        queued = Qt.ConnectionType.QueuedConnection
        application.focusObjectChanged.connect(self._follow, queued)

    @Slot()
    def _follow(self) -> None:
        now = QApplication.focusWidget()
        by_key = Qt.WidgetAttribute.WA_KeyboardFocusChange
        if now is None or not now.window().testAttribute(by_key):
            self._put_round(None)
            return
        inside: QWidget = now
        above = now.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(inside, theme.SPACE, theme.SPACE)
            above = above.parentWidget()
        hidden = isinstance(now, QAbstractScrollArea) or (
            isinstance(now, QPushButton) and now.isDefault()
        )
        self._put_round(now if hidden else None)

    def _put_round(self, widget: QWidget | None) -> None:
        # A frame goes with the dialog that it was last in.
        if self._frame is not None and not isValid(self._frame):
            self._frame = None
        if widget is None:
            if self._frame is not None:
                self._frame.hide()
            return
        if self._frame is None:
            self._frame = _Frame()
        self._frame.lay_on(widget)
