"""Esc is a shortcut of the window; what has the focus may want the key for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def claimed(event: QEvent) -> bool:
    """Keep Esc from the shortcuts; say whether this event asked about it.

    For ``event`` of a widget, which then gets the key by ``keyPressEvent``.
    """
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    ):
        event.accept()
        return True
    return False
