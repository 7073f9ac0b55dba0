"""The findings table: filtered, followed to the record, written to a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.import_tab import ImportTab
from sjogren_desktop.paths import resource_path
from tests.gui.conftest import Dialogs


@pytest.fixture
def tab(qtbot: QtBot, faults: list[BaseException]) -> ImportTab:
    made = ImportTab()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open([resource_path("demo", "problems")])
    qtbot.waitUntil(lambda: not made.is_running, timeout=20_000)
    made._tabs.setCurrentWidget(made.findings_pane)
    return made


def messages(tab: ImportTab) -> list[str]:
    return [tab.findings.issue(r).message for r in range(tab.findings.rowCount())]


def box(tab: ImportTab, name: str) -> QComboBox:
    found = tab.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def test_that_findings_are_filtered_by_text(tab: ImportTab, qtbot: QtBot) -> None:
    edit = tab.findChild(QLineEdit, "findings_filter")
    assert isinstance(edit, QLineEdit)

    qtbot.keyClicks(edit, "P-099")
    qtbot.waitUntil(lambda: tab.findings.rowCount() == 1)

    assert "not in the subject-level data" in messages(tab)[0]


def test_that_findings_are_filtered_by_severity_and_check(tab: ImportTab) -> None:
    severities = box(tab, "findings_severity")
    severities.setCurrentIndex(severities.findData("note"))
    notes = tab.findings.rowCount()
    severities.setCurrentIndex(0)
    checks = box(tab, "findings_check")
    checks.setCurrentIndex(checks.findData("value.units"))

    assert 0 < notes < tab.findings.total
    assert len(messages(tab)) == 1
    assert "different values of AVALU" in messages(tab)[0]


def test_that_a_finding_leads_to_its_record(tab: ImportTab, qtbot: QtBot) -> None:
    checks = box(tab, "findings_check")
    checks.setCurrentIndex(checks.findData("date.impossible"))
    tab.findings_pane.view.selectRow(0)
    button = tab.findChild(QPushButton, "findings_go")
    assert isinstance(button, QPushButton)
    assert button.isEnabled()

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert tab._tabs.currentWidget() is tab.preview
    current = tab.preview.view.currentIndex()
    assert str(current.data()).startswith("2031-08-28")
    # The record of row 12 of the file is the eleventh of the data set.
    assert current.row() == 10


def test_that_the_findings_shown_are_written_to_a_workbook(
    tab: ImportTab, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "findings.xlsx"
    checks = box(tab, "findings_check")
    checks.setCurrentIndex(checks.findData("date.end_before_start"))

    button = tab.findChild(QPushButton, "findings_export")
    assert isinstance(button, QPushButton)
    button.click()
    qtbot.waitUntil(lambda: "were written" in tab.message.text, timeout=60_000)

    sheet = load_workbook(dialogs.answer)["Findings"]
    assert [c.value for c in sheet[2]][:3] == ["Severity", "Check", "What was found"]
    assert sheet.max_row == 2 + tab.findings.rowCount()
    assert sheet["B3"].value == "date.end_before_start"


def test_that_findings_are_counted_by_severity_and_found_by_data_set(
    tab: ImportTab, qtbot: QtBot
) -> None:
    severities, shown = box(tab, "findings_severity"), {}
    for place in range(1, severities.count()):
        severities.setCurrentIndex(place)
        shown[severities.itemText(place)] = tab.findings.rowCount()
    severities.setCurrentIndex(0)
    column = [tab.findings.headerData(c, Qt.Orientation.Horizontal) for c in range(8)].index(
        "Data set"
    )
    names = [str(tab.findings.index(r, column).data()) for r in range(tab.findings.rowCount())]
    counts = {
        str(tab.data_sets.index(r, 0).data()): int(str(tab.data_sets.index(r, 5).data()))
        for r in range(tab.data_sets.rowCount())
    }
    name = next(n for n in names if n)
    edit = tab.findChild(QLineEdit, "findings_filter")
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, name)
    qtbot.waitUntil(lambda: tab.findings.rowCount() < tab.findings.total)

    assert all(text.endswith(f"({count})") for text, count in shown.items())
    assert sum(shown.values()) == tab.findings.total
    assert counts == {one: names.count(one) for one in counts}
    assert tab.findings.rowCount() >= counts[name] > 0
