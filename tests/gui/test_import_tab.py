"""The way in: empty state, success, failure and cancel, preview and findings."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import preview
from sjogren_desktop.gui.import_tab import ImportTab
from sjogren_desktop.results import AnalysisError, Issue
from sjogren_desktop.study.data import StudyData
from tests.gui import fakes
from tests.studies import small_study, with_dataset

PATHS = [Path("adsl.csv"), Path("adqs.csv")]


@pytest.fixture
def tab(qtbot: QtBot, desk: fakes.Desk, faults: list[BaseException]) -> ImportTab:
    made = ImportTab(open_study=desk.open)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def load(tab: ImportTab, qtbot: QtBot) -> None:
    tab.open(PATHS)
    qtbot.waitUntil(lambda: not tab.is_running)


def column(tab: ImportTab, place: int) -> list[str]:
    return [
        str(tab.preview.model.index(r, place).data()) for r in range(tab.preview.model.rowCount())
    ]


def test_that_the_empty_state_offers_three_ways_in(tab: ImportTab, qtbot: QtBot) -> None:
    for name, signal in (
        ("start_files", tab.files_wanted),
        ("start_folder", tab.folder_wanted),
        ("start_demo", tab.demo_wanted),
    ):
        button = tab.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        assert button.isVisible()
        assert button.toolTip()
        with qtbot.waitSignal(signal):
            button.click()
    hint = tab.findChild(QLabel, "drop_hint")
    assert isinstance(hint, QLabel)
    assert "drop" in hint.text()


@pytest.mark.parametrize("width", [700, 1100, 1600])
def test_that_the_ways_in_are_shown_with_their_whole_texts(
    tab: ImportTab, qtbot: QtBot, width: int
) -> None:
    tab.resize(width, 700)
    qtbot.wait(20)

    buttons = [b for b in tab.findChildren(QPushButton) if b.objectName().startswith("start_")]
    # What most come for stands first.
    assert [b.text().replace("&", "") for b in sorted(buttons, key=lambda b: (b.y(), b.x()))] == [
        "Open files\u2026",
        "Open folder\u2026",
        "Look at files first\u2026",
        "Open study file\u2026",
        "Open demonstration study",
        "Take a short tour",
    ]
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button.text()


def test_that_an_opened_study_is_listed_previewed_and_reported(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    with qtbot.waitSignal(tab.study_opened) as told:
        tab.open(PATHS)

    (opened,) = told.args
    assert opened.guarded.full is desk.study
    assert opened.study is opened.guarded.blinded
    assert desk.opened == [tuple(PATHS)]
    assert [tab.data_sets.index(r, 0).data() for r in range(2)] == ["ADSL", "ADQS"]
    assert tab.preview.model.total == 60
    assert tab.preview.view.isVisible()
    assert tab.message.text == ""
    assert not tab.progress.isVisible()


def test_that_another_data_set_is_previewed_when_chosen(tab: ImportTab, qtbot: QtBot) -> None:
    load(tab, qtbot)

    tab.data_set_view.selectRow(1)

    assert tab.preview.model.total == 230
    assert tab.preview.model.names[:3] == ("STUDYID", "USUBJID", "PARAMCD")


def test_that_a_failed_first_import_shows_its_sentence_beside_the_ways_in(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.fail = AnalysisError("adsl.csv is empty. Export the data again.")

    load(tab, qtbot)

    assert tab.message.text == "Error: adsl.csv is empty. Export the data again."
    assert tab.findChild(QPushButton, "start_files").isVisible()  # type: ignore[union-attr]
    assert tab.findChild(QPushButton, "start_files").isEnabled()  # type: ignore[union-attr]


def test_that_a_failed_import_keeps_what_was_open(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(tab, qtbot)
    desk.fail = AnalysisError("The folder holds no data set.")
    told: list[object] = []
    tab.study_opened.connect(told.append)

    load(tab, qtbot)

    assert tab.message.text.startswith("Error: The folder holds no data set.")
    assert tab.message.text.endswith("The study opened before is still here.")
    assert tab.preview.model.total == 60
    assert told == []

    desk.fail = None
    load(tab, qtbot)
    assert tab.message.text == ""


def test_that_a_fault_of_the_program_is_reported_as_such(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk, faults: list[BaseException]
) -> None:
    desk.fail = KeyError("AVAL")

    load(tab, qtbot)

    assert [type(error) for error in faults] == [KeyError]
    assert "fault in the program" in tab.message.text


def test_that_cancel_stops_the_import_and_keeps_what_was_open(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(tab, qtbot)
    desk.hold = threading.Event()
    tab.open(PATHS)
    # Half of the reading, which is 85 % of the whole: the rest is blinding.
    qtbot.waitUntil(lambda: tab.progress.value() == 42)
    assert tab.progress.isVisible()
    assert tab.doing == "Opening a study"

    qtbot.mouseClick(tab.cancel_button, Qt.MouseButton.LeftButton)

    assert not tab.is_running
    assert desk.was_cancelled.wait(5)
    assert "cancelled" in tab.message.text
    assert tab.preview.model.total == 60


def test_that_nothing_else_is_opened_while_an_import_runs(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.hold = threading.Event()
    tab.open(PATHS)
    tab.open([Path("other.csv")])
    assert not tab.findChild(QPushButton, "start_files").isEnabled()  # type: ignore[union-attr]
    desk.hold.set()
    qtbot.waitUntil(lambda: not tab.is_running)

    assert desk.opened == [tuple(PATHS)]


def test_that_findings_are_counted_on_their_tab_and_errors_announced(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    issues = (
        Issue("error", "adae.xpt is cut off.", "Export it again.", file="adae.xpt"),
        Issue("note", "1 file was left out."),
    )
    desk.study = replace(small_study(), issues=issues)

    load(tab, qtbot)

    assert tab._tabs.tabText(1) == "Fi&ndings (2)"
    assert tab.findings.index(0, 1).data() == "adae.xpt is cut off."
    assert "Not everything could be read" in tab.message.text


def test_that_an_opened_study_says_what_can_be_done_next(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(tab, qtbot)
    assert tab.next_step.isVisible()
    assert tab.next_step.text().startswith("The checks found nothing. Next: look at the patients")

    desk.study = replace(small_study(), issues=(Issue("note", "1 file was left out."),))
    load(tab, qtbot)
    assert tab.next_step.text().startswith("Next: read the findings (1), look at the patients")


def test_that_a_click_on_a_header_sorts_and_another_reverses(tab: ImportTab, qtbot: QtBot) -> None:
    load(tab, qtbot)
    header = tab.preview.view.horizontalHeader()
    x = header.sectionViewportPosition(1) + 10

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 5))
    first = column(tab, 1)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 5))

    assert first == sorted(first)
    assert column(tab, 1) == sorted(first, reverse=True)


def test_that_typing_filters_after_a_moment_and_says_how_many_rows_are_left(
    tab: ImportTab, qtbot: QtBot
) -> None:
    load(tab, qtbot)
    box = tab.findChild(QLineEdit, "preview_filter")
    assert isinstance(box, QLineEdit)

    qtbot.keyClicks(box, "s2-1")
    qtbot.waitUntil(lambda: tab.preview.model.rowCount() == 12)

    assert tab.preview._shown_rows.text() == "12 of 60 rows"
    within = tab.findChild(QComboBox, "preview_filter_column")
    assert isinstance(within, QComboBox)
    within.setCurrentText("SEX")
    assert tab.preview.model.rowCount() == 0


def test_that_a_filter_does_not_follow_to_another_data_set(tab: ImportTab, qtbot: QtBot) -> None:
    load(tab, qtbot)
    tab.preview._filter.setText("s2-1")
    tab.preview._apply_filter()

    tab.data_set_view.selectRow(1)

    assert tab.preview._filter.text() == ""
    assert tab.preview.model.rowCount() == 230


def test_that_all_of_a_long_table_cannot_be_selected(
    tab: ImportTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "_SELECTABLE", 100)
    load(tab, qtbot)
    mode = QAbstractItemView.SelectionMode
    assert tab.preview.view.selectionMode() == mode.ContiguousSelection

    tab.data_set_view.selectRow(1)
    tab.preview.view.selectAll()

    assert tab.preview.view.selectionMode() == mode.SingleSelection
    assert len(tab.preview.view.selectedIndexes()) <= 1


def test_that_synthetic_data_are_marked(tab: ImportTab, qtbot: QtBot, desk: fakes.Desk) -> None:
    load(tab, qtbot)
    assert not tab._synthetic.isVisible()

    desk.study = replace(small_study(), synthetic=True)
    load(tab, qtbot)

    assert tab._synthetic.isVisible()


def test_that_a_study_without_subjects_or_rows_is_shown(
    tab: ImportTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.study = with_dataset(StudyData(()), "NOTES", "OTHER", pd.DataFrame({"TEXT": []}))

    load(tab, qtbot)

    assert tab.preview.model.total == 0
    assert tab.preview.model.names == ("TEXT",)
