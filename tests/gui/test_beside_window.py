"""Windows to read in: the main one goes on, one of a kind is shown, and they go with the study."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.about import PagesDialog, show_about
from sjogren_desktop.gui.beside_window import close_of_study, show_beside
from sjogren_desktop.gui.main_window import MainWindow
from tests.gui.test_main_window import load


def _shown(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_that_the_window_goes_on_beside_one_to_read_in(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.action("withheld").trigger()

    (dialog,) = _shown(window)
    assert not dialog.isModal()
    window.tabs.setCurrentWidget(window.patients_tab)
    assert dialog.isVisible()
    dialog.reject()


def test_that_one_of_a_kind_is_shown(window: MainWindow) -> None:
    for _ in range(2):
        show_about(window)

    (dialog,) = _shown(window)
    dialog.reject()


def test_that_what_is_about_a_study_goes_with_it(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.action("withheld").trigger()
    assert len(_shown(window)) == 1

    load(window, qtbot)  # another, or the same shown in another way
    assert _shown(window) == []

    window.action("withheld").trigger()
    window.desk.clear_study()
    assert _shown(window) == []


def test_that_what_is_about_the_program_stays(window: MainWindow) -> None:
    shown = PagesDialog("About", {"About": "Text"}, window)
    show_beside(shown)

    close_of_study(window)

    assert shown.isVisible()
    shown.reject()
