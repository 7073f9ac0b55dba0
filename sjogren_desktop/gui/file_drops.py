"""Files dropped anywhere on a window are opened, also over a field that takes text.

A field for text takes the names of files that are let go over it, before the window it
stands in is asked. So the events are taken where they come in: at the window of the system.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QToolTip, QWidget

from sjogren_desktop.gui.language import tr


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


class DialogDrops(QObject):
    """Brings files dropped on the dialogs of a window to it; one that asks for an answer says no.

    A dialog is known once it has the keys for the first time.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is None or window.findChild(FileDrops) or window.findChild(_Refusal):
            return
        for dialog in QApplication.topLevelWidgets():
            # The system's dialog for files takes drops itself: to go where they are.
            mine = isinstance(dialog, QDialog) and not isinstance(dialog, QFileDialog)
            if not mine or dialog.windowHandle() is not window or not self._is_above(dialog):
                continue
            if dialog.isModal():
                _Refusal(dialog, window)
            else:
                FileDrops(self._window, window)

    def _is_above(self, dialog: QWidget) -> bool:
        above = dialog.parentWidget()
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None


class _Refusal(QObject):
    """Says beside the pointer why files are not taken now."""

    def __init__(self, dialog: QWidget, window: QWindow) -> None:
        super().__init__(window)
        self._dialog = dialog
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse files; the fields of the dialog would take their names as text."""
        if not isinstance(event, QDropEvent):
            return False
        if not any(url.isLocalFile() for url in event.mimeData().urls()):
            return False
        event.ignore()
        if isinstance(event, QDragEnterEvent):
            why = tr("Close \u201c{title}\u201d first.", title=self._dialog.windowTitle())
            QToolTip.showText(QCursor.pos(), why)
        return True
