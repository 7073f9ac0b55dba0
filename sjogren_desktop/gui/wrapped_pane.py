"""A pane of a splitter that is as high as its wrapped texts need: a splitter does not ask."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sjogren_desktop.gui.widths import at_least


class WrappedPane(QWidget):
    """Holds texts that get higher as the pane gets narrower, down to a width in letters."""

    letters = 0
    """Of width that the pane has at least."""

    def minimumSizeHint(self) -> QSize:
        least, layout = at_least(self.letters, self, super().minimumSizeHint()), self.layout()
        if layout is None:
            return least
        height = layout.totalMinimumHeightForWidth(max(least.width(), self.width()))
        return QSize(least.width(), max(least.height(), height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
