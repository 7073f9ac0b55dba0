"""A visit of the demonstration study scored by keyboard alone, and numbers that open patients."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import files
from sjogren_desktop.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(demo_window: MainWindow) -> MainWindow:
    """The window with the demonstration study open and the keys."""
    demo_window.activateWindow()
    return demo_window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_that_a_visit_is_scored_undone_changed_and_exported_by_keys(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tab = window.patients_tab
    window.tabs.setCurrentWidget(tab)
    tab.list.view.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_3, CONTROL)
    sheet = tab.view.sheet
    qtbot.waitUntil(sheet.table.hasFocus)
    sheet.add_visit()

    # Twelve levels, one wrong and taken back; then ESSPRI, name, Enter.
    for key in "2013":
        qtbot.keyClick(focused(), key)
    qtbot.keyClick(focused(), Qt.Key.Key_Z, CONTROL)
    assert sheet.table.domain.key == "articular"
    for key in "100000010":
        qtbot.keyClick(focused(), key)
    for rating in "765":
        qtbot.keyClick(focused(), rating)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Dr A")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    # constitutional 2 x 3 + glandular 1 x 2 + articular 1 x 2 + haematological 1 x 2 = 12
    assert sheet.totals.text("essdai", "Now") == "12"
    assert sheet.totals.text("esspri", "Now") == "6.00"
    assert not sheet.is_draft

    # The articular level was misjudged: changed, with a reason.
    sheet.table.setFocus()
    sheet.table.go_to(3)
    qtbot.keyClick(focused(), "2")
    qtbot.keyClick(focused(), Qt.Key.Key_S, CONTROL)
    assert focused() is sheet.saving.reason
    qtbot.keyClicks(focused(), "Two swollen joints")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert not sheet.is_draft

    path = tmp_path / "patient.xlsx"
    monkeypatch.setattr(files, "choose_workbook", lambda _, __, chosen: chosen(str(path)))
    tab.ask_rows()
    qtbot.waitUntil(lambda: path.exists() and not tab.is_running, timeout=60_000)

    book = openpyxl.load_workbook(path)
    head, *rows = book["Score sheets"].values
    row = dict(zip(head, rows[-1], strict=True))
    assert (row["Visit"], row["Artic"], row["ESSDAI"]) == ("Unscheduled 1", 2, 14)
    assert (row["ESSPRI"], row["ESSPRI dryness"], row["State"]) == (6, 7, None)
    names, *changes = book["Changes"].values
    last = dict(zip(names, changes[-1], strict=True))
    assert (last["Variable"], last["Old value"], last["New value"]) == ("articular", 1, 2)
    assert (last["Who"], last["Reason"]) == ("Dr A", "Two swollen joints")
    assert str(book["Notes"]["A1"].value).startswith("SYNTHETIC DATA")


def test_that_a_count_of_a_table_opens_its_patients(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.analysis_tab
    window.tabs.setCurrentWidget(tab)
    tab.list.setCurrentItem(tab.list.findItems("Intercurrent", Qt.MatchFlag.MatchContains)[0])
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.is_running, timeout=120_000)
    (table,) = [t for t in tab.view.tables if t.results.table.key == "events"]
    column = table.results.labels
    cell = table.results.table.rows[0].cells[0]
    table.setFocus()
    table.setCurrentIndex(table.results.index(0, column))

    qtbot.keyClick(table, Qt.Key.Key_Return)

    patients = window.patients_tab
    assert window.tabs.currentWidget() is patients
    qtbot.waitUntil(lambda: patients.list.model.rowCount() == len(cell.subjects))
    assert patients.view.patient.key in cell.subjects
    said = f"Only {len(cell.subjects)} patients: Any intercurrent event"
    assert patients.list.only.text().startswith(said)
