"""The window's analyses in a process: same results, stopped at once, never of another study."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

import psutil  # type: ignore[import-untyped]
import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.opening import Opened
from sjogren_desktop.gui.study_worker import StudyWorker
from sjogren_desktop.results import AnalysisError, Cancelled, Progress, Result, no_progress
from sjogren_desktop.study.data import StudyData
from tests.studies import small_study

ANCOVA = catalogue.find("ancova_visit")
GIVEN: Mapping[str, object] = {"study": "S1"}


class Here(Exception):
    """Raised by what would run in the thread."""


def in_thread(
    analysis: Analysis, study: StudyData, given: Mapping[str, object], progress: Progress
) -> Result:
    raise Here


@pytest.fixture(scope="module")
def worker(qapp: object) -> Iterator[StudyWorker]:
    """One for all tests, since a process takes seconds to load the analyses."""
    made = StudyWorker(here=in_thread)
    yield made
    made.close()
    assert processes() == []


def processes() -> list[psutil.Process]:
    """Processes of crews that this one has started."""
    found = []
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.ZombieProcess, psutil.NoSuchProcess):
            if "sjogren_desktop.crew" in process.cmdline():
                found.append(process)
    return found


def until_ready(worker: StudyWorker) -> None:
    end = time.monotonic() + 60
    while not worker.is_ready:
        assert time.monotonic() < end
        time.sleep(0.01)


def doubled(study: StudyData) -> StudyData:
    """Return the study with other data, and so other results."""
    return replace(
        study,
        datasets=tuple(
            replace(d, frame=d.frame.assign(AVAL=2 * d.frame["AVAL"], CHG=2 * d.frame["CHG"]))
            if "CHG" in d.frame
            else d
            for d in study.datasets
        ),
    )


def test_that_an_analysis_runs_in_the_process_once_that_has_the_study(worker: StudyWorker) -> None:
    study = small_study()
    with pytest.raises(Here):
        worker.run(ANCOVA, study, GIVEN, no_progress)
    worker.show(study)
    until_ready(worker)
    told: list[float] = []

    result = worker.run(ANCOVA, study, GIVEN, lambda f, m: told.append(f))

    assert result == catalogue.run(ANCOVA, study, GIVEN)
    assert told
    with pytest.raises(AnalysisError, match="Week 99"):
        worker.run(ANCOVA, study, {"visit": "Week 99"}, no_progress)


def test_that_the_process_never_answers_for_another_study(worker: StudyWorker) -> None:
    first, second = small_study(), doubled(small_study())
    worker.show(first)
    until_ready(worker)
    with pytest.raises(Here):  # other data sets than it has
        worker.run(ANCOVA, second, GIVEN, no_progress)

    worker.show(second)
    until_ready(worker)

    assert worker.run(ANCOVA, second, GIVEN, no_progress) == catalogue.run(ANCOVA, second, GIVEN)
    with pytest.raises(Here):
        worker.run(ANCOVA, first, GIVEN, no_progress)


def test_that_what_changes_besides_the_data_goes_over_with_each_run(worker: StudyWorker) -> None:
    study = small_study()
    worker.show(study)
    until_ready(worker)
    synthetic = replace(study, synthetic=not study.synthetic)

    result = worker.run(ANCOVA, synthetic, GIVEN, no_progress)

    assert result.synthetic == synthetic.synthetic != study.synthetic


def test_that_a_study_shown_during_a_run_does_not_get_into_it(worker: StudyWorker) -> None:
    first, second = small_study(), doubled(small_study())
    worker.show(first)
    until_ready(worker)
    changed: list[bool] = []

    def change(fraction: float, message: str) -> None:
        if not changed:
            changed.append(True)
            worker.show(second)

    assert worker.run(ANCOVA, first, GIVEN, change) == catalogue.run(ANCOVA, first, GIVEN)
    until_ready(worker)
    assert worker.run(ANCOVA, second, GIVEN, no_progress) == catalogue.run(ANCOVA, second, GIVEN)


def test_that_cancel_ends_the_process_and_another_is_made_ready(worker: StudyWorker) -> None:
    study = small_study()
    worker.show(study)
    until_ready(worker)
    (before,) = processes()
    asked: list[float] = []

    def cancel(fraction: float, message: str) -> None:
        asked.append(time.monotonic())
        if len(asked) == 2:
            raise Cancelled

    slow = catalogue.find("sensitivity")
    with pytest.raises(Cancelled):
        worker.run(slow, study, GIVEN, cancel)

    assert time.monotonic() - asked[-1] < 0.2
    until_ready(worker)
    assert not before.is_running() or before.status() == psutil.STATUS_ZOMBIE
    assert worker.run(ANCOVA, study, GIVEN, no_progress).study == "S1"


def test_that_a_busy_process_and_what_spreads_leave_the_work_to_the_thread(
    worker: StudyWorker,
) -> None:
    study = small_study()
    worker.show(study)
    until_ready(worker)
    with pytest.raises(Here):
        worker.run(catalogue.find("next_trial"), study, {}, no_progress)
    begun, over = threading.Event(), threading.Event()

    def hold(fraction: float, message: str) -> None:
        begun.set()
        over.wait(60)

    other = threading.Thread(target=worker.run, args=(ANCOVA, study, GIVEN, hold))
    other.start()
    assert begun.wait(60)

    with pytest.raises(Here):
        worker.run(ANCOVA, study, GIVEN, no_progress)
    over.set()
    other.join()


def test_that_one_core_starts_no_process(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone, before = StudyWorker(here=in_thread), processes()

    alone.show(small_study())

    assert processes() == before
    with pytest.raises(Here):
        alone.run(ANCOVA, small_study(), GIVEN, no_progress)
    alone.close()


def test_that_the_window_gives_the_process_its_study_and_takes_it_away(
    worker: StudyWorker, qtbot: QtBot
) -> None:
    window = MainWindow(run=worker.run)
    qtbot.addWidget(window)
    window.planner.study_changed.connect(worker.show)
    window.set_analyses((ANCOVA,))
    study = small_study()
    window._take_study(Opened(study, ()))
    qtbot.waitUntil(lambda: worker.is_ready, timeout=60_000)

    window.analysis_tab.choose("ancova_visit")
    window.analysis_tab.run()
    qtbot.waitUntil(lambda: not window.analysis_tab.is_running, timeout=60_000)

    assert [r.analysis for r in window.analysis_tab.results] == ["ancova_visit"]
    window.desk.clear_study()
    qtbot.waitUntil(lambda: processes() == [], timeout=30_000)
