"""The window goes on answering while work is done: what its event loop does in one turn.

Run by hand: ``python -m pytest tests/benchmarks/bench_turns.py``. It measures
processor time of the thread of the window, which a busy machine stretches less
than the clock; how long a click waits, the waiting for the interpreter
included, is measured by ``bench_responsive.py``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import tasks
from sjogren_desktop.gui.main_window import MainWindow

pytestmark = pytest.mark.benchmark

LONGEST = 50.0
"""Milliseconds of work one turn may have."""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with the catalogue."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_analyses(ANALYSES)
    made.show()
    qtbot.wait(200)
    yield made
    assert tasks.shut_down(seconds=30)


def turns(qtbot: QtBot, start: Callable[[], object], over: Callable[[], bool]) -> np.ndarray:
    """Return the work (ms) of each turn of the event loop from a start until it is over."""
    clock: list[float] = []
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(lambda: clock.append(time.thread_time()))
    timer.start()
    qtbot.wait(50)
    start()
    qtbot.waitUntil(over, timeout=120_000)
    qtbot.wait(100)
    timer.stop()
    return 1000 * np.diff(clock)


def test_that_the_window_answers_while_a_study_is_opened_and_analysed(
    window: MainWindow, qtbot: QtBot
) -> None:
    def listed() -> bool:
        return window.patients_tab.book is not None and not window.is_settling()

    opening = turns(qtbot, window.open_demo, listed)
    tab = window.analysis_tab
    window.tabs.setCurrentWidget(tab)
    tab.choose("tipping_point")
    running = turns(qtbot, tab.run, lambda: not tab.is_running)

    for worked in (opening, running):
        assert worked.max() < LONGEST
