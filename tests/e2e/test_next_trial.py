"""The next trial through the real window: simulate, keep a scenario, cancel, export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import catalogue, next_trial
from sjogren_desktop.analyses.opening import Opened
from sjogren_desktop.export.records import write_records
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.scenario_edit import ScenarioEdit
from tests.studies import small_study


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    new_window.set_analyses(catalogue.ANALYSES)
    new_window.show()
    new_window.import_tab.study_opened.emit(Opened(small_study(per_arm=20), ()))
    new_window.tabs.setCurrentWidget(new_window.design_tab)
    return new_window


def number(window: MainWindow, key: str) -> QDoubleSpinBox:
    found = window.design_tab.form.findChild(QDoubleSpinBox, f"option_{key}")
    assert isinstance(found, QDoubleSpinBox)
    return found


def test_that_scenarios_are_simulated_side_by_side_and_a_run_can_be_stopped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = window.design_tab
    assert tab.current is not None
    assert tab.current.key == next_trial.SPEC.key
    number(window, "workers").setValue(1)
    number(window, "trials").setValue(100)
    number(window, "total").setValue(80)
    scenarios = tab.form.findChild(ScenarioEdit, "option_scenarios")
    assert isinstance(scenarios, ScenarioEdit)
    qtbot.waitUntil(lambda: scenarios.keep.height() > 0)  # its form is laid out when shown
    qtbot.keyClicks(scenarios.name, "Small")
    qtbot.mouseClick(scenarios.keep, Qt.MouseButton.LeftButton)
    number(window, "total").setValue(160)

    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)

    result = tab.current_result
    assert result is not None, tab.view.error.text
    names = [r.labels[0] for r in result.tables[0].rows]
    assert (names[0], names[-1]) == ("This design", "Small")
    assert tab.view.plot is not None
    assert tab.view.plot.figure is result.figures[0]
    write_records(tmp_path / "results.json", [result])
    assert "Small" in json.dumps(json.loads((tmp_path / "results.json").read_text("utf-8")))

    number(window, "trials").setValue(200_000)
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.progress.value() > 2, timeout=60_000)
    qtbot.mouseClick(tab.cancel_button, Qt.MouseButton.LeftButton)

    assert not tab.is_running
    assert tab.current_result is result
