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
_busy: WeakSet[_Left] = WeakSet()


def are_going() -> bool:
    """Say whether any view is being made step by step."""
    return bool(_busy)


class _Left:
    """What is left to do; it outlives the object that does it for a moment."""

    def __init__(self) -> None:
        self.steps: Iterator[None] | None = None
        self.over: Callable[[], None] | None = None

    def forget(self) -> None:
        """Let go of the views that the steps hold; they are told nothing, being gone."""
        self.steps = self.over = None
        _busy.discard(self)


class Turns(QObject):
    """Goes through steps, one in a turn, until they end or are dropped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = _Left()
        # A view that is destroyed half made must not count as busy for ever. What is connected
        # is no method of this object, which is half gone by then.
        self.destroyed.connect(self._left.forget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Say whether there are steps left."""
        return self._left.steps is not None

    def start(self, steps: Iterator[None], over: Callable[[], None] | None = None) -> None:
        """Go through these steps from the next turn on; what is left of others is dropped.

        ``over`` is called once: after the last step, when one fails or when they are dropped.
        """
        self.drop()
        self._left.steps, self._left.over = steps, over
        _busy.add(self._left)
        self._timer.start()

    def drop(self) -> None:
        """Do no further step."""
        self._timer.stop()
        self._end()

    def _end(self) -> None:
        over = self._left.over
        self._left.forget()
        if over is not None:
            over()

    @Slot()
    def _step(self) -> None:
        global _last
        steps = self._left.steps
        if steps is None:
            return
        if time.monotonic() - _last < _BREATH:
            self._timer.start()
            return
        try:
            next(steps)
        except StopIteration:
            if self._left.steps is steps:  # the last step may have begun others
                self._end()
        except BaseException:  # is told elsewhere; whoever waits must not wait for ever
            if self._left.steps is steps:
                self._end()
            raise
        else:
            if self._left.steps is steps:
                self._timer.start()
        finally:
            _last = time.monotonic()
