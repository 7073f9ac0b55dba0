"""Drop-out in the window: every analysis from its form, stale after a change, and cancelled."""

from __future__ import annotations

import itertools
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import tasks
from sjogren_desktop.gui.analysis_tab import AnalysisTab
from sjogren_desktop.gui.result_view import STALE
from sjogren_desktop.study.demo import demo_files
from sjogren_desktop.study.load import open_study
from tests.analyses.dropout_study import dropout_study

KEYS = (
    "sensitivity",
    "tipping_point",
    "responders",
    "rerandomisation",
    "missingness",
    "intercurrent",
)


@pytest.fixture
def tab(qtbot: QtBot) -> AnalysisTab:
    made = AnalysisTab([a for a in ANALYSES if a.key in KEYS])
    qtbot.addWidget(made)
    made.set_study(dropout_study())
    made.resize(1200, 700)
    made.show()
    return made


def choose(tab: AnalysisTab, option: str, value: str) -> None:
    box = tab.form.findChild(QComboBox, f"option_{option}")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def number(tab: AnalysisTab, option: str, value: int) -> None:
    box = tab.form.findChild(QAbstractSpinBox, f"option_{option}")
    assert isinstance(box, QSpinBox | QDoubleSpinBox)
    box.setValue(value)


def run(tab: AnalysisTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.is_running, timeout=30_000)


@pytest.mark.parametrize("row", range(len(KEYS)))
def test_that_each_analysis_runs_from_its_form(tab: AnalysisTab, qtbot: QtBot, row: int) -> None:
    tab.list.setCurrentRow(row)

    run(tab, qtbot)

    assert tab.current_result is not None
    assert tab.current_result.analysis == [a.key for a in ANALYSES if a.key in KEYS][row]
    assert tab.view.tables


@pytest.mark.parametrize(
    ("row", "option", "value"),
    [(1, "steps", 7), (2, "imputations", 20), (3, "permutations", 200), (4, "patterns", 2)],
)
def test_that_a_number_of_the_form_is_taken(
    tab: AnalysisTab, qtbot: QtBot, row: int, option: str, value: int
) -> None:
    tab.list.setCurrentRow(row)
    number(tab, option, value)

    run(tab, qtbot)

    assert tab.current_result is not None
    assert tab.current_result.options[option] == value


def test_that_another_strategy_makes_the_result_stale_and_a_run_renews_it(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    run(tab, qtbot)
    first = tab.current_result

    choose(tab, "event_rescue", "hypothetical")
    stale = tab.view.stale.text
    run(tab, qtbot)

    assert STALE in stale
    assert tab.view.stale.text == ""
    assert tab.current_result is not first
    assert tab.current_result.options["event_rescue"] == "hypothetical"


def test_that_the_draws_can_be_cancelled(tab: AnalysisTab, qtbot: QtBot) -> None:
    choose(tab, "method", "approximate")
    number(tab, "imputations", 5000)

    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.wait(300)
    tab.cancel()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=10_000)
    ended = tasks.shut_down(seconds=5.0)

    assert tab.current_result is None
    assert ended


def test_that_imputation_asks_at_least_every_fifth_of_a_second_whether_to_go_on() -> None:
    # At 275 subjects and 12 visits; time of the thread, so that a busy machine does not count.
    demo = open_study([demo_files()])
    analysis = catalogue.find("sensitivity")
    asked: list[float] = []

    def progress(fraction: float, message: str) -> None:
        asked.append(time.thread_time())

    # The first run imports what it needs.
    few = {"imputations": 60, "assumptions": ("MMRM", "JR")}
    catalogue.run(analysis, demo, few)
    longest = {}
    for method in ("bayes", "approximate", "jackknife", "bmlmi"):
        asked.clear()
        catalogue.run(analysis, demo, {**few, "method": method}, progress)
        asked.append(time.thread_time())
        longest[method] = max(after - before for before, after in itertools.pairwise(asked))

    assert max(longest.values()) < 0.2, longest
