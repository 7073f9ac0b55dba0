"""Files dropped anywhere on a window are opened, also over a field that takes text.

A field for text takes the names of files that are let go over it, before the window it
stands in is asked. So the events are taken where they come in: at the window of the system.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWindow


class TakesFiles(Protocol):
    """What becomes of files held over a window and let go."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept the files, or not."""

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files are over the window no more."""

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files."""


class FileDrops(QObject):
    """Brings files dropped on a system window to who takes them; other drags go on as ever."""

    def __init__(self, takes: TakesFiles, window: QWindow) -> None:
        super().__init__(window)
        self._takes = takes
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the events of files."""
        if isinstance(event, QDragLeaveEvent):
            self._takes.dragLeaveEvent(event)  # the window would tell only whom it told of the drag
            return False
        # Entering and moving are drops to the binding too, so the special come first.
        if not isinstance(event, QDropEvent):
            return False
        if not any(url.isLocalFile() for url in event.mimeData().urls()):
            return False
        if isinstance(event, QDragEnterEvent):
            self._takes.dragEnterEvent(event)
        elif isinstance(event, QDragMoveEvent):
            event.acceptProposedAction()
        else:
            self._takes.dropEvent(event)
        return True
