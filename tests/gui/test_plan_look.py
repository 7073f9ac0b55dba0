"""What a plan says of looks is kept in the window, and everything can be run and written."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import batch, catalogue
from sjogren_desktop.analyses.opening import Opened
from sjogren_desktop.analyses.plan import read_plan
from sjogren_desktop.gui.main_window import MainWindow
from tests.gui import fakes
from tests.gui.conftest import Dialogs
from tests.gui.test_run_queue import JOBS, small_study

HEAD = """[plan]
house_style = "journal"
formats = ["docx"]
draft = true
data_cut_off = "2026-02-01"

"""


@pytest.fixture
def planned(
    window: MainWindow, desk: fakes.Desk, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> MainWindow:
    """A window in which a plan of one analysis was run."""
    key = fakes.ANCOVA.key
    (tmp_path / "plan.toml").write_text(
        f'{HEAD}[{key}]\nstudy = "S2"\nvisit = "Week 8"\n', encoding="utf-8"
    )
    window._take_study(Opened(small_study(), ()))
    window.planner.queue._run_one = catalogue.run
    dialogs.answer = tmp_path / "plan.toml"
    window.planner.ask_plan()
    qtbot.waitUntil(lambda: not window.planner.queue.is_running)
    return window


def test_that_the_menu_follows_the_plan(planned: MainWindow) -> None:
    look = planned.export_menu.look

    assert (look.style, look.draft, look.cut_off, look.formats) == (
        "journal",
        True,
        "2026-02-01",
        ("docx",),
    )
    assert planned.action("style_journal").isChecked()
    assert planned.action("draft").isChecked()
    assert planned.settings.house_style == "sponsor"
    assert {panel.view.figure_bar._cut_off for panel in planned.panels} == {"2026-02-01"}


def test_that_a_style_chosen_afterwards_counts(planned: MainWindow) -> None:
    planned.action("style_fda").trigger()

    assert planned.export_menu.look.style == "fda"
    assert planned.export_menu.look.cut_off == "2026-02-01"


def test_that_running_all_forgets_the_plan(planned: MainWindow, qtbot: QtBot) -> None:
    planned.planner.plan_changed.emit(None)

    assert planned.export_menu.look.style == "sponsor"
    assert not planned.export_menu.look.draft


def test_that_everything_is_written_as_planned(
    planned: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "out"
    planned.action("export_all").trigger()
    qtbot.waitUntil(lambda: not planned.exporter.is_running, timeout=20000)

    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert "journal" in json.dumps(record).lower()
    with zipfile.ZipFile(tmp_path / "out" / "results.docx") as parts:
        text = "".join(parts.read(n).decode() for n in parts.namelist() if n.endswith(".xml"))
    assert "DRAFT" in text
    assert "2026-02-01" in text


def test_that_a_saved_plan_keeps_the_look(
    planned: MainWindow, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "again.toml"
    planned.save_plan()

    again = read_plan(tmp_path / "again.toml")
    assert (again.house_style, again.draft, again.data_cut_off, again.formats) == (
        "journal",
        True,
        "2026-02-01",
        ("docx",),
    )


@pytest.fixture
def running(
    window: MainWindow,
    desk: fakes.Desk,
    dialogs: Dialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """A window in which everything was asked to be run and written to the folder ``all``."""
    monkeypatch.setattr(batch, "jobs", lambda study, **plan: JOBS)
    window._take_study(Opened(small_study(), ()))
    dialogs.answer = tmp_path / "all"
    window.action("whole_set").trigger()
    return window


def test_that_everything_is_run_and_then_written(
    running: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: (tmp_path / "all" / "results.json").exists(), timeout=30000)
    qtbot.waitUntil(lambda: not running.exporter.is_running)

    written = json.loads((tmp_path / "all" / "results.json").read_text(encoding="utf-8"))
    assert {line["analysis"] for line in written} == {r.analysis for r in running.results}


def test_that_cancelling_the_list_writes_nothing(
    running: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    running.planner.queue.cancel()
    running.planner.queue.start(small_study(), JOBS[:1])
    qtbot.waitUntil(lambda: not running.planner.queue.is_running)

    assert not running.exporter.is_running
    assert not (tmp_path / "all").exists()
