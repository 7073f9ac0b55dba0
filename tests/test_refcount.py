"""Qt must not lose references to True and None.

PySide6 6.12.0 on Python 3.11 loses one with every emit and every
``processEvents()`` until Python aborts; that is why the dependency is held
below it. From Python 3.12 both objects are immortal and their counts constant.
When a newer PySide6 passes this on Python 3.11, the bound can be lifted.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton

ROUNDS = 100


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


@pytest.mark.parametrize("work", [emit, process_events, click])
@pytest.mark.parametrize("value", [True, None], ids=["True", "None"])
def test_that_qt_loses_no_reference(qapp, work, value):
    work()  # whatever is cached on the first use is cached now
    before = sys.getrefcount(value)

    work()

    # A loss would be of ROUNDS; others in the process may hold a few more or less.
    assert abs(sys.getrefcount(value) - before) < ROUNDS // 4
