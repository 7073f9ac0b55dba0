"""The message of the whole window: what was said, what can be done about it, and away with it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from sjogren_desktop.gui.banner import Banner, push_button
from sjogren_desktop.gui.language import tr


class WindowMessage(Banner):
    """A message that may come with a button for the next step; it is put away by a button too."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._action: QAction | None = None
        self.next = push_button(
            f"{name}_next", tr("Next step"), tr("Do what the message offers"), self._do
        )
        self.next.hide()
        self.away = push_button(
            f"{name}_away", tr("Close"), tr("Put this message away (Esc)"), self.clear
        )
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(0, 1)  # the text has the room
        layout.addWidget(self.next)
        layout.addWidget(self.away)

    def say(self, kind: str, message: str) -> None:
        """Show a message, with nothing offered."""
        self._action = None
        self.next.hide()
        super().say(kind, message)

    def offer(self, action: QAction) -> None:
        """Put a button on the message shown that does what the action does."""
        self._action = action
        self.next.setText(action.text())
        self.next.setToolTip(action.toolTip())
        self.next.setAccessibleDescription(action.toolTip())
        self.next.show()

    @Slot()
    def _do(self) -> None:
        if self._action is not None:
            self._action.trigger()
