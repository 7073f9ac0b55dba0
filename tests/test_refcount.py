"""Qt must not lose references to True and None.

PySide6 6.12.0 on Python 3.11 loses one with every emit and every
``processEvents()`` until Python aborts; that is why the dependency is held
below it. When a newer PySide6 passes this on Python 3.11, the bound can be lifted.

From Python 3.12 both objects are immortal, but what is built for older versions counts
them all the same, so that their counts drift with whatever else the process lets go of.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton

ROUNDS = 1000


class Sender(QObject):
    """Emits to itself."""

    sent = Signal(object)

    @Slot(object)
    def take(self, value: object) -> None:
        """Receive and forget."""


def emit() -> None:
    sender = Sender()
    sender.sent.connect(sender.take)
    for _ in range(ROUNDS):
        sender.sent.emit(1.5)


def process_events() -> None:
    for _ in range(ROUNDS):
        QApplication.processEvents()


def click() -> None:
    button = QPushButton()
    for _ in range(ROUNDS):
        button.click()


@pytest.fixture
def _nothing_else_let_go(qapp: QApplication) -> Iterator[None]:
    """Let go of what earlier tests left behind, and of nothing after that."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_nothing_else_let_go")
@pytest.mark.parametrize("work", [emit, process_events, click])
@pytest.mark.parametrize("value", [True, None], ids=["True", "None"])
def test_that_qt_loses_no_reference(work: Callable[[], None], value: object) -> None:
    work()  # whatever is cached on the first use is cached now
    before = sys.getrefcount(value)

    work()

    # The fault loses at least one each round; others in the process may let go of a few.
    assert before - sys.getrefcount(value) < ROUNDS // 2
