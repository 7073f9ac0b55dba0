"""How long it takes to stop: until the window is free again, and until nothing works any more.

Run by hand: ``python -m pytest tests/benchmarks/bench_cancel.py -s``, on two cores
that do nothing else. Every kind of long work is begun and its Cancel button (or
Esc) pressed at several moments; threads and worker processes are then watched
until they have ended.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pyreadstat
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.beside import NEEDED
from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui import tasks
from sjogren_desktop.gui.analysis_tab import AnalysisTab
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import Given
from tests.benchmarks.bench_import import records

pytestmark = pytest.mark.benchmark

MOMENTS = (0.05, 0.4, 1.0, 2.5)
EXPORT_MOMENTS = (*MOMENTS, 5.0, 12.0, 19.0)
"""Its many steps are of many kinds."""
LIMIT = 200.0
"""Milliseconds until the window is free and nothing works any more."""
ROWS = 200_000
_MOMENT, _IDLE = 40, 0.015
"""Milliseconds in which a process that works spends more processor seconds than this."""

SLOW = (
    ("sensitivity", {}),
    ("robustness", {}),
    ("tipping_point", {}),
    ("subgroups", {}),
    ("next_trial", {}),
    ("multiplicity", {}),
)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one large file of each format."""
    folder = tmp_path_factory.mktemp("big")
    frame = records(ROWS)
    frame.to_csv(folder / "adlb.csv", index=False)
    pyreadstat.write_xport(frame, str(folder / "adlb.xpt"), table_name="ADLB")
    pyreadstat.write_sav(frame, str(folder / "adlb.sav"))
    pyreadstat.write_dta(frame, str(folder / "adlb.dta"))
    frame.head(20_000).to_excel(folder / "adlb.xlsx", index=False)
    return folder


def _works(qtbot: QtBot, before_press: list[psutil.Process]) -> bool:
    """Say whether a process computes that this one, or one of its processes, has started.

    Those there before Cancel was pressed are looked at even when the one that started them
    has ended. One that holds the study is there after Cancel too, and the processes of one
    calculation wait a minute for the next; they do nothing meanwhile.
    """
    before = _processor_times(before_press)
    qtbot.wait(_MOMENT)
    after = _processor_times(before_press)
    return any(spent - before.get(key, spent) > _IDLE for key, spent in after.items())


def _processor_times(also: list[psutil.Process]) -> dict[tuple[int, float], float]:
    """Return the processor time of each process, without those that load what they may need."""
    found = {}
    for process in {*psutil.Process().children(recursive=True), *also}:
        with suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            if not any(name in " ".join(process.cmdline()) for name in NEEDED):
                times = process.cpu_times()
                found[process.pid, process.create_time()] = times.user + times.system
    return found


def _stop(
    what: str,
    start: Callable[[], object],
    press: Callable[[], object],
    running: Callable[[], bool],
    qtbot: QtBot,
    moments: Sequence[float] = MOMENTS,
) -> float:
    """Begin, press Cancel at each moment, print how long it took, return the longest (ms)."""
    worst = 0.0
    for moment in moments:
        qtbot.waitUntil(lambda: not tasks.are_running(), timeout=120_000)
        start()
        qtbot.wait(round(1000 * moment))
        if not running():
            print(f"{what}: over before {moment} s")
            break
        there = psutil.Process().children(recursive=True)
        pressed = time.perf_counter()
        press()
        qtbot.waitUntil(lambda: not running(), timeout=30_000)
        qtbot.wait(1)
        free = 1000 * (time.perf_counter() - pressed)
        while tasks.are_running() or _works(qtbot, there):
            pass
        over = 1000 * (time.perf_counter() - pressed)
        print(f"{what}, after {moment} s: free in {free:.0f} ms, all ended in {over:.0f} ms")
        worst = max(worst, over)
    return worst


@pytest.mark.parametrize("suffix", ["csv", "xpt", "sav", "dta", "xlsx"])
def test_that_opening_stops(window: MainWindow, qtbot: QtBot, big: Path, suffix: str) -> None:
    tab = window.import_tab
    presses = 0

    def press() -> None:
        nonlocal presses
        presses += 1
        qtbot.mouseClick(tab.cancel_button, Qt.MouseButton.LeftButton)

    worst = _stop(
        f"Opening {suffix}",
        lambda: window.open_paths([big / f"adlb.{suffix}"]),
        press,
        lambda: tab.is_running,
        qtbot,
    )
    assert worst < LIMIT
    # What is fast to open may be open before the last moment comes.
    assert window.study is None or presses < len(MOMENTS)


