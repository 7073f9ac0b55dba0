"""Work without a place in a tab is shown once it takes long, and can be stopped there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui.exporting import Exporter
from sjogren_desktop.gui.settings import Settings
from sjogren_desktop.gui.work_line import WorkLine
from sjogren_desktop.results import AnalysisError, Progress
from tests.samples import sample_mmrm_result


class _Worker(QObject):
    running_changed = Signal()
    progressed = Signal(float, str)

    def __init__(self) -> None:
        super().__init__()
        self.is_running, self.stopped = False, 0

    def work(self, running: bool) -> None:
        self.is_running = running
        self.running_changed.emit()

    def cancel(self) -> None:
        self.stopped += 1
        self.work(False)


@pytest.fixture
def workers() -> tuple[_Worker, _Worker]:
    return _Worker(), _Worker()


@pytest.fixture
def line(workers: tuple[_Worker, _Worker], qtbot: QtBot) -> Iterator[WorkLine]:
    window, made = QMainWindow(), WorkLine(workers)
    qtbot.addWidget(window)
    window.statusBar().addPermanentWidget(made)
    window.show()
    yield made
    window.close()


def test_that_what_is_over_soon_is_not_shown(
    line: WorkLine, workers: tuple[_Worker, _Worker], qtbot: QtBot
) -> None:
    workers[0].work(True)
    qtbot.wait(100)
    workers[0].work(False)
    qtbot.wait(600)

    assert not line.isVisible()


def test_that_long_work_is_shown_with_how_far_it_is_and_stopped(
    line: WorkLine, workers: tuple[_Worker, _Worker], qtbot: QtBot
) -> None:
    first, second = workers
    second.work(True)
    second.progressed.emit(0.372, "Drawing the figures: 84 of 216 done")
    qtbot.waitUntil(line.isVisible)
    assert line.progress.value() == 37
    assert line.progress.toolTip() == "Drawing the figures: 84 of 216 done"

    qtbot.mouseClick(line.cancel_button, Qt.MouseButton.LeftButton)

    assert (first.stopped, second.stopped) == (0, 1)
    assert not line.isVisible()
    first.work(True)
    assert line.progress.value() == 0


def _slow(function: object, *given: object, progress: Progress, said: str = "") -> None:
    for part in range(1, 4):
        time.sleep(0.06)
        progress(part / 4, "Writing")
    raise AnalysisError("It ends here.")


def test_that_an_export_tells_how_far_it_is(
    bare_window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[tuple[float, str]] = []
    exporter = Exporter(bare_window, Settings(), _slow)  # type: ignore[arg-type]
    exporter.progressed.connect(lambda fraction, text: told.append((fraction, text)))
    exporter.write_everything([sample_mmrm_result()], Look(), tmp_path)
    qtbot.waitUntil(lambda: not exporter.is_running)

    assert told[-1] == (0.75, "Writing")
