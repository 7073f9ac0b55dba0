"""The list of analyses to run: order, reasons, Cancel, plans."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import batch
from sjogren_desktop.analyses.opening import Opened
from sjogren_desktop.analyses.plan import read_plan
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.run_queue import RunQueue
from sjogren_desktop.results import AnalysisError, Progress, Result
from sjogren_desktop.study.data import StudyData
from tests.gui import fakes
from tests.gui.conftest import Dialogs
from tests.studies import small_study

JOBS: list[tuple[Analysis, Mapping[str, object]]] = [
    (fakes.MMRM, {"study": "S1"}),
    (fakes.ANCOVA, {"study": "S2"}),
    (fakes.OVERVIEW, {}),
]


def states(queue: RunQueue) -> list[tuple[str, str]]:
    table = queue.table
    rows = range(table.rowCount())
    return [(table.item(r, 1).text(), table.item(r, 2).text()) for r in rows]  # type: ignore[union-attr]


@pytest.fixture
def idle(qtbot: QtBot, window: MainWindow) -> RunQueue:
    return window.planner.queue


def test_that_all_are_run_in_their_order(
    idle: RunQueue, window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    idle.start(small_study(), JOBS)
    assert states(idle)[0] == ("S1", "Running")
    qtbot.waitUntil(lambda: not idle.is_running)

    assert states(idle) == [("S1", "Done"), ("S2", "Done"), ("All", "Done")]
    assert [r.analysis for r in idle.results] == [r.analysis for r in window.results]
    assert idle.progress.value() == idle.progress.maximum()
    assert idle.said.text().startswith("3 of 3 analyses done.")
    assert window.action("export_all_pdf").isEnabled()


def test_that_one_that_cannot_be_done_says_why_and_stops_none(
    idle: RunQueue, qtbot: QtBot, desk: fakes.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(
        analysis: Analysis, study: StudyData, given: Mapping[str, object], progress: Progress
    ) -> Result:
        if analysis is fakes.ANCOVA:
            raise AnalysisError("Visit Week 99 is not available.")
        return desk.run(analysis, study, given, progress)

    monkeypatch.setattr(idle, "_run_one", run)

    idle.start(small_study(), JOBS)
    qtbot.waitUntil(lambda: not idle.is_running)

    assert [state for _, state in states(idle)] == ["Done", "Not done", "Done"]
    reason = idle.table.item(1, 3)
    assert reason is not None
    assert reason.text() == "Visit Week 99 is not available."
    assert "1 could not be done" in idle.said.text()


def test_that_cancel_stops_at_once_and_keeps_what_is_done(
    idle: RunQueue, window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.hold = threading.Event()
    idle.start(small_study(), JOBS)
    qtbot.waitUntil(lambda: bool(desk.seen))
    assert "Running 1 of 3" in window.running.text()

    window.cancel()

    assert not idle.is_running
    assert [state for _, state in states(idle)] == ["Cancelled"] * 3
    qtbot.waitUntil(desk.was_cancelled.is_set)
    assert idle.results == ()


def test_that_a_plan_is_run_and_what_was_run_is_saved_as_a_plan(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    def real(
        analysis: Analysis, study: StudyData, given: Mapping[str, object], progress: Progress
    ) -> Result:
        from sjogren_desktop.analyses import catalogue

        return catalogue.run(analysis, study, given, progress)

    study = small_study()
    window._take_study(Opened(study, ()))
    window.planner.queue._run_one = real
    dialogs.answer = tmp_path / "in.toml"
    dialogs.answer.write_text('[ancova_visit]\nvisit = "Week 8"\n', encoding="utf-8")
    window.action("run_plan").trigger()
    qtbot.waitUntil(lambda: not window.planner.queue.is_running, timeout=60_000)
    dialogs.answer = tmp_path / "out.toml"

    window.action("save_plan").trigger()

    assert [r.study for r in window.results] == ["S1", "S2", "Pooled"]
    again, _ = batch.run_all(study, plan=read_plan(dialogs.answer).options)
    assert tuple(again) == window.results
    assert window.message.text == f"The plan was written: {dialogs.answer}"


@pytest.mark.parametrize(
    ("text", "said"), [("[anova]\n", "no analysis 'anova'"), ("[plan]\n", "asks for no analysis")]
)
def test_that_a_wrong_plan_is_refused_in_a_sentence(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path, text: str, said: str
) -> None:
    window._take_study(Opened(small_study(), ()))
    dialogs.answer = tmp_path / "in.toml"
    dialogs.answer.write_text(text, encoding="utf-8")

    window.action("run_plan").trigger()

    assert said in window.message.text
    assert not window.planner.queue.is_running


def test_that_nothing_runs_before_a_study_is_open(window: MainWindow) -> None:
    assert not window.action("run_all").isEnabled()
    assert not window.action("save_plan").isEnabled()


def test_that_a_new_study_takes_the_list_away(
    idle: RunQueue, window: MainWindow, qtbot: QtBot
) -> None:
    idle.start(small_study(), JOBS)
    qtbot.waitUntil(lambda: not idle.is_running)

    window._take_study(Opened(small_study(), ()))

    assert idle.table.rowCount() == 0
    assert idle.progress.value() < 1  # a bar that stays half full seems to go on
    assert window.results == ()
