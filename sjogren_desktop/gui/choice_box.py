"""A combo box whose choice ends in an ellipsis where it has no room, and is told in full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

from sjogren_desktop.gui import theme

_AIR = 2
"""Pixels that styles leave at the sides of the text."""


class ChoiceBox(QComboBox):
    """One of several; a long one is read in full in the list and in the tooltip."""

    def shown_text(self) -> str:
        """Return the choice as it is painted."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - _AIR
        return self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room, Qt.TextFlag.TextShowMnemonic
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            choice = self.currentText()
            if self.shown_text() != choice:
                tip = self.toolTip()
                told = choice if tip in ("", choice) else f"{choice}\n{tip}"
                QToolTip.showText(event.globalPos(), told, self)
                return True
        return super().event(event)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 3 * theme.SPACE)
        super().showPopup()
