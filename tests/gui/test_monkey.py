"""Random but valid events on the real window: no fault, no unexpected log, no freeze.

Fewer events in every run; ten thousand with the slow tests. The seed is in the
name of the case, so that what it found can be repeated.
"""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.patients_tab import PatientsTab
from tests.gui.conftest import Dialogs
from tests.patient_study import patient_study

KEYS = (
    *(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(5)),
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    Qt.Key.Key_A,
)
CONTROLLED = (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_S, Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_3)
TEXTS = ("", "5", "0,9", "-1", "1e400", "abc", "S1", "Ö ß", "=1+1")
KINDS = (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QAbstractItemView,
    QAbstractSlider,
    QTabWidget,
)


class Monkey:
    """Does something possible to something visible."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.random = window, random.Random(seed)
        self.did: list[str] = []

    def act(self) -> None:
        """Do one thing."""
        do: Callable[[], str] = self.random.choice(
            (self._widget, self._widget, self._widget, self._key, self._key, self._command)
        )
        self.did.append(do())
        QApplication.processEvents()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()

    def _widget(self) -> str:
        every = [w for w in self.window.findChildren(QWidget) if isinstance(w, KINDS)]
        widgets = [w for w in every if w.isVisible() and w.isEnabled()]
        widget = self.random.choice(widgets)
        name = widget.objectName()
        if isinstance(widget, QComboBox):
            if widget.count():
                widget.setCurrentIndex(self.random.randrange(widget.count()))
        elif isinstance(widget, QLineEdit):
            widget.setFocus()
            widget.selectAll()
            QTest.keyClicks(widget, self.random.choice(TEXTS))
        elif isinstance(widget, QPlainTextEdit):
            QTest.keyClicks(widget, self.random.choice(TEXTS))
        elif isinstance(widget, QAbstractSlider):
            key = self.random.choice((Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up))
            QTest.keyClick(widget, key)
        elif isinstance(widget, QTabWidget):
            widget.setCurrentIndex(self.random.randrange(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            self._view(widget)
        else:
            # The menu of a button holds the click until it is closed.
            QTimer.singleShot(0, _close_popup)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        return f"{type(widget).__name__} {name}"

    def _view(self, view: QAbstractItemView) -> None:
        area = view.viewport()
        at = QPoint(
            self.random.randrange(max(area.width(), 1)),
            self.random.randrange(max(area.height(), 1)),
        )
        click = self.random.choice((QTest.mouseClick, QTest.mouseDClick))
        click(area, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def _key(self) -> str:
        target = QApplication.focusWidget() or self.window
        name = target.objectName()  # the key may be the end of it
        if self.random.random() < 0.2:
            key = self.random.choice(CONTROLLED)
            QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier)
        else:
            key = self.random.choice(KEYS)
            QTest.keyClick(target, key)
        return f"{key.name} on {name}"

    def _command(self) -> str:
        name = self.random.choice(list(self.window.actions_by_name))
        if self.window.action(name).isEnabled():
            self.window.action(name).trigger()
        return f"command {name}"


# What the offscreen platform cannot do is no fault of the window.
@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
@pytest.mark.parametrize(
    ("seed", "events"),
    [
        (1, 250),
        *(pytest.param(seed, 2000, marks=pytest.mark.slow) for seed in range(2, 7)),
    ],
)
def test_that_random_events_cause_no_fault(
    qtbot: QtBot, dialogs: Dialogs, faults: list[BaseException], seed: int, events: int
) -> None:
    window = MainWindow(open_study=lambda paths, progress: patient_study())
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    window.open_demo()
    qtbot.waitUntil(lambda: _is_listed(window.patients_tab), timeout=60_000)
    window.action("quit").setEnabled(False)
    monkey = Monkey(window, seed)

    for _ in range(events):
        monkey.act()
        assert [*map(traceback.format_exception, faults)] == [], monkey.did[-20:]

    qtbot.waitUntil(lambda: not any(p.is_running for p in window._workers), timeout=60_000)
    assert window.isVisible()


def _close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _is_listed(tab: PatientsTab) -> bool:
    return tab.book is not None and not tab.is_running
