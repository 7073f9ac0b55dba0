"""The window of the tests from end to end: a fault fails the test, no work outlives it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import app, errors, tasks
from sjogren_desktop.gui.main_window import MainWindow


@pytest.fixture
def new_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that has no analyses yet and is not shown."""

    def fault(error: BaseException, parent: object) -> None:
        raise error

    monkeypatch.setattr(errors, "show_fault", fault)
    made = MainWindow()
    qtbot.addWidget(made, before_close_func=_stop)
    return made


def _stop(window: MainWindow) -> None:
    assert tasks.shut_down(seconds=30)


@pytest.fixture
def demo_window(new_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window as ``start-demo`` opens it, with its study open and its patients listed."""
    app.Start(new_window, [], demo=True)
    new_window.show()
    waiting = (new_window.import_tab, new_window.estimand_tab, new_window.patients_tab)
    qtbot.waitUntil(
        lambda: new_window.study is not None and not any(t.is_running for t in waiting),
        timeout=120_000,
    )
    return new_window
