"""The start: window first, numerics afterwards, the study after that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import app
from sjogren_desktop.gui.main_window import MainWindow
from tests.gui import fakes
from tests.gui.conftest import Dialogs

ROOT = Path(__file__).resolve().parents[2]

_FIRST_PAINT = """
import sys
from sjogren_desktop.gui import app, theme
from sjogren_desktop.gui.main_window import MainWindow

application = app.make_application()
theme.apply(application, "light")
window = MainWindow()
painted = []
window.painted.connect(lambda: painted.append(True))
window.show()
for _ in range(5):
    application.processEvents()
assert painted, "the window was not painted"
heavy = ("numpy", "pandas", "pyqtgraph", "scipy", "statsmodels", "matplotlib", "openpyxl")
print(",".join(name for name in heavy if name in sys.modules))
"""


def test_that_nothing_heavy_is_loaded_when_the_window_is_painted() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("demo", [False, True])
def test_that_after_the_first_paint_the_catalogue_comes_and_then_the_study(
    qtbot: QtBot, desk: fakes.Desk, dialogs: Dialogs, demo: bool
) -> None:
    window = MainWindow(run=desk.run, open_study=desk.open)
    qtbot.addWidget(window)
    paths = [] if demo else [Path("study")]
    app.Start(window, paths, demo=demo)
    assert window.analysis_tab.list.count() == 0

    window.show()
    qtbot.waitUntil(lambda: bool(desk.opened), timeout=30_000)
    qtbot.waitUntil(lambda: not window.import_tab.is_running)

    expected = "neptunus_like.zip" if demo else "study"
    assert [path.name for path in desk.opened[0]] == [expected]
    titles = [window.analysis_tab.list.item(i).text() for i in range(2)]
    assert titles[0] == "Change from baseline by visit (MMRM)"
    assert window.safety_tab.list.count() >= 1


@pytest.mark.parametrize("early", [True, False])
def test_that_a_file_handed_over_by_the_system_is_opened_once_that_is_possible(
    qtbot: QtBot, desk: fakes.Desk, dialogs: Dialogs, early: bool
) -> None:
    window = MainWindow(run=desk.run, open_study=desk.open)
    qtbot.addWidget(window)
    start = app.Start(window, [], demo=False)
    if early:
        start.open("/studies/täble.csv")

    window.show()
    with qtbot.waitSignal(start.loaded, timeout=30_000):
        pass
    if not early:
        assert desk.opened == []
        start.open("/studies/täble.csv")
    qtbot.waitUntil(lambda: bool(desk.opened), timeout=30_000)
    qtbot.waitUntil(lambda: not window.import_tab.is_running)

    assert [path.name for path in desk.opened[0]] == ["täble.csv"]


_HANDED_OVER = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from sjogren_desktop.gui import app

application = app.make_application()
application.handed_over.connect(lambda path: print(path, flush=True))
application.postEvent(application, QFileOpenEvent(QUrl.fromLocalFile("/studies/zoe.sjd")))
application.processEvents()
"""


def test_that_the_application_tells_of_files_opened_in_the_finder() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _HANDED_OVER],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == "/studies/zoe.sjd\n"
