"""The frame on the empty Import tab that files can be dropped on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QWidget

from sjogren_desktop.gui import theme


class DropArea(QFrame):
    """A dashed frame that turns solid while files are held over the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False

    def set_over(self, is_over: bool) -> None:
        """Show whether files are held over the window."""
        self._over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self.palette()
        painter.setBrush(colors.color(QPalette.ColorRole.Base))
        role = QPalette.ColorRole.Highlight if self._over else QPalette.ColorRole.PlaceholderText
        style = Qt.PenStyle.SolidLine if self._over else Qt.PenStyle.DashLine
        painter.setPen(QPen(colors.color(role), 2 if self._over else 1, style))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, theme.SPACE, theme.SPACE)
