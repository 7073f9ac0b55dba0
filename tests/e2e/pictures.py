"""The pictures of the help: views of the window with the demonstration study.

Run after a view was changed, look at what comes out, and commit it::

    .venv/bin/python -m tests.e2e.pictures resources/help/pictures

The font is the bundled one, so that every computer draws alike.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The name is among the texts of the program: nobody's own settings and nobody's language.
os.environ["LC_ALL"] = "C.UTF-8"

from PIL import Image
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from sjogren_desktop.gui import app, tasks, theme
from sjogren_desktop.gui.analysis_tab import AnalysisTab
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.settings import Settings

WIDTH, HEIGHT = 1280, 800
_SECONDS = 180.0


def main(folder: Path) -> None:
    """Write a picture of each view into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale.c())
    with tempfile.TemporaryDirectory() as place:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        application = app.make_application()
        font = application.font()
        font.setPointSizeF(10)
        application.setFont(font)
        theme.apply(application, "light")
        window = MainWindow(Settings())
        app.Start(window, [], demo=True)
        window.resize(WIDTH, HEIGHT)
        window.show()
        for name in _views(window, application):
            path = folder / f"{name}.png"
            window.grab().save(str(path))
            # A tenth of the colours, of which nobody misses one, is a fourth of the size.
            with Image.open(path) as picture:
                small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
            small.save(path, optimize=True)
        tasks.shut_down(seconds=30)


def _views(window: MainWindow, application: QApplication) -> Iterator[str]:
    def wait(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + _SECONDS
        while not condition():
            if time.monotonic() > end:
                raise SystemExit("A view did not come up.")
            application.processEvents()
            time.sleep(0.01)
        for _ in range(60):
            application.processEvents()
            time.sleep(0.005)

    def run(tab: AnalysisTab) -> None:
        window.tabs.setCurrentWidget(tab)
        wait(lambda: True)
        tab.run_button.click()
        wait(lambda: not tab.is_running)

    wait(lambda: window.study is not None)
    wait(lambda: window.patients_tab.book is not None and not window.is_settling())
    yield "import"
    window.tabs.setCurrentWidget(window.patients_tab)
    wait(lambda: True)
    yield "patients"
    assert window.patients_tab.view is not None
    window.patients_tab.view.show_sheet()
    wait(lambda: True)
    yield "score_sheet"
    run(window.analysis_tab)
    yield "analysis"
    run(window.safety_tab)
    yield "safety"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    sys.stdout.flush()
    os._exit(0)  # the interpreter would take the window apart in any order