def _open(window: MainWindow, qtbot: QtBot) -> None:
    window.open_demo()
    qtbot.waitUntil(
        lambda: window.study is not None and not any(p.is_running for p in window._workers),
        timeout=180_000,
    )
    qtbot.waitUntil(lambda: window.worker.is_ready, timeout=60_000)  # type: ignore[attr-defined]


def test_that_analyses_stop(window: MainWindow, qtbot: QtBot) -> None:
    _open(window, qtbot)
    worst = 0.0
    for key, given in SLOW:
        for tab in window.panels:
            if any(a.key == key for a in tab.analyses):
                worst = max(worst, _stop_run(window, tab, key, given, qtbot))
    assert worst < LIMIT


def _stop_run(
    window: MainWindow, tab: AnalysisTab, key: str, given: dict[str, object], qtbot: QtBot
) -> float:
    window.tabs.setCurrentWidget(tab)
    tab.choose(key)
    tab.take_options({key: given})

    def press() -> None:
        qtbot.mouseClick(tab.cancel_button, Qt.MouseButton.LeftButton)

    return _stop(f"Running {key}", tab.run, press, lambda: tab.is_running, qtbot)


def test_that_runs_exports_and_saving_stop(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(window, qtbot)
    assert window.study is not None
    queue, study = window.planner.queue, window.study
    jobs = [(a, scope) for tab in window.panels for a in tab.analyses for scope in a.scopes(study)]

    def press() -> None:
        qtbot.mouseClick(queue.cancel_button, Qt.MouseButton.LeftButton)

    def begin() -> None:
        queue.show()
        queue.start(study, jobs)

    worst = _stop("Running all", begin, press, lambda: queue.is_running, qtbot)
    queue.start(study, jobs)
    qtbot.waitUntil(lambda: not queue.is_running, timeout=600_000)

    def write(folder: Path) -> None:
        window.exporter.write_everything(queue.results, Look(), folder)

    def stop_export(what: str, folder: Path) -> float:
        return _stop(
            what,
            lambda: write(folder),
            window.action("cancel").trigger,
            lambda: window.exporter.is_running,
            qtbot,
            EXPORT_MOMENTS,
        )

    worst = max(worst, stop_export("Exporting everything", tmp_path / "out"))
    write(tmp_path / "twice")
    qtbot.waitUntil(lambda: not window.exporter.is_running, timeout=300_000)
    worst = max(worst, stop_export("Exporting everything again", tmp_path / "twice"))
    numbers = iter(range(100))

    def make() -> None:
        window.keeper._target = tmp_path / f"study{next(numbers)}.sjd"
        window.keeper._make(Given("a long enough passphrase", "Somebody"))

    worst = max(
        worst,
        _stop(
            "Making a study file",
            make,
            window.action("cancel").trigger,
            lambda: window.keeper.is_running,
            qtbot,
        ),
    )
    assert worst < LIMIT


def test_that_comparing_and_opening_a_study_file_stop(
    window: MainWindow, qtbot: QtBot, big: Path, tmp_path: Path
) -> None:
    keeper, tab, data = window.keeper, window.import_tab, big / "adlb.csv"
    window.open_paths([data])
    qtbot.waitUntil(lambda: window.study is not None and not window.is_settling(), timeout=180_000)
    keeper._target = tmp_path / "study.sjd"
    keeper._make(Given("a long enough passphrase", "Somebody"))
    qtbot.waitUntil(lambda: not keeper.is_running, timeout=180_000)
    assert keeper.file is not None

    def compared() -> bool:
        dialog = tab.comparing.dialog
        return dialog is not None and dialog.is_running

    def close() -> None:
        assert tab.comparing.dialog is not None
        tab.comparing.dialog.reject()

    worst = _stop(
        "Comparing", lambda: tab.comparing.compare_with(str(data)), close, compared, qtbot
    )

    def open_again() -> None:
        window.desk.close_study()
        keeper._target = tmp_path / "study.sjd"
        keeper._try(Given("a long enough passphrase", "Somebody"))

    worst = max(
        worst,
        _stop(
            "Opening a study file",
            open_again,
            window.action("cancel").trigger,
            lambda: keeper.is_running or tab.is_running,
            qtbot,
        ),
    )
    assert worst < LIMIT
