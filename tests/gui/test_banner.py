"""The small pieces every tab is built from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.banner import FaintLabel, SteadyLabel


class _Requests(QObject):
    """Counts how often a widget is asked to lay out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_that_a_steady_label_moves_nothing_and_ends_in_an_ellipsis(
    bare_window: QWidget, qtbot: QtBot
) -> None:
    label, line = SteadyLabel(), QHBoxLayout(bare_window)
    line.addWidget(label, 1)
    line.addWidget(QPushButton("Cancel"))
    bare_window.resize(300, 60)
    qtbot.wait(20)
    requests = _Requests(bare_window)
    shown = label.findChild(QLabel)
    assert isinstance(shown, QLabel)

    label.setText("Reading")
    qtbot.wait(20)
    assert (shown.text(), shown.toolTip()) == ("Reading", "")
    long = "Reading the laboratory records of all patients of both studies"
    label.setText(long)
    qtbot.wait(20)

    assert requests.count == 0
    assert shown.text().endswith("\u2026")
    assert (label.text(), shown.toolTip(), shown.accessibleName()) == (long, long, long)
    bare_window.resize(900, 60)
    qtbot.waitUntil(lambda: shown.text() == long)
    assert shown.toolTip() == ""


def test_that_a_steady_label_has_room_for_its_lines(bare_window: QWidget, qtbot: QtBot) -> None:
    label, line = SteadyLabel(FaintLabel(), lines=2), QHBoxLayout(bare_window)
    line.addWidget(label, 1)
    bare_window.resize(300, 100)
    shown = label.findChild(QLabel)
    assert isinstance(shown, QLabel)
    words = "Simulating the next trial with 168 patients an arm"
    for times in range(1, 8):
        label.setText(", ".join([words] * times))
        qtbot.wait(20)
        assert label.height() == 2 * shown.fontMetrics().lineSpacing()
        assert shown.heightForWidth(shown.width()) <= label.height()
        assert (shown.text() == label.text()) == (times == 1)
