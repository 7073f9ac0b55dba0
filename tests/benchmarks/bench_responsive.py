"""How long the window is deaf while work goes on: the gaps between turns of its event loop.

Run by hand: ``python -m pytest tests/benchmarks/bench_responsive.py -s``, on two
cores that do nothing else. Studies are opened and analyses run in processes, and what
the window itself does is cut into turns, so that no gap may be longer than 50 ms. On a
busy machine, read the processor time instead: "of the window" is that of its thread in
one turn, "of all threads" that of the whole program between two turns, which a thread
that keeps the interpreter would make long.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui.analysis_tab import AnalysisTab
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import Given
from sjogren_desktop.gui.study_worker import StudyWorker
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.unblinding import Request
from tests.benchmarks.bench_safety import large_study

pytestmark = pytest.mark.benchmark

LONGEST = 50.0
"""Milliseconds the window may be deaf while anything goes on."""


class Probe:
    """Notes when the event loop comes round."""

    def __init__(self) -> None:
        self.turns: list[float] = []
        self.worked: list[float] = []
        self.all_worked: list[float] = []
        self.collected: list[tuple[float, float]] = []
        self._began = 0.0
        gc.callbacks.append(self._collect)
        self._timer = QTimer()
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def _note(self) -> None:
        self.turns.append(time.perf_counter())
        self.worked.append(time.thread_time())
        self.all_worked.append(time.process_time())

    def _collect(self, phase: str, info: dict[str, int]) -> None:
        now = time.perf_counter()
        if phase == "start":
            self._began = now
        else:
            self.collected.append((now, now - self._began))

    def report(self, what: str) -> float:
        """Print the gaps and the work of the turns (ms) and return the longest gap."""
        self._timer.stop()
        gc.callbacks.remove(self._collect)
        gaps = 1000 * np.diff(np.array(self.turns))
        turn, every = (1000 * np.diff(np.array(t)) for t in (self.worked, self.all_worked))
        print(
            f"\n{what}: {self.turns[-1] - self.turns[0]:.1f} s, gaps median {np.median(gaps):.0f}, "
            f"99 % {np.quantile(gaps, 0.99):.0f}, longest {gaps.max():.0f} ms, "
            f"{int((gaps > LONGEST).sum())} over {LONGEST:.0f} ms; processor time of the window "
            f"at most {turn.max():.0f} ms, {int((turn > LONGEST).sum())} over; "
            f"of all threads at most {every.max():.0f} ms, {int((every > LONGEST).sum())} over"
        )
        for at in np.argsort(gaps)[:-4:-1]:
            first, last = self.turns[at], self.turns[at + 1]
            garbage = sum(1000 * took for end, took in self.collected if first < end <= last)
            print(
                f"  {gaps[at]:.0f} ms at {first - self.turns[0]:.2f} s: processor time of the "
                f"window {turn[at]:.0f}, of all threads {every[at]:.0f}, garbage {garbage:.0f}"
            )
        return float(gaps.max())


def test_that_the_window_stays_awake(window: MainWindow, qtbot: QtBot) -> None:
    def listed() -> bool:
        return window.patients_tab.book is not None and not window.is_settling()

    probe = Probe()
    window.open_demo()
    qtbot.waitUntil(listed, timeout=120_000)
    longest = probe.report("opening the demonstration study and showing it")
    probe = Probe()
    _until_sent(window, qtbot)
    longest = max(longest, probe.report("sending it to the process"))
    for tab, title in (
        (window.analysis_tab, "Change from baseline by visit (MMRM)"),
        (window.analysis_tab, "Tipping point"),
        (window.analysis_tab, "Score checks"),
        (window.safety_tab, "Adverse events by class and term"),
    ):
        probe = Probe()
        _run(tab, title, qtbot)
        longest = max(longest, probe.report(title))
    assert longest < LONGEST


def test_that_the_window_stays_awake_over_every_analysis(window: MainWindow, qtbot: QtBot) -> None:
    window.open_demo()
    _until_shown(window, qtbot)
    _until_sent(window, qtbot)
    longest = 0.0
    for tab in window.panels:
        window.tabs.setCurrentWidget(tab)
        for analysis in tab.analyses:
            tab.choose(analysis.key)
            qtbot.wait(50)
            probe = Probe()
            tab.run()
            qtbot.waitUntil(lambda tab=tab: not tab.is_running, timeout=300_000)
            qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)
            longest = max(longest, probe.report(analysis.key))
    assert longest < LONGEST


def test_that_the_window_stays_awake_while_everything_is_run_and_exported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Every analysis over every scope, and its results written over those of a run before."""
    window.open_demo()
    _until_shown(window, qtbot)
    _until_sent(window, qtbot)
    assert window.study is not None
    queue, exporter, study = window.planner.queue, window.exporter, window.study
    queue.show()
    probe = Probe()
    queue.start(
        study, [(a, s) for tab in window.panels for a in tab.analyses for s in a.scopes(study)]
    )
    qtbot.waitUntil(lambda: not queue.is_running, timeout=600_000)
    longest = probe.report("running every analysis")
    for what in ("exporting everything", "exporting everything again"):
        probe = Probe()
        exporter.write_everything(queue.results, Look(), tmp_path / "out")
        qtbot.waitUntil(lambda: not exporter.is_running, timeout=300_000)
        longest = max(longest, probe.report(what))
    probe = Probe()
    exporter.write_everything(
        queue.results[:10], Look(formats=("docx", "rtf", "pdf", "html")), tmp_path / "out"
    )
    qtbot.waitUntil(lambda: not exporter.is_running, timeout=600_000)
    longest = max(longest, probe.report("exporting ten results with all reports"))
    assert longest < LONGEST


