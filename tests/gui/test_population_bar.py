"""The bar over safety results: what is chosen there holds for all questions, and N is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui.safety_tab import SafetyTab
from tests.demo_study import demo_study


@pytest.fixture
def tab(qtbot: QtBot) -> SafetyTab:
    made = SafetyTab([a for a in ANALYSES if a.key in ("ae_overview", "ae_terms")])
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    made.set_study(demo_study())
    return made


def test_that_the_bar_says_how_many_patients_are_counted(tab: SafetyTab) -> None:
    assert tab.bar.isVisible()
    assert tab.bar.count.text() == "N = 275: Placebo 138, Ianalumab 300 mg monthly 137"


def test_that_without_a_study_there_is_no_bar(qtbot: QtBot) -> None:
    tab = SafetyTab([])
    qtbot.addWidget(tab)
    tab.show()

    assert not tab.bar.isVisible()


def test_that_a_condition_holds_for_every_question(tab: SafetyTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(tab.bar.only, "SEX = M")
    qtbot.keyClick(tab.bar.only, Qt.Key.Key_Return)

    men = int(tab.bar.count.text().split(" of ")[0].removeprefix("N = "))
    assert 0 < men < 275
    assert " of 275: " in tab.bar.count.text()
    assert tab.form.values is not None
    assert tab.form.values["subset"] == "SEX = M"
    tab.choose("ae_terms")
    assert tab.form.values["subset"] == "SEX = M"
    assert tab.bar.only.text() == "SEX = M"


def test_that_a_condition_is_added_from_the_menu(tab: SafetyTab) -> None:
    tab.bar.only.setText("AGE >= 50")
    tab.bar._take()
    tab.bar._fill_menu()
    parts = {a.text(): a.menu() for a in tab.bar._menu.actions()}

    next(a for a in parts["SEX"].actions() if a.text() == "F").trigger()

    assert tab.bar.only.text() == "AGE >= 50 and SEX = F"
    assert tab.form.values is not None
    assert tab.form.values["subset"] == "AGE >= 50 and SEX = F"


def test_that_a_condition_that_cannot_be_read_is_said(tab: SafetyTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(tab.bar.only, "HEIGHT > 3")
    qtbot.keyClick(tab.bar.only, Qt.Key.Key_Return)

    assert "no variable HEIGHT" in tab.bar.count.text()


def test_that_the_study_is_asked_for_once_and_holds_for_the_question(tab: SafetyTab) -> None:
    assert tab.form.findChild(QComboBox, "option_study") is None
    assert tab.form.has_controls

    tab.bar.study.setCurrentIndex(tab.bar.study.findData("Pooled"))
    tab.bar.study.activated.emit(tab.bar.study.currentIndex())

    assert tab.form.values is not None
    assert tab.form.values["study"] == "Pooled"
    assert "N = 77" in tab.bar.count.text()
