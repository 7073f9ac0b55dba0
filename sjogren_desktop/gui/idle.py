"""Tells when nobody has touched keyboard or mouse for some minutes."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCH = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)
_LOOK_SECONDS = 10


class IdleWatch(QObject):
    """Emits ``idle`` when the time is over; watches only between start and stop.

    It looks at the system windows, which are told of every touch first. All events of the
    application pass there too, a thousand for each of them, and a filter in Python would hold
    each of these up while other threads compute.
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = 0.0
        self._touched = 0.0
        self._watching = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: float) -> None:
        """Begin to watch, or watch for another time; 0 minutes for never."""
        self.stop()
        application = QGuiApplication.instance()
        if minutes <= 0 or not isinstance(application, QGuiApplication):
            return
        self._seconds, self._touched, self._watching = 60.0 * minutes, time.monotonic(), True
        self._look_at_all()
        application.focusWindowChanged.connect(self._look_at)
        self._timer.start(round(1000 * min(_LOOK_SECONDS, self._seconds / 2)))

    def stop(self) -> None:
        """Watch no more."""
        application = QGuiApplication.instance()
        if self._watching and isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._look_at)
            for window in QGuiApplication.allWindows():
                window.removeEventFilter(self)
        self._watching = False
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Emit ``idle`` if the time is over; again at each look while nothing is done about it."""
        if not self._watching:
            return
        self._look_at_all()  # a menu never has the focus
        if time.monotonic() - self._touched >= self._seconds:
            self.idle.emit()

    def _look_at_all(self) -> None:
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    @Slot(QWindow)
    def _look_at(self, window: QWindow | None) -> None:
        """Watch a window that may be new; that it has the keys now is a touch."""
        self._touched = time.monotonic()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCH:
            self._touched = time.monotonic()
        return False
