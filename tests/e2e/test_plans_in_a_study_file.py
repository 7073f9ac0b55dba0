"""Kept scenarios and a drawn graph go into the study file with their results, and come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.beside import here
from sjogren_desktop.gui import kept_options
from sjogren_desktop.gui import study_file_work as work
from sjogren_desktop.gui.graph_edit import GraphEdit
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import Given
from sjogren_desktop.gui.scenario_edit import ScenarioEdit
from sjogren_desktop.results import no_progress
from sjogren_desktop.study import store
from tests.gui.conftest import type_passphrase
from tests.studies import MONTHLY, QUARTERLY, small_study
from tests.study.store.making import CHEAP, PASSPHRASE

WAIT = 60_000
SIMULATED = {"study": "S2", "trials": 100, "total": 60, "workers": 1, "compare": ()}
DRAWN = {
    "names": (f"{MONTHLY}, ESSDAI", f"{QUARTERLY}, ESSDAI"),
    "weights": (0.75, 0.25),
    "arrows": ((0.0, 1.0), (0.5, 0.0)),
    "places": ((0.2, 0.3), (0.8, 0.6)),
}
SCENARIO = {"name": "Large", "total": 90, "visits": ("Week 4", "Week 8")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A study file with a simulated trial and a test plan, made without the window."""
    made = tmp_path / "trial.sjd"
    # Synthetic, so that there is no blind to keep.
    study = replace(small_study(per_arm=20), synthetic=True)
    results = [
        catalogue.run(
            catalogue.find("multiplicity_plans"),
            study,
            {"later": (), "plans": ("graphical",), "drawn": DRAWN},
        ),
        catalogue.run(catalogue.find("next_trial"), study, {**SIMULATED, "scenarios": (SCENARIO,)}),
    ]
    with store.create(made, passphrase=PASSPHRASE, who="Anna", cost=CHEAP) as file:
        file.save_study(study)
        for result in results:
            file.save_result(result)
    return made


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    new_window.set_analyses(catalogue.ANALYSES)
    new_window.show()
    return new_window


def unlock(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.open_paths([path])
    type_passphrase(window, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(window.results) and quiet(window), timeout=WAIT)


def quiet(window: MainWindow) -> bool:
    return not any(worker.is_running for worker in window._workers)


def scenarios(window: MainWindow) -> ScenarioEdit:
    window.tabs.setCurrentWidget(window.design_tab)
    window.design_tab.choose("next_trial")
    found = window.design_tab.form.findChild(ScenarioEdit, "option_scenarios")
    assert isinstance(found, ScenarioEdit)
    return found


def test_that_a_drawn_graph_comes_back_with_its_places(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    unlock(window, qtbot, path)

    window.tabs.setCurrentWidget(window.analysis_tab)
    window.analysis_tab.choose("multiplicity_plans")
    edit = window.analysis_tab.form.findChild(GraphEdit, "option_drawn")

    assert isinstance(edit, GraphEdit)
    assert edit.value() == DRAWN
    result = window.analysis_tab.current_result
    assert result is not None
    assert dict(result.method)["Graph"] == "Drawn by the user"
    values = window.analysis_tab.form.values
    assert values is not None
    assert values["drawn"] == DRAWN


def test_that_kept_scenarios_come_back_and_new_ones_go_into_the_file(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    unlock(window, qtbot, path)
    kept = scenarios(window)
    assert kept.value() == (SCENARIO,)
    names = kept.findChild(QListWidget, "option_scenarios_list")
    assert isinstance(names, QListWidget)
    assert names.item(0).text() == "Large"

    qtbot.keyClicks(kept.name, "As now")
    qtbot.mouseClick(kept.keep, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.design_tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: quiet(window), timeout=WAIT)
    shown = window.design_tab.current_result
    assert shown is not None
    window.study_menu.commands["close"].trigger()
    assert window.study is None
    unlock(window, qtbot, path)

    again = scenarios(window)
    assert [s["name"] for s in again.value()] == ["Large", "As now"]
    back = window.design_tab.current_result
    assert back is not None
    assert back.tables == shown.tables
    assert back.options["scenarios"] == shown.options["scenarios"]


def test_that_scenarios_are_kept_without_a_run_and_so_is_their_removal(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    unlock(window, qtbot, path)
    kept = scenarios(window)
    qtbot.keyClicks(kept.name, "Not run")
    qtbot.mouseClick(kept.keep, Qt.MouseButton.LeftButton)
    kept.list.setCurrentRow(0)
    qtbot.mouseClick(kept.drop, Qt.MouseButton.LeftButton)
    window.study_menu.commands["close"].trigger()

    unlock(window, qtbot, path)

    again = scenarios(window)
    assert [s["name"] for s in again.value()] == ["Not run"]
    shown = window.design_tab.current_result
    assert shown is not None
    assert shown.options["scenarios"] == (SCENARIO,)
    assert window.design_tab.view.stale.text.count("Options have changed") == 1


def test_that_scenarios_made_before_the_file_go_into_it(tmp_path: Path) -> None:
    options = {"next_trial": {"scenarios": (SCENARIO,)}}
    carried = work.InMemory(options=options)
    study = small_study()
    given = Given(None, who="Anna", remember=False)

    making = work.make(
        tmp_path / "new.sjd",
        given,
        do=here,
        study=study,
        paths=(),
        results=(),
        carried=carried,
    )
    opened = making(no_progress)

    assert isinstance(opened, work.Opened)
    assert kept_options.read(opened.file, study.blinding) == options
    # Composed while arms were shown, they tell of arms.
    assert kept_options.read(opened.file, "BLINDED") == {}
    opened.file.close()
