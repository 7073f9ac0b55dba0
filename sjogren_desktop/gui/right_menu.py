"""What can be done with a table or a figure, offered by the right button on it, too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu


class RightMenu(QMenu):
    """The menu of a view; it is opened, not executed, as Qt's own menu of actions would be."""

    def __init__(self, view: QAbstractScrollArea, actions: Sequence[QAction]) -> None:
        super().__init__(view)
        self.setObjectName("right_menu")
        self.setToolTipsVisible(True)
        self.addActions(actions)
        self._view = view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_at)

    @Slot(QPoint)
    def _show_at(self, place: QPoint) -> None:
        self.popup(self._view.viewport().mapToGlobal(place))
