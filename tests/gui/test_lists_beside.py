"""Lists of events are edited beside the window: nothing of them is lost by what it does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.event_lists import lists_text, shipped
from sjogren_desktop.gui.event_lists_dialog import EventListsDialog
from sjogren_desktop.gui.leaving import LeaveDialog
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study import store
from tests.demo_study import demo_study
from tests.gui.conftest import Dialogs
from tests.gui.test_leaving import FromTheFrame
from tests.gui.test_main_window import load
from tests.gui.test_study_file import command, make, settle

OURS = replace(shipped(), name="Ours")


def edit(window: MainWindow, qtbot: QtBot, *, change: bool = True) -> EventListsDialog:
    """Open the lists, and change their name."""
    window.safety_tab.edit_lists()
    dialog = editor(window)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._counting is None, timeout=20_000)
    if change:
        dialog.name.setText("Mine")
        dialog._take_name()
    return dialog


def editor(window: MainWindow) -> EventListsDialog | None:
    shown = [d for d in window.findChildren(EventListsDialog) if d.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def test_that_the_window_goes_on_and_one_editor_is_enough(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    dialog = edit(window, qtbot)

    assert not dialog.isModal()
    window.tabs.setCurrentWidget(window.patients_tab)
    window.safety_tab.edit_lists()

    assert editor(window) is dialog
    assert dialog.lists.name == "Mine"


class Painted(QObject):
    """Where a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.where: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.where.append(QRegion(event.region()))
        return False


def test_that_they_are_painted_though_the_tab_they_come_from_is_left(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.safety_tab)
    dialog = edit(window, qtbot, change=False)
    qtbot.waitExposed(dialog)
    qtbot.wait(50)
    painted = Painted(dialog.name)

    dialog.name.setText("Yours")
    window.tabs.setCurrentWidget(window.import_tab)

    middle = dialog.name.rect().center()
    qtbot.waitUntil(lambda: any(where.contains(middle) for where in painted.where))


def test_that_what_is_not_used_goes_at_the_second_time_only(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    dialog = edit(window, qtbot)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "not used yet" in dialog.message.text
    assert editor(window) is dialog
    dialog.name.setText("Yours")
    dialog._take_name()
    dialog.close()  # something else would be lost now
    assert editor(window) is dialog

    dialog.close()
    assert editor(window) is None


def test_that_cancel_and_unchanged_lists_need_no_second_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    dialog = edit(window, qtbot)
    cancel = dialog.findChild(QPushButton, "lists_cancel")
    assert cancel is not None
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert editor(window) is None

    edit(window, qtbot, change=False).close()
    assert editor(window) is None


def test_that_using_them_closes_and_what_holds_then_is_shown_the_next_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    dialog = edit(window, qtbot)

    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    assert editor(window) is None
    assert not window.safety_tab.has_edited_lists
    assert edit(window, qtbot, change=False).lists.name == "Mine"


def test_that_lists_that_could_not_be_kept_stay(
    window: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load(window, qtbot)
    file = make(window, qtbot, dialogs, tmp_path / "trial.sjd")
    dialog = edit(window, qtbot)

    def refuse(*given: object, **more: object) -> None:
        raise AnalysisError("The disk is full.")

    monkeypatch.setattr(file, "save_event_lists", refuse)
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    assert editor(window) is dialog
    assert "main window says why" in dialog.message.text
    assert "The disk is full." in window.message.text
    monkeypatch.undo()
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert editor(window) is None


def test_that_another_study_is_counted_and_changes_stay(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    dialog = edit(window, qtbot)
    assert dialog.groups.rows()[0][3] == ""  # this study has no adverse events

    window.safety_tab.set_study(demo_study())
    qtbot.waitUntil(lambda: dialog.groups.rows()[0][3] != "", timeout=20_000)
    assert dialog.lists.name == "Mine"

    window.desk.clear_study()
    assert dialog.groups.rows()[0][3] == ""
    assert dialog.lists.name == "Mine"


def test_that_unchanged_lists_follow_those_that_hold(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    dialog = edit(window, qtbot, change=False)

    window.safety_tab.event_lists = lists_text(OURS)

    assert dialog.lists.name == "Ours"
    assert not dialog.is_edited


def test_that_the_trail_names_the_lists_that_held_though_no_study_is_shown(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    load(window, qtbot)
    file = make(window, qtbot, dialogs, tmp_path / "trial.sjd")
    qtbot.mouseClick(edit(window, qtbot).use, Qt.MouseButton.LeftButton)  # "Mine" hold now
    dialog = edit(window, qtbot, change=False)
    window.desk.clear_study()
    dialog.name.setText("Yours")
    dialog._take_name()

    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    entry = file.trail[-1]
    assert (entry.old.split(" (")[0], entry.new.split(" (")[0]) == ("Mine", "Yours")


def test_that_a_lock_hides_them_and_loses_nothing(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    load(window, qtbot)
    make(window, qtbot, dialogs, tmp_path / "trial.sjd")
    dialog = edit(window, qtbot)

    command(window, "lock").trigger()
    assert editor(window) is None

    window.lock_page.panel.passphrase.setText("long enough words")
    window.lock_page.panel.button.click()
    settle(window, qtbot)
    assert editor(window) is dialog
    assert dialog.lists.name == "Mine"
    with store.open_file(tmp_path / "trial.sjd", passphrase="long enough words") as file:
        assert file.event_lists == ""


def test_that_ending_the_program_asks(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    edit(window, qtbot)

    event: QCloseEvent = FromTheFrame()
    window.closeEvent(event)

    assert not event.isAccepted()
    (asked,) = [d for d in window.findChildren(LeaveDialog) if d.isVisible()]
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "Lists of events are changed and not used yet." in said
    asked.reject()
