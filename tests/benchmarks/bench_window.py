"""How long the window takes: to the first paint, to a result, and over a million rows.

Run by hand: ``python -m pytest tests/benchmarks/bench_window.py -s``. The limits
are those the program promises; they hold on two cores that do nothing else.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.frame_model import Columns, FrameModel, arrange
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.results import no_progress

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).resolve().parents[2]

_TO_PAINT = """
import sys, time
started = float(sys.argv[1])
from sjogren_desktop.gui import app, theme
from sjogren_desktop.gui.main_window import MainWindow
application = app.make_application()
theme.apply(application, "light")
window = MainWindow()
window.painted.connect(lambda: (print(time.time() - started), application.exit()))
window.show()
application.exec()
"""


def test_that_the_window_is_painted_within_a_second_of_the_process_start() -> None:
    """Median of seven starts with a warm file cache; the display is the one given, or offscreen."""
    taken = []
    for _ in range(8):
        done = subprocess.run(
            [sys.executable, "-c", _TO_PAINT, str(time.time())],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ},
            check=True,
        )
        taken.append(float(done.stdout.split()[0]))
    median = statistics.median(taken[1:])
    print(f"\nprocess start to first paint: median {median:.2f} s, worst {max(taken[1:]):.2f} s")
    assert median < 1.0


def test_that_the_default_mmrm_is_on_the_screen_within_half_a_second(qtbot: QtBot) -> None:
    """From the click on Run to the painted table, on one demonstration study, modules loaded."""
    from sjogren_desktop.analyses.catalogue import ANALYSES
    from sjogren_desktop.gui import app
    from sjogren_desktop.gui.analysis_tab import AnalysisTab
    from sjogren_desktop.study.demo import demo_files
    from sjogren_desktop.study.load import open_study

    app._warm_up_rest(no_progress)
    tab = AnalysisTab([a for a in ANALYSES if a.key == "mmrm_change"])
    qtbot.addWidget(tab)
    tab.resize(1280, 760)
    tab.set_study(open_study([demo_files()]))
    tab.show()
    taken = []
    for _ in range(4):
        started = time.perf_counter()
        qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
        tab.view.grab()
        taken.append(time.perf_counter() - started)
        assert tab.view.error.text == ""
    print(f"\nclick to painted table: first {taken[0]:.2f} s, then {min(taken[1:]):.2f} s at best")
    assert statistics.median(taken) < 0.5


def test_that_tabs_are_switched_within_a_tenth_of_a_second(
    window: MainWindow, qtbot: QtBot
) -> None:
    """From the press on a tab to its painted page, demonstration study, a result on each."""
    window.open_demo()
    qtbot.waitUntil(lambda: window.study is not None, timeout=180_000)
    qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)
    qtbot.waitUntil(lambda: window.patients_tab.book is not None, timeout=60_000)
    for panel in window.panels:
        window.tabs.setCurrentWidget(panel)
        panel.run()
        qtbot.waitUntil(lambda panel=panel: not panel.is_running, timeout=120_000)
        qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)
    bar, taken = window.tabs.tabBar(), dict.fromkeys(range(window.tabs.count()), 0.0)
    for _ in range(3):
        for place in taken:
            where = bar.tabRect(place).center()
            started = time.perf_counter()
            qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=where)
            page = window.tabs.currentWidget()
            page.repaint()
            taken[place] = max(taken[place], 1000 * (time.perf_counter() - started))
            assert window.tabs.currentIndex() == place
            qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)
            qtbot.wait(50)
    named = {window.tabs.tabText(place).replace("&", ""): ms for place, ms in taken.items()}
    print("\nswitching, longest: " + ", ".join(f"{n} {ms:.0f} ms" for n, ms in named.items()))
    assert max(named.values()) < 100


def _million() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    rows = 1_000_000
    levels = np.array([f"Week {w}" for w in range(0, 52, 4)], dtype=object)
    frame = {f"NUM{i:02d}": rng.normal(size=rows) for i in range(8)}
    frame |= {f"INT{i:02d}": rng.integers(0, 1000, rows) for i in range(4)}
    frame |= {f"TXT{i:02d}": levels[rng.integers(0, 13, rows)] for i in range(7)}
    return pd.DataFrame(frame | {"USUBJID": [f"S-{i:07d}" for i in range(rows)]})


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def test_that_a_million_rows_are_shown_sorted_and_filtered_without_a_wait(qtbot: QtBot) -> None:
    frame = _million()
    model, view = FrameModel(), QTableView()
    qtbot.addWidget(view)
    view.resize(1280, 800)

    def show() -> None:
        model.set_frame(frame)
        view.setModel(model)
        view.show()
        view.grab()

    shown = _seconds(show)
    columns, rows = Columns(frame, {}), len(frame)
    by_name = {c.name: place for place, c in enumerate(columns)}
    sorts = {
        name: _seconds(lambda name=name: arrange(columns, rows, by=by_name[name]))
        for name in ("NUM00", "INT00", "TXT00", "USUBJID")
    }
    number = _seconds(lambda: arrange(columns, rows, needle="7", within=by_name["INT00"]))
    one = _seconds(lambda: arrange(columns, rows, needle="week 4", within=by_name["TXT00"]))
    everywhere = _seconds(lambda: arrange(columns, rows, needle="week 4"))
    bar = view.verticalScrollBar()

    def scroll() -> None:
        for step in range(20):
            bar.setValue(step * 40_000)
            view.viewport().grab()

    scroll()
    step = _seconds(scroll) / 20
    print(f"\nshow {shown:.2f} s; scroll step and repaint {1000 * step:.0f} ms")
    print("sort: " + ", ".join(f"{name} {taken:.2f} s" for name, taken in sorts.items()))
    print(f"filter: numbers {number:.2f} s, texts {one:.2f} s, all 20 columns {everywhere:.2f} s")
    assert shown < 2.0
    assert step < 0.033
    assert max(sorts["NUM00"], sorts["INT00"], number) < 0.3
    assert max(sorts["TXT00"], one) < 2.0
