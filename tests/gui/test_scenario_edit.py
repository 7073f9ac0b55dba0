"""Scenarios are kept from the form, taken up again and removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import next_trial
from sjogren_desktop.gui.option_form import OptionForm
from sjogren_desktop.gui.scenario_edit import ScenarioEdit
from tests.studies import small_study


@pytest.fixture
def form(qtbot: QtBot) -> OptionForm:
    made = OptionForm()
    qtbot.addWidget(made)
    made.set_analysis(next_trial.SPEC, small_study(), {})
    made.show()
    return made


def scenarios(form: OptionForm) -> ScenarioEdit:
    found = form.findChild(ScenarioEdit, "option_scenarios")
    assert isinstance(found, ScenarioEdit)
    return found


def set_total(form: OptionForm, number: float) -> None:
    box = form.findChild(QDoubleSpinBox, "option_total")
    assert isinstance(box, QDoubleSpinBox)
    box.setValue(number)


def keep(qtbot: QtBot, form: OptionForm, name: str) -> None:
    edit = scenarios(form)
    qtbot.keyClicks(edit.name, name)
    qtbot.mouseClick(edit.keep, Qt.MouseButton.LeftButton)


def test_that_the_options_of_the_form_are_kept_under_a_name(qtbot: QtBot, form: OptionForm) -> None:
    assert not scenarios(form).keep.isEnabled()
    set_total(form, 500)
    keep(qtbot, form, "Large")
    set_total(form, 100)
    keep(qtbot, form, "Small")

    assert form.given["scenarios"] == (
        {"name": "Large", "total": 500},
        {"name": "Small", "total": 100},
    )
    assert scenarios(form).name.text() == ""


def test_that_a_scenario_comes_back_into_the_form(qtbot: QtBot, form: OptionForm) -> None:
    set_total(form, 500)
    keep(qtbot, form, "Large")
    set_total(form, 100)

    scenarios(form).list.setCurrentRow(0)
    qtbot.mouseClick(scenarios(form).take, Qt.MouseButton.LeftButton)

    assert form.values is not None
    assert form.values["total"] == 500
    assert [s["name"] for s in form.given["scenarios"]] == ["Large"]  # type: ignore[attr-defined]


def test_that_a_name_given_again_replaces_and_remove_removes(
    qtbot: QtBot, form: OptionForm
) -> None:
    set_total(form, 500)
    keep(qtbot, form, "Large")
    set_total(form, 600)
    keep(qtbot, form, "Large")
    assert form.given["scenarios"] == ({"name": "Large", "total": 600},)

    scenarios(form).list.setCurrentRow(0)
    qtbot.mouseClick(scenarios(form).drop, Qt.MouseButton.LeftButton)

    assert form.given.get("scenarios", ()) == ()
    assert not scenarios(form).take.isVisible()


def test_that_a_text_is_taken_when_it_is_finished(qtbot: QtBot, form: OptionForm) -> None:
    line = form.findChild(QLineEdit, "option_scheduler")
    assert isinstance(line, QLineEdit)
    line.setText(" tcp://a:1 ")
    line.editingFinished.emit()

    assert form.given["scheduler"] == "tcp://a:1"
    assert form.findChild(QComboBox, "option_entry") is not None