def _until_sent(window: MainWindow, qtbot: QtBot) -> None:
    worker: StudyWorker = window.worker  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: worker.is_ready, timeout=120_000)


def _run(tab: AnalysisTab, title: str, qtbot: QtBot) -> None:
    key = next(a.key for a in tab.analyses if title.lower() in a.title.lower())
    tab.choose(key)
    tab.run()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=120_000)


def test_that_the_window_stays_awake_over_a_million_rows(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _write_million(tmp_path)

    probe = Probe()
    window.open_paths([tmp_path])
    qtbot.waitUntil(lambda: window.study is not None, timeout=300_000)
    qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)
    longest = probe.report("opening 1,000,000 laboratory records and showing them")
    probe = Probe()
    _until_sent(window, qtbot)
    longest = max(longest, probe.report("sending them to the process"))
    assert longest < LONGEST


def test_that_the_window_stays_awake_while_studies_are_kept_and_compared(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Saved, opened, shown with arms, pooled and compared: 1,000,000 records of two arms."""
    for name in ("older", "newer"):
        (tmp_path / name).mkdir()
    _write_million(tmp_path / "older", arms=("Drug", "Placebo"))
    _write_million(tmp_path / "newer", arms=("Drug", "Placebo"), changed=0.1)
    window.open_paths([tmp_path / "older"])
    _until_shown(window, qtbot)
    assert window.study is not None
    assert window.study.arms_pooled
    longest = 0.0

    def watch(what: str, done: Callable[[], bool]) -> None:
        nonlocal longest
        probe = Probe()
        qtbot.waitUntil(done, timeout=300_000)
        qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)
        longest = max(longest, probe.report(what))

    keeper, path = window.keeper, tmp_path / "study.sjd"
    keeper._target = path
    keeper._make(Given("a long enough passphrase", "Somebody"))
    watch("making a study file", lambda: not keeper.is_running and keeper.file is not None)
    window.blinder.unblind(Request("Somebody", "to see"))
    watch("showing the arms", lambda: window.study is not None and not window.study.arms_pooled)
    window.blinder.pool()
    watch("pooling them again", lambda: window.study is not None and window.study.arms_pooled)
    tab = window.import_tab
    tab.comparing.compare_with(str(tmp_path / "newer"))
    dialog = tab.comparing.dialog
    assert dialog is not None
    watch("comparing with a newer cut", lambda: not dialog.is_running)
    assert dialog.compared is not None
    assert dialog.differences.rowCount() == 5_000
    edit = dialog.findChild(QLineEdit, "compare_filter")
    assert isinstance(edit, QLineEdit)
    edit.setText("week 17")
    watch("filtering the differences", lambda: not dialog.is_running)
    dialog.reject()
    window.desk.close_study()
    keeper._target = path
    keeper._try(Given("a long enough passphrase", "Somebody"))
    watch("opening the study file", lambda: window.study is not None)
    assert window.study is not None
    assert len(window.study.datasets) == 2
    assert longest < LONGEST


def _until_shown(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.study is not None, timeout=300_000)
    qtbot.waitUntil(lambda: not window.is_settling(), timeout=60_000)


def test_that_the_window_stays_awake_over_five_million_records(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """200,000 adverse events and 5,000,000 laboratory records, as in ``bench_safety.py``."""
    _write(large_study(), tmp_path)

    probe = Probe()
    window.open_paths([tmp_path])
    qtbot.waitUntil(lambda: window.study is not None, timeout=900_000)
    qtbot.waitUntil(lambda: not window.is_settling(), timeout=300_000)
    longest = probe.report("opening 5,000,000 laboratory records and 200,000 adverse events")
    probe = Probe()
    qtbot.waitUntil(lambda: window.worker.is_ready, timeout=600_000)  # type: ignore[attr-defined]
    longest = max(longest, probe.report("sending them to the process"))
    for key in ("ae_overview", "ae_terms", "lab_shift"):
        window.safety_tab.choose(key)
        probe = Probe()
        window.safety_tab.run()
        qtbot.waitUntil(lambda: not window.safety_tab.is_running, timeout=300_000)
        assert window.safety_tab.view.result is not None
        longest = max(longest, probe.report(key))
    assert longest < LONGEST


def _write(study: StudyData, folder: Path) -> None:
    for dataset in study.datasets:
        dataset.frame.to_csv(folder / f"{dataset.name.lower()}.csv", index=False)


def _write_million(
    folder: Path,
    rows: int = 1_000_000,
    *,
    arms: tuple[str, ...] = ("Drug",),
    changed: float = 0.0,
) -> None:
    rng = np.random.default_rng(1)
    subject = np.arange(rows) // 1000
    frame = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": [f"S1-{s:05d}" for s in subject],
            "PARAMCD": np.array(["IGG", "C3", "C4", "NEUT", "HGB"])[np.arange(rows) % 5],
            "AVISITN": (np.arange(rows) // 5) % 200,
            "AVISIT": [f"Week {w}" for w in (np.arange(rows) // 5) % 200],
            "AVAL": rng.normal(10, 2, rows).round(2),
        }
    )
    frame.loc[rng.random(rows) < changed, "AVAL"] += 1
    frame.to_csv(folder / "adlb.csv", index=False)
    people = pd.DataFrame({"STUDYID": "S1", "USUBJID": frame["USUBJID"].unique(), "SAFFL": "Y"})
    people["TRT01P"] = [arms[n % len(arms)] for n in range(len(people))]
    people.to_csv(folder / "adsl.csv", index=False)
