"""Cyclic garbage is collected in the GUI thread only.

A Qt object may be destroyed only in the thread it lives in, but Python collects
cycles in whichever thread happens to allocate: a dialog that was closed, or a
window of a test, could be destroyed by a thread that is computing, which ends
the program without a word. So the automatic collection is turned off and done
here by a timer, by the counts Python itself keeps.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_MILLISECONDS = 500


class CollectHere(QObject):
    """Collects garbage in the thread it was made in, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_MILLISECONDS)

    @Slot()
    def collect(self) -> None:
        """Collect the generations whose counts are over their thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[0] <= thresholds[0]:
            return
        generation = 0
        for older in (1, 2):
            if counts[older] > (thresholds[older] or 10):
                generation = older
        gc.collect(generation)
