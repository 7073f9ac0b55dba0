"""Work that only the GUI thread can do, cut into turns of the event loop.

Widgets cannot be made anywhere else, and a view with many plots takes long to
make; between two steps the window takes clicks and paints. Where several views are made
at the same time, their steps take turns too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE = 1
"""Milliseconds between two steps; with none, steps would go before painting."""


_BREATH = 0.0005
"""Seconds after a step in which no other is begun: the loop has not come round."""

_last = 0.0
_busy: WeakSet[Turns] = WeakSet()


def are_going() -> bool:
    """Say whether any view is being made step by step."""
    return bool(_busy)


class Turns(QObject):
    """Goes through steps, one in a turn, until they end or are dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._over: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Say whether there are steps left."""
        return self._steps is not None

    def start(self, steps: Iterator[None], over: Callable[[], None] | None = None) -> None:
        """Go through these steps from the next turn on; what is left of others is dropped.

        ``over`` is called once: after the last step, when one fails or when they are dropped.
        """
        self.drop()
        self._steps, self._over = steps, over
        _busy.add(self)
        self._timer.start()

    def drop(self) -> None:
        """Do no further step."""
        self._timer.stop()
        self._end()

    def _end(self) -> None:
        over, self._steps, self._over = self._over, None, None
        _busy.discard(self)
        if over is not None:
            over()

    @Slot()
    def _step(self) -> None:
        global _last
        steps = self._steps
        if steps is None:
            return
        if time.monotonic() - _last < _BREATH:
            self._timer.start()
            return
        try:
            next(steps)
        except StopIteration:
            if self._steps is steps:  # the last step may have begun others
                self._end()
        except BaseException:  # is told elsewhere; whoever waits must not wait for ever
            if self._steps is steps:
                self._end()
            raise
        else:
            if self._steps is steps:
                self._timer.start()
        finally:
            _last = time.monotonic()
