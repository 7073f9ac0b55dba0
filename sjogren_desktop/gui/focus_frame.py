"""Keeps in sight what has the focus when the keys moved it, and frames it.

Styles show the focus of fields by their cursor and their edge, but not that of texts, empty
tables and the default button, and that of other buttons, boxes and tabs by a shade that hardly
stands out in the dark. An area scrolls to a control only if Tab came from inside of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QScrollArea,
    QSplitterHandle,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from sjogren_desktop.gui import theme

_LINE = 2
_FRAMED = (
    QAbstractScrollArea,
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QSplitterHandle,
    QTabBar,
)


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
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), _LINE))
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
        if now is None or not _by_key(now.window()):
            self._put_round(None)
            return
        inside: QWidget = now
        above = now.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(inside, theme.SPACE, theme.SPACE)
            above = above.parentWidget()
        self._put_round(now if isinstance(now, _FRAMED) else None)

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


def _by_key(window: QWidget) -> bool:
    """Say whether keys moved the focus in a window, or opened it from one where they did."""
    above = window.parentWidget()
    by_key = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_key or (above is not None and _by_key(above.window()))
