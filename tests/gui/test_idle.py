"""How long nobody has touched keyboard or mouse, in any window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.idle import IdleWatch
from sjogren_desktop.gui.main_window import MainWindow


def test_that_idle_time_locks_and_a_touch_begins_it_anew(qtbot: QtBot) -> None:
    watch = IdleWatch(QApplication.instance())  # type: ignore[arg-type]
    watch.start(1.0)
    watch._touched -= 59.0
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    watch._touched -= 2.0
    with qtbot.waitSignal(watch.idle):
        watch.look()
    watch.stop()
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    watch.deleteLater()


# What the offscreen platform cannot do is no fault of the window.
@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_that_keys_and_the_mouse_in_any_window_are_touches(
    window: MainWindow, qtbot: QtBot
) -> None:
    watch = IdleWatch(window)
    watch.start(1.0)

    def is_touch(touch: Callable[[], object]) -> bool:
        watch._touched -= 30.0
        before = watch._touched
        touch()
        return watch._touched > before

    later = QDialog(window)
    later.show()
    with qtbot.waitActive(later):
        later.activateWindow()
    for shown in (window, later):
        handle = shown.windowHandle()
        assert is_touch(partial(QTest.keyClick, handle, Qt.Key.Key_A))
        assert is_touch(partial(QTest.mouseMove, handle, QPoint(5, 5)))
        assert is_touch(
            partial(QTest.mouseClick, handle, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
        )
    menu = QMenu(window)
    menu.addAction("One")
    menu.popup(QPoint(0, 0))
    watch.look()
    assert is_touch(partial(QTest.mouseMove, menu.windowHandle(), QPoint(5, 5)))
    assert is_touch(partial(QTest.keyClick, menu.windowHandle(), Qt.Key.Key_Down))
    menu.close()
    assert not is_touch(window.update)
    watch.stop()
    assert not is_touch(partial(QTest.keyClick, window.windowHandle(), Qt.Key.Key_A))
    later.reject()
