"""The window's analyses in a process: same results, stopped at once, never of another study."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from pandas.testing import assert_frame_equal
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import beside, catalogue, endpoint_options
from sjogren_desktop.analyses.event_finders import find_events
from sjogren_desktop.analyses.opening import (
    Opened,
    describe_beside,
    open_beside,
    open_files,
    open_guarded,
    shown_as,
)
from sjogren_desktop.analyses.patient_scores import open_book
from sjogren_desktop.analyses.spec import Analysis, known_answers
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.study_worker import StudyWorker
from sjogren_desktop.results import BLINDED, AnalysisError, Cancelled, Progress, Result, no_progress
from sjogren_desktop.study.blinding import blind_copy
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


def works(process: psutil.Process) -> bool:
    """Say whether a process goes on; one that has ended may wait to be cleared away."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


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
    assert not works(before)
    assert worker.run(ANCOVA, study, GIVEN, no_progress).study == "S1"


def test_that_processes_of_what_spreads_end_with_the_one_that_was_stopped(
    worker: StudyWorker,
) -> None:
    study = small_study()
    worker.show(study)
    until_ready(worker)
    (first,) = processes()
    spread: list[psutil.Process] = []

    def cancel(fraction: float, message: str) -> None:
        spread[:] = first.children()
        if len(spread) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        worker.run(catalogue.find("next_trial"), study, {"workers": 2}, cancel)

    until = time.monotonic() + 5  # some 0.2 s where nothing else works
    while any(map(works, (first, *spread))):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_that_a_busy_process_leaves_the_work_to_the_thread(worker: StudyWorker) -> None:
    study = small_study()
    worker.show(study)
    until_ready(worker)
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


def no_thread(*given: object, **more: object) -> None:
    raise Here


def write_small(folder: Path) -> Path:
    for dataset in small_study().datasets:
        dataset.frame.to_csv(folder / f"{dataset.name.lower()}.csv", index=False)
    return folder


def test_that_files_are_opened_in_a_process_as_in_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, analyses, told = partial(open_files, [write_small(tmp_path)]), catalogue.ANALYSES, []
    monkeypatch.setattr(beside, "here", no_thread)

    found = open_beside(
        beside.apart, read, lambda f, m: told.append(m), analyses=analyses, said="Opening"
    )

    expected = open_guarded(read, no_progress, analyses=analyses)
    assert found.summaries == expected.summaries
    assert found.guarded is not None
    assert expected.guarded is not None
    assert found.study.blinding == expected.study.blinding == BLINDED
    for one, other in (
        (found.study, expected.study),
        (found.guarded.full, expected.guarded.full),
    ):
        assert one.issues == other.issues
        assert one.fingerprints == other.fingerprints
        for mine, theirs in zip(one.datasets, other.datasets, strict=True):
            assert_frame_equal(mine.frame, theirs.frame)
            assert mine.address(1) == theirs.address(1)
    # What the forms ask is known, so that the window does not look for it.
    known = known_answers(found.study, analyses)
    assert known
    assert known == known_answers(expected.study, analyses)
    assert "Preparing the questions" in told
    assert found.book is not None
    assert_frame_equal(found.book.listing, open_book(expected.study).listing)
    first = found.book.index.keys[0]
    assert found.book.patient(first) == open_book(expected.study).patient(first)
    assert found.events is not None
    assert_frame_equal(found.events.events, find_events(expected.study).events)
    expected_names = list(endpoint_options.parameters(expected.study))
    monkeypatch.setattr(endpoint_options, "_labels", None)  # would be called to look again
    assert list(endpoint_options.parameters(found.study)) == expected_names


def test_that_files_refused_in_a_process_are_refused_by_the_same_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("nothing", encoding="utf-8")
    read = partial(open_files, [tmp_path / "x.txt"])
    with pytest.raises(AnalysisError) as there:
        open_beside(beside.apart, read, no_progress, analyses=(), said="")
    with pytest.raises(AnalysisError) as here:
        read(no_progress)

    assert str(there.value) == str(here.value)


def test_that_opening_in_a_process_is_stopped_at_once(tmp_path: Path) -> None:
    read = partial(open_files, [write_small(tmp_path)])
    asked: list[float] = []
    before = processes()

    def cancel(fraction: float, message: str) -> None:
        asked.append(time.monotonic())
        raise Cancelled

    with pytest.raises(Cancelled):
        open_beside(beside.apart, read, cancel, analyses=(), said="")

    assert time.monotonic() - asked[0] < 5  # a thread would first read all of a file
    assert processes() == before


def test_that_a_study_is_described_in_a_process_and_not_sent_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "here", no_thread)
    study, again = small_study(), small_study()

    found = describe_beside(
        beside.apart, study, no_progress, analyses=catalogue.ANALYSES, said="Counting"
    )

    assert found.study is study
    assert found.summaries == shown_as(again, catalogue.ANALYSES, no_progress).summaries
    assert known_answers(study, catalogue.ANALYSES) == known_answers(again, catalogue.ANALYSES)
    assert vars(study)["study_ids"] == again.study_ids  # or the window would look for them
    assert found.book is not None
    assert_frame_equal(found.book.listing, open_book(again).listing)
    assert found.events is not None
    assert_frame_equal(found.events.events, find_events(again).events)


def test_that_one_core_does_it_in_the_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    study, before = small_study(), processes()

    copy, withheld = beside.apart(blind_copy, study, progress=no_progress)

    assert copy is not None
    assert withheld
    assert processes() == before


def test_that_a_study_is_sent_when_the_window_has_time(worker: StudyWorker, qtbot: QtBot) -> None:
    study, busy = small_study(), [True]
    worker.is_busy = lambda: busy[0]
    worker.show(study)
    qtbot.wait(300)
    with pytest.raises(Here):
        worker.run(ANCOVA, study, GIVEN, no_progress)

    busy[0] = False
    qtbot.waitUntil(lambda: worker.is_ready, timeout=60_000)

    assert worker.run(ANCOVA, study, GIVEN, no_progress) == catalogue.run(ANCOVA, study, GIVEN)
    worker.is_busy = bool


def test_that_after_a_cancel_an_analysis_waits_for_the_next_process(worker: StudyWorker) -> None:
    study = small_study()
    worker.show(study)
    until_ready(worker)

    def cancel(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        worker.run(ANCOVA, study, GIVEN, cancel)
    with pytest.raises(Cancelled):  # while it waits, too
        worker.run(ANCOVA, study, GIVEN, cancel)

    assert worker.run(ANCOVA, study, GIVEN, no_progress) == catalogue.run(ANCOVA, study, GIVEN)
