"""The words beside a result: shown when asked for, and for the next result too."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.result_view import ResultView
from sjogren_desktop.results import Result


def test_that_the_meaning_is_shown_when_asked_for_and_stays(qtbot: QtBot) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    view.show()
    view.show_result(Result("lab_change", "Values", "S1", "All", "Summary.", ()))
    button = view.findChild(QPushButton, "show_meaning")

    def words() -> QWidget:
        found = view.findChild(QWidget, "plain_words")
        assert isinstance(found, QWidget)
        return found

    assert isinstance(button, QPushButton)
    assert not words().isVisible()
    button.click()
    assert words().isVisible()
    assert any("Averages" in label.text() for label in words().findChildren(QLabel))

    view.show_result(Result("ae_terms", "Events", "S1", "All", "Summary.", ()))
    assert words().isVisible()
    assert any("hundreds of terms" in label.text() for label in words().findChildren(QLabel))
    button.click()
    assert not words().isVisible()


def test_that_an_analysis_without_words_offers_none(qtbot: QtBot) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    view.show_result(Result("unknown", "Title", "S1", "All", "Summary.", ()))

    button = view.findChild(QPushButton, "show_meaning")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
