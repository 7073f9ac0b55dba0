"""A combo box whose choice ends in an ellipsis where it has no room, and is told in full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
)

from sjogren_desktop.gui import theme

_AIR = 2
"""Pixels that styles leave at the sides of the text."""


class ChoiceBox(QComboBox):
    """One of several; a long one is read in full in the list and in the tooltip."""

    _name_label: QLabel | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_name()

    def _tell_name(self) -> None:
        """Name the box by a label where none in sight does.

        On Linux Qt tells of a combo box as its name what is chosen, whatever it is called; a
        reader learns the name from the label it belongs to, and a hidden one will do.
        """
        above = self.parentWidget()
        if self._name_label is None and above is not None and self.accessibleName():
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            if any(label.buddy() is self for label in above.findChildren(QLabel, options=direct)):
                return
            self._name_label = QLabel(above)
            self._name_label.hide()
            self._name_label.setBuddy(self)
            self.destroyed.connect(self._name_label.deleteLater)
        if self._name_label is not None:
            self._name_label.setText(self.accessibleName())

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
