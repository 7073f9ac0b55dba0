"""The buttons at the foot of a dialog."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QDialogButtonBox

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.tab_order import in_order


class ButtonBox(QDialogButtonBox):
    """Buttons in the order of the system, also for the Tab key, without pictures of the style."""

    def __init__(self, buttons: QDialogButtonBox.StandardButton) -> None:
        super().__init__(buttons)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.SPACE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for button in self.buttons():
            button.setIcon(QIcon())
        in_order(*sorted(self.buttons(), key=lambda button: button.x()))
