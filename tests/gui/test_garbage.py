"""Garbage of worker threads is collected in the GUI thread."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import tasks, turns
from sjogren_desktop.gui.garbage import CollectHere


class _Cycle:
    def __init__(self) -> None:
        self.me = self


def test_that_cycles_made_by_a_thread_are_collected_by_the_gui_thread(qtbot: QtBot) -> None:
    seen: list[int] = []
    owner = QObject()
    CollectHere(owner)

    def work() -> None:
        for _ in range(5000):
            weakref.finalize(_Cycle(), lambda: seen.append(threading.get_ident()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(seen) == 5000, timeout=10_000)

    assert set(seen) == {threading.get_ident()}
    shiboken6.delete(owner)
    assert gc.isenabled()
    gc.disable()  # as the other tests of the window have it


@pytest.mark.parametrize(
    ("works", "shows", "generation"), [(False, False, 2), (True, False, 1), (False, True, 1)]
)
def test_that_the_old_wait_until_nothing_is_computed_or_shown(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    works: bool,
    shows: bool,
    generation: int,
) -> None:
    collected: list[int] = []
    owner = QObject()
    collector = CollectHere(owner)
    collector.spare()
    gc.unfreeze()
    monkeypatch.setattr(gc, "get_count", lambda: (100_000, 100, 100))
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(tasks, "are_running", lambda: works)
    monkeypatch.setattr(turns, "are_going", lambda: shows)

    collector.collect()

    assert collected == [generation]
    shiboken6.delete(owner)
    gc.disable()
