"""A field whose text filters a list, once nothing was typed for a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit

_PAUSE = 200
"""Milliseconds without typing after which the list is filtered."""


class SearchField(QLineEdit):
    """Emits ``settled`` when the list is to be filtered; the list then reads the text."""

    settled = Signal()

    def __init__(self, name: str, *, hint: str, meaning: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self.setAccessibleName(meaning)
        self.setToolTip(tip)
        self.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self.settled)
        self.textChanged.connect(self._typing.start)

    @Slot()
    def settle(self) -> None:
        """The list is being filtered by the text as it is: there is nothing to wait for."""
        self._typing.stop()
