"""Boxes to tick that are as large as the letters beside them; the style has one size for all.

What has a style sheet no longer follows the letters of the program, so they are of the type
scale, which is set anew with the size of all texts.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QStyle, QWidget

from sjogren_desktop.gui import theme

_OF_LETTERS = 0.9
"""Side of a box as a part of the height of the letters."""


class TickBox(QCheckBox):
    """A box to tick with its text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme.set_type(self, "body")
        _fit(self, "QCheckBox")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            _fit(self, "QCheckBox")


class TickList(QListWidget):
    """A list whose entries have boxes to tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_type(self, "body")
        _fit(self, "QListWidget")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            _fit(self, "QListWidget")


def _fit(widget: QWidget, kind: str) -> None:
    """Let the boxes grow with the letters; at the usual size they are drawn by the style alone."""
    wanted = round(_OF_LETTERS * widget.fontMetrics().height())
    usual = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
    sheet = ""
    if wanted > usual:
        sheet = f"{kind}::indicator {{ width: {wanted}px; height: {wanted}px; }}"
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
