"""Opening and closing studies and running analyses leave nothing behind."""

from __future__ import annotations

import gc
import tracemalloc

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.study.data import StudyData
from tests.gui.test_main_window import load, run

ROUNDS = 5


def once(window: MainWindow, qtbot: QtBot) -> None:
    """Open a study, run an analysis of two tabs, look at a patient, close the study."""
    load(window, qtbot)
    run(window, qtbot, 1)
    run(window, qtbot, 2)
    window.tabs.setCurrentWidget(window.patients_tab)
    window.patients_tab.open_patient("S1-0001")
    window.action("search").trigger()
    window.finder.put_away()
    window.desk.close_study()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def test_that_widgets_objects_and_memory_do_not_grow(window: MainWindow, qtbot: QtBot) -> None:
    def counts() -> tuple[int, int, int]:
        studies = sum(isinstance(o, StudyData) for o in gc.get_objects())
        return len(QApplication.topLevelWidgets()), len(window.findChildren(QObject)), studies

    for _ in range(2):  # what is made once is made
        once(window, qtbot)
    before = counts()
    tracemalloc.start()
    once(window, qtbot)
    memory = tracemalloc.get_traced_memory()[0]

    for _ in range(ROUNDS):
        once(window, qtbot)
    grown = tracemalloc.get_traced_memory()[0] - memory
    tracemalloc.stop()

    # What leaks does so every round; what is made once may be made late, after a long run of tests.
    more = [now - then for now, then in zip(counts(), before, strict=True)]
    assert max(more) < ROUNDS, more
    assert grown < 500_000  # bytes in five rounds; a round that keeps its study has 95,000
    assert window.study is None
    assert not window.planner.has_study
