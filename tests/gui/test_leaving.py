"""What is not saved is asked about before it is lost: at the end, and before another study."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.leaving import LeaveDialog
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import NewPassphraseDialog
from sjogren_desktop.study.patient_notes import PatientNote
from tests.gui import fakes
from tests.gui.conftest import Dialogs
from tests.gui.test_main_window import load


class FromTheFrame(QCloseEvent):
    """What the cross of the window sends, which no test can press."""

    def spontaneous(self) -> bool:
        return True


def rate(window: MainWindow) -> None:
    """Enter a level on the score sheet of the patient shown, and do not save it."""
    view = window.patients_tab.view
    assert view is not None
    view.sheet.enter("renal", 2)
    assert view.sheet.is_draft


def note(window: MainWindow) -> None:
    """Save a note, which is in memory only."""
    when = datetime(2026, 1, 2, tzinfo=UTC)
    window.patients_tab._notes.record(PatientNote("S1-0000", "Dry eyes.", "Anna", when))


def asked(window: MainWindow) -> LeaveDialog | None:
    return next((d for d in window.findChildren(LeaveDialog) if d.isVisible()), None)


def said(window: MainWindow) -> str:
    dialog = asked(window)
    assert dialog is not None
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    dialog = asked(window)
    assert dialog is not None
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_nothing_is_asked_where_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)

    window.action("quit").trigger()

    assert asked(window) is None
    assert not window.isVisible()


def test_that_quitting_with_entries_not_saved_is_asked_about(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    rate(window)
    view = window.patients_tab.view
    assert view is not None
    view.notes.entry.setPlainText("half a note")

    window.action("quit").trigger()

    assert window.isVisible()
    assert "Patients with entries on score sheets that are not saved: 1." in said(window)
    assert "Notes that are begun and not saved: 1." in said(window)
    qtbot.keyClick(asked(window), Qt.Key.Key_Return)  # goes back
    assert window.isVisible()
    assert view.sheet.is_draft
    qtbot.waitUntil(lambda: asked(window) is None)

    window.action("quit").trigger()
    press(window, qtbot, "leave_lose")
    assert not window.isVisible()


def test_that_the_cross_of_the_window_asks_too(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    rate(window)
    event = FromTheFrame()

    window.closeEvent(event)

    assert not event.isAccepted()
    assert asked(window) is not None
    press(window, qtbot, "leave_back")


def test_that_what_is_in_no_study_file_can_be_kept_in_one_instead(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    load(window, qtbot)
    note(window)
    dialogs.answer = tmp_path / "trial.sjd"
    window.action("quit").trigger()
    assert "in no study file: 1." in said(window)

    press(window, qtbot, "leave_keep")

    assert window.isVisible()
    assert isinstance(window.keeper.asking.dialog, NewPassphraseDialog)
    window.keeper.asking.close()


def test_that_entries_not_saved_are_asked_about_before_another_study_is_opened(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(window, qtbot)
    rate(window)
    view = window.patients_tab.view
    assert view is not None

    window.tabs.setCurrentWidget(window.patients_tab)
    window.open_paths([Path("other")])

    assert [[path.name for path in paths] for paths in desk.opened] == [["study"]]
    press(window, qtbot, "leave_back")
    assert window.tabs.currentWidget() is window.patients_tab
    assert view.sheet.is_draft
    assert not window.import_tab.is_running
    qtbot.waitUntil(lambda: asked(window) is None)

    window.open_paths([Path("other")])
    press(window, qtbot, "leave_lose")
    qtbot.waitUntil(lambda: len(desk.opened) == 2)
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)
    assert not view.sheet.drafts()


def test_that_saved_scores_and_notes_are_not_asked_about_when_opening(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(window, qtbot)
    note(window)

    window.open_paths([Path("other")])

    assert asked(window) is None
    qtbot.waitUntil(lambda: len(desk.opened) == 2)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)


@pytest.mark.parametrize("way", ["chosen", "dropped"])
def test_that_a_study_file_asks_before_it_takes_the_place_of_entries(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path, way: str
) -> None:
    load(window, qtbot)
    rate(window)
    path = tmp_path / "trial.sjd"
    if way == "chosen":
        dialogs.answer = path
        window.study_menu.commands["open"].trigger()
    else:
        window.open_paths([path])

    assert asked(window) is not None
    assert not window.keeper.is_running
    press(window, qtbot, "leave_back")
