"""Work that only the GUI thread can do, cut into turns of the event loop.

Widgets cannot be made anywhere else, and a view with many plots takes long to
make; between two steps the window takes clicks and paints.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE = 1
"""Milliseconds between two steps; with none, steps would go before painting."""


class Turns(QObject):
    """Goes through steps, one in a turn, until they end or are dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Say whether there are steps left."""
        return self._steps is not None

    def start(self, steps: Iterator[None]) -> None:
        """Go through these steps from the next turn on; what is left of others is dropped."""
        self._steps = steps
        self._timer.start()

    def drop(self) -> None:
        """Do no further step."""
        self._steps = None
        self._timer.stop()

    @Slot()
    def _step(self) -> None:
        steps = self._steps
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration:
            if self._steps is steps:  # the last step may have begun others
                self._steps = None
            return
        if self._steps is steps:
            self._timer.start()
