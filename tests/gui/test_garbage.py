"""Garbage of worker threads is collected in the GUI thread."""

from __future__ import annotations

import gc
import threading
import weakref

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

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
