"""The form: one control per option, options that follow others, and choices that do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.spec import Flag
from sjogren_desktop.gui.option_edits import CheckList
from sjogren_desktop.gui.option_form import OptionForm
from tests.gui import fakes
from tests.studies import small_study

NEW = Flag("new", "New", "An option of another analysis.", False)


@pytest.fixture
def form(qtbot: QtBot) -> OptionForm:
    made = OptionForm()
    qtbot.addWidget(made)
    made.set_analysis(fakes.MMRM, small_study(), {})
    made.show()
    return made


def combo(form: OptionForm, key: str) -> QComboBox:
    found = form.findChild(QComboBox, f"option_{key}")
    assert isinstance(found, QComboBox)
    return found


def checks(form: OptionForm, key: str) -> CheckList:
    found = form.findChild(CheckList, f"option_{key}")
    assert isinstance(found, CheckList)
    return found


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_that_every_option_has_its_control_with_the_default(form: OptionForm) -> None:
    assert combo(form, "parameter").currentData() == "ESSDAI"
    assert checks(form, "visits").value() == ("Week 12", "Week 24", "Week 48")
    assert form.findChild(QCheckBox, "option_baseline").isChecked()  # type: ignore[union-attr]
    level = form.findChild(QDoubleSpinBox, "option_level")
    assert isinstance(level, QDoubleSpinBox)
    assert (level.value(), level.minimum(), level.maximum()) == (95.0, 50.0, 99.9)
    assert form.given == {}
    assert form.values == {
        "parameter": "ESSDAI",
        "visits": ("Week 12", "Week 24", "Week 48"),
        "baseline": True,
        "level": 95,
    }


def test_that_every_control_is_named_and_explained(form: OptionForm) -> None:
    for option in fakes.OPTIONS:
        edit = form._edits[option.key]

        assert edit.accessibleName() == option.label
        assert edit.accessibleDescription() == option.help


def test_that_an_earlier_option_brings_the_items_of_a_later_one(
    form: OptionForm, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.changed):
        choose(combo(form, "parameter"), "ESSPRI")

    assert checks(form, "visits").value() == ("Week 24", "Week 48")
    assert form.given == {"parameter": "ESSPRI"}


def test_that_a_choice_that_no_longer_fits_gives_way_to_the_default(form: OptionForm) -> None:
    checks(form, "visits").list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert form.given == {"visits": ("Week 12", "Week 48")}

    choose(combo(form, "parameter"), "ESSPRI")

    assert form.given == {"parameter": "ESSPRI"}
    assert form.values is not None
    assert form.values["visits"] == ("Week 24", "Week 48")


def test_that_a_choice_that_still_fits_is_kept(form: OptionForm) -> None:
    checks(form, "visits").check_none()
    checks(form, "visits").list.item(2).setCheckState(Qt.CheckState.Checked)

    choose(combo(form, "parameter"), "ESSPRI")

    assert form.given == {"parameter": "ESSPRI", "visits": ("Week 48",)}
    assert checks(form, "visits").value() == ("Week 48",)


def test_that_all_and_none_tell_once(form: OptionForm, qtbot: QtBot) -> None:
    told: list[str] = []
    checks(form, "visits").edited.connect(told.append)

    checks(form, "visits").check_none()
    assert checks(form, "visits").value() == ()
    assert checks(form, "visits").count.text() == "0 of 3"
    checks(form, "visits").check_all()

    assert told == ["visits", "visits"]
    assert form.values is not None
    assert form.values["visits"] == ("Week 12", "Week 24", "Week 48")


def test_that_advanced_options_are_folded_away_at_first(form: OptionForm) -> None:
    level = form._edits["level"]
    assert not level.isVisible()

    button = form.findChild(QToolButton, "advanced_options")
    assert isinstance(button, QToolButton)
    button.click()

    assert level.isVisible()


def test_that_what_the_user_had_set_is_shown_again(qtbot: QtBot) -> None:
    form = OptionForm()
    qtbot.addWidget(form)

    form.set_analysis(fakes.MMRM, small_study(), {"parameter": "ESSPRI", "level": 90})

    assert combo(form, "parameter").currentData() == "ESSPRI"
    assert form.values is not None
    assert form.values["level"] == 90


def test_that_a_missing_data_set_is_said_in_place(qtbot: QtBot) -> None:
    form = OptionForm()
    qtbot.addWidget(form)

    form.set_analysis(fakes.NEEDS_LABORATORY, small_study(), {})

    assert "needs a data set of kind ADTTE" in form.problem
    assert form.values is None
    assert form.findChildren(QComboBox) == []


def test_that_the_wheel_over_a_control_scrolls_the_form_and_changes_nothing(
    form: OptionForm,
) -> None:
    for key in ("parameter", "level"):
        edit = form._edits[key]
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(edit.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(edit, wheel)

        assert not wheel.isAccepted()
    assert form.given == {}


def test_that_a_field_left_unfinished_does_not_reach_the_next_analysis(
    form: OptionForm, qtbot: QtBot
) -> None:
    form.activateWindow()
    level = form.findChild(QDoubleSpinBox, "option_level")
    assert isinstance(level, QDoubleSpinBox)
    form.findChild(QToolButton, "advanced_options").setChecked(True)  # type: ignore[union-attr]
    level.setFocus()
    qtbot.waitUntil(level.hasFocus)
    level.selectAll()
    qtbot.keyClicks(level, "80")
    other = replace(fakes.MMRM, key="other", options=(*fakes.OPTIONS[:1], NEW))

    form.set_analysis(other, small_study(), {})

    assert form.given == {}
    assert form.values == {"parameter": "ESSDAI", "new": False}


def test_that_every_option_leads_to_the_page_that_explains_it(
    form: OptionForm, qtbot: QtBot
) -> None:
    own = replace(fakes.OPTIONS[0], page="essdai.md")
    form.set_analysis(replace(fakes.MMRM, options=(own, *fakes.OPTIONS[1:])), small_study(), {})
    told: list[str] = []
    form.page_wanted.connect(told.append)
    for button in form.findChildren(QToolButton, "option_page"):
        button.click()

    assert told == ["essdai.md", *[fakes.MMRM.method_page] * (len(fakes.OPTIONS) - 1)]
