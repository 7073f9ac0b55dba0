"""The window as the program makes it, for what is measured through it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop import spare_process
from sjogren_desktop.analyses.beside import apart
from sjogren_desktop.gui import app, tasks
from sjogren_desktop.gui.garbage import CollectHere
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.plain_imports import keep_plain
from sjogren_desktop.gui.study_worker import StudyWorker


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window with the catalogue loaded and no study, set up as :func:`.app.run_window` does."""
    keep_plain()
    before = sys.getswitchinterval()
    sys.setswitchinterval(app.SWITCH_SECONDS)
    collector = CollectHere(qapp)
    worker = StudyWorker()
    made = MainWindow(run=worker.run, beside=apart)
    worker.is_busy = made.is_settling
    made.planner.study_changed.connect(worker.show)
    made.worker = worker  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    start = app.Start(made, [], demo=False)
    start.loaded.connect(collector.spare)
    made.show()
    qtbot.waitUntil(lambda: bool(made.analysis_tab.analyses), timeout=60_000)
    qtbot.waitUntil(lambda: not tasks.are_running(), timeout=60_000)
    yield made
    made.close()
    spare_process.keep_none_ready()
    worker.close()
    ended = tasks.shut_down(seconds=60)
    collector.deleteLater()
    gc.enable()
    gc.unfreeze()
    sys.setswitchinterval(before)
    assert ended
