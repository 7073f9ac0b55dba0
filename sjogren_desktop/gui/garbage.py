"""Cyclic garbage is collected in the GUI thread only.

A Qt object may be destroyed only in the thread it lives in, but Python collects
cycles in whichever thread happens to allocate: a dialog that was closed, or a
window of a test, could be destroyed by a thread that is computing, which ends
the program without a word. So the automatic collection is turned off and done
here by a timer, by the counts Python itself keeps. All that is old is gone
through only while nothing is computed or being shown, since it takes 0.05 s after all
analyses were run.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from sjogren_desktop.gui import tasks, turns

_MILLISECONDS = 50
"""A thread that computes makes in this time what is collected in a few milliseconds."""
_YOUNG, _OLD = 3, 30
"""Counts over which a generation is collected; Python's, ten each, leave too much for one turn."""


class CollectHere(QObject):
    """Collects garbage in the thread it was made in, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._spared = False
        self.destroyed.connect(gc.enable)
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_MILLISECONDS)

    @Slot()
    def collect(self) -> None:
        """Collect the generations whose counts are over their thresholds."""
        counts = gc.get_count()
        if counts[0] <= gc.get_threshold()[0]:
            return
        generation = 0
        # What comes at the start is many modules, and hardly any garbage.
        if counts[1] > _YOUNG and self._spared:
            generation = 1
            if counts[2] > _OLD and not (tasks.are_running() or turns.are_going()):
                generation = 2
        gc.collect(generation)

    @Slot()
    def spare(self) -> None:
        """Leave what is there now, modules above all, out of all collections to come."""
        gc.freeze()
        self._spared = True
